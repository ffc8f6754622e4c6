"""A sentence as words and marks, each with its offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article

# An apostrophe lies inside a word of the highland languages (K'Mák, H'Drai); every other mark stands alone.
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\w\s]")


class Word(NamedTuple):
    """A word, a number or a mark: ``text`` with plain dashes and quotes, ``low`` folded."""

    start: int
    end: int
    text: str
    low: str

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.text[0].isupper()


class Words:
    """The words of ``article.text[start:end]`` in order."""

    def __init__(self, article: Article, start: int, end: int) -> None:
        self.article = article
        self.start, self.end = start, end
        plain, low = article.plain, article.low
        spans = [match.span() for match in _WORD.finditer(plain, start, end)]
        self._words = [Word(first, last, plain[first:last], low[first:last]) for first, last in spans]
        self._starts = [first for first, _ in spans]

    def __len__(self) -> int:
        """How many words and marks."""
        return len(self._words)

    def __getitem__(self, index: int) -> Word:
        """Word or mark number ``index``."""
        return self._words[index]

    def index(self, offset: int) -> int:
        """Index of the first word that begins at or after ``offset``."""
        return bisect_left(self._starts, offset)

    def term(self, kind: str, index: int) -> Anchor | None:
        """The longest term of ``kind`` that begins with word ``index``, whatever else overlaps it.

        The scan keeps no match inside another of its kind: in "Chánh Văn phòng Tỉnh ủy" it takes "Văn phòng Tỉnh ủy",
        but the grammar, which has read "Chánh Văn phòng" already, needs "Tỉnh ủy".
        """
        if not 0 <= index < len(self._words):
            return None
        word = self._words[index]
        anchor = self.article.anchors.longest(kind, word.start)
        # "K" alone is no term in "K'Mák".
        return anchor if anchor and anchor.end >= word.end else None

    def verb(self, index: int) -> bool:
        """Whether a verb, or a word that stands between a person and a verb, begins at word ``index``."""
        return any(self.term(kind, index) for kind in ("action", "verb_adverb", "verb_bridge", "appointment"))

    def between(self, start: int, end: int) -> list[str]:
        """The folded words that lie in ``start:end``."""
        return [word.low for word in self._words[self.index(start) : self.index(end)]]

    def glued(self, index: int) -> bool:
        """Whether no space parts word ``index`` from the one before it."""
        return index > 0 and self._words[index - 1].end == self._words[index].start

    def follows(self, index: int) -> bool:
        """Whether word ``index`` goes on in one phrase after the one before it: a single space, or none."""
        return index > 0 and self._words[index].start - self._words[index - 1].end <= 1

    def dashed(self, index: int) -> bool:
        """Whether word ``index`` is a dash inside a word ("Jong-un"), with no space on either side."""
        return (
            self._words[index].text == "-"
            and self.glued(index)
            and index + 1 < len(self._words)
            and self.glued(index + 1)
        )
