"""The article as the rules see it: views of one length, sentences, and the anchors of the single scan."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from danvan_cli.document import Document, Line
from danvan_cli.lexicon import lower, plain
from danvan_cli.parsing.anchors import Anchor, Anchors, scan
from danvan_cli.parsing.sentences import Sentence, split
from danvan_cli.record import Evidence

LONGEST_SENTENCE = 50_000
"""Code points. What goes on longer without a stop is no prose: a file that lost its line ends and stops, or was made to
hurt. The longest sentences of real reports, whole lists of tasks between semicolons, have some 3,000.
"""


class Article:
    """A document with everything that more than one question needs, each computed once.

    ``text`` is the cleaned text, ``plain`` the same with one kind of space, dash and quote, ``low`` that in lower case
    with one tone placement. All three have one length, so an offset means the same in each.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.plain = plain(document.text)
        self.low = lower(self.plain)
        self.lines: tuple[Line, ...] = tuple(line for line in document.lines if line.kind not in ("noise", "blank"))
        """What is the article or speaks of it: body, captions, datelines, bylines, outlet lines."""

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines of the article itself, its title among them."""
        return tuple(line for line in self.lines if line.kind == "body")

    @cached_property
    def _all_sentences(self) -> tuple[Sentence, ...]:
        return split(self.plain, [line for line in self.lines if line.kind in ("body", "caption")])

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences of body and captions, in order."""
        return tuple(s for s in self._all_sentences if s.end - s.start <= LONGEST_SENTENCE)

    @property
    def overlong(self) -> bool:
        """Whether something is too long to be a sentence: nothing is read in it."""
        return len(self._all_sentences) > len(self.sentences)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers ``offset``, if one does."""
        i = bisect_left(self._sentence_starts, offset + 1) - 1
        return self.sentences[i] if i >= 0 and offset < self.sentences[i].end else None

    @cached_property
    def anchors(self) -> Anchors:
        """Everything that the lexicon knows in this text, found in one pass."""
        return scan(self.plain, self.low)

    def anchors_in(self, kind: str, start: int, end: int) -> list[Anchor]:
        """Anchors of ``kind`` that lie within ``start:end``."""
        return self.anchors.between(kind, start, end)

    def evidence(self, start: int, end: int, rule: str) -> Evidence:
        """The words ``start:end`` as evidence of ``rule``."""
        return Evidence(start, end, self.text[start:end], rule)
