"""Years by their names in the sexagenary cycle: "Tết Đinh Dậu" is the New Year of 2017.

A name comes round every sixty years; of those years the one of the web's age is meant, unless the text writes another.
"""

from __future__ import annotations

import re

from danvan_cli.lexicon import fold

FIRST_YEAR = 1997
"""Vietnamese papers are on the web since then: an older day is history, not news."""

_CYCLE = 60
_STEMS = tuple(fold(word) for word in ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"))
_BRANCHES = tuple(
    fold(word) for word in ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
)
_FIRST_OF_CYCLE = 4
"""Giáp Tý is the year 4, and each sixtieth after it."""
_SPELLINGS = {fold(other): fold(usual) for other, usual in (("kỉ", "kỷ"), ("tí", "tý"), ("tị", "tỵ"), ("mẹo", "mão"))}
_NAMED = re.compile(
    fold(r"\b(?:xuân|tết|nguyên đán|giêng|chạp|năm) (?:cổ truyền )?")
    + rf"({'|'.join(_STEMS)}|{fold('kỉ')}) ({'|'.join(_BRANCHES)}|{'|'.join(_SPELLINGS)})\b"
    + r"(?: (?:năm )?((?:19|20)\d\d))?"
)


def lunar_years(low: str) -> set[int]:
    """The years whose names stand after "Tết", "xuân", "năm" in a folded text; those of history left out."""
    named = list(_NAMED.finditer(low))
    return {_year(match[1], match[2]) for match in named if int(match[3] or FIRST_YEAR) >= FIRST_YEAR} - {0}


def _year(stem: str, branch: str) -> int:
    """The year of the cycle from ``FIRST_YEAR`` on; 0 for a pair that the cycle has not."""
    tens, twelves = _STEMS.index(_SPELLINGS.get(stem, stem)), _BRANCHES.index(_SPELLINGS.get(branch, branch))
    for year in range(FIRST_YEAR, FIRST_YEAR + _CYCLE):
        place = year - _FIRST_OF_CYCLE
        if (place % len(_STEMS), place % len(_BRANCHES)) == (tens, twelves):
            return year
    return 0
