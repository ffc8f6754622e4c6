"""From the words of a period to its days, once the heading knows what the article reports."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from danvan_cli.parsing.periods.expressions import Days, Expression


class Reference(NamedTuple):
    """What unwritten years are counted from."""

    year: int | None = None
    """The year that the text speaks of where a period stands."""
    reported: Days | None = None
    today: date | None = None
    """The day of the event, or of the article."""


def month_days(year: int, first: int, until: int, last: int) -> Days:
    """From the first day of a month to the last of another."""
    return date(year, first, 1), date(until, last, 1) + relativedelta(day=31)


def days_of(expression: Expression, reference: Reference) -> Days | None:
    """First and last day of what the words name, ``None`` where the article does not fix them."""
    if expression.days is not None:
        return expression.days
    year = expression.year
    if year is None and expression.now:
        year = reference.today.year if reference.today else reference.year
    match expression.unit:
        case "term":
            return None
        case "same":
            return _same_days(expression, reference)
        case "rest" | "to_date":
            return _open_days(expression, year or reference.year, reference)
        case "quarter" | "month" if expression.shift is not None:
            return _shifted_days(expression, reference)
    if year is None:
        year = reference.year if reference.year is None else reference.year + (expression.shift or 0)
        if expression.shift is not None and reference.reported:
            # "năm qua", "năm tới" and "năm trước" are counted from the report, not from the part of it they stand in.
            year = reference.reported[1].year + expression.shift
    if year is None or not 1900 <= year <= 2100:
        return None
    return month_days(year, expression.first, expression.until or year, expression.last)


def _same_days(expression: Expression, reference: Reference) -> Days | None:
    if reference.reported is None:
        if expression.year is None:
            return None
        return month_days(expression.year, 1, expression.year, 12)
    first, last = reference.reported
    back = last.year - expression.year if expression.year is not None else 1
    if not 0 < back < 100 or last.year - first.year > 1:
        return None
    return month_days(first.year - back, first.month, last.year - back, last.month)


def _open_days(expression: Expression, year: int | None, reference: Reference) -> Days | None:
    """The rest of a year after what is reported, or a year up to the day of the article."""
    if year is None:
        return None
    if expression.unit == "rest":
        done = reference.reported[1].month if reference.reported and reference.reported[1].year == year else None
        done = done or (reference.today.month if reference.today and reference.today.year == year else None)
        return month_days(year, done + 1, year, 12) if done and done < 12 else None
    if reference.today and reference.today.year == year:
        return date(year, 1, 1), reference.today
    return None


def _shifted_days(expression: Expression, reference: Reference) -> Days | None:
    """ "quý tới", "tháng trước": whole units after the last one reported."""
    size = 3 if expression.unit == "quarter" else 1
    last = reference.reported[1] if reference.reported else None
    if last is None or expression.shift is None:
        return None
    begin = date(last.year, (last.month - 1) // size * size + 1, 1) + relativedelta(months=expression.shift * size)
    return begin, begin + relativedelta(months=size, days=-1)
