"""What a line is by its place on the page: above the article, in it, in a box beside it, or below it."""

from __future__ import annotations

from typing import Final

from danvan_cli.reading.lines.boxes import ENDS, mark_boxes, mark_menus
from danvan_cli.reading.lines.dates import is_labelled
from danvan_cli.reading.lines.header import mark_header
from danvan_cli.reading.lines.marks import looks_like_caption, names_occasion
from danvan_cli.reading.lines.names import names_author, names_body
from danvan_cli.reading.lines.repeats import mark_repeats
from danvan_cli.reading.lines.rows import Row
from danvan_cli.reading.lines.vocabulary import has_word

_MOST_AUTHORS: Final = 2
"""Lines of names below an article that are its authors; more are a list that the article gives."""
_TITLE_WORDS: Final = 6
"""A row above the first paragraph is a caption only below a headline of so many words."""
_PAGE_NUMBER: Final = 8


def mark_page(rows: list[Row]) -> None:
    """Mark rows by their place; every row carries already what it is by its own look."""
    mark_menus(rows)
    mark_boxes(rows)
    mark_repeats(rows)
    first, last = _bounds(rows)
    _settle(rows, first, last)
    title = mark_header(rows, first)
    _mark_captions(rows, title, first)
    _mark_tail(rows, last)


def _bounds(rows: list[Row]) -> tuple[int, int]:
    """Index of the article's first and last paragraph; of its first and last unmarked row where it has none."""
    found = [i for i, row in enumerate(rows) if row.paragraph] or [i for i, row in enumerate(rows) if not row.mark]
    return (found[0], found[-1]) if found else (len(rows), -1)


def _settle(rows: list[Row], first: int, last: int) -> None:
    """Drop the marks that do not hold where the row stands."""
    for i, row in enumerate(rows):
        if not row.mark or row.where == "any" or i > last or (row.where == "edge" and i < first):
            continue
        if row.mark == "counter" and len(row) <= _PAGE_NUMBER and _between_paragraphs(rows, i):
            row.set("page_number")
        else:
            row.set("")


def _between_paragraphs(rows: list[Row], i: int) -> bool:
    """Whether a row stands between two paragraphs, as captions and page numbers do, and cells of a table do not."""
    return 0 < i < len(rows) - 1 and rows[i - 1].paragraph and rows[i + 1].paragraph


def _mark_captions(rows: list[Row], title: int, first: int) -> None:
    """Mark lines under pictures: they stand in the article, below its headline, and are no item of a list."""
    headed = False
    above = ""
    for i, row in enumerate(rows):
        if row.mark == "caption" and i <= title:
            row.set("")
        elif not row.mark and not above.endswith(":"):
            pictured = (i > first or headed) and looks_like_caption(row)
            if pictured or (i > first and _between_paragraphs(rows, i) and names_occasion(row)):
                row.set("caption")
        headed = headed or (not row.mark and row.words >= _TITLE_WORDS)
        above = row.text


def _mark_tail(rows: list[Row], last: int) -> None:
    """Mark who wrote it, below the last paragraph, and the headlines and days of other articles below that."""
    tail = range(last + 1, len(rows))
    names = {i for i in tail if not rows[i].mark and names_author(rows[i]) and not _under_an_office(rows, i)}
    listed = len(names) > _MOST_AUTHORS or (last >= 0 and rows[last].text.endswith(":"))
    dated = any(row.mark == "dateline" for row in rows[: last + 1])
    ended = signed = False
    for i in tail:
        row = rows[i]
        if i in names and not listed and not signed:
            row.set("byline")
        elif ended and (not row.mark or (row.mark == "dateline" and dated and not is_labelled(row))):
            row.set("after_end")
        elif not row.mark and not row.text.isupper() and names_body(row):
            row.set("outlet")
        signed = signed or row.mark == "byline"
        ended = ended or row.mark in ENDS


def _under_an_office(rows: list[Row], i: int) -> bool:
    """Whether a name stands under an office in capitals, as a document is signed: "TM. BAN THƯỜNG VỤ / PHÓ BÍ THƯ"."""
    return any(row.text.isupper() and has_word("no_author", row.low, first=True) for row in rows[max(0, i - 4) : i])
