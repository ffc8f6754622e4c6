"""Numbers with no public-work meaning: delegates and venues, private property, examples, language that only counts."""

from __future__ import annotations

import re

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.statistics.figure import Figure

# What a meeting has: its people, places and delegations are no figures of the body's work.
_PRESENT = frozenset({"person", "body", "place", "model", "honoured", "group", "turn"})
_NEVER = frozenset({"venue", "formal"})
# In words these count nothing of public work ("hai tỉnh", "hai người", "ba đơn vị"): words are language first.
_WORDS_NEVER = frozenset({"place", "person", "body", "measure", "honoured", "task", "text"})
_ACCUSED = ("bị cáo", "bị can", "đối tượng")
_OWNED = frozenset({"money", "measure", "thing", "person", "text", "household"})
_DECLARED = frozenset({"money", "measure", "thing"})
_SPECIMENS = frozenset({"money", "measure"})
_SPECIMEN_REACH = 40
# How far in its sentence the words that veto a figure may stand from it.
_REACH = 400
_AREAS = ("m2", "m 2", "m²")
# An area under this, in m2, said to be the size of something, is the size of one flat or one house.
_SMALL_AREA = 100
_SIZED = ("diện tích ", "rộng ", "cao ", "sâu ")
_LENGTHS = ("m", "mét")
_DISTANCES = (*_LENGTHS, "km", "ki lô mét")
# "cách trung tâm xã khoảng 5 km" says where something is.
_AWAY = re.compile(r"(?<!\w)(?<!bằng )(?<!một )cách [^,;:\d]{1,60}$")
# A width or height under this, in metres, is that of one road or house.
_SMALL_LENGTH = 100
# The price of goods by weight or volume is the market's: "giá cát 400.000 đồng/m3".
_PRICED = re.compile(r" ?/ ?(?:m ?[3³]|kg|lít|tấn|gam|gram|chỉ|lượng|chai|bao)(?!\w)")
# "215 căn nhà với tổng kinh phí 11,4 tỷ đồng" are many houses, and the price of all of them.
_COUNTED = re.compile(r"\d ?$")
_NUMBER_REACH = 2
_TOTAL = re.compile(r"(?<!\w)tổng (?:kinh phí|giá trị|trị giá|số tiền|cộng|số)(?!\w)")
# A range that ends here or below is a way of saying "a few": "1 - 2 căn".
_FEW = 3


def no_figure(article: Article, figure: Figure, first: bool) -> bool:
    """Whether a figure of no indicator is no statistic; ``first`` where none precedes it in its sentence."""
    if figure.noun is None or figure.kind in _NEVER:
        return True
    if figure.number.in_words and _language(figure):
        return True
    if figure.words == "lần" or (figure.kind == "place" and _is_named(article, figure)):
        return True
    if figure.number.part in ("low", "high") and figure.kind == "thing" and figure.value <= _FEW:
        return True
    return (first and _attendance(article, figure)) or _private(article, figure) or _specimen(article, figure)


def attended(article: Article, figure: Figure, first: bool) -> bool:
    """Whether the figure says who sat in the meeting: "về dự có 80 điển hình"."""
    return figure.kind in _NEVER or (first and _attendance(article, figure))


def _language(figure: Figure) -> bool:
    if figure.words in _ACCUSED:
        return False
    return figure.kind in _WORDS_NEVER and figure.value < 10


def _is_named(article: Article, figure: Figure) -> bool:
    """Whether a place's name follows: "đi thăm 3 xã Tam Thanh, Long Hải, …" tells where, and counts no work."""
    following = article.plain[figure.end : figure.end + 2]
    return following[:1] == " " and following[1:].isupper()


def _attendance(article: Article, figure: Figure) -> bool:
    if figure.kind not in _PRESENT:
        return False
    words = [w for w in article.anchors_in("figure_attendance", _floor(figure), figure.number.left) if w.value]
    return bool(words) and words[-1].value == "attendance"


def _private(article: Article, figure: Figure) -> bool:
    """Whether the figure belongs to a person: the nearest word before it speaks of property and not of an act."""
    if figure.kind not in _OWNED or figure.is_percent:
        return False
    before = [a for a in article.anchors_in("figure_private", _floor(figure), figure.number.left) if a.value]
    if before:
        return before[-1].value == "private" or (before[-1].value == "declared" and figure.kind in _DECLARED)
    after = [
        a
        for a in article.anchors_in("figure_private", figure.end, min(figure.sentence.end, figure.end + _REACH))
        if a.value
    ]
    return bool(after) and after[0].value == "private"


def _specimen(article: Article, figure: Figure) -> bool:
    """Whether the figure is the price or size of one example: "nếu … 160 triệu đồng/căn", "căn hộ diện tích 30 m2"."""
    if figure.kind not in _SPECIMENS or figure.is_percent:
        return False
    noun = article.low[figure.noun.start : figure.noun.end] if figure.noun else ""
    if figure.kind == "money" and _PRICED.match(article.low, figure.end):
        return True
    leading = article.low[figure.before : figure.number.left]
    if noun in _DISTANCES and _AWAY.search(leading):
        return True
    if noun in _LENGTHS and figure.value < _SMALL_LENGTH and leading.endswith(_SIZED):
        return True
    if noun in _AREAS and figure.value < _SMALL_AREA and leading.endswith(_SIZED):
        return True
    words = [
        word
        for word in article.anchors_in("figure_specimen", _floor(figure), figure.number.left)
        if not _COUNTED.search(article.low, max(0, word.start - _NUMBER_REACH), word.start)
    ]
    if not words or _TOTAL.search(article.low, words[-1].end, figure.number.left):
        return False
    last = words[-1]
    if article.low[last.start : last.end] in ("nếu", "giả sử"):
        return True
    return figure.number.left - last.end < _SPECIMEN_REACH and not any(
        sign in article.low[last.end : figure.number.left] for sign in ",;"
    )


def _floor(figure: Figure) -> int:
    return max(figure.sentence.start, figure.number.left - _REACH)
