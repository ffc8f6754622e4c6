"""Whose office is it? The patterns by which news ties offices to names within one sentence.

``NAME, OFFICE, OFFICE`` · ``OFFICE, OFFICE NAME`` · ``các đồng chí: NAME, OFFICE; NAME, OFFICE`` · ``NAME - OFFICE`` ·
``các OFFICE: NAME; NAME`` (shared) · ``NAME (OFFICE)`` · ``OFFICE - ông NAME`` · ``NAME và NAME, OFFICE`` (several).
"""

from __future__ import annotations

from itertools import pairwise

import msgspec

from danvan_cli.parsing.officials.gaps import chains, links, without_brackets
from danvan_cli.parsing.officials.mention import Mention
from danvan_cli.parsing.officials.phrases import read_phrases
from danvan_cli.parsing.officials.positions import PositionPhrase
from danvan_cli.parsing.officials.units import Unit, join_addresses
from danvan_cli.parsing.officials.vocabulary import word_set
from danvan_cli.parsing.officials.words import Words

_OBLIQUE = word_set("oblique") | {"với"}
_KIN = word_set("kin")
_ON_BEHALF = ("ủy quyền", "ủy quyền của", "ủy nhiệm", "ủy nhiệm của", "thừa lệnh", "thay mặt")
_BEHALF_REACH = 16
_SEVERAL = word_set("plural")
_DATE_WORDS = frozenset({"ngày", "tháng", "năm", "lúc", "/", "-", "."})
_YEAR_DIGITS = 4
_CONSISTS = frozenset({"gồm", "có", "là", ":"})
_LIST_WORDS = word_set("list")
_PAST = word_set("past")
_ROW_OF_OFFICES = 6
"""Offices that one person has in print, and the name."""


