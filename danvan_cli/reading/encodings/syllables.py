"""How far a text reads as Vietnamese: the test that tells one old encoding from another."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import islice
from typing import Final, NamedTuple

_SAMPLE: Final = 2_000
"""Words that are looked at; an encoding does not change within a file."""
_WORD: Final = re.compile(r"[^\s\d<>()\[\]{}\"'“”‘’.,;:!?/|…–—=&#%+*_@~^`\\-]+")
_TONES: Final = {"\u0300": "grave", "\u0301": "acute", "\u0303": "tilde", "\u0309": "hook", "\u0323": "dot"}
_STOPPED: Final = ("c", "ch", "p", "t")
"""A syllable that ends in one of these has the tone sắc or nặng, or none is written."""
# Onset and rime of a syllable without its tone. Source: the chart of rimes in Đoàn Thiện Thuật, Ngữ âm tiếng Việt.
_SYLLABLE: Final = re.compile(
    r"(?:ngh?|n[h]?|c[h]?|gh?|gi|k[h]?|ph|qu|t[hr]?|b|d|đ|h|l|m|p|r|s|v|x)?"
    r"(?:a(?:ch?|i|m|ng?|nh|o|p|t|u|y)?|ă(?:c|m|ng?|p|t)|â(?:c|m|ng?|p|t|u|y)|e(?:c|m|ng?|o|p|t)?|ê(?:ch|m|nh?|p|t|u)?"
    r"|i(?:a|ch|m|nh?|p|t|u)?|iê(?:c|m|ng?|p|t|u)|o(?:c|i|m|ng?|p|t)?|oa(?:ch?|i|m|ng?|nh|o|p|t|y)?|oă(?:c|m|ng?|t)"
    r"|oe(?:n|o|t)?|oo(?:ng|c)|ô(?:c|i|m|ng?|p|t)?|ơ(?:i|m|n|p|t)?|u(?:a|c|i|m|ng?|p|t)?|uâ(?:ng?|t|y)|uê(?:ch|nh?)?"
    r"|uô(?:c|i|m|ng?|t)|uơ|uy(?:a|ch|nh?|p|t|u)?|uyê(?:n|t)|ư(?:a|c|i|m|ng?|t|u)?|ươ(?:c|i|m|ng?|p|t|u)"
    r"|y(?:ch|nh?|t)?|yê(?:m|ng?|t|u))"
)


class Likeness(NamedTuple):
    """Of the words with a letter that ASCII does not have: how many there are, and the share that are syllables."""

    words: int
    share: float


def likeness(text: str) -> Likeness:
    """How far the beginning of ``text`` reads as Vietnamese."""
    found = (word.group() for word in _WORD.finditer(text))
    words = Counter(islice((word for word in found if not word.isascii()), _SAMPLE))
    good = sum(count for word, count in words.items() if is_syllable(word))
    return Likeness(words.total(), good / words.total() if words else 0.0)


def is_syllable(word: str) -> bool:
    """Whether ``word``, in any case, can be a Vietnamese syllable."""
    tone = ""
    letters = []
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in _TONES:
            if tone:
                return False
            tone = _TONES[char]
        else:
            letters.append(char)
    plain = unicodedata.normalize("NFC", "".join(letters))
    if _SYLLABLE.fullmatch(plain) is None:
        return False
    return not plain.endswith(_STOPPED) or tone in ("", "acute", "dot")
