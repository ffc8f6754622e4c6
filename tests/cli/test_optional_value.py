"""``--province`` with and without its value, in any order with paths and other options."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import ARTICLE, Danvan

from danvan_cli.cli.optional_value import ALONE, settle
from danvan_cli.cli.places import is_province, province_named


def settled(*args: str) -> list[str]:
    return settle(list(args), {"--province": is_province}, {"-o", "--output", "-f"}.__contains__)


ALONE_FORM = f"--province={ALONE}"


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["DIR/a", "--province"], ["DIR/a", ALONE_FORM]),
        (["--province", "DIR/a"], [ALONE_FORM, "DIR/a"]),
        (["--province", "-"], [ALONE_FORM, "-"]),
        (["--province", "--json", "DIR/a"], [ALONE_FORM, "--json", "DIR/a"]),
        (["--province", "Lạng Sơn", "DIR/a"], ["--province=Lạng Sơn", "DIR/a"]),
        (["DIR/a", "--province", "lang son", "--json"], ["DIR/a", "--province=lang son", "--json"]),
        (["--province=DIR/a"], ["--province=DIR/a"]),
        (["--province", "--", "Huế"], [ALONE_FORM, "--", "Huế"]),
        (["--", "--province", "Huế"], ["--", "--province", "Huế"]),
        (["-o", "--province", "Huế"], ["-o", "--province", "Huế"]),
        (["--province", "Huê"], ["--province=Huê"]),
        (["--province", "", "DIR/a"], ["--province=", "DIR/a"]),
    ],
)
def test_the_word_after_the_option_is_its_value_only_if_it_names_a_province(
    args: list[str], expected: list[str]
) -> None:
    assert settled(*args) == expected


@pytest.mark.parametrize("args", [["-o", "Huế", "--province"], ["-oHuế", "--province"], ["-qo", "Huế", "--province"]])
def test_the_value_of_another_option_is_left_alone(
    danvan: Danvan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bai.txt").write_text(ARTICLE, encoding="utf-8")
    assert danvan("stats", "bai.txt", *args).status == 0
    assert (tmp_path / "Huế").exists()


def test_a_word_that_is_no_path_is_a_misspelt_province() -> None:
    assert settled("--province", "Lạng Sưn") == ["--province=Lạng Sưn"]


def test_a_folder_wins_over_a_province_without_diacritics_but_not_over_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("hue", "Huế"):
        (tmp_path / name).mkdir()
    assert settled("--province", "hue") == [ALONE_FORM, "hue"]
    assert settled("--province", "Huế") == ["--province=Huế"]
    assert settled("--province", "./Huế") == [ALONE_FORM, "./Huế"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Lạng Sơn", "Lạng Sơn"),
        ("LẠNG SƠN", "Lạng Sơn"),
        ("tỉnh Lạng Sơn", "Lạng Sơn"),
        ("Lang Son", "Lạng Sơn"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("Thành phố Hồ Chí Minh", "Hồ Chí Minh"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("ba ria - vung tau", "Bà Rịa - Vũng Tàu"),
        ("Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Dak Lak", "Đắk Lắk"),
        ("Paris", None),
        ("", None),
    ],
)
def test_a_province_is_known_however_it_is_typed(typed: str, name: str | None) -> None:
    assert province_named(typed) == name
