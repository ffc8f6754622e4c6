"""Đơn and vụ việc: where in the chain from reception to resolution they stand, or that they are mediations."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.statistics.figure import Figure
from danvan_cli.parsing.statistics.topics import (
    INDICATOR_OF_TOPIC,
    OTHER,
    PETITIONS,
    RECEPTION,
    Reading,
    Surroundings,
    Topic,
    has,
    phrase_end,
    topics,
)
from danvan_cli.record import Indicator

# What follows the noun says more than a verb of receiving or sorting before it.
_SAYS_MORE = frozenset({"eligible", "ineligible", "jurisdiction", "out_of_jurisdiction"})
_DONE = ("resolve", "pending")
# What is counted second in a ratio ("19/33 vụ việc") by what is counted first.
_BASE: dict[Indicator, Indicator] = {
    "petitions_resolved": "petitions_under_jurisdiction",
    "petitions_eligible": "petitions_received",
}
_REACH = 300
_LOOK_AHEAD = 60


def petitions(article: Article, figure: Figure, around: Surroundings) -> Reading:
    """The indicator of petitions and cases, and the rule that found it."""
    if figure.kind == "case" and is_offence(article, figure):
        return OTHER
    if figure.words == "trường hợp" and around.own == "eligible" and not _names_kind(article, figure):
        return OTHER
    flow = [topic for topic in around.before if topic.value in INDICATOR_OF_TOPIC]
    if figure.kind == "case":
        if _is_mediation(article, figure, around):
            return Reading("mediations", "cases in mediation")
        if _is_of_reception(figure, around, flow):
            return Reading("visit_cases", "cases in reception")
    value = _stage(article, flow, [topic for topic in around.inside if topic.value in INDICATOR_OF_TOPIC])
    if value == "pending" and _is_rest_of_sorting(article, figure, around):
        return OTHER
    if value == "overdue" and around.previous is not None and around.previous.indicator == "petitions_pending":
        return Reading("petitions_pending", "part of what is pending")
    if value == "eligible" and figure.kind == "case" and not _about_petitions(article, figure, around):
        return OTHER
    if value:
        return Reading(_side(figure, INDICATOR_OF_TOPIC[value]), f"petitions: {value}")
    carried = _of_these(article, figure) or _carried(around)
    if carried is not None and article.low[figure.before : figure.number.left].strip() == "/":
        return Reading(_BASE.get(carried, carried), "ratio of petitions")  # "176 đơn (160 khiếu nại)/221 đơn"
    if carried is not None:
        return Reading(_side(figure, carried), "part of a figure of petitions")
    return Reading("petitions_received", "petitions") if figure.kind == "petition" else OTHER


def _is_rest_of_sorting(article: Article, figure: Figure, around: Surroundings) -> bool:
    """Whether "3.123 đơn còn lại" are those outside the jurisdiction: told after the ones within, none yet resolved."""
    pending = [topic for topic in around.before + around.inside if topic.value == "pending"]
    stages = {f.indicator for f in around.earlier}
    return (
        all(article.low[topic.start : topic.end] == "còn lại" for topic in pending)
        and "petitions_under_jurisdiction" in stages
        and bool(stages & {"petitions_received", "petitions_eligible"})
        and "petitions_resolved" not in stages
    )


def _carried(around: Surroundings) -> Indicator | None:
    """The indicator of the petitions or cases counted before; of a ratio, that of its first side."""
    for figure in reversed(around.earlier):
        counted = figure.indicator in PETITIONS or figure.indicator == "other"
        if counted and figure.kind in ("petition", "case") and figure.number.part != "denominator":
            return figure.indicator
    return None


def is_offence(article: Article, figure: Figure) -> bool:
    """Whether cases are crimes, breaches of rules or suits at court, whose clause names no petition.

    "xử lý 553 vụ vi phạm hành chính", "Tòa án hai cấp thụ lý 1.204 vụ; giải quyết 1.120 vụ".
    """
    end = phrase_end(article, figure)
    if _names_kind(article, figure):
        return False
    start = max(figure.sentence.start, figure.before - _REACH)
    named = article.anchors_in("offence", start, end)
    if any(word.start >= figure.clause for word in named):
        return True
    # A court is the subject of all clauses of its sentence, until one is of petitions.
    courts = [word.end for word in named if word.value == "court"]
    return bool(courts) and not article.anchors_in("petition_kind", courts[-1], figure.before)


def _about_petitions(article: Article, figure: Figure, around: Surroundings) -> bool:
    """Whether anything near in the sentence says that cases taken up are petitions: "xử lý 30 vụ" alone does not."""
    start = max(figure.sentence.start, figure.before - _REACH)
    end = min(figure.sentence.end, figure.end + _REACH)
    return (
        any(f.indicator in PETITIONS or f.indicator in RECEPTION for f in around.earlier)
        or bool(article.anchors_in("petition_kind", start, end))
        or any(a.value == "petition" for a in article.anchors_in("counted", start, end))
        or any(topic.value in _SAYS_MORE for topic in around.inside)
    )


def _names_kind(article: Article, figure: Figure) -> bool:
    return bool(article.anchors_in("petition_kind", figure.before, phrase_end(article, figure)))


def _of_these(article: Article, figure: Figure) -> Indicator | None:
    """What "Trong số đơn đủ điều kiện, …" says that the figures of its clause are parts of."""
    if not article.low.startswith(("trong số đơn", "trong tổng số đơn"), figure.clause):
        return None
    named = [
        t
        for t in topics(article, figure.clause, min(figure.clause + _LOOK_AHEAD, figure.before))
        if t.value in INDICATOR_OF_TOPIC
    ]
    return INDICATOR_OF_TOPIC[named[-1].value] if named else None


def _is_of_reception(figure: Figure, around: Surroundings, flow: list[Topic]) -> bool:
    """Whether cases are those that citizens came with: words or figures of reception precede, no petition."""
    previous = around.previous
    follows = previous is not None and previous.indicator in RECEPTION and previous.sentence == figure.sentence
    if flow:
        # As in "20 đoàn (cũ 11 vụ, mới phát sinh 9 vụ)".
        return follows and figure.bracket >= 0 and all(topic.value == "receive" for topic in flow)
    return follows or has(around.before, "reception")


def _is_mediation(article: Article, figure: Figure, around: Surroundings) -> bool:
    """Whether a case is one of mediation: "hòa giải thành 61 vụ việc", "thụ lý 70 vụ việc, hòa giải thành 61".

    How petitions were resolved is none: "giải quyết 85/92 vụ việc, có 7 vụ việc được giải quyết thông qua hòa giải".
    """
    if (
        around.inside
        and around.inside[0].value == "resolve"
        and any(f.indicator == "petitions_resolved" and f.sentence == figure.sentence for f in around.earlier)
    ):
        return False
    before_it = article.low[around.before[-1].end : figure.number.left].strip() if around.before else ""
    if (around.own == "mediation" and before_it != ",") or has(around.inside, "mediation"):
        return True
    previous = around.previous
    if previous is not None and previous.indicator == "mediations" and previous.sentence == figure.sentence:
        return not any(topic.value in ("resolve", "jurisdiction", "handled") for topic in around.before)
    if around.own not in ("", "receive", "eligible", "jurisdiction"):
        return False
    if article.anchors_in("petition_kind", figure.before, figure.tail):
        return False
    if has(topics(article, max(figure.sentence.start, figure.before - _REACH), figure.before), "mediation"):
        return True
    taken_in = bool(around.own) or (bool(around.inside) and around.inside[0].value in ("receive", "eligible"))
    ahead = topics(article, figure.end, min(figure.tail + _LOOK_AHEAD, figure.sentence.end))
    return taken_in and has(ahead, "mediation")


def _stage(article: Article, flow: list[Topic], inside: list[Topic]) -> str:
    """The topic that says where in the chain petitions stand: from the words before them, then their own phrase."""
    done = next((value for value in _DONE if has(inside, value)), "")
    tail = inside[0].value if inside else ""
    if not flow:
        return done or tail
    value = flow[-1].value
    if flow[-1].end - flow[-1].start == len("còn") and value == "pending" and tail:
        return done or tail  # "sau phân loại còn 871 đơn đủ điều kiện xử lý"
    if len(flow) > 1:
        before, last = flow[-2], flow[-1]
        if not any(sign in article.low[before.end : last.start] for sign in ",;:"):
            value = _joined(before.value, value)
    if value in ("receive", "eligible") and tail in _SAYS_MORE:
        return tail
    if value in ("receive", "eligible", "jurisdiction"):
        return done or value
    # "giải quyết dứt điểm 9 đơn còn lại", "… 9 đơn quá hạn" is said of what is pending.
    late = value == "resolve" and has(inside, "overdue")
    return "pending" if late or (value in ("handled", "resolve", "eligible") and done == "pending") else value


def _joined(first: str, second: str) -> str:
    """The stage that two topic words with no comma between them mean together."""
    if second == "jurisdiction" and first in _DONE:
        return first  # "đã giải quyết theo thẩm quyền"
    if second == "receive" and first == "jurisdiction":
        return first  # "thuộc thẩm quyền phát sinh trong kỳ"
    if second == "resolve" and first == "pending":
        return first  # "còn phải giải quyết"
    return second


def _side(figure: Figure, indicator: Indicator) -> Indicator:
    """The indicator of one side of a ratio of petitions."""
    if figure.number.part == "numerator" and indicator == "petitions_under_jurisdiction":
        return "petitions_resolved"  # "175/202 vụ việc phải giải quyết đã có kết quả"
    return _BASE.get(indicator, indicator) if figure.number.part == "denominator" else indicator
