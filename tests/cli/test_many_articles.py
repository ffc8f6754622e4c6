"""Totals and trends over a folder of articles, as a user meets them; every sum was worked out by hand."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import jsonschema
import pytest
from commands import Danvan

ANNUAL = """{place} tổng kết công tác dân vận năm {year}

Sáng 26/12/{year}, Ban Dân vận Tỉnh ủy {place} tổ chức hội nghị tổng kết công tác dân vận năm {year}.

Năm {year}, các cơ quan trong tỉnh đã tiếp {visits} lượt công dân, tiếp nhận {petitions} đơn khiếu nại, tố cáo. Các tổ \
hòa giải ở cơ sở hòa giải thành {mediations} vụ việc. Tỷ lệ giải quyết đạt {rate}%.

Năm tới, hệ thống dân vận các cấp tiếp tục đổi mới phương thức hoạt động theo hướng gần dân, sát dân; nắm chắc tình \
hình Nhân dân vùng biên giới; nhân rộng các mô hình “Dân vận khéo” trong xây dựng nông thôn mới.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Lạng Sơn 2019, 2020 and 2022, the last in two papers; Quảng Bình and Quảng Trị 2019; half a year of 2020."""
    rows = [
        ("lang-son-2019", "Lạng Sơn", 2019, "2.000", "300", "50", "90"),
        ("lang-son-2020", "Lạng Sơn", 2020, "3.000", "400", "60", "92,5"),
        ("lang-son-2022", "Lạng Sơn", 2022, "4.000", "500", "70", "95"),
        ("quang-binh-2019", "Quảng Bình", 2019, "1.100", "110", "11", "80"),
        ("quang-tri-2019", "Quảng Trị", 2019, "2.200", "220", "22", "85"),
    ]
    for name, place, year, visits, petitions, mediations, rate in rows:
        text = ANNUAL.format(
            place=place, year=year, visits=visits, petitions=petitions, mediations=mediations, rate=rate
        )
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    copy = (
        (tmp_path / "lang-son-2022.txt").read_text(encoding="utf-8").replace("Năm tới, hệ thống", "Theo đó, hệ thống")
    )
    (tmp_path / "other-paper-2022.txt").write_text(f"Báo Vùng Cao\n\n{copy}\nTheo báo Lạng Sơn\n", encoding="utf-8")
    half = (tmp_path / "lang-son-2020.txt").read_text(encoding="utf-8").replace("3.000", "1.400")
    half = half.replace("tổng kết", "sơ kết").replace("năm 2020", "6 tháng đầu năm 2020").replace("26/12", "6/7")
    half = half.replace("Năm 2020, các", "6 tháng đầu năm 2020, các")
    (tmp_path / "lang-son-half.txt").write_text(half, encoding="utf-8")
    return tmp_path


def visits(danvan: Danvan, folder: Path, *args: str) -> dict[tuple[str | None, str], float | None]:
    found = json.loads(danvan("stats", folder, "--indicator", "visits", "--json", *args).out)
    return {(total["province"], total["period"]["end"]): total["total"] for total in found}


def test_totals_by_period_count_a_report_in_two_papers_once(danvan: Danvan, folder: Path) -> None:
    assert visits(danvan, folder, "--by", "period") == {
        (None, "2019-12-31"): 2000 + 1100 + 2200,
        ("Lạng Sơn", "2020-06-30"): 1400,
        ("Lạng Sơn", "2020-12-31"): 3000,
        ("Lạng Sơn", "2022-12-31"): 4000,
    }


def test_which_article_was_kept_is_said_and_in_the_json(danvan: Danvan, folder: Path) -> None:
    kept, left = folder / "lang-son-2022.txt", folder / "other-paper-2022.txt"
    ran = danvan("stats", folder, "--indicator", "visits", "--json")
    (note,) = ran.err.splitlines()
    assert note.index(str(kept)) < note.index(str(left))
    assert danvan("stats", folder, "-q").err == ""
    total = next(t for t in json.loads(ran.out) if t["period"]["start"] == "2022-01-01")
    assert (total["articles"], [f["also_in"] for f in total["figures"]]) == (1, [[str(left)]])


def test_many_reports_that_several_papers_carry_are_told_in_one_line(danvan: Danvan, tmp_path: Path) -> None:
    for year in range(2013, 2020):
        text = ANNUAL.format(place="Lạng Sơn", year=year, visits=year, petitions=year + 99, mediations=70, rate=90)
        for paper in ("báo tỉnh", "báo huyện", "đài"):
            (tmp_path / f"{paper} {year}.txt").write_text(text.replace("Năm tới", f"Theo {paper}"), encoding="utf-8")
    said = danvan("stats", tmp_path).err.splitlines()
    assert len(said) == 1
    assert "left out: 14 articles with the same reports as 7 others" in said[0]


def test_two_papers_that_disagree_stand_side_by_side(danvan: Danvan, folder: Path) -> None:
    other = (folder / "lang-son-2019.txt").read_text(encoding="utf-8").replace("2.000", "2.002")
    (folder / "other-paper-2019.txt").write_text(other, encoding="utf-8")
    args = ("stats", folder, "--province", "Lạng Sơn", "--indicator", "visits", "--until", "2019")
    (total,) = json.loads(danvan(*args, "--json").out)
    assert (total["total"], [figure["value"] for figure in total["figures"]]) == (None, [2000, 2002])
    assert "2.000 · 2.002" in danvan(*args).out


def test_row_by_row_every_article_is_there(danvan: Danvan, folder: Path) -> None:
    found = json.loads(danvan("stats", folder, "--by", "article", "--indicator", "visits", "--json").out)
    assert len(found) == 7


def test_provinces_of_before_stand_under_those_of_now_and_that_is_said(danvan: Danvan, folder: Path) -> None:
    found = visits(danvan, folder, "--province", "--today", "--until", "2019")
    assert found == {("Lạng Sơn", "2019-12-31"): 2000, ("Quảng Trị", "2019-12-31"): 3300}
    asked = danvan("stats", folder, "--province", "Quảng Bình", "--today", "--indicator", "visits", "--json")
    assert [total["total"] for total in json.loads(asked.out)] == [3300]
    assert "Quảng Bình, Quảng Trị" in asked.err
    assert visits(danvan, folder, "--province=Quảng Bình") == {("Quảng Bình", "2019-12-31"): 1100}


def test_several_provinces_can_be_asked_for(danvan: Danvan, folder: Path) -> None:
    args = ("--province", "Quảng Bình", "--province", "quang tri", "--by", "province")
    assert {name for name, _ in visits(danvan, folder, *args)} == {"Quảng Bình", "Quảng Trị"}


def test_evidence_lists_below_a_total_what_it_is_made_of(danvan: Danvan, folder: Path) -> None:
    ran = danvan("stats", folder, "--indicator", "visits", "--until", "2019", "--evidence", "-q")
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    total = next(i for i, line in enumerate(lines) if "5.300" in line)
    assert lines[total + 1 : total + 4] == [
        f"{value} {place} · {folder}/{name}-2019.txt: tiếp {value} lượt công dân"
        for value, place, name in (
            ("2.000", "Lạng Sơn", "lang-son"),
            ("1.100", "Quảng Bình", "quang-binh"),
            ("2.200", "Quảng Trị", "quang-tri"),
        )
    ]


def test_a_trend_is_a_bar_a_year_and_a_gap_where_no_article_is(danvan: Danvan, folder: Path) -> None:
    lines = danvan("trend", folder, "--indicator", "visits", "--province", "Lạng Sơn", "-q").out.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("Lạng Sơn") and "theo năm" in line)
    bars = [line.split() for line in lines[start + 1 : start + 5]]
    assert [bar[:3] for bar in bars if bar[2] != "–"] == [
        ["năm", "2019", "2.000"],
        ["năm", "2020", "3.000"],
        ["năm", "2022", "4.000"],
    ]
    assert bars[2][:3] == ["năm", "2021", "–"]
    assert [len(bars[i][3]) for i in (0, 1, 3)] == [20, 30, 40]
    assert any("theo nửa năm" in line for line in lines)


def test_a_rate_has_its_percent_sign_and_a_scale_to_a_hundred(danvan: Danvan, folder: Path) -> None:
    out = danvan("trend", folder, "--indicator", "resolution_rate", "--by", "year").out
    assert "92,5%" in out
    (line,) = (line for line in out.splitlines() if " 90% " in line)
    assert line.count("█") == 36


@pytest.mark.parametrize("columns", [80, 160])
def test_a_chart_looks_the_same_in_terminals_of_all_widths(
    danvan: Danvan, folder: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    free = danvan("trend", folder, "--indicator", "visits").out
    monkeypatch.setenv("COLUMNS", str(columns))
    assert danvan("trend", folder, "--indicator", "visits").out == free


def test_a_series_is_valid_under_its_schema(danvan: Danvan, folder: Path) -> None:
    schema = json.loads(danvan("schema", "series").out)
    found = json.loads(danvan("trend", folder, "--indicator", "visits", "--json").out)
    for one in found:
        jsonschema.validate(one, schema)
    years = next(one for one in found if one["body"] == "Lạng Sơn" and one["cadence"] == "year")
    assert [point["value"] for point in years["points"]] == [2000, 3000, None, 4000]


def test_figures_in_no_chart_are_told(danvan: Danvan, folder: Path) -> None:
    assert "in no chart: 1 of 6 figures" in danvan("trend", folder, "--indicator", "visits", "--by", "year").err


@pytest.mark.parametrize("args", [[], ["--indicator", "other"], ["--indicator", "visits", "--by", "decade"]])
def test_a_trend_needs_an_indicator_and_a_kind_of_period_that_there_is(
    danvan: Danvan, folder: Path, args: list[str]
) -> None:
    ran = danvan("trend", folder, *args)
    assert (ran.status, ran.out) == (2, "")


def test_an_archive_is_many_articles_and_text_wants_one_of_them(danvan: Danvan, tmp_path: Path, article: Path) -> None:
    path = tmp_path / "bao-cao.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(article, "a.txt")
        archive.write(article, "2020/b.txt")
    paths = [record["source"]["path"] for record in json.loads(danvan("extract", path, "--json").out)]
    assert paths == [f"{path}/2020/b.txt", f"{path}/a.txt"]
    refused = danvan("text", path)
    assert refused.status == 2
    assert "is an archive; name a file in it" in " ".join(refused.err.split())
    assert danvan("text", paths[0]).out == article.read_text(encoding="utf-8")
