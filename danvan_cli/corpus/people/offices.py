"""The offices of one person over many articles, each once, in order of time."""

from __future__ import annotations

from typing import NamedTuple

from danvan_cli.corpus.people.identity import Reading, office_words
from danvan_cli.corpus.people.person import Office, Sighting
from danvan_cli.corpus.people.spelling import same_place
from danvan_cli.lexicon.folding import fold
from danvan_cli.record import Level, Position

_MANY = 100
"""Offices of one head and province up to which shorter forms are looked for: more are no person's."""


class _Told(NamedTuple):
    """An office as one article gives it."""

    position: Position
    reading: Reading


class Held(NamedTuple):
    """An office with the words that tell it from others."""

    office: Office
    words: frozenset[str]
    """Of its role and body; the province stands in the office."""


class _Key(NamedTuple):
    words: str
    acting: bool
    province: str | None


def offices_of(readings: list[Reading], province: str | None) -> list[Held]:
    """The offices that ``readings``, in order of time, give one person of ``province``.

    An office in a shorter form ("Trưởng ban Dân vận") is the longer one where there is one such; where there are
    several it stands for itself.
    """
    told: dict[_Key, list[_Told]] = {}
    for reading in readings:
        for position in reading.official.positions:
            national = position.level == "national"
            where = position.province or (None if national else province)
            key = _Key(office_words(position), position.acting, same_place(where) if where else None)
            told.setdefault(key, []).append(_Told(position, reading))
    longer = _longer(told)
    merged: dict[_Key, list[_Told]] = {}
    for key, tellings in told.items():
        merged.setdefault(longer.get(key, key), []).extend(tellings)
    held = [Held(_office(tellings), frozenset(key.words.split())) for key, tellings in merged.items()]
    return sorted(held, key=lambda one: _when(one.office))


def _longer(told: dict[_Key, list[_Told]]) -> dict[_Key, _Key]:
    """For each office in a shorter form the one office that it is a shorter form of."""
    words = {key: frozenset(key.words.split()) for key in told}
    found: dict[_Key, _Key] = {}
    by_head: dict[tuple[str, bool, str | None], list[_Key]] = {}
    for key, tellings in told.items():
        by_head.setdefault((_head(tellings[0].position), key.acting, key.province), []).append(key)
    for same_head in by_head.values():
        for key in same_head if 1 < len(same_head) <= _MANY else ():
            levels = {telling.position.level for telling in told[key]} - {None}
            wider = [
                other
                for other in same_head
                if words[key] < words[other] and _agree(levels, {t.position.level for t in told[other]})
            ]
            # Of "Trưởng ban" ⊂ "Trưởng ban Dân vận" ⊂ "Trưởng ban Dân vận Tỉnh ủy" the last says it all.
            widest = [other for other in wider if not any(words[other] < words[third] for third in wider)]
            if len(widest) == 1:
                found[key] = widest[0]
    return found


def _head(position: Position) -> str:
    """The role, which a shorter form has too: a "Phó Bí thư" is no shorter "Phó Bí thư Thường trực".

    But "UVBTV" says the body within the role.
    """
    role = fold(position.role or position.title.split(" ")[0])
    return "ủy viên" if role.startswith("ủy viên ban") else role


def _agree(levels: set[Level | None], others: set[Level | None]) -> bool:
    return not levels or None in others or bool(levels & others)


def _office(tellings: list[_Told]) -> Office:
    tellings = sorted(tellings, key=lambda t: (t.reading.day is None, t.reading.day or "", t.reading.order))
    held = [t for t in tellings if not t.position.former] or tellings
    fullest = max((t.position for t in held), key=lambda position: len(position.title))
    bodies = [t.position.organization for t in tellings if t.position.organization]
    days_held = [t.reading.day for t in tellings if t.reading.day and not t.position.former]
    days_left = [t.reading.day for t in tellings if t.reading.day and t.position.former]
    first, last = (days_held[0], days_held[-1]) if days_held else (None, None)
    # An article that calls an office a former one before another gives it as held tells of an earlier time in it.
    left_by = next((day for day in days_left if last is None or day >= last), None)
    return Office(
        title=fullest.title,
        role=fullest.role,
        organization=max(bodies, key=len) if bodies else None,
        province=next((t.position.province for t in tellings if t.position.province), None),
        level=next((t.position.level for t in tellings if t.position.level), None),
        acting=fullest.acting,
        first=first,
        last=last,
        left_by=left_by,
        former=left_by is not None or all(t.position.former for t in tellings),
        sightings=[
            Sighting(t.reading.record.source.path, t.reading.day, t.position.former, t.position.evidence)
            for t in tellings
        ],
    )


def _when(office: Office) -> tuple[bool, str, bool, str]:
    """What sorts offices: the first day, of one that was left before it the day by which it was; no day last."""
    day = office.first or office.left_by
    return day is None, day or "", office.first is not None, office.last or ""
