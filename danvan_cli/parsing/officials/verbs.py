"""What a verb of the lexicon is where it stands: a noun or part of a name, or a wish that asks a body for something."""

from __future__ import annotations

from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.officials.vocabulary import word_set
from danvan_cli.parsing.officials.words import Words

_NOUN_MARKERS = word_set("noun_marker")
_WISHES = frozenset({"mong", "mong muốn"})
_WISH_TIME = frozenset({"rằng", "trong", "thời", "gian", "tới", "năm", "này", ",", "các"})
"""Words that may stand between a wish and the body that it is put to."""


def is_noun(article: Article, words: Words, verb: Anchor) -> bool:
    """Whether the verb's word is part of a body's name ("Bộ Ngoại giao") or a noun ("chuyến thăm")."""
    for kind in ("field", "organization"):
        for name in article.anchors_in(kind, max(0, verb.start - 24), verb.end + 24):
            longer = name.end - name.start > verb.end - verb.start
            if longer and name.start <= verb.start and verb.end <= name.end and article.plain[name.start].isupper():
                return True
    i, after = words.index(verb.start), words.index(verb.end)
    if after < len(words) and words[after].low == "của":
        if of_is_read(verb):
            return False
        if verb.value in ("direct", "conclude"):
            return True  # "sự quan tâm, chỉ đạo của Tỉnh ủy"
    if i == 0 or words[i].capital or words[i - 1].low not in _NOUN_MARKERS:
        return False
    return not (words[i - 1].capital and i > 1 and words[i - 2].capital)  # "bà Trần Mỹ Dung báo cáo" is no "nội dung"


def of_is_read(verb: Anchor) -> bool:
    """Whether "VERB của A" says what A does: "sự chủ trì của A" does, "ý kiến chỉ đạo của Thủ tướng" is a thing."""
    return bool({"chair", "attend", "report"} & set(verb.value.split(",")))


def asks_body(words: Words, verb: Anchor) -> bool:
    """ "mong muốn Hội Nông dân huyện …": what a named body is wished to do, it is asked to do."""
    if words.article.low[verb.start : verb.end] not in _WISHES:
        return False
    i = words.index(verb.end)
    while i < len(words) and words[i].low in _WISH_TIME:
        i += 1
    if i + 1 >= len(words):
        return False
    if words[i].capital:
        return any(words.term(kind, i) for kind in ("organization", "organization_open", "province", "district"))
    unit = words.term("place_kind", i)
    after = words.index(unit.end) if unit else len(words)
    return after < len(words) and words[after].capital
