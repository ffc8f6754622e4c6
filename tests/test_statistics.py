"""Which figures an article gives and what they count; every phrasing is a row of examples/statistics.toml."""

from __future__ import annotations

from math import isfinite
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_cli.record import Record, Statistic
from support import examples, record

_PETITIONS_AND_CASES = ("petitions_", "visit_cases", "resolution_rate")


def read(text: str) -> Record:
    """An article whose title and first line say nothing of figures."""
    return record(f"Báo cáo kết quả công tác\n\n{text}")


def told(result: Record) -> list[str]:
    """Each figure that was read, as the examples write it."""
    return [_told(statistic) for statistic in result.statistics if not statistic.derived]


def _told(statistic: Statistic) -> str:
    words = [statistic.indicator, f"{statistic.value:.10g}", statistic.unit]
    if statistic.bound != "exact":
        words.append(statistic.bound)
    if statistic.kinds:
        words.append("+".join(statistic.kinds))
    if statistic.change:
        words.append(f"{statistic.change.direction} {statistic.change.value:.10g} {statistic.change.unit}")
    if statistic.parent is not None:
        words.append(f"of {statistic.parent}")
    return ", ".join(words)


@pytest.mark.parametrize("row", examples("statistics"), ids=lambda row: row["why"])
def test_a_sentence_gives_these_figures_and_no_others(row: dict[str, Any]) -> None:
    assert told(read(row["text"])) == row["figures"]


@pytest.mark.parametrize("row", examples("statistics"), ids=lambda row: row["why"])
def test_evidence_is_its_slice_of_the_text(row: dict[str, Any]) -> None:
    text = f"Báo cáo kết quả công tác\n\n{row['text']}"
    for statistic in record(text).statistics:
        evidence = statistic.evidence
        assert evidence.text == text[evidence.start : evidence.end] != ""


_EVIDENCE = [
    (
        "Các cơ quan hành chính trong tỉnh đã tiếp 1.842 lượt công dân đến khiếu nại; nhận 26 đơn tố cáo.",
        ["tiếp 1.842 lượt công dân", "nhận 26 đơn tố cáo"],
    ),
    ("Huyện hòa giải ở cơ sở, đạt tỷ lệ 86,2%.", ["Huyện hòa giải ở cơ sở, đạt tỷ lệ 86,2%"]),
    (
        "Xã giải quyết 19/33 vụ việc thuộc thẩm quyền, đạt 57,6%.",
        [
            "giải quyết 19/33 vụ việc thuộc thẩm quyền",
            "giải quyết 19/33 vụ việc thuộc thẩm quyền",
            "giải quyết 19/33 vụ việc thuộc thẩm quyền, đạt 57,6%",
        ],
    ),
    ("Đã tiếp 412 lượt/530 người.", ["tiếp 412 lượt", "tiếp 412 lượt/530 người"]),
    (
        "Nhân dân đã hiến hơn 8.000 m2 đất rừng, đóng góp 3 tỷ đồng và 500 ngày công.",
        ["hiến hơn 8.000 m2 đất rừng", "đóng góp 3 tỷ đồng", "đóng góp 3 tỷ đồng và 500 ngày công"],
    ),
    (
        "Dịp này, 6 tập thể và 10 cá nhân được nhận Bằng khen.",
        ["6 tập thể và 10 cá nhân được nhận Bằng khen", "10 cá nhân được nhận Bằng khen"],
    ),
    ("Toàn huyện xây dựng được 61 mô hình “Dân vận khéo”.", ["61 mô hình “Dân vận khéo”"]),
    ("Hội nghị đề ra 12 nhiệm vụ trọng tâm, trong đó chú trọng cơ sở.", ["12 nhiệm vụ trọng tâm"]),
    (
        "Các cấp tổ chức 96 cuộc đối thoại với gần 7.200 người dân.",
        ["96 cuộc đối thoại", "96 cuộc đối thoại với gần 7.200 người dân"],
    ),
    ("Hội vận động 45% cán bộ, hội viên tham gia bảo hiểm.", ["Hội vận động 45% cán bộ, hội viên tham gia bảo hiểm"]),
    (
        "Gắn “Dân vận khéo” với xây dựng nông thôn mới ở 3 xã còn lại.",
        ["“Dân vận khéo” với xây dựng nông thôn mới ở 3 xã còn lại"],
    ),
]


