"""What the article is about: its title, day, body, place, and the two periods it speaks of."""

from __future__ import annotations

import msgspec

from danvan_cli.document import Line
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading.event import read_event
from danvan_cli.parsing.heading.locality import read_locality
from danvan_cli.parsing.heading.opening import Opening, read_opening
from danvan_cli.parsing.heading.reporting import Reporting, read_reporting
from danvan_cli.parsing.periods import PeriodMention
from danvan_cli.parsing.places import PlaceMention, on_day, places
from danvan_cli.record import Event, Locality, Period, Warning

__all__ = ["Heading", "read_heading"]


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
    places: list[PlaceMention] = []
    """Every place that the article names with certainty, in order of text."""
    warnings: list[Warning] = []


def read_heading(article: Article) -> Heading:
    """Read the heading of an article."""
    if not article.body:
        return Heading()
    opening: Opening = read_opening(article)
    reporting: Reporting = read_reporting(article, opening)
    event = read_event(article, opening, reporting)
    day = event.date or (reporting.published or "")[:10] or (reporting.reported.end if reporting.reported else None)
    found = on_day(places(article), day)
    return Heading(
        title=opening.title,
        title_line=opening.title_line,
        published=reporting.published,
        outlet=opening.outlet,
        author=opening.author,
        event=event,
        locality=read_locality(article, opening, found, day),
        reported_period=reporting.reported,
        planned_period=reporting.planned,
        period_mentions=reporting.mentions,
        places=found,
        warnings=reporting.warnings,
    )
