"""The table of tasks, those of an article under one another."""

from __future__ import annotations

from collections.abc import Iterator

from danvan_cli.corpus.worklist import Agenda
from danvan_cli.output.tables.article import TASK, WHERE
from danvan_cli.output.tables.table import PERIOD, Field, Row, Table, days, moment


def _tasks(agenda: Agenda) -> Iterator[Row]:
    for task in agenda.tasks:
        yield [
            task.number,
            task.text,
            task.assigned_by,
            task.deadline,
            task.theme,
            [target.text for target in task.targets],
            *days(task.period or agenda.planned_period),
            agenda.province,
            moment(agenda.date),
            agenda.source,
            agenda.title,
        ]


TABLES = {
    "agenda": (Table("tasks", (*TASK, *PERIOD, *WHERE, Field("title", 50)), _tasks),),
}
