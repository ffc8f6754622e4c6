"""Periods in an article: which days, and what for."""

from __future__ import annotations

from typing import Any

import pytest

from danvan_cli.parsing.heading import read_heading
from support import article, examples


@pytest.mark.parametrize("row", examples("periods"), ids=lambda row: row["why"])
def test_a_period_is_read_with_its_days_and_its_role(row: dict[str, Any]) -> None:
    found = read_heading(article(row["text"].strip())).period_mentions
    assert [[m.period.label, m.period.start, m.period.end, m.role] for m in found] == row["periods"]


@pytest.mark.parametrize("row", examples("periods"), ids=lambda row: row["why"])
def test_a_period_stands_on_its_words(row: dict[str, Any]) -> None:
    read = article(row["text"].strip())
    for mention in read_heading(read).period_mentions:
        assert read.text[mention.start : mention.end] == mention.period.label
