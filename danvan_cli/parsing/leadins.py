"""Where work opens in a sentence: behind "đồng chí đề nghị", behind a time to come, behind "nhiệm vụ trọng tâm như"."""

from __future__ import annotations

import re
from typing import NamedTuple

from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.clauses import Clause, Timeline, anchor_at, chunks, open_clause, skip, skip_mark, word_before
from danvan_cli.parsing.heading import Heading

_BRACKETS = re.compile(r"\([^()]*\)")
_NOUN_TO_COLON = 140
_PERSON_WITHIN = 160
_DONE_WITHIN = 60
_ANSWERS = ("inspect", "solve", "order", "steer", "press")
_MAIN_VERB_WITHIN = 240
_MOST_OPENERS = 16
_LEAD_IN_WITHIN = 400
_FRAME_BEHIND = 90
_SUBORDINATORS = ("sau khi ", "khi ", "nếu ", "theo ", "được ", "trước khi ")
_SUBORDINATE = frozenset({"được", "do", "mà", "nếu"})
"""Words that make a demand part of something else: "nhiệm vụ do Tỉnh ủy giao", "nếu thấy sai sẽ yêu cầu …"."""
_LONGEST_ATTRIBUTION = 120


class Work(NamedTuple):
    """A stretch of text that sets tasks; empty where it only announces the list on the lines that follow."""

    start: int
    end: int
    rule: str
    directive: int | None
    """Offset of the verb of demanding ("đề nghị"), whose subject sets the tasks."""
    delegated: bool = False
    """Whether the verb hands the work to somebody ("giao cho"), so that who works is no part of the task."""


def find_work(
    article: Article, heading: Heading, timeline: Timeline, start: int, end: int, going_on: bool, spoken: bool = False
) -> Work | None:
    """The work that the sentence ``start:end`` sets, if it sets any.

    ``going_on`` says that the sentence follows one that sets tasks, so that a bare verb phrase goes on with them;
    ``spoken`` that it follows what a leader says, so that whoever must do something is told to.
    """
    end = trim_end(article.low, start, end)
    if anchor_at(article, "section_event", skip(article.low, start, end)):
        going_on = False
    announced = _announced(article, timeline, start, end, going_on)
    if announced:
        return announced
    quoted = _quoted(article, timeline, start, end)
    if quoted:
        return quoted
    clause = open_clause(article, timeline, start, end)
    opens = clause.verb is not None and not _is_past(article, start, clause, end) and not _demands(article, clause)
    if opens and clause.framed:
        return Work(clause.start, end, "time to come", None)
    if opens and going_on and _goes_on(article, heading, start, clause):
        marked = anchor_at(article, "task_mark", start) is not None
        return Work(start if marked else clause.start, end, "goes on", None)
    demanded = _demanded(article, heading, timeline, start, end)
    if demanded:
        return demanded
    if opens and _is_duty(article, start, clause, spoken):
        return Work(clause.start, end, "duty", None)
    announces = clause.modal == "will" and clause.doer is not None and clause.doer_kind == "many"
    if opens and announces and _answers(heading, clause, spoken):
        return Work(clause.start, end, "announcement", None)
    return None


def _is_duty(article: Article, start: int, clause: Clause, spoken: bool) -> bool:
    """Whether the clause says who must do what, in a leader's speech or as a document has it ("Theo đó, …")."""
    if clause.modal != "must" or not _is_task_verb(clause.verb):
        return False
    if not (spoken or article.low.startswith("theo đó", start)) or article.anchors_in(
        "task_private", start, clause.work
    ):
        return False
    return clause.doer is not None or not clause.doer_kind


def trim_end(low: str, start: int, end: int) -> int:
    """``end`` without the stop, ellipsis and end mark of a sentence."""
    quotes = low.count('"', start, end)
    while end > start:
        if low[end - 1] == ":" and low[end - 2 : end - 1].isalnum():
            break
        if low[end - 1] == '"':
            if quotes % 2 == 0:
                break
            quotes -= 1
        elif low[end - 1] not in " .…/;,:!?":
            break
        end -= 1
    return end


def _is_task_verb(verb: Anchor | None) -> bool:
    return verb is not None and verb.value not in ("tail", "keep")


def _answers(heading: Heading, clause: Clause, spoken: bool) -> bool:
    """Whether what a body will do is a task: in a report or a leader's speech whatever it is, else what answers a case."""
    told = spoken or heading.reported_period is not None
    return _is_task_verb(clause.verb) and (told or (clause.verb is not None and clause.verb.value in _ANSWERS))


def _is_concrete(clause: Clause) -> bool:
    """Whether the verb names work; whoever promises to do his best names none."""
    verb = clause.verb
    return (
        verb is not None and _is_task_verb(verb) and (clause.doer is not None or verb.value not in ("press", "raise"))
    )


