"""A series holds only periods that may be compared; what no article reports is a gap."""

from __future__ import annotations

from typing import Any

import pytest
from records import record, statistic

from danvan_cli.corpus.aggregation import counted, figures
from danvan_cli.corpus.selection import Selection
from danvan_cli.corpus.trends import Cadence, Series, place_of, series
from danvan_cli.record import Period, Record


def period(start: str, end: str) -> Period:
    return Period("kỳ này", start, end)


def year(number: int) -> Period:
    return period(f"{number}-01-01", f"{number}-12-31")


def report(reported: Period, value: float, province: str = "Lạng Sơn", **more: Any) -> Record:
    given = statistic(more.pop("indicator", "visits"), value, more.pop("unit", "lượt"), **more)
    return record(
        f"{province}-{reported.start}-{reported.end}-{value:g}.txt", province, period=reported, statistics=[given]
    )


def drawn(*records: Record, cadences: tuple[Cadence, ...] = ()) -> list[Series]:
    return series(counted(figures(records, Selection())), cadences)


def values(one: Series) -> list[float | None]:
    return [point.value for point in one.points]


def test_years_of_one_province_follow_one_another() -> None:
    (one,) = drawn(report(year(2020), 7), report(year(2018), 5), report(year(2019), 6))
    assert (one.body, one.cadence, one.unit) == ("Lạng Sơn", "year", "lượt")
    assert values(one) == [5, 6, 7]


def test_a_year_without_a_report_is_a_gap() -> None:
    (one,) = drawn(report(year(2018), 5), report(year(2021), 8))
    assert values(one) == [5, None, None, 8]
    gap = one.points[1]
    assert (gap.period, gap.values) == (Period("", "2019-01-01", "2019-12-31"), [])


def test_quarters_halves_and_years_are_never_in_one_series() -> None:
    quarter, half = period("2020-04-01", "2020-06-30"), period("2020-01-01", "2020-06-30")
    found = drawn(report(year(2020), 9), report(quarter, 2), report(half, 4))
    assert [(one.cadence, values(one)) for one in found] == [("year", [9]), ("half", [4]), ("quarter", [2])]


def test_quarters_run_on_over_the_turn_of_the_year() -> None:
    (one,) = drawn(report(period("2021-04-01", "2021-06-30"), 3), report(period("2020-10-01", "2020-12-31"), 1))
    assert values(one) == [1, None, 3]
    assert (one.points[1].period.start, one.points[1].period.end) == ("2021-01-01", "2021-03-31")


def test_a_february_without_a_report_ends_on_its_last_day() -> None:
    (one,) = drawn(report(period("2024-01-01", "2024-01-31"), 1), report(period("2024-03-01", "2024-03-31"), 2))
    assert one.points[1].period.end == "2024-02-29"


def test_nine_months_are_compared_with_nine_months_of_other_years() -> None:
    nine = [report(period(f"{y}-01-01", f"{y}-09-30"), y - 2000) for y in (2019, 2021)]
    eleven = report(period("2020-01-01", "2020-11-30"), 99)
    found = drawn(*nine, eleven)
    assert [(one.cadence, values(one)) for one in found] == [
        ("same_months", [19, None, 21]),
        ("same_months", [99]),
    ]
    assert found[0].points[1].period.end == "2020-09-30"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2019-12-15", "2020-12-14"),
        ("2016-01-01", "2020-12-31"),
        ("2020-01-01", "2020-06-15"),
        ("2020-02-29", "2020-02-29"),
    ],
)
def test_irregular_periods_have_no_place(start: str, end: str) -> None:
    assert place_of(period(start, end)) is None


def test_each_province_and_kind_of_petition_is_a_series() -> None:
    petitions = {"indicator": "petitions_received", "unit": "đơn"}
    found = drawn(
        report(year(2020), 1, "Nghệ An", **petitions),
        report(year(2020), 2, "Cao Bằng", **petitions),
        report(year(2021), 3, "Cao Bằng", kinds=["complaint"], **petitions),
    )
    assert [(one.body, one.kinds) for one in found] == [("Cao Bằng", []), ("Cao Bằng", ["complaint"]), ("Nghệ An", [])]


def test_units_that_count_the_same_are_one_series() -> None:
    pairs = ((2020, "người"), (2021, "công dân"), (2022, "công dân"))
    (one,) = drawn(*(report(year(y), 1, indicator="visitors", unit=unit) for y, unit in pairs))
    assert (one.unit, len(one.points)) == ("công dân", 3)


def test_reports_that_disagree_are_not_averaged() -> None:
    (one,) = drawn(report(year(2020), 8), report(year(2020), 4))
    (point,) = one.points
    assert (point.value, point.values) == (None, [4, 8])


def test_a_province_of_2025_is_another_series_than_the_smaller_one_of_its_name() -> None:
    before, since = report(year(2024), 1, "Quảng Trị"), report(year(2025), 2, "Quảng Trị")
    before.event.date, since.event.date = "2024-12-20", "2025-12-20"
    assert [(one.merged_province, values(one)) for one in drawn(before, since)] == [(False, [1]), (True, [2])]


def test_only_the_periods_asked_for_are_drawn() -> None:
    rows = report(year(2020), 9), report(period("2020-04-01", "2020-06-30"), 2)
    assert [one.cadence for one in drawn(*rows, cadences=("quarter",))] == ["quarter"]
