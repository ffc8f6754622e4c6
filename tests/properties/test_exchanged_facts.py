"""Another person, another province, another figure, another year: the readings change there and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import PROVINCES, Parts, names, numbers, parts
from sayings import sayings

from danvan_cli.lexicon import fold
from danvan_cli.lexicon.places import province
from danvan_cli.record import Record
from support import ROOT, record

ARTICLES = sorted([*(ROOT / "samples").rglob("*.txt"), *(ROOT / "tests" / "gold" / "articles").glob("*.txt")])
STAND_INS = {2: "Đinh Sửu", 3: "Đinh Quang Sửu", 4: "Đinh Quang Ngọc Oanh"}
"""Names that no article has, by their syllables."""
every_article = pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)


def exchanged(value: Any, change: Callable[[Any], Any]) -> Any:
    """``value`` with ``change`` made to each string and number in it, however deep."""
    if isinstance(value, dict):
        return {key: exchanged(inner, change) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(exchanged(inner, change) for inner in value)
    return change(value)


def words(old: str, new: str) -> Callable[[Any], Any]:
    """The change of some words into others."""
    return lambda value: value.replace(fold(old), fold(new)) if isinstance(value, str) else value


def said(text: str) -> dict[str, Any]:
    """The readings of ``text``; provinces without their codes."""
    found = sayings(record(text))
    place = found.pop("locality")
    return found | {"level": place.level, "province": place.province and fold(place.province)}


@every_article
def test_another_persons_name_changes_that_name_and_nothing_else(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    read, before = record(text), said(text)
    for official in read.officials:
        if {mention.text for mention in official.mentions} != {official.name}:
            continue
        new = STAND_INS.get(len(official.name.split()))
        if new:
            after = said(re.sub(rf"\b{re.escape(official.name)}\b", new, text))
            assert after == exchanged(before, words(official.name, new))


@every_article
def test_another_figure_changes_that_figure_and_nothing_else(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    before = values(record(text))
    for statistic in record(text).statistics:
        written = Parts.written(int(statistic.value))
        alone = re.compile(rf"(?<![\d.,]){written}(?![\d.,]?\d)")
        unlike = statistic.value < 20 or not statistic.value.is_integer() or written not in statistic.evidence.text
        if unlike or len(alone.findall(text)) != 1:
            continue
        new = statistic.value + 1
        after = values(record(alone.sub(Parts.written(int(new)), text)))
        assert after == [(kind, new if value == statistic.value else value) for kind, value in before]


def values(read: Record) -> list[tuple[str, float]]:
    """What was read, not what was computed from it."""
    return [(s.indicator, s.value) for s in read.statistics if not s.derived]


@settings(max_examples=60)
@given(parts, names)
def test_persons_may_be_exchanged(article: Parts, name: str) -> None:
    old = article.people[-1][0]
    if name in (person for person, _ in article.people):
        return
    other = article._replace(people=(*article.people[:-1], (name, article.people[-1][1])))
    assert said(text_of(other)) == exchanged(said(text_of(article)), words(old, name))


@settings(max_examples=60)
@given(parts, st.sampled_from(PROVINCES))
def test_provinces_may_be_exchanged(article: Parts, name: str) -> None:
    other = article._replace(province=name)
    expected = exchanged(said(text_of(article)), words(article.province, name))
    for official in expected["officials"]:
        official[1][:] = [(title, name if place == article.province else place, x) for title, place, x in official[1]]
    assert said(text_of(other)) == expected
    place = province(name)
    assert place is not None
    assert record(text_of(other)).locality.province_today == place.today


@settings(max_examples=60)
@given(parts, numbers)
def test_figures_may_be_exchanged(article: Parts, number: int) -> None:
    kind, old = article.figures[0]
    if number in (value for _, value in article.figures):
        return
    other = article._replace(figures=((kind, number), *article.figures[1:]))
    assert said(text_of(other)) == exchanged(said(text_of(article)), lambda v: float(number) if v == old else v)


@settings(max_examples=60)
@given(parts, st.integers(2012, 2023))
def test_years_may_be_exchanged(article: Parts, year: int) -> None:
    def moved(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return re.sub(r"\b20\d\d\b", lambda found: str(int(found[0]) + year - article.year), value)

    assert said(text_of(article._replace(year=year))) == exchanged(said(text_of(article)), moved)


def text_of(article: Parts) -> str:
    return "\n\n".join(article.paragraphs())
