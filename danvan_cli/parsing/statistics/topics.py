"""The words beside a figure that name what it is about, and where its noun phrase ends."""

from __future__ import annotations

from typing import NamedTuple

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.statistics.figure import Figure
from danvan_cli.record import Indicator

RECEPTION: frozenset[str] = frozenset({"visits", "visitors", "visit_cases", "group_visits"})
PETITIONS: frozenset[str] = frozenset(
    {"petitions_received", "petitions_eligible", "petitions_under_jurisdiction", "petitions_resolved"}
    | {"petitions_pending"}
)


INDICATOR_OF_TOPIC: dict[str, Indicator] = {
    "receive": "petitions_received",
    "eligible": "petitions_eligible",
    "jurisdiction": "petitions_under_jurisdiction",
    "resolve": "petitions_resolved",
    "resolve_rate": "petitions_resolved",
    "pending": "petitions_pending",
    "ineligible": "other",
    "out_of_jurisdiction": "other",
    "handled": "other",
    "overdue": "other",
    "outcome": "other",
}
"""What the topic words of petitions say of them."""


class Reading(NamedTuple):
    """An indicator and the rule that found it."""

    indicator: Indicator
    rule: str


OTHER = Reading("other", "counted noun")


class Topic(NamedTuple):
    """A topic word beside a figure."""

    start: int
    end: int
    value: str


class Surroundings(NamedTuple):
    """What a figure's indicator is decided by."""

    earlier: list[Figure]
    """The figures before it that it may go on with."""
    before: list[Topic]
    """The topic words that lead to it."""
    inside: list[Topic]
    """The topic words of its noun phrase."""
    heading: list[Topic]
    """The topic words before the colon that opens its sentence ("Đối thoại: huyện 2 cuộc, xã 14 cuộc")."""
    skilled: bool
    """Whether the article's title or the sentence speaks of "Dân vận khéo"."""

    @property
    def own(self) -> str:
        """The topic word nearest before it, empty where there is none."""
        return self.before[-1].value if self.before else ""

    @property
    def previous(self) -> Figure | None:
        """The figure right before it."""
        return self.earlier[-1] if self.earlier else None


def topics(article: Article, start: int, end: int) -> list[Topic]:
    """The topic words within ``start:end``; words that only look like one are left out."""
    return [Topic(a.start, a.end, a.value) for a in article.anchors_in("figure_topic", start, end) if a.value]


def has(found: list[Topic], value: str) -> bool:
    """Whether one of the topic words is ``value``."""
    return any(topic.value == value for topic in found)


def phrase_end(article: Article, figure: Figure) -> int:
    """Where the noun phrase of a figure ends: at the first comma that neither joins a kind to a kind nor is in a term.

    "46 đơn kiến nghị, phản ánh, đã giải quyết …" ends before "đã"; "402 đơn, tố cáo 96 đơn" ends after "402 đơn".
    """
    low = article.low
    at = figure.end
    # "33 vụ việc thuộc thẩm quyền thì đã giải quyết 19": what follows is told of the next figure.
    then = low.find(" thì ", figure.end, figure.tail)
    tail = then if then >= 0 else figure.tail
    while True:
        comma = low.find(",", at, tail)
        if comma < 0:
            return tail
        following = comma + 1
        while following < tail and low[following] == " ":
            following += 1
        kinds = article.anchors_in("petition_kind", figure.end, comma)
        joined = bool(kinds) and article.anchors.at("petition_kind", following) is not None
        terms = [
            *article.anchors_in("figure_topic", figure.end, figure.tail),
            *article.anchors_in("petition_kind", figure.end, figure.tail),
        ]
        if not joined and not any(term.start < comma < term.end for term in terms):
            return comma
        at = following
