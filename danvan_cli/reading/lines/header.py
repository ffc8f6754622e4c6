"""Above the first paragraph: which row is the headline, which day the article's and which the site's, who wrote it."""

from __future__ import annotations

import itertools
import re
from typing import Final

from danvan_cli.reading.lines.dates import has_hour, has_weekday, is_labelled
from danvan_cli.reading.lines.names import names_author, names_body, names_outlet_of_bar
from danvan_cli.reading.lines.rows import Row, word_list

_SOFT: Final = frozenset({"caption", "outlet", "section", "menu", "byline", "related", "tags", "footer", "counter"})
"""Rules that a headline can trip."""
_TITLE_WORDS: Final = 4
_SHORT_NAME: Final = re.compile(r"[A-ZĐ]{3,7}")
"""A paper's short name alone on a line: "SGGPO"."""
_A_CHOICE: Final = 2
_MOSTLY_SHARED: Final = 0.3
"""Of its pairs of words an article's headline shares more with the article than one by chance."""
_COLUMN_WORDS: Final = 5
_MEDIUM: Final = re.compile(r"[(\[]?\s?(?:video|clip|podcast|infographics?|e-?magazine|photo|ảnh|audio)\s?[)\]:|]")
_BODY_CHARACTERS: Final = 20_000
_SITE_NAME: Final = re.compile(r"\s*(?:[|»]|\s[-–—])\s")


def mark_header(rows: list[Row], first: int) -> int:
    """Mark the rows above ``first``, the first paragraph; the index of the first row that can be the headline."""
    header = rows[:first]
    _keep_a_title(header)
    _mark_banners(header)
    headlines = [i for i, row in enumerate(header) if _can_be_headline(row)]
    _mark_headlines_again(rows, headlines, first)
    headlines = _mark_strange_headlines(rows, [i for i in headlines if not rows[i].mark], first)
    title = headlines[0] if headlines else next((i for i, row in enumerate(header) if not row.mark), first)
    _mark_dates(header, headlines or [title])
    dated = any(row.mark == "dateline" for row in header)
    for row in header[title + 1 :]:
        if not row.mark and _SHORT_NAME.fullmatch(row.text):
            row.set("outlet")
        elif not row.mark and row.words > 1 and (dated or not row.text.isupper()) and names_author(row, place=False):
            row.set("byline")
    return title


def _can_be_headline(row: Row) -> bool:
    return not row.mark and row.words >= _TITLE_WORDS


def _keep_a_title(header: list[Row]) -> None:
    """Give the article back a headline that looks like page furniture ("Toàn cảnh công tác dân vận năm 2020")."""
    if any(_can_be_headline(row) for row in header):
        return
    for row in reversed(header):
        if row.mark in _SOFT and row.words >= _TITLE_WORDS:
            row.set("")
            return


def _mark_banners(header: list[Row]) -> None:
    """Mark the names of bodies above the headline: they say whose page it is."""
    bodies = [i for i, row in enumerate(header) if not row.mark and (names_body(row) or names_outlet_of_bar(row))]
    others = [i for i, row in enumerate(header) if _can_be_headline(row) and i not in bodies] if bodies else []
    for i in bodies:
        if others and i < others[-1]:
            header[i].set("outlet")


def _mark_headlines_again(rows: list[Row], headlines: list[int], first: int) -> None:
    """Mark the headline where it stands twice, or once more with the site's name behind it ("… - Báo Lạng Sơn") or
    a portal's "null" before it.
    """
    places: dict[str, int] = {}
    for i in [*headlines, *range(first, min(first + 1, len(rows)))]:
        if places.setdefault(rows[i].low, i) != i:
            rows[i].set("repeat")
    for i in headlines:
        if places.get(rows[i].low.removeprefix("null "), i) != i:
            rows[i].set("page_title")
        for name in _SITE_NAME.finditer(rows[i].low):
            if not rows[i].mark and places.get(rows[i].low[: name.start()], -1) > i:
                rows[i].set("page_title")


def _mark_strange_headlines(rows: list[Row], headlines: list[int], first: int) -> list[int]:
    """Mark headlines of other articles and names of columns above the article's own; its own and those below it.

    An article says again what its headline says. A row of which the article says nothing, above one of which it does,
    is not its headline if it is a column's name or a video's, or if the page's date stands below the other one only;
    else it is a headline that says little, and the other its second line.
    """
    if len(headlines) < _A_CHOICE:
        return headlines
    body = _pairs_of_words(" ".join(row.low for row in rows[first:] if not row.mark)[:_BODY_CHARACTERS])
    own = next((n for n, i in enumerate(headlines) if _shared(rows[i], body) > 0), 0)
    if not own or _shared(rows[headlines[own]], body) < _MOSTLY_SHARED:
        return headlines
    dates = [i for i in range(headlines[0], first) if rows[i].mark == "dateline"]
    if not dates or dates[0] < headlines[own]:
        own = next((n for n, i in enumerate(headlines[:own]) if not _names_column(rows[i])), own)
    for i in headlines[:own]:
        rows[i].set("other_headline")
    return headlines[own:]


def _names_column(row: Row) -> bool:
    return row.words <= _COLUMN_WORDS or _MEDIUM.match(row.low) is not None


def _shared(row: Row, body: frozenset[tuple[str, str]]) -> float:
    """The share of a headline's pairs of neighbouring words that stand in the body too."""
    pairs = _pairs_of_words(row.low)
    return len(pairs & body) / len(pairs) if pairs else 0.0


def _pairs_of_words(low: str) -> frozenset[tuple[str, str]]:
    return frozenset(itertools.pairwise(word_list(low)))


def _mark_dates(header: list[Row], headlines: list[int]) -> None:
    """Tell the article's day from the site's clock.

    Below the headline it is the article's; of several the last, where headlines (of other articles) stand between.
    Above it, it is the article's if it says so, or if there is no other, it stands right above the headline, and it is
    not just a weekday and a date, as clocks are.
    """
    dates = [i for i, row in enumerate(header) if row.mark == "dateline" and not is_labelled(row)]
    below = [i for i, row in enumerate(header) if row.mark == "dateline" and i > headlines[0]]
    own_headline = max((i for i in headlines if below and i < below[-1]), default=headlines[0])
    for i in dates:
        row = header[i]
        if i > headlines[0]:
            clock = i < own_headline
        else:
            plain_clock = has_weekday(row) and not has_hour(row)
            clock = bool(below) or plain_clock or i + 1 != headlines[0]
        if clock:
            row.set("clock")
