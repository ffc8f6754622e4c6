"""Which readings of one name are one person.

A name in one province is one person; a name alone never joins two provinces. What does: an office that both give
(a national one, or one in the other's province), and the provinces that were merged in 2025. A reading whose province
nobody says joins the one person of its name who holds the same office.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from danvan_cli.corpus.people.person import DoubtCode
from danvan_cli.corpus.people.spelling import same_place, spelt_out, without_province
from danvan_cli.lexicon.places import ERA_CHANGE, province
from danvan_cli.record import Official, Position, Record

NATIONAL = "*"
"""The home of whoever holds national offices alone; no province is called so."""
_SHARED_BY_MANY = ("Đại biểu", "Chuyên viên", "Cán bộ", "Công chức")
"""Offices that hundreds hold at a time: two of one name are no wonder."""

OfficeKey = tuple[str, str | None]
"""An office's words without its province, in alphabetical order, and its province."""


class Reading(NamedTuple):
    """A person as one article gives him or her."""

    official: Official
    record: Record
    day: str | None
    order: int
    """Of the articles as they were read."""
    home: str | None
    """Province, :data:`NATIONAL`, or ``None`` where nothing says."""


class Join(NamedTuple):
    """Why readings of different homes are one person."""

    code: DoubtCode
    about: tuple[str, ...]


class Group(NamedTuple):
    """The readings of one person, in order of time, and what joined them."""

    readings: list[Reading]
    joins: list[Join]


def home_of(official: Official, record: Record) -> str | None:
    """The province of the offices held, else of former ones, else of the article, else the centre.

    Whoever sits in the Central Committee too is at home where his or her other office is, even if nobody says where.
    """
    positions = sorted(official.positions, key=lambda position: position.former)
    stated = next((position.province for position in positions if position.province), None)
    if stated:
        return stated
    levels = {position.level for position in positions}
    if "national" in levels and not levels & {"province", "district", "commune"}:
        return NATIONAL
    return record.locality.province


def office_words(position: Position) -> str:
    """Role and body of an office in words that do not depend on how it is written, without its province."""
    written = f"{position.role} {position.organization or ''}" if position.role else position.title
    return _in_order(written, position.province)


@lru_cache(maxsize=1 << 14)
def _in_order(written: str, where: str | None) -> str:
    return " ".join(sorted(set(without_province(spelt_out(written), where).split())))


def office_key(position: Position) -> OfficeKey:
    """What an office has in common with itself in another article."""
    return office_words(position), same_place(position.province) if position.province else None


class _Union:
    """Disjoint sets of readings, each with why they were joined."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))
        self.joins: list[tuple[int, Join]] = []

    def find(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, i: int, j: int, why: Join | None = None) -> None:
        a, b = self.find(i), self.find(j)
        if a != b:
            self.parent[max(a, b)] = min(a, b)
            if why:
                self.joins.append((i, why))


def grouped(readings: list[Reading]) -> list[Group]:
    """The persons among ``readings`` of one name, in the order in which they were read."""
    union = _Union(len(readings))
    homes: dict[str, int] = {}
    for i, reading in enumerate(readings):
        if reading.home:
            union.join(homes.setdefault(same_place(reading.home), i), i)
    _by_offices(readings, union)
    _by_merged_provinces(readings, homes, union)
    _by_like_offices(readings, union)
    groups: dict[int, Group] = {}
    for i, reading in enumerate(readings):
        groups.setdefault(union.find(i), Group([], [])).readings.append(reading)
    for i, why in union.joins:
        groups[union.find(i)].joins.append(why)
    for group in groups.values():
        group.readings.sort(key=lambda reading: (reading.day is None, reading.day or "", reading.order))
    return list(groups.values())


def _by_offices(readings: list[Reading], union: _Union) -> None:
    """Join readings that give the same national office, or the same office in the same other province."""
    seen: dict[OfficeKey, int] = {}
    for i, position in _tellings(readings):
        if position.level != "national" and position.province is None:
            continue
        first = seen.setdefault(office_key(position), i)
        code: DoubtCode = "national_office" if position.province is None else "moved"
        union.join(first, i, Join(code, (position.title,)))


def _by_merged_provinces(readings: list[Reading], homes: dict[str, int], union: _Union) -> None:
    """Join the person of an old province with the one of the province that it became a part of in 2025.

    Only where one old province alone has the name: else nobody can say which of them the new one's is.
    """
    placed = [(same_place(reading.home), reading.day) for reading in readings if reading.home]
    later = {home for home, day in placed if day and day >= ERA_CHANGE}
    earlier = {home for home, day in placed if not day or day < ERA_CHANGE}
    came_from: dict[str, list[str]] = {}
    for home in homes:
        old = province(home, "2025-01-01")
        if home in earlier and old is not None and old.today in later:
            came_from.setdefault(old.today, []).append(home)
    for today, old_homes in came_from.items():
        if len(old_homes) == 1 and old_homes[0] != today:
            union.join(homes[today], homes[old_homes[0]], Join("merged_province", (old_homes[0], today)))


def _by_like_offices(readings: list[Reading], union: _Union) -> None:
    """Join a reading of no known province with the one person who holds an office of the same words."""
    holders: dict[str, set[int]] = {}
    for i, position in _tellings(readings):
        if readings[i].home:
            holders.setdefault(office_words(position), set()).add(union.find(i))
    for i, position in _tellings(readings):
        if not readings[i].home:
            known = {union.find(j) for j in holders.get(office_words(position), ())}
            if len(known) == 1:
                union.join(known.pop(), i, Join("unknown_province_joined", (position.title,)))
    # What is left has the name alone: one row for each office that such readings share.
    alike: dict[str, int] = {}
    for i, reading in enumerate(readings):
        if not reading.home:
            for words in map(office_words, reading.official.positions):
                union.join(alike.setdefault(words, i), i)
            if not reading.official.positions:
                union.join(alike.setdefault("", i), i)


def _tellings(readings: list[Reading]) -> Iterable[tuple[int, Position]]:
    """Each office that tells one person from others, with the index of the reading that gives it."""
    for i, reading in enumerate(readings):
        for position in reading.official.positions:
            if position.organization and not (position.role or position.title).startswith(_SHARED_BY_MANY):
                yield i, position
