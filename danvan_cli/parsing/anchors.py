"""One pass over the text that finds every word the lexicon knows. No anchor, no work: rules run only around these."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from danvan_cli.lexicon import terms, toned


class Anchor(NamedTuple):
    """A term where it stands: ``low[start:end]`` is the folded term."""

    start: int
    end: int
    kind: str
    value: str


class Anchors:
    """The anchors of one text by kind, each list in order, longest first match, never overlapping within a kind."""

    def __init__(self, by_kind: dict[str, list[Anchor]]) -> None:
        self._by_kind = by_kind
        self._starts = {kind: [anchor.start for anchor in anchors] for kind, anchors in by_kind.items()}
        self._at: dict[str, dict[int, Anchor]] = {}

    def of(self, kind: str) -> list[Anchor]:
        """All anchors of a kind, in order of text."""
        return self._by_kind.get(kind, [])

    def between(self, kind: str, start: int, end: int) -> list[Anchor]:
        """Anchors of a kind that lie wholly within ``start:end``."""
        starts = self._starts.get(kind)
        if starts is None:
            return []
        first = bisect_left(starts, start)
        stop = bisect_left(starts, end, first)
        if first == stop:
            return []
        found = self._by_kind[kind][first:stop]
        # They don't overlap, so only the last one can reach beyond the end.
        if found[-1].end > end:
            found.pop()
        return found

    def begins_in(self, kind: str, start: int, end: int) -> bool:
        """Whether an anchor of a kind begins within ``start:end``."""
        starts = self._starts.get(kind)
        if starts is None:
            return False
        first = bisect_left(starts, start)
        return first < len(starts) and starts[first] < end

    def at(self, kind: str, start: int) -> Anchor | None:
        """The anchor of a kind that begins exactly at ``start``."""
        at = self._at.get(kind)
        if at is None:
            at = self._at[kind] = {anchor.start: anchor for anchor in self.of(kind)}
        return at.get(start)


class _Entry(NamedTuple):
    """A term that a pattern of the scanner stands for; ``kind`` by its number."""

    kind: int
    value: str
    exact: str | None


class _Scanner(NamedTuple):
    """The automaton and, for each of its patterns, the terms (of several kinds) that it stands for."""

    automaton: AhoCorasick
    groups: tuple[tuple[_Entry, ...], ...]
    kinds: tuple[str, ...]


@cache
def _scanner() -> _Scanner:
    by_text: dict[str, list[_Entry]] = {}
    kinds: dict[str, int] = {}
    for term in terms():
        number = kinds.setdefault(term.kind, len(kinds))
        by_text.setdefault(term.text, []).append(_Entry(number, term.value, term.exact))
    automaton = AhoCorasick(list(by_text), store_patterns=False)
    return _Scanner(automaton, tuple(tuple(group) for group in by_text.values()), tuple(kinds))


def scan(plain: str, low: str) -> Anchors:
    """Find every term of the lexicon in ``low`` at word boundaries; ``plain`` decides terms that need their case.

    Within a kind the leftmost and then the longest term wins ("Phó Chủ tịch" over "Chủ tịch"); terms of different kinds
    may overlap.
    """
    automaton, groups, kinds = _scanner()
    cased = toned(plain)
    alnum = [*map(str.isalnum, low), False]  # the last one stands after the text and, as number -1, before it
    # Most matches lie inside longer words; the boundary test comes first.
    matches = [
        (start, -end, pattern)
        for pattern, start, end in automaton.find_matches_as_indexes(low, overlapping=True)
        if not (alnum[start - 1] and alnum[start]) and not (alnum[end] and alnum[end - 1])
    ]
    matches.sort()
    found: list[list[Anchor]] = [[] for _ in kinds]
    reach = [0] * len(kinds)
    for start, minus_end, pattern in matches:
        end = -minus_end
        for kind, value, exact in groups[pattern]:
            if start >= reach[kind] and (exact is None or cased[start:end] == exact):
                reach[kind] = end
                found[kind].append(Anchor(start, end, kinds[kind], value))
    return Anchors({kind: anchors for kind, anchors in zip(kinds, found, strict=True) if anchors})
