"""A sentence as a row of the phrases that concern people: ways of address, offices, names."""

from __future__ import annotations

import re

import msgspec

from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.officials import names
from danvan_cli.parsing.officials.positions import PositionPhrase, read_position
from danvan_cli.parsing.officials.vocabulary import word_set
from danvan_cli.parsing.officials.words import Words

_LOCATIVES = word_set("locative")
"""A name that follows one of these without an address is a place's."""
_ADDRESS_KINDS = ("honorific_plural", "honorific", "religious", "rank")
# Ạ-Ỹ holds small letters too: more than enough for a glance.
_CAPITAL = "A-ZĐÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĨŨƠƯẠ-Ỹ"
_CAPITAL_PAIR = re.compile(rf"(?<!\w)([{_CAPITAL}][^\W\d_]*(?:'[^\W\d_]+){{0,3}})(?=\s?[{_CAPITAL}]|[-.])")


class Address(msgspec.Struct, frozen=True):
    """ "đồng chí", "bà", "các ông", a rank or religious title; ``value``: how it addresses, if it does."""

    start: int
    end: int
    value: str | None
    plural: bool = False


class Name(msgspec.Struct, frozen=True):
    """A run of capitalised words that names a person, in full or in short (one word)."""

    start: int
    end: int
    words: tuple[str, ...]
    """Folded."""
    addressed: bool
    certain: bool
    """Whether its first word is a family name, or an address or office stands right before it."""


Phrase = Address | Name | PositionPhrase


