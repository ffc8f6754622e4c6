"""What a flat table is made of, and what its values are in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from danvan_cli.output.messages import message_of, note_of
from danvan_cli.output.wording import Wording
from danvan_cli.record import Bound, Change, Period, Warning


class Label(NamedTuple):
    """An id that people read as a word of their language."""

    kind: str
    key: str


class Phrase(NamedTuple):
    """A label with places for what it is about."""

    kind: str
    key: str
    about: tuple[str, ...]


class Note(NamedTuple):
    """What changed of a task, as a comparison says it."""

    text: str


Value = str | float | bool | date | Period | Warning | Note | Phrase | Label | list[Label] | list[str] | None
Row = list[Value]
Written = str | float | date | None
"""What a cell of a file holds."""


class Field(NamedTuple):
    """A column; ``key`` names it in every language, ``width`` is how many characters of it one wants to see."""

    key: str
    width: int = 14
    number: bool = False
    """Whether it holds numbers, which stand right."""


class Table(NamedTuple):
    """A table: its name among the labels of kind "sheet", its columns, and the rows that one item gives."""

    key: str
    fields: tuple[Field, ...]
    rows: Callable[[Any], Iterable[Row]]


def count(key: str, width: int = 12) -> Field:
    """A column of numbers."""
    return Field(key, width, number=True)


PERIOD = (Field("period"), Field("first_day", 12), Field("last_day", 12))
"""The columns that :func:`days` fills."""
CHANGE = (count("change"), Field("change_unit", 11))
"""The columns that :func:`moved` fills."""


def days(period: Period | None) -> Row:
    """A period, its first and its last day."""
    return [period, moment(period.start), moment(period.end)] if period else [None, None, None]


def moved(change: Change | None) -> Row:
    """How a figure moved, with its sign, and in what unit."""
    if change is None:
        return [None, None]
    return [-change.value if change.direction == "down" else change.value, change.unit]


def moment(iso: str | None) -> str | date | None:
    """An ISO day, or day and time, as what it is; what is neither stays as it is written."""
    if iso is None:
        return None
    try:
        return datetime.fromisoformat(iso).replace(tzinfo=None) if "T" in iso else date.fromisoformat(iso)
    except ValueError:
        return iso


def label(kind: str, key: str | None) -> Label | None:
    """The id ``key``, where there is one."""
    return Label(kind, key) if key else None


def bounded(bound: Bound) -> Label | None:
    """What a figure is where it is not exact."""
    return None if bound == "exact" else Label("bound", bound)


def labels(kind: str, keys: Iterable[str]) -> list[Label]:
    """Several ids of one kind."""
    return [Label(kind, key) for key in keys]


def written(value: Value, words: Wording) -> Written:
    """A value as a cell holds it: labels and periods in words, an answer as "yes" or nothing."""
    if isinstance(value, bool):
        return words.of("note", "yes") if value else None
    if isinstance(value, Phrase):
        return words.of(value.kind, value.key).format(*value.about)
    if isinstance(value, Label):
        return words.of(*value) or None
    if isinstance(value, Period):
        return words.period(value)
    if isinstance(value, Warning):
        return message_of(value, words)
    if isinstance(value, Note):
        return note_of(value.text, words)
    if isinstance(value, list):
        return "; ".join(words.of(*one) if isinstance(one, Label) else one for one in value) or None
    return value
