"""The vocabulary as the scan needs it: terms by their text, and what lengths of terms open with which letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
"""A run of letters, a number or one mark: where a term can begin. White space begins none."""
BEYOND = 3
"""Characters behind a term's first token that tell which lengths are worth a try: enough to see into the next word."""


class Entry(NamedTuple):
    """One meaning of a text: a term without its text."""

    number: int
    """Of the kind, counted from 0 in the order of the vocabulary."""
    kind: str
    value: str
    exact: str | None


class Vocabulary(NamedTuple):
    """Terms by their texts; lengths of texts are tried from the longest to the shortest."""

    kinds: tuple[str, ...]
    """By number."""
    entries: dict[str, tuple[Entry, ...]]
    """What each text means."""
    heads: dict[str, tuple[int, ...]]
    """The tokens that texts begin with, and the lengths of the texts that end within :data:`BEYOND` of them."""
    openings: dict[str, tuple[int, ...]]
    """Such a token with the next characters, and the lengths of all texts that may stand there."""


def index(terms: Iterable[tuple[str, str, str, str | None]]) -> Vocabulary:
    """Index terms (text, kind, value, exact spelling); the meanings of a text keep their order."""
    entries: dict[str, list[Entry]] = {}
    kinds: dict[str, int] = {}
    for text, kind, value, exact in terms:
        entries.setdefault(text, []).append(Entry(kinds.setdefault(kind, len(kinds)), kind, value, exact))
    families: dict[str, list[str]] = {}
    for text in entries:
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
    return Vocabulary(
        tuple(kinds),
        {text: tuple(meanings) for text, meanings in entries.items()},
        _longest_first(heads),
        _longest_first(openings),
    )


def _longest_first(lengths: dict[str, set[int]]) -> dict[str, tuple[int, ...]]:
    return {key: tuple(sorted(found, reverse=True)) for key, found in lengths.items()}
