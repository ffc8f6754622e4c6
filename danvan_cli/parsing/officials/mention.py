"""A person where a sentence speaks of one: by name, by an address, by an office alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from danvan_cli.parsing.officials.positions import PositionPhrase

if TYPE_CHECKING:
    from danvan_cli.parsing.officials.people import Person


class Mention(msgspec.Struct, eq=False):
    """A person where the text speaks of one."""

    kind: Literal["name", "short", "pronoun", "role"]
    start: int
    end: int
    """Of the words that refer: the name, the pronoun, or the office that stands for its holder."""
    outer_start: int
    outer_end: int
    """With honorifics and offices around it."""
    words: tuple[str, ...] = ()
    honorific: str | None = None
    positions: list[PositionPhrase] = []
    listed: bool = False
    """Named right after "các đồng chí" or in the list that it opens."""
    addressed: bool = False
    person: Person | None = None
