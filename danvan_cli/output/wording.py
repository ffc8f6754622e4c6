"""Words, numbers and dates for people, in Vietnamese or English.

The words are data: ``labels.tsv``, and ``indicators.tsv`` for what figures count.
"""

from __future__ import annotations

from calendar import month_name, monthrange
from functools import cache
from typing import Literal

from danvan_cli.lexicon.tables import table
from danvan_cli.record import Bound, Change, Locality, Period

Lang = Literal["vi", "en"]

_BOUNDS: dict[Bound, str] = {"exact": "", "about": "≈", "at_least": "≥", "at_most": "≤"}
_DIRECTIONS = {"up": "▲", "down": "▼", "same": "="}


@cache
def _labels(lang: Lang) -> dict[tuple[str, str], str]:
    labels = {(row["kind"], row["key"]): row[lang] for row in table("labels")}
    return labels | {("indicator", row["id"]): row[f"label_{lang}"] for row in table("indicators")}


class Wording:
    """How things are called and written in one language."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        self._labels = _labels(lang)

    def of(self, kind: str, key: str) -> str:
        """What ``key`` of ``kind`` is called (``of("action", "chair")``); KeyError where no label was written."""
        return self._labels[kind, key]

    def number(self, value: float) -> str:
        """2213 → "2.213" and 93.1 → "93,1" in Vietnamese, "2,213" and "93.1" in English."""
        text = f"{int(value):,}" if value == int(value) else f"{value:,.4f}".rstrip("0")
        return text.translate(str.maketrans(",.", ".,")) if self.lang == "vi" else text

    def figure(self, value: float, bound: Bound) -> str:
        """A value with the sign of its bound: "≥1.000"."""
        return _BOUNDS[bound] + self.number(value)

    def change(self, change: Change) -> str:
        """How a figure moved: "▼ 146 lượt"."""
        unit = change.unit if change.unit == "%" else f" {change.unit}"
        return f"{_DIRECTIONS[change.direction]} {self.number(change.value)}{unit}".rstrip()

    def day(self, iso: str) -> str:
        """An ISO day, with or without a time, as it is read: "31/12/2020" in Vietnamese, ISO in English."""
        day, _, time = iso.partition("T")
        if self.lang == "vi" and day.count("-") == 2:
            year, month, date = day.split("-")
            day = f"{int(date)}/{int(month)}/{year}"
        return f"{day} {time[:5]}".rstrip()

    def span(self, period: Period) -> str:
        """First and last day of a period."""
        return f"{self.day(period.start)} – {self.day(period.end)}"

    def period(self, period: Period | None, *, long: bool = False) -> str:
        """A period by its days, in few letters: "năm 2019", "6T đầu 2020", "quý II/2024", "tháng 7/2020".

        Articles call one period by many names ("năm qua", "12 tháng"); a table needs one. ``long`` is for prose: "the
        first 6 months of 2020".
        """
        if period is None:
            return ""
        year, first, day = period.start.split("-")
        last_year, last, last_day = period.end.split("-")
        whole = year == last_year and day == "01" and int(last_day) == monthrange(int(year), int(last))[1]
        if not whole:
            return self.span(period)
        months = int(last) - int(first) + 1
        quarter, rest = divmod(int(last), 3)
        if months == 12:
            key = "year"
        elif months == 1:
            key = "month"
        elif months == 3 and rest == 0:
            key = "quarter"
        elif first == "01":
            key = "first_months"
        elif last == "12":
            key = "last_months"
        else:
            key = "months"
        roman = ("", "I", "II", "III", "IV")[quarter]
        return self.of("period_long" if long else "period", key).format(
            year=year,
            month=int(first),
            last=int(last),
            months=months,
            quarter=quarter,
            roman=roman,
            ordinal=("", "first", "second", "third", "fourth")[quarter],
            month_name=month_name[int(first)],
            last_name=month_name[int(last)],
        )

    def locality(self, locality: Locality) -> str:
        """The body's place, smallest unit first, then its level."""
        places = [name for name in (locality.commune, locality.district, locality.province) if name]
        level = [self.of("level", locality.level)] if locality.level else []
        return " · ".join([", ".join(places)] * bool(places) + level)
