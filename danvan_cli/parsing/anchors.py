"""One pass over the text that finds every word the lexicon knows. No anchor, no work: rules run only around these."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from danvan_cli.lexicon import toned, vocabulary
from danvan_cli.lexicon.vocabulary import BEYOND, TOKEN


class Anchor(NamedTuple):
    """A term where it stands: ``low[start:end]`` is the folded term."""

    start: int
    end: int
    kind: str
    value: str


_anchor: Callable[[type[Anchor], tuple[int, int, str, str]], Anchor] = tuple.__new__
"""Makes an anchor in half the time, without the class's look at its arguments: an article has hundreds of them."""


class Anchors:
    """The anchors of one text by kind, each list in order, longest first match, never overlapping within a kind.

    ``everywhere`` has the texts of terms by where they begin, the longest first, those too that another one covers;
    ``cased`` is the text in its own case with one tone placement.
    """

    def __init__(self, by_kind: dict[str, list[Anchor]], everywhere: dict[int, list[str]], cased: str) -> None:
        self._by_kind = by_kind
        self._everywhere = everywhere
        self._cased = cased
        self._starts: dict[str, list[int]] = {}
        self._at: dict[str, dict[int, Anchor]] = {}

    def of(self, kind: str) -> list[Anchor]:
        """All anchors of a kind, in order of text."""
        return self._by_kind.get(kind, [])

    def between(self, kind: str, start: int, end: int) -> list[Anchor]:
        """Anchors of a kind that lie wholly within ``start:end``."""
        anchors = self._by_kind.get(kind)
        if anchors is None:
            return []
        starts = self._starts.get(kind) or self._starts_of(kind)
        first = bisect_left(starts, start)
        stop = bisect_left(starts, end, first)
        if first == stop:
            return []
        found = anchors[first:stop]
        # They don't overlap, so only the last one can reach beyond the end.
        if found[-1].end > end:
            found.pop()
        return found

    def _starts_of(self, kind: str) -> list[int]:
        starts = self._starts[kind] = [anchor.start for anchor in self.of(kind)]
        return starts

    def begins_in(self, kind: str, start: int, end: int) -> bool:
        """Whether an anchor of a kind begins within ``start:end``."""
        if kind not in self._by_kind:
            return False
        starts = self._starts.get(kind) or self._starts_of(kind)
        first = bisect_left(starts, start)
        return first < len(starts) and starts[first] < end

    def at(self, kind: str, start: int) -> Anchor | None:
        """The anchor of a kind that begins exactly at ``start``."""
        at = self._at.get(kind)
        if at is None:
            at = self._at[kind] = {anchor.start: anchor for anchor in self.of(kind)}
        return at.get(start)

    def any_at(self, start: int) -> bool:
        """Whether a term of any kind begins exactly at ``start``."""
        return start in self._everywhere

    def longest(self, kind: str, start: int) -> Anchor | None:
        """The longest term of a kind that begins exactly at ``start``, though an anchor may cover it."""
        known = vocabulary()
        wanted = known.kinds.get(kind)
        for text in self._everywhere.get(start, ()):
            for number, value, exact in known.meanings(text):
                if number == wanted:
                    end = start + len(text)
                    if exact is None or self._cased[start:end] == exact:
                        return Anchor(start, end, kind, value)
        return None


def scan(plain: str, low: str) -> Anchors:
    """Find every term of the lexicon in ``low`` at word boundaries; ``plain`` decides terms that need their case.

    Within a kind the leftmost and then the longest term wins ("Phó Chủ tịch" over "Chủ tịch"); terms of different kinds
    may overlap.
    """
    known = vocabulary()
    meanings, kinds = known.meanings, tuple(known.kinds)
    cased = toned(plain)
    found: list[list[Anchor]] = [[] for _ in kinds]
    reach = [0] * len(kinds)
    everywhere: dict[int, list[str]] = {}
    for start, text in _matches(low):
        end = start + len(text)
        if start in everywhere:
            everywhere[start].append(text)
        else:
            everywhere[start] = [text]
            # "2km": a number and the word behind it are two tokens, but no boundary parts them.
            parted = not (start and low[start - 1].isalnum() and low[start].isalnum())
        if not parted:
            continue
        for number, value, exact in meanings(text):
            if reach[number] <= start and (exact is None or cased[start:end] == exact):
                reach[number] = end
                found[number].append(_anchor(Anchor, (start, end, kinds[number], value)))
    by_kind = {kind: anchors for kind, anchors in zip(kinds, found, strict=True) if anchors}
    return Anchors(by_kind, everywhere, cased)


def _matches(low: str) -> list[tuple[int, str]]:
    """Every term that begins where a token of ``low`` begins and ends where a word may end: in order, longest first."""
    known = vocabulary()
    texts, heads, openings = known.rows, known.heads, known.openings
    size = len(low)
    matches: list[tuple[int, str]] = []
    for start, head in _heads(low, heads):
        for length in openings.get(low[start : start + len(head) + BEYOND]) or heads[head]:
            text = low[start : start + length]
            if text in texts:
                end = start + length
                if end < size and low[end].isalnum() and low[end - 1].isalnum():
                    continue
                if end <= size:  # else the slice was cut short, and its own length comes later
                    matches.append((start, text))
    return matches


def _heads(low: str, heads: dict[str, tuple[int, ...]]) -> list[tuple[int, str]]:
    """The tokens of ``low`` that a term may begin with, in order."""
    found: list[tuple[int, str]] = []
    at = 0
    # Most of a text is words between spaces: to split it there is many times cheaper than to look for its tokens.
    for chunk in low.split(" "):
        if chunk in heads:
            found.append((at, chunk))
        elif chunk and not chunk.isalpha():
            found += [(at + token.start(), word) for token in TOKEN.finditer(chunk) if (word := token.group()) in heads]
        at += len(chunk) + 1
    return found
