"""What follows the head of an office: ``suffix* (organisation | field | place)*``.

Organisations are known words, or open ones ("Sở …", "Ban Chỉ đạo …") that go on until something that cannot belong to
them; a field of work follows heads that swallowed the body's noun (Trưởng ban Dân vận heads the Ban Dân vận).
"""

from __future__ import annotations

from collections.abc import Callable

from danvan_cli.lexicon import fold
from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.officials import names
from danvan_cli.parsing.officials.bodynames import body_name_end, unit_follows
from danvan_cli.parsing.officials.placenames import foreign_place_length, place_length
from danvan_cli.parsing.officials.vocabulary import word_set
from danvan_cli.parsing.officials.words import Words

_FIELD_ROLES = word_set("field_role")
_FOREIGN_PLACE_HEADS = ("Thị trưởng", "Tỉnh trưởng", "Đô trưởng", "Thống đốc", "Thủ hiến")
_FOR_MATTERS = ("ban chỉ đạo", "ban chỉ huy", "ban vận động", "hội đồng", "tiểu ban", "tổ công tác")
"""Bodies that are called by the matters they are for."""
_HAMLETS = ("thôn", "bản", "ấp", "xóm", "buôn", "khóm", "khu phố", "khu dân cư", "dân phố")
_ROMAN = word_set("roman")

Nested = Callable[[Words, Anchor], tuple[int, bool] | None]
"""Reads an office inside an office ("Thư ký cho Bí thư Tỉnh ủy"): where it ends, and whether it is public."""


