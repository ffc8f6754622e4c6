"""What became of the tasks and figures of one period in the next."""

from __future__ import annotations

from itertools import groupby, permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_cli import diff
from danvan_cli.comparing.alignment import best_pairs
from danvan_cli.record import (
    Diff,
    Evidence,
    Indicator,
    Locality,
    Period,
    PetitionKind,
    Record,
    Source,
    Statistic,
    StatisticChange,
    Task,
    TaskChange,
)
from support import examples

EXAMPLES = examples("diff")
PAIRS = [row for row in EXAMPLES if "relation" in row]
REPORTS = {name: list(rows) for name, rows in groupby(EXAMPLES, key=lambda row: row["report"])}


def report(
    *tasks: str,
    path: str = "báo cáo.txt",
    province: str | None = None,
    period: Period | None = None,
    statistics: list[Statistic] | None = None,
) -> Record:
    """A report that sets these tasks; reports of different paths are different files."""
    return Record(
        Source(path, "text", "utf-8", path, 0),
        locality=Locality(level="province", province=province),
        reported_period=period,
        tasks=[Task(n, text, None, None, Evidence(0, len(text), text)) for n, text in enumerate(tasks, start=1)],
        statistics=statistics or [],
    )


def figure(
    value: float,
    indicator: Indicator = "visits",
    unit: str = "lượt",
    kinds: list[PetitionKind] | None = None,
    **other: Any,
) -> Statistic:
    """A figure as a report gives it for its own period."""
    fields: dict[str, Any] = {"period": None, "change": None, "scope": None, "derived": False} | other
    return Statistic(indicator, "Lượt tiếp", value, unit, "exact", kinds or [], evidence=Evidence(0, 0, ""), **fields)


def changes(old: list[str], new: list[str]) -> list[TaskChange]:
    return diff(report(*old), report(*new)).changes


def statistics(old: list[Statistic], new: list[Statistic]) -> list[StatisticChange]:
    return diff(report(statistics=old), report(statistics=new)).statistics


def codes(compared: Diff) -> list[str]:
    return [warning.code for warning in compared.warnings]


# --- tasks ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", PAIRS, ids=[row["why"] for row in PAIRS])
def test_a_task_restated_is_the_same_or_says_what_changed(row: dict[str, Any]) -> None:
    first, *rest = changes([row["old"]], [row["new"]])
    if row["relation"] == "unrelated":
        assert [first.status, *(change.status for change in rest)] == ["dropped", "added"]
        return
    assert (first.status, rest) == (row["relation"], [])
    assert row.get("note", "") in first.note
    assert (first.note == "") == (first.status == "same")


@pytest.mark.parametrize("name", REPORTS)
def test_each_task_of_a_report_finds_its_own_in_the_next(name: str) -> None:
    rows = REPORTS[name]
    compared = changes([row["old"] for row in rows if "old" in row], [row["new"] for row in rows if "new" in row])
    expected = [
        (row["old"], row["new"], row["relation"]) for row in rows if row.get("relation", "unrelated") != "unrelated"
    ]
    assert [(c.old.text, c.new.text, c.status) for c in compared if c.old and c.new] == expected


def test_one_report_finds_its_tasks_among_those_of_all_others() -> None:
    """The examples of all reports in one list: near misses by the dozen."""
    compared = changes(
        [row["old"] for row in EXAMPLES if "old" in row], [row["new"] for row in EXAMPLES if "new" in row]
    )
    expected = {(row["old"], row["new"]) for row in PAIRS if row["relation"] != "unrelated"}
    found = {(c.old.text, c.new.text) for c in compared if c.old and c.new}
    assert len(found & expected) >= 0.95 * max(len(found), len(expected))


