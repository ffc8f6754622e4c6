"""Lượt, người and đoàn: turns, people and groups in reception, at outreach sessions, or elsewhere."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.statistics.figure import Figure
from danvan_cli.parsing.statistics.topics import OTHER, RECEPTION, Reading, Surroundings, has

_VISITORS = ("người", "công dân", "dân")
# What joins the two figures of a pair: "866 lượt/964 lượt người", "412 lượt công dân với 530 lượt người".
_PAIRED = ("/", "với", ", với", "-", "gồm", "của")


def people(article: Article, figure: Figure, around: Surroundings) -> Reading:
    """The indicator of turns, people and groups, and the rule that found it."""
    received = _in_reception(figure, around)
    if figure.kind == "group":
        if received or has(around.inside, "reception") or "công dân" in figure.words or "khiếu" in figure.words:
            return Reading("group_visits", "groups in reception")
        if has(around.inside, "supervision"):
            return Reading("supervisions", "delegations of inspection")
        return OTHER
    if figure.kind == "turn":
        return _turns(article, figure, around, received)
    if received and figure.words.startswith(_VISITORS):
        if figure.number.part == "numerator":
            return Reading("visits", "pair of visits and visitors")
        return Reading("visitors", "people in reception")
    if _at_outreach(figure, around):
        return Reading("outreach_attendance", "people at outreach sessions")
    return OTHER


def _turns(article: Article, figure: Figure, around: Surroundings, received: bool) -> Reading:
    if (
        received
        or "tiếp" in figure.words
        or (figure.words == "lượt công dân" and around.own not in ("dialogue", "outreach", "handled"))
    ):
        if _is_second_of_pair(article, figure, around):
            return Reading("visitors", "pair of visits and visitors")
        return Reading("visits", "turns in reception")
    told = not around.own and around.inside and around.inside[0].value == "outreach"
    if told or _at_outreach(figure, around):
        return Reading("outreach_attendance", "turns at outreach sessions")
    return OTHER


def _is_second_of_pair(article: Article, figure: Figure, around: Surroundings) -> bool:
    """Whether the turns are those of people, counted after the visits or the groups they came in."""
    previous = around.previous
    if previous is not None and previous.indicator == "group_visits" and "người" in figure.words:
        return previous.clause == figure.clause
    return (
        previous is not None
        and previous.indicator == "visits"
        and previous.sentence == figure.sentence
        and "người" in figure.words
        and "người" not in previous.words
        and article.low[figure.before : figure.number.left].strip() in _PAIRED
    )


def _in_reception(figure: Figure, around: Surroundings) -> bool:
    """Whether the words or the figure before this one speak of receiving citizens."""
    if around.own and not (around.own == "pending" and figure.kind == "group"):
        return around.own == "reception"  # "còn 107 đoàn" is no petition pending
    previous = around.previous
    carried = (
        previous is not None
        and (previous.indicator in RECEPTION or (previous.topic == "reception" and previous.kind == "session"))
        and (figure.kind != "person" or previous.clause == figure.clause)
    )
    return carried or has(around.inside, "reception")


def _at_outreach(figure: Figure, around: Surroundings) -> bool:
    """Whether these people came to the outreach sessions counted just before, or are told of in words of outreach."""
    previous = around.previous
    if previous is not None and previous.clause == figure.clause and around.own in ("", "outreach"):
        if previous.indicator in ("outreach_sessions", "outreach_attendance"):
            return figure.kind == "turn" or previous.indicator == "outreach_sessions"
        if previous.kind == "session":
            return False
    return around.own == "outreach" and figure.kind == "turn"
