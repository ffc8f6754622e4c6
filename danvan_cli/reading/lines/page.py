"""What a line is by its place on the page: above the article, in it, in a box beside it, or below it."""

from __future__ import annotations

import re
from typing import Final

from danvan_cli.reading.lines.dates import has_hour, has_weekday, is_labelled
from danvan_cli.reading.lines.marks import looks_like_caption
from danvan_cli.reading.lines.names import names_author
from danvan_cli.reading.lines.rows import Row

_BOXES: Final = frozenset({"related", "comments", "footer", "recipients"})
_ENDS: Final = frozenset({"byline", "outlet", "tags", "comments", "footer"})
_SOFT: Final = frozenset({"caption", "outlet", "section", "menu", "byline", "related", "tags", "footer", "counter"})
"""Rules that a headline can trip."""
_TEASER: Final = 120
"""A row in a box this long, with a stop, is the article going on after the box."""
_TITLE_WORDS: Final = 4
_REPEAT_WORDS: Final = 8
_SITE_NAME: Final = re.compile(r"\s*(?:[|»]|\s[-–—]\s)\s*\S.{2,80}")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])\s+")


def mark_page(rows: list[Row]) -> None:
    """Mark rows by their place; every row carries already what it is by its own look."""
    _keep_runs_of_sections(rows)
    _mark_boxes(rows)
    first, last = _bounds(rows)
    _settle(rows, first, last)
    _keep_a_title(rows, first)
    title = next((i for i in range(first) if not rows[i].mark), first)
    _mark_titles_again(rows, title, first)
    _mark_header(rows, title, first)
    _mark_captions(rows, title)
    _mark_tail(rows, last)
    _mark_repeats(rows, title, first)


def _bounds(rows: list[Row]) -> tuple[int, int]:
    """Index of the article's first and last paragraph; of its first and last unmarked row where it has none."""
    found = [i for i, row in enumerate(rows) if row.paragraph] or [i for i, row in enumerate(rows) if not row.mark]
    return (found[0], found[-1]) if found else (len(rows), -1)


def _keep_runs_of_sections(rows: list[Row]) -> None:
    """Three names of sections under each other are a menu wherever they stand; fewer may be headings of the article."""
    run: list[Row] = []
    for row in [*rows, None]:
        if row is not None and row.mark in ("section", "bar", "breadcrumb", "menu"):
            run.append(row)
            continue
        if len(run) > 2:
            for member in run:
                member.where = "any"
        run = []


def _mark_boxes(rows: list[Row]) -> None:
    """Mark what stands in a box of other articles, in the comments and under the footer.

    A box that opens after the article has ended (its author named, its tags given) runs to the end of the page, unless
    more of an article follows than came before; one that opens within it runs to the next paragraph.
    """
    rest = [0] * (len(rows) + 1)
    for i in range(len(rows) - 1, -1, -1):
        rest[i] = rest[i + 1] + (len(rows[i]) if rows[i].paragraph else 0)
    total, box, closed, items = rest[0], "", False, 0
    for i, row in enumerate(rows):
        if row.mark in _BOXES and row.where == "any":
            before = total - rest[i]
            closed = closed or (before > 0 and rest[i] <= before and (row.mark != "related" or _ended(rows, i)))
            box, items = row.mark, 0
        elif not box or (row.mark and not closed):
            continue
        elif closed:
            _mark_in_closed(row, box)
        elif (row.paragraph and len(row) >= _TEASER) or (rest[i] == total and row.gap):
            # The article goes on; above it, a box ends at the first blank line, for the headline may come next.
            box = ""
        elif items < 12:
            row.set(box)
            items += 1
        else:
            box = ""


def _mark_in_closed(row: Row, box: str) -> None:
    if row.mark not in ("byline", "outlet") or row.where != "any":
        row.set(box)


def _ended(rows: list[Row], i: int) -> bool:
    """Whether the article has visibly ended above row ``i``: an author, a source, tags, or "./." close it."""
    for row in reversed(rows[max(0, i - 6) : i]):
        if row.mark in _ENDS or (not row.mark and names_author(row)):
            return True
        if row.paragraph:
            return row.text.rstrip(' "”').endswith("/.")
    return False


def _settle(rows: list[Row], first: int, last: int) -> None:
    """Drop the marks that do not hold where the row stands."""
    for i, row in enumerate(rows):
        if not row.mark or row.where == "any":
            continue
        if row.where == "tail" or row.mark == "byline":
            holds = i > last or (row.mark == "byline" and i < first)
        else:
            holds = i < first or i > last
        if row.mark == "counter" and not holds:
            holds = _between_paragraphs(rows, i)
            row.mark = "page_number" if holds else row.mark
        if not holds:
            row.set("")


