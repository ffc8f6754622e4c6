"""Which places the text names: provinces by their names, districts and communes by a word before the name.

A province's name is a place by itself, unless it is part of a paper's name. A district's name stands in several
provinces or is a word of other names, so it counts after "huyện", "TP", "Thị ủy" …, and anywhere in an article that has
it so once. The ten thousand communes count only after "xã", "phường", "thị trấn", "đặc khu". A city is a province where
it is centrally run, and a district where it is not: "TP Lạng Sơn" is a district of the province Lạng Sơn.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from danvan_cli.lexicon import table
from danvan_cli.lexicon.places import districts, provinces
from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article

PlaceLevel = Literal["province", "district", "commune"]


class PlaceMention(NamedTuple):
    """A place as written in ``text[start:end]``, its type word included where one stands before the name."""

    start: int
    end: int
    level: PlaceLevel
    name: str
    """Without its type; as the table spells it where a table knows it."""
    province: str | None
    """Name of its province; ``None`` where several have a place of this name."""


HUE_A_PROVINCE = "2025-01-01"
"""The day on which the province of Thừa Thiên Huế became the city of Huế (Nghị quyết 175/2024/QH15)."""

_TYPE_REACH = 14
_CAPITAL = "A-ZĐÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĨŨƠƯẠ-Ỹ"
_COMMUNE_NAME = re.compile(
    rf"\s*((?:[{_CAPITAL}][\w'’]*)(?:[ -][{_CAPITAL}][\w'’]*){{0,2}}|\d{{1,2}}(?![\d/%]|[.,]\d))"
)
_TYPES = (
    (frozenset({"thị xã", "thị ủy", "tx"}), frozenset({"Thị xã", "Thành phố", "Quận"})),
    (frozenset({"quận", "quận ủy"}), frozenset({"Quận"})),
    (frozenset({"thành phố", "thành ủy", "tp", "t.p"}), frozenset({"Thành phố"})),
)
_NUMBER = re.compile(r"\s0?(\d{1,2})(?![\w/%]|[.,]\d)")
_WORD_BEFORE = re.compile(r"(\w+)\s+$")
_BETWEEN = re.compile(r"\.?\s*$")
_CENTRAL = frozenset(p.name for p in provinces() if p.type == "Thành phố")


def places(article: Article) -> list[PlaceMention]:
    """Every place that the article names with certainty, in order of text, never overlapping."""
    anchors = article.anchors
    types = {anchor.end: anchor for anchor in anchors.of("place_type")}
    found = [mention for anchor in anchors.of("province") if (mention := _province(article, anchor, types))]
    found += _districts(article, types)
    found += _communes(article)
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[PlaceMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def on_day(mentions: list[PlaceMention], day: str | None) -> list[PlaceMention]:
    """The mentions as of an ISO day: until 2024 the city of Huế is a district of Thừa Thiên Huế, as others are."""
    if day is None or day >= HUE_A_PROVINCE:
        return mentions
    old = next(p.name for p in provinces() if p.era == "63" and p.today == "Huế")
    return [m._replace(level="district", province=old) if m.province == "Huế" else m for m in mentions]


def _type_before(article: Article, start: int, types: dict[int, Anchor]) -> Anchor | None:
    """The type word that ends right before ``start``, white space and a full stop between them."""
    for end in range(start, max(-1, start - 4), -1):
        anchor = types.get(end)
        if anchor and _BETWEEN.match(article.plain[end:start]):
            return anchor
    return None


def _is_other_name(article: Article, start: int) -> bool:
    """Whether the words before a name make it part of a paper's, a street's or a person's name."""
    before = article.anchors_in("no_place", max(0, start - _TYPE_REACH), start)
    if before and before[-1].value != "-" and not article.plain[before[-1].end : start].strip():
        return True
    word = _WORD_BEFORE.search(article.plain, max(0, start - _TYPE_REACH), start)
    return word is not None and word[1] in _name_openings()


@cache
def _name_openings() -> frozenset[str]:
    """Family and middle names after which no place is named: "Nguyễn Thái Bình" is a person."""
    return frozenset(row["surname"] for row in table("surnames") if row["frequency"] == "common") | {"Văn", "Thị"}