class Complement:
    """Reads on from the head of an office, one step at a time; ``i`` is the next word."""

    def __init__(self, words: Words, head: Anchor, nested: Nested) -> None:
        self.words = words
        self.article: Article = words.article
        self.role, _, self.flag = head.value.partition("|")
        self.nested = nested
        self.i = words.index(head.end)
        self.last = "head"
        self.suffixes: list[str] = []
        self.organizations: list[Anchor] = []
        self.units: list[Anchor] = []
        self.places: list[Anchor] = []
        self.private = False
        self.public = False
        self.foreign = self.flag == "foreign"
        self.head_start, self.head_end = head.start, head.end
        self.field = fold(self.role).split(" ")[-1] in _FIELD_ROLES

    def at(self, kind: str, index: int | None = None) -> Anchor | None:
        """The term of ``kind`` at the next word, or at word ``index``."""
        i = self.i if index is None else index
        return self.words.term(kind, i)

    def take(self, anchor: Anchor, last: str) -> None:
        """Step over ``anchor``, which is ``last``: "org", "unit", "place" or "field"."""
        self.i = self.words.index(anchor.end)
        self.last = last

    def adjoining(self) -> bool:
        """Whether there is a next word and it stands in the same phrase."""
        words, i = self.words, self.i
        return i < len(words) and words[i].start - words[i - 1].end <= 2

    def step(self) -> bool:
        """Take what can come next; ``False`` where the phrase ends."""
        word = self.words[self.i]
        if self.last == "head" and (suffix := self.at("role_suffix")):
            return self._suffix(suffix)
        if self.flag == "aide" and self.last == "head" and (role := self.at("role")):
            inner = self.nested(self.words, role)
            if inner is not None:
                self.i, self.last, self.public = self.words.index(inner[0]), "org", inner[1]
                return True
        if word.low in ("của", "thuộc", "cho", "tại", "nước"):
            return self._linked(word.low)
        if self.field and self.last == "head" and self._field():
            return True
        country, opened = self.at("country"), self.at("organization_open")
        if (self.at("province") or (country and opened and country.end > opened.end)) and self.place():
            return True
        return self.organization() or self.unit() or self.place() or self._acronym() or self._mark()

    def _suffix(self, suffix: Anchor) -> bool:
        following = self.words.index(suffix.end)
        if suffix.value == "phụ trách" and not any(
            self.at(kind, following) for kind in ("organization", "organization_open", "field")
        ):
            return False
        if suffix.value == "điều hành" and self.role.endswith(("Bí thư", "Chủ tịch")):
            return False  # the verb
        if suffix.value == "thường trực" and self.at("organization", self.i) and self.role == "Thường trực":
            return False
        self.suffixes.append(suffix.value)
        self.i = following
        self.head_end = suffix.end
        return True

    def _linked(self, link: str) -> bool:
        if link == "cho" and self.flag != "aide":
            return False
        if link == "tại" and not self.foreign:
            return False
        here, last = self.i, self.last
        self.i, self.last = self.i + 1, last if link == "cho" else "org"
        if link == "của" and last == "org" and (principal := self._principal()):
            self.i = principal
            return True
        if self.i < len(self.words) and (
            (self.flag == "aide" and link == "cho" and self.at("role") and self.step())
            or self.organization()
            or self.unit()
            or self.place()
        ):
            return True
        self.i, self.last = here, last
        return False

    def _principal(self) -> int | None:
        """The index after "Thủ tướng Chính phủ" in "Tổ trưởng Tổ công tác của Thủ tướng Chính phủ"."""
        role = self.at("role")
        inner = self.nested(self.words, role) if role and role.value == "Thủ tướng" else None
        return self.words.index(inner[0]) if inner else None

    def _field(self) -> bool:
        field, opened = self.at("field"), self.at("field_open")
        if opened and (field is None or opened.end > field.end):
            begin = self.words.index(opened.end)
            end = body_name_end(self.words, begin, named=False, listing=True)
            if end > begin:
                self.i, self.last, self.public = end, "org", True
                return True
        if field is None and self._unknown_field():
            return True
        if field is None or (self.role.endswith("trưởng") and not self.words[self.i].capital):
            return False
        event = self.article.low[field.start : field.end] == "tổ chức" and not self.words[self.i].capital
        self.take(field, "field")
        if occasion := self._occasion(field):
            self.i = occasion
        self.public |= not event  # the "ban tổ chức" of a contest is no public body
        return True

    def _occasion(self, field: Anchor) -> int:
        """The index after the occasion that a committee is for, else 0: "Trưởng Ban Tổ chức | ngày hội"."""
        occasion = self.at("event_noun") if self.adjoining() else None
        if occasion is None or self.article.low[field.start : field.end] != "tổ chức":
            return 0
        return body_name_end(self.words, self.words.index(occasion.end), named=False)

    def _unknown_field(self) -> bool:
        """A field of work that the lexicon lacks, in a capital ("Trưởng khoa Cấp cứu", "Trưởng ban Kiểm phiếu")."""
        words, i = self.words, self.i
        if not words[i].capital or words[i].text.isupper():
            return False
        if self.role.endswith("trưởng") and not self._heads_field():
            return False
        if any(self.at(kind) for kind in ("organization", "organization_open", "place_kind", "province", "district")):
            return False
        if names.is_surname(words[i].text) and names.run_end(words, i) - i >= 2:
            return False
        end = body_name_end(words, i, named=True, listing=self.role.endswith("ban"))
        if end == i:
            return False
        self.i, self.last = end, "org"
        self.public |= self.role.endswith("ban")
        return True

    def _heads_field(self) -> bool:
        """ "Cục trưởng Kiểm soát hoạt động …": a word of two syllables follows, no name and no verb."""
        words, after = self.words, self.i + 1
        if not self.role.endswith(("Cục trưởng", "cục trưởng", "Vụ trưởng", "Bộ trưởng")) or after >= len(words):
            return False
        return words[after].text.islower() and not words.verb(after)

    def organization(self) -> bool:
        """Take an organisation, known or open."""
        closed, opened = self.at("organization"), self.at("organization_open")
        if opened and (closed is None or opened.end > closed.end):
            return self._open(opened)
        if closed is None:
            return False
        action = self.at("action")
        if action and action.end >= closed.end and not self.words[self.i].capital:
            return False
        self.organizations.append(closed)
        self.take(closed, "org")
        self.public = True
        return True

    def _open(self, opened: Anchor) -> bool:
        word = self.words[self.i]
        single = opened.end == word.end
        if single and names.is_common_surname(word.text) and names.run_end(self.words, self.i) - self.i >= 2:
            return False  # Đoàn Văn Tám is no Đoàn
        long = " " in self.article.low[opened.start : opened.end] or word.low in ("bộ", "sở", "cục")
        if not word.capital and not (self.last == "head" and self.flag in ("org", "")) and not long:
            return False
        after = self.words.index(opened.end)
        repeated = word.low in fold(self.role).split(" ")  # "vụ trưởng vụ truyền thông"
        if not word.capital and not repeated and (self.at("action") or not self._proper(after)):
            return False
        before = self.i
        self.take(opened, "org")
        if self.i < len(self.words) and self.words[self.i].low in ("này", "đó", "trên"):
            self.i = before  # "Giám đốc Sở này" repeats what was said
            return False
        # A sở or ministry is called by its field and no more; a department's name goes on.
        strict = self.article.low[opened.start : opened.end] in ("sở", "bộ", "phòng")
        listing = self.article.low.startswith(_FOR_MATTERS, opened.start)
        self.i = body_name_end(self.words, self.i, named=opened.value != "public", strict=strict, listing=listing)
        self.organizations.append(opened)
        if opened.value == "private" and not self.public:
            self.private = True  # the trade union of a company is none of its bodies
        else:
            self.public = True
        return True

    def _proper(self, index: int) -> bool:
        """Whether a capital, a field or a place follows an open organisation in small letters ("sở Tài chính")."""
        if index >= len(self.words):
            return False
        kinds = ("field", "place_kind", "organization")
        return self.words[index].capital or any(self.at(kind, index) for kind in kinds)

    def unit(self) -> bool:
        """Take a kind of place with its name, if it is named ("tỉnh", "huyện Mộc Châu")."""
        unit = self.at("place_kind")
        if unit is None or not unit_follows(self.words, self.i):
            return False
        start = self.words.index(unit.end)
        length = place_length(self.words, start, unit.value)
        if self.foreign and length != 1:
            length = foreign_place_length(self.words, start, alone=True)
        self.units.append(unit)
        self.take(unit, "unit")
        self.public = True
        if length:
            self.places.append(Anchor(self.words[start].start, self.words[start + length - 1].end, "place", unit.value))
            self.i = start + length
            self.last = "place"
        return True

    def place(self) -> bool:
        """Take a place without its kind: "Tỉnh ủy Sơn La", "Tổng thống Nga"."""
        country = self.at("country")
        inland = max((a.end for kind in ("province", "district") if (a := self.at(kind))), default=0)
        if country and country.end > inland and self.last in ("head", "org", "field"):
            self.places.append(country)
            self.take(country, "place")
            self.foreign |= self.article.plain[country.start : country.end] != "Việt Nam"
            self.public = True
            return True
        if self.last not in ("org", "head", "field", "unit"):
            return False
        if self.last == "head" and self.role.endswith(_FOREIGN_PLACE_HEADS):
            return self._foreign_place()
        hamlet = self.role.startswith(("Trưởng", "Phó Trưởng")) and self.role.endswith(_HAMLETS)
        if self.last == "head" and not hamlet and not self.role.endswith(("Chủ tịch", "Bí thư")):
            return False
        above = self.organizations[-1] if self.organizations and self.last == "org" else None
        below = "hamlet" if hamlet else above.value if above else ""
        length = place_length(self.words, self.i, below, above)
        if not length:
            return False
        place = Anchor(self.words[self.i].start, self.words[self.i + length - 1].end, "place", below)
        self.places.append(place)
        self.i += length
        self.last = "place"
        self.public = True
        return True

    def _foreign_place(self) -> bool:
        """Take a city or province that no table knows: "ông Park Heong-joon, Thị trưởng Busan"."""
        words = self.words
        first = words.index(self.head_start)
        before = [words[k] for k in range(max(0, first - 3), first)]
        after_name = (
            len(before) == 3 and before[2].text in (",", "-", "(") and (before[1].capital or before[0].text == "-")
        )
        length = foreign_place_length(words, self.i, alone=after_name)
        if not length:
            return False
        self.places.append(Anchor(words[self.i].start, words[self.i + length - 1].end, "place", ""))
        self.i += length
        self.last = "place"
        self.public = True
        return True

    def _abbreviation(self) -> bool:
        """An organisation's abbreviation in brackets ("Ủy ban nhân dân (UBND) tỉnh", "(PC45)")."""
        words, k = self.words, self.i + 1
        while k < len(words) and k < self.i + 5 and (words[k].text.isupper() or words[k].text.isdigit()):
            k += 1
        if k == self.i + 1 or k >= len(words) or words[k].text != ")":
            return False
        after = k + 1
        kinds = ("organization", "organization_open", "place_kind", "province", "district")
        if not any(self.at(kind, after) for kind in kinds):
            return False  # the bracket ends the phrase
        self.i = after
        return True

    def _acronym(self) -> bool:
        """A body that the lexicon does not know, in capitals ("Phó Chủ tịch VCCI")."""
        text = self.words[self.i].text
        if self.last not in ("head", "org") or len(text) < 3 or not (text.isupper() and text.isalpha()):
            return False
        if names.is_surname(text):
            return False
        self.i += 1
        self.last = "org"
        return True

    def _mark(self) -> bool:
        words, i = self.words, self.i
        word = words[i]
        street_group = self.last == "head" and self.role.endswith("dân phố")
        if (word.text.isdigit() and (self.last == "org" or street_group)) or (
            word.text in _ROMAN and self.last == "org"
        ):
            self.i += 1
            return True
        if word.text == "-" and i + 1 < len(words) and not words.glued(i) and self.last in ("field", "org"):
            if self.at("role", i + 1) or not (self.at("organization", i + 1) and words[i + 1].capital):
                return False
            self.i += 1
            return True
        numbered = self.last in ("org", "field") or (self.last == "head" and self.role.endswith(_HAMLETS))
        if word.text == "số" and numbered and i + 1 < len(words) and words[i + 1].text.isdigit():
            self.i += 2
            return True
        if word.text == "(" and self.last in ("org", "field"):
            return self._abbreviation()
        return False
