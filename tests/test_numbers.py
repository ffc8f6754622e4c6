"""Numbers of Vietnamese text: how much, how exact, and of what; and digits that count nothing."""

from __future__ import annotations

from math import isfinite
from typing import Any

import pytest

from danvan_cli.parsing.numbers import Number, counted_noun, numbers
from support import article, examples


def told(text: str) -> list[str]:
    """Each number of ``text`` as the examples write it: bound unless exact, value, noun, side of a ratio or a range."""
    read = article(text)
    return [_told(text, number) for number in numbers(read, 0, len(text))]


def _told(text: str, number: Number) -> str:
    noun = counted_noun(article(text), number.right, len(text))
    words = [number.bound] if number.bound != "exact" else []
    words += [f"{round(number.value, 6):.15g}", text[noun.start : noun.end] if noun else ""]
    words += [number.part] if number.part != "whole" else []
    return " ".join(filter(None, words))


@pytest.mark.parametrize("row", examples("numbers"), ids=lambda row: row["why"])
def test_a_text_has_these_numbers_and_no_others(row: dict[str, Any]) -> None:
    assert told(row["text"]) == row["numbers"]


def test_a_list_mark_opens_a_line_and_a_count_does_not() -> None:
    assert told("Nhiệm vụ:\n1. Tham mưu.\n2) Vận động.\n30 hộ hiến đất.") == ["30 hộ"]


def test_numbers_are_read_within_their_bounds_only() -> None:
    text = "tiếp 12 lượt, nhận 34 đơn"
    assert [number.value for number in numbers(article(text), 0, 12)] == [12]


def test_the_bound_belongs_to_its_own_number() -> None:
    text = "hơn 12 lượt và 34 đơn"
    assert [(n.bound, text[n.left : n.right]) for n in numbers(article(text), 0, len(text))] == [
        ("at_least", "hơn 12"),
        ("exact", "34"),
    ]


@pytest.mark.parametrize(
    "piece", ["1.", "1,", "12/", "hai mươi ", "1 - ", "1.000.", "9" * 40, "trăm ", "(1) ", "rưỡi ", "1 tỷ tỷ "]
)
def test_hostile_text_gives_numbers_or_none_but_ends(piece: str) -> None:
    text = piece * 4000
    assert all(isfinite(n.value) for n in numbers(article(text), 0, len(text)))
    assert all(0 <= n.left <= n.start < n.end <= n.right <= len(text) for n in numbers(article(text), 0, len(text)))
