"""What the accuracy benchmark counts as right, on records made by hand."""

from __future__ import annotations

from typing import Any

from scoring import figures, fold_fact, match_texts, score_pair, score_record

GOLD: dict[str, Any] = {
    "title": "Sơn Đông tiếp dân",
    "published": "2020-07-03",
    "event_date": "2020-07-02",
    "level": "province",
    "province": "Lạng Sơn",
    "reported_period": {"start": "2020-01-01", "end": "2020-06-30"},
    "planned_period": None,
    "officials": [{"name": "Hoàng Văn Thụy", "positions": ["Trưởng ban"], "actions": ["chair"]}],
    "statistics": [
        {
            "indicator": "visits",
            "value": 1842,
            "unit": "lượt",
            "bound": "exact",
            "kinds": [],
            "period": None,
            "evidence": "tiếp 1.842 lượt",
            "change": {"direction": "down", "value": 7.4, "unit": "%"},
        }
    ],
    "tasks": ["rà soát, kiện toàn khối dân vận cơ sở", "đối thoại với nhân dân"],
    "key_facts": ["02/7", "1.842 lượt"],
}


def reading(**given: Any) -> dict[str, Any]:
    """A record, in its JSON form, that answers everything in GOLD right unless ``given`` says otherwise."""
    right: dict[str, Any] = {
        "title": GOLD["title"],
        "published": "2020-07-03T22:19",
        "event": {"date": GOLD["event_date"]},
        "locality": {"level": "province", "province": "Lạng Sơn"},
        "reported_period": GOLD["reported_period"],
        "planned_period": None,
        "officials": [{"name": "Hoàng Văn Thụy", "positions": [{"title": "Trưởng Ban"}], "actions": ["chair"]}],
        "statistics": [figure()],
        "tasks": [{"text": task} for task in GOLD["tasks"]],
        "summary": {"brief": "Ngày 2-7, tiếp 1.842 lượt công dân."},
    }
    return {**right, **given}


def figure(**given: Any) -> dict[str, Any]:
    gold = GOLD["statistics"][0]
    return {**gold, "derived": False, "evidence": {"text": gold["evidence"]}, **given}


def scores(record: dict[str, Any]) -> dict[str, float]:
    """The first measure of every figure."""
    measured = figures(score_record("a", GOLD, record))
    return {name: next(iter(found.values.values())) for name, found in measured.items()}


def test_a_right_reading_scores_full_marks_everywhere() -> None:
    assert set(scores(reading()).values()) == {1.0}


def test_a_name_in_the_other_tone_placement_is_the_same_name() -> None:
    named = [{"name": "HOÀNG VĂN THUỴ", "positions": [], "actions": []}]
    assert scores(reading(officials=named))["officials"] == 1.0


def test_a_figure_needs_its_value_and_its_indicator() -> None:
    assert scores(reading(statistics=[figure(value=1843)]))["statistics"] == 0.0
    assert scores(reading(statistics=[figure(indicator="visitors")]))["statistics"] == 0.0
    assert scores(reading(statistics=[figure(unit="người")]))["statistics"] == 1.0


def test_a_wrong_unit_bound_period_or_change_is_told_apart_from_a_wrong_figure() -> None:
    half = {"start": "2019-01-01", "end": "2019-06-30"}
    off = figure(unit="người", bound="about", period=half, change={"direction": "up", "value": 7.4, "unit": "%"})
    measured = scores(reading(statistics=[off]))
    assert measured["statistics"] == 1.0
    assert {name for name, value in measured.items() if value == 0.0} == {
        "statistics.unit",
        "statistics.bound",
        "statistics.period",
        "statistics.change",
    }


def test_a_figure_read_twice_is_invented_once() -> None:
    measured = figures(score_record("a", GOLD, reading(statistics=[figure(), figure()])))["statistics"]
    assert (measured.recall, measured.precision) == (1.0, 0.5)


def test_a_figure_that_danvan_computed_is_not_scored() -> None:
    computed = figure(indicator="resolution_rate", derived=True)
    assert scores(reading(statistics=[figure(), computed]))["statistics"] == 1.0


def test_a_task_may_carry_a_word_more_but_not_another_task() -> None:
    assert match_texts(["đối thoại với nhân dân"], ["cần đối thoại với nhân dân"]) == {0: 0}
    assert match_texts(["đối thoại với nhân dân"], ["vận động nhân dân hiến đất làm đường"]) == {}


def test_a_day_may_be_written_with_a_dash_or_a_zero() -> None:
    assert fold_fact("04-7") == fold_fact("4/7")


def test_a_fact_after_160_syllables_of_the_brief_is_not_there() -> None:
    late = "và " * 160 + "02/7, 1.842 lượt"
    assert scores(reading(summary={"brief": late}))["key_facts"] == 0.0


def test_a_pair_is_right_only_with_both_of_its_tasks() -> None:
    pair = {"old": "a", "new": "b", "matches": [{"old": 0, "new": 0, "relation": "changed"}]}
    tasks = ["rà soát khối dân vận trước 30/6", "đối thoại với nhân dân"]
    answers = {"a": {"tasks": tasks}, "b": {"tasks": tasks}}

    def joined(old: str, new: str, status: str) -> dict[str, float | None]:
        changes = [
            {"old": {"text": old}, "new": {"text": new}, "status": status},
            {"old": None, "new": {"text": "việc mới"}, "status": "added"},
        ]
        measured = figures(score_pair(pair, answers, {"changes": changes}))
        return {name: found.f1 if found.share is None else found.share for name, found in measured.items()}

    assert joined(tasks[0], tasks[0], "changed") == {"diff": 1.0, "diff.relation": 1.0}
    assert joined(tasks[0], tasks[0], "same") == {"diff": 1.0, "diff.relation": 0.0}
    assert joined(tasks[0], tasks[1], "changed") == {"diff": 0.0}