def _province(article: Article, anchor: Anchor, types: dict[int, Anchor]) -> PlaceMention | None:
    if _is_other_name(article, anchor.start):
        return None
    name = anchor.value
    kind = _type_before(article, anchor.start, types)
    start = kind.start if kind and kind.value != "any" else anchor.start
    level = kind.value if kind else "province"
    if level == "district" or (level == "city" and name not in _CENTRAL):
        return _district_named(name, start, anchor.end, name if level == "city" else None)
    if level == "commune":
        return PlaceMention(start, anchor.end, "commune", name, None)
    return PlaceMention(start, anchor.end, "province", name, name)


def _district_named(name: str, start: int, end: int, within: str | None) -> PlaceMention | None:
    """The district of a province's name: "TP Lạng Sơn" lies in Lạng Sơn, "huyện Quảng Ninh" in Quảng Bình."""
    group = [d for d in districts().get(name, ()) if within is None or d.province == within]
    if within is not None:
        # A province's seat bears its name even where the table's cut has it no longer.
        return PlaceMention(start, end, "district", name, within)
    return PlaceMention(start, end, "district", name, group[0].province if len(group) == 1 else None)


def _districts(article: Article, types: dict[int, Anchor]) -> list[PlaceMention]:
    found: list[PlaceMention] = []
    bare: list[Anchor] = []
    typed: set[str] = set()
    found += _numbered(article)
    for anchor in article.anchors.of("district"):
        kind = _type_before(article, anchor.start, types)
        if kind is None or kind.value not in ("district", "city", "any"):
            if kind is None and not _is_other_name(article, anchor.start):
                bare.append(anchor)
            continue
        typed.add(anchor.value)
        start = kind.start if kind.value != "any" else anchor.start
        province = _only_province(anchor.value, _types(article, kind))
        found.append(PlaceMention(start, anchor.end, "district", anchor.value, province))
    found += [
        PlaceMention(anchor.start, anchor.end, "district", anchor.value, _only_province(anchor.value))
        for anchor in bare
        if anchor.value in typed
    ]
    return found


def _numbered(article: Article) -> list[PlaceMention]:
    """ "quận 1", "Quận 12": the number is the name."""
    found = []
    for anchor in article.anchors.of("place_type"):
        number = _NUMBER.match(article.plain, anchor.end) if anchor.value == "district" else None
        name = f"Quận {number[1]}" if number else ""
        if number and name in districts():
            found.append(PlaceMention(anchor.start, number.end(), "district", name, _only_province(name)))
    return found


def _types(article: Article, kind: Anchor) -> frozenset[str] | None:
    """The types that a unit so called can have by now: a huyện may have become any other, a thị xã a thành phố."""
    word = article.low[kind.start : kind.end].rstrip(". ")
    return next((types for words, types in _TYPES if word in words), None)


def _only_province(name: str, types: frozenset[str] | None = None) -> str | None:
    """The province of a district if one only has such a name, or such a name and type."""
    group = districts().get(name, ())
    called = {district.province for district in group if types is None or district.type in types}
    found = called or {district.province for district in group}
    return found.pop() if len(found) == 1 else None


def _communes(article: Article) -> list[PlaceMention]:
    found = []
    for anchor in article.anchors.of("place_type"):
        if anchor.value != "commune":
            continue
        match = _COMMUNE_NAME.match(article.plain, anchor.end)
        # In a line of capitals nothing tells a name from the words after it.
        if match and not (match[1].isupper() and article.plain[anchor.start : anchor.end].isupper()):
            name = _without_person(match[1])
            found.append(PlaceMention(anchor.start, match.start(1) + len(name), "commune", name, None))
    return found


def _without_person(name: str) -> str:
    """ "Hòa Minh Trần" of "cán bộ xã Hòa Minh Trần Thị Cẩm" without the family name."""
    words = name.split(" ")
    return " ".join(words[:2]) if len(words) > 2 and words[2] in _name_openings() else name
