"""Which articles of many are reports of one body, and which two of its periods to compare.

A body is a tier and a place. Where an article does not say which district or commune it is about, nothing tells whether
two of them are of one body, and they are never compared unasked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from danvan_cli.comparing.periods import alike, same
from danvan_cli.lexicon import fold
from danvan_cli.lexicon.places import province, provinces
from danvan_cli.record import Level, Period, Record

Choice = Literal["asked", "one_kind", "latest"]
"""Why two periods were taken: both were asked for; the latest of one kind; the latest, for no two are of one kind."""


class Body(NamedTuple):
    """Whose work a report is about."""

    level: Level
    province: str | None = None
    """As one name on both sides of 2025-07-01 where the province was only renamed."""
    district: str | None = None
    commune: str | None = None


class Pair(NamedTuple):
    """Two periods of a body and all its reports of each, the one to compare first."""

    old: list[Record]
    new: list[Record]
    why: Choice


def body_of(record: Record) -> Body | None:
    """The body that reports, ``None`` where the article does not tell which one it is."""
    place = record.locality
    match place.level:
        case "national":
            return Body("national")
        case "province" if place.province:
            return Body("province", lasting_name(place.province))
        case "district" if place.province and place.district:
            return Body("district", lasting_name(place.province), place.district)
        case "commune" if place.province and place.commune:
            return Body("commune", lasting_name(place.province), place.district, place.commune)
    return None


def lasting_name(name: str) -> str:
    """Name of a province today where it is the same province under another name ("Thừa Thiên Huế"), else ``name``."""
    found = province(name)
    if found is None or sum(p.era == "63" and p.today == found.today for p in provinces()) > 1:
        return name
    return found.today


def is_report(record: Record) -> bool:
    """Whether there is something to compare: a period, and tasks or figures of it."""
    return record.reported_period is not None and bool(record.tasks or record.statistics)


def in_order(periods: Iterable[Period]) -> list[Period]:
    """The periods, each once, the latest last; of two that end on one day the longer is the later."""
    found = {(period.start, period.end): period for period in periods}
    return sorted(found.values(), key=lambda period: (period.end, [-ord(digit) for digit in period.start]))


def two_periods(reports: Sequence[Record], first: Period | None = None, last: Period | None = None) -> Pair | None:
    """The reports of ``first`` and of ``last``, or of what goes best with the one given, or of the two latest periods.

    Two periods of one kind (two years, two halves) go before a later one of another kind. ``None`` where there are no
    two, or not those that are given.
    """
    found = in_order(report.reported_period for report in reports if report.reported_period)
    olds = [p for p in found if first is None or same(p, first)][::-1]
    news = [p for p in found if last is None or same(p, last)][::-1]
    pairs = [(old, new) for new in news for old in olds if not same(old, new)]
    if first is None or last is None:
        pairs = [
            (old, new) for old, new in pairs if old.end < new.end or (old.end == new.end and old.start > new.start)
        ]
    if not pairs:
        return None
    kindred = (pair for pair in pairs if alike(*pair) and _mostly_after(*pair))
    old, new = pairs[0] if first and last else next(kindred, pairs[0])
    taken = _fullest_first([r for r in reports if r.reported_period and same(r.reported_period, new)])
    before = _fullest_first([r for r in reports if r.reported_period and same(r.reported_period, old)], like=taken[0])
    why: Choice = "asked" if first and last else "one_kind" if alike(old, new) else "latest"
    return Pair(before, taken, why)


def _mostly_after(old: Period, new: Period) -> bool:
    """Whether ``new`` begins after the middle of ``old``: a year of the state's reports begins on 15/12 of another."""
    start, end, begin = (date.fromisoformat(day) for day in (old.start, old.end, new.start))
    return begin > start + (end - start) / 2


def _fullest_first(reports: list[Record], like: Record | None = None) -> list[Record]:
    """Reports of one period: those of the organizer of ``like`` first, then by how many tasks and figures they have."""
    organizer = fold(like.event.organizer or "") if like else ""

    def order(record: Record) -> tuple[bool, int, int, str]:
        own = fold(record.event.organizer or "")
        related = bool(own and organizer) and (own in organizer or organizer in own)
        return not related, -len(record.tasks), -len(record.statistics), record.source.path

    return sorted(reports, key=order)
