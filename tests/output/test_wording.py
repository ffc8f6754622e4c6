"""Everything that danvan names has a name in both languages."""

from __future__ import annotations

from typing import get_args

import pytest

from danvan_cli.lexicon.tables import table
from danvan_cli.output.wording import Lang, Wording
from danvan_cli.record import (
    Action,
    ChangeStatus,
    EventKind,
    Indicator,
    Level,
    Locality,
    PartOfDay,
    Period,
    PetitionKind,
)

KINDS = {
    "action": Action,
    "level": Level,
    "event_kind": EventKind,
    "part_of_day": PartOfDay,
    "petition_kind": PetitionKind,
    "status": ChangeStatus,
    "indicator": Indicator,
}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_value_of_the_contract_has_a_label(lang: Lang) -> None:
    words = Wording(lang)
    for kind, literal in KINDS.items():
        assert all(words.of(kind, key) for key in get_args(literal))


def test_no_label_is_missing_in_one_language_or_given_twice() -> None:
    rows = table("labels")
    assert all(row["vi"] and row["en"] for row in rows)
    assert len({(row["kind"], row["key"]) for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (2213, "2.213", "2,213"),
        (4_500_000, "4.500.000", "4,500,000"),
        (93.1, "93,1", "93.1"),
        (1234.56, "1.234,56", "1,234.56"),
    ],
)
def test_numbers_are_grouped_as_in_the_language(value: float, vi: str, en: str) -> None:
    assert (Wording("vi").number(value), Wording("en").number(value)) == (vi, en)


def test_a_place_is_named_smallest_first() -> None:
    place = Locality("district", "Lạng Sơn", district="Cao Lộc")
    assert Wording("vi").locality(place) == "Cao Lộc, Lạng Sơn · cấp huyện"
    assert Wording("vi").locality(Locality("national")) == "cấp trung ương"


@pytest.mark.parametrize(
    ("start", "end", "vi", "en"),
    [
        ("2019-01-01", "2019-12-31", "năm 2019", "2019"),
        ("2020-01-01", "2020-06-30", "6T đầu 2020", "first 6M 2020"),
        ("2020-07-01", "2020-12-31", "6T cuối 2020", "last 6M 2020"),
        ("2019-01-01", "2019-09-30", "9T đầu 2019", "first 9M 2019"),
        ("2024-01-01", "2024-03-31", "quý I/2024", "Q1 2024"),
        ("2024-10-01", "2024-12-31", "quý IV/2024", "Q4 2024"),
        ("2024-02-01", "2024-02-29", "tháng 2/2024", "2024-02"),
        ("2024-02-01", "2024-05-31", "tháng 2–5/2024", "2024-02 – 05"),
        ("2016-01-20", "2021-01-25", "20/1/2016 – 25/1/2021", "2016-01-20 – 2021-01-25"),
        ("2017-06-11", "2017-07-10", "11/6/2017 – 10/7/2017", "2017-06-11 – 2017-07-10"),
    ],
)
def test_a_period_is_called_one_thing_whatever_the_article_calls_it(start: str, end: str, vi: str, en: str) -> None:
    period = Period("năm qua", start, end)
    assert (Wording("vi").period(period), Wording("en").period(period)) == (vi, en)
