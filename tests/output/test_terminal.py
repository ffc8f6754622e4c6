"""What a person sees: nothing cut, nothing that acts, figures aligned, changes marked."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from records import full_record, official, record, statistic, task

from danvan_cli.output.blocks import Block
from danvan_cli.output.formats import Listing, Look
from danvan_cli.output.terminal import render
from danvan_cli.output.views.card import cards
from danvan_cli.output.views.changes import comparisons
from danvan_cli.output.wording import Lang, Wording
from danvan_cli.record import Diff, DiffSide, TaskChange

View = Callable[[Iterable[Any], Wording], Iterable[Block]]


def shown(
    items: list[Any], view: View = cards, *, width: int | None = 80, lang: Lang = "vi", color: bool = False
) -> str:
    stream = io.StringIO()
    render(Listing(items, view), stream, Look(lang, color=color, width=width))
    return stream.getvalue()


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [30, 80, 100, 160])
def test_a_card_keeps_to_its_width_and_loses_no_word(width: int) -> None:
    made = full_record()
    text = shown([made], width=width)
    assert max(map(len, text.splitlines())) <= width
    assert "…" not in text
    words = set(text.split())
    for sentence in (made.summary.brief, made.tasks[0].text, made.statistics[1].evidence.text):
        assert set(sentence.split()) <= words


def test_in_a_pipe_each_row_is_one_line() -> None:
    text = shown([full_record()], width=None)
    assert "tiếp nhận hơn 1.418 đơn khiếu nại, tố cáo, kiến nghị, phản ánh\n" in text
    assert full_record().tasks[0].text in text


def test_figures_stand_under_one_another() -> None:
    made = record(statistics=[statistic(value=7), statistic(value=12345), statistic("resolution_rate", 93.1, "%")])
    rows = [line for line in shown([made], width=120).splitlines() if "Đơn tiếp nhận" in line or "Tỷ lệ" in line]
    numbers = ("7", "12.345", "93,1%")
    ends = {row.index(f" {number} ") + len(number) for row, number in zip(rows, numbers, strict=True)}
    assert len(ends) == 1


def test_numbers_and_days_are_written_as_the_language_writes_them() -> None:
    assert "2.213" in shown([full_record()])
    assert "26/12/2019" in shown([full_record()])
    assert "2,213" in shown([full_record()], lang="en")
    assert "2019-12-26" in shown([full_record()], lang="en")


def test_a_bound_and_a_change_are_seen() -> None:
    text = shown([full_record()], width=160)
    assert "≥1.418" in text
    assert "≈1.250" in text
    assert "▼ 146 lượt" in text


def test_a_computed_figure_says_so() -> None:
    assert "tính từ Đơn tiếp nhận" in shown([full_record()], width=160)


def test_a_list_that_the_article_cuts_short_is_told() -> None:
    assert "bài chỉ liệt kê 2 trong 12 nhiệm vụ" in shown([full_record()])


def test_words_of_an_article_are_neither_markup_nor_commands() -> None:
    made = record(officials=[official("Trần [bold]Văn[/bold] An", ["Bí thư \x1b[31mTỉnh ủy\x9b1m :smile:"], [])])
    text = shown([made], color=True, width=120)
    assert "[bold]Văn[/bold]" in text
    assert "\x1b[31m" not in text
    assert "\x9b" not in text
    assert ":smile:" in text


def test_colours_are_for_terminals() -> None:
    assert "\x1b[" in shown([full_record()], color=True)
    assert "\x1b" not in shown([full_record()])


def compared(old: str, new: str) -> Diff:
    side = DiffSide(record().source, "Báo cáo", "Lạng Sơn", None, None)
    change = TaskChange("changed", task(1, old), task(1, new), 0.9, "")
    return Diff(side, side, [change], [])


def test_a_changed_word_is_marked_where_no_colour_can_show_it() -> None:
    text = shown([compared("chủ đề năm 2019, ở xã", "chủ đề năm 2020, ở xã")], comparisons, width=None)
    assert "chủ đề năm [-2019-], ở xã" in text
    assert "chủ đề năm {+2020+}, ở xã" in text


def test_a_changed_word_is_whole() -> None:
    text = shown([compared("trồng 2.213 cây, đạt 93,1%", "trồng 2.218 cây, đạt 93,4%")], comparisons, width=None)
    assert "[-2.213-]" in text
    assert "{+93,4%+}" in text


def test_a_changed_word_is_coloured_in_a_terminal() -> None:
    text = shown([compared("năm 2019", "năm 2020")], comparisons, color=True)
    assert "{+" not in text
    assert "\x1b[" in text