@pytest.mark.parametrize(("text", "words"), _EVIDENCE, ids=lambda given: given if isinstance(given, str) else "")
def test_evidence_is_the_shortest_words_that_carry_number_unit_and_meaning(text: str, words: list[str]) -> None:
    assert [s.evidence.text for s in read(text).statistics if not s.derived] == words


@pytest.mark.parametrize("row", examples("statistics"), ids=lambda row: row["why"])
def test_evidence_is_short_and_holds_whole_words(row: dict[str, Any]) -> None:
    text = f"Báo cáo kết quả công tác\n\n{row['text']}"
    for statistic in record(text).statistics:
        words = statistic.evidence
        assert len(words.text.split()) <= 30
        assert not f"{text[words.start - 1]}{words.text[0]}".isalnum()
        assert not f"{words.text[-1]}{text[words.end : words.end + 1] or ' '}".isalnum()


def _periods(text: str) -> dict[float, str | None]:
    return {s.value: s.period and f"{s.period.start}…{s.period.end}" for s in record(text).statistics}


def test_a_figure_of_another_year_in_brackets_has_that_year() -> None:
    text = (
        "Tổng kết công tác dân vận năm 2023\n\nSáng 25/1/2024, Thành ủy tổng kết công tác dân vận năm 2023.\n\n"
        "Thành phố tiếp nhận 241 đơn (năm 2022: 268 đơn); tiếp 377 lượt công dân, giảm 35 lượt so với năm 2022."
    )
    assert _periods(text) == {241: None, 268: "2022-01-01…2022-12-31", 377: None}


def test_both_sides_of_a_pair_are_of_the_period_named_before_it() -> None:
    text = (
        "Hà Nam tiếp công dân năm 2023\n\nNgày 5/1/2024, UBND tỉnh Hà Nam tổng kết công tác tiếp công dân năm 2023.\n\n"
        "Toàn tỉnh tiếp 4.310 lượt công dân. Riêng năm 2022 tiếp 3.259 lượt/3.616 người, chuyển 41 đơn."
    )
    year = "2022-01-01…2022-12-31"
    assert _periods(text) == {4310: None, 3259: year, 3616: year, 41: None}


def test_a_year_behind_a_figure_is_its_own_and_not_that_of_the_next() -> None:
    text = (
        "Hà Nam tiếp công dân năm 2023\n\nNgày 5/1/2024, UBND tỉnh Hà Nam tổng kết công tác tiếp công dân năm 2023.\n\n"
        "Số lượt tiếp công dân tăng từ 3.120 lượt năm 2021 lên 4.012 lượt năm 2022, nay là 4.310 lượt."
    )
    assert _periods(text) == {3120: "2021-01-01…2021-12-31", 4012: "2022-01-01…2022-12-31", 4310: None}


def test_a_report_counts_what_it_names_by_a_short_form_and_no_documents() -> None:
    result = record(
        "Tổng kết phong trào công nhân năm 2023\n\nSáng 5/1/2024, Liên đoàn Lao động tỉnh tổng kết năm 2023.\n\n"
        "Toàn tỉnh có trên 57.000 CNVCLĐ ở 454 CĐCS; ban hành Kế hoạch 35 KH-UBND và 12 QĐ/TU."
    )
    assert told(result) == ["other, 57000, CNVCLĐ, at_least", "other, 454, CĐCS"]


def test_a_figure_in_a_task_has_the_planned_period() -> None:
    text = (
        "Tổng kết công tác dân vận năm 2023\n\nSáng 25/1/2024, Ban Dân vận tổng kết công tác năm 2023, triển khai "
        "nhiệm vụ năm 2024. Năm 2023, toàn huyện có 61 mô hình “Dân vận khéo”.\n\n"
        "Năm 2024, huyện tập trung thực hiện các nhiệm vụ sau:\n\n"
        "1. Xây dựng ít nhất 70 mô hình “Dân vận khéo”.\n\n2. Tổ chức 04 cuộc đối thoại với nhân dân."
    )
    planned = "2024-01-01…2024-12-31"
    assert _periods(text) == {61: None, 70: planned, 4: planned}


