"""What may be added up: one meaning, one period, one level, each body once."""

from __future__ import annotations

import pytest
from records import HALF_2020, YEAR_2019, YEAR_2020, evidence, record, statistic

from danvan_cli.corpus.aggregation import Dimension, Total, counted, figures, totals
from danvan_cli.corpus.selection import Selection
from danvan_cli.lexicon.places import provinces
from danvan_cli.record import Period, Record


def summed(*records: Record, by: tuple[Dimension, ...] = (), **chosen: object) -> list[Total]:
    return totals(counted(figures(records, Selection(**chosen))), by)  # type: ignore[arg-type]


def sums(*records: Record, by: tuple[Dimension, ...] = (), **chosen: object) -> list[float | None]:
    return [total.total for total in summed(*records, by=by, **chosen)]


def of(province: str, *statistics: object, path: str | None = None, **more: object) -> Record:
    return record(path or f"{province}.txt", province, statistics=list(statistics), **more)  # type: ignore[arg-type]


def test_the_figures_of_several_provinces_add_up() -> None:
    (total,) = summed(of("Lạng Sơn", statistic(value=364)), of("Nghệ An", statistic(value=1200)))
    assert (total.total, total.bodies, total.articles, total.province) == (1564, 2, 2, None)
    assert [figure.evidence.text for figure in total.figures] == ["364 đơn", "1200 đơn"]


def test_a_report_that_two_papers_print_counts_once() -> None:
    (total,) = summed(of("Lạng Sơn", statistic(value=364)), of("Lạng Sơn", statistic(value=364), path="b.txt"))
    assert (total.total, total.bodies, total.articles) == (364, 1, 2)


def test_papers_that_disagree_about_one_body_give_no_total() -> None:
    (total,) = summed(of("Lạng Sơn", statistic(value=364)), of("Lạng Sơn", statistic(value=346), path="b.txt"))
    assert total.total is None
    assert [figure.value for figure in total.figures] == [364, 346]


def test_a_year_and_its_half_stand_apart() -> None:
    year = of("Lạng Sơn", statistic(value=418), period=YEAR_2020)
    half = of("Lạng Sơn", statistic(value=200), period=HALF_2020, path="b.txt")
    assert sums(year, half) == [200, 418]


def test_a_district_is_not_added_to_its_province() -> None:
    district = of("Lạng Sơn", statistic(value=33), level="district")
    assert sums(district, of("Lạng Sơn", statistic(value=364))) == [364, 33]


def test_units_and_kinds_of_petition_stand_apart() -> None:
    rows = of(
        "Lạng Sơn",
        statistic(value=1),
        statistic(value=2, unit="vụ việc"),
        statistic(value=4, kinds=["complaint"]),
    )
    assert sorted(total or 0 for total in sums(rows)) == [1, 2, 4]


def test_kinds_in_another_order_are_the_same_kinds() -> None:
    one = of("Lạng Sơn", statistic(value=1, kinds=["complaint", "denunciation"]))
    other = of("Nghệ An", statistic(value=2, kinds=["denunciation", "complaint"]))
    (total,) = summed(one, other)
    assert (total.total, total.kinds) == (3, ["complaint", "denunciation"])


def test_petitions_of_all_kinds_are_petitions() -> None:
    one = of("Lạng Sơn", statistic(value=1, kinds=["complaint", "denunciation", "proposal", "feedback"]))
    assert sums(one, of("Nghệ An", statistic(value=2))) == [3]


def test_rates_are_never_added() -> None:
    one, other = statistic("resolution_rate", 93.1, "%"), statistic("resolution_rate", 88.0, "%")
    assert sums(of("Lạng Sơn", one), of("Nghệ An", other)) == [None]
    assert sums(of("Lạng Sơn", one)) == [93.1]


def test_parts_computed_figures_and_figures_of_other_periods_are_left_out() -> None:
    assert sums(
        of(
            "Lạng Sơn",
            statistic(value=364),
            statistic(value=100, parent=0),
            statistic("resolution_rate", 82.06, "%", derived=True),
            statistic(value=300, period=YEAR_2019),
            period=YEAR_2020,
        )
    ) == [364]


def test_the_only_figure_of_its_indicator_under_another_is_a_total() -> None:
    rows = of("Lạng Sơn", statistic("visits", 3016, "lượt"), statistic("group_visits", 17, "đoàn", parent=0))
    assert sums(rows) == [3016, 17]


