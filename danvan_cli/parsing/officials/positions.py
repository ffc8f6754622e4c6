"""The grammar of an office: ``modifier* head suffix* (organisation | field | place)*``.

"nguyên Phó Trưởng ban Thường trực Ban Dân vận Tỉnh ủy Lạng Sơn" is one phrase. Organisations are known words, or open
ones ("Sở …", "Ban Chỉ đạo …") that go on until something that cannot belong to them. Where a name follows without a
comma ("UBND xã Hòa Minh Nguyễn Văn A"), the run of capitals is split between the place and the person.
"""

from __future__ import annotations

import msgspec

from danvan_cli.lexicon import fold
from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.officials import names
from danvan_cli.parsing.officials.vocabulary import word_set
from danvan_cli.parsing.officials.words import Words

_TAIL_LIMIT = 14
"""Words that an open organisation may go on for."""
_STOP_KINDS = ("action", "appointment", "honorific", "honorific_plural", "role", "verb_adverb", "verb_bridge")
_STOP_WORDS = word_set("organization_end")
_FIELD_ROLES = word_set("field_role")
_PLURALS = word_set("plural")
_GROUP_HEADS = word_set("group")
_NOT_ACTING = word_set("not_acting")
_HAMLETS = ("thôn", "bản", "ấp", "xóm", "buôn", "khóm", "khu phố", "khu dân cư")
_ROMAN = word_set("roman")
_TEMPORARY = frozenset({"Trưởng đoàn", "Phó Trưởng đoàn", "Tổ trưởng", "Tổ phó", "Đội trưởng", "Phó Đội trưởng"})
_HOLLOW = frozenset(
    {"Thường trực", "Thường vụ", "Cán bộ", "Công chức", "Chuyên viên", "Phụ trách", "Chánh", "Phó Chánh"}
)
"""Words that are an office only with what follows them."""


class PositionPhrase(msgspec.Struct, frozen=True):
    """An office as it stands in the text: ``text[start:end]`` is its title."""

    start: int
    end: int
    reach: int
    """Where the phrase ends with its term ("khóa XII", "nhiệm kỳ 2015 - 2020"), which is no part of the title."""
    role: str
    """Usual name of the head with its suffix ("Phó Bí thư Thường trực")."""
    head_end: int
    """Where head and suffixes end and the organisation begins."""
    public: bool | None
    """``None`` where only an organisation that is not named would tell."""
    former: bool = False
    acting: bool = False
    plural: bool = False
    """One phrase for several people ("các Phó Chủ tịch")."""
    group: bool = False
    """Nobody in particular ("trưởng ban dân vận các huyện", "lãnh đạo …")."""
    foreign: bool = False
    aide_of_next: bool = False
    """An aide whose principal is named next ("thư ký ông …")."""
    organizations: tuple[Anchor, ...] = ()
    units: tuple[Anchor, ...] = ()
    places: tuple[Anchor, ...] = ()


