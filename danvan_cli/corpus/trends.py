"""An indicator over periods: series of figures that may be compared with one another.

A series is of one body, one unit and one kind of period: years stand beside years, quarters beside quarters, the first
nine months of a year beside those of other years. Periods that start or end within a month, or reach over several
years, are in no series. Nothing is filled in: a period between two others that no article reports is a gap.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

import msgspec

from danvan_cli.corpus.aggregation import Figure, Meaning, Total, body_key, meaning, totals
from danvan_cli.corpus.units import commonest
from danvan_cli.lexicon.folding import bare, fold
from danvan_cli.record import Bound, Indicator, Level, Period, PetitionKind

Cadence = Literal["year", "half", "quarter", "month", "same_months"]
"""What kind of period follows upon another; ``same_months`` are the same months of each year ("9 tháng đầu năm")."""
CADENCES: tuple[Cadence, ...] = get_args(Cadence)
_ORDER = get_args(Indicator)
_LEVELS = get_args(Level)
_MONTHS: dict[Cadence, int] = {"year": 12, "half": 6, "quarter": 3, "month": 1}


class Point(msgspec.Struct):
    """What a series gives for one period."""

    period: Period
    """Its label is empty where no article reports the period."""
    value: float | None
    """``None`` where no article gives a figure, or several of them disagree."""
    values: list[float]
    """The different figures that the articles give, from the lowest to the highest."""
    bound: Bound
    figures: list[Figure]


class Series(msgspec.Struct):
    """Figures of one body that may be compared, in the order of time."""

    province: str | None
    merged_province: bool
    level: Level | None
    body: str
    indicator: Indicator
    label: str
    unit: str
    kinds: list[PetitionKind]
    cadence: Cadence
    points: list[Point]
    """One for every period from the first to the last that is reported."""


class Spacing(NamedTuple):
    """Which periods follow one another: those of a cadence, or the same months of each year."""

    cadence: Cadence
    first: int
    """First month of the year, where it is the same in all periods; else 0."""
    last: int


class _Line(NamedTuple):
    """What figures must have in common to be in one series."""

    body: tuple[str, bool]
    level: Level | None
    meaning: Meaning
    spacing: Spacing


def series(found: Iterable[Figure], cadences: tuple[Cadence, ...] = ()) -> list[Series]:
    """The series that ``counted`` figures make, by body and indicator; only of ``cadences``, where some are given."""
    bodies: dict[tuple[str, bool], list[Figure]] = {}
    for figure in found:
        bodies.setdefault(body_key(figure), []).append(figure)
    lines: dict[_Line, dict[int, Total]] = {}
    for body, figures in bodies.items():
        for total in totals(figures, ()):
            place = place_of(total.period) if total.period else None
            if place and (not cadences or place[0].cadence in cadences):
                spacing, number = place
                line = _Line(body, total.level, meaning(total.indicator, total.unit, total.kinds), spacing)
                lines.setdefault(line, {})[number] = total
    return [_series(line, lines[line]) for line in sorted(lines, key=_rank)]


def place_of(period: Period) -> tuple[Spacing, int] | None:
    """Where a period stands among its like, as a number that grows by one from each to the next.

    ``None`` for one that is not made of whole months of one year.
    """
    (year, first, day), (last_year, last, last_day) = _parts(period.start), _parts(period.end)
    if year != last_year or day != 1 or last_day != monthrange(year, last)[1]:
        return None
    months = last - first + 1
    for cadence, length in _MONTHS.items():
        if months == length and last % length == 0:
            return Spacing(cadence, 0, 0), (year * 12 + first - 1) // length
    return Spacing("same_months", first, last), year


def _parts(day: str) -> tuple[int, int, int]:
    year, month, date = day.split("-")
    return int(year), int(month), int(date)


def _period(spacing: Spacing, number: int) -> Period:
    """The period that stands at ``number``."""
    if spacing.cadence == "same_months":
        year, first, last = number, spacing.first, spacing.last
    else:
        length = _MONTHS[spacing.cadence]
        year, first = divmod(number * length, 12)
        first, last = first + 1, first + length
    return Period("", f"{year:04}-{first:02}-01", f"{year:04}-{last:02}-{monthrange(year, last)[1]}")


def _series(line: _Line, totals_: dict[int, Total]) -> Series:
    one = next(iter(totals_.values()))
    numbers = range(min(totals_), max(totals_) + 1)
    return Series(
        province=one.province,
        merged_province=one.merged_province,
        level=one.level,
        body=one.figures[0].body,
        indicator=one.indicator,
        label=one.label,
        unit=commonest(total.unit for total in totals_.values()),
        kinds=one.kinds,
        cadence=line.spacing.cadence,
        points=[_point(totals_.get(number), line.spacing, number) for number in numbers],
    )


def _point(total: Total | None, spacing: Spacing, number: int) -> Point:
    if total is None or total.period is None:
        return Point(_period(spacing, number), None, [], "exact", [])
    values = sorted({figure.value for figure in total.figures})
    return Point(total.period, total.total, values, total.bound, total.figures)


def _rank(line: _Line) -> tuple[object, ...]:
    """By indicator and level in the order of the contract, then by the alphabet."""
    indicator, unit, kinds = line.meaning
    body, merged = line.body
    cadence = CADENCES.index(line.spacing.cadence)
    level = _LEVELS.index(line.level) if line.level else len(_LEVELS)
    return (_ORDER.index(indicator), level, bare(fold(body)), merged, unit, kinds, cadence, line.spacing)
