"""Bodies and offices in other words are the same; those of other places are not."""

from __future__ import annotations

import pytest

from danvan_cli.corpus.people.spelling import name_key, names_its_place, same_place, spelt_out, without_province


def body(written: str, province: str | None = None) -> str:
    return without_province(spelt_out(written), province)


@pytest.mark.parametrize(
    ("one", "other", "province"),
    [
        ("UBMTTQVN tỉnh Quảng Trị", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Quảng Trị"),
        ("Thành uỷ TPHCM", "Thành ủy Thành phố Hồ Chí Minh", "Hồ Chí Minh"),
        ("UBND TP.HCM", "Ủy ban nhân dân thành phố", "Hồ Chí Minh"),
        ("Tỉnh ủy Đắk Lắk", "Tỉnh ủy Dak Lak", "Đắk Lắk"),
        ("Tỉnh ủy BR-VT", "Tỉnh ủy Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("BCH TƯ Đảng", "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam", None),
        ("UBTW MTTQVN", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", None),
        ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội", None),
        ("TP Phan Thiết", "TP.Phan Thiết", None),
    ],
)
def test_two_ways_to_write_a_body_are_one(one: str, other: str, province: str | None) -> None:
    assert body(one, province) == body(other, province)


@pytest.mark.parametrize(
    ("one", "other", "province"),
    [
        ("Thành ủy Lạng Sơn", "Tỉnh ủy Lạng Sơn", "Lạng Sơn"),
        ("UBND thành phố Lạng Sơn", "UBND tỉnh Lạng Sơn", "Lạng Sơn"),
        ("UBND xã Hòa Bình", "UBND xã", "Hòa Bình"),
        ("Ban Dân vận", "Ban Tuyên giáo và Dân vận", None),
        ("Sở Kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu Trung ương", None),
        ("Tỉnh ủy", "Huyện ủy", "Lạng Sơn"),
    ],
)
def test_bodies_of_other_places_and_fields_are_others(one: str, other: str, province: str | None) -> None:
    assert body(one, province) != body(other, province)


def test_an_abbreviation_is_no_part_of_a_person_s_name() -> None:
    assert name_key("Nguyễn Văn Tư") == "nguyễn văn tư"
    assert name_key("Bùi Tn") == "bùi tn"


def test_a_body_may_leave_its_place_unsaid() -> None:
    assert names_its_place(body("Huyện ủy Bắc Sơn"))
    assert not names_its_place(body("Ban Dân vận Huyện ủy"))


def test_a_renamed_province_is_the_same_place_and_a_merged_one_is_not() -> None:
    assert same_place("Thừa Thiên Huế") == same_place("Huế") == "Huế"
    assert same_place("Yên Bái") == "Yên Bái"
    assert same_place("Lào Cai") == "Lào Cai"
    assert same_place("Hà Nội") == "Hà Nội"
