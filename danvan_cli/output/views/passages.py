"""An article with its readings in place: the text in parts, each part with all readings that it is in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, pairwise
from typing import get_args

from danvan_cli.document import Document
from danvan_cli.output.blocks import Block, Cell, Heading, Legend, Mark, Part, Passage, Sheet, Span
from danvan_cli.output.views.parts import column, value_of, without_empty
from danvan_cli.output.wording import Wording
from danvan_cli.parsing.readings import Reading, ReadingKind

_Placed = tuple[int, int, Mark]
"""A mark with its start and its end."""
_LINE = re.compile("^.*$", re.MULTILINE)
_OUTER: tuple[ReadingKind, ...] = ("task", "shortcoming")
"""What goes around a figure of the same words."""
_KINDS: tuple[ReadingKind, ...] = get_args(ReadingKind)


def passages(
    found: Iterable[tuple[Document, str | None, list[Reading]]], *, explain: bool
) -> Callable[[object, Wording], Iterator[Block]]:
    """The view of articles, each with its title and its readings; with ``explain`` a table of the readings below."""

    def view(_: object, words: Wording) -> Iterator[Block]:
        for document, title, readings in found:
            yield Heading((Span(title or words.of("note", "untitled")), Span(f" · {document.source.path}", "dim")))
            counts = Counter(reading.kind for reading in readings)
            yield Legend([(kind, words.of("reading", kind), counts[kind]) for kind in _KINDS if counts[kind]])
            yield Passage(list(_lines(document.text.rstrip(), readings, words)))
            if explain and readings:
                yield Heading(words.of("heading", "readings"), 2)
                yield _table(readings, words)

    return view


def _lines(text: str, readings: list[Reading], words: Wording) -> Iterator[list[Part]]:
    """Each line of the text in parts."""
    marks = _marks(readings, words)
    waiting = 0
    active: list[_Placed] = []
    for line in _LINE.finditer(text):
        start, end = line.span()
        while waiting < len(marks) and marks[waiting][0] < end:
            active.append(marks[waiting])
            waiting += 1
        active = [mark for mark in active if mark[1] > start]
        yield list(_parts(text, start, end, active))


def _marks(readings: list[Reading], words: Wording) -> list[_Placed]:
    """Readings as marks, the outer first; one mark for those of one kind and place."""

    def place(reading: Reading) -> tuple[int, int, bool, int]:
        return reading.start, -reading.end, reading.kind not in _OUTER, _KINDS.index(reading.kind)

    marks = []
    for _, group in groupby(sorted(readings, key=place), key=place):
        same = list(group)
        start, end, kind = same[0].start, same[0].end, same[0].kind
        said = dict.fromkeys(filter(None, (said_of(reading, words) for reading in same)))
        marks.append((start, end, Mark(kind, words.of("reading", kind), " · ".join(said))))
    return marks


def _parts(text: str, start: int, end: int, marks: list[_Placed]) -> Iterator[Part]:
    """``text[start:end]``, cut wherever a mark begins or ends, each part with the marks over it, outermost first."""
    edges = {start, end}
    for first, last, _ in marks:
        edges |= {max(first, start), min(last, end)}
    cuts = sorted(edge for edge in edges if start <= edge <= end)
    opened = 0
    over: list[_Placed] = []
    for at, until in pairwise(cuts):
        over = [mark for mark in over if mark[1] > at]
        while opened < len(marks) and marks[opened][0] <= at:
            if marks[opened][1] > at:
                over.append(marks[opened])
            opened += 1
        yield Part(text[at:until], tuple(mark for _, _, mark in over))


def said_of(reading: Reading, words: Wording) -> str:
    """What was read, in words, where it is more than the words of the article."""
    if reading.kind == "official":
        return reading.official or ""
    if reading.kind == "position":
        return " · ".join(filter(None, (reading.official, reading.role, reading.organization)))
    if reading.kind == "action":
        return f"{words.of('action', reading.action or '')} · {reading.official}"
    if reading.kind == "statistic":
        indicator = words.of("indicator", reading.indicator or "other")
        unit = reading.unit or ""
        value = value_of(reading.value or 0, reading.bound or "exact", unit, words).shown
        figure = f"{value} {unit if unit != '%' else ''}".rstrip()
        return " · ".join(filter(None, (f"{indicator}: {figure}", words.period(reading.period))))
    if reading.kind == "task":
        number = f"{words.of('column', 'number')} {reading.task}"
        return " · ".join(filter(None, (number, words.period(reading.period), reading.official)))
    if reading.kind == "period" and reading.period:
        return f"{words.period(reading.period)} ({words.span(reading.period)})"
    return words.day(reading.day) if reading.day else ""


def _table(readings: list[Reading], words: Wording) -> Sheet:
    columns = [
        column(words, "kind"),
        column(words, "evidence", grow=3),
        column(words, "read_as", grow=2),
        column(words, "rule", grow=1),
        column(words, "offsets", right=True),
    ]
    rows: list[list[Cell]] = [
        [
            (Span(words.of("reading", reading.kind), "dim" if reading.kind == "page" else "plain"),),
            reading.text,
            said_of(reading, words),
            reading.rule,
            f"{reading.start}–{reading.end}",
        ]
        for reading in readings
    ]
    return without_empty(Sheet(columns, rows))
