"""The types of an official over many articles."""

from __future__ import annotations

from typing import Literal

import msgspec

from danvan_cli.record import Action, Evidence, Level, Position

Certainty = Literal["high", "medium", "low"]
DoubtCode = Literal[
    "national_office",
    "moved",
    "merged_province",
    "unknown_province_joined",
    "unknown_province",
    "namesake",
    "no_common_office",
    "two_heads",
    "distant_levels",
]


class Doubt(msgspec.Struct, frozen=True):
    """Why a row may be more than one person, or only a part of one."""

    code: DoubtCode
    about: list[str]
    """The offices, provinces or days that it is about, as the words name them."""
    text: str
    """The same in words, in Vietnamese."""


class Sighting(msgspec.Struct, frozen=True):
    """An article that gives a person an office; the offsets count in that article's cleaned text."""

    source: str
    date: str | None
    former: bool
    evidence: Evidence


class Office(msgspec.Struct):
    """An office of a person over all articles that name it."""

    title: str
    """As written, in the longest form."""
    role: str | None
    organization: str | None
    province: str | None
    level: Level | None
    acting: bool
    first: str | None
    """ISO day of the earliest article in which the person holds it; no day on which it began."""
    last: str | None
    """Of the latest one."""
    left_by: str | None
    """ISO day of the earliest article that calls it a former one."""
    former: bool
    """Whether no article gives it as held, or a later one calls it a former one."""
    sightings: list[Sighting]


class Deed(msgspec.Struct, frozen=True):
    """Something a person did, and in how many articles."""

    action: Action
    articles: int


class Appearance(msgspec.Struct):
    """What one article says of a person; the offsets count in that article's cleaned text."""

    source: str
    """Path of the article."""
    title: str | None
    date: str | None
    """Of the event, else of publication, else the last day of the period reported."""
    name: str
    """As this article writes it."""
    positions: list[Position]
    actions: list[Action]
    mentions: list[Evidence]


class Person(msgspec.Struct):
    """An official over all articles that were read."""

    id: str
    """The same for the same name and province, whatever else is read."""
    name: str
    other_names: list[str]
    """Other spellings of it."""
    province: str | None
    """Of the latest office in a province or below; none for whoever holds a national office alone, or unknown."""
    certainty: Certainty
    """That the row is one person, and all that was read of him or her."""
    doubts: list[Doubt]
    offices: list[Office]
    """In order of time."""
    actions: list[Deed]
    articles: int
    appearances: list[Appearance]
    """In order of time; those without a day last."""
