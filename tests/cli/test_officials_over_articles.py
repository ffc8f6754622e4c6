"""``danvan officials`` over a folder of articles: a row a person, the options that choose, and Popolo."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from commands import Danvan
from popolo_schema import SCHEMAS

ARTICLES = {
    "lang-son-2018.txt": """Lạng Sơn tổng kết công tác dân vận năm 2018

Sáng 25/12/2018, Ban Dân vận Tỉnh ủy Lạng Sơn tổ chức hội nghị tổng kết công tác dân vận năm 2018. Đồng chí Lê Thị \
Bích Nga, Phó Trưởng Ban Dân vận Tỉnh ủy Lạng Sơn báo cáo kết quả. Đồng chí Trần Văn An, Bí thư Tỉnh ủy Lạng Sơn chủ \
trì hội nghị. Đồng chí Phạm Thuý Hoà, Chủ tịch Ủy ban MTTQ Việt Nam tỉnh Lạng Sơn dự.
""",
    "lang-son-2019.txt": """Lạng Sơn tổng kết công tác dân vận năm 2019

Sáng 26/12/2019, Ban Dân vận Tỉnh ủy Lạng Sơn tổ chức hội nghị tổng kết công tác dân vận năm 2019. Đồng chí Lê Thị \
Bích Nga, Trưởng Ban Dân vận Tỉnh ủy Lạng Sơn chủ trì hội nghị. Đồng chí Phạm Thúy Hòa, Chủ tịch UBMTTQ tỉnh Lạng Sơn \
dự.
""",
    "lang-son-2020.txt": """Bắc Sơn tổng kết công tác dân vận năm 2020

Sáng 24/12/2020, Huyện ủy Bắc Sơn, tỉnh Lạng Sơn tổ chức hội nghị tổng kết công tác dân vận năm 2020. Đồng chí Lê Thị \
Bích Nga, Bí thư Huyện ủy Bắc Sơn, nguyên Trưởng Ban Dân vận Tỉnh ủy Lạng Sơn chủ trì hội nghị.
""",
    "ca-mau-2019.txt": """Cà Mau tổng kết công tác dân vận năm 2019

Sáng 27/12/2019, Tỉnh ủy Cà Mau tổ chức hội nghị tổng kết công tác dân vận năm 2019. Đồng chí Trần Văn An, Phó Chủ \
tịch UBND tỉnh Cà Mau chủ trì hội nghị.
""",
    "khong-ro.txt": """Hội nghị tổng kết công tác dân vận năm 2019

