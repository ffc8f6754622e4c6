"""Tasks of many articles, chosen by the time they are for."""

from __future__ import annotations

from records import YEAR_2020, record, task

from danvan_cli.corpus.selection import Selection
from danvan_cli.corpus.worklist import agendas


def test_an_article_without_tasks_has_no_agenda() -> None:
    assert list(agendas([record()], Selection())) == []


def test_tasks_are_chosen_by_the_period_they_are_set_for() -> None:
    made = record(date="2019-12-26", planned_period=YEAR_2020, tasks=[task(1, "nắm tình hình"), task(2, "gần dân")])
    (agenda,) = agendas([made], Selection(since="2020-01-01"))
    assert [item.text for item in agenda.tasks] == ["nắm tình hình", "gần dân"]
    assert list(agendas([made], Selection(until="2019-12-31"))) == []
