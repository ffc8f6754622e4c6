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
    items: dict[str, dict[tuple[str, ...], str]]
    """First word of an item → words of the item → its rule."""
    words: dict[str, re.Pattern[str]]
    """Rule → any of its words, at word boundaries."""


@cache
def _vocabulary() -> _Vocabulary:
    rows = table("page")
    texts = fold("\n".join(row["phrase"] for row in rows)).split("\n")
    known = _Vocabulary({}, {}, {}, {})
    words: dict[str, list[str]] = {}
    for text, row in zip(texts, rows, strict=True):
        phrase = _Phrase(text, row["rule"], row["form"], row["where"] or "any", int(row["most"] or _ANY_LENGTH))
        if phrase.form == "item":
            item = tuple(word_list(text))
            known.items.setdefault(item[0], {})[item] = phrase.rule
        elif phrase.form == "whole":
            known.whole[_NOT_LETTERS.sub(" ", text).strip()] = phrase
        elif phrase.form == "word":
            words.setdefault(phrase.rule, []).append(re.escape(text))
        else:
            known.openings.setdefault(text[:2], []).append(phrase)
    for group in known.openings.values():
        group.sort(key=lambda phrase: -len(phrase.text))
    for rule, texts_of_rule in words.items():
        longest_first = "|".join(sorted(texts_of_rule, key=len, reverse=True))
        known.words[rule] = re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)")
    return known


def has_word(rule: str, low: str, *, first: bool = False) -> bool:
    """Whether one of the words of ``rule`` stands in ``low`` (at its beginning, with ``first``)."""
    pattern = _vocabulary().words[rule]
    return (pattern.match(low) if first else pattern.search(low)) is not None


def bar(low: str) -> list[str]:
    """The rules of the items that ``low`` is wholly made of, numbers aside; empty if any other word is in it."""
    items = _vocabulary().items
    first = _WORD.search(low)
    if first is None or (first.group() not in items and not first.group().isdigit()):
        return []  # nearly every line of an article
    words = word_list(low)
    found: list[str] = []
    i = 0
    while i < len(words):
        if words[i].isdigit():
            i += 1
            continue
        group = items.get(words[i])
        if group is None:
            return []
        size = max((len(item) for item in group if tuple(words[i : i + len(item)]) == item), default=0)
        if not size:
            return []
        found.append(group[tuple(words[i : i + size])])
        i += size
    return found


def mark_known(row: Row) -> bool:
    """Mark a row that the table knows; say whether it does."""
    known = _vocabulary()
    low = row.low.lstrip(_BULLETS)
    if row.words <= 8:
        phrase = known.whole.get(_NOT_LETTERS.sub(" ", low).strip())
        if phrase is not None and row.words <= phrase.most + 2:
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
        row.set("menu" if len(found) > 2 else "section", "any" if len(found) > 2 else "edge")
    return bool(found)
