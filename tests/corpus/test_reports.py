"""Which articles are of one body, and which two periods go together."""

from __future__ import annotations

import pytest
from records import YEAR_2019, YEAR_2020, record, task

from danvan_cli.corpus.reports import Body, body_of, in_order, two_periods
from danvan_cli.record import Level, Locality, Period, Record


def report(period: Period | None, path: str = "", organizer: str | None = None, tasks: int = 1) -> Record:
    made = record(path or (period.label if period else "tin"), period=period)
    made.tasks = [task(number, "nắm tình hình") for number in range(1, tasks + 1)]
    made.event.organizer = organizer
    return made


def year(number: int) -> Period:
    return Period(f"năm {number}", f"{number}-01-01", f"{number}-12-31")


def half(number: int) -> Period:
    return Period(f"nửa đầu {number}", f"{number}-01-01", f"{number}-06-30")


def quarter(number: int) -> Period:
    months = 3 * number - 2, 3 * number
    return Period(f"quý {number}", f"2020-{months[0]:02}-01", f"2020-{months[1]:02}-{30 + (months[1] in (3, 12))}")


@pytest.mark.parametrize(
    ("given", "expected", "why"),
    [
        ([year(2018), year(2020), year(2019)], (year(2019), year(2020)), "one_kind"),
        ([year(2018), year(2019), half(2020)], (year(2018), year(2019)), "one_kind"),
        ([half(2019), year(2019), half(2020)], (half(2019), half(2020)), "one_kind"),
        ([year(2019), half(2020)], (year(2019), half(2020)), "latest"),
        ([quarter(1), quarter(2), year(2019), quarter(4)], (quarter(2), quarter(4)), "one_kind"),
        ([quarter(4), year(2020)], (quarter(4), year(2020)), "latest"),
        (
            [year(2022), Period("năm 2023", "2022-12-15", "2023-12-14")],
            (year(2022), Period("năm 2023", "2022-12-15", "2023-12-14")),
            "one_kind",
        ),
    ],
)
def test_the_latest_two_of_one_kind_go_before_a_later_one_of_another(
    given: list[Period], expected: tuple[Period, Period], why: str
) -> None:
    pair = two_periods([report(period) for period in given])
    assert pair is not None
    assert (pair.old[0].reported_period, pair.new[0].reported_period) == expected
    assert pair.why == why


def test_two_articles_on_one_period_are_no_two_periods() -> None:
    assert two_periods([report(YEAR_2019, "a"), report(YEAR_2019, "b")]) is None


def test_of_two_that_end_on_one_day_the_longer_is_the_later() -> None:
    assert in_order([year(2020), quarter(4), half(2020), year(2020)]) == [half(2020), quarter(4), year(2020)]


def test_a_report_of_the_same_committee_goes_before_a_fuller_one_of_another() -> None:
    reports = [
        report(YEAR_2019, "a", "Ban Tiếp công dân tỉnh", tasks=9),
        report(YEAR_2019, "b", "Ban Dân vận Tỉnh ủy Lạng Sơn"),
        report(YEAR_2020, "c", "Ban Dân vận Tỉnh uỷ"),
    ]
    for given in (reports, reports[::-1]):
        pair = two_periods(given)
        assert pair is not None
        assert [made.source.path for made in (*pair.old, *pair.new)] == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("level", "place", "expected"),
    [
        ("province", Locality(None, "Thừa Thiên Huế"), Body("province", "Huế")),
        ("province", Locality(None, "Kon Tum"), Body("province", "Kon Tum")),
        ("province", Locality(), None),
        ("district", Locality(None, "Cà Mau", district="Đầm Dơi"), Body("district", "Cà Mau", "Đầm Dơi")),
        ("district", Locality(None, "Cà Mau"), None),
        ("commune", Locality(None, "Cà Mau", commune="Tân Ân"), Body("commune", "Cà Mau", None, "Tân Ân")),
        ("commune", Locality(None, "Cà Mau"), None),
        ("national", Locality(), Body("national")),
    ],
)
def test_an_article_that_does_not_name_its_district_is_of_no_known_body(
    level: Level, place: Locality, expected: Body | None
) -> None:
    made = report(YEAR_2019)
    made.locality = place
    made.locality.level = level
    assert body_of(made) == expected
