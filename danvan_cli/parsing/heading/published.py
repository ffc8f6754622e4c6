"""When the page was published: the date of its dateline, unless that is the day on which the page was built.

Pages that are crawled again print the day of the crawl. A printed date is believed where it falls within two months
after the event; an event without a year takes its year from a page printed within a month after it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

from danvan_cli.document import Line
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.dates import Day, dates_in, latest, time_in
from danvan_cli.parsing.heading.event_date import EventDate
from danvan_cli.parsing.periods import Days

_BUILT = timedelta(days=60)
_PROMPT = timedelta(days=31)
_AT_ONCE = timedelta(days=3)
_LONG_AFTER = timedelta(days=240)
_CLOCK_RULE = "clock"


class Printed(NamedTuple):
    """A date that the page gives: in its metadata, in the article's own dateline, or in the site's clock."""

    day: date
    iso: str
    place: Literal["metadata", "dateline", "clock"]


def printed_dates(article: Article) -> list[Printed]:
    """The dates that the page prints about itself, metadata first, datelines in order, clocks last."""
    meta = article.document.metadata.published
    if meta:
        return [Printed(date.fromisoformat(meta[:10]), meta, "metadata")]
    datelines = [found for line in article.lines if line.kind == "dateline" for found in _in_line(article, line)]
    clocks = [
        found._replace(place="clock")
        for line in article.document.lines
        if line.kind == "noise" and line.rule == _CLOCK_RULE
        for found in _in_line(article, line)
    ]
    return datelines + clocks


def _in_line(article: Article, line: Line) -> list[Printed]:
    found = []
    for mention in dates_in(article.low, line.start, line.end):
        day = mention.first.on_calendar()
        if day:
            time = time_in(article.low, line.start, line.end)
            found.append(Printed(day, f"{day.isoformat()}T{time}" if time else day.isoformat(), "dateline"))
    return found


def year_of(day: Day, printed: list[Printed]) -> date | None:
    """The day in the year of a page that was printed within a month after it; of a clock, within days."""
    for page in printed:
        found = latest(day, page.day)
        if found and page.day - found <= (_AT_ONCE if page.place == "clock" else _PROMPT):
            return found
    return None


def agreeing(
    printed: list[Printed], day: date | None, event: EventDate | None, reported: Days | None
) -> Printed | None:
    """The date of publication among those that the page gives; its metadata are believed in any case."""
    own = [page for page in printed if page.place != "clock"]
    if own and own[0].place == "metadata":
        return own[0]
    if day is None:
        if event and event.day:
            return None if event.day.year is None and reported else next(iter(own), None)
        if reported:
            own = [page for page in own if timedelta(days=-31) <= page.day - reported[1] <= _LONG_AFTER]
        return next(iter(own), None)
    near = [page for page in own if timedelta(days=-1) <= page.day - day <= _BUILT]
    if near:
        return min(near, key=lambda page: page.day - day)
    # A site's clock that shows the very day of the event was read on that day.
    return next((p for p in printed if p.place == "clock" and timedelta(0) <= p.day - day <= timedelta(days=1)), None)


def built_later(printed: list[Printed], page: Printed | None, day: date | None) -> Printed | None:
    """A date that the page prints and that is months away from the event: the day on which the page was built."""
    if day is None:
        return None
    return next((p for p in printed if p is not page and abs(p.day - day) > _BUILT), None)
