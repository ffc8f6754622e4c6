"""The table ``page``: what a line is by its words alone."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from danvan_cli.lexicon import fold, table
from danvan_cli.reading.lines.rows import Row, word_list

_NOT_LETTERS: Final = re.compile(r"[\W\d_]+")
_WORD: Final = re.compile(r"\w+")
_BULLETS: Final = " •·*»>›|-–—+=►▪■●◦\t\u00a0"
# What may follow a label that needs no colon: "Lượt xem 38", "Bình luận (0)".
_AFTER_LABEL: Final = frozenset(":.|(/-0123456789")
_ANY_LENGTH: Final = 40
_WHOLE_WORDS: Final = 12
_ROW_OF_ITEMS: Final = 2
"""More known sections than this on one line are a menu wherever it stands."""


class _Phrase(NamedTuple):
    text: str
    rule: str
    form: str
    where: str
    most: int


class _Vocabulary(NamedTuple):
    openings: dict[str, list[_Phrase]]
    """Labels and starts by their first two characters, longest first."""
    whole: dict[str, _Phrase]
    items: dict[str, dict[str, dict[tuple[str, ...], str]]]
    """Group ("body" for parts of bodies' names, "page" for all others) → first word → words of an item → its rule."""
    words: dict[str, list[str]]
    """Rule → the words that its shape is known by."""


@cache
def _vocabulary() -> _Vocabulary:
    rows = table("page")
    texts = fold("\n".join(row["phrase"] for row in rows)).split("\n")
    known = _Vocabulary({}, {}, {"page": {}, "body": {}}, {})
    for text, row in zip(texts, rows, strict=True):
        phrase = _Phrase(text, row["rule"], row["form"], row["where"] or "any", int(row["most"] or _ANY_LENGTH))
        if phrase.form == "item":
            item = tuple(word_list(text))
            group = "body" if phrase.rule in ("body", "not_body") else "page"
            known.items[group].setdefault(item[0], {})[item] = phrase.rule
        elif phrase.form == "whole":
            known.whole[_NOT_LETTERS.sub(" ", text).strip()] = phrase
        elif phrase.form == "word":
            known.words.setdefault(phrase.rule, []).append(text)
        else:
            known.openings.setdefault(text[:2], []).append(phrase)
    for openings in known.openings.values():
        openings.sort(key=lambda phrase: -len(phrase.text))
    return known


@cache
def _any_word(rule: str) -> re.Pattern[str]:
    """Any of the words of ``rule``, at word boundaries; made when the first line needs it."""
    longest_first = sorted(_vocabulary().words[rule], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def has_word(rule: str, low: str, *, first: bool = False) -> bool:
    """Whether one of the words of ``rule`` stands in ``low`` (at its beginning, with ``first``)."""
    pattern = _any_word(rule)
    return (pattern.match(low) if first else pattern.search(low)) is not None


def cover(low: str, group: str) -> tuple[list[str], list[str]]:
    """The items of ``group`` ("page" or "body") in ``low``, by their rules, and the words that are in none.

    Numbers count as neither.
    """
    items = _vocabulary().items[group]
    words = word_list(low)
    found: list[str] = []
    left: list[str] = []
    i = 0
    while i < len(words):
        word = words[i]
        beginning = items.get(word, ())
        size = max((len(item) for item in beginning if tuple(words[i : i + len(item)]) == item), default=0)
        if size:
            found.append(items[word][tuple(words[i : i + size])])
        elif not word.isdigit():
            left.append(word)
        i += size or 1
    return found, left


def bar(low: str) -> list[str]:
    """The rules of the page's items that ``low`` is wholly made of, numbers aside; empty if any other word is in it."""
    first = _WORD.search(low)
    if first is None or (first.group() not in _vocabulary().items["page"] and not first.group().isdigit()):
        return []  # nearly every line of an article
    found, left = cover(low, "page")
    return [] if left else found


def mark_known(row: Row) -> bool:
    """Mark a row that the table knows; say whether it does."""
    known = _vocabulary()
    low = row.low.lstrip(_BULLETS)
    if row.words <= _WHOLE_WORDS:
        phrase = known.whole.get(_NOT_LETTERS.sub(" ", low).strip())
        if phrase is not None:
            row.set(phrase.rule, phrase.where)
            return True
    for phrase in known.openings.get(low[:2], ()):
        if row.words <= phrase.most and low.startswith(phrase.text):
            after = low[len(phrase.text) :]
            if phrase.form == "label":
                after = after.lstrip(" \u00a0")
                fits = not after or after[0] in _AFTER_LABEL
            else:
                fits = not after or not (after[0].isalnum() and phrase.text[-1].isalnum())
            if fits:
                row.set(phrase.rule, phrase.where)
                return True
    found = bar(low) if row.words <= _ANY_LENGTH else []
    if "bar" in found:
        row.set("bar")
    elif found:
        many = len(found) > _ROW_OF_ITEMS
        row.set("menu" if many else "section", "any" if many else "edge")
    return bool(found)