def test_parts_beside_one_another_are_no_total() -> None:
    rows = of(
        "Lạng Sơn",
        statistic("visits", 1647, "lượt"),
        statistic("visitors", 1325, "người", parent=0),
        statistic("visitors", 761, "người", parent=0),
    )
    assert sums(rows) == [1647]


def test_figures_that_no_indicator_names_are_listed_only_when_asked_for_and_never_added() -> None:
    rows = [of(p, statistic(), statistic("other", 5, "hộ", label="Số liệu khác")) for p in ("Lạng Sơn", "Nghệ An")]
    assert sums(*rows) == [728]
    asked = figures(rows, Selection(indicators=("other",)))
    assert [total.total for total in totals(counted(asked, other=True), ())] == [5, 5]


def test_figures_whose_words_begin_together_are_two() -> None:
    first = statistic("other", 12, "tập thể", evidence=evidence("khen 12 tập thể"))
    second = statistic("other", 8, "tập thể", evidence=evidence("khen 12 tập thể và 8 tập thể"))
    asked = figures([of("Lạng Sơn", first, second)], Selection(indicators=("other",)))
    assert [total.total for total in totals(counted(asked, other=True), ())] == [12, 8]


def test_figures_of_no_known_period_are_never_added() -> None:
    rows = [of(p, statistic(), period=None) for p in ("Lạng Sơn", "Nghệ An")]
    assert sums(*rows) == [None]
    assert sums(rows[0]) == [364]


def test_a_sum_of_a_bounded_figure_is_bounded() -> None:
    (total,) = summed(of("Lạng Sơn", statistic(value=364, bound="at_least")), of("Nghệ An", statistic(value=1200)))
    assert (total.total, total.bound) == (1564, "at_least")


def test_provinces_are_grouped_in_the_order_of_the_alphabet() -> None:
    rows = [of(name, statistic()) for name in ("Yên Bái", "Đắk Lắk", "Cao Bằng", "Hà Nội")]
    found = summed(*rows, by=("province",))
    assert [total.province for total in found] == ["Cao Bằng", "Đắk Lắk", "Hà Nội", "Yên Bái"]


def test_a_province_of_2025_is_not_the_smaller_one_of_its_name() -> None:
    before = of("Quảng Trị", statistic(value=1), date="2024-12-20")
    since = of("Quảng Trị", statistic(value=2), date="2025-12-20", path="b.txt")
    found = summed(before, since, by=("province",))
    assert [(total.total, total.merged_province) for total in found] == [(1, False), (2, True)]


def test_a_province_that_2025_left_alone_is_one() -> None:
    before = of("Lạng Sơn", statistic(value=1), date="2024-12-20")
    since = of("Lạng Sơn", statistic(value=1), date="2025-12-20", path="b.txt")
    assert len(summed(before, since, by=("province",))) == 1


def test_grouping_by_article_keeps_each_by_itself() -> None:
    rows = [of("Lạng Sơn", statistic(value=value), path=f"{value}.txt") for value in (2, 1)]
    found = summed(*rows, by=("article",))
    assert [(total.article, total.total) for total in found] == [("1.txt", 1), ("2.txt", 2)]


def test_periods_come_in_the_order_of_time() -> None:
    rows = [
        of("Lạng Sơn", statistic(value=value), period=period, path=f"{value}.txt")
        for value, period in ((3, YEAR_2020), (1, YEAR_2019), (2, HALF_2020), (4, None))
    ]
    assert sums(*rows, by=("period",)) == [1, 2, 3, 4]


def test_an_indicator_a_province_and_days_choose_the_figures() -> None:
    rows = (
        of("Lạng Sơn", statistic(value=1), statistic("visits", 2, "lượt")),
        of("Nghệ An", statistic(value=4), period=YEAR_2020),
    )
    assert sums(*rows, provinces=("Nghệ An",)) == [4]
    assert sums(*rows, indicators=("visits",)) == [2]
    assert sums(*rows, since="2020-01-01") == [4]
    assert sums(*rows, until="2019-12-31", indicators=("petitions_received",)) == [1]


def test_a_figure_of_no_known_time_is_in_no_span() -> None:
    untimed = of("Lạng Sơn", statistic(), period=None, date="")
    untimed.event.date = None
    assert sums(untimed) == [364]
    assert sums(untimed, since="1900-01-01") == []


