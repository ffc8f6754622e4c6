"""Who is named, in which office, and what they did."""

from __future__ import annotations

from typing import Any

import pytest

from danvan_cli.record import Official
from support import examples, record


def officials(text: str) -> list[Official]:
    return record(text).officials


def reasons(row: dict[str, Any]) -> str:
    return str(row["why"])


@pytest.mark.parametrize("row", examples("names"), ids=reasons)
def test_a_name_is_read_whole_and_nothing_else_is_a_name(row: dict[str, Any]) -> None:
    assert [o.name for o in officials(row["text"])] == row["names"]


@pytest.mark.parametrize("row", examples("positions"), ids=reasons)
def test_offices_are_read_as_written_each_by_itself(row: dict[str, Any]) -> None:
    assert [[o.name, *(p.title for p in o.positions)] for o in officials(row["text"])] == row["positions"]


@pytest.mark.parametrize("row", examples("actions"), ids=reasons)
def test_a_deed_belongs_to_who_did_it(row: dict[str, Any]) -> None:
    assert [[o.name, *sorted(o.actions)] for o in officials(row["text"])] == row["actions"]


@pytest.mark.parametrize("row", examples("officials"), ids=reasons)
def test_an_article_gives_its_officials_whole(row: dict[str, Any]) -> None:
    found = [
        {"name": o.name, "positions": [p.title for p in o.positions], "actions": sorted(o.actions)}
        for o in officials(row["text"])
    ]
    assert found == row["officials"]


def test_every_title_mention_and_deed_is_the_slice_that_its_evidence_names() -> None:
    text = "Sáng 5/3, đồng chí Trần Văn Bảy, Bí thư Huyện ủy chủ trì hội nghị. Đồng chí đề nghị các xã rà soát."
    (official,) = officials(text)
    readings = [*(p.evidence for p in official.positions), *official.mentions]
    readings += [reading.evidence for reading in official.action_evidence]
    assert [e.text for e in readings] == ["Bí thư Huyện ủy", "Trần Văn Bảy", "Đồng chí", "chủ trì", "đề nghị"]
    assert all(text[e.start : e.end] == e.text for e in readings)


def test_short_names_pronouns_and_offices_are_mentions_of_the_person() -> None:
    (official,) = officials(
        "Bà Lê Thị Tám, Bí thư Huyện ủy dự. Bà Tám nêu ba việc. Bí thư Huyện ủy nhấn mạnh việc thứ nhất. "
        "Bà cũng nhắc các xã."
    )
    assert [mention.text for mention in official.mentions] == ["Lê Thị Tám", "Tám", "Bí thư Huyện ủy", "Bà"]


def test_a_pronoun_of_the_other_sex_is_somebody_else() -> None:
    first, second = officials(
        "Bà Lê Thị Tám, Bí thư Huyện ủy và ông Hồ Văn Chín, Chủ tịch UBND huyện dự. Ông yêu cầu các xã rà soát."
    )
    assert "direct" not in first.actions
    assert "direct" in second.actions


def test_the_honorific_is_the_form_of_address() -> None:
    addressed = {
        o.name: o.honorific
        for o in officials("Bà Lê Thị Tám, Bí thư Huyện ủy, đ/c Hồ Văn Chín, Chủ tịch UBND huyện dự.")
    }
    assert addressed == {"Lê Thị Tám": "bà", "Hồ Văn Chín": "đồng chí"}


def test_former_and_acting_offices_say_so() -> None:
    (official,) = officials("Ông Lê Văn Tám, nguyên Bí thư Huyện ủy, quyền Giám đốc Sở Nội vụ dự.")
    assert [(p.former, p.acting) for p in official.positions] == [(True, False), (False, True)]


def test_an_office_left_is_a_former_one() -> None:
    (official,) = officials("Ông Lê Văn Tám, Phó Bí thư Huyện ủy, thôi giữ chức Chủ tịch UBND huyện.")
    assert [(p.title, p.former) for p in official.positions] == [
        ("Phó Bí thư Huyện ủy", False),
        ("Chủ tịch UBND huyện", True),
    ]


def test_an_elliptical_body_gets_its_place_from_the_article() -> None:
    text = (
        "Lạng Sơn: Tổng kết công tác dân vận năm 2019\n\n"
        "Ngày 26/12/2019, Ban Dân vận Tỉnh ủy Lạng Sơn tổng kết công tác dân vận năm 2019. Đồng chí Lê Văn Tám, "
        "Ủy viên Ban Thường vụ, Trưởng ban Dân vận Tỉnh ủy chủ trì hội nghị."
    )
    standing, mass = officials(text)[0].positions
    assert (standing.role, standing.organization) == ("Ủy viên", "Ban Thường vụ Tỉnh ủy Lạng Sơn")
    assert (mass.role, mass.organization) == ("Trưởng ban", "Ban Dân vận Tỉnh ủy Lạng Sơn")
    assert {(p.level, p.province) for p in (standing, mass)} == {("province", "Lạng Sơn")}


@pytest.mark.parametrize(
    ("office", "level"),
    [
        ("Ủy viên Bộ Chính trị", "national"),
        ("Bộ trưởng Bộ Nội vụ", "national"),
        ("Chủ tịch UBND tỉnh Sơn La", "province"),
        ("Bí thư Thành ủy Hà Nội", "province"),
        ("Bí thư Huyện ủy Mộc Châu", "district"),
        ("Chủ tịch UBND xã Tân Lập", "commune"),
        ("Tổng thống Pháp", "national"),
    ],
)
def test_an_office_has_the_level_of_its_body(office: str, level: str) -> None:
    (official,) = officials(f"Ông Lê Văn Tám, {office} dự hội nghị.")
    assert [p.level for p in official.positions] == [level]


def test_a_remark_in_brackets_does_not_part_a_person_from_the_verb() -> None:
    (official,) = officials("Ông Lê Văn Tám, Bí thư Huyện ủy (thứ hai từ trái sang), trao quà cho các hộ nghèo.")
    assert official.actions == ["award"]


def test_a_sentence_in_capitals_names_nobody() -> None:
    assert officials("ĐỒNG CHÍ LÊ VĂN TÁM, BÍ THƯ HUYỆN ỦY CHỦ TRÌ HỘI NGHỊ") == []


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("Ông Lê Văn Tám, Bí thư Huyện ủy, từng giữ chức Chủ tịch UBND huyện.", [False, True]),
        ("Ông Lê Văn Tám, Bí thư Huyện ủy, trước đó là Chủ tịch UBND huyện Mường La.", [False, True]),
        ("Ông Lê Văn Tám, từng là Giám đốc Sở Nội vụ, nay là Bí thư Huyện ủy.", [True, False]),
        ("Từ năm 2010 đến năm 2015, ông Lê Văn Tám giữ chức Bí thư Huyện ủy.", [True]),
        ("Ông Lê Văn Tám, Bí thư Huyện ủy, giữ chức Chủ tịch UBND huyện từ tháng 5/2021 đến nay.", [False, False]),
        ("Ngày 5/3, ông Lê Văn Tám được bổ nhiệm làm Giám đốc Sở Nội vụ.", [False]),
        (
            "Ông Lê Văn Tám là Bí thư Huyện ủy. Trước khi được bầu làm Bí thư, ông giữ chức Giám đốc Sở Nội vụ.",
            [False, True],
        ),
    ],
)
def test_an_office_of_a_past_career_is_a_former_one(text: str, past: list[bool]) -> None:
    (official,) = officials(text)
    assert [position.former for position in official.positions] == past
