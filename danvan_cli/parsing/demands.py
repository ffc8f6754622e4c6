"""Verbs of demanding: who demands what of whom, and whether it sets work for the time to come."""

from __future__ import annotations

import re
from typing import NamedTuple

from danvan_cli.lexicon import lower
from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.clauses import Clause, open_clause
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.phrases import anchor_at, chunks, skip, verb_chain
from danvan_cli.parsing.subjects import LEAD_IN_WITHIN, has_subject, is_foreign
from danvan_cli.parsing.timeline import Timeline

SAYING = ("say", "set")
ANSWERS = ("inspect", "solve", "order", "steer", "press")
"""What a body does about a case."""
MOST_OPENERS = 16
NOUN_TO_COLON = 140
_DONE_WITHIN = 60
_RIGHT_BEFORE = 24
_MAIN_VERB_WITHIN = 240
_BRACKETS = re.compile(r"\([^()]*\)")
_ON_THE_BASIS_OF = tuple(
    map(
        lower,
        (
            "thực hiện ",
            "triển khai ",
            "nhờ ",
            "quán triệt ",
            "xác định ",
            "nhận thức ",
            "với phương châm ",
            "hằng năm",
            "hàng năm",
        ),
    )
)
_AS_ALWAYS = tuple(
    f"{word} "
    for word in (
        "thường xuyên",
        "luôn",
        "tích cực",
        "kịp thời",
        "quan tâm",
        "chủ động",
        "tập trung",
        "quyết liệt",
        "lãnh đạo,",
        "sát sao",
        "đều",
    )
)
_OPINIONS = ("ý kiến chỉ đạo:", "ý kiến như sau:", "ý kiến chỉ đạo như sau:", "chỉ đạo như sau:", "kết luận như sau:")


class Work(NamedTuple):
    """A stretch of text that sets tasks; empty where it only announces the list on the lines that follow."""

    start: int
    end: int
    rule: str
    directive: int | None
    """Offset of the verb of demanding ("đề nghị"), whose subject sets the tasks."""
    delegated: bool = False
    """Whether the verb hands the work to somebody ("giao cho"), so that who works is no part of the task."""


def is_task_verb(verb: Anchor | None) -> bool:
    """Whether ``verb`` can open a piece of work by itself."""
    return verb is not None and verb.value not in ("tail", "keep")


def read_demand(article: Article, heading: Heading, timeline: Timeline, start: int, end: int) -> Work | None:
    """What the sentence ``start:end`` demands: "đồng chí … đề nghị [thời gian tới] [các cấp ủy] [cần] tiếp tục …"."""
    low = article.low
    opinion = _opinion(article, start, end)
    if opinion is not None:
        return Work(opinion, end, "demand", opinion - 1)
    for directive in article.anchors_in("task_directive", start, end)[:MOST_OPENERS]:
        if directive.value in ("noun", "hope") or not has_subject(article, heading, directive, start, end):
            continue
        stop = end_of_quote(low, start, directive.start, end)
        led = article.anchors_in("task_leader", max(start, directive.start - LEAD_IN_WITHIN), directive.start)
        told = bool(led) and directive.value in ("order", "steer")
        clause = open_clause(article, timeline, directive.end, stop, told=told)
        if clause.verb is None or is_past(article, directive.end, clause, stop):
            announced = _announces(article, heading, timeline, directive, clause, stop)
            if announced is not None:
                return Work(announced, stop, "demand", directive.start)
            continue
        # "đề nghị huyện giao chỉ tiêu cho từng thôn": what a body is told to hand out is its work.
        handed = directive.value == "order" and clause.doer is not None
        if clause.doer is not None and clause.verb.value == "order":
            handed = handed and not article.anchors_in("task_leader", *clause.doer)
        if is_demand(article, clause) and not handed:
            continue
        if _sets_work(article, heading, timeline, directive, clause, start, stop):
            delegated = low.startswith("giao", directive.start) or directive.value == "steer"
            return Work(clause.start, stop, "demand", directive.start, delegated)
    return None


def _opinion(article: Article, start: int, end: int) -> int | None:
    """Where the words of a leader begin behind "có ý kiến chỉ đạo:", "có ý kiến như sau:"."""
    low = article.low
    for told in _OPINIONS:
        at = low.find(told, start, end)
        if at < 0 or not article.anchors_in("task_leader", start, at):
            continue
        behind = skip(low, at + len(told), end)
        return min(end, behind)
    return None


def end_of_quote(low: str, start: int, at: int, end: int) -> int:
    """Where the quotation around ``at`` ends ("“Tôi yêu cầu …”, ông … nói"), else ``end``."""
    if low.count('"', start, at) % 2 == 0:
        return end
    close = low.find('"', at, end)
    return close if close >= 0 else end


def _announces(
    article: Article, heading: Heading, timeline: Timeline, directive: Anchor, clause: Clause, end: int
) -> int | None:
    """Where work begins behind a verb that no clause follows: behind a colon, at a bare name, or on the lines below."""
    low = article.low
    if clause.verb is not None:
        return None
    for modal in article.anchors_in("task_modal", directive.end, min(end, directive.end + NOUN_TO_COLON)):
        colon = skip(low, modal.end, end, " ")
        if modal.value and low[colon : colon + 1] == ":":
            return skip(low, colon + 1, end) if colon + 1 < end else end
    if low[end - 1] == ":" and directive.value in ("order", "set"):
        return end
    if directive.value != "order" or clause.start >= end:
        return None
    # "yêu cầu các sở, ngành: (1) Khẩn trương …": who is told stands before the colon.
    behind = low.find(":", clause.start, min(end, clause.start + NOUN_TO_COLON))
    listed = behind >= 0 and open_clause(article, timeline, behind + 1, end).verb is not None
    named = heading.reported_period is not None and anchor_at(article, "task_doer", clause.start) is not None
    if not (listed or named or _opens_list(low, directive.end, end)):
        return None
    return clause.start if behind < 0 else skip(low, behind + 1, end)


