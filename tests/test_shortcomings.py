"""Shortcomings: what the body itself says fell short, clause by clause."""

from __future__ import annotations

from typing import Any

import pytest

from support import examples, record


@pytest.mark.parametrize("row", examples("shortcomings"), ids=lambda row: row["why"])
def test_what_fell_short_is_read_without_its_lead_in(row: dict[str, Any]) -> None:
    found = record(row["text"])
    assert [shortcoming.text for shortcoming in found.shortcomings] == row["shortcomings"]
    for shortcoming in found.shortcomings:
        assert shortcoming.text == row["text"][shortcoming.evidence.start : shortcoming.evidence.end]
