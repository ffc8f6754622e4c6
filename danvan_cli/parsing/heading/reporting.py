"""What is reported and what is planned, and when: periods and days settle each other's years.

A headline says "quý I, triển khai nhiệm vụ quý II/2024", a lead "Sáng 04/4": the year of one stands for all. A review
is held soon after the period that it reviews, so a day without a year goes to the year that brings it nearest to the
end of the period, and a period without a year to the one that ends nearest to the day.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.dates import Day, dates_in, nearest
from danvan_cli.parsing.heading.choosing import (
    choose_planned,
    choose_reported,
    is_of_own_year,
    is_review,
    is_topic,
)
from danvan_cli.parsing.heading.event_date import EventDate, find_day_before_page, find_event_date
from danvan_cli.parsing.heading.opening import Opening
from danvan_cli.parsing.heading.published import Printed, agreeing, built_later, printed_dates, year_of
from danvan_cli.parsing.heading.spoken import Spoken, spoken_periods
from danvan_cli.parsing.heading.year_evidence import day_by_text, latest_year
from danvan_cli.parsing.periods import Days, Expression, PeriodMention, PeriodRole, Reference, days_of
from danvan_cli.record import Period, Warning

_YEAR_OF_DAYS = 370
"""A longer period says nothing of the year of a meeting about it."""


_CUT_OFF_REACH = 20
_SPRING, _WINTER = 3, 11
"""A year is reviewed from November on and up to March; in between it is news that names a year."""
_OPENING = 30
"""Characters of a sentence within which the period that it opens with begins."""


class Reporting(NamedTuple):
    """The days that an article is about."""

    published: str | None
    event: EventDate | None
    event_day: date | None
    reported: Period | None
    planned: Period | None
    reviews: bool
    """Whether the article reports a review, and does not just count something for a period."""
    mentions: list[PeriodMention]
    warnings: list[Warning]


def read_reporting(article: Article, opening: Opening) -> Reporting:
    """Settle the event's day, the page's day, and the two periods."""
    spoken = spoken_periods(article, opening)
    printed = printed_dates(article)
    said = choose_reported(article, opening, spoken)
    event = find_event_date(article, opening)
    own = next((page.day for page in printed if page.place != "clock"), None)
    if event is None and own:
        event = find_day_before_page(article, own)
    if event and said and _is_of_report(article, opening, event, said):
        event = None
    review = is_review(article, opening)
    next_said = choose_planned(article, opening, spoken, said) if said or review else None
    reported, planned = _written_days(said, next_said, spoken)

    day = _event_day(event, printed, reported, planned, spoken, article, opening)
    around = day or (printed[0].day if printed and len({p.day.year for p in printed}) == 1 else None)
    if said and reported is None:
        reported = _nearest_days(said.expression, around or _cut_off(article)) or _after_base(said.expression, spoken)
    if next_said and planned is None:
        planned = _following_days(next_said.expression, reported, around)
    page = agreeing(printed, day, event, reported)
    warnings = _warnings(printed, page, event, day)
    if event and event.day is None and page:
        day = date.fromordinal(page.day.toordinal() - event.ago)
    return Reporting(
        published=page.iso if page else None,
        event=event,
        event_day=day,
        reported=_period(article, said, reported, spoken),
        planned=_period(article, next_said, planned, spoken),
        reviews=said is not None and (said.role == "reported" or (review and is_topic(opening, said))),
        mentions=_mentions(article, spoken, reported, planned, day or around),
        warnings=warnings,
    )


def _is_of_report(article: Article, opening: Opening, event: EventDate, said: Spoken) -> bool:
    """Whether a day is one that a report tells of: the lead opens with the period, and the day lies within it.

    "Trong tháng 4, tỉnh tiếp 259 lượt. Ngày 15/4, lãnh đạo tỉnh tiếp công dân." tells of no meeting about the report.
    """
    first = opening.lead[0] if opening.lead else None
    e = said.expression
    if first is None or event.day is None or event.start < first.end or e.unit == "year":
        return False
    sentence = article.sentence_at(event.start)
    told = [first, sentence] if sentence else [first]
    if any(article.anchors_in(kind, s.start, s.end) for s in told for kind in ("event_noun", "event_word")):
        return False
    opens = article.anchors_in("period", first.start, min(first.end, first.start + _OPENING))
    return bool(opens) and e.first <= event.day.month <= e.last


def _period(article: Article, said: Spoken | None, days: Days | None, spoken: list[Spoken]) -> Period | None:
    """The period, called by the words that name it with its year wherever the article has such."""
    if said is None or days is None:
        return None
    named = said.expression
    if named.year is None:
        dated = [one.expression for one in spoken if one.expression.year is not None and one.expression.unit != "same"]
        same = [e for e in dated if days_of(e, Reference()) == days]
        opening = article.low[named.start : named.end]
        named = next((e for e in same if article.low.startswith(opening, e.start)), same[0] if same else named)
    words = article.text[named.start : named.end]
    return Period(" ".join(words.split()), days[0].isoformat(), days[1].isoformat())


def _written_days(
    said: Spoken | None, next_said: Spoken | None, spoken: list[Spoken]
) -> tuple[Days | None, Days | None]:
    """The two periods as far as the article writes a year for one of them."""
    reported = planned = None
    if said:
        year = said.expression.final_year or _year_elsewhere(said, spoken)
        reported = days_of(said.expression, Reference(year=year)) if year else None
    if next_said:
        planned = days_of(next_said.expression, Reference()) if next_said.expression.year else None
    if said and reported is None and planned and next_said and is_of_own_year(said, next_said):
        reported = _in_year(said.expression, planned[0].year)
    elif said and reported is None and planned:
        # "quý I, nhiệm vụ quý II/2024": the last such period that ends before the planned one begins.
        for year in (planned[0].year, planned[0].year - 1):
            days = _in_year(said.expression, year)
            if days and days[1] < planned[0]:
                reported = days
                break
    if next_said and planned is None and reported:
        planned = _following_days(next_said.expression, reported, None)
    return reported, planned


def _in_year(expression: Expression, year: int) -> Days | None:
    """The expression in ``year``; "trong quý", which has no months of its own, in none."""
    if expression.unit in ("quarter", "month") and expression.shift is not None:
        return None
    return days_of(expression._replace(shift=None, now=False), Reference(year=year))


def _year_elsewhere(said: Spoken, spoken: list[Spoken]) -> int | None:
    """The year that the article gives the same period elsewhere ("Trong 9 tháng đầu năm 2019")."""
    mine = said.expression
    for other in spoken:
        e = other.expression
        if (
            other.role not in ("base", "planned")
            and e.year is not None
            and e.until is None
            and e.unit == mine.unit
            and (e.first, e.last) == (mine.first, mine.last)
            and (mine.unit != "year" or other.opens or other.role == "reported")
        ):
            return e.year
    return None


def _cut_off(article: Article) -> date | None:
    """The day up to which figures are counted ("tính đến ngày 30/9/2022")."""
    for line in article.body:
        for mention in dates_in(article.low, line.start, line.end):
            near = article.anchors_in("other_day", max(line.start, mention.start - _CUT_OFF_REACH), mention.start)
            on = mention.first.on_calendar()
            if on and near and near[-1].value == "cut_off":
                return on
    return None


def _after_base(expression: Expression, spoken: list[Spoken]) -> Days | None:
    """The period in the year after the one that it is compared with ("so với cùng kỳ năm 2021")."""
    bases = {one.expression.year for one in spoken if one.expression.unit == "same" and one.expression.year}
    return _in_year(expression, max(bases) + 1) if bases else None


def _nearest_days(expression: Expression, day: date | None) -> Days | None:
    """The period in the year that makes it end nearest to ``day``; for "trong quý", the quarter that does."""
    if day is None:
        return None
    if expression.unit in ("quarter", "month") and expression.shift is not None:
        size = 3 if expression.unit == "quarter" else 1
        whole = [expression._replace(first=first, last=first + size - 1, shift=None) for first in range(1, 13, size)]
    else:
        whole = [expression]
    options = [days for e in whole for year in (day.year - 1, day.year, day.year + 1) if (days := _in_year(e, year))]
    return min(options, key=lambda days: abs(days[1] - day)) if options else None


def _following_days(expression: Expression, reported: Days | None, day: date | None) -> Days | None:
    """A planned period without a year: the first that begins after what is reported, or near ``day``."""
    if expression.year is not None:
        return days_of(expression, Reference(reported=reported))
    if reported is None:
        if day is None or expression.shift is not None:
            return None
        options = [d for year in (day.year, day.year + 1) if (d := _in_year(expression, year)) and d[1] > day]
        return options[0] if options else None
    if expression.shift is not None or expression.unit == "rest":
        return days_of(expression, Reference(year=reported[1].year, reported=reported, today=day))
    options = [
        d
        for year in (reported[1].year, reported[1].year + 1)
        if (d := _in_year(expression, year)) and d[0] > reported[1]
    ]
    return options[0] if options else None


def _event_day(
    event: EventDate | None,
    printed: list[Printed],
    reported: Days | None,
    planned: Days | None,
    spoken: list[Spoken],
    article: Article,
    opening: Opening,
) -> date | None:
    """The event's day, its year from the period reviewed or planned, else from the page, else from the text."""
    if event is None or event.day is None:
        return None
    if event.day.year is not None:
        return event.day.on_calendar()
    by_page = year_of(event.day, printed)
    if reported and (reported[1] - reported[0]).days < _YEAR_OF_DAYS:
        by_period = _after_year(event.day, reported, latest_year(article)) or nearest(event.day, reported[1])
        # A page that prints the day itself, or the days after it, knows better than a period that lies far off.
        if by_period and (by_page is None or by_page == by_period or abs((by_period - reported[1]).days) <= 120):
            return by_period
    elif planned and by_page is None and (planned[1] - planned[0]).days < _YEAR_OF_DAYS:
        return nearest(event.day, planned[0])
    return by_page or day_by_text(article, opening, spoken, event.start, event.day)


