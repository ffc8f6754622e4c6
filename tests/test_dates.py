"""Days as papers write them, and numbers that are none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from danvan_cli.parsing.dates import DateMention, Day, dates_in, latest, nearest, time_in
from support import article, examples


def _day(day: Day) -> str:
    return f"{f'{day.year}-' if day.year else ''}{day.month:02}-{day.day:02}"


def _show(mention: DateMention) -> str:
    first, last = _day(mention.first), _day(mention.last)
    return first if first == last else f"{first}/{last}"


@pytest.mark.parametrize("row", examples("dates"), ids=lambda row: row["why"])
def test_a_day_is_read_as_written(row: dict[str, Any]) -> None:
    low = article(row["text"]).low
    assert [_show(mention) for mention in dates_in(low, 0, len(low))] == row["dates"]


def test_a_date_ends_where_its_words_end() -> None:
    text = "Chiều 6/7/2020, hội nghị"
    [mention] = dates_in(article(text).low, 0, len(text))
    assert text[mention.start : mention.end] == "6/7/2020"


def test_only_the_window_is_read() -> None:
    low = article("ngày 1/2, ngày 3/4").low
    assert [_show(m) for m in dates_in(low, 9, len(low))] == ["04-03"]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("03/07/2020 22:19", "22:19"),
        ("14-10-2020 | 16:32:05", "16:32"),
        ("3:15 pm 1/2/2020", "15:15"),
        ("17h05", "17:05"),
    ],
)
def test_a_dateline_may_give_the_time(text: str, time: str) -> None:
    assert time_in(text, 0, len(text)) == time


def test_a_day_goes_to_the_year_that_fits() -> None:
    assert nearest(Day(None, 1, 8), date(2020, 12, 31)) == date(2021, 1, 8)
    assert latest(Day(None, 12, 30), date(2021, 1, 2)) == date(2020, 12, 30)
    assert nearest(Day(None, 2, 29), date(2024, 2, 1)) == date(2024, 2, 29)