class _Attacher:
    """Walks the units of a sentence once, left to right."""

    def __init__(self, words: Words, units: list[Unit]) -> None:
        self.words, self.units = words, units
        self.mentions: list[Mention] = []
        self.last_reach = words.start
        # Offices that wait for a name.
        self.pending: list[PositionPhrase] = []
        self.pending_start = 0
        self.pending_honorific: str | None = None
        self.pending_plural = False
        # Whom the next office is given to, with those who share it ("A và B, Phó Chủ tịch").
        self.current: Mention | None = None
        self.batch: list[Mention] = []
        # The list that "các đồng chí" or a shared office opened.
        self.in_list = False
        self.comrades = False
        self.shared: list[PositionPhrase] = []
        self.shared_addressed: bool | None = None

    def run(self) -> list[Mention]:
        for k, unit in enumerate(self.units):
            if unit.start < self.last_reach:
                continue  # read as part of the office before it
            gap = self.words.between(self.last_reach, unit.start)
            following = self.units[k + 1] if k + 1 < len(self.units) else None
            if unit.kind == "plural":
                named = self.pending if self.pending_plural and set(gap) <= _CONSISTS else []
                self._close()
                self.shared, self.in_list = named, True  # "hai Phó Chủ tịch gồm các ông A, B"
                self.shared_addressed = True
                self.comrades = unit.honorific == "đồng chí"
            elif unit.kind == "pronoun":
                self._close()
                first = self.words.index(unit.start)
                if self._counted(first):
                    continue  # "cha ông" is another person, "05 đồng chí" are several
                after = self.words.index(unit.end)
                if after < len(self.words) and self.words[after].low == "đó":
                    continue  # whom somebody speaks of, not who spoke
                self.current = Mention(
                    "pronoun", unit.start, unit.end, unit.start, unit.end, honorific=unit.honorific, addressed=True
                )
                self.mentions.append(self.current)
                self.batch = []
            elif unit.kind == "position":
                self._position(k, unit, gap, following)
            else:
                self._name(unit, gap, heads_row=gap == [":"] and self._heads_row(k - 1))
            self.last_reach = max(unit.reach, self.last_reach)
        self._close()
        return sorted(self.mentions, key=lambda m: m.start)

    def _counted(self, index: int) -> bool:
        """Whether the word before an address at ``index`` makes it somebody's relative or several people."""
        before, earlier = [self.words[k].low if k >= 0 else "" for k in (index - 1, index - 2)]
        number = before.isdigit() and len(before) < _YEAR_DIGITS and earlier not in _DATE_WORDS
        return before in _KIN or before in _SEVERAL or number

    def _close(self) -> None:
        """Offices that found no name stand for their holder, if they can."""
        if self.pending and not self.pending_plural:
            first, last = self.pending[0], self.pending[-1]
            if not any(position.group for position in self.pending):
                self.mentions.append(
                    Mention(
                        "role",
                        first.start,
                        last.end,
                        self.pending_start,
                        last.reach,
                        honorific=self.pending_honorific,
                        positions=list(self.pending),
                        addressed=self.pending_honorific is not None,
                    )
                )
        self.pending, self.pending_plural, self.pending_honorific = [], False, None
        self.current = None

    def _before_name(self, k: int) -> bool:
        """Whether a name follows the office ``k`` at once, so that the office is that name's."""
        unit, following = self.units[k], self.units[k + 1] if k + 1 < len(self.units) else None
        if following is None or following.kind != "name":
            return False
        gap = self.words.between(unit.reach, following.start)
        plural = unit.position is not None and unit.position.plural
        return not gap or (gap == [":"] and (plural or self._heads_row(k)))

    def _heads_row(self, k: int) -> bool:
        """Whether the office ``k`` is each one's of a row of bare names: "nguyên Chủ tịch huyện: A, B"."""
        row = self.units[k : k + 3]
        if k < 0 or [unit.kind for unit in row] != ["position", "name", "name"]:
            return False
        if any(unit.addressed for unit in row):
            return False
        marks = [self.words.between(unit.reach, following.start) for unit, following in pairwise(row)]
        return marks[0] == [":"] and marks[1] in ([","], ["và"])

    def _named_last(self, owner: Mention) -> bool:
        """Whether a person's name came after the offices ("Chủ nhiệm Ủy ban Pháp luật A")."""
        return bool(owner.positions) and all(position.end <= owner.start for position in owner.positions)

    def _leads_to_name(self, k: int) -> bool:
        """Whether office ``k`` is the first of a row that ends with a name: "…, Bí thư Tỉnh ủy, Trưởng đoàn … B"."""
        for unit, following in pairwise(self.units[k : k + _ROW_OF_OFFICES]):
            if following.kind == "name":
                return self.words.between(unit.reach, following.start) in ([], [":"])
            if following.kind != "position" or self.words.between(unit.reach, following.start) != [","]:
                return False
        return False

    def _position(self, k: int, unit: Unit, gap: list[str], following: Unit | None) -> None:
        position = unit.position
        assert position is not None  # noqa: S101 - a unit of this kind has one
        after_plural = self._follows_plural(k)
        if position.plural or after_plural:
            if not (self.pending_plural and chains(gap)):
                self._close()
                self.pending = []
            self.shared = []
            self.pending.append(position)
            self.pending_plural = True
            self.pending_start = unit.start
            self.current, self.batch = None, []
            return
        if self.pending and chains(gap) and not unit.addressed and not self._delegates():
            twice = any(other.role == position.role and other.former == position.former for other in self.pending)
            if twice or self._given_to_another(k):
                self._close()  # nobody is minister twice: a list of different people
                self.pending_start = unit.start
            self.pending.append(position)
            return
        owner = self.current
        if owner is not None and gap == [","] and self._word_before(owner) in _KIN:
            # "ông A (em trai ông B, Giám đốc …)": A is the director, unless A has an office already.
            relative = next((m for m in reversed(self.mentions) if m.start < owner.start and m.kind == "name"), None)
            owner = owner if relative is not None and relative.positions else relative
        copula = owner is not None and (owner.kind == "name" or owner.kind == "short" or "là" in gap)
        if owner is not None and copula and links(gap) and not unit.addressed:
            if (owner.positions and not gap) or self._opens_clause(owner, unit, gap):
                pass
            elif not owner.positions and gap and self._names_body(unit, following):
                assert following is not None  # noqa: S101 - as _names_body says
                self._give(owner, msgspec.structs.replace(position, end=following.end, reach=following.end), gap)
                self.last_reach = following.end
                return
            elif not self._before_name(k) and not (self._named_last(owner) and self._leads_to_name(k)):
                self._give(owner, position, gap)
                return
        elif (
            owner is not None
            and copula
            and gap == ["và"]
            and owner.outer_end > owner.end
            and not unit.addressed
            and not self._before_name(k)
        ):
            self._give(owner, position, gap)
            return
        self._close()
        if self._is_given(unit.start) and self._names_body(unit, following):
            assert following is not None  # noqa: S101 - as _names_body says
            position = msgspec.structs.replace(position, end=following.end, reach=following.end)
            self.last_reach = following.end
        self.pending = [position]
        self.pending_start = unit.start
        self.pending_honorific = unit.honorific if unit.addressed else None

    def _pending_opens(self) -> bool:
        """Whether the offices that wait for a name begin a clause: "Trả lời Bí thư Thành ủy, ông A" names another."""
        first = self.words.index(self.pending_start)
        return first == 0 or self.words[first - 1].text in (",", ";", ".", ":")

    def _delegates(self) -> bool:
        """ "thừa ủy quyền của Thủ tướng, Bộ trưởng A": the office that waits for a name gave the power away."""
        before = self.words.article.low[max(self.words.start, self.pending_start - _BEHALF_REACH) : self.pending_start]
        return before.rstrip().endswith(_ON_BEHALF)

    def _alias(self, unit: Unit) -> bool:
        """Whether a bracket right after a name holds nothing but another: "đồng chí Bô Nhơn (Lê Viết Muồng)"."""
        after = self.words.index(unit.end)
        return not unit.addressed and after < len(self.words) and self.words[after].text == ")"

    def _word_before(self, mention: Mention) -> str:
        first = self.words.index(mention.outer_start)
        return self.words[first - 1].low if first else ""

    def _names_body(self, unit: Unit, following: Unit | None) -> bool:
        """Whether the "name" after a person's office is its body's own ("ông A - Giám đốc Khu kinh tế mở Chu Lai")."""
        if following is None or following.name is None or following.addressed or len(following.name.words) != 2:
            return False
        return not self.words.between(unit.reach, following.start)

    def _given_to_another(self, k: int) -> bool:
        """ "Ông A được cử làm Bí thư Huyện ủy, Phó Chủ tịch B nghỉ hưu": what waits is A's, office ``k`` B's."""
        return bool(self.mentions) and self._is_given(self.pending_start) and self._before_name(k)

    def _says(self, unit: Unit) -> bool:
        """ "Giám đốc Sở: Ông A sắp nghỉ hưu": after the colon stands what the office's holder says."""
        after = self.words.index(unit.reach)
        return after < len(self.words) and self.words[after].text.isalpha() and self.words[after].low != "và"

    def _is_given(self, start: int) -> bool:
        """Whether a verb of appointment stands before the office at ``start``: its holder is not the name after it."""
        first = self.words.index(start)
        return first > 0 and self.words[first - 1].low in ("vụ", "chức", "làm", "giữ")

    def _opens_clause(self, owner: Mention, unit: Unit, gap: list[str]) -> bool:
        """ "Trao quyết định cho đồng chí A, Chủ tịch nước nêu rõ": the office is the speaker's, not A's."""
        words = self.words
        if gap != [","] or owner.positions or self._word_before(owner) not in _OBLIQUE:
            return False
        after = words.index(unit.reach)
        verb = after < len(words) and words.term("action", after)
        return bool(verb) and bool(words.article.anchors_in("action", words.start, words[min(3, len(words) - 1)].end))

    def _follows_plural(self, k: int) -> bool:
        """Whether "các đồng chí" stands right before unit ``k``."""
        before = self.units[k - 1] if k else None
        return (
            before is not None and before.kind == "plural" and not self.words.between(before.end, self.units[k].start)
        )

    def _give(self, owner: Mention, position: PositionPhrase, gap: list[str]) -> None:
        """Give an office to ``owner``; ``gap``: the words before it, which may tell that it is past."""
        goes_on = gap[-1:] in (["và"], ["rồi"]) and bool(owner.positions) and owner.positions[-1].past
        if goes_on or _PAST & set(gap):
            position = msgspec.structs.replace(position, past=True)
        for member in self.batch if owner in self.batch else [owner]:
            member.positions.append(position)
        owner.outer_end = max(owner.outer_end, position.reach)

    def _name(self, unit: Unit, gap: list[str], *, heads_row: bool) -> None:
        name = unit.name
        assert name is not None  # noqa: S101 - a unit of this kind has one
        own: list[PositionPhrase] = []
        outer_start = unit.start
        close = self.pending and (
            not gap
            or gap in ([":"], ["là"])
            or (unit.addressed and gap in (["-"], ["("]))
            or (gap == [","] and name.certain and self._pending_opens())
            or (self.pending_plural and set(gap) <= _CONSISTS)
        )
        if close and not self.pending_plural and self.pending[-1].aide_of_next and unit.addressed:
            close = False  # "thư ký ông A": somebody else
            self.pending = []
        if close and gap == [":"] and unit.addressed and not self.pending_plural and self._says(unit):
            close = False
        if close and not any(p.group for p in self.pending if not self.pending_plural):
            if self.pending_plural or heads_row:
                self.shared, self.shared_addressed = self.pending, unit.addressed
                self.in_list = True
            else:
                own = self.pending
                self.shared = []
            outer_start = self.pending_start
            self.pending, self.pending_plural, self.pending_honorific = [], False, None
        else:
            in_row = all(word in _LIST_WORDS for word in without_brackets(gap))
            # A rank ("Đại tá") restarts nobody's list; "đồng chí" before one name of it does.
            restarts = unit.honorific is not None and not self.shared_addressed
            if self.shared and (not in_row or restarts):
                self.shared = []
            self.in_list = self.in_list and in_row
        previous = self.current
        if previous is not None and gap == ["("] and self._alias(unit):
            previous.outer_end = unit.end + 1
            return
        self._close()
        mention = Mention(
            "name" if len(name.words) > 1 or "'" in name.words[0] else "short",  # K'Mák is a whole name
            name.start,
            name.end,
            outer_start,
            unit.end,
            words=name.words,
            honorific=unit.honorific,
            positions=[*own, *self.shared],
            listed=self.in_list and self.comrades,
            addressed=unit.addressed,
        )
        joined = all(word in (",", "và") for word in gap) and bool(gap)
        if (
            previous is not None
            and previous in self.batch
            and joined
            and not unit.addressed
            and not previous.positions
            and not own
            and self.in_list
        ):
            self.batch.append(mention)
        else:
            self.batch = [mention]
        self.mentions.append(mention)
        self.current = mention


def attach(words: Words) -> list[Mention]:
    """The people of a sentence, in order, each with the offices that the sentence gives them."""
    return _Attacher(words, join_addresses(words, read_phrases(words))).run()
