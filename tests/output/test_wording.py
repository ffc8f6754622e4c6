"""Everything that danvan names has a name in both languages."""

from __future__ import annotations

from typing import get_args

import pytest

from danvan_cli.lexicon.tables import table
from danvan_cli.output.wording import Lang, Wording
from danvan_cli.record import Action, ChangeStatus, EventKind, Indicator, Level, Locality, PartOfDay, PetitionKind

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
