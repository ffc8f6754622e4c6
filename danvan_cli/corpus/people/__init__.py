"""Officials of many articles, one row a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from danvan_cli.corpus.people.certainty import certainty_of, doubts_of
from danvan_cli.corpus.people.identity import NATIONAL, Group, Reading, grouped, home_of
from danvan_cli.corpus.people.offices import offices_of
from danvan_cli.corpus.people.person import (
    Appearance,
    Certainty,
    Deed,
    Doubt,
    Office,
    Person,
    Sighting,
)
from danvan_cli.corpus.people.spelling import name_key, same_place
from danvan_cli.corpus.selection import Selection, day_of
from danvan_cli.record import Record

__all__ = ["Appearance", "Certainty", "Deed", "Doubt", "Office", "Person", "Sighting", "people", "stable_id"]


def people(records: Iterable[Record], selection: Selection) -> list[Person]:
    """One row a person, in the order that the articles name them.

    ``selection`` chooses articles by their day, and then persons by the province of their offices: a person is shown
    with all that the articles say.
    """
    by_name: dict[str, list[Reading]] = {}
    for order, record in enumerate(records):
        day = day_of(record)
        if not selection.has_time(None, day):
            continue
        for official in record.officials:
            reading = Reading(official, record, day, order, home_of(official, record))
            by_name.setdefault(name_key(official.name), []).append(reading)
    found: list[tuple[int, Person]] = []
    for key, readings in by_name.items():
        provinces = {reading.home for reading in readings if reading.home and reading.home != NATIONAL}
        for group in grouped(readings):
            others = provinces - {reading.home for reading in group.readings}
            found.append((min(reading.order for reading in group.readings), _person(key, group, sorted(others))))
    found.sort(key=lambda pair: pair[0])
    return [person for _, person in found if _of_provinces(person, selection.provinces)]


def stable_id(kind: str, *parts: str) -> str:
    """A short id that depends on nothing but what is named: "person-1f0c…"."""
    return f"{kind}-{sha256(chr(0).join(parts).encode()).hexdigest()[:16]}"


def _of_provinces(person: Person, provinces: tuple[str, ...]) -> bool:
    known = {person.province, *(office.province for office in person.offices)}
    return not provinces or not known.isdisjoint(provinces)


def _person(key: str, group: Group, namesakes: list[str]) -> Person:
    readings = group.readings
    homes = [reading.home for reading in readings if reading.home]
    province = homes[-1] if homes and homes[-1] != NATIONAL else None
    held = offices_of(readings, province)
    doubts = doubts_of(group, held, namesakes)
    spellings = Counter(reading.official.name for reading in readings)
    # Capitals are a headline's; else the usual spelling, and of two the first.
    name = max(spellings, key=lambda spelling: (not spelling.isupper(), spellings[spelling]))
    deeds = Counter(action for reading in readings for action in dict.fromkeys(reading.official.actions))
    told_apart = () if homes else sorted(" ".join(sorted(one.words)) for one in held)[:1]
    return Person(
        id=stable_id("person", key, same_place(homes[-1]) if homes else "", *told_apart),
        name=name,
        other_names=[spelling for spelling in spellings if spelling != name],
        province=province,
        certainty=certainty_of(doubts),
        doubts=doubts,
        offices=[one.office for one in held],
        actions=[Deed(action, count) for action, count in deeds.items()],
        articles=len({reading.record.source.path for reading in readings}),
        appearances=[_appearance(reading) for reading in readings],
    )


def _appearance(reading: Reading) -> Appearance:
    official, record = reading.official, reading.record
    return Appearance(
        record.source.path,
        record.title,
        reading.day,
        official.name,
        official.positions,
        official.actions,
        official.mentions,
    )
