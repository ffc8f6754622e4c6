"""What two spellings of a person, a body or an office have in common."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from danvan_cli.lexicon.folding import bare, fold
from danvan_cli.lexicon.places import provinces
from danvan_cli.lexicon.spelling import spelt_out, usual_spellings

__all__ = [
    "contains",
    "kind_of_body",
    "name_key",
    "names_its_place",
    "same_place",
    "spelt_out",
    "without_modifier",
    "without_province",
]

_APOSTROPHE = re.compile(r"\s*'\s*")
_MODIFIER = re.compile(r"^(?:(?:nguyên|cựu|quyền|q\.)\s*)+")
_TIER = re.compile(r"\b(?:(?:huyện|quận|thị|thành|đảng) (?:ủy|đoàn)|huyện|quận|thị xã|thị trấn|thành phố|xã|phường)\b")
_NOT_BELOW = "".join(f"(?<!{kind} )" for kind in ("xã", "phường", "quận", "huyện", "thị trấn", "thị xã"))
_NOT_ITS_CITY = "(?<!thành phố )(?<!thành ủy )(?<!thành đoàn )"
"""A commune or a city may be called like its province."""
# "tỉnh" says nothing beside the province's name, but makes another body of "ủy", "đoàn" and "đội".
_PROVINCE_WORD = re.compile(r"\btỉnh\b(?! (?:ủy|đoàn|đội)\b)")


def name_key(name: str) -> str:
    """A person's name without what spellings differ in: case, place of the tone, kinds of apostrophe, Đăk and Đắk."""
    folded = _APOSTROPHE.sub("'", fold(unicodedata.normalize("NFC", name)))
    return " ".join(usual_spellings().get(word, word) for word in folded.split())


@lru_cache(maxsize=1 << 14)
def without_province(spelt: str, province: str | None) -> str:
    """Words of :func:`spelt_out` without the province's name: the "Tỉnh ủy" of an article is the "Tỉnh ủy Lạng Sơn".

    The city "thành phố Lạng Sơn" in the province Lạng Sơn keeps its name, for its committee is not the province's.
    """
    if province:
        name = "|".join(map(re.escape, _province_names().get(province) or (spelt_out(province),)))
        if province in _cities():
            spelt = re.sub(rf"{_NOT_BELOW}(?:\bthành phố )?\b(?:{name})\b", " ", spelt).rstrip()
            spelt = spelt.removesuffix(" thành phố")
        else:
            spelt = re.sub(rf"{_NOT_BELOW}{_NOT_ITS_CITY}\b(?:{name})\b", " ", spelt)
    return " ".join(_PROVINCE_WORD.sub(" ", spelt).split())


@cache
def _cities() -> frozenset[str]:
    return frozenset(province.name for province in provinces() if province.type == "Thành phố")


@cache
def _province_names() -> dict[str, list[str]]:
    """The spellings of each province, the longest first."""
    found: dict[str, set[str]] = {}
    for province in provinces():
        found.setdefault(province.name, set()).update(map(spelt_out, (province.name, *province.aliases)))
    return {
        name: sorted(spellings, key=lambda spelling: (-len(spelling), spelling)) for name, spellings in found.items()
    }


@cache
def same_place(province: str) -> str:
    """The name of today for a province that was only renamed ("Thừa Thiên Huế" → "Huế"), else ``province``."""
    old = [one for one in provinces() if one.era == "63"]
    today = next((one.today for one in old if one.name == province), province)
    return today if sum(one.today == today for one in old) == 1 else province


def names_its_place(spelt: str) -> bool:
    """Whether a local body, in words of :func:`spelt_out`, says where it is: "huyện ủy bắc sơn", not "huyện ủy"."""
    return kind_of_body(spelt) != spelt


def kind_of_body(spelt: str) -> str:
    """A body's words without the place that follows its tier: "ban dân vận huyện ủy" of "… huyện ủy bắc sơn"."""
    tiers = list(_TIER.finditer(spelt))
    return spelt[: tiers[-1].end()] if tiers else spelt


def without_modifier(title: str) -> str:
    """A title without "nguyên" or "quyền" before it, folded."""
    return _MODIFIER.sub("", fold(title))


def contains(needle: str, haystack: str) -> bool:
    """Whether ``haystack`` has ``needle`` where one of its words begins; one typed without diacritics finds either."""
    if needle == bare(needle):
        haystack = bare(haystack)
    return f" {needle}" in f" {haystack}"