class _Scanner:
    def __init__(self, words: Words) -> None:
        self.words = words
        self.anchors = words.article.anchors
        self.found: list[Phrase] = []
        self.stops = self._name_stops()

    def _name_stops(self) -> frozenset[int]:
        """Where an office or organisation begins, which a name before it cannot run into."""
        plain = self.words.article.plain
        stops = set()
        for kind in ("role", "organization", "honorific", "honorific_plural", "action"):
            for anchor in self.anchors.between(kind, self.words.start, self.words.end):
                rest = plain[anchor.start : anchor.end].split(" ")[1:]
                # "Anh" is a common given name; "Ông" and "Bà" after a run without a stop open a new sentence.
                if any(part[:1].islower() for part in rest) or plain[anchor.start : anchor.end] in ("Ông", "Bà"):
                    stops.add(anchor.start)
        return frozenset(stops)

    def adjacent(self, index: int) -> Phrase | None:
        """The phrase that ends right before word ``index``."""
        if not self.found or index == 0:
            return None
        last = self.found[-1]
        end = last.reach if isinstance(last, PositionPhrase) else last.end
        return last if end == self.words[index - 1].end else None

    def scan(self) -> list[Phrase]:
        i, words = 0, self.words
        while i < len(words):
            word = words[i]
            known = self.anchors.any_at(word.start)
            after = self._address(i) if known else None
            if after is None and known:
                after = self._position(i)
            if after is None and word.capital:
                after = self._name(i)
            i = after or i + 1
        return self.found

    def _address(self, i: int) -> int | None:
        start = self.words[i].start
        if plural := self.anchors.at("honorific_plural", start):
            self.found.append(Address(start, plural.end, plural.value, plural=True))
            return self.words.index(plural.end)
        if (single := self.anchors.at("honorific", start)) and not self._inside_run(i):
            if single.value:
                self.found.append(Address(start, single.end, single.value))
            return self.words.index(single.end)
        for kind in ("religious", "rank"):
            title = self.anchors.at(kind, start)
            if title and not self._inside_run(i) and self.words[i].capital | (kind == "religious"):
                self.found.append(Address(start, title.end, title.value or None))
                return self.words.index(title.end)
        return None

    def _inside_run(self, i: int) -> bool:
        """Whether word ``i`` goes on a run of capitals ("Lê Anh", "nước Anh")."""
        word = self.words[i]
        if not word.capital or i == 0 or not self.words.follows(i) or word.start in self.stops:
            return False
        before = self.words[i - 1]
        return before.capital and self.adjacent(i) is None

    def _position(self, i: int) -> int | None:
        head, organization = self.words.term("role", i), self.words.term("organization", i)
        if head is None or (organization and organization.end > head.end and head.end > organization.start + 1):
            return self._organization(i, organization)
        if self.words[i].low == "vụ" and i and self.words[i - 1].low == "chức":
            return None  # "chức vụ Trưởng phòng" holds no "vụ trưởng"
        phrase = read_position(self.words, head)
        if phrase is None:
            return None
        self.found.append(phrase)
        return self.words.index(phrase.end)

    def _organization(self, i: int, organization: Anchor | None) -> int | None:
        """Step over an organisation, whose words may look like an office ("Ban Bí thư")."""
        after = self.words.index(organization.end) if organization else i + 1
        return after if after > i + 1 else None

    def _name(self, i: int) -> int | None:
        words = self.words
        before = self.adjacent(i)
        end = names.run_end(words, i, self.stops)
        size = end - i
        if size == 0:
            return None
        start = words[i].start
        addressed = isinstance(before, Address) and before.value is not None
        historical = self.anchors.at("historical", start)
        if historical and isinstance(before, PositionPhrase) and end > words.index(historical.end):
            historical = None  # "Giám đốc Sở Nội vụ Trần Phú Hùng" bears two words of the name
        if historical and (historical.value == "always" or not (addressed or self._office_after(end))):
            return max(end, words.index(historical.end))
        introduced = before is not None and not isinstance(before, Name)
        surname = names.is_surname(words[i].text)
        if not introduced and not self._stands_alone(i, end, surname):
            return end
        if not addressed and (self._names_place(i, end) or self._in_credit(i)):
            return end
        if not addressed and isinstance(before, PositionPhrase) and not self._after_office(before, i, surname):
            return end
        end = self._cut(i, end)
        spelled = tuple(words[k].low for k in range(i, end) if words[k].low[0].isalpha())
        self.found.append(
            Name(start, words[end - 1].end, spelled, addressed, introduced or surname),
        )
        return end

    def _cut(self, i: int, end: int) -> int:
        """No name has more capitals than ``MAX_NAME``: what comes after them belongs to something else."""
        capitals = [k for k in range(i, end) if self.words[k].capital]
        return capitals[names.MAX_NAME] if len(capitals) > names.MAX_NAME else end

    def _after_office(self, office: PositionPhrase, i: int, surname: bool) -> bool:
        """Whether a run right after an office can be its holder's name."""
        if self.anchors.at("no_name", self.words[i].start):
            return False
        words = self.words
        end = names.run_end(self.words, i, self.stops)
        if end == i + 1 and not self._ends_name(end):
            return False  # "Tổng cục trưởng Đường bộ"
        if surname or names.has_middle_name(words, i, end):
            return not self._is_organization(i)
        if office.foreign:
            return names.can_be_foreign(words[i].text) or (i + 1 < len(words) and words.dashed(i + 1))
        return end - i > 1 and office.public is True and all(words[k].text.isascii() for k in range(i, end))

    def _names_place(self, i: int, end: int) -> bool:
        """Whether words ``i:end`` are the name of a place and no more."""
        first, last = self.words[i].start, self.words[end - 1].end
        places = [self.words.term(kind, i) for kind in ("province", "district", "country")]
        return any(place is not None and place.start == first and place.end >= last for place in places)

    def _in_credit(self, i: int) -> bool:
        """Whether a photographer is named ("Ảnh: …")."""
        return i > 1 and self.words[i - 1].text == ":" and self.words[i - 2].low in ("ảnh", "tin", "video", "clip")

    def _ends_name(self, index: int) -> bool:
        """Whether what stands at ``index`` can follow a name of one word: a mark, a verb, an adverb."""
        words = self.words
        if index >= len(words) or not words[index].text.isalpha():
            return True
        return any(words.term(kind, index) for kind in ("action", "verb_adverb", "verb_bridge", "appointment"))

    def _office_after(self, index: int) -> bool:
        """Whether a comma, dash or bracket and then an office follow at word ``index``."""
        words = self.words
        return index < len(words) and words[index].text in (",", "-", "(") and words.term("role", index + 1) is not None

    def _is_organization(self, i: int) -> bool:
        """Whether a word that some family bears opens an organisation here ("Báo Xây dựng", "Đoàn Thanh niên")."""
        if self.words.term("organization", i):
            return True
        opened = self.words.term("organization_open", i)
        if opened is None:
            return False
        return opened.end > self.words[i].end or not names.is_common_surname(self.words[i].text)

    def _stands_alone(self, i: int, end: int, surname: bool) -> bool:
        """Whether a run with no address and no office before it can be a person's name."""
        words, size = self.words, end - i
        if not 2 <= size <= names.MAX_NAME or self.anchors.at("no_name", words[i].start):
            return False
        if i:
            before = words[i - 1]
            if (
                before.capital
                and words.follows(i)
                and not before.text.islower()
                and words.article.plain[before.end] == " "
            ):
                return False  # within a longer run: "ĐH Y Hà Nội"
            if before.text.isdigit():
                return False  # a house in a street: "68 Trần Thái Tông"
            if before.low in _LOCATIVES and not (i > 1 and words[i - 2].low == "thừa"):
                return False
            if self.anchors_end("organization_open", before.start, before.end):
                return False
            if self.anchors_end("place_kind", before.start, before.end) or before.text in ("'", '"'):
                return False
        if surname:
            return not self._is_organization(i)
        if all(words[k].text.isascii() for k in range(i, end)) and self._office_after(end):
            return True
        if i == 0 or words[i - 1].low not in (";", ":", ",", "và", "cùng"):
            return False
        opened = any(isinstance(phrase, Address) and phrase.plural for phrase in self.found)
        return opened and not self._is_organization(i)

    def anchors_end(self, kind: str, start: int, end: int) -> bool:
        """Whether an anchor of ``kind`` ends with the word ``start:end``."""
        return any(anchor.end == end for anchor in self.anchors.between(kind, max(0, start - 12), end))


def names_nobody(article: Article, start: int, end: int) -> bool:
    """Whether a glance at ``start:end`` tells that no address, no office and no name stands there."""
    if any(article.anchors.begins_in(kind, start, end) for kind in (*_ADDRESS_KINDS, "role")):
        return False
    return not any(names.is_surname(pair[1]) for pair in _CAPITAL_PAIR.finditer(article.plain, start, end))


def read_phrases(words: Words) -> list[Phrase]:
    """The addresses, offices and names of a sentence, in order; none overlaps another."""
    return _Scanner(words).scan()
