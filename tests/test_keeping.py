"""The vocabulary that is kept between runs is the one that would be made anew, or it is not used."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from danvan_cli.cache_folder import VOCABULARY
from danvan_cli.lexicon import keeping, terms
from danvan_cli.lexicon.vocabulary import Vocabulary, index


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DANVAN_CACHE", str(tmp_path))
    return tmp_path


def _made() -> Vocabulary:
    return index([("hội nghị", "event_noun", "meeting", None), ("tt", "role", "", "TT"), ("tt", "office", "", None)])


def _never() -> Vocabulary:
    raise AssertionError("it was made anew")


def _content(vocabulary: Vocabulary) -> tuple[object, ...]:
    return vocabulary.kinds, vocabulary.rows, vocabulary.heads, vocabulary.openings


def test_what_is_kept_is_what_was_made(folder: Path) -> None:
    made = index(terms())
    assert _content(keeping.kept(lambda: made)) == _content(made)
    assert _content(keeping.kept(_never)) == _content(made)
    assert keeping.kept(_never).meanings("hội nghị") == made.meanings("hội nghị") != ()
    assert [path.name for path in folder.iterdir()] == [VOCABULARY]


def test_a_vocabulary_file_that_was_edited_counts_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon = folder / "lexicon"
    for name in ("terms", "tables"):
        (lexicon / name).mkdir(parents=True)
    words = lexicon / "terms" / "roles.tsv"
    words.write_text("term\tkind\tvalue\n", encoding="utf-8")
    monkeypatch.setattr(keeping, "_HERE", lexicon)
    keeping.kept(_made)
    keeping.kept(_never)
    words.write_text("term\tkind\tvaluf\n", encoding="utf-8")  # of the same size
    os.utime(words, ns=(1, 1))
    with pytest.raises(AssertionError, match="made anew"):
        keeping.kept(_never)


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.write_bytes(path.read_bytes()[:-9]),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"\xff\xfe\x00"),
        lambda path: path.write_bytes(path.read_bytes().replace("hội".encode(), b"hoi")),
    ],
    ids=["cut short", "empty", "no text", "changed"],
)
def test_what_is_broken_is_made_anew_and_mended(folder: Path, harm: Callable[[Path], object]) -> None:
    keeping.kept(_made)
    harm(folder / VOCABULARY)
    assert _content(keeping.kept(_made)) == _content(_made())
    assert _content(keeping.kept(_never)) == _content(_made())


def test_without_a_folder_to_write_to_nothing_is_kept_and_nothing_is_lost(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DANVAN_CACHE", str(folder / "file" / "below"))
    (folder / "file").write_text("in the way", encoding="utf-8")
    assert _content(keeping.kept(_made)) == _content(_made())
