"""danvan in a terminal: its width, its colours, its questions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commands import in_terminal


def test_a_terminal_gets_colours_and_its_own_width(article: Path) -> None:
    sent = in_terminal("summarize", article, columns=60, TERM="xterm-256color")
    assert "\x1b[" in sent
    lines = re.sub(r"\x1b\[[0-9;]*m", "", sent).splitlines()
    assert 40 < max(map(len, lines)) <= 60


@pytest.mark.parametrize(
    ("args", "env"),
    [((), {"NO_COLOR": "1", "TERM": "xterm"}), (("--no-color",), {"TERM": "xterm"}), ((), {"TERM": "dumb"})],
)
def test_whoever_wants_no_colours_gets_none(article: Path, args: tuple[str, ...], env: dict[str, str]) -> None:
    sent = in_terminal("summarize", article, *args, **env)
    assert "công tác dân vận" in sent
    assert "\x1b" not in sent


def test_a_person_is_asked_before_a_file_is_replaced(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_text("mine", encoding="utf-8")
    assert "Replace it?" in in_terminal("extract", article, "-o", target, typed=b"n\n", status=2)
    assert target.read_text(encoding="utf-8") == "mine"
    in_terminal("extract", article, "-o", target, typed=b"y\n")
    assert target.read_text(encoding="utf-8") != "mine"


def test_a_workbook_is_no_text_for_a_terminal(article: Path) -> None:
    sent = in_terminal("summarize", article, "no such article", "--format", "xlsx", status=2)
    assert "-o FILE.xlsx" in sent
    assert "PK" not in sent
    assert "no such article" not in sent


def test_a_person_sees_how_far_it_is_and_in_the_end_nothing_of_it(article: Path, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(20):
        (many / f"{number}.txt").write_bytes(article.read_bytes())
    sent = in_terminal("extract", many, "-o", tmp_path / "corpus.jsonl")
    assert re.search(r"\d+ (?:articles|of 20)", sent)
    assert sent.endswith("\r")
    assert sent.rsplit("\r", 2)[1].isspace()
    assert in_terminal("extract", many, "--quiet", "-o", tmp_path / "again.jsonl") == ""
