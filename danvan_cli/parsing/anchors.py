"""One pass over the text that finds every word the lexicon knows. No anchor, no work: rules run only around these."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from danvan_cli.lexicon import Term, terms, toned


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
        self._starts: dict[str, list[int]] = {}

    def of(self, kind: str) -> list[Anchor]:
        """All anchors of a kind, in order of text."""
        return self._by_kind.get(kind, [])

    def _starts_of(self, kind: str, anchors: list[Anchor]) -> list[int]:
        starts = self._starts.get(kind)
        if starts is None:
            starts = self._starts[kind] = [anchor.start for anchor in anchors]
        return starts

    def between(self, kind: str, start: int, end: int) -> list[Anchor]:
        """Anchors of a kind that lie wholly within ``start:end``."""
        anchors = self._by_kind.get(kind)
        if not anchors:
            return []
        starts = self._starts_of(kind, anchors)
        found = []
        for i in range(bisect_left(starts, start), len(anchors)):
            anchor = anchors[i]
            if anchor.start >= end:
                break
            if anchor.end <= end:
                found.append(anchor)
        return found

    def at(self, kind: str, start: int) -> Anchor | None:
        """The anchor of a kind that begins exactly at ``start``."""
        anchors = self._by_kind.get(kind)
        if not anchors:
            return None
        i = bisect_left(self._starts_of(kind, anchors), start)
        return anchors[i] if i < len(anchors) and anchors[i].start == start else None


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[Term, ...], ...]]:
    """The scanner and, for each of its patterns, the terms (of several kinds) that it stands for."""
    by_text: dict[str, list[Term]] = {}
    for term in terms():
        by_text.setdefault(term.text, []).append(term)
    return AhoCorasick(list(by_text), store_patterns=False), tuple(tuple(group) for group in by_text.values())


def scan(plain: str, low: str) -> Anchors:
    """Find every term of the lexicon in ``low`` at word boundaries; ``plain`` decides terms that need their case.

    Within a kind the leftmost and then the longest term wins ("Phó Chủ tịch" over "Chủ tịch"); terms of different kinds
    may overlap.
    """
    automaton, groups = _automaton()
    size = len(low)
    found: dict[str, list[Anchor]] = {}
    for pattern, start, end in automaton.find_matches_as_indexes(low, overlapping=True):
        # Most matches lie inside longer words; the boundary test comes first.
        if (start and low[start - 1].isalnum() and low[start].isalnum()) or (
            end < size and low[end].isalnum() and low[end - 1].isalnum()
        ):
            continue
        for term in groups[pattern]:
            if term.exact is None or toned(plain[start:end]) == term.exact:
                found.setdefault(term.kind, []).append(Anchor(start, end, term.kind, term.value))
    for kind, anchors in found.items():
        anchors.sort(key=lambda anchor: (anchor.start, -anchor.end))
        kept: list[Anchor] = []
        reach = -1
        for anchor in anchors:
            if anchor.start >= reach:
                kept.append(anchor)
                reach = anchor.end
        found[kind] = kept
    return Anchors(found)
