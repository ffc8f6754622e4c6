"""Tasks of many articles, each with the article that sets it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from danvan_cli.comparing.periods import same
from danvan_cli.corpus.selection import Selection, day_of
from danvan_cli.record import Period, Record, Task, TaskList


class Agenda(msgspec.Struct):
    """What one article sets for the period to come."""

    source: str
    """Path of the article."""
    title: str | None
    date: str | None
    province: str | None
    planned_period: Period | None
    tasks: list[Task]
    task_list: TaskList


def agendas(records: Iterable[Record], selection: Selection, period: Period | None = None) -> Iterator[Agenda]:
    """The tasks of each article that sets some, as soon as it is read; with ``period`` only those planned for it."""
    for record in records:
        day = day_of(record)
        kept = [
            task
            for task in record.tasks
            if selection.has_time(task.period or record.planned_period, day)
            and (period is None or _is_for(period, record.planned_period, task.period))
        ]
        if kept and selection.has_place(record):
            yield Agenda(
                record.source.path,
                record.title,
                day,
                record.locality.province,
                record.planned_period,
                kept,
                record.task_list,
            )


def _is_for(asked: Period, *planned: Period | None) -> bool:
    """Whether a task of a period of its own, in an agenda of another, is for ``asked``: either may be it."""
    return any(period is not None and same(period, asked) for period in planned)