def test_a_period_that_reaches_into_the_span_counts() -> None:
    long = Period("2019 – 2021", "2019-01-01", "2021-12-31")
    assert sums(of("Lạng Sơn", statistic(), period=long), since="2021-06-01") == [364]


@pytest.mark.parametrize("by", [(), ("province",), ("indicator",), ("article",), ("province", "indicator")])
def test_a_year_is_never_added_to_its_half_however_rows_are_grouped(by: tuple[Dimension, ...]) -> None:
    year = of("Lạng Sơn", statistic(value=418), period=YEAR_2020)
    half = of("Lạng Sơn", statistic(value=200), period=HALF_2020, path="b.txt")
    other = of("Nghệ An", statistic(value=50), period=HALF_2020, path="c.txt")
    found = summed(year, half, other, by=by)
    assert {total.period for total in found} == {YEAR_2020, HALF_2020}
    assert sum(total.total or 0 for total in found) == 668
    assert all(len({figure.period for figure in total.figures}) == 1 for total in found)


def test_units_that_count_the_same_share_a_row_under_the_commonest() -> None:
    rows = [
        of(province, statistic("visitors", value, unit), path=f"{province}.txt")
        for province, value, unit in (("Huế", 10, "người"), ("Cà Mau", 20, "công dân"), ("Sơn La", 30, "công dân"))
    ]
    (total,) = summed(*rows)
    assert (total.total, total.unit) == (60, "công dân")
    cases = [of(p, statistic("mediations", 5, unit)) for p, unit in (("Huế", "vụ"), ("Cà Mau", "vụ việc"))]
    assert sums(*cases) == [10]


def test_petitions_are_not_added_to_cases() -> None:
    one, other = (statistic("petitions_resolved", 5, unit) for unit in ("đơn", "vụ việc"))
    assert sums(of("Huế", one), of("Cà Mau", other)) == [5, 5]


def test_meetings_of_criticism_are_not_added_to_supervisions() -> None:
    assert sums(of("Huế", statistic("supervisions", 96, "cuộc"), statistic("supervisions", 21, "hội nghị"))) == [96, 21]


def old(province: str, value: float, **more: object) -> Record:
    return of(province, statistic(value=value), date="2024-12-20", **more)


def by_today(*records: Record, **chosen: object) -> list[tuple[str | None, float | None]]:
    selected = Selection(today=True, **chosen)  # type: ignore[arg-type]
    found = totals(counted(figures(records, selected)), ("province",), today=True)
    return [(total.province, total.total) for total in found]


def test_provinces_of_before_add_up_to_the_one_of_now() -> None:
    rows = [old("Quảng Bình", 1), old("Quảng Trị", 2), old("Hà Giang", 4), old("Tuyên Quang", 8), old("Lạng Sơn", 16)]
    assert by_today(*rows) == [("Lạng Sơn", 16), ("Quảng Trị", 3), ("Tuyên Quang", 12)]


def test_a_province_of_now_is_never_added_to_one_that_went_into_it() -> None:
    whole = of("Quảng Trị", statistic(value=30), date="2025-12-20", path="whole.txt")
    part = of("Quảng Bình", statistic(value=10), date="2025-06-20", path="part.txt")
    assert by_today(whole, part) == [("Quảng Trị", None)]
    assert sums(whole, part) == [None]
    assert sums(whole, of("Lạng Sơn", statistic(value=5))) == [35]


def test_a_province_of_now_is_asked_for_with_all_that_went_into_it() -> None:
    rows = [old("Quảng Bình", 1), old("Quảng Trị", 2), old("Lạng Sơn", 4)]
    assert by_today(*rows, provinces=("Quảng Trị",)) == [("Quảng Trị", 3)]
    assert sums(*rows, provinces=("Quảng Trị",)) == [2]


def test_all_63_provinces_have_a_place_among_the_34() -> None:
    names = [province.name for province in provinces() if province.era == "63"]
    found = by_today(*(old(name, 1) for name in names))
    assert (len(names), len(found), sum(total or 0 for _, total in found)) == (63, 34, 63)


def test_the_whole_country_counts_once_whichever_paper_reports_on_it() -> None:
    rows = [of("", statistic("visits", 312000, "lượt"), level="national", path=f"{i}.txt") for i in range(2)]
    for row in rows:
        row.locality.province = None
    assert sums(*rows) == [312000]