def _sets_work(
    article: Article, heading: Heading, timeline: Timeline, directive: Anchor, clause: Clause, start: int, end: int
) -> bool:
    """Whether a verb of its class ("yêu cầu", "chỉ đạo", "cam kết", "nhấn mạnh") sets what ``clause`` says."""
    if clause.doer and is_foreign(article, *clause.doer):
        return False
    # "yêu cầu có thể hoàn thiện sau" allows, "vì mưa lớn nên phải hoãn" tells why something was done.
    if article.low.startswith("có thể ", clause.start) or article.low.endswith(
        " nên phải ", directive.end, clause.work
    ):
        return False
    near = max(start, directive.start - LEAD_IN_WITHIN)
    frames = timeline.between(near, directive.start)
    framed = clause.framed or any(frame.future for frame in frames)
    if directive.value == "steer":
        # "Trong năm, các cấp ủy chỉ đạo …", "UBND huyện thường xuyên chỉ đạo …" tell what was done.
        if not framed and _tells_practice(article, start, directive.start):
            return False
        return framed or (not frames and _still_steers(article, heading, directive, clause, end))
    policy = clause.verb is not None and clause.verb.value in ("press", "raise")
    if directive.value == "pledge":
        return _is_concrete(article, clause) and not policy
    if directive.value == "wish":
        return bool(clause.modal or framed or clause.doer)
    if directive.value in SAYING:
        if clause.modal == "will":
            return _is_concrete(article, clause)
        # "nhấn mạnh: tiếp tục đổi mới …": verbs of policy without a subject are said to be done.
        leader = article.anchors_in("task_leader", near, directive.start)
        told_of = article.anchors_in("section_report", near, directive.start)
        imperative = _opens_list(article.low, directive.end, end) and leader and not told_of and clause.doer is None
        # "Hội nghị thống nhất chấm điểm các xã trước ngày 15/12": what is decided with a day for it is still to come.
        dated = directive.value == "set" and clause.doer is None and " trước ngày " in article.low[clause.work : end]
        return bool(clause.modal or framed or dated or (imperative and policy))
    return True


def _tells_practice(article: Article, start: int, at: int) -> bool:
    """Whether a body without a leader's name leads as it always does, or in answer to a document, at ``at``."""
    low = article.low
    subject = max(start, *(low.rfind(mark, start, at) for mark in ",;:"))
    if article.anchors_in("task_leader", subject, at):
        return False
    begin = skip(low, start, at)
    carry_on = anchor_at(article, "task_carry_on", begin)
    begin = skip(low, carry_on.end, at) if carry_on else begin
    return low.startswith(_ON_THE_BASIS_OF, begin) or low.endswith(_AS_ALWAYS, begin, at)


def _opens_list(low: str, start: int, end: int) -> bool:
    after = skip(low, start, end, ' ,"')
    return low[after : after + 1] == ":" or low.startswith("rằng:", after)


def _is_concrete(article: Article, clause: Clause) -> bool:
    """Whether the verb names work; whoever promises to do his best names none."""
    if not is_task_verb(clause.verb):
        return False
    # "sẽ tập trung rà soát 30 vụ việc": the last verb of the row says what.
    row = verb_chain(article, clause.work, clause.chain_end)[0]
    return clause.doer is not None or any(verb.value not in ("press", "raise") for verb in row)


def _still_steers(article: Article, heading: Heading, directive: Anchor, clause: Clause, end: int) -> bool:
    """Whether "chỉ đạo" sets work that is still to come, and does not tell what was done.

    "đã chỉ đạo" stands as long as the inquiry that it set going is not over; a report's "chỉ đạo nhận 04 đơn" is done.
    """
    if any(modal.value == "must" for modal in article.anchors_in("task_modal", directive.end, end)):
        return True
    group = clause.verb.value if clause.verb else ""
    before = article.low[max(0, directive.start - _DONE_WITHIN) : directive.start]
    done = " đã " in before
    if heading.reported_period is not None:
        return not done and (clause.doer is not None or group == "press")
    # "đã tiếp thu và sớm chỉ đạo": what is told beside it is done too.
    return not done or (group in ANSWERS and " đã " in before[-_RIGHT_BEFORE:])


def is_past(article: Article, start: int, clause: Clause, end: int) -> bool:
    """Whether the clause tells what was done: "đã" before its verb, or before the main verb behind a comma."""
    low = article.low
    opening = _BRACKETS.sub(" ", low[max(start, clause.start) : clause.chain_end])
    if {"đã", "vừa"} & set(opening.split()):
        return True
    end = chunks(low, clause.chain_end, min(end, clause.chain_end + _MAIN_VERB_WITHIN), ";:")[0][1]
    parts = chunks(low, clause.chain_end, end, ",")
    return any(
        " đã " in low[a:b] and anchor_at(article, "task_doer", skip(low, a, b, " ")) is not None for a, b in parts[1:3]
    )


def is_demand(article: Article, clause: Clause) -> bool:
    """Whether the clause is itself a demand: "Chủ tịch yêu cầu …", "Yêu cầu các xã …", "Bộ trưởng chỉ đạo …"."""
    if clause.verb is None or clause.verb.value not in ("order", "steer"):
        return False
    return clause.verb.value == "order" or (
        clause.doer is not None and bool(article.anchors_in("task_leader", *clause.doer))
    )