class _Reader:
    """Reads one phrase from its head on."""

    def __init__(self, words: Words, head: Anchor) -> None:
        self.words = words
        self.article: Article = words.article
        self.role, _, self.flag = head.value.partition("|")
        self.head = head
        self.i = words.index(head.end)
        self.last = "head"
        self.suffixes: list[str] = []
        self.organizations: list[Anchor] = []
        self.units: list[Anchor] = []
        self.places: list[Anchor] = []
        self.private = False
        self.public = False
        self.foreign = self.flag == "foreign"
        self.head_end = head.end
        self.field = fold(self.role).split(" ")[-1] in _FIELD_ROLES

    def at(self, kind: str, index: int | None = None) -> Anchor | None:
        i = self.i if index is None else index
        return self.words.term(kind, i)

    def take(self, anchor: Anchor, last: str) -> None:
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
        if self.flag == "aide" and self.last == "head" and (nested := self.at("role")):
            inner = read_position(self.words, nested)
            if inner is not None and not inner.plural:
                self.i, self.last, self.public = self.words.index(inner.end), "org", bool(inner.public)
                return True
        if word.low in ("của", "thuộc", "cho", "tại", "nước"):
            return self._linked(word.low)
        if self.field and self.last == "head" and self._field():
            return True
        country, opened = self.at("country"), self.at("organization_open")
        if (self.at("province") or (country and opened and country.end > opened.end)) and self._place():
            return True
        return self._organization() or self._unit() or self._place() or self._mark()

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
            or self._organization()
            or self._unit()
            or self._place()
        ):
            return True
        self.i, self.last = here, last
        return False

    def _principal(self) -> int | None:
        """The index after "Thủ tướng Chính phủ" in "Tổ trưởng Tổ công tác của Thủ tướng Chính phủ"."""
        role = self.at("role")
        inner = read_position(self.words, role) if role and role.value.partition("|")[0] == "Thủ tướng" else None
        return self.words.index(inner.end) if inner else None

    def _field(self) -> bool:
        field, opened = self.at("field"), self.at("field_open")
        if opened and (field is None or opened.end > field.end):
            start = self.i
            self.take(opened, "org")
            if self._tail(named=False):
                self.public = True
                return True
            self.i = start
        if field is None and self._unknown_field():
            return True
        if field is None or (self.role.endswith("trưởng") and not self.words[self.i].capital):
            return False
        self.take(field, "field")
        self.public = True
        return True

    def _unknown_field(self) -> bool:
        """A field of work that the lexicon lacks, in a capital ("Trưởng khoa Cấp cứu", "Trưởng ban Kiểm phiếu")."""
        words, i = self.words, self.i
        if self.role.endswith("trưởng") or not words[i].capital or words[i].text.isupper():
            return False
        if any(self.at(kind) for kind in ("organization", "organization_open", "place_kind", "province", "district")):
            return False
        if names.is_surname(words[i].text) and names.run_end(words, i) - i >= 2:
            return False
        if self._tail(named=True):
            self.last = "org"
            return True
        return False

    def _organization(self) -> bool:
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
        if not word.capital and not (self.last == "head" and self.flag in ("org", "")):
            return False
        after = self.words.index(opened.end)
        if not word.capital and (self.at("action") or not self._proper(after)):
            return False
        before = self.i
        self.take(opened, "org")
        if self.i < len(self.words) and self.words[self.i].low in ("này", "đó", "trên"):
            self.i = before  # "Giám đốc Sở này" repeats what was said
            return False
        self._tail(named=opened.value != "public")
        self.organizations.append(opened)
        if opened.value == "private":
            self.private = True
        else:
            self.public = True
        return True

    def _proper(self, index: int) -> bool:
        """Whether a capital, a field or a place follows an open organisation in small letters ("sở Tài chính")."""
        if index >= len(self.words):
            return False
        kinds = ("field", "place_kind", "organization")
        return self.words[index].capital or any(self.at(kind, index) for kind in kinds)

    def _tail(self, *, named: bool) -> bool:
        """The own words of an open organisation; whether there were any."""
        words, begin = self.words, self.i
        after_field = False
        while self.i - begin < _TAIL_LIMIT and self.adjoining():
            word = words[self.i]
            if word.text.isdigit() or word.text in _ROMAN or word.text == "&":
                self.i += 1
            elif word.text == "-" or word.text == ",":
                if not self._inner_mark():
                    break
            elif field := self.at("field"):
                after_field = word.capital
                self.take(field, "org")
            elif not word.text[0].isalpha() or self._tail_ends(named, begin) or (after_field and not word.capital):
                break
            else:
                self.i += 1
        return self.i > begin

    def _inner_mark(self) -> bool:
        """A dash or comma inside an organisation's name ("Kinh tế - Xã hội", "phòng, chống")."""
        words, i = self.words, self.i
        if i + 1 >= len(words):
            return False
        previous, after = words[i - 1], words[i + 1]
        if words[i].text == "," and not (previous.low == "phòng" and after.low == "chống"):
            return False
        if words[i].text == "-" and not (previous.capital and after.capital and not self.at("role", i + 1)):
            return False
        if words[i].text == "-" and (names.is_common_surname(after.text) or after.low in _STOP_WORDS):
            return False
        self.i += 2
        return True

    def _tail_ends(self, named: bool, begin: int) -> bool:
        words, i = self.words, self.i
        word = words[i]
        if word.low == "và":
            after = i + 1
            return not (
                after < len(words)
                and words[after].capital
                and not self.at("role", after)
                and not self.at("organization_open", after)
                and not names.is_common_surname(words[after].text)
            )
        if not word.capital:
            return word.low in _STOP_WORDS or self._verb_follows() or self._unit_follows()
        if self.at("role") or self.at("organization") or self._unit_follows():
            return True
        if i > begin and self.at("organization_open"):
            return True
        if self.at("province") or self.at("district") or self.at("country"):
            return True
        if names.is_surname(word.text) and (i > begin or not named):
            length = names.run_end(words, i) - i
            return 2 <= length <= names.MAX_NAME and (
                names.is_common_surname(word.text) or (i > begin and length > 2)  # "Viện … Phương Nam"
            )
        return False

    def _verb_follows(self) -> bool:
        """Whether a verb, an address, another office or a word between people and verbs comes next."""
        action = self.at("action")
        if action and action.value == "-" and self.words.index(action.end) > self.i + 1:
            self.i = self.words.index(action.end) - 1
            return False  # "giao thông" only looks like the verb "giao"
        return any(self.at(kind) for kind in _STOP_KINDS)

    def _unit_follows(self) -> bool:
        unit = self.at("place_kind")
        if unit is None or unit.value == "-":
            return False
        return unit.value not in ("hamlet", "area") or self._place_after(unit) > 0

    def _place_after(self, unit: Anchor) -> int:
        index = self.words.index(unit.end)
        return self._place_length(index, unit.value) if index < len(self.words) else 0

    def _unit(self) -> bool:
        unit = self.at("place_kind")
        if unit is None or unit.value == "-":
            return False
        length = self._place_after(unit)
        if unit.value in ("hamlet", "area") and not length:
            return False
        start = self.words.index(unit.end)
        self.units.append(unit)
        self.take(unit, "unit")
        self.public = True
        if length:
            self.places.append(Anchor(self.words[start].start, self.words[start + length - 1].end, "place", unit.value))
            self.i = start + length
            self.last = "place"
        return True

    def _place(self) -> bool:
        """A place without its kind: "Tỉnh ủy Sơn La", "Tổng thống Nga"."""
        country = self.at("country")
        inland = max((a.end for kind in ("province", "district") if (a := self.at(kind))), default=0)
        if country and country.end > inland and self.last in ("head", "org", "field"):
            self.places.append(country)
            self.take(country, "place")
            if country.start < country.end and self.article.plain[country.start : country.end] != "Việt Nam":
                self.foreign = True
            self.public = True
            return True
        if self.last not in ("org", "head", "field", "unit"):
            return False
        hamlet = self.role.startswith(("Trưởng", "Phó Trưởng")) and self.role.endswith(_HAMLETS)
        if self.last == "head" and not hamlet and not self.role.endswith(("Chủ tịch", "Bí thư")):
            return False
        below = (
            "hamlet" if hamlet else self.organizations[-1].value if self.organizations and self.last == "org" else ""
        )
        length = self._place_length(self.i, below)
        if not length:
            return False
        place = Anchor(self.words[self.i].start, self.words[self.i + length - 1].end, "place", below)
        self.places.append(place)
        self.i += length
        self.last = "place"
        self.public = True
        return True

    def _place_length(self, index: int, level: str) -> int:
        """How many words from ``index`` on name a place of ``level``; the rest of the run may name a person."""
        words = self.words
        if index >= len(words) or words[index].start - words[index - 1].end > 2:
            return 0
        if words[index].text.isdigit():
            return 1 if level in ("district", "commune", "hamlet") else 0
        province = self.at("province", index)
        found = [self.at(kind, index) for kind in ("province", "district", "country")]
        known = max((anchor for anchor in found if anchor), key=lambda anchor: anchor.end, default=None)
        size = self.words.index(known.end) - index if known else 0
        end = names.run_end(words, index, self._run_stops(index))
        run = end - index
        if size:
            rest = run - size
            # "Huyện ủy Hà Trung Kiên" is Hà Trung Kiên of an unnamed district: one syllable is no person.
            if rest == 1 and province is None and names.is_surname(words[index].text):
                return 0
            return size
        if level not in ("commune", "hamlet", "district", "-", "city") or run == 0:
            return 0
        return self._unknown_place(index, end, level)

    def _unknown_place(self, index: int, end: int, level: str) -> int:
        words, run = self.words, end - index
        if names.has_middle_name(words, index, end) and names.is_surname(words[index].text) and run <= 4:
            return 0
        # Communes have two syllables as a rule: three from a family name on are a person ("Công an xã Hồ Xuân Tân").
        if level in ("commune", "hamlet") and run == 3 and names.is_common_surname(words[index].text):
            return 0
        if level not in ("commune", "hamlet") and names.is_surname(words[index].text) and run >= 2:
            return 0
        if level == "-" and self.organizations[-1:] and self.organizations[-1].value == "-":
            name = self.article.low[self.organizations[-1].start : self.organizations[-1].end]
            if name not in ("thành ủy", "đảng ủy", "đảng bộ", "chi bộ"):
                return 0
        for size in (2, 3, 1, 4):
            if run - size >= 2 and run - size <= names.MAX_NAME and names.is_surname(words[index + size].text):
                return size
        return min(run, 4) if run <= 4 else 2

    def _run_stops(self, index: int) -> frozenset[int]:
        limit = self.words[min(index + 10, len(self.words) - 1)].end
        start = self.words[index].start + 1
        return frozenset(
            anchor.start for kind in ("role", "organization") for anchor in self.article.anchors_in(kind, start, limit)
        )

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

    def _mark(self) -> bool:
        words, i = self.words, self.i
        word = words[i]
        if (word.text.isdigit() and self.last == "org") or (word.text in _ROMAN and self.last == "org"):
            self.i += 1
            return True
        if word.text == "-" and i + 1 < len(words) and not words.glued(i) and self.last in ("field", "org"):
            if self.at("role", i + 1) or not (self.at("organization", i + 1) and words[i + 1].capital):
                return False
            self.i += 1
            return True
        if word.text == "số" and self.last in ("org", "field") and i + 1 < len(words) and words[i + 1].text.isdigit():
            self.i += 2
            return True
        if word.text == "(" and self.last in ("org", "field"):
            return self._abbreviation()
        return False


