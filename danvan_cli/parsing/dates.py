"""Which days the text names: "ngày 31 tháng 12 năm 2020", "31-12", "(26/12)", "10 và 11-2", "27/4 - 03/5/2024".

Vietnamese writes day before month, always. A date with its year stands by itself; a bare "9/10" is a fraction until a
word before it ("ngày", "sáng", "chiều nay") makes it a day. Impossible days (31/02, 19/33) are no dates.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple


class Day(NamedTuple):
    """A day whose year the words may leave out."""

    year: int | None
    month: int
    day: int

    def in_year(self, year: int) -> date | None:
        """The day in ``year``; ``None`` for 29 February of a common year."""
        return date(year, self.month, self.day) if _possible(year, self.month, self.day) else None

    def on_calendar(self) -> date | None:
        """The day itself where its year is written."""
        return None if self.year is None else self.in_year(self.year)


class DateMention(NamedTuple):
    """A day, or a run of days, as written in ``text[start:end]``; of a single day ``first`` and ``last`` are one."""

    start: int
    end: int
    first: Day
    last: Day


_SEPARATOR = r"\s?[/.-]\s?"
_YEAR = r"(?:19|20)\d\d"
_MONTHS = {
    "giêng": 1,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười một": 11,
    "mười hai": 12,
    "mười": 10,
}
# ISO; "15 Tháng Bảy, 2020", "15 Tháng 7 2020" and "Tháng Bảy 15, 2020", as sites print their day; "15/7/2020",
# "15 và 16-7"; "15 tháng 7". A year after a comma or nothing must close its line: "ngày 15 tháng 7, 2000 người" counts
# people.
_DATE = re.compile(
    rf"""(?<![\w/.,:])(?:
        (?P<iso_year>{_YEAR})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)
      | (?:(?P<day_before>\d{{1,2}})\s+)?tháng\s+(?P<month_named>{"|".join(map(re.escape, _MONTHS))}|\d{{1,2}})
        (?(day_before)|\s+(?P<day_behind>\d{{1,2}}))
        (?:(?:,\s?|\s)(?P<year_printed>{_YEAR})(?=\s{{0,3}}(?:\Z|[\n|•(–-]|lúc\b|\d{{1,2}}:))
          | \s+năm\s+(?P<year_named>{_YEAR}))
      | (?P<day>\d{{1,2}})
        (?:\s?(?:-|,|và|đến|đến\ ngày|và\ ngày)\s?(?P<last>\d{{1,2}}))?
        (?: {_SEPARATOR}(?P<month>\d{{1,2}})(?:{_SEPARATOR}(?P<year>{_YEAR}))?
          | \s+tháng\s+(?P<month_after>\d{{1,2}})(?:(?:,?\s+năm\s+|{_SEPARATOR})(?P<year_after>{_YEAR}))? )
    )(?![\d%]|[.,/]\d)""",
    re.VERBOSE,
)
_LOOK_BACK = 28
# What makes a day of "9/10". A weekday's name, a part of the day, "nay"/"qua"/"mai" after one, or "ngày" itself.
_CUE = re.compile(
    r"\b(?:ngày|mùng|mồng|hôm|sáng|trưa|chiều|tối|đêm|nay|qua|mai|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
    r"(?:\s(?:nay|qua|mai|sớm|muộn))?[\s,:(-]*$"
)
_FROM = re.compile(r"\btừ (?:ngày )?$")
_JOINT = re.compile(r"\s?(?:-|đến|đến ngày|tới ngày|tới|và|và ngày|,)\s?$")
_RANGE = re.compile(r"\s?(?:-|đến|đến ngày|tới ngày|tới)\s?$")
_OTHER_END = re.compile(rf"\s?(?:-|đến|đến ngày)\s?\d{{1,2}}[/.-]\d{{1,2}}(?P<year>[/.-]{_YEAR})?")
_TIME = re.compile(r"(?<![\d:/.-])([01]?\d|2[0-3])(?::|h|g)([0-5]\d)(?::[0-5]\d)?(?![\d:])(?:\s?(am|pm|sa|ch)\b)?")


def _possible(year: int | None, month: int, day: int) -> bool:
    try:
        date(year or 2000, month, day)  # without a year it may still be 29 February
    except ValueError:
        return False
    return True


def dates_in(low: str, start: int, end: int) -> list[DateMention]:
    """The days named in ``low[start:end]`` (an article's folded view), in order of text."""
    found: list[DateMention] = []
    at = start
    while match := _DATE.search(low, at, end):
        mention = _read(match)
        at = match.end()
        if mention is None:
            if match["last"]:
                at = match.start("last")  # "14:36, 28/10/2025" is no run of days
            continue
        previous = found[-1] if found else None
        between = low[previous.end : mention.start] if previous and mention.start - previous.end < 12 else ""
        linked = previous is not None and bool(_JOINT.match(between))
        if mention.last.year is None and not linked and not _is_cued(low, match, start):
            continue
        if previous is not None and _RANGE.match(between):
            found[-1] = _join(previous, mention)
        else:
            found.append(mention)
    return found


def _read(match: re.Match[str]) -> DateMention | None:
    """The match as a date, ``None`` where the calendar has no such day."""
    groups = match.groupdict()
    if groups["iso_year"]:
        year, month, day = int(groups["iso_year"]), int(groups["iso_month"]), int(groups["iso_day"])
        if not _possible(year, month, day):
            return None
        return DateMention(match.start(), match.end(), Day(year, month, day), Day(year, month, day))
    if groups["month_named"]:
        year = int(groups["year_printed"] or groups["year_named"])
        month = _MONTHS.get(groups["month_named"]) or int(groups["month_named"])
        day = int(groups["day_before"] or groups["day_behind"])
        if not _possible(year, month, day):
            return None
        return DateMention(match.start(), match.end(), Day(year, month, day), Day(year, month, day))
    written = groups["year"] or groups["year_after"]
    maybe_year = int(written) if written else None
    month = int(groups["month"] or groups["month_after"])
    days = [int(text) for text in (groups["day"], groups["last"]) if text]
    if not all(_possible(maybe_year, month, day) for day in days) or days != sorted(days):
        return None
    return DateMention(match.start(), match.end(), Day(maybe_year, month, days[0]), Day(maybe_year, month, days[-1]))


def _is_cued(low: str, match: re.Match[str], start: int) -> bool:
    if match["month_after"]:
        return True
    before = low[max(start, match.start() - _LOOK_BACK) : match.start()]
    if _CUE.search(before):
        return True
    other_end = _OTHER_END.match(low, match.end())
    return bool(other_end and (other_end["year"] or _FROM.search(before)))


def _join(first: DateMention, last: DateMention) -> DateMention:
    """One run of days; the year may stand on its right side only ("27/4 - 03/5/2024")."""
    begin = first.first
    if begin.year is None and last.last.year is not None:
        year = last.last.year - ((begin.month, begin.day) > (last.last.month, last.last.day))
        begin = begin._replace(year=year)
    return DateMention(first.start, last.end, begin, last.last)


def time_in(low: str, start: int, end: int) -> str | None:
    """The first time of day in ``low[start:end]`` as HH:MM ("19:20", "17h05", "3:15 PM")."""
    match = _TIME.search(low, start, end)
    if match is None:
        return None
    hour = int(match[1])
    if match[3] in ("pm", "ch") and hour < 12:
        hour += 12
    elif match[3] in ("am", "sa") and hour == 12:
        hour = 0
    return f"{hour:02}:{match[2]}"


def nearest(day: Day, to: date) -> date | None:
    """``day`` in the year that brings it nearest to ``to``."""
    options = [found for year in (to.year - 1, to.year, to.year + 1) if (found := day.in_year(year))]
    return min(options, key=lambda option: abs(option - to)) if options else None


def latest(day: Day, until: date, slack: int = 1) -> date | None:
    """The last ``day`` that is not more than ``slack`` days after ``until``."""
    options = [found for year in (until.year - 1, until.year, until.year + 1) if (found := day.in_year(year))]
    past = [option for option in options if option <= until + timedelta(days=slack)]
    return max(past) if past else None
