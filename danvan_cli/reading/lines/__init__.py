"""Which lines of a page are the article and which the page around it.

First each line is known by its own look (``marks``: words of the table ``page``, dates, menus, credits), then by its
place (``page``: above the headline, in a box of related articles, below the author's name). A line that no rule knows
is the article: a lost paragraph costs figures, a page line read as body seldom costs anything.
"""

from __future__ import annotations

import re
from typing import Final

from danvan_cli.document import Line
from danvan_cli.lexicon import fold
from danvan_cli.reading.lines.marks import mark_line
from danvan_cli.reading.lines.names import names_author
from danvan_cli.reading.lines.page import mark_page
from danvan_cli.reading.lines.rows import KINDS, Row

__all__ = ["KINDS", "classify"]


# "date 2025-12-18 Giao ban …": page archives put the day before the headline, on its line.
_ARCHIVE_DAY: Final = re.compile(r"date \d{4}-\d\d(?:-\d\d)?(?=\s|$)")
# An author's name at the end of an article that is one long line.
_LONG: Final = 300
_SIGNATURE: Final = 80
_BEFORE_SIGNATURE: Final = re.compile(r"[.!?…][\"”’')]*\s+")


def classify(text: str) -> tuple[Line, ...]:
    """The lines of a cleaned text in order, each with its kind and the rule that knew it.

    A line of the text is one line here, except where a page has put two things into it.
    """
    low = fold(text)
    rows: list[Row] = []
    known: dict[str, tuple[str, str]] = {}
    blanks: list[Line] = []
    offset, gap = 0, False
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = offset + line.index(stripped[0])
            for row in _rows(stripped, low[start : start + len(stripped)], start, gap=gap):
                rows.append(row)
                if row.mark:
                    continue
                if row.text in known:
                    row.set(*known[row.text])
                else:
                    mark_line(row)
                    known[row.text] = (row.mark, row.where)
        else:
            blanks.append(Line(offset + len(line), offset + len(line), "blank"))
        gap = not stripped
        offset += len(line) + 1
    mark_page(rows)
    lines = [Line(row.start, row.end, KINDS[row.mark] if row.mark else "body", row.mark) for row in rows]
    return tuple(sorted([*lines, *blanks], key=lambda line: line.start))


def _rows(text: str, low: str, start: int, *, gap: bool) -> list[Row]:
    """The one row of a line, or the two that it holds."""
    day = _ARCHIVE_DAY.match(low) if low.startswith("date ") else None
    cut = day.end() if day else _signature(text, low) if len(text) >= _LONG else 0
    if not cut or cut == len(text):
        return [Row(start, start + len(text), text, low, gap=gap)]
    second = cut + len(text[cut:]) - len(text[cut:].lstrip())
    head = Row(start, start + cut, text[:cut], low[:cut], gap=gap)
    if day:
        head.set("dateline")
    tail = Row(start + second, start + len(text), text[second:], low[second:], gap=False)
    return [head, tail]


def _signature(text: str, low: str) -> int:
    """Where the last sentence of a long line ends and its author's or source's name begins; 0 without one."""
    if text[-1] in ".!?…:;":
        return 0
    for stop in _BEFORE_SIGNATURE.finditer(text, len(text) - _SIGNATURE):
        row = Row(stop.end(), len(text), text[stop.end() :], low[stop.end() :], gap=False)
        if len(row):
            mark_line(row)
            if row.mark in ("byline", "outlet") or (not row.mark and names_author(row)):
                return len(text[: stop.end()].rstrip())
    return 0
