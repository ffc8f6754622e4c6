"""The brief in English: translated where the words are known, quoted where not, and traceable either way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from danvan_cli import brief, parse, read
from danvan_cli.output.brief import briefed
from danvan_cli.output.brief.offices import bodies_in_english, office_in_english, place_in_english
from danvan_cli.parsing.summary import LIMIT
from danvan_cli.record import Evidence, Position, Record
from support import ROOT, record

ARTICLES = sorted([*(ROOT / "samples").rglob("*.txt"), *(ROOT / "tests" / "gold" / "articles").glob("*.txt")])
QUOTED = re.compile("“([^“”]*)”|‘((?:[^‘’]|(?<=\\w)’(?=\\w))*)’")

REPORT = """Sơ kết công tác dân vận 6 tháng đầu năm 2021

Sáng 5/7/2021, Ban Dân vận Tỉnh ủy Nam Định tổ chức hội nghị sơ kết công tác dân vận 6 tháng đầu năm, triển khai \
nhiệm vụ 6 tháng cuối năm 2021. Đồng chí Vũ Thị Mây, Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Tỉnh ủy chủ trì hội nghị.

Trong 6 tháng đầu năm, các cơ quan hành chính đã tiếp 1.204 lượt công dân; tiếp nhận hơn 655 đơn khiếu nại, tố cáo. \
Toàn tỉnh có 412 mô hình “Dân vận khéo”.

