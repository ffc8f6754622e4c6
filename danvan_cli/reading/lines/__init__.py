"""Which lines of a page are the article and which the page around it.

First each line is known by its own look (``marks``: words of the table ``page``, dates, menus, credits), then by its
place (``page``: above the headline, in a box of related articles, below the author's name). A line that no rule knows
is the article: a lost paragraph costs figures, a page line read as body seldom costs anything.
"""

from __future__ import annotations

from danvan_cli.document import Line
from danvan_cli.lexicon import fold
from danvan_cli.reading.lines.marks import mark_line
from danvan_cli.reading.lines.page import mark_page
from danvan_cli.reading.lines.rows import KINDS, Row

__all__ = ["KINDS", "classify"]


def classify(text: str) -> tuple[Line, ...]:
    """The lines of a cleaned text in order, each with its kind and the rule that knew it."""
    low = fold(text)
    rows: list[Row] = []
    spans: list[Row | tuple[int, int]] = []
    offset, gap = 0, False
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = offset + line.index(stripped[0])
            end = start + len(stripped)
            row = Row(start, end, stripped, low[start:end], gap=gap)
            mark_line(row)
            rows.append(row)
            spans.append(row)
        else:
            spans.append((offset, offset + len(line)))
        gap = not stripped
        offset += len(line) + 1
    mark_page(rows)
    return tuple(
        Line(span.start, span.end, KINDS[span.mark] if span.mark else "body", span.mark)
        if isinstance(span, Row)
        else Line(span[1], span[1], "blank")
        for span in spans
    )
