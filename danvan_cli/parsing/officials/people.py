"""Who is who over an article: one person for all the ways in which the text speaks of one.

Full names come first; then short ones ("đồng chí Hương", "Bí thư Thăng"), pronouns ("Ông cũng nhắc"), and offices that
stand for their holder ("Bí thư Tỉnh ủy nhấn mạnh").
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from danvan_cli.parsing.officials.mention import Mention
from danvan_cli.parsing.officials.positions import PositionPhrase
from danvan_cli.parsing.officials.sameness import same_office

_MALE, _FEMALE = frozenset({"ông", "anh", "ngài"}), frozenset({"bà", "chị", "cô"})


class Held(msgspec.Struct):
    """An office of a person where the text gives it."""

    phrase: PositionPhrase
    caption: bool
    left: bool = False
    """Left in the article's own words ("thôi giữ chức …", "từng giữ chức …")."""


class Person(msgspec.Struct, eq=False):
    """Everything the article says of one person, officials or not."""

    words: tuple[str, ...]
    """The fullest name, folded."""
    start: int
    end: int
    mentions: list[Mention] = []
    held: list[Held] = []
    listed: bool = False
    """Named in a list of comrades who chair or attend."""
    titles: set[tuple[str, bool]] = msgspec.field(default_factory=set)
    """The offices in ``held``, folded, and whether they were left."""
    addresses: set[str | None] = msgspec.field(default_factory=set)

    @property
    def gender(self) -> str | None:
        """ "male" or "female" where an address or the middle name "Thị" tells."""
        if self.addresses & _MALE:
            return "male"
        if self.addresses & _FEMALE or "thị" in self.words[1:-1]:
            return "female"
        return None


class Resolver:
    """Finds the person of each mention, sentence by sentence, after all full names are known."""

    def __init__(self, article_low: str, sentences: list[tuple[list[Mention], bool]]) -> None:
        self.low = article_low
        self.people: dict[tuple[str, ...], Person] = {}
        self.by_last: dict[str, list[Person]] = {}
        self.by_first: dict[str, list[Person]] = {}
        self.by_role: dict[str, list[Person]] = {}
        self.focus: list[Person] = []
        for mentions, caption in sentences:
            for mention in mentions:
                if mention.kind == "name":
                    self._register(mention, caption)
        self._merge_suffixes()
        for person in self.people.values():
            self.by_last.setdefault(person.words[-1], []).append(person)
            self.by_first.setdefault(person.words[0], []).append(person)
            for held in person.held:
                holders = self.by_role.setdefault(held.phrase.role, [])
                if person not in holders:
                    holders.append(person)

    def _register(self, mention: Mention, caption: bool) -> None:
        person = self.people.get(mention.words)
        if person is None:
            person = self.people[mention.words] = Person(mention.words, mention.start, mention.end)
        self._add(person, mention, caption)

    def _add(self, person: Person, mention: Mention, caption: bool) -> None:
        mention.person = person
        person.mentions.append(mention)
        person.addresses.add(mention.honorific)
        person.listed |= mention.listed
        self.give(person, mention.positions, caption)

    def give(self, person: Person, offices: list[PositionPhrase], caption: bool, *, left: bool = False) -> None:
        """Give a person offices; one in the same words is kept once."""
        for phrase in offices:
            title = self.low[phrase.start : phrase.end]
            if (title, left or phrase.past) not in person.titles:
                person.titles.add((title, left or phrase.past))
                person.held.append(Held(phrase, caption, left or phrase.past))

    def _merge_suffixes(self) -> None:
        """ "đồng chí Lan Hương" is Lê Thị Lan Hương where the article names her."""
        ending: dict[tuple[str, ...], list[Person]] = {}
        for words, person in self.people.items():
            for k in range(1, len(words) - 1):
                ending.setdefault(words[k:], []).append(person)
        for words in [w for w in self.people if len(w) == 2 and len(ending.get(w, [])) == 1]:
            short, full = self.people[words], ending[words][0]
            if not any(mention.addressed for mention in short.mentions):
                continue
            del self.people[words]
            for mention in short.mentions:
                mention.person = full
            full.mentions = sorted([*full.mentions, *short.mentions], key=lambda m: m.start)
            full.held += short.held
            full.addresses |= short.addresses
            full.listed |= short.listed

    def resolve(self, mentions: Iterable[Mention], caption: bool) -> None:
        """Find the people of one sentence's mentions; sentences must come in order of text."""
        spoken_of: list[Person] = []
        for mention in mentions:
            if mention.person is None:
                if mention.kind == "short":
                    self._resolve_short(mention, caption)
                elif mention.kind == "role":
                    self._resolve_role(mention, caption)
                elif mention.kind == "pronoun":
                    self._resolve_pronoun(mention, caption, spoken_of)
            if mention.person is not None and mention.person not in spoken_of:
                spoken_of.append(mention.person)
        # A pronoun takes up whom the sentence before began with, rather than whom it ended with.
        self.focus = [*(p for p in self.focus[-8:] if p not in spoken_of), *reversed(spoken_of)]

    def _resolve_short(self, mention: Mention, caption: bool) -> None:
        word = mention.words[-1]
        candidates = self.by_last.get(word) or self.by_first.get(word) or []
        wanted = "male" if mention.honorific in _MALE else "female" if mention.honorific in _FEMALE else None
        fitting = [p for p in candidates if wanted is None or p.gender in (wanted, None)] or []
        if mention.positions and not mention.addressed:
            roles = {phrase.role for phrase in mention.positions}
            fitting = [p for p in fitting if any(h.phrase.role in roles for h in p.held)] or fitting
        before = [p for p in fitting if p.start < mention.start]
        chosen = next((p for p in reversed(self.focus) if p in before), None)
        if chosen is None and fitting:
            chosen = (before or fitting)[-1]
        if chosen is not None:
            self._add(chosen, mention, caption)
        elif mention.positions and all(phrase.foreign for phrase in mention.positions):
            self._register(mention, caption)
            person = self.people[mention.words]
            self.by_last.setdefault(mention.words[-1], []).append(person)

    def _resolve_role(self, mention: Mention, caption: bool) -> None:
        """The holder of an office, if the article names exactly one."""
        phrase = mention.positions[-1]
        if phrase.former or phrase.plural:
            return
        found: list[Person] = []
        for person in self.by_role.get(phrase.role, []):
            if any(not held.left and self._stands_for(phrase, held.phrase) for held in person.held):
                found.append(person)
                if len(found) > 1:
                    return
        if len(found) == 1:
            # An office that stands for its holder may say more of it than before, but gives nobody a new one.
            known = [held.phrase for held in found[0].held]
            mention.positions = [p for p in mention.positions if any(same_office(self.low, p, k) for k in known)]
            self._add(found[0], mention, caption)

    def _stands_for(self, short: PositionPhrase, full: PositionPhrase) -> bool:
        """Whether an office without a name can be the one that a person was given before."""
        if full.former or (full.head_end == full.end and short.head_end < short.end):
            return False  # who is just "giám đốc" need not be the "Giám đốc Sở …"
        return same_office(self.low, short, full)

    def _resolve_pronoun(self, mention: Mention, caption: bool, spoken_of: list[Person]) -> None:
        wanted = "male" if mention.honorific in _MALE else "female" if mention.honorific in _FEMALE else None
        named = [person for person in spoken_of if wanted is not None and person.gender == wanted]
        if len(named) == 1:
            self._add(named[0], mention, caption)
            return
        for back, person in enumerate(reversed(self.focus[-6:])):
            if wanted is None or person.gender == wanted or (person.gender is None and not back):
                self._add(person, mention, caption)
                return
