"""The tables of articles: one a question, and a row an article for what it is about."""

from __future__ import annotations

from collections.abc import Iterator

from danvan_cli.output.tables.table import (
    CHANGE,
    PERIOD,
    Field,
    Row,
    Table,
    bounded,
    count,
    days,
    label,
    labels,
    moment,
    moved,
)
from danvan_cli.record import Official, Period, Record, Statistic, Task

WHERE = (Field("province", 18), Field("date", 12), Field("source", 36))
"""Which article a row is of."""
FIGURE = (
    Field("indicator", 30),
    count("value", 12),
    Field("bound", 10),
    Field("unit", 12),
    Field("evidence", 60),
    Field("kinds", 20),
    *PERIOD,
    *CHANGE,
    Field("scope", 20),
    Field("part", 10),
    Field("derived", 12),
)
"""The columns that :func:`figure` fills."""


def where(record: Record) -> Row:
    """Which article a row is of: province, day of the event (else of publication), path."""
    return [record.locality.province, moment(record.event.date or record.published), record.source.path]


def figure(statistic: Statistic, reported: Period | None) -> Row:
    """A figure, with what it counts, of which period, how it moved, and the words it stands on."""
    return [
        label("indicator", statistic.indicator),
        statistic.value,
        bounded(statistic.bound),
        statistic.unit,
        statistic.evidence.text,
        labels("petition_kind", statistic.kinds),
        *days(statistic.period or reported),
        *moved(statistic.change),
        statistic.scope,
        statistic.parent is not None,
        statistic.derived,
    ]


def _article(record: Record) -> Iterator[Row]:
    event, place = record.event, record.locality
    yield [
        record.title,
        moment(record.published),
        record.outlet,
        record.author,
        label("event_kind", event.kind),
        moment(event.date),
        label("part_of_day", event.part_of_day),
        event.organizer,
        event.place,
        label("level", place.level),
        place.province,
        place.province_today,
        place.district,
        place.commune,
        *days(record.reported_period),
        *days(record.planned_period),
        len(record.officials),
        len(record.statistics),
        len(record.tasks),
        record.summary.brief or None,
        record.source.path,
    ]


def _officials(record: Record) -> Iterator[Row]:
    for official in record.officials:
        for office in _offices(official):
            yield [official.name, official.honorific, *office, labels("action", official.actions), *where(record)]


def _offices(official: Official) -> list[Row]:
    """A row an office; one of blanks for a person of whom the article names none."""
    return [
        [
            position.title,
            position.role,
            position.organization,
            label("level", position.level),
            position.former,
            position.acting,
            position.evidence.text,
        ]
        for position in official.positions
    ] or [[None, None, None, None, False, False, official.name]]


def _statistics(record: Record) -> Iterator[Row]:
    for statistic in record.statistics:
        yield [*figure(statistic, record.reported_period), *where(record)]


def task_row(task: Task, planned: Period | None) -> Row:
    """The cells of ``TASK`` and of its period, which is ``planned`` where the task has none of its own."""
    return [
        task.number,
        task.text,
        task.assigned_by,
        task.deadline,
        task.theme,
        [target.text for target in task.targets],
        *days(task.period or planned),
    ]


def _tasks(record: Record) -> Iterator[Row]:
    for task in record.tasks:
        yield [*task_row(task, record.planned_period), *where(record)]


def _shortcomings(record: Record) -> Iterator[Row]:
    for shortcoming in record.shortcomings:
        yield [shortcoming.text, *where(record)]


def _warnings(record: Record) -> Iterator[Row]:
    for warning in record.warnings:
        yield [warning, warning.code, *where(record)]


_PLANNED = (Field("planned_period"), Field("planned_first_day", 12), Field("planned_last_day", 12))
_ARTICLE = (
    Field("title", 50),
    Field("published", 16),
    Field("outlet", 20),
    Field("author"),
    Field("event", 16),
    Field("date", 12),
    Field("part_of_day", 8),
    Field("organizer", 28),
    Field("place", 24),
    Field("level", 12),
    Field("province", 18),
    Field("province_today"),
    Field("district"),
    Field("commune"),
    *PERIOD,
    *_PLANNED,
    count("officials", 10),
    count("statistics", 10),
    count("tasks", 10),
    Field("brief", 80),
    Field("source", 36),
)
_OFFICIALS = (
    Field("name", 22),
    Field("honorific", 12),
    Field("position", 36),
    Field("role", 24),
    Field("organization", 30),
    Field("level", 12),
    Field("former", 10),
    Field("acting", 10),
    Field("evidence", 40),
    Field("actions", 24),
    *WHERE,
)
TASK = (
    count("number", 6),
    Field("task", 70),
    Field("assigned_by", 20),
    Field("deadline", 20),
    Field("theme", 24),
    Field("targets", 20),
)
"""The columns of a task, whose text is the article's own words, before its period."""

TABLES = {
    "record": (
        Table("articles", _ARTICLE, _article),
        Table("officials", _OFFICIALS, _officials),
        Table("statistics", (*FIGURE, *WHERE), _statistics),
        Table("tasks", (*TASK, *PERIOD, *WHERE), _tasks),
        Table("shortcomings", (Field("shortcoming", 70), *WHERE), _shortcomings),
        Table("warnings", (Field("warning", 90), Field("code", 24), *WHERE), _warnings),
    )
}