def test_what_was_dropped_stands_in_its_place_and_what_was_added_at_the_end() -> None:
    compared = changes(
        ["giám sát đầu tư công", "vận động hiến máu tình nguyện", "mở lớp xóa mù chữ"],
        ["trồng cây phân tán", "mở lớp xóa mù chữ", "giám sát đầu tư công", "phổ biến luật giao thông"],
    )
    assert [(c.status, c.old and c.old.number, c.new and c.new.number) for c in compared] == [
        ("same", 1, 3),
        ("dropped", 2, None),
        ("same", 3, 2),
        ("added", None, 1),
        ("added", None, 4),
    ]


def test_the_pairing_is_the_best_of_the_whole_list_and_not_the_first_that_fits() -> None:
    compared = changes(
        ["đối thoại với thanh niên", "đối thoại với thanh niên, công nhân"],
        ["đối thoại với thanh niên, công nhân, nông dân", "đối thoại với thanh niên"],
    )
    assert [(c.status, c.new and c.new.number) for c in compared] == [("same", 2), ("changed", 1)]


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        ("trồng 1.600 cây xanh", "trồng 1.800 cây xanh", "chỉ tiêu: 1.600 → 1.800 cây xanh"),
        ("trồng cây xanh", "trồng 500 cây xanh", "chỉ tiêu: thêm 500 cây xanh"),
        ("cấp 300 thẻ bảo hiểm", "cấp 450 thẻ bảo hiểm", "chỉ tiêu: 300 → 450 thẻ"),
        ("lắp 20 đèn ở thôn 3", "lắp 20 đèn ở thôn 5", "phạm vi: thôn 3 → thôn 5"),
        ("tổ chức 05 lớp tập huấn", "tổ chức lớp tập huấn", "chỉ tiêu: thôi 5 lớp tập huấn"),
        ("sơ kết đề án trong quý II", "sơ kết đề án trong quý IV", "thời hạn: trong quý II → trong quý IV"),
        ("sơ kết đề án", "sơ kết đề án xong trước ngày 30/6", "thời hạn: thêm xong trước ngày 30/6"),
        ("tổng kết công tác năm 2023", "tổng kết công tác năm 2024", "năm: 2023 → 2024"),
        ("giám sát ở xã Tân Lập", "giám sát ở xã Bình Minh", "phạm vi: Tân Lập → Bình Minh"),
        ("giao ban hằng tháng với cơ sở", "giao ban hằng quý với cơ sở", "định kỳ: hằng tháng → hằng quý"),
        (
            "mở 03 lớp tập huấn trong quý I cho thanh niên",
            "mở 04 lớp tập huấn trong quý II cho phụ nữ",
            "chỉ tiêu: 3 → 4 lớp tập huấn; thời hạn: trong quý I → trong quý II; phạm vi: thanh niên → phụ nữ",
        ),
    ],
)
def test_the_note_says_in_words_what_changed(old: str, new: str, note: str) -> None:
    assert [change.note for change in changes([old], [new])] == [note]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tổ chức 04 cuộc đối thoại", "tổ chức bốn cuộc đối thoại"),
        ("hoàn thành trong quý 4", "hoàn thành trong quý IV"),
        ("quyên góp 1,5 tỷ đồng", "quyên góp 1.500 triệu đồng"),
        ("HOÀ GIẢI Ở CƠ SỞ", "hòa giải ở cơ sở"),
        ("thực hiện Nghị quyết số 25-NQ/TW, ngày 03/6/2013", "thực hiện Nghị quyết 25"),
        ("thực hiện “Năm Dân vận khéo” 2020", 'thực hiện "Năm dân vận khéo" 2020'),
    ],
)
def test_another_spelling_is_no_change(old: str, new: str) -> None:
    assert [change.status for change in changes([old], [new])] == ["same"]


TASK_TEXTS = [row[side] for row in EXAMPLES for side in ("old", "new") if side in row]
TASK_LISTS = st.lists(st.sampled_from(TASK_TEXTS) | st.text(max_size=60), max_size=12)


