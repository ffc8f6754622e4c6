"""The grammar of words that name a period: what the words themselves say, whatever they leave out.

A unit word that the scanner found ("năm", "quý", "tháng", "giai đoạn", "nửa đầu năm") is read with the number before or
after it. A length of time ("9 tháng tù"), a moment ("cuối năm 2020") and a term of office name no period.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from danvan_cli.lexicon import fold
from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.dates import dates_in

Days = tuple[date, date]
"""First and last day."""

Unit = Literal["year", "quarter", "month", "months", "rest", "to_date", "same", "days", "term"]


class Expression(NamedTuple):
    """Words that name a period, as far as they themselves say which."""

    start: int
    end: int
    unit: Unit
    first: int = 1
    """First month, 1 to 12."""
    last: int = 12
    """Last month, 1 to 12."""
    year: int | None = None
    until: int | None = None
    """The year of the last month where it is not ``year``."""
    shift: int | None = None
    """How many units after the period reported ("năm tới" 1), ``None`` where the words do not count from it."""
    now: bool = False
    """Counted from the day of the article: "năm nay"."""
    bare: bool = False
    """ "9 tháng" alone: a period where something is reviewed, else a length of time."""
    days: Days | None = None
    """The days where the words give them ("từ 15/12/2023 đến 14/3/2024")."""

    @property
    def final_year(self) -> int | None:
        """The year that the period ends in, where it is written."""
        return self.until if self.until is not None else self.year


_YEAR = r"(?:19|20)\d\d"
_QUARTER = re.compile(rf"\s*(iv|i{{1,3}}|0?[1-4])(?:\s*[/.-]\s*({_YEAR})|,?\s+năm\s+({_YEAR})|\s+({_YEAR}))?(?![\w%])")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS_OF_A_QUARTER = 3
# "quý I, II năm 2020", "quý I và II/2020": one span of months.
_TO_QUARTER = re.compile(
    rf"\s*(?:,|và|-)\s*(iv|i{{2,3}}|0?[2-4])(?:\s*[/.-]\s*({_YEAR})|,?\s+năm\s+({_YEAR})|\s+({_YEAR}))?(?![\w%/.]|,\d)"
)
_MONTH = re.compile(rf"\s*(1[0-2]|0?[1-9])(?:\s?[/.-]\s?({_YEAR})|,?\s+năm\s+({_YEAR}))?(?![\d%]|[.,/]\d)")
# Runs of white space are bounded where another may follow: a line of a hundred thousand spaces must cost no more.
_OF_YEAR = rf"(?:\s{{1,3}}(?:của\s{{1,3}})?năm(?:\s{{1,3}}({_YEAR}))?|\s{{0,3}}[/-]\s{{0,3}}({_YEAR}))?(?!\d)"
_PART_OF_YEAR = re.compile(rf"\s{{1,3}}(?:(đầu|cuối|qua|vừa\s{{1,3}}qua|còn\s{{1,3}}lại)(?!\w))?{_OF_YEAR}")
_BARE_OF_YEAR = re.compile(rf"(?:\s*[/-]\s*|\s+năm\s+)({_YEAR})(?!\d)")
_WRITTEN_YEAR = re.compile(rf"\s+({_YEAR})(?:\s?-\s?({_YEAR}))?(?![\w%]|[.,/]\d)")
_SPAN = re.compile(rf"(?<![\d/.-])({_YEAR})\s?-\s?({_YEAR})(?![\d/]|[.,-]\d)")
_SPAN_AFTER = re.compile(rf"\s{{0,3}}[:(]?\s{{0,3}}({_YEAR})\s?-\s?({_YEAR})")
_COUNT_BEFORE = re.compile(r"(?<![\w/.,-])(\d{1,2})\s+$")
_WITHIN_BEFORE = re.compile(r"\b(?:trong|cả|suốt|hết)\s+$")
_MONTH_BEFORE = re.compile(r"\btháng\s+\d{1,2},?\s+$")
_POINT_BEFORE = re.compile(r"\b(?:cuối|đầu|giữa)\s+$")
_NUMBER_BEFORE = re.compile(r"\d\s+$")
_FROM_BEFORE = re.compile(r"\btừ\s+(?:ngày\s+)?$")
_TO = re.compile(r"\s*(?:-|đến|đến\s+hết|tới|tới\s+hết)\s*$")
_UNTIL_END_BEFORE = re.compile(r"(?:\btính\s)?\b(?:đến|tới)\s(?:hết|cuối)\s$")
_UNTIL_REACH = 16
# "hoàn thành đến hết tháng 6", "Đến hết tháng 6, các xã phải …": a deadline.
_MUST = re.compile(r"[^.;]{0,50}?\b(?:sẽ|phải|cần|phấn đấu|hoàn thành|xong)\b")
_MUST_REACH = 64
_SAME_AS = re.compile(fold(rf"\s*\(?(?:của\s+)?năm\s+(?:({_YEAR})|trước|ngoái|qua)\)?"))
_YEAR_RELATION = re.compile(fold(r"\s+(nay|trước|ngoái)(?!\w)"))
_OF_RELATED_YEAR = re.compile(fold(r",?\s+năm(?=\s+(?:nay|trước|ngoái)(?!\w))"))
_TERM_BEFORE = re.compile(fold(r"\b(?:nhiệm kỳ|nhiệm kì|khóa|năm học|niên khóa|niên độ)\s*:?\s*$"))


def expressions_in(article: Article, start: int, end: int) -> list[Expression]:
    """The periods named in ``start:end``, in order of text, never overlapping."""
    found: list[Expression] = []
    for expression in sorted(_all(article, start, end), key=lambda e: (e.start, -e.end)):
        if not found or expression.start >= found[-1].end:
            found.append(expression)
    counted = (_from_new_year(article.low, expression, start, end) for expression in _link(article.low, found, start))
    return [expression for expression in counted if expression is not None]


def _from_new_year(low: str, expression: Expression, start: int, end: int) -> Expression | None:
    """ "Đến hết tháng 11" counts from the year's first day, as "11 tháng" does; ``None`` where something must be done
    by then; other expressions as they are.
    """
    if expression.unit != "month" or expression.shift is not None:
        return expression
    until = _UNTIL_END_BEFORE.search(low, max(start, expression.start - _UNTIL_REACH), expression.start)
    if until is None:
        return expression
    before = low[max(start, until.start() - _UNTIL_REACH) : until.start()].rstrip(" \"'*+-")
    opens = until.group().startswith("tính") or not before or before.endswith((*",;:(.", "đầu năm"))
    if not opens or _MUST.match(low, expression.end, min(end, expression.end + _MUST_REACH)):
        return None
    return expression._replace(start=until.start(), unit="months", first=1)


def _all(article: Article, start: int, end: int) -> Iterator[Expression]:
    for anchor in article.anchors_in("period", start, end):
        expression = _at(article, anchor, start, end)
        if expression is not None and expression.end <= end:
            yield expression
    yield from _spans(article.low, start, end)
    yield from _bare_years(article, start, end)
    for mention in dates_in(article.low, start, end):
        first, last = mention.first.on_calendar(), mention.last.on_calendar()
        if (
            first
            and last
            and first < last
            and _FROM_BEFORE.search(article.low, max(start, mention.start - 10), mention.start)
        ):
            yield Expression(
                mention.start,
                mention.end,
                "days",
                first=first.month,
                last=last.month,
                year=first.year,
                until=last.year,
                days=(first, last),
            )


def _bare_years(article: Article, start: int, end: int) -> Iterator[Expression]:
    """ "nhiệm vụ 2021": a year right after a word that says what it is for."""
    for cue in article.anchors_in("period_cue", start, end):
        year = _WRITTEN_YEAR.match(article.low, cue.end)
        if year and not year[2] and year.end() <= end:
            yield Expression(year.start(1), year.end(), "year", year=int(year[1]))


def _spans(low: str, start: int, end: int) -> Iterator[Expression]:
    """ "2015 - 2020", whatever stands before it, but a term of office."""
    for match in _SPAN.finditer(low, start, end):
        first, last = int(match[1]), int(match[2])
        before = low[max(start, match.start() - 16) : match.start()]
        if first < last and not _TERM_BEFORE.search(before):
            yield Expression(match.start(), match.end(), "year", year=first, until=last)


def _at(article: Article, anchor: Anchor, start: int, end: int) -> Expression | None:
    low, value = article.low, anchor.value
    match value:
        case "year":
            return _year(low, anchor, start)
        case "quarter":
            return _quarter(low, anchor)
        case "month":
            return _month(article, anchor, start)
        case "span":
            return _span(low, anchor)
        case "term":
            return Expression(anchor.start, anchor.end, "term")
        case "first_half" | "second_half":
            return _with_year(low, Expression(anchor.start, anchor.end, "months", *_half(value)))
        case "rest" | "to_date":
            return _with_year(low, Expression(anchor.start, anchor.end, "rest" if value == "rest" else "to_date"))
        case "same":
            return _same(low, anchor)
        case "now":
            return Expression(anchor.start, anchor.end, "year", now=True)
        case "none":
            return None
    return _shifted(article, anchor, start)


def _half(value: str) -> tuple[int, int]:
    return (1, 6) if value == "first_half" else (7, 12)


def _with_year(low: str, expression: Expression) -> Expression:
    match = _WRITTEN_YEAR.match(low, expression.end)
    if match and not match[2]:
        return expression._replace(end=match.end(), year=int(match[1]))
    relation = _YEAR_RELATION.match(low, expression.end)
    if relation:
        ago = relation[1] != "nay"
        return expression._replace(end=relation.end(), shift=-1 if ago else None, now=not ago)
    return expression


def _with_related_year(low: str, expression: Expression) -> Expression:
    """ "quý III năm nay", "tháng 8 năm ngoái"."""
    year = _OF_RELATED_YEAR.match(low, expression.end)
    if year is None:
        return expression
    related = _with_year(low, expression._replace(end=year.end()))
    # Years are counted, not quarters or months.
    return related if related.shift is None else related._replace(unit="months")


def _shifted(article: Article, anchor: Anchor, start: int) -> Expression | None:
    """ "năm tới", "quý trước": counted in units from the period reported."""
    unit, shift = anchor.value[:-2], int(anchor.value[-2:])
    count, begin = _count(article, anchor.start, start)
    if unit == "month" and shift == 0 and count is not None:
        if count == _MONTHS_OF_A_QUARTER:
            return Expression(begin, anchor.end, "quarter", shift=0)
        return Expression(begin, anchor.end, "months", 1, count) if 1 < count < 12 else None
    if count is not None or _NUMBER_BEFORE.search(article.low, max(start, anchor.start - 12), anchor.start):
        return None  # "5 năm qua" ends when nobody says
    match unit:
        case "quarter":
            return Expression(anchor.start, anchor.end, "quarter", shift=shift)
        case "month":
            return Expression(anchor.start, anchor.end, "month", shift=shift)
    return Expression(anchor.start, anchor.end, "year", shift=shift)


def _year(low: str, anchor: Anchor, start: int) -> Expression | None:
    before = low[max(start, anchor.start - 12) : anchor.start]
    match = _WRITTEN_YEAR.match(low, anchor.end)
    if match:
        if _POINT_BEFORE.search(before) or _MONTH_BEFORE.search(before):
            return None  # "cuối năm 2020" is a moment, "ngày 5 tháng 8 năm 2020" a day
        until = int(match[2]) if match[2] else None
        if until is not None and until <= int(match[1]):
            return None
        return Expression(anchor.start, match.end(), "year", year=int(match[1]), until=until)
    within = _WITHIN_BEFORE.search(before)
    if within:
        return Expression(anchor.start - len(before) + within.start(), anchor.end, "year", shift=0)
    return None


def _quarter(low: str, anchor: Anchor) -> Expression | None:
    match = _QUARTER.match(low, anchor.end)
    if match:
        number = _QUARTERS.get(match[1]) or int(match[1])
        year = match[2] or match[3] or match[4]
        until = None if year else _TO_QUARTER.match(low, match.end())
        if until:
            last = _QUARTERS.get(until[1]) or int(until[1])
            year = until[2] or until[3] or until[4]
            if last > number:
                months = (3 * number - 2, 3 * last)
                return Expression(anchor.start, until.end(), "months", *months, year=int(year) if year else None)
        months = (3 * number - 2, 3 * number)
        return _with_related_year(
            low, Expression(anchor.start, match.end(), "quarter", *months, year=int(year) if year else None)
        )
    before = low[max(0, anchor.start - 8) : anchor.start]
    within = _WITHIN_BEFORE.search(before)
    if within:
        return Expression(anchor.start - len(before) + within.start(), anchor.end, "quarter", shift=0)
    return None


def _month(article: Article, anchor: Anchor, start: int) -> Expression | None:
    low = article.low
    count, begin = _count(article, anchor.start, start)
    named = _MONTH.match(low, anchor.end)
    if named:
        if count is not None or _NUMBER_BEFORE.search(low, max(start, anchor.start - 4), anchor.start):
            return None  # "ngày 31 tháng 12" is a day
        year = named[2] or named[3]
        month = int(named[1])
        return _with_related_year(
            low, Expression(anchor.start, named.end(), "month", month, month, int(year) if year else None)
        )
    if count is None:
        before = low[max(start, anchor.start - 8) : anchor.start]
        within = _WITHIN_BEFORE.search(before)
        if within:
            return Expression(anchor.start - len(before) + within.start(), anchor.end, "month", shift=0)
        return None
    return _months(low, anchor, count, begin)


def _months(low: str, anchor: Anchor, count: int, begin: int) -> Expression | None:
    """ "6 tháng đầu năm 2020", "3 tháng cuối năm", "9 tháng qua", "9 tháng"."""
    if not 1 < count < 12:
        return None
    match = _PART_OF_YEAR.match(low, anchor.end)
    part = match[1] if match else None
    if match is None or part is None:
        dated = _BARE_OF_YEAR.match(low, anchor.end)
        if dated:
            return Expression(begin, dated.end(), "months", 1, count, int(dated[1]))
        return Expression(begin, anchor.end, "months", 1, count, bare=True)
    year = match[2] or match[3]
    last_months = part == "cuối" or part.endswith("lại")
    if part in ("đầu", "cuối") and not match[0].split()[1:]:
        # "6 tháng đầu" speaks of a year too, where something is reviewed.
        return Expression(begin, match.end(), "months", *_part(count, last_months), bare=True)
    expression = Expression(begin, match.end(), "months", *_part(count, last_months), int(year) if year else None)
    return expression if year else _with_year(low, expression)


def _part(count: int, last_months: bool) -> tuple[int, int]:
    return (13 - count, 12) if last_months else (1, count)


def _count(article: Article, before: int, start: int) -> tuple[int | None, int]:
    """The number right before an offset, in digits or in words, and where it begins."""
    match = _COUNT_BEFORE.search(article.low, max(start, before - 6), before)
    if match:
        return int(match[1]), match.start(1)
    words = article.anchors_in("count_word", max(start, before - 10), before)
    if words and not article.low[words[-1].end : before].strip():
        return int(words[-1].value), words[-1].start
    return None, before


def _span(low: str, anchor: Anchor) -> Expression | None:
    match = _SPAN_AFTER.match(low, anchor.end)
    if match and int(match[1]) < int(match[2]):
        return Expression(anchor.start, match.end(), "year", year=int(match[1]), until=int(match[2]))
    return None


def _same(low: str, anchor: Anchor) -> Expression:
    match = _SAME_AS.match(low, anchor.end)
    if match is None:
        return Expression(anchor.start, anchor.end, "same", shift=-1)
    if match[1]:
        return Expression(anchor.start, match.end(), "same", year=int(match[1]))
    return Expression(anchor.start, match.end(), "same", shift=-1)


def _link(low: str, expressions: list[Expression], start: int) -> list[Expression]:
    """ "từ tháng 1/2014 đến tháng 12/2016" is one period; so is "từ năm 2016 đến năm 2020"."""
    linked: list[Expression] = []
    for expression in expressions:
        previous = linked[-1] if linked else None
        if (
            previous is not None
            and previous.unit == expression.unit
            and expression.unit in ("year", "quarter", "month")
            and None is previous.shift is expression.shift
            and previous.until is None
            and expression.start - previous.end < 12
            and _TO.match(low[previous.end : expression.start])
            and _FROM_BEFORE.search(low, max(start, previous.start - 10), previous.start)
        ):
            year = previous.year if previous.year is not None else expression.year
            linked[-1] = previous._replace(
                end=expression.end, unit="months", last=expression.last, year=year, until=expression.final_year
            )
        else:
            linked.append(expression)
    return linked
