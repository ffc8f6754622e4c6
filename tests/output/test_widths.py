"""Columns share a narrow terminal so that words stay whole as long as they can."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from danvan_cli.output.widths import Need, share


def test_columns_that_fit_are_as_wide_as_they_are() -> None:
    assert share([Need(10, 5, 0), Need(20, 8, 1)], 30) == [10, 20]


def test_short_columns_stay_whole_while_long_ones_wrap() -> None:
    assert share([Need(10, 5, 0), Need(60, 8, 1), Need(9, 9, 0)], 60) == [10, 41, 9]


def test_long_columns_share_by_weight_and_none_takes_more_than_it_needs() -> None:
    assert share([Need(100, 8, 1), Need(100, 8, 3)], 80) == [20, 60]
    assert share([Need(100, 8, 3), Need(15, 8, 3)], 80) == [65, 15]


def test_short_columns_wrap_too_before_a_word_is_broken() -> None:
    widths = share([Need(30, 6, 0), Need(60, 8, 1)], 30)
    assert widths[0] >= 6
    assert widths[1] >= 8
    assert sum(widths) == 30


@given(
    st.lists(
        st.tuples(st.integers(1, 300), st.integers(1, 30), st.integers(0, 3)).map(
            lambda t: Need(max(t[0], t[1]), t[1], t[2])
        ),
        min_size=1,
        max_size=8,
    ),
    st.integers(8, 400),
)
def test_no_table_is_wider_than_its_room(needs: list[Need], room: int) -> None:
    widths = share(needs, room)
    assert sum(widths) <= room
    assert all(width >= 1 for width in widths)