6 tháng cuối năm 2021, đồng chí Vũ Thị Mây yêu cầu nắm chắc tình hình nhân dân; thực hiện chủ đề “Năm dân vận khéo”.
"""


def english(text: str) -> str:
    return brief(record(text), "en").brief


def test_a_report_is_told_in_english() -> None:
    assert english(REPORT) == (
        "On the morning of 5 July 2021, the Mass Mobilization Commission of the Nam Định Provincial Party Committee "
        "held an interim review of the first 6 months of 2021. Chaired by Vũ Thị Mây, Head of the Mass Mobilization "
        "Commission of the Provincial Party Committee. Results of the first 6 months of 2021: citizens' visits "
        "received 1,204; "
        'petitions received (complaint, denunciation) at least 655; "Skilled mobilization" models 412. Tasks for the '
        "last 6 months of 2021: ‘thực hiện chủ đề “Năm dân vận khéo”’; “nắm chắc tình hình nhân dân”."
    )


def plain_numbers(text: str) -> set[str]:
    """The numbers of a text, without what parts their thousands, and the parts too: "4.10" may be a day."""
    found = re.findall(r"\d[\d.,]*\d|\d", text)
    return {re.sub(r"[.,]", "", number) for number in found} | {day for number in found for day in number.split(".")}


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_it_is_short_and_every_name_and_number_in_it_has_its_words(path: Path) -> None:
    read_out = parse(read(path))
    text = read(path).text
    made = brief(read_out, "en")
    assert 0 < len(made.brief.split()) <= LIMIT
    assert made.brief == " ".join(sentence.text for sentence in made.sentences)
    known = {number for s in read_out.statistics for number in plain_numbers(f"{s.value:g} {int(s.value)}")}
    for period in (read_out.reported_period, read_out.planned_period):
        known |= plain_numbers(f"{period.label} {period.start} {period.end} 3 6 9 11") if period else set()
    for sentence in made.sentences:
        words = " ".join(evidence.text for evidence in sentence.evidence)
        assert all(text[evidence.start : evidence.end] == evidence.text for evidence in sentence.evidence)
        told = {re.sub(r"[.,]", "", number) for number in re.findall(r"\d[\d.,]*\d|\d", sentence.text)}
        assert told - plain_numbers(words) - known == set()
        assert [o.name for o in read_out.officials if o.name in sentence.text and o.name not in words] == []


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_what_stands_in_quotation_marks_is_the_article_word_for_word(path: Path) -> None:
    article = " ".join(read(path).text.split())
    for sentence in brief(parse(read(path)), "en").sentences:
        for quoted in QUOTED.finditer(sentence.text):
            assert (quoted[1] or quoted[2] or "") in article


def test_news_is_told_by_its_own_sentence() -> None:
    told = english(
        "Nhiều hộ dân ở Hải Lăng hiến đất\n\nNgày 12/8, nhiều hộ dân ở huyện Hải Lăng đã tự nguyện hiến đất để mở rộng "
        "đường thôn. Chủ trương này được bàn kỹ với từng hộ trước khi làm."
    )
    assert told.startswith("“Ngày 12/8, nhiều hộ dân ở huyện Hải Lăng đã tự nguyện hiến đất để mở rộng đường thôn”.")


def test_an_article_without_a_word_has_no_brief() -> None:
    assert english("- - -\n\n…") == ""


def test_a_year_that_the_article_does_not_give_is_not_given() -> None:
    told = english(REPORT.replace("5/7/2021", "5/7").replace(" năm 2021", " năm").replace("2021", ""))
    assert told.startswith("On the morning of “5/7”, ")
    assert not re.search(r"\b20\d\d", told)


def test_figures_of_one_name_are_told_apart_by_their_words() -> None:
    told = english(
        REPORT.replace("Toàn tỉnh có 412 mô hình", "Có 12 cuộc giám sát, 31 hội nghị phản biện xã hội. Có 4 mô hình")
    )
    assert "supervisions" not in told
    assert "31 hội nghị phản biện" in told


def test_the_record_keeps_its_own_brief() -> None:
    read_out: Record = record(REPORT)
    own = read_out.summary.brief
    (changed,) = briefed([read_out], "en")
    assert read_out.summary.brief == own
    assert changed.summary.brief.startswith("On the morning")
    assert changed.officials == read_out.officials
    assert list(briefed([read_out], "vi")) == [read_out]
    assert brief(read_out).brief == own


def position(title: str, role: str | None, organization: str | None, *, former: bool = False) -> Position:
    return Position(title, role, organization, None, former, Evidence(0, len(title), title))


@pytest.mark.parametrize(
    ("title", "role", "organization", "expected"),
    [
        (
            "Trưởng Ban Dân vận Tỉnh ủy",
            "Trưởng ban",
            "Ban Dân vận Tỉnh ủy Lạng Sơn",
            "Head of the Mass Mobilization Commission of the Provincial Party Committee",
        ),
        (
            "Bí thư Huyện ủy Văn Quan",
            "Bí thư",
            "Huyện ủy Văn Quan",
            "Secretary of the Văn Quan District Party Committee",
        ),
        (
            "Bí thư Đảng ủy phường Hải Thành",
            "Bí thư",
            "Đảng ủy phường Hải Thành",
            "Secretary of the Party Committee of Hải Thành Ward",
        ),
        ("Chủ tịch UBND xã", "Chủ tịch", "UBND xã Sơn Hà", "Chairperson of the People's Committee of the commune"),
        ("Chủ tịch UBND Quận 3", "Chủ tịch", "UBND Quận 3", "Chairperson of the People's Committee of District 3"),
        ("Tỉnh ủy viên", "Tỉnh ủy viên", None, "Member of the Provincial Party Committee"),
        ("Chánh Thanh tra tỉnh", "Chánh Thanh tra", "tỉnh Lâm Đồng", "Chief Inspector of the province"),
        ("Trưởng Ban Quản lý chợ Đông", "Trưởng ban", "Ban Quản lý chợ Đông", None),
        ("Nghệ nhân Ưu tú", None, None, None),
        ("Trưởng ban", "Trưởng ban", None, "Head"),
        ("Trưởng ban Văn nghệ", "Trưởng ban", None, None),
        ("Bí thư Tỉnh ủy lâm thời", "Bí thư", "Tỉnh ủy lâm thời", None),
    ],
)
def test_an_office_is_translated_where_every_word_of_it_is_known(
    title: str, role: str | None, organization: str | None, expected: str | None
) -> None:
    assert office_in_english(position(title, role, organization)) == expected


def test_a_former_office_says_so() -> None:
    former = position("nguyên Bí thư Tỉnh ủy", "Bí thư", "Tỉnh ủy Nam Định", former=True)
    assert office_in_english(former) == "former Secretary of the Provincial Party Committee"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("UBND tỉnh", "the People's Committee of the province"),
        ("Ban Dân vận Trung ương", "the Central Mass Mobilization Commission"),
        (
            "Ban Dân vận Tỉnh ủy cùng Thanh tra tỉnh",
            "the Mass Mobilization Commission of the Provincial Party Committee and the Inspectorate of the province",
        ),
        ("Câu lạc bộ Thơ cùng Thanh tra tỉnh", None),
    ],
)
def test_bodies_that_do_something_together_are_both_named_or_neither_is(names: str, expected: str | None) -> None:
    assert bodies_in_english(names) == expected


def test_a_place_says_what_it_is_where_its_name_does() -> None:
    assert [place_in_english(name) for name in ("TP. Pleiku", "thị xã Điện Bàn", "Đà Lạt")] == [
        "Pleiku City",
        "Điện Bàn Town",
        "Đà Lạt",
    ]
