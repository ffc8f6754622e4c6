"""The gold set keeps its own rules: what an answer quotes is in the article, and every value is an allowed one."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any, get_args

import pytest

from danvan_cli.record import Action, Bound, Indicator, Level, PetitionKind
from support import ROOT, TESTS

GOLD = TESTS / "gold"
ANSWERS: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((GOLD / "answers").glob("*.json"))
}
PAIRS: list[dict[str, Any]] = json.loads((GOLD / "pairs.json").read_text(encoding="utf-8"))

KEYS = {
    "id",
    "origin",
    "title",
    "published",
    "event_date",
    "level",
    "province",
    "reported_period",
    "planned_period",
    "officials",
    "statistics",
    "tasks",
    "key_facts",
}
STATISTIC_KEYS = {"indicator", "value", "unit", "bound", "kinds", "period", "evidence"}
PETITIONS = ("petitions", "resolution_rate", "visit_cases")

every_answer = pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS.keys())


def text_of(answer: dict[str, Any]) -> str:
    """The article of ``answer``, white space folded."""
    path = ROOT / answer["text_path"] if "text_path" in answer else GOLD / "articles" / f"{answer['id']}.txt"
    return folded(path.read_text(encoding="utf-8"))


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def periods_of(answer: dict[str, Any]) -> list[dict[str, str]]:
    every = [answer["reported_period"], answer["planned_period"], *(s["period"] for s in answer["statistics"])]
    return [period for period in every if period is not None]


@every_answer
def test_an_answer_has_every_key_and_is_named_like_its_file(answer: dict[str, Any]) -> None:
    assert set(answer) - {"text_path"} == KEYS
    assert ANSWERS[answer["id"]] is answer


@every_answer
def test_what_an_answer_quotes_is_in_the_article_letter_by_letter(answer: dict[str, Any]) -> None:
    text = text_of(answer)
    quoted = [answer["title"], *answer["tasks"], *answer["key_facts"]]
    quoted += [s["evidence"] for s in answer["statistics"]]
    quoted += [words for o in answer["officials"] for words in (o["name"], *o["positions"])]
    assert [words for words in quoted if folded(words) not in text] == []


@every_answer
def test_the_evidence_of_a_figure_carries_a_number(answer: dict[str, Any]) -> None:
    number_words = ("chín", "hai mươi", "mười")
    for statistic in answer["statistics"]:
        evidence = statistic["evidence"].lower()
        assert re.search(r"\d", evidence) or any(word in evidence for word in number_words), statistic


@every_answer
def test_values_are_those_that_the_types_allow(answer: dict[str, Any]) -> None:
    assert answer["level"] in get_args(Level)
    assert (answer["province"] is None) == (answer["level"] == "national")
    assert 4 <= len(answer["key_facts"]) <= 8
    for official in answer["officials"]:
        assert set(official) == {"name", "positions", "actions"}
        assert set(official["actions"]) <= set(get_args(Action)), official
        assert official["positions"], f"{official['name']} holds no office"
    for statistic in answer["statistics"]:
        assert set(statistic) - {"change"} == STATISTIC_KEYS
        assert statistic["indicator"] in get_args(Indicator), statistic
        assert statistic["bound"] in get_args(Bound), statistic
        assert set(statistic["kinds"]) <= set(get_args(PetitionKind)), statistic
        assert not statistic["kinds"] or statistic["indicator"].startswith(PETITIONS), statistic
        if "change" in statistic:
            assert set(statistic["change"]) == {"direction", "value", "unit"}
            assert statistic["change"]["direction"] in ("up", "down")


@every_answer
def test_dates_and_periods_are_iso_days_in_order(answer: dict[str, Any]) -> None:
    for day in (answer["published"], answer["event_date"]):
        assert day is None or date.fromisoformat(day).isoformat() == day
    for period in periods_of(answer):
        assert date.fromisoformat(period["start"]) < date.fromisoformat(period["end"]), period
    if answer["reported_period"] and answer["planned_period"]:
        assert answer["planned_period"]["start"] > answer["reported_period"]["end"]


@every_answer
def test_no_person_and_no_task_stands_twice(answer: dict[str, Any]) -> None:
    names = [o["name"] for o in answer["officials"]]
    assert len(set(names)) == len(names)
    assert len(set(answer["tasks"])) == len(answer["tasks"])


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['old']} to {pair['new']}")
def test_a_pair_joins_tasks_that_exist_each_once(pair: dict[str, Any]) -> None:
    old, new = ANSWERS[pair["old"]], ANSWERS[pair["new"]]
    assert old["reported_period"]["end"] < new["reported_period"]["end"], (
        "a pair goes from the older report to the newer"
    )
    for side, answer in (("old", old), ("new", new)):
        indexes = [match[side] for match in pair["matches"]]
        assert len(set(indexes)) == len(indexes)
        assert all(0 <= index < len(answer["tasks"]) for index in indexes)
    assert {match["relation"] for match in pair["matches"]} <= {"same", "changed"}


def test_every_article_has_an_answer_and_every_sample_is_answered() -> None:
    assert {path.stem for path in (GOLD / "articles").glob("*.txt")} == {
        name for name, answer in ANSWERS.items() if "text_path" not in answer
    }
    samples = {path.relative_to(ROOT).as_posix() for path in (ROOT / "samples").rglob("*.txt")}
    assert samples == {answer["text_path"] for answer in ANSWERS.values() if "text_path" in answer}


def test_the_set_covers_every_level_and_both_eras_of_provinces() -> None:
    assert {answer["level"] for answer in ANSWERS.values()} == set(get_args(Level))
    days = [answer["event_date"] for answer in ANSWERS.values() if answer["event_date"]]
    assert min(days) < "2015-01-01"
    assert max(days) >= "2025-07-01"
    assert len({answer["province"] for answer in ANSWERS.values()}) > 15
