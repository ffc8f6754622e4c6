"""Which periods can be set side by side: a year with a year, a half with a half."""

from __future__ import annotations

from datetime import date, timedelta

from danvan_cli.record import Period


def months(period: Period) -> int | None:
    """Length in whole months, ``None`` for other spans of days.

    From the 15th of a month to the 14th of another is whole months too: the petition reports of the state count so
    (Thông tư 02/2021/TT-TTCP, 15/12 to 14/3 is their first quarter).
    """
    first, after = date.fromisoformat(period.start), date.fromisoformat(period.end) + timedelta(days=1)
    if first.day != after.day:
        return None
    return 12 * (after.year - first.year) + after.month - first.month


def alike(one: Period, other: Period) -> bool:
    """Whether both are of one kind: as many whole months, or the same days of another year."""
    length = months(one)
    if length is not None:
        return length == months(other)
    return (one.start[4:], one.end[4:]) == (other.start[4:], other.end[4:])


def same(one: Period, other: Period) -> bool:
    """Whether both are the same days, whatever they are called."""
    return (one.start, one.end) == (other.start, other.end)
