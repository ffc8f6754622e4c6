"""The yardstick for officials: how a tagger's words become names, and what counts as found."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import people
import pytest
from scoring import Outcome, Verdict

from support import TESTS

WANT = {"lê thị mai", "trần văn an"}


def tagger(line: str) -> list[tuple[str, ...]]:
    """Takes every word with a capital as a name's, and one after another as one name; the shape is underthesea's."""
    words = line.replace(",", " ,").replace(".", " .").split()
    names = [word[0].isupper() for word in words]
    tags = ["O" if not name else "I-PER" if i and names[i - 1] else "B-PER" for i, name in enumerate(names)]
    return [(word, "N", "O", tag) for word, tag in zip(words, tags, strict=True)]


def outcomes(verdicts: Iterator[Verdict]) -> dict[str, Outcome]:
    return {verdict.subject: verdict.outcome for verdict in verdicts}


def test_words_of_one_name_are_joined_and_lines_are_not() -> None:
    assert people.tagged_persons("đồng chí Lê Thị Mai, ông Nam\n\nTrần An", tagger) == {"lê thị mai", "nam", "trần an"}


def test_an_exact_name_is_a_whole_one() -> None:
    assert outcomes(people.judge_exact("a", WANT, {"lê thị mai", "mai"})) == {
        "lê thị mai": "hit",
        "trần văn an": "missed",
        "mai": "invented",
    }


def test_a_lenient_reading_takes_titles_and_parts_of_names() -> None:
    assert outcomes(people.judge_lenient("a", WANT, {"đồng chí lê thị mai", "mai", "văn", "hà nội"})) == {
        "lê thị mai": "hit",
        "trần văn an": "missed",
        "văn": "invented",
        "hà nội": "invented",
    }


def test_both_are_shown_on_one_gold_set(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(people, "underthesea_tagger", lambda: tagger)
    assert people.main([str(TESTS / "gold")]) == 0
    rows = [line.rsplit(maxsplit=5)[0] for line in capsys.readouterr().out.splitlines()[2:]]
    assert rows == ["danvan", "underthesea, exact", "underthesea, lenient"]


def test_without_underthesea_it_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "underthesea", None)
    assert people.main([str(TESTS / "gold")]) == 2
    assert "pip install underthesea" in capsys.readouterr().err


def test_a_folder_that_is_no_gold_set_is_said_to_be_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(people, "underthesea_tagger", lambda: tagger)
    assert people.main([str(tmp_path)]) == 2
    assert "no answers" in capsys.readouterr().err
