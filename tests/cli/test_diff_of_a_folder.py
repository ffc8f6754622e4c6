"""``danvan diff DIR``: which two reports of a folder are compared, and that it is said which and why."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from commands import Danvan

from support import ROOT

SAMPLES = ROOT / "samples"
Write = Callable[..., str]


def report(period: str, plan: str, day: str, body: str, visits: int, task: str) -> str:
    return f"""{body} đánh giá công tác dân vận {period}

Sáng {day}, {body} tổ chức hội nghị đánh giá công tác dân vận {period}, triển khai nhiệm vụ {plan}.

Trong {period}, các cơ quan đã tiếp {visits} lượt công dân.

Nhiệm vụ {plan}:
- {task};
- nắm chắc tình hình Nhân dân.
"""


YEARLY = {
    year: (
        f"năm {year}",
        f"năm {year + 1}",
        f"26/12/{year}",
        1000 + year,
        f"xây dựng {year - 1900} mô hình Dân vận khéo",
    )
    for year in range(2018, 2028)
}
HALVES = {
    year: (
        f"6 tháng đầu năm {year}",
        f"6 tháng cuối năm {year}",
        f"02/7/{year}",
        year,
        f"vận động {year - 1900} hộ dân",
    )
    for year in range(2018, 2028)
}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes reports into the folder: ``write("2019.txt", YEARLY[2019])`` of the province's own board."""

    def put(name: str, of: tuple[Any, ...], body: str = "Ban Dân vận Tỉnh ủy Lạng Sơn", more: str = "") -> str:
        period, plan, day, visits, task = of
        path = tmp_path / name
        path.write_text(report(period, plan, day, body, visits, task) + more, encoding="utf-8")
        return str(path)

    return put


def compared(danvan: Danvan, *args: Any) -> tuple[str, str, str]:
    """Files on both sides, and what was said."""
    ran = danvan("diff", *args, "--json")
    assert ran.status == 0, ran.err
    made = json.loads(ran.out)
    return Path(made["old"]["source"]["path"]).name, Path(made["new"]["source"]["path"]).name, ran.err


def test_the_two_latest_years_of_the_province_are_compared_and_named(
    danvan: Danvan, write: Write, tmp_path: Path
) -> None:
    for year in (2019, 2018, 2020):
        write(f"{year}.txt", YEARLY[year])
    old, new, said = compared(danvan, tmp_path, "--province", "lang son")
    assert (old, new) == ("2019.txt", "2020.txt")
    assert "Lạng Sơn (province): năm 2019 (" in said
    assert "the two latest periods of one kind" in said
    assert danvan("diff", tmp_path, "--province", "Lạng Sơn", "-q").err == ""


def test_a_half_is_compared_with_a_half_and_a_year_with_a_year(danvan: Danvan, write: Write, tmp_path: Path) -> None:
    write("2018.txt", YEARLY[2018])
    write("2019.txt", YEARLY[2019])
    write("h2019.txt", HALVES[2019])
    assert compared(danvan, tmp_path)[:2] == ("2018.txt", "2019.txt")
    write("h2020.txt", HALVES[2020])
    assert compared(danvan, tmp_path)[:2] == ("h2019.txt", "h2020.txt")


