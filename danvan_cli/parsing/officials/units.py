"""What a sentence addresses: an address ("đồng chí", "bà", a rank) with the name or office right after it, or alone."""

from __future__ import annotations

from typing import Literal

import msgspec

from danvan_cli.parsing.officials.phrases import Address, Name, Phrase
from danvan_cli.parsing.officials.positions import PositionPhrase
from danvan_cli.parsing.officials.words import Words

_PRONOUNS = frozenset({"đồng chí", "ông", "bà"})
"""Addresses that stand for a person by themselves."""


class Unit(msgspec.Struct):
    """An address with what it addresses: a name, an office, nothing (a pronoun), or several people to come."""

    kind: Literal["name", "position", "pronoun", "plural"]
    start: int
    end: int
    reach: int
    honorific: str | None = None
    addressed: bool = False
    name: Name | None = None
    position: PositionPhrase | None = None


def join_addresses(words: Words, phrases: list[Phrase]) -> list[Unit]:
    """Join each address with the phrase right after it: "đồng chí" + "Đại tá" + a name is one unit."""
    units: list[Unit] = []
    start: int | None = None
    honorific: str | None = None
    last_end = -1
    plural = False

    def flush() -> None:
        nonlocal start, honorific, plural
        if start is not None and (honorific in _PRONOUNS or plural):
            units.append(Unit("plural" if plural else "pronoun", start, last_end, last_end, honorific, True))
        start, honorific, plural = None, None, False

    for phrase in phrases:
        adjoining = start is not None and not words.between(last_end, phrase.start)
        if not adjoining:
            flush()
        if isinstance(phrase, Address):
            if start is None:
                start = phrase.start
            honorific = honorific or phrase.value
            plural |= phrase.plural
            last_end = phrase.end
            continue
        begin, addressed = (start, True) if start is not None else (phrase.start, False)
        if plural:
            flush()
            begin, addressed = phrase.start, False
        if isinstance(phrase, Name):
            units.append(Unit("name", begin, phrase.end, phrase.end, honorific, addressed, name=phrase))
        else:
            if begin > phrase.start:
                begin = phrase.start
            units.append(Unit("position", begin, phrase.end, phrase.reach, honorific, addressed, position=phrase))
        start, honorific, plural = None, None, False
        last_end = phrase.end
    flush()
    return units
