"""Bodies and offices in the words that their spellings have in common: "UBND tỉnh" and "Ủy ban nhân dân tỉnh"."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from danvan_cli.lexicon.folding import fold, plain
from danvan_cli.lexicon.tables import table

_TOKEN = re.compile(r"[^\W_]+(?:[.&'\-][^\W_]+)*")
_JOINT = re.compile(r"[.&\-]")
_EMPTY_WORDS = frozenset({"của", "và", "thuộc", "cho"})


@cache
def _forms() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Abbreviations by their letters, and longer names with their usual ones, the longest first."""
    rows = [(row["form"], row["usual"]) for row in table("abbreviations")]
    words = {form.removeprefix("=") if form[0] == "=" else fold(form): fold(usual) for form, usual in rows}
    phrases = [(fold(form), fold(usual)) for form, usual in rows if " " in form]
    return words, tuple(sorted(phrases, key=lambda pair: -len(pair[0])))


@cache
def usual_spellings() -> dict[str, str]:
    """Words of several spellings (Đăk, Đắk), folded, with the usual one."""
    return {fold(row["form"]): fold(row["usual"]) for row in table("spellings")}


@lru_cache(maxsize=1 << 14)
def spelt_out(text: str) -> str:
    """The words of a body or an office, folded, abbreviations in full: "UBND tỉnh" → "ủy ban nhân dân tỉnh"."""
    abbreviations, phrases = _forms()
    found: list[str] = []
    for written in _TOKEN.findall(plain(unicodedata.normalize("NFC", text))):
        token = fold(written)
        whole = abbreviations.get(written) or abbreviations.get(token)
        parts = [whole] if whole else [abbreviations.get(part, part) for part in _JOINT.split(token)]
        found += [usual_spellings().get(word, word) for part in parts for word in part.split()]
    spelt = f" {' '.join(word for word in found if word not in _EMPTY_WORDS)} "
    for form, usual in phrases:
        spelt = spelt.replace(f" {form} ", f" {usual} ")
    return spelt.strip()
