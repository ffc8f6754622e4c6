"""``danvan tasks --period``: what is planned for just that period, and what else there is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import ARTICLE, Danvan

from support import ROOT

SAMPLES = ROOT / "samples"


@pytest.mark.parametrize("typed", ["2024", "năm 2024", "2024-01-01..2024-12-31"])
def test_only_what_is_planned_for_it_is_left(danvan: Danvan, typed: str) -> None:
    found = json.loads(danvan("tasks", SAMPLES, "--province", "Lạng Sơn", "--period", typed, "--json").out)
    assert [agenda["planned_period"]["start"] for agenda in found] == ["2024-01-01"]
    assert len(found[0]["tasks"]) > 3


def test_a_year_takes_no_tasks_of_its_half_and_says_what_there_is(danvan: Danvan) -> None:
    ran = danvan("tasks", SAMPLES, "--province", "Lâm Đồng", "--period", "2017", "--json")
    assert json.loads(ran.out) == []
    assert "there are tasks for other periods: 6T cuối 2017, năm 2018" in ran.err
    assert danvan("tasks", SAMPLES, "--province", "Lâm Đồng", "--period", "2017", "-q").err == ""


def test_a_part_of_the_period_is_named_where_it_is_left_out(danvan: Danvan, article: Path) -> None:
    half = ARTICLE.replace("công tác dân vận năm 2019", "công tác dân vận 6 tháng đầu năm 2020")
    half = half.replace("nhiệm vụ năm 2020", "nhiệm vụ 6 tháng cuối năm 2020").replace("26/12/2019", "02/7/2020")
    half = half.replace("Năm 2019", "6 tháng đầu năm 2020").replace("trong năm 2020", "trong 6 tháng cuối năm 2020")
    (article.parent / "half.txt").write_text(half, encoding="utf-8")
    ran = danvan("tasks", article.parent, "--period", "2020", "--json")
    assert [agenda["source"] for agenda in json.loads(ran.out)] == [str(article)]
    assert "--period năm 2020: tasks for just a part of it are left out: 6T cuối 2020" in ran.err
    ran = danvan("tasks", article.parent, "--period", "2020-H2")
    assert "left out" not in ran.err


def test_what_names_no_period_is_wrong_usage(danvan: Danvan) -> None:
    ran = danvan("tasks", SAMPLES, "--period", "sang năm")
    assert (ran.out, ran.status) == ("", 2)
    assert "write 2020" in ran.err
