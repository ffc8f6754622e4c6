"""How sure it is that a row is one person, and why not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise

from danvan_cli.corpus.people.identity import NATIONAL, Group
from danvan_cli.corpus.people.offices import Held
from danvan_cli.corpus.people.person import Certainty, Doubt, DoubtCode, Office
from danvan_cli.corpus.people.spelling import kind_of_body, spelt_out, without_province
from danvan_cli.lexicon.places import ERA_CHANGE
from danvan_cli.lexicon.tables import table
from danvan_cli.record import Level

_WEIGHT: dict[DoubtCode, Certainty] = {
    "national_office": "medium",
    "moved": "medium",
    "merged_province": "medium",
    "unknown_province_joined": "medium",
    "no_common_office": "medium",
    "namesake": "medium",
    "unknown_province": "low",
    "two_heads": "low",
    "distant_levels": "low",
}
_HEADS = ("Bí thư", "Chủ tịch", "Giám đốc", "Trưởng", "Chánh", "Chủ nhiệm", "Viện trưởng")
"""Roles that one person has not in two places at once; in two bodies of one place many have them by their office."""
_OF_ALL_LEVELS = ("Đại biểu", "Ủy viên", "Uỷ viên")
"""Roles that people of far lower offices have too."""
_JUMP_DAYS = 3 * 365
"""Nobody rises or falls by two levels within so many days, but in the reform of 2025, which ended one of them."""


def doubts_of(group: Group, held: list[Held], namesakes: list[str]) -> list[Doubt]:
    """Why the row may not be one person, the gravest first; ``namesakes`` are the provinces of others so called."""
    found = list(_doubts(group, held, namesakes))
    order: list[Certainty] = ["low", "medium"]
    return sorted(found, key=lambda doubt: order.index(_WEIGHT[doubt.code]))


def certainty_of(doubts: list[Doubt]) -> Certainty:
    """As low as the gravest doubt makes it."""
    weights = {_WEIGHT[doubt.code] for doubt in doubts}
    return "low" if "low" in weights else "medium" if weights else "high"


def doubt(code: DoubtCode, *about: str) -> Doubt:
    """A doubt with its words in Vietnamese; those of every language are in the labels."""
    return Doubt(code, list(about), _templates()[code].format(*about))


@cache
def _templates() -> dict[str, str]:
    return {row["key"]: row["vi"] for row in table("labels") if row["kind"] == "doubt"}


def _doubts(group: Group, held: list[Held], namesakes: list[str]) -> Iterator[Doubt]:
    for code, about in dict.fromkeys(group.joins):
        yield doubt(code, *about)
    homes = {reading.home for reading in group.readings}
    if homes == {None}:
        yield doubt("unknown_province")
    if not homes - {None, NATIONAL} and namesakes:
        yield doubt("namesake", ", ".join(namesakes))
    dated = sorted(
        (one for one in held if one.office.first and not one.office.acting),
        key=lambda one: (one.office.first, one.office.last),
    )
    yield from _two_heads(dated)
    yield from _distant_levels(dated)
    yield from _no_common_office(group, held)


def _two_heads(dated: list[Held]) -> Iterator[Doubt]:
    """Two bodies of one kind led at one time, by articles of which none gives both."""
    latest: dict[tuple[str, str], Held] = {}
    for one in dated:
        role, body = one.office.role or "", one.office.organization
        if not role.startswith(_HEADS) or not body:
            continue
        words = spelt_out(body)
        # Nobody heads two departments, of whatever field.
        kind = "sở" if words.startswith("sở ") else kind_of_body(without_province(words, one.office.province))
        before = latest.get((role, kind))
        if before is not None and (one.office.first or "") <= (before.office.last or "") and _apart(one, before):
            yield doubt("two_heads", before.office.title, one.office.title)
        if before is None or (one.office.last or "") >= (before.office.last or ""):
            latest[role, kind] = one


def _apart(one: Held, other: Held) -> bool:
    """Whether the offices are different ones, and no article gives both."""
    if one.office.province == other.office.province and (one.words <= other.words or other.words <= one.words):
        return False
    return not _sources(one.office) & _sources(other.office)


def _distant_levels(dated: list[Held]) -> Iterator[Doubt]:
    """Offices two levels apart within a few years, by articles of which none gives both."""
    ranked = [one for one in dated if one.office.level and not (one.office.role or "").startswith(_OF_ALL_LEVELS)]
    for before, one in pairwise(ranked):
        earlier, later = before.office.last or "", one.office.first or ""
        steps = abs(_rank(one.office.level, later) - _rank(before.office.level, later))
        if steps >= 2 and _days(earlier, later) < _JUMP_DAYS and _apart(one, before):
            yield doubt("distant_levels", before.office.title, one.office.title)


def _rank(level: Level | None, day: str) -> int:
    tiers = (
        ["national", "province", "commune"] if day >= ERA_CHANGE else ["national", "province", "district", "commune"]
    )
    return tiers.index(level) if level in tiers else 2


def _days(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _no_common_office(group: Group, held: list[Held]) -> Iterator[Doubt]:
    """Articles that agree on name and province, but share no office and no body with the others."""
    parent: dict[str, str] = {}

    def find(node: str) -> str:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    bodies: dict[tuple[str, str | None], str] = {}
    for one in held:
        sources = sorted(_sources(one.office))
        for source in sources[1:]:
            parent[find(source)] = find(sources[0])
        if one.office.organization:
            words = without_province(spelt_out(one.office.organization), one.office.province)
            body = bodies.setdefault((words, one.office.province), sources[0])
            parent[find(sources[0])] = find(body)
    first: dict[str, Office] = {}
    for one in held:
        first.setdefault(find(min(_sources(one.office))), one.office)
    if len(first) > 1 and not group.joins:
        yield doubt("no_common_office", *[office.title for office in list(first.values())[:2]])


def _sources(office: Office) -> set[str]:
    return {sighting.source for sighting in office.sightings}
