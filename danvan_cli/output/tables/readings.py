"""The table of readings, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator

from danvan_cli.output.tables.table import PERIOD, Field, Row, Table, count, days, label, moment
from danvan_cli.parsing.readings import Reading


def _reading(reading: Reading) -> Iterator[Row]:
    yield [
        label("reading", reading.kind),
        reading.text,
        reading.official,
        reading.role,
        reading.organization,
        label("action", reading.action),
        label("indicator", reading.indicator),
        reading.value,
        reading.unit,
        reading.task,
        *days(reading.period),
        moment(reading.day),
        reading.rule or None,
        reading.start,
        reading.end,
        reading.source,
    ]


TABLES = {
    "reading": (
        Table(
            "readings",
            (
                Field("kind", 14),
                Field("evidence", 60),
                Field("name", 22),
                Field("role", 24),
                Field("organization", 30),
                Field("action", 14),
                Field("indicator", 30),
                count("value"),
                Field("unit", 12),
                count("task_number", 8),
                *PERIOD,
                Field("date", 12),
                Field("rule", 24),
                count("start", 8),
                count("end", 8),
                Field("source", 36),
            ),
            _reading,
        ),
    )
}
