"""The lines of a page while they are being classified."""

from __future__ import annotations

import re
from typing import Final

from danvan_cli.document import LineKind

KINDS: Final[dict[str, LineKind]] = {
    # The page around the article.
    "access": "noise",  # skip links, log-in forms, PHP warnings
    "address": "noise",  # nothing but a web or e-mail address
    "advert": "noise",
    "after_end": "noise",  # what follows the author's name: other articles' headlines
    "bar": "noise",  # share buttons, font sizes, print, log in, languages
    "breadcrumb": "noise",
    "clock": "noise",  # the day that the site prints on every page
    "comments": "noise",
    "contact": "noise",
    "counter": "noise",
    "document_head": "noise",  # the national motto, a document's number
    "footer": "noise",
    "image_name": "noise",  # a picture's file name, "… ảnh 1"
    "menu": "noise",
    "more": "noise",  # "Xem chi tiết tại đây"
    "other_headline": "noise",  # another article's headline, or a column's name, above the article's own
    "page_number": "noise",
    "page_title": "noise",  # the headline with the site's name behind it
    "player": "noise",
    "recipients": "noise",  # "Nơi nhận: …"
    "related": "noise",  # "Tin liên quan" and what stands in its box
    "related_line": "noise",  # ">> another headline"
    "relative_time": "noise",  # "3 giờ trước"
    "repeat": "noise",
    "section": "noise",  # the name of a section alone
    "symbols": "noise",
    "tags": "noise",
    # What speaks of the article.
    "byline": "byline",
    "caption": "caption",
    "dateline": "dateline",
    "outlet": "outlet",
}
"""The rules of this package and the kind that each gives a line; a line that no rule knows is body."""

# A row this long and with a stop, or this long without one, is a paragraph of an article.
_PARAGRAPH, _LONG = 60, 160
_STOPS: Final = frozenset(".…:;")
_CLOSERS: Final = " \"'”’»)]/\u00a0"
_WORD: Final = re.compile(r"\w+")


class Row:
    """A line that is not blank: ``low`` is its folded text, ``mark`` the rule that knows it ("" where none does)."""

    __slots__ = ("end", "gap", "low", "mark", "start", "text", "where", "words")

    def __init__(self, start: int, end: int, text: str, low: str, *, gap: bool) -> None:
        self.start, self.end = start, end
        self.text, self.low = text, low
        self.gap = gap
        """Whether a blank line stands before it."""
        self.words = low.count(" ") + 1
        """About how many words it has."""
        self.mark = ""
        self.where = "any"
        """Where on the page the mark holds: "any", "edge" or "tail" (see the table ``page``)."""

    def __len__(self) -> int:
        """Characters of it."""
        return self.end - self.start

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence or a list's lead-in does, closing quotes and brackets aside."""
        tail = self.text.rstrip(_CLOSERS)
        return bool(tail) and tail[-1] in _STOPS

    @property
    def paragraph(self) -> bool:
        """Whether it is a paragraph by its looks and no rule says otherwise."""
        size = len(self)
        return not self.mark and (size >= _LONG or (size >= _PARAGRAPH and self.stopped))

    def set(self, mark: str, where: str = "any") -> None:
        """Mark the row."""
        self.mark, self.where = mark, where


def word_list(low: str) -> list[str]:
    """The words of a folded text, punctuation left out."""
    return _WORD.findall(low)