Sáng 28/12/2019, Tỉnh ủy tổ chức hội nghị tổng kết công tác dân vận năm 2019. Đồng chí Vũ Đình Khang, Phó Bí thư Tỉnh \
ủy chủ trì hội nghị.
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "bai"
    path.mkdir()
    for name, text in ARTICLES.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def persons(danvan: Danvan, folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(danvan("officials", folder, "--json").out)
    return found


def names(text: str) -> list[str]:
    return [person["name"] for person in json.loads(text)]


def test_each_row_is_valid_under_the_schema_of_a_person(danvan: Danvan, persons: list[dict[str, Any]]) -> None:
    schema = json.loads(danvan("schema", "person").out)
    for person in persons:
        jsonschema.validate(person, schema)
    assert len(persons) == 5


def test_two_people_of_one_name_live_in_two_provinces(persons: list[dict[str, Any]]) -> None:
    both = [person for person in persons if person["name"] == "Trần Văn An"]
    assert sorted(person["province"] for person in both) == ["Cà Mau", "Lạng Sơn"]
    assert [person["certainty"] for person in both] == ["high", "high"]


def test_a_person_in_two_places_of_the_tone_is_one(persons: list[dict[str, Any]]) -> None:
    (person,) = [person for person in persons if person["name"].startswith("Phạm")]
    assert {person["name"], *person["other_names"]} == {"Phạm Thuý Hoà", "Phạm Thúy Hòa"}
    (office,) = person["offices"]
    assert (office["first"], office["last"]) == ("2018-12-25", "2019-12-26")
    assert person["actions"] == [{"action": "attend", "articles": 2}]


def test_a_person_moves_from_office_to_office_over_three_years(persons: list[dict[str, Any]]) -> None:
    (person,) = [person for person in persons if person["name"] == "Lê Thị Bích Nga"]
    assert [(o["title"], o["first"], o["last"], o["left_by"]) for o in person["offices"]] == [
        ("Phó Trưởng Ban Dân vận Tỉnh ủy Lạng Sơn", "2018-12-25", "2018-12-25", None),
        ("Trưởng Ban Dân vận Tỉnh ủy Lạng Sơn", "2019-12-26", "2019-12-26", "2020-12-24"),
        ("Bí thư Huyện ủy Bắc Sơn", "2020-12-24", "2020-12-24", None),
    ]
    assert person["certainty"] == "high"


def test_what_is_said_of_an_office_stands_in_the_article(danvan: Danvan, persons: list[dict[str, Any]]) -> None:
    for person in persons:
        for office in person["offices"]:
            for sighting in office["sightings"]:
                text = danvan("text", sighting["source"]).out
                evidence = sighting["evidence"]
                assert text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_the_table_says_how_sure_it_is_and_why(danvan: Danvan, folder: Path) -> None:
    printed = danvan("officials", folder).out
    (row,) = [line for line in printed.splitlines() if "Phó Bí thư Tỉnh ủy (2019)" in line]
    assert row.split()[-1] == "thấp"
    assert "Vũ Đình Khang: không rõ tỉnh" in printed
    assert "Trưởng Ban Dân vận Tỉnh ủy Lạng Sơn (2019; nguyên: 2020)" in printed
    assert "(2018–2019)" in printed
    assert "dự ×2" in printed
    assert "Vũ Đình Khang: province unknown" in danvan("officials", folder, "--lang", "en").out


def test_one_article_needs_no_years_and_no_doubts(danvan: Danvan, folder: Path) -> None:
    printed = danvan("officials", folder / "lang-son-2019.txt").out
    assert "2019" not in printed
    assert "Độ tin cậy" not in printed


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--role", "bí thư"], {"Trần Văn An", "Lê Thị Bích Nga"}),
        (["--role", "pho bi thu"], {"Vũ Đình Khang"}),
        (["--role", "trưởng ban"], {"Lê Thị Bích Nga"}),
        (["--organization", "MTTQ"], {"Phạm Thuý Hoà"}),
        (["--organization", "Mặt trận Tổ quốc"], {"Phạm Thuý Hoà"}),
        (["--organization", "UBND", "--role", "Phó Chủ tịch"], {"Trần Văn An"}),
        (["--organization", "UBND", "--role", "Chủ tịch"], set()),
        (["--name", "khang"], {"Vũ Đình Khang"}),
        (["--name", "pham thuy hoa"], {"Phạm Thuý Hoà"}),
        (["--province", "Cà Mau"], {"Trần Văn An"}),
        (["--province", "lang son", "--name", "bích nga"], {"Lê Thị Bích Nga"}),
        (["--until", "2018"], {"Lê Thị Bích Nga", "Trần Văn An", "Phạm Thuý Hoà"}),
    ],
)
def test_options_choose_persons(danvan: Danvan, folder: Path, options: list[str], found: set[str]) -> None:
    assert set(names(danvan("officials", folder, "--json", *options).out)) == found


def test_who_is_chosen_is_shown_with_every_office(danvan: Danvan, folder: Path) -> None:
    (person,) = json.loads(danvan("officials", folder, "--json", "--role", "Phó Trưởng ban").out)
    assert len(person["offices"]) == 3


