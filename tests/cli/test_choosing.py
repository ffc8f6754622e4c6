"""Wrong values of the options that choose are answered with what is right."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Danvan

from danvan_cli.cli.choosing import selection
from support import ROOT


def test_a_misspelt_province_is_answered_with_the_nearest(danvan: Danvan, article: Path) -> None:
    ran = danvan("stats", article, "--province=Lạng Sưn")
    assert ran.status == 2
    assert "Lạng Sơn" in ran.err


def test_an_unknown_indicator_is_answered_with_the_nearest(danvan: Danvan, article: Path) -> None:
    ran = danvan("stats", article, "--indicator", "petition_received")
    assert ran.status == 2
    assert "petitions_received" in ran.err


@pytest.mark.parametrize("value", ["next year", "2020-13", "2020-02-30", "31/2/2020", "20"])
def test_what_is_no_day_is_said_to_be_none(danvan: Danvan, article: Path, value: str) -> None:
    ran = danvan("tasks", article, "--since", value)
    assert (ran.status, ran.out) == (2, "")
    assert value in ran.err


def test_years_months_and_days_bound_the_time_asked_for() -> None:
    chosen, _ = selection(None, "2019", "2020-02")
    assert (chosen.since, chosen.until) == ("2019-01-01", "2020-02-29")
    chosen, _ = selection(None, "31/7/2020", "8/2020")
    assert (chosen.since, chosen.until) == ("2020-07-31", "2020-08-31")


def test_a_span_that_ends_before_it_begins_is_refused(danvan: Danvan, article: Path) -> None:
    assert danvan("stats", article, "--since", "2021", "--until", "2020").status == 2


def test_an_unknown_dimension_is_refused(danvan: Danvan, article: Path) -> None:
    ran = danvan("stats", article, "--by", "district")
    assert ran.status == 2
    assert "province, period, article, indicator" in ran.err


def test_where_nothing_matches_that_is_said(danvan: Danvan) -> None:
    article = ROOT / "samples" / "lang-son" / "2022-nam.txt"
    ran = danvan("tasks", article, "--province=Cà Mau")
    assert (ran.out, ran.status) == ("", 0)
    assert "match the options" in ran.err
    assert danvan("tasks", article, "--province=Cà Mau", "-q").err == ""
