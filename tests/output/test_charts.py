"""Bars that tell figures apart, in any terminal and on any stream."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import YEAR_2019, record, statistic

from danvan_cli.corpus.aggregation import counted, figures
from danvan_cli.corpus.selection import Selection
from danvan_cli.corpus.trends import series
from danvan_cli.output.drawing import draw, signs_for
from danvan_cli.output.formats import Listing, Look
from danvan_cli.output.terminal import render
from danvan_cli.output.views.trends import trend_charts
from danvan_cli.record import Period

BLOCKS, ASCII = signs_for("utf-8"), signs_for("cp1252")


def chart(*given_: tuple[int, float], width: int | None = 80, encoding: str = "utf-8", **more: str) -> str:
    """The chart of figures by year; two of one year are of two articles."""
    rows = [
        record(
            f"{i}.txt",
            period=YEAR_2019 if year == 2019 else Period("", f"{year}-01-01", f"{year}-12-31"),
            statistics=[statistic("visits", value, "lượt", **more)],
        )
        for i, (year, value) in enumerate(given_)
    ]
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors="replace", write_through=True)
    drawn = series(counted(figures(rows, Selection())))
    render(Listing(drawn, trend_charts, "series"), stream, Look("vi", color=False, width=width))
    return raw.getvalue().decode(encoding)


def test_a_bar_is_as_long_as_its_figure() -> None:
    lines = chart((2019, 500), (2020, 1000)).splitlines()
    assert [line.count("█") for line in lines if "năm 20" in line] == [20, 40]


def test_a_bar_shows_an_eighth_of_a_cell() -> None:
    assert draw(0.5, 0.5, 9, BLOCKS) == ("████▌", "")
    assert draw(1, 1, 3, BLOCKS) == ("███", "")


def test_something_small_is_seen_and_nothing_is_not() -> None:
    assert draw(0.0001, 0.0001, 40, BLOCKS) == ("▏", "")
    assert draw(0.0001, 0.0001, 40, ASCII) == ("#", "")
    assert draw(0, 0, 40, BLOCKS) == ("", "")


@given(st.floats(0, 1), st.floats(0, 1), st.integers(8, 200))
def test_no_bar_is_longer_than_its_room(one: float, other: float, room: int) -> None:
    for signs in (BLOCKS, ASCII):
        assert len("".join(draw(min(one, other), max(one, other), room, signs))) <= room


def test_a_stream_that_cannot_carry_blocks_gets_ascii() -> None:
    text = chart((2019, 500), (2020, 1000), (2020, 750), encoding="ascii")
    assert "#" * 20 in text
    assert "#" * 30 + "." * 10 in text
    assert "=====" in text


def test_a_bound_is_marked() -> None:
    assert "≥1.000" in chart((2019, 1000), bound="at_least")


def test_articles_that_disagree_give_a_bar_from_the_lowest_to_the_highest() -> None:
    (line,) = (line for line in chart((2020, 1000), (2020, 250)).splitlines() if "năm 2020" in line)
    assert "250 – 1.000" in line
    assert "█" * 10 + "░" * 30 in line


def test_a_long_gap_takes_one_line() -> None:
    text = chart((1995, 5), (2019, 6))
    assert "23 kỳ không có số liệu" in text
    assert text.count("không có số liệu") == 1


@pytest.mark.parametrize("width", [24, 40, 80, 160])
def test_a_chart_keeps_to_its_width(width: int) -> None:
    text = chart((2015, 5), (2017, 123456), (2017, 654321), width=width)
    assert max(map(len, text.splitlines())) <= width
    assert "có các số khác nhau" in " ".join(text.split())
    assert ("█" in text) == (width >= 40)


def test_nothing_is_a_figure_and_no_gap() -> None:
    (line,) = (line for line in chart((2019, 0), (2020, 0)).splitlines() if "năm 2019" in line)
    assert line.split() == ["năm", "2019", "0"]
