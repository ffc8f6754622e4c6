"""One article without typer: the same answer, sooner."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from commands import BASE, Danvan

from danvan_cli.cli.single import answer

PLAIN = [
    ["summarize", "{}"],
    ["summarize", "{}", "--lang", "en", "--no-color"],
    ["summarize", "--format", "md", "{}"],
    ["summarize", "-q", "{}", "--json"],
    ["extract", "{}"],
    ["extract", "{}", "-f", "jsonl", "--quiet"],
    ["extract", "{}", "--json", "--format", "json"],
    ["extract", "{}", "--format", "csv", "--lang", "vi"],
]
NOT_PLAIN = [
    [],
    ["--version"],
    ["stats", "{}"],
    ["extract", "--help"],
    ["extract"],
    ["extract", "{}", "{}"],
    ["extract", "{}", "-o", "ban-ghi.jsonl"],
    ["extract", "{}", "--format"],
    ["extract", "{}", "--format", "docx"],
    ["extract", "{}", "--format", "xlsx"],
    ["extract", "{}", "--json", "--format", "md"],
    ["extract", "{}", "--lang", "fr"],
    ["extract", "{}.none"],
    ["extract", "."],
    ["extract", "-"],
]


def _filled(words: list[str], article: Path) -> list[str]:
    return [word.format(article) for word in words]


@pytest.mark.parametrize("words", PLAIN, ids=" ".join)
def test_a_plain_command_line_prints_what_typer_makes_of_it(
    danvan: Danvan, article: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    words = _filled(words, article)
    expected = danvan(*words)
    status = answer(words)
    printed = capsys.readouterr()
    assert (printed.out, printed.err, status) == expected
    assert printed.out


@pytest.mark.parametrize("words", NOT_PLAIN, ids=" ".join)
def test_every_other_command_line_is_left_to_typer(article: Path, words: list[str]) -> None:
    assert answer(_filled(words, article)) is None


def test_a_file_that_is_no_article_is_refused_as_ever(
    danvan: Danvan, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "trang.txt"
    path.write_bytes(b" \n")
    expected = danvan("extract", path)
    assert answer(["extract", str(path)]) == 1
    assert capsys.readouterr().err == expected.err != ""


def test_json_of_one_article_loads_neither_typer_nor_rich_nor_a_reader_of_other_formats(article: Path) -> None:
    code = (
        "import sys\nfrom danvan_cli.cli.main import run\n"
        f"sys.argv[1:] = ['extract', {str(article)!r}, '--format', 'jsonl']\n"
        "try:\n    run()\nfinally:\n    print(*sys.modules, file=sys.stderr)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, env=BASE, check=True, text=True)
    loaded = {name.split(".")[0] for name in ran.stderr.split()}
    assert "msgspec" in loaded
    assert loaded.isdisjoint({"typer", "rich", "rapidfuzz", "zipfile", "html", "sqlite3", "multiprocessing"})
