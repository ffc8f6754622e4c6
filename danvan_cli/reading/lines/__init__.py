"""Which lines of a page are the article and which the page around it.

First each line is known by its own look (``marks``: words of the table ``page``, dates, menus, credits), then by its
place (``page``: above the headline, in a box of related articles, below the author's name). A line that no rule knows
is the article: a lost paragraph costs figures, a page line read as body seldom costs anything.
"""

from __future__ import annotations

from danvan_cli.document import Line
from danvan_cli.lexicon import lower, plain
from danvan_cli.reading.lines.glued import split
from danvan_cli.reading.lines.marks import mark_line
from danvan_cli.reading.lines.page import mark_page
from danvan_cli.reading.lines.rows import KINDS, Row

__all__ = ["KINDS", "classify"]


def classify(text: str) -> tuple[Line, ...]:
    """The lines of a cleaned text in order, each with its kind and the rule that knew it.

    A line of the text is one line here, except where a page has put two things into it.
    """
    text = plain(text)
    low = lower(text)
    rows: list[Row] = []
    known: dict[str, tuple[str, str]] = {}
    blanks: list[Line] = []
    offset, gap = 0, False
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = offset + line.index(stripped[0])
            above = rows[-1] if rows else None
            for row in split(stripped, low[start : start + len(stripped)], start, above, gap=gap):
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
