"""Officials of many articles, one row a person."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from danvan_cli.corpus.selection import Selection, day_of
from danvan_cli.lexicon import fold
from danvan_cli.record import Action, Evidence, Official, Position, Record


class Appearance(msgspec.Struct):
    """What one article says of a person; the offsets count in that article's cleaned text."""

    source: str
    """Path of the article."""
    title: str | None
    date: str | None
    positions: list[Position]
    actions: list[Action]
    mentions: list[Evidence]


class Person(msgspec.Struct):
    """An official over all articles that were read."""

    name: str
    province: str | None
    positions: list[str]
    """Titles as written, former ones too, each once and in its longest form, in the order they were met."""
    actions: list[Action]
    articles: int
    appearances: list[Appearance]


def people(records: Iterable[Record], selection: Selection) -> list[Person]:
    """One row a name and province, in the order that the articles name them."""
    found: dict[tuple[str, str | None], Person] = {}
    for record in records:
        if not selection.has_place(record) or not selection.has_time(None, day_of(record)):
            continue
        for official in record.officials:
            province = _province_of(official, record)
            person = found.setdefault((fold(official.name), province), Person(official.name, province, [], [], 0, []))
            person.appearances.append(
                Appearance(
                    record.source.path,
                    record.title,
                    day_of(record),
                    official.positions,
                    official.actions,
                    official.mentions,
                )
            )
            _learn(person, official.positions, official.actions)
    for person in found.values():
        person.articles = len({appearance.source for appearance in person.appearances})
    return list(found.values())


def _province_of(official: Official, record: Record) -> str | None:
    """The province of an official's offices, else of the article; none for whoever holds a national office alone."""
    stated = next((position.province for position in official.positions if position.province), None)
    national = any(position.level == "national" for position in official.positions)
    return stated or (None if national else record.locality.province)


def _learn(person: Person, positions: list[Position], actions: list[Action]) -> None:
    for title in (position.title for position in positions):
        if not any(_within(title, known) for known in person.positions):
            person.positions = [known for known in person.positions if not _within(known, title)] + [title]
    person.actions += [action for action in actions if action not in person.actions]


def _within(title: str, longer: str) -> bool:
    """Whether ``title`` is ``longer`` or its beginning: "Trưởng Ban Dân vận" is within "Trưởng Ban Dân vận Tỉnh ủy"."""
    return f"{fold(longer)} ".startswith(f"{fold(title)} ")
