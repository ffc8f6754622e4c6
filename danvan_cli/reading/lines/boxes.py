"""Menus that go over several lines, and boxes beside the article: other articles, comments, the footer, recipients."""

from __future__ import annotations

import re
from typing import Final

from danvan_cli.reading.lines.names import names_author
from danvan_cli.reading.lines.rows import Row

ENDS: Final = frozenset({"byline", "outlet", "tags", "comments", "footer"})
"""Rules of lines that stand below an article and close it."""
_BOXES: Final = frozenset({"related", "comments", "footer", "recipients"})
_MENUS: Final = frozenset({"section", "bar", "breadcrumb", "menu"})
_MENU_SECTIONS: Final = 3
_BULLETS: Final = "•·*+-–▪■●◦"
_BOX_ITEMS: Final = 12
"""Headlines of other articles in a box within an article, at most."""
_LABELLED: Final = re.compile(r"[:|–-]\s*\w")
"""A label that has its headline on its own line ("Xem thêm: …") opens no box."""
_SENTENCE_WORDS: Final = 5
_NEAR: Final = 6


def mark_menus(rows: list[Row]) -> None:
    """Know a menu by its known sections: three under each other hold wherever they stand (fewer may be headings of the
    article), and between bulleted ones stand only others of the menu.
    """
    known: list[Row] = []
    bulleted: list[Row] = []
    for row in rows:
        if row.mark in _MENUS:
            known.append(row)
        else:
            _settle_sections(known)
            known = []
        if row.text[0] in _BULLETS and not row.stopped:
            bulleted.append(row)
        else:
            _fill_menu(bulleted)
            bulleted = []
    _settle_sections(known)
    _fill_menu(bulleted)


def _settle_sections(run: list[Row]) -> None:
    if len(run) >= _MENU_SECTIONS:
        for row in run:
            row.where = "any"


def _fill_menu(run: list[Row]) -> None:
    known = [i for i, row in enumerate(run) if row.mark in _MENUS]
    if len(known) >= _MENU_SECTIONS:
        for row in run[known[0] : known[-1]]:
            row.set(row.mark or "menu")


def mark_boxes(rows: list[Row]) -> None:
    """Mark what stands in a box of other articles, in the comments and under the footer.

    A box that opens after the article has ended (its author named, its tags given, or nothing to read to come) runs to
    the end of the page, unless more of an article follows than came before. One that opens within the article runs over
    what looks like headlines, to the next line that ends in a stop; one above it only to the next blank line, for the
    article's own headline may come next.
    """
    rest = [0] * (len(rows) + 1)
    for i in range(len(rows) - 1, -1, -1):
        rest[i] = rest[i + 1] + (len(rows[i]) if _reads_on(rows[i]) else 0)
    box, closed, items = "", False, 0
    for i, row in enumerate(rows):
        before = rest[0] - rest[i]
        if row.mark in _BOXES and row.where == "any":
            over = rest[i] == 0 or (rest[i] <= before and (row.mark != "related" or _ended(rows, i)))
            closed = closed or (before > 0 and over and row.mark != "recipients")
            opens = closed or row.mark == "recipients" or (row.mark == "related" and not _LABELLED.search(row.low))
            box, items = (row.mark if opens else ""), 0
        elif box and closed:
            row.set(box)
        elif box and not row.mark:
            ends = row.text[0] not in "-–+" if box == "recipients" else _reads_on(row)
            if ends or items == _BOX_ITEMS or (before == 0 and row.gap):
                box = ""
            else:
                row.set(box)
                items += 1


def _reads_on(row: Row) -> bool:
    """Whether a row reads as the article does and as headlines do not: a paragraph, or a sentence with its stop."""
    return row.paragraph or (not row.mark and row.stopped and row.words >= _SENTENCE_WORDS)


def _ended(rows: list[Row], i: int) -> bool:
    """Whether the article has visibly ended above row ``i``: an author, a source, tags, or "./." close it."""
    for row in reversed(rows[max(0, i - _NEAR) : i]):
        if row.mark in ENDS or (not row.mark and names_author(row)):
            return True
        if row.paragraph:
            return row.text.rstrip(' "”').endswith("/.")
    return False