def test_where_no_two_are_of_one_kind_that_is_said_in_the_note_and_in_the_comparison(
    danvan: Danvan, write: Write, tmp_path: Path
) -> None:
    write("h2019.txt", HALVES[2019])
    write("2020.txt", YEARLY[2020])
    old, new, said = compared(danvan, tmp_path)
    assert (old, new) == ("h2019.txt", "2020.txt")
    assert "no two are of one kind" in said
    for format_ in ("table", "md", "json"):
        assert "không cùng độ dài" in danvan("diff", tmp_path, "-f", format_).out


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["--from", "2018", "--to", "năm 2020"], ("2018.txt", "2020.txt")),
        (["--from", "2018"], ("2018.txt", "2020.txt")),
        (["--to", "2019"], ("2018.txt", "2019.txt")),
        (["--from", "6 tháng đầu năm 2019", "--to", "2019"], ("h2019.txt", "2019.txt")),
        (["--to", "6T đầu 2019"], ("2018.txt", "h2019.txt")),
        (["--from", "2019-H1", "--to", "2018"], ("h2019.txt", "2018.txt")),
    ],
)
def test_periods_are_taken_as_asked(
    danvan: Danvan, write: Write, tmp_path: Path, args: list[str], expected: tuple[str, str]
) -> None:
    for year in (2018, 2019, 2020):
        write(f"{year}.txt", YEARLY[year])
    write("h2019.txt", HALVES[2019])
    assert compared(danvan, tmp_path, *args)[:2] == expected


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--from", "2021"], "no report on năm 2021; there are Lạng Sơn (province): năm 2019, năm 2018"),
        (["--from", "2019"], "no report on a period after năm 2019"),
        (["--to", "2018"], "no report on a period before năm 2018"),
        (["--from", "2019", "--to", "năm 2019"], "one period"),
        (["--from", "năm tới"], "names no period with its year"),
        (["--province", "Cà Mau"], "no report of Cà Mau; there are Lạng Sơn (province)"),
        (["--district", "Bắc Sơn"], "no report of Bắc Sơn; there are Lạng Sơn (province)"),
        (["--province", "Lạng Sưn"], "Lạng Sơn"),
        (["--level", "tỉnh"], "national, province, district, commune"),
    ],
)
def test_what_there_is_answers_what_there_is_not(
    danvan: Danvan, write: Write, tmp_path: Path, args: list[str], said: str
) -> None:
    write("2018.txt", YEARLY[2018])
    write("2019.txt", YEARLY[2019])
    ran = danvan("diff", tmp_path, *args)
    assert (ran.out, ran.status) == ("", 2)
    assert said in ran.err


def test_several_bodies_are_named_with_the_option_that_chooses_each(
    danvan: Danvan, write: Write, tmp_path: Path
) -> None:
    for year in (2018, 2019):
        write(f"{year}.txt", YEARLY[year])
        write(f"bs{year}.txt", YEARLY[year], "Ban Dân vận Huyện ủy Bắc Sơn, tỉnh Lạng Sơn")
        write(f"vl{year}.txt", YEARLY[year], "Ban Dân vận Huyện ủy Văn Lãng, tỉnh Lạng Sơn")
    ran = danvan("diff", tmp_path, "--province", "Lạng Sơn")
    assert (ran.out, ran.status) == ("", 2)
    (line,) = (line for line in ran.err.splitlines() if "reports of 3 bodies" in line)
    assert '--level province (năm 2019, năm 2018); --district "Bắc Sơn" (năm 2019, năm 2018)' in line
    assert compared(danvan, tmp_path, "--level", "province")[:2] == ("2018.txt", "2019.txt")
    assert compared(danvan, tmp_path, "--district", "huyện bac son")[:2] == ("bs2018.txt", "bs2019.txt")
    assert compared(danvan, tmp_path, "--district", "Văn Lãng", "--from", "2018")[:2] == ("vl2018.txt", "vl2019.txt")


def test_a_body_with_one_period_only_is_left_out_and_named(danvan: Danvan, write: Write, tmp_path: Path) -> None:
    write("2018.txt", YEARLY[2018])
    write("2019.txt", YEARLY[2019])
    write("bs2019.txt", YEARLY[2019], "Ban Dân vận Huyện ủy Bắc Sơn, tỉnh Lạng Sơn")
    (tmp_path / "tin.txt").write_text("Lạng Sơn: Thời tiết đẹp\n\nTrời đẹp ở Lạng Sơn.\n", encoding="utf-8")
    old, new, said = compared(danvan, tmp_path)
    assert (old, new) == ("2018.txt", "2019.txt")
    assert "left out, without two such periods: Bắc Sơn, Lạng Sơn (district)" in said
    assert "tin.txt" in said


def test_of_several_articles_on_one_report_the_fullest_is_taken_and_the_others_are_named(
    danvan: Danvan, write: Write, tmp_path: Path
) -> None:
    write("2018.txt", YEARLY[2018])
    write("a.txt", YEARLY[2019])
    write("b.txt", YEARLY[2019], more="- tuyên truyền, vận động Nhân dân hiến đất làm đường.\n")
    old, new, said = compared(danvan, tmp_path)
    assert (old, new) == ("2018.txt", "b.txt")
    assert "2 articles report on năm 2019" in said
    assert "a.txt" in said