def _demands(article: Article, clause: Clause) -> bool:
    """Whether the clause is itself a demand: "Chủ tịch yêu cầu …", "Yêu cầu các xã …", "Bộ trưởng chỉ đạo …"."""
    if clause.verb is None or clause.verb.value not in ("order", "steer"):
        return False
    return clause.verb.value == "order" or (
        clause.doer is not None and bool(article.anchors_in("task_leader", *clause.doer))
    )


def _goes_on(article: Article, heading: Heading, start: int, clause: Clause) -> bool:
    """A verb phrase goes on with the tasks before it; so does a doer with a modal, and in a report a bare one."""
    if clause.verb is None or (clause.verb.value == "tail" and not clause.modal):
        return False
    told_on = article.low.startswith("đồng thời", start)
    if clause.doer and not clause.modal and not told_on and heading.reported_period is None:
        return False
    if clause.modal == "will" and article.low.startswith("được ", clause.work):
        return False  # what will be done to a thing is news of it
    # A sentence about a person, or about what a person says, is a new one.
    reach = min(len(article.low), start + _PERSON_WITHIN)
    parts = chunks(article.low, start, reach, ",")[:2]
    if any(anchor_at(article, "task_person", skip(article.low, *part)) for part in parts):
        return False
    person = next(iter(article.anchors_in("task_person", start, reach)), None)
    said = article.anchors_in("task_directive", person.end, reach) if person else []
    return not any(anchor.value == "say" for anchor in said)


def _quoted(article: Article, timeline: Timeline, start: int, end: int) -> Work | None:
    """ "“Các xã cần …”, đồng chí … nhấn mạnh": a demand in quotes, with who makes it behind them."""
    low = article.low
    close = low.rfind('"', start, end)
    after = skip(low, close + 1, end, " ,-.")
    if close < start or after >= end or end - after > _LONGEST_ATTRIBUTION:
        return None
    said = [a for a in article.anchors_in("task_directive", after, end) if a.value != "noun"]
    if not said or not article.anchors_in("task_leader", after, end) or article.anchors_in("task_private", after, end):
        return None
    clause = open_clause(article, timeline, start, close)
    if clause.verb is None or _is_past(article, start, clause, close):
        return None
    if clause.modal == "must" or (said[-1].value == "order" and not clause.doer):
        return Work(clause.start, trim_end(low, start, close), "demand in quotes", said[-1].start)
    return None


def _is_past(article: Article, start: int, clause: Clause, end: int) -> bool:
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


def _announced(article: Article, timeline: Timeline, start: int, end: int, going_on: bool) -> Work | None:
    """ "… nhiệm vụ trọng tâm như: …", "… tập trung vào các nội dung:", "Báo cáo đề ra nhiệm vụ năm 2023: …"."""
    low = article.low
    for noun in article.anchors_in("task_list", start, end)[:_MOST_OPENERS]:
        near = max(start, noun.start - _LEAD_IN_WITHIN)
        future = any(frame.future for frame in timeline.between(near, min(end, noun.end + _FRAME_BEHIND)))
        said = [a.value for a in article.anchors_in("task_directive", near, noun.start)]
        demanded = "order" in said or ("say" in said and noun.value == "strong")
        if not (future or demanded or (going_on and noun.value == "strong")):
            continue
        limit = min(end, noun.end + _NOUN_TO_COLON)
        colon = low.find(":", noun.end, limit)
        if colon >= 0 and not any(c in ";." for c in low[noun.end : colon]):
            return Work(skip(low, colon + 1, end), end, "announced list", _directive_before(article, near, noun.start))
        for word in (" như ", " gồm ", " là ", " trong đó ") if noun.value == "strong" else ():
            at = low.find(word, noun.end - 1, limit)
            if at < 0 or any(c in ";." for c in low[noun.end : at]):
                continue
            clause = open_clause(article, timeline, at + len(word), end)
            if clause.verb is not None and clause.doer is None and clause.verb.value != "tail":
                rule = "announced list"
                return Work(at + len(word), end, rule, _directive_before(article, near, noun.start))
    return None


def _directive_before(article: Article, start: int, end: int) -> int | None:
    found = [a for a in article.anchors_in("task_directive", start, end) if a.value != "noun"]
    return found[-1].start if found else None


