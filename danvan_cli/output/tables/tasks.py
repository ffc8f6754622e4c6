"""The table of tasks, those of an article under one another."""

from __future__ import annotations

from collections.abc import Iterator

from danvan_cli.corpus.worklist import Agenda
from danvan_cli.output.tables.article import TASK, WHERE, task_row
from danvan_cli.output.tables.table import PERIOD, Field, Row, Table, moment


def _tasks(agenda: Agenda) -> Iterator[Row]:
    for task in agenda.tasks:
        row = task_row(task, agenda.planned_period)
        yield [*row, agenda.province, moment(agenda.date), agenda.source, agenda.title]


TABLES = {
    "agenda": (Table("tasks", (*TASK, *PERIOD, *WHERE, Field("title", 50)), _tasks),),
}
