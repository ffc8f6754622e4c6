"""What a line is by its place on the page: above the article, in it, in a box beside it, or below it."""

from __future__ import annotations

import re
from typing import Final

from danvan_cli.reading.lines.dates import has_hour, has_weekday, is_labelled
from danvan_cli.reading.lines.marks import looks_like_caption
from danvan_cli.reading.lines.names import names_author
from danvan_cli.reading.lines.rows import Row
from danvan_cli.reading.lines.vocabulary import has_word

_BOXES: Final = frozenset({"related", "comments", "footer", "recipients"})
_ENDS: Final = frozenset({"byline", "outlet", "tags", "comments", "footer"})
_SOFT: Final = frozenset({"caption", "outlet", "section", "menu", "byline", "related", "tags", "footer", "counter"})
"""Rules that a headline can trip."""
_MENUS: Final = frozenset({"section", "bar", "breadcrumb", "menu"})
_MENU_SECTIONS: Final = 3
_BULLETS: Final = "•·*+-–▪■●◦"
_BOX_ITEMS: Final = 12
"""Headlines of other articles in a box within an article, at most."""
_BOX_LABEL_WORDS: Final = 6
_SENTENCE_WORDS: Final = 5
_TITLE_WORDS: Final = 4
_REPEAT_WORDS: Final = 8
_CAPTION_WORDS: Final = 40
_MOST_AUTHORS: Final = 2
"""Lines of names below an article that are its authors; more are a list that the article gives."""
_SITE_NAME: Final = re.compile(r"\s*(?:[|»]|\s[-–—]\s)\s*\S.{2,80}")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])\s+")


def mark_page(rows: list[Row]) -> None:
    """Mark rows by their place; every row carries already what it is by its own look."""
    _keep_runs_of_sections(rows)
    _mark_bulleted_menus(rows)
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
        if row is not None and row.mark in _MENUS:
            run.append(row)
            continue
        if len(run) >= _MENU_SECTIONS:
            for member in run:
                member.where = "any"
        run = []


def _mark_bulleted_menus(rows: list[Row]) -> None:
    """Mark the items of a bulleted menu that are no known sections: those between bulleted rows that are."""
    run: list[Row] = []
    for row in [*rows, None]:
        if row is not None and row.text[0] in _BULLETS and not row.stopped:
            run.append(row)
            continue
        known = [i for i, member in enumerate(run) if member.mark in _MENUS]
        if len(known) >= _MENU_SECTIONS:
            for member in run[known[0] : known[-1]]:
                member.set(member.mark or "menu")
        run = []


def _mark_boxes(rows: list[Row]) -> None:
    """Mark what stands in a box of other articles, in the comments and under the footer.

    A box that opens after the article has ended (its author named, its tags given, or no paragraph to come) runs to the
    end of the page, unless more of an article follows than came before. One that opens within the article runs over
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
            opens = closed or row.mark == "recipients" or (row.mark == "related" and not _has_headline(row))
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


def _has_headline(row: Row) -> bool:
    """Whether a related-articles label has its headline on its own line ("Xem thêm: …") and so opens no box."""
    return row.words > _BOX_LABEL_WORDS


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
        signed = signed or row.mark == "byline"
        ended = ended or row.mark in _ENDS


def _under_an_office(rows: list[Row], i: int) -> bool:
    """Whether a name stands under an office in capitals, as a document is signed: "TM. BAN THƯỜNG VỤ / PHÓ BÍ THƯ"."""
    return any(row.text.isupper() and has_word("no_author", row.low, first=True) for row in rows[max(0, i - 4) : i])


def _mark_repeats(rows: list[Row], title: int, first: int) -> None:
    """Mark a row all of whose sentences stand in another row: a lead or a caption that the page prints twice.

    Of two equal rows the first stays; of a shorter and a longer one the longer. Only an equal row makes a headline a
    repeat. Two equal rows in succession, below the lead, are a picture's hidden text and its caption.
    """
    best: dict[str, tuple[int, int]] = {}
    seen: set[str] = set()
    split: list[tuple[int, list[str]]] = []
    for i, row in enumerate(rows):
        if row.words < (_REPEAT_WORDS if i >= first else _TITLE_WORDS) or (row.mark and row.mark != "caption"):
            continue
        key = row.low.strip(" .…")
        if key in seen:
            above = rows[i - 1]
            if i - 1 > first and row.words <= _CAPTION_WORDS and above.low == row.low and not above.mark:
                above.set("caption")
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