def _demanded(article: Article, heading: Heading, timeline: Timeline, start: int, end: int) -> Work | None:
    """ "đồng chí … đề nghị [thời gian tới] [các cấp ủy] [cần] tiếp tục …"."""
    low = article.low
    for directive in article.anchors_in("task_directive", start, end)[:_MOST_OPENERS]:
        if directive.value in ("noun", "hope") or not _has_subject(article, heading, directive, start, end):
            continue
        near = max(start, directive.start - _LEAD_IN_WITHIN)
        led = bool(article.anchors_in("task_leader", near, directive.start))
        told = led and directive.value in ("order", "steer")
        clause = open_clause(article, timeline, directive.end, end, told=told)
        after = skip(low, directive.end, end, ' ,"')
        colon = low[after : after + 1] == ":" or low.startswith("rằng:", after)
        if clause.verb is None or _is_past(article, directive.end, clause, end):
            listing = directive.value == "order" or (directive.value == "say" and bool(timeline.between(near, end)))
            if clause.verb is None and article.low[end - 1] == ":" and listing:
                return Work(end, end, "demand", directive.start)
            # "yêu cầu các sở, ngành: (1) Khẩn trương …": who is told stands before the colon.
            behind = low.find(":", clause.start, min(end, clause.start + _NOUN_TO_COLON))
            listed = behind >= 0 and open_clause(article, timeline, behind + 1, end).verb is not None
            named = heading.reported_period is not None and anchor_at(article, "task_doer", clause.start) is not None
            if clause.verb is None and directive.value == "order" and clause.start < end and (colon or listed or named):
                begin = clause.start if behind < 0 else skip(low, behind + 1, end)
                return Work(begin, end, "demand", directive.start)
            continue
        # "đề nghị huyện giao chỉ tiêu cho từng thôn": what a body is told to hand out is its work.
        told_body = directive.value == "order" and clause.doer and not article.anchors_in("task_leader", *clause.doer)
        if _demands(article, clause) and not told_body:
            continue
        framed = clause.framed or any(frame.future for frame in timeline.between(near, directive.start))
        if directive.value == "steer" and not (framed or _still_steers(article, heading, directive, clause, start, end)):
            continue
        if directive.value == "pledge" and not (_is_concrete(clause) and clause.verb.value not in ("press", "raise")):
            continue
        # "nhấn mạnh: tiếp tục đổi mới …": verbs of policy without a subject are said to be done.
        told_of = article.anchors_in("section_report", near, directive.start)
        imperative = colon and led and not told_of and clause.doer is None and clause.verb.value in ("press", "raise")
        if directive.value == "say" and not (clause.modal or framed or imperative):
            continue
        if directive.value == "wish" and not (clause.modal or framed or clause.doer):
            continue
        if directive.value == "say" and clause.modal == "will" and not _is_concrete(clause):
            continue
        delegated = low.startswith("giao", directive.start) or directive.value == "steer"
        return Work(clause.start, end, "demand", directive.start, delegated)
    return None


def _still_steers(
    article: Article, heading: Heading, directive: Anchor, clause: Clause, start: int, end: int
) -> bool:
    """Whether "chỉ đạo" sets work that is still to come, and does not tell what was done.

    "đã chỉ đạo" stands as long as the inquiry that it set going is not over; a report's "chỉ đạo nhận 04 đơn" is done.
    """
    if clause.verb is None or any(a.value == "must" for a in article.anchors_in("task_modal", directive.end, end)):
        return clause.verb is not None
    if heading.reported_period is not None:
        told = clause.doer is not None or clause.verb.value == "press"
        return told and not _is_done(article.low, start, directive.start)
    return not _is_done(article.low, start, directive.start) or clause.verb.value in _ANSWERS


def _is_done(low: str, start: int, at: int) -> bool:
    return " đã " in low[max(start, at - _DONE_WITHIN) : at]


def _has_subject(article: Article, heading: Heading, directive: Anchor, start: int, end: int) -> bool:
    """Whether somebody in office demands here and now: no noun, no subordinate clause, nobody private, nothing done."""
    low = article.low
    if word_before(article, "task_nominal", directive.start) and not _after_modal_or_past(low, directive.start):
        return False
    near = max(start, directive.start - _LEAD_IN_WITHIN)
    before = low[near : directive.start]
    clause_start = near + 1 + max(before.rfind(mark) for mark in ",;:")
    if low.startswith(_SUBORDINATORS, skip(low, clause_start, end)):
        return False
    if article.anchors_in("task_private", clause_start, directive.start) or _is_asked(article, start, directive.start):
        return False
    if _SUBORDINATE & set(low[clause_start : directive.start].split()):
        return False
    leader = bool(article.anchors_in("task_leader", near, directive.start))
    done = before.rstrip().endswith(("đã", "vừa", "đã trực tiếp", "cũng đã"))
    if directive.value == "steer":
        return leader or bool(article.anchors_in("task_doer", clause_start, directive.start))
    if done and not leader:
        return heading.reported_period is None and low.startswith(("giao", "yêu cầu"), directive.start)
    return True


def _is_asked(article: Article, start: int, at: int) -> bool:
    """Whether ``at`` stands in a list of what people ask for: "Có 35 ý kiến của người dân: …; đề nghị lắp camera"."""
    colon = article.low.rfind(":", start, at)
    if colon < 0 or article.anchors_in("task_leader", colon, at):
        return False
    return bool(article.anchors_in("task_private", max(start, colon - _LEAD_IN_WITHIN), colon))


def _after_modal_or_past(low: str, start: int) -> bool:
    return low[max(0, start - 8) : start].rstrip().endswith(("đã", "cũng", "sẽ"))


def list_mark(article: Article, start: int, end: int) -> bool:
    """Whether the line ``start:end`` is an item of a list."""
    return skip_mark(article, start, end) > start
