"""What strangers write stays text, whatever the command and format: no terminal command, no markup, no formula."""

from __future__ import annotations

import csv
import io
import os
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from commands import ARTICLE, Danvan, in_terminal, process
from openpyxl import load_workbook

COMMANDS = {
    "summarize": ["summarize", "FOLDER"],
    "officials": ["officials", "FOLDER"],
    "figures": ["stats", "FILE"],
    "totals": ["stats", "FOLDER", "--province", "--evidence"],
    "tasks": ["tasks", "FOLDER"],
    "trend": ["trend", "FOLDER", "--indicator", "visits"],
    "diff": ["diff", "FOLDER"],
    "show": ["show", "FILE", "--explain"],
    "extract": ["extract", "FOLDER"],
}
TEXTS = ("table", "md", "json", "jsonl", "csv")
# Everything but the line feed that moves a cursor, opens a sequence, hides a letter or turns a line around.
HARMFUL = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufff9-\ufffb]")
PAYLOADS = {
    "escape sequences": "\x1b[31m\x1b]0;danger\x07\x9b31m\x1bP\x1b\\",
    "direction marks": "\u202edanger\u202c\u2066x\u2069\u061c",
    "markup": "<danger onload=danger>&lt;danger&gt;</td></script><danger>\"'><danger>]]><!-- danger",
    "formulas": '=HYPERLINK("http://danger.example","x")',
    "links and Markdown": "[x](javascript:danger) ![x](http://danger.example) <http://danger.example> | a | b",
}
every_payload = pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS.keys())
every_command = pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


def fill(folder: Path, payload: str, name: str = "bai") -> None:
    """Two reports of one body with ``payload`` wherever a reading may take it along."""
    for year in (2018, 2019):
        text = ARTICLE.replace("2020", str(year + 1)).replace("2019", str(year))
        text = text.replace("Xuân Hòa tổng kết", f"{payload} Xuân Hòa tổng kết {payload}")
        for words in ("Phó Bí thư", "đơn khiếu nại", "lượt công dân", "phương thức hoạt động", "vùng biên giới"):
            text = text.replace(words, f"{words} {payload}")
        (folder / f"{name} {year}.txt").write_text(f"{text}\n{payload} nắm tình hình\n", encoding="utf-8")


def asked(command: list[str], folder: Path) -> list[str]:
    paths = {"FOLDER": str(folder), "FILE": str(min(folder.iterdir()))}
    return [paths.get(word, word) for word in command]


@every_payload
@every_command
def test_no_text_commands_a_terminal_or_is_a_formula(
    danvan: Danvan, folder: Path, command: list[str], payload: str
) -> None:
    fill(folder, payload)
    for format_ in TEXTS:
        ran = danvan(*asked(command, folder), "--format", format_)
        assert HARMFUL.findall(ran.out + ran.err) == []
        assert "danger" in ran.out or command[0] in ("stats", "trend", "officials") or "danger" not in payload
        if format_ == "csv":
            cells = [cell for row in csv.reader(io.StringIO(ran.out.removeprefix("\ufeff"))) for cell in row]
            assert [cell for cell in cells if re.match(r"\s*[=+@]|\s*-(?![\d.])", cell)] == []


@every_payload
@pytest.mark.parametrize("command", [COMMANDS["summarize"], COMMANDS["show"]], ids=["summarize", "show"])
def test_in_a_terminal_there_are_colours_and_nothing_else(folder: Path, command: list[str], payload: str) -> None:
    fill(folder, payload)
    sent = in_terminal(*asked(command, folder), TERM="xterm-256color")
    colourless = re.sub(r"\x1b\[[0-9;]*m", "", sent.replace("\r\n", "\n"))
    assert len(colourless) < len(sent)
    assert HARMFUL.findall(colourless) == []


class _Danger(HTMLParser):
    """Collects what the page is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.made_of: set[str] = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.made_of |= {tag, *(name for name, _ in attrs)}
        self.made_of |= {value or "" for name, value in attrs if name in ("href", "src", "style")}

    def handle_comment(self, data: str) -> None:
        self.made_of.add(data)


@every_payload
@pytest.mark.parametrize("command", [*COMMANDS.values(), ["report", "FOLDER"]], ids=[*COMMANDS.keys(), "report"])
def test_no_text_becomes_markup_or_a_link(danvan: Danvan, folder: Path, command: list[str], payload: str) -> None:
    fill(folder, payload, name="bai danger&lt;")
    page = folder.parent / "page.html"
    assert danvan(*asked(command, folder), "--force", "-o", page).status == 0
    written = page.read_text(encoding="utf-8")
    assert HARMFUL.findall(written) == []
    assert [part for part in _Danger(written).made_of if "danger" in part or "javascript" in part] == []


@every_payload
@every_command
def test_no_text_becomes_a_formula_or_a_link_in_a_workbook(
    danvan: Danvan, folder: Path, command: list[str], payload: str
) -> None:
    fill(folder, payload, name="=1+1 bai")
    book = folder.parent / "book.xlsx"
    assert danvan(*asked(command, folder), "--force", "-o", book).status == 0
    cells: list[Any] = [cell for sheet in load_workbook(book) for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []


def test_the_name_of_a_file_commands_no_terminal(folder: Path, article: Path) -> None:
    good, bad = (b"\x1b[31m\xc2\x9b\xe2\x80\xae\r\n%s\xff.txt" % kind for kind in (b"good", b"bad"))
    (folder / os.fsdecode(good)).write_bytes(article.read_bytes())
    (folder / os.fsdecode(bad)).write_bytes(b"\x89PNG\r\n\x1a\n")
    for command in (["summarize"], ["stats"], ["officials"], ["extract"], ["show"]):
        ran = process(*command, folder)
        assert ran.returncode == 1
        assert HARMFUL.findall(ran.stdout.decode() + ran.stderr.decode()) == []
        assert ran.stderr.count(b"\n") == 1


def test_nothing_is_written_but_the_output(folder: Path, tmp_path: Path) -> None:
    fill(folder, "../../danger /tmp/danger", name="..danger")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    for command in COMMANDS.values():
        process(*asked(command, folder), "--format", "html", "-o", tmp_path / "out.html", "--force")
    after = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.name != "out.html"}
    assert {path for path in after if path.is_file()} == {path for path in before if path.is_file()}
    assert [path for path in before if path.is_file() and before[path] != after[path]] == []
