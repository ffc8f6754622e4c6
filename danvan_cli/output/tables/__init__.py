"""What was read as flat tables: a row a figure, a task, an office; what spreadsheets and other programs want.

Each kind of item has its tables, by the name that ``danvan schema`` knows it by; the first of them is the one that the
command is about. A table yields values, not words for people: ids stand in a :class:`Label`, days are days, and figures
are numbers.
"""

from __future__ import annotations

from importlib import import_module

from danvan_cli.output.tables.table import Field, Label, Row, Table, Value, written

__all__ = ["Field", "Label", "Row", "Table", "Value", "tables_of", "written"]

_HOME = {
    "record": "article",
    "diff": "comparison",
    "person": "people",
    "figure": "figures",
    "total": "figures",
    "series": "figures",
    "agenda": "tasks",
    "reading": "readings",
}


def tables_of(kind: str) -> tuple[Table, ...]:
    """The tables of the items of ``kind``, loaded when they are asked for; KeyError where there are none."""
    tables: dict[str, tuple[Table, ...]] = import_module(f"danvan_cli.output.tables.{_HOME[kind]}").TABLES
    return tables[kind]
