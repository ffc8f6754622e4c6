"""Tasks: where they open, where they are split, what goes with the lead-in, and what is none."""

from __future__ import annotations

from typing import Any

import pytest

from support import examples, record


@pytest.mark.parametrize("row", examples("tasks"), ids=lambda row: row["why"])
def test_the_tasks_of_a_text_are_those_a_careful_reader_names(row: dict[str, Any]) -> None:
    found = record(row["text"])
    assert [task.text for task in found.tasks] == row["tasks"]


@pytest.mark.parametrize("row", examples("tasks"), ids=lambda row: row["why"])
def test_a_task_is_a_slice_of_the_text_and_tasks_are_numbered_in_order(row: dict[str, Any]) -> None:
    found = record(row["text"])
    assert [task.number for task in found.tasks] == list(range(1, len(found.tasks) + 1))
    for task in found.tasks:
        assert task.text == row["text"][task.evidence.start : task.evidence.end]
    starts = [task.evidence.start for task in found.tasks]
    assert starts == sorted(starts)