def _term_end(words: Words, i: int) -> int:
    """The index after a term of office ("khóa X, XI", "nhiệm kỳ 2015 - 2020", "(khóa XVI)") and an outer place."""
    size = len(words)

    def low(k: int) -> str:
        return words[k].low if k < size else ""

    def term(k: int) -> int:
        if low(k) == "các" and low(k + 1) in ("khóa", "khoá"):
            k += 1
        if low(k) in ("khóa", "khoá"):
            k += 1
            while k < size and (words[k].text in _ROMAN or words[k].text.isdigit() or low(k) in (",", "và")):
                if low(k) in (",", "và") and not (k + 1 < size and words[k + 1].text in _ROMAN):
                    break
                k += 1
            return k
        if low(k) == "nhiệm" and low(k + 1) in ("kỳ", "kì"):
            k += 2
            while k < size and (words[k].text.isdigit() or low(k) in ("-", "/")):
                k += 1
            return k
        return k

    end = term(i)
    for _ in range(2):
        comma = end + 1 if low(end) == "," else end
        end = max(end, term(comma)) if term(comma) > comma else end
    if low(end) == "(" and (inside := term(end + 1)) > end + 1 and low(inside) == ")":
        end = inside + 1
    return end


def _outer_place(words: Words, i: int) -> int:
    """The index after ", huyện Châu Thành, Trà Vinh" that says where a commune or district lies."""
    anchors = words.article.anchors
    while i + 1 < len(words) and words[i].text in (",", "("):
        bracket = words[i].text == "("
        k = i + 1
        unit = anchors.at("place_kind", words[k].start)
        if unit:
            k = words.index(unit.end)
        if k >= len(words):
            break
        place = anchors.at("province", words[k].start) or anchors.at("district", words[k].start)
        if place is None:
            break
        k = words.index(place.end)
        if names.run_end(words, k) > k and words.follows(k):
            break
        if bracket:
            if k >= len(words) or words[k].text != ")":
                break
            k += 1
        i = k
    return i


