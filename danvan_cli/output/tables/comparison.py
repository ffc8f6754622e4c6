"""The tables of a comparison: what became of tasks and of figures, which two reports, and what to know of them."""

from __future__ import annotations

from collections.abc import Iterator

from danvan_cli.output.tables.table import PERIOD, Field, Note, Row, Table, count, days, label, labels
from danvan_cli.record import Diff, DiffSide


def _changes(compared: Diff) -> Iterator[Row]:
    for change in compared.changes:
        old, new = change.old, change.new
        yield [
            label("status", change.status),
            old.number if old else None,
            old.text if old else None,
            new.number if new else None,
            new.text if new else None,
            Note(change.note) if change.note else None,
            change.similarity if old and new else None,
        ]


def _statistics(compared: Diff) -> Iterator[Row]:
    for figure in compared.statistics:
        yield [
            label("indicator", figure.indicator),
            labels("petition_kind", figure.kinds),
            figure.old,
            figure.new,
            figure.unit,
            figure.change,
            figure.change_percent,
        ]


def _sides(compared: Diff) -> Iterator[Row]:
    for key, side in (("old", compared.old), ("new", compared.new)):
        yield [label("field", key), *_side(side)]


def _side(side: DiffSide) -> Row:
    place = side.locality
    return [
        side.title,
        side.organizer,
        label("level", place.level),
        side.province,
        place.district,
        place.commune,
        *days(side.reported_period),
        *days(side.planned_period),
        side.source.path,
    ]


def _warnings(compared: Diff) -> Iterator[Row]:
    for warning in compared.warnings:
        yield [warning, warning.code]


TABLES = {
    "diff": (
        Table(
            "changes",
            (
                Field("status", 12),
                count("old_number", 8),
                Field("old", 60),
                count("new_number", 8),
                Field("new", 60),
                Field("note", 40),
                count("similarity", 10),
            ),
            _changes,
        ),
        Table(
            "changed_statistics",
            (
                Field("indicator", 34),
                Field("kinds", 20),
                count("old"),
                count("new"),
                Field("unit", 12),
                count("change", 12),
                count("change_percent", 8),
            ),
            _statistics,
        ),
        Table(
            "sides",
            (
                Field("report", 12),
                Field("title", 50),
                Field("organizer", 28),
                Field("level", 12),
                Field("province", 18),
                Field("district"),
                Field("commune"),
                *PERIOD,
                Field("planned_period"),
                Field("planned_first_day", 12),
                Field("planned_last_day", 12),
                Field("source", 36),
            ),
            _sides,
        ),
        Table("warnings", (Field("warning", 90), Field("code", 24)), _warnings),
    )
}
