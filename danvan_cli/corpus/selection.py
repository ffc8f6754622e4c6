"""Which records and which figures a question is about: provinces, days, indicators."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from danvan_cli.lexicon import places
from danvan_cli.record import Indicator, Period, Record


class Selection(NamedTuple):
    """What is asked for; an empty or ``None`` part selects everything."""

    provinces: tuple[str, ...] = ()
    """Names as the tables of places spell them."""
    indicators: tuple[Indicator, ...] = ()
    since: str | None = None
    """First ISO day, included."""
    until: str | None = None
    """Last ISO day, included."""
    today: bool = False
    """Whether ``provinces`` are of the 34 of now, whose parts are asked for, and not names at the time."""

    def has_place(self, record: Record) -> bool:
        """Whether the record is about a province that is asked for."""
        name = province_today(record) if self.today else record.locality.province
        return not self.provinces or name in self.provinces

    def names(self) -> tuple[str, ...]:
        """The names that the province of a record may have for :meth:`has_place`; any where empty."""
        if not self.today:
            return self.provinces
        return (*self.provinces, *(one.name for one in places.provinces() if one.today in self.provinces))

    def has_time(self, period: Period | None, day: str | None) -> bool:
        """Whether ``period``, or ``day`` where there is none, touches the days asked for; never so without either."""
        if self.since is None and self.until is None:
            return True
        start, end = (period.start, period.end) if period else (day, day)
        if start is None or end is None:
            return False
        return (self.since is None or end >= self.since) and (self.until is None or start <= self.until)


def day_of(record: Record) -> str | None:
    """The ISO day that stands for an article: of its event, else of its publication, else the end of its period."""
    published = record.published[:10] if record.published else None
    return record.event.date or published or (record.reported_period.end if record.reported_period else None)


def province_label(record: Record) -> tuple[str | None, bool]:
    """The province of a record, and whether it is a merged one of 2025 that an older, smaller one shares its name with.

    "Quảng Trị" was one province until 2025-06-30 and is another, with Quảng Bình, since: their figures never add up.
    """
    name = record.locality.province
    return name, is_merged(name) and places.era_of(day_of(record)) == "34"


def province_today(record: Record) -> str | None:
    """The one of the 34 provinces of now that the province of a record lies in."""
    name = record.locality.province
    found = places.province(name, day_of(record)) if name else None
    return found.today if found else name


def is_merged(name: str | None) -> bool:
    """Whether ``name`` is a province of now that several went into in 2025, one of them of the same name."""
    return name in _merged()


@cache
def _merged() -> frozenset[str]:
    old = [province for province in places.provinces() if province.era == "63"]
    names = {province.name for province in old}
    today = [province.today for province in old]
    return frozenset(name for name in names if today.count(name) > 1)