def read_position(words: Words, head: Anchor) -> PositionPhrase | None:
    """The office that begins at the role ``head``, or ``None`` where the words are no office."""
    reader = _Reader(words, head)
    if reader.flag != "whole":
        while reader.adjoining() and reader.step():
            pass
    else:
        while reader.adjoining() and (reader._organization() or reader._unit() or reader._place()):  # noqa: SLF001
            pass
    named_organization = bool(reader.organizations or reader.units or reader.places or reader.last != "head")
    if reader.role in _HOLLOW and not named_organization:
        return None
    if reader.role in _TEMPORARY and not named_organization:
        return None
    public: bool | None
    if reader.private:
        public = reader.role.endswith("Bí thư")
    elif reader.flag in ("", "whole", "foreign"):
        public = True
    else:
        public = True if reader.public else None
    start, former, acting, late = head.start, False, False, False
    i = words.index(head.start)
    while i and words[i].start - words[i - 1].end <= 2:
        prefix = _prefix(words, i - 1)
        if prefix is None:
            break
        former |= prefix.value == "former"
        acting |= prefix.value == "acting"
        late |= prefix.value == "late"
        start = prefix.start
        i = words.index(start)
    before = words[i - 1].low if i else ""
    after = words[reader.i].low if reader.i < len(words) else ""
    end = words[reader.i - 1].end
    reach = _outer_place(words, _term_end(words, reader.i))
    acting |= "phụ trách" in reader.suffixes
    return PositionPhrase(
        start=start,
        end=end,
        reach=words[reach - 1].end,
        role=" ".join([reader.role, *(s.capitalize() for s in reader.suffixes)]),
        head_end=reader.head_end,
        public=public,
        former=former,
        acting=acting,
        plural=before in _PLURALS,
        group=late or before in _GROUP_HEADS or (after in ("các", "những") and reach == reader.i),
        foreign=reader.foreign,
        aide_of_next=reader.flag == "aide" and not named_organization,
        organizations=tuple(reader.organizations),
        units=tuple(reader.units),
        places=tuple(reader.places),
    )


def _prefix(words: Words, index: int) -> Anchor | None:
    """The modifier that ends with word ``index`` ("nguyên", "quyền", "Q.")."""
    for k in (index, index - 1):
        if k < 0:
            continue
        anchor = words.article.anchors.at("role_prefix", words[k].start)
        if anchor is None or anchor.end != words[index].end:
            continue
        if anchor.value == "acting" and k and words[k - 1].low in _NOT_ACTING:
            return None
        if words.article.anchors_in("province", words[max(k - 1, 0)].start, anchor.end):
            return None  # Thái Nguyên
        return anchor
    return None
