"""The vocabulary as the scan needs it: terms by their text, and what lengths of terms open with which letters."""

from __future__ import annotations

import re
from collections.abc import Iterable

TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
"""A run of letters, a number or one mark: where a term can begin. White space begins none."""
BEYOND = 3
"""Characters behind a term's first token that tell which lengths are worth a try: enough to see into the next word."""


Entry = tuple[int, str, str | None]
"""One meaning of a text: the number of its kind, its value, and the spelling where only that case counts."""


class Vocabulary:
    """Terms by their texts; lengths of texts are tried from the longest to the shortest.

    It can be kept as text (:meth:`dump`, :meth:`load`) and is back in a tenth of the time that it takes to make.
    """

    def __init__(
        self,
        kinds: dict[str, int],
        rows: dict[str, str],
        heads: dict[str, tuple[int, ...]],
        openings: dict[str, tuple[int, ...]],
    ) -> None:
        self.kinds = kinds
        """The number of each kind, counted from 0 in the order of the dictionary."""
        self.rows = rows
        """Each text with its meanings in one string: most are never asked for in a run."""
        self.heads = heads
        """The tokens that texts begin with, and the lengths of the texts that end within :data:`BEYOND` of them."""
        self.openings = openings
        """Such a token with the next characters, and the lengths of all texts that may stand there."""
        self._meanings: dict[str, tuple[Entry, ...]] = {}

    def meanings(self, text: str) -> tuple[Entry, ...]:
        """What ``text`` means; nothing where it is no term."""
        known = self._meanings.get(text)
        if known is None:
            cells = self.rows[text].split("\t") if text in self.rows else []
            known = tuple(
                (int(number), value, exact or None)
                for number, value, exact in zip(cells[::3], cells[1::3], cells[2::3], strict=True)
            )
            self._meanings[text] = known
        return known

    def value(self, kind: str, text: str) -> str | None:
        """The value of ``text`` as a term of ``kind`` in any case."""
        wanted = self.kinds.get(kind)
        return next((v for number, v, exact in self.meanings(text) if number == wanted and exact is None), None)

    def dump(self) -> str:
        """All of it, a line a column; no term has a tab or a line feed in it."""
        columns: list[Iterable[str]] = [self.kinds, self.rows, self.heads, _joined(self.heads)]
        columns += [self.openings, _joined(self.openings)]
        lines = ["\t".join(column) for column in columns]
        return "\n".join([*lines, *self.rows.values()])

    @classmethod
    def load(cls, dumped: str) -> Vocabulary:
        """What :meth:`dump` gave. Raises ValueError where it did not."""
        kinds, texts, heads, head_lengths, openings, opening_lengths, *rows = dumped.split("\n")
        return cls(
            {kind: number for number, kind in enumerate(kinds.split("\t"))},
            dict(zip(texts.split("\t"), rows, strict=True)),
            _parted(heads, head_lengths),
            _parted(openings, opening_lengths),
        )


def _joined(lengths: dict[str, tuple[int, ...]]) -> list[str]:
    return [",".join(map(str, row)) for row in lengths.values()]


def _parted(keys: str, lengths: str) -> dict[str, tuple[int, ...]]:
    rows = lengths.split("\t")
    known = {row: tuple(map(int, row.split(","))) if row else () for row in set(rows)}
    return dict(zip(keys.split("\t"), map(known.__getitem__, rows), strict=True))


def index(terms: Iterable[tuple[str, str, str, str | None]]) -> Vocabulary:
    """Index terms (text, kind, value, exact spelling); the meanings of a text keep their order."""
    rows: dict[str, str] = {}
    kinds: dict[str, int] = {}
    for text, kind, value, exact in terms:
        meaning = f"{kinds.setdefault(kind, len(kinds))}\t{value}\t{exact or ''}"
        rows[text] = f"{rows[text]}\t{meaning}" if text in rows else meaning
    families: dict[str, list[str]] = {}
    for text in rows:
        token = TOKEN.match(text)
        if token is None:
            raise ValueError(f"the term {text!r} begins with white space")
        families.setdefault(token.group(), []).append(text)
    heads: dict[str, set[int]] = {}
    openings: dict[str, set[int]] = {}
    for head, family in families.items():
        reach = len(head) + BEYOND
        brief = [text for text in family if len(text) < reach]
        heads[head] = set(map(len, brief))
        for text in family:
            if len(text) >= reach:
                opening = text[:reach]
                if opening not in openings:
                    openings[opening] = {len(short) for short in brief if opening.startswith(short)}
                openings[opening].add(len(text))
    return Vocabulary(kinds, rows, _longest_first(heads), _longest_first(openings))


def _longest_first(lengths: dict[str, set[int]]) -> dict[str, tuple[int, ...]]:
    return {key: tuple(sorted(found, reverse=True)) for key, found in lengths.items()}
