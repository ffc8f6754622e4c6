"""The vocabulary: two eras of provinces, districts, and names that are words too."""

from __future__ import annotations

import pytest

from danvan_cli.lexicon.places import districts, era_of, province, provinces
from support import article


def test_there_were_63_provinces_and_there_are_34() -> None:
    assert [sum(p.era == era for p in provinces()) for era in ("63", "34")] == [63, 34]


def test_every_old_province_lies_in_one_of_the_new() -> None:
    new = {p.name for p in provinces() if p.era == "34"}
    assert {p.today for p in provinces() if p.era == "63"} == new


def test_there_were_696_districts() -> None:
    assert sum(district.code is not None for group in districts().values() for district in group) == 696


@pytest.mark.parametrize(
    ("name", "day", "code", "today"),
    [
        ("Bắc Kạn", "2024-04-04", "06", "Thái Nguyên"),
        ("Quảng Trị", "2020-07-06", "45", "Quảng Trị"),
        ("Quảng Trị", "2025-09-01", "44", "Quảng Trị"),
        ("Quảng Bình", "2020-01-01", "44", "Quảng Trị"),
        ("Kon Tum", None, "62", "Quảng Ngãi"),
        ("Huế", "2025-12-01", "46", "Huế"),
    ],
)
def test_a_province_is_known_by_its_era(name: str, day: str | None, code: str, today: str) -> None:
    found = province(name, day)
    assert found is not None
    assert (found.code, found.today) == (code, today)


def test_two_tiers_begin_in_july_2025() -> None:
    assert (era_of("2025-06-30"), era_of("2025-07-01"), era_of(None)) == ("63", "34", None)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("tỉnh Hoà Bình và TỈNH THANH HOÁ", ["Hòa Bình", "Thanh Hóa"]),
        ("vì hòa bình, thái bình cho nhân dân", []),
        ("TP.HCM, BR-VT", ["Hồ Chí Minh", "Bà Rịa - Vũng Tàu"]),
    ],
)
def test_a_province_is_its_name_and_not_the_word(text: str, names: list[str]) -> None:
    assert [anchor.value for anchor in article(text).anchors.of("province")] == names
