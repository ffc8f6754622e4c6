"""Who is named, in which office, and what they did."""

from __future__ import annotations

from typing import Any

import pytest

from support import examples, record


@pytest.mark.parametrize("row", examples("officials"), ids=lambda row: row["why"])
def test_officials_of_an_example(row: dict[str, Any]) -> None:
    found = [
        {"name": o.name, "positions": [p.title for p in o.positions], "actions": sorted(o.actions)}
        for o in record(row["text"]).officials
    ]
    expected = [
        {"name": o["name"], "positions": o["positions"], "actions": sorted(o["actions"])} for o in row["officials"]
    ]
    assert found == expected


def test_every_title_and_mention_is_the_slice_that_its_evidence_names() -> None:
    text = "Sáng 5/3, đồng chí Trần Văn Bảy, Bí thư Huyện ủy chủ trì hội nghị. Đồng chí đề nghị các xã rà soát."
    for official in record(text).officials:
        for position in official.positions:
            assert text[position.evidence.start : position.evidence.end] == position.title == position.evidence.text
        for mention in official.mentions:
            assert text[mention.start : mention.end] == mention.text