def test_what_is_misspelt_is_answered_with_the_nearest(danvan: Danvan, folder: Path) -> None:
    ran = danvan("officials", folder, "--role", "bí thủ")
    assert (ran.status, ran.out) == (2, "")
    assert "Bí thư" in ran.err
    assert "Lê Thị Bích Nga" in danvan("officials", folder, "--name", "Lê Thị Bích Ngà").err
    assert "Ban Dân vận Tỉnh ủy Lạng Sơn" in danvan("officials", folder, "--organization", "Ban Dan vam").err
    assert danvan("officials", folder, "--name", "Lê Thị Bích Ngà", "-q").err == ""


def test_what_is_right_is_not_corrected(danvan: Danvan, folder: Path) -> None:
    ran = danvan("officials", folder, "--organization", "MTTQ", "--role", "bí thư")
    assert (ran.status, ran.out) == (0, "")
    assert "nearest" not in ran.err
    assert "match the options" in ran.err


@pytest.mark.parametrize("option", ["--name", "--role", "--organization"])
def test_an_empty_word_asks_for_nobody(danvan: Danvan, folder: Path, option: str) -> None:
    assert danvan("officials", folder, option, " ").status == 2


def test_popolo_is_valid_and_joined_by_its_ids(danvan: Danvan, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "popolo.json"
    assert danvan("officials", folder, "--format", "popolo", "-o", path).status == 0
    found = json.loads(path.read_text(encoding="utf-8"))
    assert list(found) == ["persons", "organizations", "memberships", "posts"]
    for kind, schema in SCHEMAS.items():
        assert found[kind]
        for item in found[kind]:
            jsonschema.validate(item, schema)
        ids = [item["id"] for item in found[kind]]
        assert len(ids) == len(set(ids))
    ids = {item["id"] for kind in SCHEMAS for item in found[kind]}
    for item in [*found["memberships"], *found["posts"]]:
        assert {value for key, value in item.items() if key.endswith("_id")} <= ids


def test_popolo_tells_what_was_read_and_invents_nothing(danvan: Danvan, folder: Path) -> None:
    found = json.loads(danvan("officials", folder, "--format", "popolo", "--name", "Bích Nga").out)
    (person,) = found["persons"]
    assert set(person) == {"id", "name", "certainty", "sources"}
    held = {membership["label"]: membership for membership in found["memberships"]}
    left = held["Trưởng Ban Dân vận Tỉnh ủy Lạng Sơn"]
    assert (left["first_seen"], left["left_by"], left["former"]) == ("2019-12-26", "2020-12-24", True)
    assert not {"start_date", "end_date", "birth_date", "gender"} & set(left)
    source = left["sources"][0]["url"]
    assert source.startswith((folder / "lang-son-2019.txt").as_uri() + "#char=")
    # The deputy and the head are of one body, in two posts.
    assert len({membership["organization_id"] for membership in found["memberships"]}) == 2
    assert len(found["posts"]) == 3


def test_popolo_ids_stay_whatever_else_is_read(danvan: Danvan, folder: Path) -> None:
    def ids(*paths: Path) -> set[str]:
        found = json.loads(danvan("officials", *paths, "--format", "popolo").out)
        return {item["id"] for kind in SCHEMAS for item in found[kind]}

    assert ids(folder / "lang-son-2019.txt") < ids(folder)


def test_bodies_that_nobody_names_in_full_are_not_one(danvan: Danvan, tmp_path: Path) -> None:
    for name in ("Vũ Đình Khang", "Hồ Sỹ Lợi"):
        text = ARTICLES["khong-ro.txt"].replace("Vũ Đình Khang", name)
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    found = json.loads(danvan("officials", tmp_path, "--format", "popolo").out)
    assert len(found["persons"]) == len(found["organizations"]) == 2


def test_only_officials_are_printed_as_popolo(danvan: Danvan, folder: Path) -> None:
    assert danvan("stats", folder, "--format", "popolo").status == 2
    assert "popolo" not in danvan("stats", "--help").out
    assert "popolo" in danvan("officials", "--help").out
