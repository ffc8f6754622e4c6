"""How far the own words of an organisation go: "Ban Quản lý | dự án đầu tư xây dựng | tỉnh An Giang"."""

from __future__ import annotations

from danvan_cli.parsing.officials import names
from danvan_cli.parsing.officials.placenames import place_length
from danvan_cli.parsing.officials.vocabulary import word_set
from danvan_cli.parsing.officials.words import Words

_LIMIT = 14
"""Words that an organisation's name may go on for."""
_STOP_KINDS = ("appointment", "honorific", "honorific_plural", "role", "verb_adverb", "verb_bridge")
_STOP_WORDS = word_set("organization_end")
_ROMAN = word_set("roman")
_NOT_MATTERS = word_set("plural") | word_set("group") | word_set("verb_joiner")
_LIST_LIMIT = 16
"""Words that the matters in a body's name may go on for."""


def body_name_end(words: Words, begin: int, *, named: bool, strict: bool = False, listing: bool = False) -> int:
    """The index after the own words of an organisation that begin at ``begin``; ``begin`` where it has none.

    ``named``: it may bear a person's name (a school, a company); ``strict``: nothing follows the field of work that it
    is called by (a sở, a ministry); ``listing``: it may be called by several matters (a steering committee).
    """
    i, after_field = begin, False
    limit = _LIMIT + _LIST_LIMIT if listing else _LIMIT
    while i < len(words) and i - begin < limit and words[i].start - words[i - 1].end <= 2:
        word = words[i]
        if word.text.isdigit() or word.text in _ROMAN or word.text == "&":
            i += 1
        elif listing and i > begin and (joined := _enumeration(words, i, begin)):
            i, after_field = joined, False
        elif word.text in ("-", ","):
            if not _inner_mark(words, i):
                break
            i += 2
        elif field := words.term("field", i):
            after_field = word.capital and strict
            i = words.index(field.end)
        elif skipped := _only_looks_like_verb(words, i):
            i = skipped
        elif not word.text[0].isalpha() or _ends(words, i, begin, named=named) or (after_field and not word.capital):
            break
        else:
            after_field = False
            i += 1
    return i


def _enumeration(words: Words, i: int, begin: int) -> int:
    """The index of the last matter that a name lists from the comma or "và" at word ``i`` on; 0 where it lists none.

    "chống buôn lậu, gian lận thương mại và hàng giả": matters in small letters, until an "và" and the last one, or a
    place. The words after the comma are none of the name where a verb, an office or a person comes first.
    """
    if words[i].low not in (",", "và") or words[i - 1].capital:
        return 0
    last = i
    for k in range(i, min(i + _LIST_LIMIT, len(words))):
        word = words[k]
        if word.low in (",", "và"):
            if k + 1 >= len(words) or not _is_matter(words, k + 1, begin):
                return 0
            last = k
            if word.low == "và" and words[i].low == ",":
                return k + 1
        elif unit_follows(words, k):
            return last + 1
        elif not _is_matter(words, k, begin):
            return 0
    return 0


def _is_matter(words: Words, i: int, begin: int) -> bool:
    """Whether word ``i`` can be one of what a body is for: in small letters, and not the beginning of anything else."""
    word = words[i]
    if not word.text.islower() or word.low in _NOT_MATTERS:
        return False
    return not _ends(words, i, begin, named=False)


def unit_follows(words: Words, i: int) -> bool:
    """Whether a kind of place ("tỉnh", "xã Tân Lập") begins at word ``i``."""
    unit = words.term("place_kind", i)
    if unit is None or unit.value == "-":
        return False
    return unit.value not in ("hamlet", "area") or place_length(words, words.index(unit.end), unit.value) > 0


def _inner_mark(words: Words, i: int) -> bool:
    """A dash or comma inside an organisation's name ("Kinh tế - Xã hội", "phòng, chống")."""
    if i + 1 >= len(words):
        return False
    after = words[i + 1]
    if words[i].text == ",":
        return words[i - 1].low == "phòng" and after.low == "chống"
    if not after.capital or words.term("role", i + 1) or words.term("organization_open", i + 1):
        return False
    return not names.is_common_surname(after.text) and after.low not in _STOP_WORDS


def _only_looks_like_verb(words: Words, i: int) -> int:
    """The index after words like "giao thông", which only look like the verb "giao"; else 0."""
    action = words.term("action", i)
    end = words.index(action.end) if action and action.value == "-" else 0
    return end if end > i + 1 and not words[i].capital else 0


def _ends(words: Words, i: int, begin: int, *, named: bool) -> bool:
    word = words[i]
    if word.low == "và":
        return not _goes_on(words, i + 1)
    if not word.capital:
        stop = word.low in _STOP_WORDS or any(words.term(kind, i) for kind in _STOP_KINDS)
        return stop or words.term("action", i) is not None or unit_follows(words, i)
    if any(words.term(kind, i) for kind in ("role", "organization", "province", "district", "country")):
        return True
    if unit_follows(words, i) or (i > begin and words.term("organization_open", i)):
        return True
    if names.is_surname(word.text) and (i > begin or not named):
        length = names.run_end(words, i) - i
        common = names.is_common_surname(word.text)
        return 2 <= length <= names.MAX_NAME and (common or (i > begin and length > 2))  # "Viện … Phương Nam"
    return False


def _goes_on(words: Words, i: int) -> bool:
    """Whether the name goes on after "và" ("Pháp chế và Cải cách hành chính")."""
    if i >= len(words) or not words[i].capital or names.is_common_surname(words[i].text):
        return False
    return not words.term("role", i) and not words.term("organization_open", i)