def _between_paragraphs(rows: list[Row], i: int) -> bool:
    """Whether a lone number stands between two paragraphs, as page numbers do and cells of a table do not."""
    return len(rows[i]) <= 8 and 0 < i < len(rows) - 1 and rows[i - 1].paragraph and rows[i + 1].paragraph


def _keep_a_title(rows: list[Row], first: int) -> None:
    """Give the article back a headline that looks like page furniture ("Toàn cảnh công tác dân vận năm 2020")."""
    if any(not row.mark and row.words >= _TITLE_WORDS for row in rows[:first]):
        return
    for row in reversed(rows[:first]):
        if row.mark in _SOFT and row.words >= _TITLE_WORDS:
            row.set("")
            return


def _mark_titles_again(rows: list[Row], title: int, first: int) -> None:
    """Mark a headline that is repeated below with the site's name behind it ("… - Báo Lạng Sơn")."""
    headlines = {row.low for row in rows[title + 1 : first + 1] if not row.mark}
    for row in rows[title:first]:
        for headline in headlines:
            if (
                not row.mark
                and len(row) > len(headline)
                and row.low.startswith(headline)
                and _SITE_NAME.fullmatch(row.low[len(headline) :])
            ):
                row.set("page_title")


def _mark_header(rows: list[Row], title: int, first: int) -> None:
    """Tell the article's date from the site's clock, and find the author under the headline."""
    dates = [i for i in range(first) if rows[i].mark == "dateline"]
    headlines = [i for i in range(title, first) if not rows[i].mark and rows[i].words >= _TITLE_WORDS] or [title]
    below = [i for i in dates if i > headlines[0]]
    for i in dates:
        row = rows[i]
        if is_labelled(row):
            continue
        if i > headlines[0]:
            # Between the headlines of other articles and this one's own there may be a clock.
            clock = i != below[-1] and any(i < j < below[-1] for j in headlines)
        else:
            own = has_hour(row) or not has_weekday(row)
            clock = bool(below) or not own or i + 1 != headlines[0]
        if clock:
            row.set("clock")
    dated = any(rows[i].mark == "dateline" for i in dates)
    for i in range(headlines[0] + 1, first):
        row = rows[i]
        if not row.mark and names_author(row) and (dated or not row.text.isupper()) and row.words > 1:
            row.set("byline")


def _mark_captions(rows: list[Row], title: int) -> None:
    """Mark lines under pictures: they stand in the article, below its headline, and are no item of a list."""
    above = ""
    for i, row in enumerate(rows):
        if i > title and not row.mark and not above.endswith(":") and looks_like_caption(row):
            row.set("caption")
        elif row.mark == "caption" and i <= title:
            row.set("")
        above = row.text


def _mark_tail(rows: list[Row], last: int) -> None:
    """Mark who wrote it, below the last paragraph, and the headlines of other articles below that."""
    tail = range(last + 1, len(rows))
    signed = [i for i in tail if not rows[i].mark and names_author(rows[i])]
    listed = len(signed) > 2 or (last >= 0 and rows[last].text.endswith(":"))
    ended = False
    for i in tail:
        row = rows[i]
        if not row.mark and i in signed and not listed:
            row.set("after_end" if ended else "byline")
        elif not row.mark and ended:
            row.set("after_end")
        ended = ended or row.mark in _ENDS or row.mark == "byline"


def _mark_repeats(rows: list[Row], title: int, first: int) -> None:
    """Mark a row all of whose sentences stand in another row: a lead or a caption that the page prints twice.

    Of two equal rows the first stays; of a shorter and a longer one the longer. Only an equal row makes a headline a
    repeat.
    """
    best: dict[str, tuple[int, int]] = {}
    seen: set[str] = set()
    split: list[tuple[int, list[str]]] = []
    for i, row in enumerate(rows):
        if row.words < _REPEAT_WORDS or (row.mark and row.mark != "caption"):
            continue
        key = row.low.strip(" .…")
        if key in seen:
            row.set("repeat")
            continue
        seen.add(key)
        sentences = [part.strip(" .…!?\"'”") for part in _SENTENCE_END.split(row.low)]
        split.append((i, sentences))
        for sentence in sentences:
            best[sentence] = max(best.get(sentence, (0, 0)), (len(sentences), -i))
    for i, sentences in split:
        if title <= i < first and not rows[i].paragraph:
            continue
        if all(best[sentence] > (len(sentences), -i) for sentence in sentences):
            rows[i].set("repeat")