def test_a_change_that_is_set_for_the_time_to_come_is_a_target() -> None:
    result = record(
        "Tổng kết công tác năm 2023\n\n"
        "Sáng 12/1/2024, tỉnh tổng kết công tác năm 2023. Phạm pháp hình sự 785 vụ, giảm 8%.\n\n"
        "Năm 2024, tỉnh tập trung thực hiện các nhiệm vụ sau:\n\n"
        "1. Kéo giảm 5% số vụ phạm pháp hình sự."
    )
    assert told(result) == ["other, 785, vụ, down 8 %", "other, 5, %"]


def test_a_change_names_its_base() -> None:
    text = (
        "Sơ kết 6 tháng đầu năm 2020\n\nNgày 2/7/2020, huyện sơ kết 6 tháng đầu năm 2020.\n\n"
        "Các cơ quan tiếp 842 lượt công dân, giảm 7,4% so với cùng kỳ năm 2019."
    )
    change = record(text).statistics[0].change
    assert change is not None
    assert change.base is not None
    assert (change.base.start, change.base.end) == ("2019-01-01", "2019-06-30")


def test_a_noun_that_no_one_knows_counts_only_in_a_report() -> None:
    counted = "Các xã đã dựng 14 chòi canh rừng."
    assert told(record(f"Sơ kết quý I/2024\n\nSáng 4/4/2024, huyện sơ kết quý I/2024.\n\n{counted}")) == [
        "other, 14, chòi"
    ]
    assert told(read(counted)) == []


def test_the_scope_is_who_counted() -> None:
    result = read("Các cơ quan hành chính đã tiếp 12 lượt công dân; MTTQ các cấp tổ chức 3 cuộc giám sát. Nhận 5 đơn.")
    assert [s.scope for s in result.statistics] == ["Các cơ quan hành chính", "MTTQ các cấp", None]


def test_an_award_at_a_meeting_is_a_figure_though_its_guests_are_none() -> None:
    assert told(read("Dự hội nghị, đồng chí Bí thư trao giấy khen cho 12 tập thể.")) == ["other, 12, tập thể"]
    assert told(read("Dự hội nghị có đồng chí Bí thư cùng 12 tập thể.")) == []


def test_title_and_body_give_one_figure() -> None:
    text = "Triển khai 12 nhiệm vụ trọng tâm\n\nHội nghị triển khai 12 nhiệm vụ trọng tâm công tác dân vận."
    assert told(record(text)) == ["key_tasks, 12, nhiệm vụ"]


def test_a_body_that_only_repeats_the_headline_number_takes_its_meaning() -> None:
    text = "Tiếp 1.497 lượt công dân, tỉnh lo từ cơ sở\n\nCon số đầu tiên được nhắc tới là 1.497 lượt người."
    assert told(record(text)) == ["visits, 1497, lượt"]


def test_the_same_count_of_two_bodies_is_two_figures() -> None:
    result = read("Mặt trận tổ chức 4 cuộc giám sát. Hội Nông dân tổ chức 4 cuộc giám sát.")
    assert told(result) == ["supervisions, 4, cuộc", "supervisions, 4, cuộc"]


def _warnings(text: str) -> list[str]:
    codes = ("rate_mismatch", "breakdown_mismatch", "resolved_exceeds_received", "rate_over_100", "rate_of_received")
    return [warning.code for warning in read(text).warnings if warning.code in codes]


def _derived(text: str) -> list[tuple[float, str | None]]:
    return [(s.value, s.of) for s in read(text).statistics if s.derived]


def test_a_stated_rate_is_compared_with_its_ratio() -> None:
    text = "Đã giải quyết 238/316 vụ việc thuộc thẩm quyền, đạt 88,9%."
    assert _warnings(text) == ["rate_mismatch"]
    assert _derived(text) == []


