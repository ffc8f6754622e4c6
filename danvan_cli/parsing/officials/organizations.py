"""What an office's words stand for: its organisation in full, its level and its province."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from danvan_cli.lexicon import fold
from danvan_cli.lexicon.places import provinces
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.officials.positions import PositionPhrase
from danvan_cli.record import Level, Locality

_TIERS: tuple[Level, ...] = ("commune", "district", "province", "national")
_COMMITTEES = frozenset({"ban thường vụ", "ban chấp hành", "btv", "bch", "thường vụ", ""})
"""Bodies that need a Party committee of a place to be told apart."""
_NATIONAL_ROLES = ("Bộ trưởng", "Thứ trưởng", "Thủ tướng", "Phó Thủ tướng")
_ROLE_LEVELS: tuple[tuple[str, Level], ...] = (
    ("tỉnh ủy", "province"),
    ("huyện ủy", "district"),
    ("thị ủy", "district"),
    ("quận ủy", "district"),
    ("trung ương", "national"),
    ("việt nam", "national"),
)


class Resolution(NamedTuple):
    """An office's organisation, where it is, and at which level."""

    organization: str | None
    province: str | None
    level: Level | None


def resolve(article: Article, phrase: PositionPhrase, siblings: list[PositionPhrase], locality: Locality) -> Resolution:
    """The organisation of ``phrase``; what it leaves out comes from ``siblings``, then the article."""
    lent = "" if phrase.units or phrase.places else _lent(article, phrase, siblings)
    level = _level(article, phrase, lent, locality)
    own_province = _province(article, phrase)
    province = own_province
    if province is None and level in ("province", "district", "commune"):
        province = next((name for sibling in siblings if (name := _province(article, sibling))), locality.province)
    words = article.text[phrase.head_end : phrase.end].strip()
    named = [part for part in (words, lent) if part]
    organization = " ".join(part for part in (_swallowed_noun(phrase), *named) if part) if named else None
    if organization and not phrase.places:
        place = {"province": province, "district": locality.district, "commune": locality.commune}.get(level or "")
        if place and place not in organization:
            organization = f"{organization} {place}"
    return Resolution(organization, province, level)


def _swallowed_noun(phrase: PositionPhrase) -> str:
    """The organisation's noun that the head swallowed: Trưởng ban Dân vận heads the Ban Dân vận."""
    if phrase.organizations and phrase.organizations[0].start <= phrase.head_end + 1:
        return ""
    head = phrase.role.lower().split(" ")
    return next((noun.capitalize() for noun in ("ban", "phòng", "khoa") if noun in head), "")


def _lent(article: Article, phrase: PositionPhrase, siblings: list[PositionPhrase]) -> str:
    """ "Ủy viên Ban Thường vụ" before "Trưởng ban Dân vận Tỉnh ủy" is of the Tỉnh ủy."""
    own = article.low[phrase.head_end : phrase.end].strip()
    if own not in _COMMITTEES or not phrase.role.startswith(("Bí thư", "Phó Bí thư", "Ủy viên")):
        return ""
    for sibling in siblings:
        for anchor in sibling.organizations:
            if article.low[anchor.start : anchor.end].endswith("ủy"):
                return article.text[anchor.start : sibling.end]
    return ""


@cache
def _central_cities() -> frozenset[str]:
    return frozenset(fold(province.name) for province in provinces() if province.type == "Thành phố")


def _level(article: Article, phrase: PositionPhrase, lent: str, locality: Locality) -> Level | None:
    if phrase.foreign:
        return "national"
    marks = {anchor.value for anchor in (*phrase.units, *phrase.organizations)}
    if "hamlet" in marks:
        return "commune"
    for tier in _TIERS:
        if tier in marks:
            return tier
    role = fold(phrase.role)
    words = f"{role} {article.low[phrase.head_end : phrase.end]} {fold(lent)}"
    if "city" in marks or "thành ủy" in words or "thành đòan" in words:
        return _city_level(words, named=bool(phrase.places), locality=locality)
    for word, level in _ROLE_LEVELS:
        if word in words:
            return level
    if phrase.role.startswith(_NATIONAL_ROLES) or "nước" in role:
        return "national"
    if _province(article, phrase):
        return "province"
    return locality.level if phrase.organizations or phrase.head_end == phrase.end else None


def _city_level(words: str, *, named: bool, locality: Locality) -> Level:
    """A city is a province's equal or a district; without a name it is the article's."""
    if any(city in words for city in _central_cities()):
        return "province"
    if named or locality.level in ("district", "commune"):
        return "district"
    return "province" if locality.level else "district"


def _province(article: Article, phrase: PositionPhrase) -> str | None:
    found = article.anchors_in("province", phrase.head_end, phrase.reach)
    return found[-1].value if found else None