@given(TASK_LISTS)
def test_a_report_against_itself_is_all_the_same(tasks: list[str]) -> None:
    compared = changes(tasks, tasks)
    assert [(c.status, c.similarity) for c in compared if c.old and c.old.text.strip()] == [
        ("same", 1.0) for text in tasks if text.strip()
    ]


@settings(deadline=None)
@given(TASK_LISTS, TASK_LISTS)
def test_each_task_is_named_once_and_the_other_way_round_dropped_is_added(old: list[str], new: list[str]) -> None:
    there, back = changes(old, new), changes(new, old)
    assert sorted(c.old.number for c in there if c.old) == list(range(1, len(old) + 1))
    assert sorted(c.new.number for c in there if c.new) == list(range(1, len(new) + 1))
    assert sorted(c.old.text for c in there if c.old and not c.new) == sorted(
        c.new.text for c in back if c.new and not c.old
    )
    assert sorted(c.status for c in there if c.old and c.new) == sorted(c.status for c in back if c.old and c.new)


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(0, 8).map(float), max_size=14))
def test_no_other_choice_of_pairs_gains_more(gains: dict[tuple[int, int], float]) -> None:
    chosen = best_pairs((old, new, gain) for (old, new), gain in gains.items())
    best = max(sum(gains.get((i, j), 0.0) for i, j in enumerate(order)) for order in permutations(range(5)))
    assert len(set(chosen.values())) == len(chosen)
    assert sum(gains[pair] for pair in chosen.items()) == best


def test_hundreds_of_tasks_that_repeat_each_other_are_paired_to_the_last() -> None:
    """Equal candidates by the dozen, whose gains differ by a rounding."""
    compared = changes(TASK_TEXTS[:150] * 2, TASK_TEXTS[75:225] * 2)
    assert {c.status for c in compared if c.old and c.old.text in TASK_TEXTS[75:150]} == {"same"}
    assert len({c.new.number for c in compared if c.new}) == 300


# --- figures ----------------------------------------------------------------------------------------------------------


def test_a_figure_of_both_periods_says_how_far_it_moved() -> None:
    (row,) = statistics([figure(364)], [figure(418)])
    assert (row.old, row.new, row.change, row.change_percent) == (364, 418, 54, 14.8)


def test_a_figure_that_one_report_lacks_is_left_open() -> None:
    (row,) = statistics([], [figure(418)])
    assert (row.old, row.new, row.change, row.change_percent) == (None, 418, None, None)


def test_a_rate_moves_by_points_and_nothing_is_a_percentage_of_zero() -> None:
    rate, count = statistics(
        [figure(85.3, "resolution_rate", "%"), figure(0, "dialogues", "cuộc")],
        [figure(88.0, "resolution_rate", "%"), figure(3, "dialogues", "cuộc")],
    )
    assert (rate.change, rate.change_percent) == (2.7, None)
    assert (count.change, count.change_percent) == (3, None)


@pytest.mark.parametrize(
    "left_out",
    [
        figure(9, "other", "km"),
        figure(9, derived=True),
        figure(9, period=Period("năm 2021", "2021-01-01", "2021-12-31")),
    ],
    ids=["other", "computed", "target"],
)
def test_only_totals_of_core_indicators_of_the_period_are_compared(left_out: Statistic) -> None:
    assert statistics([left_out], [left_out]) == []


def test_a_part_of_a_figure_is_no_total_and_a_figure_of_its_own_is_one() -> None:
    """ "70 mô hình, trong đó 12 mô hình …", but "90 đơn, trong đó 33 đơn thuộc thẩm quyền"."""
    models = [
        figure(70, "skilled_mobilization_models", "mô hình"),
        figure(12, "skilled_mobilization_models", "mô hình", parent=0),
    ]
    petitions = [
        figure(90, "petitions_received", "đơn"),
        figure(33, "petitions_under_jurisdiction", "đơn", parent=0),
    ]
    assert [row.old for row in statistics(models, [])] == [70]
    assert [row.old for row in statistics(petitions, [])] == [90, 33]


