"""A period is understood however people write it, and as our own tables write it."""

from __future__ import annotations

import pytest
import typer

from danvan_cli.cli.periods import period_asked
from danvan_cli.output.wording import Lang, Wording
from danvan_cli.record import Period


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("năm 2020", "2020-01-01", "2020-12-31"),
        ("6 tháng đầu năm 2020", "2020-01-01", "2020-06-30"),
        ("sáu tháng đầu năm 2020", "2020-01-01", "2020-06-30"),
        ("6 thang dau nam 2020", "2020-01-01", "2020-06-30"),
        ("2020-H1", "2020-01-01", "2020-06-30"),
        ("h2/2020", "2020-07-01", "2020-12-31"),
        ("6 tháng cuối năm 2020", "2020-07-01", "2020-12-31"),
        ("2020-Q2", "2020-04-01", "2020-06-30"),
        ("quý II/2020", "2020-04-01", "2020-06-30"),
        ("Qúy II năm 2020", "2020-04-01", "2020-06-30"),
        ("quí 4/2020", "2020-10-01", "2020-12-31"),
        ("9T/2019", "2019-01-01", "2019-09-30"),
        ("9 tháng 2019", "2019-01-01", "2019-09-30"),
        ("12 tháng năm 2019", "2019-01-01", "2019-12-31"),
        ("tháng 8/2019", "2019-08-01", "2019-08-31"),
        ("T8/2019", "2019-08-01", "2019-08-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("giai đoạn 2016 – 2020", "2016-01-01", "2020-12-31"),
        ("2016-2020", "2016-01-01", "2020-12-31"),
        ("từ tháng 1/2014 đến tháng 12/2016", "2014-01-01", "2016-12-31"),
        ("từ 15/12/2023 đến 14/3/2024", "2023-12-15", "2024-03-14"),
        ("2023-12-15..2024-03-14", "2023-12-15", "2024-03-14"),
        ("  quý   I/2024 ", "2024-01-01", "2024-03-31"),
    ],
)
def test_a_period_is_known_however_it_is_typed(typed: str, start: str, end: str) -> None:
    asked = period_asked(typed, "--period")
    assert (asked.start, asked.end) == (start, end)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "hôm qua",
        "năm tới",
        "6 tháng đầu năm",
        "quý II",
        "2020-Q5",
        "2020-13",
        "13T/2020",
        "tháng 0/2020",
        "20200",
        "2020-2019",
        "từ năm 2020",
        "năm 2020 của Lạng Sơn",
        "2020, 2021",
        "2024-03-14..2023-12-15",
        "2024-02-30..2024-03-14",
    ],
)
def test_what_names_no_period_or_not_its_year_is_refused(typed: str) -> None:
    with pytest.raises(typer.BadParameter, match="names no period with its year; write 2020"):
        period_asked(typed, "--period")


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2020-01-01", "2020-12-31"),
        ("2020-01-01", "2020-06-30"),
        ("2020-07-01", "2020-12-31"),
        ("2020-10-01", "2020-12-31"),
        ("2020-02-01", "2020-02-29"),
        ("2020-01-01", "2020-11-30"),
        ("2020-04-01", "2020-08-31"),
        ("2023-12-15", "2024-03-14"),
        ("2016-01-01", "2020-12-31"),
    ],
)
def test_what_a_table_calls_a_period_can_be_typed_back(lang: Lang, start: str, end: str) -> None:
    asked = period_asked(Wording(lang).period(Period("", start, end)), "--period")
    assert (asked.start, asked.end) == (start, end)
