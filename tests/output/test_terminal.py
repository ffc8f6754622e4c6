"""What a person sees: nothing cut, nothing that acts, figures aligned, changes marked."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from records import YEAR_2020, evidence, full_record, official, record, statistic, task

from danvan_cli.corpus.aggregation import figures, totals
from danvan_cli.corpus.selection import Selection
from danvan_cli.output.blocks import Block
from danvan_cli.output.formats import Listing, Look
from danvan_cli.output.terminal import render
from danvan_cli.output.views.card import cards
from danvan_cli.output.views.changes import comparisons
from danvan_cli.output.views.statistics import totals_by
from danvan_cli.output.wording import Lang, Wording
from danvan_cli.record import Diff, DiffSide, StatisticChange, TaskChange, Warning

View = Callable[[Iterable[Any], Wording], Iterable[Block]]


def shown(
    items: list[Any], view: View = cards, *, width: int | None = 80, lang: Lang = "vi", color: bool = False
) -> str:
    stream = io.StringIO()
    render(Listing(items, view, "record"), stream, Look(lang, color=color, width=width))
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


def test_a_terminal_too_narrow_for_columns_gets_a_list() -> None:
    text = shown([full_record()], width=36)
    assert "Chỉ tiêu    Lượt tiếp công dân" in text
    assert "Nguyên văn  2.213 lượt" in text


def test_where_columns_are_crowded_the_words_of_a_figure_stand_below_it() -> None:
    words = "Thanh tra nhân dân các xã, phường trong toàn tỉnh đã kiến nghị thu hồi 1.900.000.000 đồng"
    money = statistic("other", 1_900_000_000, "đồng", evidence=evidence(words))
    made = record(statistics=[money, statistic("petitions_resolved", 41, evidence=evidence("giải quyết xong 41 đơn"))])
    narrow = shown([made], width=60)
    assert "\n      giải quyết xong 41 đơn\n" in narrow
    assert "Nguyên văn" not in narrow
    assert "Nguyên văn" in shown([made], width=160)
    assert f"  đồng  {words}\n" in shown([made], width=160)


def test_a_figure_that_no_indicator_names_is_told_by_its_unit() -> None:
    made = record(statistics=[statistic("other", 3800, "tổ hòa giải")])
    assert "Khác      3.800  tổ hòa giải  3800 tổ hòa giải" in shown([made])
    assert "Số liệu khác" not in shown([made])


def test_a_warning_is_told_in_the_readers_language() -> None:
    message = "Bài viết nêu 88,9% nhưng 238/316 vụ việc là 75,3%."
    made = record(warnings=[Warning("rate_mismatch", message)])
    assert f"  !  {message}\n" in shown([made])
    assert "  !  The article states 88.9%, but “238/316 vụ việc” is 75.3%.\n" in shown([made], lang="en")


def test_totals_stand_under_the_name_of_their_province_once() -> None:
    made = [
        record("a.txt", "Nghệ An", statistics=[statistic(value=5), statistic("visits", 6, "lượt")]),
        record("b.txt", "Lạng Sơn", statistics=[statistic(value=7)]),
        record("c.txt", "Lạng Sơn", period=YEAR_2020, statistics=[statistic(value=8)]),
    ]
    found = totals(figures(made, Selection()), ("province",))
    lines = [one_line(line) for line in shown(found, totals_by(("province",)), width=100).splitlines()]
    assert lines[2:] == [
        "Lạng Sơn",
        "Đơn tiếp nhận năm 2019 7 đơn 1",
        "năm 2020 8 đơn 1",
        "",
        "Nghệ An",
        "Lượt tiếp công dân năm 2019 6 lượt 1",
        "Đơn tiếp nhận năm 2019 5 đơn 1",
    ]


def test_figures_without_a_total_stand_side_by_side_or_as_a_span() -> None:
    rates = [(f"{i}.txt", province, 80.0 + i) for i, province in enumerate(("Huế", "Cà Mau", "Lai Châu", "Sơn La"))]
    made = [record(path, p, statistics=[statistic("resolution_rate", rate, "%")]) for path, p, rate in rates]
    two = totals(figures(made[:2], Selection()), ())
    assert "80% · 81%" in shown(two, totals_by(()), width=100)
    four = totals(figures(made, Selection()), ())
    assert "80% – 83%" in shown(four, totals_by(()), width=100)


def test_who_sets_tasks_is_said_once_above_them() -> None:
    tasks = [task(1, "gần dân", assigned_by="Trần Văn An"), task(2, "trọng dân", assigned_by="Trần Văn An")]
    text = shown([record(tasks=[*tasks, task(3, "sát dân")])])
    assert text.count("Người giao: Trần Văn An") == 1


def test_what_a_task_says_itself_is_not_said_again() -> None:
    tasks = [task(1, "xong trước ngày 30/6", deadline="trước ngày 30/6"), task(2, "sát dân", deadline="trong quý I")]
    text = shown([record(tasks=tasks)])
    assert text.count("30/6") == 1
    assert "hạn: trong quý I" in text


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


def test_a_rate_moves_by_points() -> None:
    made = compared("", "")
    made.statistics = [StatisticChange("resolution_rate", "", "%", 92.6, 94.3, 1.7, None)]
    assert "Tỷ lệ giải quyết     92,6%   94,3%  +1,7 điểm\n" in shown([made], comparisons)
    assert "92.6%  94.3%  +1.7 pts\n" in shown([made], comparisons, lang="en")


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