def test_across_the_mergers_of_2025_the_other_area_is_told(danvan: Danvan, write: Write, tmp_path: Path) -> None:
    write("2024.txt", YEARLY[2024], "Ban Dân vận Tỉnh ủy Quảng Trị")
    write("2025.txt", YEARLY[2025], "Ban Tuyên giáo và Dân vận Tỉnh ủy Quảng Trị")
    for format_ in ("table", "md", "json"):
        ran = danvan("diff", tmp_path, "--province", "Quảng Trị", "-f", format_)
        assert "Từ ngày 01/7/2025, Quảng Trị gồm Quảng Bình và Quảng Trị cũ" in ran.out


def test_one_report_or_no_report_is_nothing_to_compare(danvan: Danvan, write: Write, tmp_path: Path) -> None:
    (tmp_path / "tin.txt").write_text("Trời đẹp ở Lạng Sơn.\n", encoding="utf-8")
    ran = danvan("diff", tmp_path)
    assert (ran.out, ran.status) == ("", 2)
    assert "nothing to compare" in ran.err
    write("2019.txt", YEARLY[2019])
    ran = danvan("diff", tmp_path)
    assert (ran.out, ran.status) == ("", 2)
    assert "on two periods are needed; there are Lạng Sơn (province): năm 2019" in ran.err


def test_exit_code_tells_that_something_differs_in_both_forms(danvan: Danvan, write: Write, tmp_path: Path) -> None:
    one, other = write("2018.txt", YEARLY[2018]), write("2019.txt", YEARLY[2019])
    assert danvan("diff", tmp_path, "--exit-code").status == 1
    assert danvan("diff", tmp_path).status == 0
    assert danvan("diff", one, other, "--exit-code").status == 1
    write("2019.txt", (*YEARLY[2019][:3], *YEARLY[2018][3:]))  # the year after: the same figures, the same tasks
    assert danvan("diff", tmp_path, "--exit-code").status == 0


def test_a_figure_that_is_gone_differs(danvan: Danvan, write: Write, tmp_path: Path) -> None:
    one = write("2018.txt", YEARLY[2018])
    other = write("2019.txt", (*YEARLY[2019][:3], *YEARLY[2018][3:]), more="Các cơ quan tổ chức 12 cuộc đối thoại.\n")
    text = Path(other).read_text(encoding="utf-8")
    Path(other).write_text(text.replace(" đã tiếp 3018 lượt công dân", " đã cố gắng"), encoding="utf-8")
    assert danvan("diff", one, other, "--exit-code").status == 1


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_compared(
    danvan: Danvan, write: Write, tmp_path: Path
) -> None:
    write("2018.txt", YEARLY[2018])
    write("2019.txt", YEARLY[2019])
    (tmp_path / "leer.txt").write_bytes(b"")
    ran = danvan("diff", tmp_path, "--json")
    assert ran.status == 1
    assert "leer.txt" in ran.err
    assert json.loads(ran.out)["new"]["source"]["path"].endswith("2019.txt")


@pytest.mark.parametrize("args", [["--province", "Lạng Sơn"], ["--from", "2019"], ["--level", "province"]])
def test_options_that_choose_are_for_folders(danvan: Danvan, article: Path, args: list[str]) -> None:
    ran = danvan("diff", article, article, *args)
    assert (ran.out, ran.status) == ("", 2)
    assert "of one folder" in ran.err


def test_one_article_alone_is_not_compared(danvan: Danvan, article: Path) -> None:
    for path in (article, "-", article.parent / "không có.txt"):
        assert danvan("diff", path).status == 2


def test_the_samples_of_a_province_make_a_page_of_markdown(danvan: Danvan, tmp_path: Path) -> None:
    page = tmp_path / "lang-son.md"
    ran = danvan("diff", SAMPLES, "--province", "Lạng Sơn", "-o", page)
    assert (ran.out, ran.status) == ("", 0)
    text = page.read_text(encoding="utf-8")
    assert text.index("## Nhiệm vụ hai kỳ") < text.index("~~2023~~") < text.index("**2024**") < text.index("| 3.284 |")
