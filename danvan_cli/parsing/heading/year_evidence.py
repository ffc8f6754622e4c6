"""The year of a day without one, where neither a period reviewed nor the page's date gives it.

What the article tells besides is evidence, the surest first: an anniversary, the days told before the event, a year
that the headline or the lead bears, a year reviewed in the text. Where there is none, the year stays unknown.
"""

from __future__ import annotations

import re
from datetime import date

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.dates import DateMention, Day, dates_in, nearest
from danvan_cli.parsing.heading.opening import Opening
from danvan_cli.parsing.heading.spoken import Spoken

_RECENT_DAYS = 250
"""An event that far after the last day told of may lie in another year."""
# "đến năm 2020", "từ năm 2018", "giai đoạn …": a target or a beginning, as a rule of another year.
_TARGET = re.compile(r"\b(?:đến|tới|hết|trước|sau|từ|vào|cuối|đầu)\s+$")
_TARGET_REACH = 8
_WRITTEN = re.compile(r"(?<![\d.,])((?:19|20)\d\d)(?!\d|[.,]\d)")
_LAST_MONTH_OF_OWN_TASKS = 9
# "năm 2017", "Năm du lịch quốc gia 2017", and not "nhiệm kỳ 2015 - 2020".
_YEAR_NAMED = re.compile(
    r"(?<!tháng \d )(?<!tháng \d\d )(?<!từ )(?<!sinh )(?<!cuối )(?<!đầu )"
    r"(?<!đến )(?<!tới )(?<!hết )(?<!trước )(?<!dự kiến )"
    r"\bnăm\s+(?:[^\W\d_]+\s+){0,5}((?:19|20)\d\d)(?![\d/]|\s?-\s?\d)"
)
# "Liên hoan Cồng chiêng Tây Nguyên 2017"
_YEAR_OF_OCCASION = re.compile(r"(?:\s+[^\W\d_]+){1,8}\s+((?:19|20)\d\d)(?![\d/]|[.,]\d|\s?-\s?\d)")
_ANY_YEAR = re.compile(r"(?<![\d.,/-])(?<!- )((?:19|20)\d\d)(?![\d.,/]|\s?-\s?\d)")


def day_by_text(article: Article, opening: Opening, spoken: list[Spoken], start: int, day: Day) -> date | None:
    """The day that the words at ``start`` name, in the year that the rest of the article speaks for."""
    mentions = [mention for mention in dates_in(article.low, 0, len(article.low)) if mention.start != start]
    latest_year = max((int(year) for year in _ANY_YEAR.findall(article.low)), default=0)
    return (
        _by_anniversary(mentions, day)
        or _by_days_told(mentions, spoken, latest_year, day)
        or _by_year_named(article, opening, day)
        or _by_year_reviewed(spoken, latest_year, day)
        or _by_year_planned(article, spoken, day)
    )


def _by_anniversary(mentions: list[DateMention], day: Day) -> date | None:
    """An anniversary ("17/3/1930 - 17/3/2024") is kept in the year that it ends in."""
    for mention in mentions:
        first, last = mention.first.on_calendar(), mention.last.on_calendar()
        if first and last and last.year > first.year + 1:
            return nearest(day, last)
    return None


def _by_days_told(mentions: list[DateMention], spoken: list[Spoken], latest_year: int, day: Day) -> date | None:
    """The first such day after the last day told of; the same day with its year settles it."""
    told = [on for mention in mentions if (on := mention.first.on_calendar())]
    same = [on for on in told if (on.month, on.day) == (day.month, day.day)]
    if same:
        return max(same)
    told += [date(e.year, e.first, 1) for one in spoken if (e := one.expression).unit == "month" and e.year]
    if not told:
        return None
    last = max(told)
    after = [on for year in (last.year, last.year + 1) if (on := day.in_year(year)) and on >= last]
    recent = bool(after) and (after[0] - last).days <= _RECENT_DAYS
    return after[0] if recent and after[0].year >= latest_year else None


def _by_year_named(article: Article, opening: Opening, day: Day) -> date | None:
    """The one year that the headline and the lead name."""
    title = opening.title_line
    spans = [(title.start, title.end)] if title else []
    spans += [(sentence.start, sentence.end) for sentence in opening.lead[:2]]
    years = {int(m[1]) for start, end in spans for m in _YEAR_NAMED.finditer(article.low, start, end)}
    years |= {
        int(m[1])
        for start, end in spans
        for cue in article.anchors_in("period_cue", start, end)
        if cue.value == "occasion" and (m := _YEAR_OF_OCCASION.match(article.low, cue.end, end))
    }
    return day.in_year(years.pop()) if len(years) == 1 else None


def _by_year_reviewed(spoken: list[Spoken], latest_year: int, day: Day) -> date | None:
    """A year that something in the text reviews is the last one before the event, if no later year is named."""
    reviewed = {
        one.expression.year
        for one in spoken
        if one.role == "reported" and one.expression.unit == "year" and one.expression.until is None
    }
    return nearest(day, date(latest_year, 12, 31)) if latest_year in reviewed else None


def _by_year_planned(article: Article, spoken: list[Spoken], day: Day) -> date | None:
    """The only year that the article names is the event's, if tasks are set for it and it is not yet autumn."""
    named = {int(year) for year in _WRITTEN.findall(article.low)}
    planned = {
        e.year
        for one in spoken
        if one.role == "planned"
        and (e := one.expression).until is None
        and not _TARGET.search(article.low, max(0, e.start - _TARGET_REACH), e.start)
    }
    if len(named) == 1 and named <= planned and day.month <= _LAST_MONTH_OF_OWN_TASKS:
        return day.in_year(named.pop())
    return None
