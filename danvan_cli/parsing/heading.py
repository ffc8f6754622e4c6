"""What the article is about: its title, day, body, place, and the two periods it speaks of."""

from __future__ import annotations

import msgspec

from danvan_cli.document import Line
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.periods import PeriodMention
from danvan_cli.record import Event, Locality, Period, Warning


class Heading(msgspec.Struct):
    """What the other questions need to know of the article as a whole."""

    title: str | None = None
    title_line: Line | None = None
    published: str | None = None
    outlet: str | None = None
    author: str | None = None
    event: Event = msgspec.field(default_factory=Event)
    locality: Locality = msgspec.field(default_factory=Locality)
    reported_period: Period | None = None
    planned_period: Period | None = None
    period_mentions: list[PeriodMention] = []
    """Every period that the article names, in order of text."""
    warnings: list[Warning] = []


def read_heading(article: Article) -> Heading:
    """Read the heading of an article."""
    lines = article.body
    if not lines:
        return Heading()
    return Heading(title=article.text[lines[0].start : lines[0].end], title_line=lines[0])
