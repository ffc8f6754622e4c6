"""Text whose parts have styles, laid out without rich: to load rich takes as long as to read an article.

A style is what rich calls one ("bold cyan"); rich itself is loaded only where styles are to be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from rich.cells import cell_len  # a table of widths, without the rest of rich

_WORD = re.compile(r"\s*\S+\s*")


class Text:
    """Words with a style of their own and styles of parts; offsets count code points."""

    __slots__ = ("plain", "spans", "style")

    def __init__(self, plain: str = "", style: str = "") -> None:
        self.plain = plain
        self.style = style
        self.spans: list[tuple[int, int, str]] = []
        """Parts with a style, in the order in which they were styled."""

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.plain)

    def __eq__(self, other: object) -> bool:
        """Whether the words and the styles of their parts are the same."""
        return isinstance(other, Text) and (self.plain, self.spans) == (other.plain, other.spans)

    __hash__ = None  # type: ignore[assignment]

    def __add__(self, other: Text) -> Text:
        """Both, one behind the other."""
        return self.copy().append_text(other)

    def copy(self) -> Text:
        """Another text of the same words and styles."""
        return self.part(0, len(self.plain))

    def append(self, words: str, style: str = "") -> Text:
        """Put words behind it."""
        return self.append_text(Text(words, style))

    def append_text(self, other: Text) -> Text:
        """Put another text behind it."""
        start = len(self.plain)
        self.plain += other.plain
        if other.style and other.plain:
            self.spans.append((start, len(self.plain), other.style))
        self.spans += [(start + first, start + last, style) for first, last, style in other.spans]
        return self

    def join(self, texts: Iterable[Text]) -> Text:
        """The texts, one behind the other, with this one between them."""
        joined = Text()
        for number, text in enumerate(texts):
            if number:
                joined.append_text(self)
            joined.append_text(text)
        return joined

    def stylize(self, style: str) -> None:
        """Give a style to all of it."""
        self.spans.append((0, len(self.plain), style))

    def rstrip(self) -> None:
        """Take white space from its end."""
        end = len(self.plain.rstrip())
        if end < len(self.plain):
            kept = self.part(0, end)
            self.plain, self.spans = kept.plain, kept.spans

    def part(self, start: int, end: int) -> Text:
        """The words ``start:end`` with their styles."""
        part = Text(self.plain[start:end], self.style)
        part.spans = [
            (max(first, start) - start, min(last, end) - start, style)
            for first, last, style in self.spans
            if first < end and last > start
        ]
        return part

    def wrap(self, width: int) -> list[Text]:
        """Lines of at most ``width`` cells, broken between words; a word that is wider is broken anywhere."""
        lines: list[Text] = []
        begin = 0
        for paragraph in self.plain.split("\n"):
            starts = [begin, *(begin + at for at in _breaks(paragraph, width)), begin + len(paragraph)]
            for start, end in pairwise(starts):
                line = self.part(start, end)
                line.plain = line.plain.replace("\t", " ")
                if cell_len(line.plain) > width:
                    line.rstrip()
                lines.append(line)
            begin += len(paragraph) + 1
        return lines


def _breaks(line: str, width: int) -> Iterator[int]:
    """Where ``line`` is broken."""
    if cell_len(line) <= width:
        return
    used = 0
    for found in _WORD.finditer(line):
        word = found.group()
        size = cell_len(word.rstrip())
        if size <= width - used:
            used += cell_len(word)
        elif size > width:
            at, used = found.start(), 0
            if at:
                yield at
            for offset, character in enumerate(word, at):
                if used + cell_len(character) > width and offset > at:
                    yield offset
                    used = 0
                used += cell_len(character)
        else:
            if used and found.start():
                yield found.start()
            used = cell_len(word)
