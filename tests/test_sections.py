"""Sections: results, shortcomings, lessons, tasks and speech are told apart by cues, tense and what stands before."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from danvan_cli.parsing.heading import read_heading
from danvan_cli.parsing.sections import read_sections
from support import article, examples


@pytest.mark.parametrize("row", examples("sections"), ids=lambda row: row["why"])
def test_each_sentence_belongs_to_its_part_of_the_report(row: dict[str, Any]) -> None:
    read = article(row["text"])
    sections = read_sections(read, read_heading(read))
    assert [section.kind for section in sections] == row["kinds"]


@pytest.mark.parametrize("row", examples("sections"), ids=lambda row: row["why"])
def test_sections_cover_all_sentences_in_order(row: dict[str, Any]) -> None:
    read = article(row["text"])
    sections = read_sections(read, read_heading(read))
    for sentence in read.sentences:
        assert any(section.start <= sentence.start and sentence.end <= section.end for section in sections)
    assert all(a.end <= b.start for a, b in pairwise(sections))
