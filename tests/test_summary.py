"""The brief: short, made of the article's own words, and nothing said twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from danvan_cli import parse, read
from danvan_cli.parsing.summary import LIMIT
from danvan_cli.record import Record
from support import ROOT, record

ARTICLES = sorted([*(ROOT / "samples").rglob("*.txt"), *(ROOT / "tests" / "gold" / "articles").glob("*.txt")])

REPORT = """Sơ kết công tác dân vận 6 tháng đầu năm 2021

Sáng 5/7/2021, Ban Dân vận Tỉnh ủy Nam Định tổ chức hội nghị sơ kết công tác dân vận 6 tháng đầu năm, triển khai \
nhiệm vụ 6 tháng cuối năm 2021. Đồng chí Vũ Thị Mây, Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Tỉnh ủy chủ trì hội nghị.

Trong 6 tháng đầu năm, các cơ quan hành chính đã tiếp 1.204 lượt công dân; tiếp nhận 655 đơn khiếu nại, tố cáo. \
Toàn tỉnh có 412 mô hình “Dân vận khéo”.

6 tháng cuối năm 2021, đồng chí Vũ Thị Mây yêu cầu nắm chắc tình hình nhân dân; thực hiện chủ đề “Năm dân vận khéo”.
"""


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_brief_is_short_and_every_number_in_it_has_its_words(path: Path) -> None:
    read_out = parse(read(path))
    assert 0 < len(read_out.summary.brief.split()) <= LIMIT
    assert read_out.summary.brief == " ".join(sentence.text for sentence in read_out.summary.sentences)
    labels = " ".join(p.label for p in (read_out.reported_period, read_out.planned_period) if p)
    for sentence in read_out.summary.sentences:
        words = " ".join(evidence.text for evidence in sentence.evidence)
        numbers = set(re.findall(r"\d[\d.,/]*\d|\d", sentence.text))
        assert [number for number in numbers if number not in words and number not in labels] == []


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_name_in_a_brief_has_its_words(path: Path) -> None:
    read_out = parse(read(path))
    for sentence in read_out.summary.sentences:
        words = " ".join(evidence.text for evidence in sentence.evidence)
        named = [official.name for official in read_out.officials if official.name in sentence.text]
        assert [name for name in named if name not in words] == []


def _brief(text: str) -> str:
    read_out: Record = record(text)
    return read_out.summary.brief


def test_a_report_is_told_by_lead_leader_figures_and_tasks() -> None:
    brief = _brief(REPORT)
    assert brief.startswith("Sáng 5/7/2021, Ban Dân vận Tỉnh ủy Nam Định")
    assert "Chủ trì: Vũ Thị Mây, Trưởng Ban Dân vận Tỉnh ủy." in brief
    assert "tiếp 1.204 lượt công dân" in brief
    assert "Năm dân vận khéo" in brief


def test_nothing_is_said_twice() -> None:
    brief = _brief(REPORT)
    assert brief.count("Năm dân vận khéo") == 1
    assert brief.count("655 đơn") == 1


def test_an_article_without_a_word_has_no_brief() -> None:
    assert _brief("- - -\n\n…") == ""


def test_a_brief_says_when_though_the_lead_does_not() -> None:
    brief = _brief(
        "Nhiều hộ dân ở Hải Lăng tự nguyện hiến đất\n\nNhiều hộ dân ở huyện Hải Lăng đã tự nguyện hiến đất để mở rộng "
        "đường thôn trong mấy tháng qua. Chủ trương này được bàn kỹ với từng hộ trước khi làm.\n\nNgày 12/8, Chủ tịch "
        "UBND huyện Hải Lăng Trần Văn Tịnh đã đến thăm và cảm ơn các hộ dân."
    )
    assert "12/8" in brief


def test_a_brief_says_where_though_the_lead_does_not() -> None:
    brief = _brief(
        "Tổng kết công tác dân vận năm 2022\n\nNgày 28/12/2022, Ban Dân vận Tỉnh ủy tổ chức hội nghị tổng kết công tác "
        "dân vận năm 2022, triển khai nhiệm vụ năm 2023.\n\nNăm 2022, các cơ quan hành chính tỉnh Yên Bái đã tiếp "
        "1.204 lượt công dân, tiếp nhận 655 đơn khiếu nại, tố cáo."
    )
    assert brief.startswith("Yên Bái: Ngày 28/12/2022, Ban Dân vận Tỉnh ủy")


def _long(words: int) -> str:
    return " ".join(f"việc thứ {number} của xã" for number in range(words // 5))


def test_a_lead_is_not_cut_at_its_first_comma() -> None:
    brief = _brief(
        "Xã Đồng Lâm họp\n\nNgày 10/2/2022, tại trụ sở Ủy ban, Chủ tịch UBND xã Đồng Lâm Lò Văn Sơn chủ trì hội nghị "
        f"liên tịch bàn {_long(90)}."
    )
    assert "Lò Văn Sơn chủ trì hội nghị liên tịch" in brief


def test_a_caption_before_the_lead_is_no_part_of_the_brief() -> None:
    brief = _brief(
        "Kiểm tra ở Đồng Lâm\n\nNhà máy Đồng Lâm (Nguồn: TTXVN) Ngày 10/5/2022, UBND huyện Đồng Lâm kiểm tra nhà máy "
        "và yêu cầu khắc phục."
    )
    assert brief.startswith("Ngày 10/5/2022, UBND huyện Đồng Lâm kiểm tra nhà máy")


def test_a_lead_that_points_at_the_headline_stands_behind_it() -> None:
    brief = _brief(
        "32 tỉ đồng dựng lại chợ huyện\n\nĐó là số tiền do nhà thầu báo với lãnh đạo UBND huyện Đồng Lâm trong "
        "cuộc họp chiều qua cùng các phòng, ban."
    )
    assert brief.startswith("32 tỉ đồng dựng lại chợ huyện. Đó là số tiền")


def test_what_came_of_it_is_told_before_what_somebody_says_of_himself() -> None:
    speech = "Tôi rất vinh dự được đứng đây và luôn ghi nhớ công ơn của các đồng chí, các bậc lão thành. "
    brief = _brief(
        "Huyện Đồng Lâm xin lỗi dân\n\nHuyện Đồng Lâm đã lắng nghe ý kiến của người dân hai thôn ven sông.\n\n"
        + speech * 9
        + "UBND huyện Đồng Lâm thống nhất thu hồi quyết định sai và xin lỗi ông Vàng A Páo trước dân."
    )
    assert "xin lỗi ông Vàng A Páo" in brief
