"""Which words of a task say the same: the phrases of ``lexicon/tables/synonyms.tsv``, found longest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple, cast

from danvan_cli.lexicon import fold, table

WordKind = Literal[
    "noise",
    "link",
    "focus",
    "manner",
    "means",
    "action",
    "work",
    "topic",
    "event",
    "group",
    "people",
    "place",
    "body",
    "word",
    "mark",
]
"""What a word does in a task (see the table); ``word`` is one that the table does not know, ``mark`` a stop."""

_TOKEN = re.compile(r"\w+|[;:.()]|\|+")


class Token(NamedTuple):
    """A syllable, or a mark that no phrase crosses; ``start:end`` in the text it was cut from."""

    text: str
    start: int
    end: int


class Phrase(NamedTuple):
    """Words of a task that mean one thing."""

    concept: str
    """What they mean: the first column of the table, or the word itself."""
    kind: WordKind
    start: int
    end: int


def tokens(low: str) -> list[Token]:
    """The syllables of a folded text; commas, quotes and dashes are passed over, for a phrase may run through them."""
    return [Token(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(low)]


@cache
def _phrases() -> dict[tuple[str, ...], tuple[str, WordKind]]:
    known: dict[tuple[str, ...], tuple[str, WordKind]] = {}
    for row in table("synonyms"):
        for term in (row["concept"], *filter(None, row["terms"].split("|"))):
            syllables = tuple(token.text for token in tokens(fold(term)))
            known.setdefault(syllables, (row["concept"], cast("WordKind", row["kind"])))
    return known


@cache
def _longest() -> int:
    return max(map(len, _phrases()))


def phrase_at(words: Sequence[Token], index: int) -> tuple[Phrase, int]:
    """The longest known phrase that begins at ``words[index]``, or that word alone, and the index after it."""
    known = _phrases()
    for length in range(min(_longest(), len(words) - index), 0, -1):
        found = known.get(tuple(word.text for word in words[index : index + length]))
        if found is not None:
            end = index + length
            return Phrase(*found, words[index].start, words[end - 1].end), end
    word = words[index]
    return Phrase(word.text, "word" if word.text[0].isalnum() else "mark", word.start, word.end), index + 1