def _after_year(day: Day, reported: Days, newest: int) -> date | None:
    """A day in the middle of a year, where a whole year is reported: in the year that the article writes last."""
    first, last = reported
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year
    if not whole or not _SPRING < day.month < _WINTER or newest not in (last.year, last.year + 1):
        return None
    return day.in_year(newest)


def _warnings(printed: list[Printed], page: Printed | None, event: EventDate | None, day: date | None) -> list[Warning]:
    warnings = []
    built = built_later(printed, page, day)
    if built:
        message = f"Ngày in trên trang ({built.day:%d/%m/%Y}) cách sự kiện quá xa, không phải ngày đăng bài."
        warnings.append(Warning("render_date", message))
    if event and event.day and day is None:
        warnings.append(Warning("no_event_year", "Bài ghi ngày của sự kiện nhưng không cho biết năm."))
    return warnings


def _mentions(
    article: Article, spoken: list[Spoken], reported: Days | None, planned: Days | None, today: date | None
) -> list[PeriodMention]:
    """Every period that the article names, with its days and what it is for."""
    found: list[PeriodMention] = []
    year = reported[1].year if reported else today.year if today else None
    for one in spoken:
        e = one.expression
        if e.bare and one.role not in ("reported", "planned"):
            continue
        days = days_of(e, Reference(year=year, reported=reported, today=today))
        if days is None:
            continue
        role = _role(one, days, reported, planned)
        if role in ("reported", "planned"):
            year = days[1].year
        label = " ".join(article.text[e.start : e.end].split())
        found.append(PeriodMention(e.start, e.end, Period(label, days[0].isoformat(), days[1].isoformat()), role))
    return found


def _role(one: Spoken, days: Days, reported: Days | None, planned: Days | None) -> PeriodRole:
    if one.role == "base" or one.expression.unit == "same":
        return "base"
    if days == reported:
        return "reported"
    if days == planned:
        return "planned"
    if planned and planned[0] <= days[0] and days[1] <= planned[1]:
        return "planned"
    if reported and days[1] < reported[0]:
        return "base" if abs((days[1] - days[0]) - (reported[1] - reported[0])).days <= 3 else "other"
    if one.role == "planned" and (reported is None or days[0] > reported[1]):
        return "planned"
    return "other"
