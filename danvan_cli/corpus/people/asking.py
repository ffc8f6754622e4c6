"""Which persons are asked for, by name and by office, however they are typed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from danvan_cli.corpus.people.person import Office, Person
from danvan_cli.corpus.people.spelling import contains, name_key, spelt_out, without_modifier
from danvan_cli.lexicon import terms_of
from danvan_cli.lexicon.folding import bare, fold


class Asked(NamedTuple):
    """What is asked for, folded; an empty part asks for nothing. Role and organization must be of one office."""

    name: str = ""
    role: str = ""
    organization: str = ""

    def has(self, person: Person) -> bool:
        """Whether ``person`` is called so in some article, and holds or held such an office."""
        if self.name and not any(contains(self.name, name_key(name)) for name in (person.name, *person.other_names)):
            return False
        if not self.role and not self.organization:
            return True
        return any(self._has_office(office) for office in person.offices)

    def _has_office(self, office: Office) -> bool:
        if self.role and not any(_begins(self.role, role) for role in (office.role or "", office.title)):
            return False
        return not self.organization or contains(self.organization, spelt_out(office.organization or office.title))


def asked(name: str | None, role: str | None, organization: str | None) -> Asked:
    """What the words of a command line ask for."""
    return Asked(name_key(name or ""), spelt_out(role or ""), spelt_out(organization or ""))


def known_role(role: str) -> bool:
    """Whether a role of the vocabulary begins with ``role``, or it with one ("chủ tịch HĐND")."""
    wanted = spelt_out(role)
    known = [spelt_out(name) for name in roles()]
    if wanted == bare(wanted):
        known = [bare(name) for name in known]
    return any(f"{name} ".startswith(f"{wanted} ") or f"{wanted} ".startswith(f"{name} ") for name in known)


@cache
def roles() -> tuple[str, ...]:
    """The usual names of the roles that the vocabulary knows."""
    return tuple(dict.fromkeys(term.value.partition("|")[0] for term in terms_of("role")))


def names_of(persons: Iterable[Person]) -> list[str]:
    """Every person's name, once."""
    return list(dict.fromkeys(person.name for person in persons))


def organizations_of(persons: Iterable[Person]) -> list[str]:
    """Every body in which someone holds an office, once."""
    bodies = (office.organization for person in persons for office in person.offices)
    return list(dict.fromkeys(body for body in bodies if body))


def nearest(typed: str, names: Iterable[str]) -> list[str]:
    """The three of ``names`` that are most like ``typed``, diacritics apart."""
    from rapidfuzz import fuzz, process

    keys = {bare(fold(name)): name for name in names}
    found = process.extract(bare(fold(typed)), list(keys), scorer=fuzz.WRatio, limit=3, score_cutoff=70)
    return [keys[key] for key, _, _ in found]


def _begins(wanted: str, written: str) -> bool:
    """Whether a role begins with the words asked for: "chủ tịch" asks for no "Phó Chủ tịch"."""
    role = spelt_out(without_modifier(written))
    if wanted == bare(wanted):
        role = bare(role)
    return f"{role} ".startswith(f"{wanted} ")
