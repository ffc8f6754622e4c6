"""Blocks as GitHub-flavoured Markdown: nothing that an article says can become markup, a link or a second row.

https://github.github.com/gfm/ - a table is one line a row; ``~~`` and ``**`` mark nothing where a letter is on
their outer side and a sign on their inner one, so such signs stay outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TextIO

from danvan_cli.output.blocks import (
    Block,
    Cell,
    Chart,
    Facts,
    Heading,
    Items,
    Legend,
    Number,
    Paragraph,
    Passage,
    Rich,
    Sheet,
    Span,
    Style,
)
from danvan_cli.output.bracketing import bracketed
from danvan_cli.output.drawing import BLOCKS, draw
from danvan_cli.output.formats import Listing, Look
from danvan_cli.output.harmless import harmless
from danvan_cli.output.wording import Wording

_MARKS: dict[Style, str] = {"added": "**", "removed": "~~", "strong": "**"}
"""Of the other styles each is seen in the words themselves too."""
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>", "\u2028": "<br>", "\u2029": "<br>"}
# A "_" between letters is never emphasis, and a "\_" there would show in a web address.
_SPECIAL = re.compile(r"[&<>\n\u2028\u2029]|[\\`*~|\[\]$#]|(?<![^\W_])_|_(?![^\W_])")
_BLOCK_START = re.compile(r"(?:[+=-]|\d{1,9}(?=[.)]))")
"""What makes a heading, a list or a rule of a line that begins with it."""
_BAR = 20
"""The longest bar of a chart, in characters."""
_BLANK = re.compile(r"\s*")
_GLUED = re.compile(r"(?:[^\w\s]|_)*\s*")


def render(listing: Listing, stream: TextIO, look: Look) -> None:
    """Print each block as soon as it is there, a blank line between two."""
    started = False
    for block in listing.view(listing.items, Wording(look.lang)):
        lines = list(_lines(block))
        if lines:
            stream.write("\n" * started + "\n".join(lines) + "\n")
            started = True


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {_inline(block.text)}".rstrip()
    elif isinstance(block, Paragraph):
        if block.text:
            yield _line(block.text)
    elif isinstance(block, Facts):
        yield from (f"- **{_escaped(name.strip())}:** {_inline(text)}".rstrip() for name, text in block.rows)
    elif isinstance(block, Items):
        yield from _items(block)
    elif isinstance(block, Chart):
        yield from _chart(block)
    elif isinstance(block, Legend):
        yield _line(" · ".join(f"{name} {count}" for _, name, count in block.rows))
    elif isinstance(block, Passage):
        # Every line is a paragraph: an article has no other line feeds.
        paragraphs = (_line(bracketed(parts)) for parts in block.lines)
        yield "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    else:
        yield from _table(block)


def _items(items: Items) -> Iterator[str]:
    marks = [mark.strip() for mark, _, _ in items.rows]
    first = int(marks[0][:-1]) if marks and re.fullmatch(r"\d{1,9}\.", marks[0]) else None
    # A list of Markdown numbers itself from its first item on: only where that gives the same numbers is it one.
    counted = first is not None and marks == [f"{n}." for n in range(first, first + len(marks))]
    for mark, (_, text, detail) in zip(marks, items.rows, strict=True):
        lead = mark if counted else "-" if mark == "•" else f"- **{_escaped(mark)}**"
        yield f"{lead} {_line(text) if lead in ('-', mark) else _inline(text)}" + (
            f"<br>{_inline(detail)}" if detail else ""
        )


def _table(sheet: Sheet) -> Iterator[str]:
    """Every cell is filled: Markdown knows no sections, and rows may be sorted anew."""
    below = [[_said(lines)] for lines in sheet.below.lines] if sheet.below else [[]] * len(sheet.rows)
    more = [_escaped(sheet.below.heading)] if sheet.below else []
    yield _row([_escaped(column.heading) for column in sheet.columns] + more)
    yield _row(["---:" if column.align == "right" else "---" for column in sheet.columns] + ["---"] * len(more))
    for row, said in zip(sheet.rows, below, strict=True):
        yield _row([_cell(cell) for cell in row] + said)


def _said(lines: list[tuple[str, Rich]]) -> str:
    return "<br>".join(f"{_escaped(figure)} {_inline(text)}" for figure, text in lines)


def _chart(chart: Chart) -> Iterator[str]:
    yield _row([_escaped(chart.label), _escaped(chart.shown), " "])
    yield _row(["---", "---:", "---"])
    for bar in chart.bars:
        drawn = "".join(draw(bar.low, bar.high, _BAR, BLOCKS))
        yield _row([_escaped(bar.label), _escaped(bar.shown), " ".join(filter(None, (drawn, _escaped(bar.note))))])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    return _escaped(cell.shown) if isinstance(cell, Number) else _inline(cell)


def _line(text: Rich) -> str:
    """Text at the start of a line, where a dash or a number would begin a block."""
    inline = _inline(text)
    start = _BLOCK_START.match(inline)
    if start is None:
        return inline
    end = start.end()
    return f"{inline[:end]}\\{inline[end:]}" if inline[0].isdigit() else f"\\{inline}"


def _inline(text: Rich) -> str:
    """Escaped text; a sign at the edge of a mark that has no white space beside it stays outside the mark."""
    spans = (Span(text),) if isinstance(text, str) else text
    runs = [
        ("".join(span.text for span in group), mark)
        for mark, group in groupby((span for span in spans if span.text), key=lambda span: _MARKS.get(span.style, ""))
    ]
    written = []
    for i, (run, mark) in enumerate(runs):
        if not mark:
            written.append(_escaped(run))
            continue
        before = runs[i - 1][0][-1] if i else " "
        after = runs[i + 1][0][0] if i + 1 < len(runs) else " "
        start = _edge(run, glued=not before.isspace())
        end = max(start, len(run) - _edge(run[::-1], glued=not after.isspace()))
        inside = run[start:end]
        written.append(
            _escaped(run[:start]) + (f"{mark}{_escaped(inside)}{mark}" if inside else "") + _escaped(run[end:])
        )
    return "".join(written).strip()


def _edge(run: str, *, glued: bool) -> int:
    """Length of what stays outside the mark at the beginning of a run."""
    outside = (_GLUED if glued else _BLANK).match(run)
    return outside.end() if outside else 0


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), harmless(text))
