"""An office as a phrase: ``modifier* head complement``, "nguyên Phó Trưởng ban Thường trực Ban Dân vận Tỉnh ủy"."""

from __future__ import annotations

import msgspec

from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.officials import names
from danvan_cli.parsing.officials.appendages import outer_place, term_end
from danvan_cli.parsing.officials.complements import Complement
from danvan_cli.parsing.officials.vocabulary import word_set
from danvan_cli.parsing.officials.words import Words

_PLURALS = word_set("plural")
_GROUP_HEADS = word_set("group")
_NOT_ACTING = word_set("not_acting")
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
    """Called former in its own words ("nguyên")."""
    past: bool = False
    """Told as past by the words around it ("từng là …")."""
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


def read_position(words: Words, head: Anchor) -> PositionPhrase | None:
    """The office that begins at the role ``head``, or ``None`` where the words are no office."""
    reader = Complement(words, head, _nested)
    if reader.flag == "deputy" and not _is_deputy(words, reader.i):
        return None
    if reader.flag != "whole":
        while reader.adjoining() and reader.step():
            pass
    else:
        while reader.adjoining() and (reader.organization() or reader.unit() or reader.place()):
            pass
    named_organization = bool(reader.organizations or reader.units or reader.places or reader.last != "head")
    if reader.role in _HOLLOW and not named_organization:
        return None
    if reader.role in _TEMPORARY and not named_organization:
        return None
    public: bool | None
    if reader.private:
        public = reader.role.endswith("Bí thư")
    elif reader.flag in ("", "whole", "foreign", "deputy"):
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
    reach = _parent_body(words, head, outer_place(words, term_end(words, reader.i)))
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
        plural=before in _PLURALS or before.isdigit(),
        group=late or before in _GROUP_HEADS or (after in ("các", "những") and reach == reader.i),
        foreign=reader.foreign,
        aide_of_next=reader.flag == "aide" and not named_organization,
        organizations=tuple(reader.organizations),
        units=tuple(reader.units),
        places=tuple(reader.places),
    )


def _nested(words: Words, head: Anchor) -> tuple[int, bool] | None:
    inner = read_position(words, head)
    return None if inner is None or inner.plural else (inner.end, bool(inner.public))


def _parent_body(words: Words, head: Anchor, i: int) -> int:
    """The index after ", Bộ Công an" that says what a department belongs to; it is no part of the title."""
    if i + 1 >= len(words) or words[i].text != "," or words.term("role", i + 1):
        return i
    opened = words.term("organization_open", i + 1)
    if not (words.term("organization", i + 1) or (opened and words[i + 1].capital)):
        return i
    reader = Complement(words, head, _nested)
    reader.i, reader.last = i + 1, "org"
    if not reader.organization():
        return i
    while reader.adjoining() and reader.step():
        pass
    return reader.i


def _is_deputy(words: Words, index: int) -> bool:
    """Whether "đại biểu" before a name is a deputy's office: the article must speak of an assembly."""
    low = words.article.low
    if not any(assembly in low for assembly in ("quốc hội", "hội đồng nhân dân", "hđnd")):
        return False
    return index < len(words) and names.is_common_surname(words[index].text) and names.run_end(words, index) > index + 1


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
