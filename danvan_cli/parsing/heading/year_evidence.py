"""The year of a day without one, where neither a period reviewed nor the page's date gives it.

What the article tells besides is evidence, the surest first: an anniversary, a New Year by its name, the days told
shortly before the event, a year that the headline or the lead bears, an age and the year it is counted from, a year
that tasks are set for. Where there is none, the year stays unknown. How far a day may lie behind those told before it
was counted over some 1,500 news articles of one known year.
"""

from __future__ import annotations

import re
from datetime import date

from danvan_cli.lexicon import fold
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.dates import DateMention, Day, dates_in, nearest
from danvan_cli.parsing.heading.event_date import is_of_paper
from danvan_cli.parsing.heading.lunar import FIRST_YEAR, lunar_years
from danvan_cli.parsing.heading.opening import Opening
from danvan_cli.parsing.heading.spoken import Spoken, is_of_law

_SOON, _SOON_AFTER_MONTH, _SOON_AFTER_PAPER = 60, 30, 120
"""Days within which an event follows the last day, month, dated paper told of: a later one may lie in another year."""
_NEXT_YEAR = 250
"""Days within which an event of the next year does: the year of a day is written because it is not the event's."""
# "từ ngày 1/1/2018", "đến hết ngày 31/12/2017": what begins or ends then, mostly later.
_BORDER = re.compile(r"\b(?:từ|đến|tới|hết|trước|sau)\s+(?:ngày\s+)?$")
# "đến năm 2020", "từ năm 2018", "giai đoạn …": a target or a beginning, as a rule of another year.
_TARGET = re.compile(
    fold(r"\b(?:đến|tới|hết|trước|sau|từ|vào|cuối|đầu|tầm nhìn|định hướng)\s+(?:hết |cuối |đầu )?(?:năm\s+)?$")
)
_AHEAD = re.compile(
    fold(r"\b(?:đến|tới|hết|trước|tầm nhìn|dự kiến|phấn đấu|kế hoạch)\s+(?:(?:hết|cuối|đầu)\s+)?")
    + r"(?:năm\s+|tháng\s+\d{1,2}[/.-])?$"
)
_TARGET_REACH = 26
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
_ANY_YEAR = re.compile(r"(?<![\d.,])(?<!- )(?<!\d-)((?:19|20)\d\d)(?!\d|[.,/]\d|\s?-\s?\d)")
_NOT_TOLD = ("birth", "anniversary", "deadline", "future")
"""Days that are no news of their own."""
_FOUNDED = re.compile(fold(r"\bthành lập\b[^.;:]{0,30}?((?:19|20)\d\d)(?!\d)"))
_YEARS_SINCE = re.compile(
    fold(r"\bkỷ niệm\s+(?:lần thứ\s+)?(\d{1,3})\s+năm\s+(?:ngày\s+)?(?:thành lập|truyền thống|ra đời|giải phóng)")
)


def day_by_text(article: Article, opening: Opening, spoken: list[Spoken], start: int, day: Day) -> date | None:
    """The day that the words at ``start`` name, in the year that the rest of the article speaks for."""
    mentions = [
        mention
        for line in article.body
        for mention in dates_in(article.low, line.start, line.end)
        if mention.start != start
    ]
    newest = latest_year(article)
    found = (
        _by_anniversary(mentions, day)
        or _by_lunar_year(article, newest, day)
        or _by_days_told(article, mentions, spoken, newest, day)
        or _by_year_named(article, opening, newest, day)
        or _by_founding(article, day)
        or _by_year_planned(article, spoken, day)
    )
    return found if found and found.year >= max(FIRST_YEAR, newest - 1) else None


def latest_year(article: Article) -> int:
    """The last year that the article writes, history, targets and plans left out; 0 where it writes none."""
    years = [
        year
        for line in article.body
        for m in _ANY_YEAR.finditer(article.low, line.start, line.end)
        if (year := int(m[1])) >= FIRST_YEAR
        and not _AHEAD.search(article.low, max(line.start, m.start() - _TARGET_REACH), m.start())
    ]
    return max(years, default=0)


def _by_anniversary(mentions: list[DateMention], day: Day) -> date | None:
    """An anniversary ("17/3/1930 - 17/3/2024") is kept in the year that it ends in."""
    for mention in mentions:
        first, last = mention.first.on_calendar(), mention.last.on_calendar()
        if first and last and last.year > first.year + 1:
            return nearest(day, last)
    return None


def _by_lunar_year(article: Article, newest: int, day: Day) -> date | None:
    """A day told of together with a New Year by its name ("Tết Đinh Dậu") lies within some months of it."""
    years = {year for year in lunar_years(article.low) if not newest or newest <= year <= newest + 1}
    return nearest(day, date(max(years), 3, 1)) if years else None


def _by_days_told(
    article: Article, mentions: list[DateMention], spoken: list[Spoken], newest: int, day: Day
) -> date | None:
    """The first such day soon after the last day told of; the same day with its year settles it."""
    told: list[tuple[date, int, int]] = []
    for mention in mentions:
        on = mention.first.on_calendar()
        if on is None:
            continue
        near = article.anchors_in("other_day", max(0, mention.start - 20), mention.start)
        single = mention.first == mention.last
        border = single and _BORDER.search(article.low, max(0, mention.start - 12), mention.start)
        if border or (near and near[-1].value in _NOT_TOLD):
            continue
        if (on.month, on.day) == (day.month, day.day) and on.year >= newest:
            return on
        paper = is_of_paper(article, mention)
        told.append((on, _SOON_AFTER_PAPER if paper else _SOON, _SOON_AFTER_PAPER if paper else _NEXT_YEAR))
    for one in spoken:
        e = one.expression
        if e.unit == "month" and e.year:
            told.append((date(e.year, e.first, 1), _SOON_AFTER_MONTH, _SOON_AFTER_MONTH))
    if not told:
        return None
    last, in_its_year, in_the_next = max(told)
    after = next((on for year in (last.year, last.year + 1) if (on := day.in_year(year)) and on >= last), None)
    if after is None or after.year < newest:
        return None
    return after if (after - last).days <= (in_its_year if after.year == last.year else in_the_next) else None


def _by_founding(article: Article, day: Day) -> date | None:
    """ "Kỷ niệm 35 năm thành lập" of what was founded in 1982 is kept in 2017."""
    ages = {int(m[1]) for m in _YEARS_SINCE.finditer(article.low)}
    founded = {int(m[1]) for m in _FOUNDED.finditer(article.low)}
    years = {year + age for year in founded for age in ages}
    return day.in_year(years.pop()) if len(years) == 1 else None


def _by_year_named(article: Article, opening: Opening, newest: int, day: Day) -> date | None:
    """The one year that the headline and the lead name."""
    title = opening.title_line
    spans = [(title.start, title.end)] if title else []
    spans += [(sentence.start, sentence.end) for sentence in opening.lead[:2]]
    years = {
        int(m[1])
        for start, end in spans
        for m in _YEAR_NAMED.finditer(article.low, start, end)
        if not is_of_law(article, start, m.start())
    }
    years |= {
        int(m[1])
        for start, end in spans
        for cue in article.anchors_in("period_cue", start, end)
        if cue.value == "occasion" and (m := _YEAR_OF_OCCASION.match(article.low, cue.end, end))
    }
    return day.in_year(years.pop()) if len(years) == 1 and max(years) >= max(FIRST_YEAR, newest) else None


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