@pytest.mark.parametrize("stated", ["89,66", "89,65", "89,7", "89,6"])
def test_a_rate_may_be_rounded_or_cut(stated: str) -> None:
    assert _warnings(f"Đã giải quyết 26/29 vụ việc thuộc thẩm quyền, đạt {stated}%.") == []


def test_a_ratio_without_a_rate_gives_a_computed_one() -> None:
    assert _derived("Đã giải quyết 19/33 vụ việc thuộc thẩm quyền.") == [(57.6, "petitions_under_jurisdiction")]


def test_resolved_of_received_is_shown_as_just_that() -> None:
    text = "Thành phố tiếp nhận 510 đơn khiếu nại, trong đó đã giải quyết 402 đơn thuộc thẩm quyền."
    assert _derived(text) == [(78.8, "petitions_received")]
    assert _warnings(text) == ["rate_of_received"]


def test_no_rate_of_received_where_jurisdiction_is_known() -> None:
    text = "Tiếp nhận 268 đơn, trong đó 97 đơn thuộc thẩm quyền, đã giải quyết 91 đơn."
    assert (_derived(text), _warnings(text)) == ([], [])


def test_parts_that_make_up_more_than_their_total_are_warned_about() -> None:
    assert _warnings("Có 300 đơn đủ điều kiện xử lý, gồm 200 đơn khiếu nại, 150 đơn tố cáo.") == ["breakdown_mismatch"]
    assert _warnings("Có 350 đơn đủ điều kiện xử lý, gồm 200 đơn khiếu nại, 150 đơn tố cáo.") == []
    assert _warnings("Có 350 đơn đủ điều kiện xử lý, trong đó 200 đơn khiếu nại, 50 đơn tố cáo.") == []


def test_more_resolved_than_received_is_warned_about() -> None:
    assert _warnings("Huyện tiếp nhận 40 đơn khiếu nại, đã giải quyết 45 đơn.") == ["resolved_exceeds_received"]


def test_a_rate_of_more_than_a_hundred_is_warned_about() -> None:
    assert _warnings("Tỷ lệ giải quyết đơn thư đạt 104%.") == ["rate_over_100"]
    assert _warnings("Hội kết nạp hội viên mới đạt 112% nghị quyết.") == []


def test_kinds_stand_only_on_petitions_cases_and_rates() -> None:
    for row in examples("statistics"):
        for statistic in read(row["text"]).statistics:
            assert not statistic.kinds or statistic.indicator.startswith(_PETITIONS_AND_CASES)


def test_an_article_of_nothing_but_figures_is_read_in_full() -> None:
    sentence = "Xã tiếp " + ", ".join(f"{n} lượt công dân" for n in range(1000, 3000)) + "."
    assert len(read(sentence).statistics) == 2000


_FIELD = """tiếp/tiếp nhận/đã giải quyết/trong đó/gồm/giảm/tăng/so với cùng kỳ/đạt/không phát sinh/lượt công dân/người
đơn khiếu nại/vụ việc/đoàn đông người/cuộc đối thoại/mô hình/đồng/nhiệm vụ trọng tâm/“Dân vận khéo”/hai mươi/hơn/ít nhất
trở lên/số/năm 2019/xã/lần/và/trong số/trong số đó/gấp/rưỡi/trăm/triệu/tỷ/không/gấp đôi"""
_WORDS = [*_FIELD.replace("\n", "/").split("/"), *",;:().%/", "12", "3.400", "19/33", "2 - 5", "1/3"]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(_WORDS), max_size=40))
def test_any_mixture_of_the_words_of_the_field_is_read(words: list[str]) -> None:
    text = "Báo cáo\n\n" + " ".join(words)
    statistics = record(text).statistics
    for i, statistic in enumerate(statistics):
        assert text[statistic.evidence.start : statistic.evidence.end] == statistic.evidence.text
        assert isfinite(statistic.value)
        assert statistic.change is None or isfinite(statistic.change.value)
        assert statistic.parent != i
        assert statistic.parent is None or statistic.parent in range(len(statistics))