def test_visitors_of_two_kinds_of_reception_are_parts_of_all_visitors() -> None:
    """ "1.647 lượt, trong đó thường xuyên 1.147 lượt/1.325 người, định kỳ 500 lượt/761 người"."""
    report_of_parts = [
        figure(1647, "visits", "lượt"),
        figure(1147, "visits", "lượt", parent=0),
        figure(1325, "visitors", "người", parent=0),
        figure(500, "visits", "lượt", parent=0),
        figure(761, "visitors", "người", parent=0),
    ]
    rows = statistics(report_of_parts, [figure(4215, "visitors", "người")])
    assert [(row.indicator, row.old, row.new) for row in rows] == [("visits", 1647, None), ("visitors", None, 4215)]


def test_two_totals_that_disagree_are_not_compared() -> None:
    """ "hòa giải thành 967/1.140 vụ việc" gives both numbers as mediations."""
    both = [figure(967, "mediations", "vụ việc"), figure(1140, "mediations", "vụ việc")]
    assert statistics(both, [figure(902, "mediations", "vụ việc")]) == []


def test_an_exact_figure_counts_before_a_rounded_one() -> None:
    rounded = figure(11_000, "skilled_mobilization_models", "mô hình")
    rounded.bound = "at_least"
    exact = figure(11_182, "skilled_mobilization_models", "mô hình")
    assert [row.new for row in statistics([], [rounded, exact])] == [11_182]


def test_figures_stand_in_the_order_of_the_indicators() -> None:
    found = statistics([figure(5, "supervisions", "cuộc"), figure(7, "dialogues", "cuộc")], [figure(1)])
    assert [row.indicator for row in found] == ["visits", "dialogues", "supervisions"]


def test_complaints_are_not_compared_with_all_petitions() -> None:
    some: list[PetitionKind] = ["complaint", "denunciation"]
    every: list[PetitionKind] = ["complaint", "denunciation", "proposal", "feedback"]
    received: Indicator = "petitions_received"
    rows = statistics(
        [figure(46, received, "đơn", some), figure(90, received, "đơn")], [figure(99, received, "đơn", every)]
    )
    assert [(row.label, row.old, row.new) for row in rows] == [
        ("Lượt tiếp (khiếu nại, tố cáo)", 46, None),
        ("Lượt tiếp", 90, 99),
    ]


# --- warnings ---------------------------------------------------------------------------------------------------------

YEAR_2023 = Period("năm 2023", "2023-01-01", "2023-12-31")
YEAR_2024 = Period("năm 2024", "2024-01-01", "2024-12-31")
YEAR_2025 = Period("năm 2025", "2025-01-01", "2025-12-31")


def warned(old: str | None, new: str | None, before: Period = YEAR_2024, after: Period = YEAR_2025) -> list[str]:
    """Codes of the warnings of two reports with the same task of these provinces and periods."""
    return codes(
        diff(
            report("trồng cây", path="a", province=old, period=before),
            report("trồng cây", path="b", province=new, period=after),
        )
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Lạng Sơn", "Lạng Sơn", []),
        ("Bắc Kạn", "Thái Nguyên", ["merged_province"]),
        ("Thái Nguyên", "Thái Nguyên", ["merged_province"]),
        ("Lạng Sơn", "Cao Bằng", ["different_province"]),
        ("Bắc Kạn", "Lạng Sơn", ["different_province"]),
        (None, "Lạng Sơn", []),
    ],
)
def test_a_merger_between_the_periods_is_told_from_another_province(old: str, new: str, expected: list[str]) -> None:
    assert warned(old, new) == expected


def test_before_the_mergers_two_provinces_were_two() -> None:
    assert warned("Bắc Kạn", "Thái Nguyên", YEAR_2023, YEAR_2024) == ["different_province"]


def test_the_warning_of_a_merger_names_the_provinces_that_came_together() -> None:
    compared = diff(
        report(path="a", province="Kon Tum", period=YEAR_2024),
        report(path="b", province="Quảng Ngãi", period=YEAR_2025),
    )
    assert "Quảng Ngãi gồm Quảng Ngãi và Kon Tum cũ" in compared.warnings[0].message


