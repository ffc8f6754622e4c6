"""What a number counts: the noun after it, by class ("petition", "turn", "place" …), as written."""

from __future__ import annotations

from typing import NamedTuple

from danvan_cli.lexicon import vocabulary
from danvan_cli.parsing.article import Article

# Nouns of these classes are counted together: "10 xã, thị trấn", "11 ý kiến, kiến nghị", "84 mô hình, điển hình".
_COORDINATED = frozenset({"place", "body", "opinion", "model", "person", "honoured", "task", "text", "event"})
_MOST_COORDINATES = 3
_LONGEST_GLUED = 4
_LONGEST_SHORT_FORM = 8


class Noun(NamedTuple):
    """A counted noun: ``start:end`` is the whole of it, ``head_end`` the end of its first member."""

    start: int
    end: int
    kind: str
    head_end: int
    low: str
    """The whole of it, folded."""


def _glued(article: Article, at: int, end: int) -> tuple[int, str] | None:
    """The noun that begins at ``at`` right behind a digit ("21.091đơn", "692m2"), where no word boundary parts them."""
    words: list[int] = []
    position = at
    while position < end and len(words) < _LONGEST_GLUED:
        while position < end and article.low[position].isalnum():
            position += 1
        words.append(position)
        if position >= end or article.low[position] != " ":
            break
        position += 1
    for stop in reversed(words):
        kind = vocabulary().value("counted", article.low[at:stop])
        if kind:
            return stop, kind
    return None


def _one(article: Article, at: int, end: int) -> tuple[int, str] | None:
    """End and class of the noun that begins at ``at``."""
    if at >= end:
        return None
    if article.low[at - 1].isdigit() and article.low[at].isalpha():
        return _glued(article, at, end)
    anchor = article.anchors.at("counted", at)
    return (anchor.end, anchor.value) if anchor and anchor.end <= end and anchor.value else None


def counted_noun(article: Article, at: int, end: int) -> Noun | None:
    """The noun right after a number that ends at ``at``, if the lexicon knows it, with its coordinates of one class."""
    start = _skip_spaces(article.low, at, end)
    first = _one(article, start, end)
    if first is None:
        return None
    stop, kind = first
    head_end = stop
    if kind in _COORDINATED:
        for _ in range(_MOST_COORDINATES):
            if article.low[stop : stop + 2] != ", ":
                break
            following = _one(article, stop + 2, end)
            if following is None or following[1] != kind:
                break
            stop = following[0]
    return Noun(start, stop, kind, head_end, article.low[start:stop])


def _skip_spaces(low: str, at: int, end: int) -> int:
    while at < end and low[at] == " ":
        at += 1
    return at


def open_noun(article: Article, at: int, end: int) -> Noun | None:
    """A noun that the lexicon does not know, right after a number in digits: its first word.

    It is written in small letters, or is the short form of one ("1.454 CĐCS", "224 DN"), not the beginning of a name or
    of a document's number.
    """
    start = _skip_spaces(article.low, at, end)
    stop = start
    while stop < end and article.plain[stop].isalpha():
        stop += 1
    word = article.plain[start:stop]
    short = word.isupper() and len(word) <= _LONGEST_SHORT_FORM and article.plain[stop : stop + 1] not in ("-", "/")
    if start == at or len(word) < 2 or not (word.islower() or short) or article.anchors.at("not_counted", start):
        return None
    return Noun(start, stop, "open", stop, article.low[start:stop])
