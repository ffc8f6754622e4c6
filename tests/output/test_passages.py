"""Marks over one another: one within another, two that cross, two of one place."""

from __future__ import annotations

import io
import re

import pytest

from danvan_cli.output.bracketing import bracketed
from danvan_cli.output.formats import Listing, Look
from danvan_cli.output.terminal import render as to_terminal
from danvan_cli.output.views.passages import passages
from danvan_cli.output.web.blocks import render as to_page
from danvan_cli.output.wording import Wording
from danvan_cli.parsing.readings import Reading
from support import document

TEXT = "xây dựng mới 350 mô hình trong năm 2020\n\nhoàn thành trước tháng 6\n"


def shown(*spans: tuple[str, int, int], color: bool = False, page: bool = False) -> str:
    text = document(TEXT)
    found = [Reading(source="bai.txt", kind=k, start=a, end=b, text=TEXT[a:b]) for k, a, b in spans]  # type: ignore[arg-type]
    view = passages([(text, "Bài", found)], explain=False)
    stream = io.StringIO()
    render = to_page if page else to_terminal
    render(Listing([], view, "reading"), stream, Look("vi", color=color, width=80))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("spans", "line"),
    [
        ([("task", 0, 39), ("statistic", 13, 24)], "[nhiệm vụ: xây dựng mới [số liệu: 350 mô hình] trong năm 2020]"),
        (
            [("statistic", 0, 24), ("period", 17, 39)],
            "[số liệu: xây dựng mới 350 [kỳ: mô hình]][kỳ:  trong năm 2020]",
        ),
        ([("statistic", 13, 24), ("task", 13, 24)], "xây dựng mới [nhiệm vụ: [số liệu: 350 mô hình]] trong năm 2020"),
        ([("statistic", 13, 24), ("statistic", 13, 24)], "xây dựng mới [số liệu: 350 mô hình] trong năm 2020"),
        ([], "xây dựng mới 350 mô hình trong năm 2020"),
    ],
)
def test_marks_open_and_close_like_brackets(spans: list[tuple[str, int, int]], line: str) -> None:
    assert f"  {line}\n" in shown(*spans)


def test_a_reading_of_two_lines_is_marked_on_both() -> None:
    lines = shown(("task", 0, len(TEXT) - 1)).splitlines()
    assert "  [nhiệm vụ: xây dựng mới 350 mô hình trong năm 2020]" in lines
    assert "  [nhiệm vụ: hoàn thành trước tháng 6]" in lines


def test_elements_of_a_page_nest_though_readings_cross() -> None:
    page = shown(("statistic", 0, 24), ("period", 17, 39), page=True)
    figure, period = '<mark class="statistic"', '<mark class="period"'
    told = re.sub(r' title="[^"]*" tabindex="0"', "", page[page.index('<div class="passage">') :])
    assert f"{figure}>xây dựng mới 350 {period}>mô hình</mark></mark>{period}> trong năm 2020</mark>" in told


def test_in_colours_the_words_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    told = shown(("task", 0, 39), ("statistic", 13, 24), color=True)
    assert "\x1b[4;32mxây dựng mới \x1b[0m\x1b[1;4;33m350 mô hình\x1b[0m\x1b[4;32m trong năm 2020\x1b[0m" in told


def test_a_line_without_marks_is_the_line() -> None:
    text = document(TEXT)
    view = passages([(text, None, [])], explain=True)
    lines = [line for block in view(None, Wording("vi")) for line in getattr(block, "lines", [])]
    assert [bracketed(parts) for parts in lines if parts] == [line for line in TEXT.splitlines() if line]