def test_reports_in_the_wrong_order_are_named() -> None:
    assert warned("Lạng Sơn", "Lạng Sơn", YEAR_2025, YEAR_2024) == ["periods_out_of_order"]


def test_one_file_twice_and_a_report_without_tasks_are_named() -> None:
    assert codes(diff(report("trồng cây"), report("trồng cây"))) == ["same_article"]
    (warning,) = diff(report(path="a"), report("trồng cây", path="b")).warnings
    assert (warning.code, warning.message) == ("no_tasks", "Không tìm thấy nhiệm vụ nào trong báo cáo cũ.")


FIRST_HALF = Period("6 tháng đầu năm 2025", "2025-01-01", "2025-06-30")
QUARTER = Period("quý I", "2023-12-15", "2024-03-14")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (YEAR_2024, YEAR_2025, []),
        (YEAR_2024, FIRST_HALF, ["unlike_periods"]),
        (FIRST_HALF, YEAR_2025, ["unlike_periods"]),
        (YEAR_2024, Period("trong năm", "2024-01-01", "2024-12-31"), ["same_period"]),
        (QUARTER, Period("quý II", "2024-03-15", "2024-06-14"), []),
        (QUARTER, YEAR_2025, ["unlike_periods"]),
        (YEAR_2023, Period("năm 2024", "2023-12-15", "2024-12-14"), ["overlapping_periods"]),
        (QUARTER, None, []),
    ],
)
def test_a_year_is_told_from_a_half_and_one_period_from_two(
    before: Period, after: Period | None, expected: list[str]
) -> None:
    one, other = report("trồng cây", path="a", period=before), report("trồng cây", path="b", period=after)
    assert codes(diff(one, other)) == expected


def test_a_year_that_contains_the_half_before_is_said_to() -> None:
    one, other = report("trồng cây", path="a", period=FIRST_HALF), report("trồng cây", path="b", period=YEAR_2025)
    (warning,) = diff(one, other).warnings
    assert "trùng nhau một phần: 6 tháng đầu năm 2025, 1/1/2025 – 30/6/2025 và năm 2025" in warning.message


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (Locality("province", "Cà Mau"), Locality("district", "Cà Mau", district="Cái Nước"), ["different_body"]),
        (
            Locality("district", "Cà Mau", district="Đầm Dơi"),
            Locality("district", "Cà Mau", district="Cái Nước"),
            ["different_body"],
        ),
        (Locality("district", "Cà Mau", district="Đầm Dơi"), Locality("district", "Cà Mau"), []),
        (Locality("province", "Cà Mau"), Locality(None, "Cà Mau"), []),
        (Locality("district", "Sơn La", district="Mai Sơn"), Locality("province", "Cà Mau"), ["different_province"]),
    ],
)
def test_two_bodies_of_one_province_are_told_apart(old: Locality, new: Locality, expected: list[str]) -> None:
    one, other = report("trồng cây", path="a", period=YEAR_2023), report("trồng cây", path="b", period=YEAR_2024)
    one.locality, other.locality = old, new
    assert codes(diff(one, other)) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Ban Dân vận Tỉnh ủy", "Ban Dân vận Tỉnh uỷ Cà Mau", []),
        ("Tỉnh ủy", "Ban Dân vận Tỉnh ủy", []),
        ("Ban Tiếp công dân tỉnh", "Ban Dân vận Tỉnh ủy", ["different_organizer"]),
        (None, "Ban Dân vận Tỉnh ủy", []),
    ],
)
def test_two_committees_are_named(old: str | None, new: str, expected: list[str]) -> None:
    one, other = report("trồng cây", path="a"), report("trồng cây", path="b")
    one.event.organizer, other.event.organizer = old, new
    assert codes(diff(one, other)) == expected
