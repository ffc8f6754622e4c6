"""Person names as Vietnamese news writes them: how far a run of capitalised words goes, and whether it is a name.

Kinh names have two to five syllables, the family name first. Other peoples have one-letter words (Y, A, K', H'),
apostrophes, and a clan's name first or last ("Y Thanh Hà Niê Kđăm", "Rah Lan Chung"); foreign names have any shape.
"""

from __future__ import annotations

from functools import cache

from danvan_cli.lexicon import table
from danvan_cli.parsing.officials.vocabulary import word_set
from danvan_cli.parsing.officials.words import Words

MAX_NAME = 6
"""Words of the longest name."""
_MIDDLE = frozenset({"văn", "thị"})


@cache
def _surnames() -> dict[str, str]:
    return {row["surname"]: row["frequency"] for row in table("surnames")}


def is_surname(word: str) -> bool:
    """Whether a name can open with ``word`` (as written, or in capitals)."""
    surnames = _surnames()
    if word in surnames or (len(word) > 1 and word.isupper() and word.title() in surnames):
        return True
    return "'" in word and len(word) > 2  # K'Mák, H'Yim: the highland peoples' first names stand first


def is_common_surname(word: str) -> bool:
    """Whether ``word`` is one of the family names that are hardly ever anything else."""
    return _surnames().get(word if not word.isupper() or len(word) == 1 else word.title()) == "common"


def has_middle_name(words: Words, start: int, end: int) -> bool:
    """Whether a middle name ("Văn", "Thị") marks words ``start:end`` as a person's name."""
    return any(words[i].low in _MIDDLE for i in range(start + 1, end - 1))


def _is_name_word(words: Words, index: int, shouting: bool) -> bool:
    word = words[index]
    if not word.capital:
        return False
    # UBND, HĐND: an abbreviation, unless the whole name is written in capitals.
    return shouting or len(word.text) == 1 or not word.text.isupper()


def _particle_end(words: Words, index: int) -> int:
    """The index after the small words of a foreign name and the capital that they lead to, 0 if they lead to none."""
    end = index
    while end < len(words) and end - index < 3 and (words[end].low in word_set("name_particle") or words.dashed(end)):
        end += 1
    if index < end < len(words) and words[end].capital and words[index].text.isascii() and words[end].text.isascii():
        return end + 1
    return 0


def can_be_foreign(word: str) -> bool:
    """Whether ``word`` can open a foreign name: it is not spelt as a Vietnamese syllable with its marks."""
    return word.isascii()


def _inner_dash(words: Words, index: int, stops: frozenset[int]) -> bool:
    """Whether the dash at ``index`` joins two parts of a foreign name (Kim Jong-un, Díaz-Canel)."""
    before, after = words[index - 1], words[index + 1]
    return after.text.isalpha() and after.start not in stops and (after.text.islower() or before.text.isascii())


def run_end(words: Words, start: int, stops: frozenset[int] = frozenset()) -> int:
    """The index after the run of capitalised words that begins at ``start``; a word whose offset is a stop ends it."""
    size = len(words)
    if start >= size or not words[start].capital:
        return start
    first = words[start].text
    shouting = len(first) > 1 and first.isupper()
    if shouting and not is_surname(first):
        return start
    if not _is_name_word(words, start, shouting):
        return start
    end = start + 1
    while end < size and end - start < MAX_NAME + 4 and words.follows(end):
        word = words[end]
        if word.start in stops:
            break
        if word.low in word_set("name_particle") and end + 1 < size and _particle_end(words, end):
            end = _particle_end(words, end)  # Bashar al-Assad, Ursula von der Leyen
            continue
        if words.dashed(end) and _inner_dash(words, end, stops):
            end += 2
            continue
        if (
            word.text == "."
            and len(words[end - 1].text) == 1
            and words.glued(end)
            and end + 1 < size
            and words[end + 1].capital
        ):
            end += 1  # Mark E. Knapper
            continue
        if not _is_name_word(words, end, shouting) or (shouting and not word.text.isupper()):
            break
        end += 1
    return end
