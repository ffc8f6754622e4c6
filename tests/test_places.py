"""Places with certainty, and names that are none."""

from __future__ import annotations

from typing import Any

import pytest

from danvan_cli.parsing.places import places
from support import article, examples


@pytest.mark.parametrize("row", examples("places"), ids=lambda row: row["why"])
def test_a_place_is_read_with_its_tier_and_its_province(row: dict[str, Any]) -> None:
    read = article(row["text"])
    found = [[read.text[p.start : p.end], p.level, p.name, p.province or ""] for p in places(read)]
    assert found == row["places"]
