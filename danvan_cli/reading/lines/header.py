"""Above the first paragraph: which row is the headline, which day the article's and which the site's, who wrote it."""

from __future__ import annotations

import re
from typing import Final

from danvan_cli.reading.lines.dates import has_hour, has_weekday, is_labelled
from danvan_cli.reading.lines.names import names_author, names_body
from danvan_cli.reading.lines.rows import Row

_SOFT: Final = frozenset({"caption", "outlet", "section", "menu", "byline", "related", "tags", "footer", "counter"})
"""Rules that a headline can trip."""
_TITLE_WORDS: Final = 4
_SHORT_NAME: Final = re.compile(r"[A-ZĐ]{3,7}")
"""A paper's short name alone on a line: "SGGPO"."""
_SITE_NAME: Final = re.compile(r"\s*(?:[|»]|\s[-–—])\s")


def mark_header(rows: list[Row], first: int) -> int:
    """Mark the rows above ``first``, the first paragraph; the index of the first row that can be the headline."""
    header = rows[:first]
    _keep_a_title(header)
    _mark_banners(header)
    headlines = [i for i, row in enumerate(header) if _can_be_headline(row)]
    _mark_headlines_again(rows, headlines, first)
    headlines = [i for i in headlines if not rows[i].mark]
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
    bodies = [i for i, row in enumerate(header) if not row.mark and names_body(row)]
    others = [i for i, row in enumerate(header) if _can_be_headline(row) and i not in bodies] if bodies else []
    for i in bodies:
        if others and i < others[-1]:
            header[i].set("outlet")


def _mark_headlines_again(rows: list[Row], headlines: list[int], first: int) -> None:
    """Mark the headline where it stands twice, or once more with the site's name behind it ("… - Báo Lạng Sơn")."""
    places: dict[str, int] = {}
    for i in [*headlines, *range(first, min(first + 1, len(rows)))]:
        if places.setdefault(rows[i].low, i) != i:
            rows[i].set("repeat")
    for i in headlines:
        for name in _SITE_NAME.finditer(rows[i].low):
            if not rows[i].mark and places.get(rows[i].low[: name.start()], -1) > i:
                rows[i].set("page_title")


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
