"""One row a person over many articles."""

from __future__ import annotations

from records import official, record

from danvan_cli.corpus.people import people
from danvan_cli.corpus.selection import Selection


def test_a_person_of_two_articles_is_one_with_all_that_both_say() -> None:
    first = record("a.txt", officials=[official("Hoàng Thị Vân", ["Trưởng Ban Dân vận Tỉnh ủy"], ["chair"])])
    second = record(
        "b.txt", officials=[official("Hoàng Thị Vân", ["Trưởng ban Dân vận Tỉnh ủy", "Ủy viên"], ["speak", "chair"])]
    )
    (person,) = people([first, second], Selection())
    assert person.positions == ["Trưởng Ban Dân vận Tỉnh ủy", "Ủy viên"]
    assert person.actions == ["chair", "speak"]
    assert person.articles == 2
    assert [appearance.source for appearance in person.appearances] == ["a.txt", "b.txt"]


def test_tone_placement_and_capitals_make_no_second_person() -> None:
    rows = [record(officials=[official(name, [], [])]) for name in ("Phạm Thuý Hoà", "PHẠM THÚY HÒA")]
    assert [person.name for person in people(rows, Selection())] == ["Phạm Thuý Hoà"]


def test_one_name_in_two_provinces_is_two_persons() -> None:
    rows = [
        record(province=name, officials=[official("Trần Văn An", ["Bí thư"], [], name)]) for name in ("Huế", "Cà Mau")
    ]
    assert [person.province for person in people(rows, Selection())] == ["Huế", "Cà Mau"]


def test_the_day_of_the_event_and_the_province_choose() -> None:
    rows = [record(date=f"{year}-07-01", officials=[official(f"Trần Văn {year}", [], [])]) for year in (2019, 2020)]
    assert [p.name for p in people(rows, Selection(since="2020-01-01"))] == ["Trần Văn 2020"]
    assert people(rows, Selection(province="Huế")) == []


def test_a_minister_is_of_no_province_wherever_he_goes() -> None:
    minister = official("Trần Văn An", ["Bộ trưởng Bộ Nội vụ"], ["visit"], None)
    minister.positions[0].level = "national"
    (person,) = people([record(province=p, officials=[minister]) for p in ("Huế", "Cà Mau")], Selection())
    assert (person.province, len(person.appearances)) == (None, 2)


def test_an_office_in_a_shorter_form_is_no_second_office() -> None:
    forms = ("Trưởng Ban Dân vận", "Trưởng Ban Dân vận Tỉnh ủy", "Trưởng Ban")
    rows = [record(f"{i}.txt", officials=[official("Trần Văn An", [form], [])]) for i, form in enumerate(forms)]
    assert [person.positions for person in people(rows, Selection())] == [["Trưởng Ban Dân vận Tỉnh ủy"]]
