"""The line that says how far a long reading is."""

from __future__ import annotations

import pytest

from danvan_cli.cli.progress import duration, progress_line


def test_it_says_how_many_how_fast_how_long_and_how_many_failed() -> None:
    assert (
        progress_line(250, 1000, 12.4, 3) == "██████░░░░░░░░░░░░░░░░░░ 250 of 1,000 · 12/s · 1 min 00 s left · 3 failed"
    )


def test_what_is_not_known_yet_is_not_said() -> None:
    assert progress_line(250, None, 0.0, 0) == "250 articles"
    assert progress_line(250, None, 0.4, 0) == "250 articles · 0.4/s"


def test_files_that_come_while_it_runs_do_not_break_the_bar() -> None:
    assert progress_line(11, 10, 5, 0) == "████████████████████████ 11 of 10 · 5/s · 0 s left"


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.4, "0 s"), (59, "59 s"), (61, "1 min 01 s"), (3600, "1 h 00 min"), (93784, "26 h 03 min")]
)
def test_a_length_of_time_is_said_as_people_say_it(seconds: float, said: str) -> None:
    assert duration(seconds) == said
