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
