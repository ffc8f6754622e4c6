"""Digits that are no quantity: dates, times, document numbers, codes, phones, ordinals, list marks, spans of time."""

from __future__ import annotations

import re

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.numbers.nouns import counted_noun
from danvan_cli.parsing.numbers.number import Number

_COMPOSITE = re.compile(
    r"""
    (?=[\d+]|(?<!\w)[^\W\d_]{1,8}\ ?-\ ?\d)                         # most places are passed over at once
    (?:
      \d{1,2}\ ?[/.-]\ ?\d{1,2}\ ?[/.-]\ ?\d{4}(?!\d)               # 15/10/1930
    | \d{1,2}\ ?[/.-]\ ?(?:19|20)\d{2}(?![\d.,%])                    # 9/2015
    | \d{1,2}(?:/\d{1,2})?\ ?-\ ?\d{1,2}[/.]\d{1,2}(?!\d|[.,]\d)        # 20-21/5, 27/4 - 03/5
    | (?:19|20)\d{2}\ ?-\ ?(?:(?:19|20)\d{2}|\d{2})(?![\d.,%])       # 2015 - 2020
    | \d{1,2}(?::|h|\ giờ\ ?)\d{2}(?::\d{2})?(?!\d)                  # 14:30, 8h30
    | \d{1,2}h(?!\w)
    | (?<!\d)0\d{2,4}[. -]\d{3}[. -]?\d{3,4}(?!\d)                   # 0912.000.333
    | \b0\d{8,10}(?!\d)
    | \+84[ .\d]{8,13}
    | \d{1,5}(?:/\d{4})?[-/]\ ?[A-ZĐƯ]{2,}[\wĐ/-]{0,24}              # 25-NQ/TW, 141/2025/NĐ-CP
    | \d{1,5}[-/][A-ZĐ][\wĐ]{0,8}/[A-ZĐƯ]\w{0,12}                    # 11-QĐi/TW
    | (?<!\d)24/7(?!\d)
    | (?<!\d)[1-9]\.0(?![\d%])                                       # cách mạng công nghiệp 4.0
    | (?i:covid|sars-cov|ncov)\ ?-\ ?\d{1,2}
    | (?<!\w)[^\W\d_]{1,6}-\d{1,6}                                    # SU-30
    | (?<!\d)\d{1,4}[A-ZĐ](?!\w)                                     # quốc lộ 22B
    )
    """,
    re.VERBOSE,
)
_DIGIT = re.compile(r"\d")
# A day and month ("27/7", "8-4", "22.11") unless a counted noun makes it a ratio or a range.
_DAY_MONTH = re.compile(r"(?<![\d/.,-])(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])(?![\d/%]|[.,]\d| ?%)")
_LIST_MARK_TAIL = re.compile(r"[.)/]\s|[.)]\w|\s?-\s")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_LABEL_REACH = 24
_MONTHS = 12
_NAME_DIGITS = 3
# What a plain four-digit number such as "2019" may count; of anything else it is a year.
_COUNTED_LIKE_A_YEAR = frozenset({"turn", "petition", "case", "money", "measure"})


def composite_spans(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of ``start:end`` whose digits form a date, a time, a document number, a phone or a code, in order."""
    if not _DIGIT.search(plain, start, end):
        return []
    return [match.span() for match in _COMPOSITE.finditer(plain, start, end)]


def counts_nothing(article: Article, number: Number, start: int, end: int) -> bool:
    """Whether a number names, dates or times something instead of counting it; ``start:end`` is the text read."""
    if number.in_words:
        return _words_of_time(article, number, end)
    if _is_list_mark(article, number, start, end):
        return True
    digits = article.plain[number.start : number.end]
    is_year = bool(_YEAR.fullmatch(digits))
    label = _label_before(article, number.start, start)
    noun = counted_noun(article, number.right, end)
    if noun is None and number.value <= _MONTHS and article.low[max(0, number.start - 6) : number.start] == "tháng ":
        return True  # "trong tháng 8 hoàn tất"
    if noun is None:
        return bool(label) or is_year or _is_time(article, number, end) or _is_glued(article.plain, number)
    if label == "label" and noun.kind != "turn":
        # "trong năm 46 đơn": a year has four digits.
        return is_year or article.low[max(0, number.start - 4) : number.start] != "năm "
    if label == "place" and noun.kind == "place":
        return True  # "tổ 51 phường Minh Tân"
    if is_year and noun.kind not in _COUNTED_LIKE_A_YEAR:
        return True
    return noun.kind == "money" and number.value == 0  # "gian hàng 0 đồng"


def _is_time(article: Article, number: Number, end: int) -> bool:
    """Whether a number that counts no known noun is a day and month, or counts years, hours or ages."""
    if number.part == "whole" and _DAY_MONTH.search(article.plain[max(0, number.start - 3) : number.end + 3]):
        return True
    at = number.right
    while at < end and article.plain[at] == " ":
        at += 1
    return article.anchors.at("number_time", at) is not None


def _is_glued(plain: str, number: Number) -> bool:
    """Whether letters follow the digits that are no known noun: "5G", "4K"."""
    following = plain[number.end : number.end + 1]
    return following.isalpha() or following == "_"


def _label_before(article: Article, at: int, start: int) -> str:
    """What the word right before a number makes of it: ``label``, ``soft`` or ``place``, or nothing."""
    left = at
    while left > start and article.low[left - 1] in " (":
        left -= 1
    anchors = article.anchors_in("number_label", max(start, left - _LABEL_REACH), left)
    value = anchors[-1].value if anchors and anchors[-1].end == left else ""
    if value == "name":
        # "Ban Chỉ đạo 389 tỉnh" has a name; "ban chỉ đạo 12 huyện" are those of 12.
        return "label" if article.plain[at : at + _NAME_DIGITS].isdigit() else "soft"
    return value


def _is_list_mark(article: Article, number: Number, start: int, end: int) -> bool:
    """Whether the number opens a line or stands alone in brackets: "1. Tham mưu", "(2) vận động"."""
    plain = article.plain
    if number.end - number.start > 2:
        return False
    left = plain[max(0, number.start - 1) : number.start]
    right = plain[number.end : number.end + 1]
    if left == "(" and right == ")":
        return True
    line_start = plain.rfind("\n", max(0, number.start - 6), number.start)
    opens = number.start == 0 or (line_start >= 0 and not plain[line_start + 1 : number.start].strip(" -*•+"))
    return opens and bool(_LIST_MARK_TAIL.match(plain, number.end, min(end + 2, number.end + 3)))


def _words_of_time(article: Article, number: Number, end: int) -> bool:
    """Whether a number in words counts time ("ba tháng") or follows a label ("lần thứ hai", "quý hai")."""
    if counted_noun(article, number.right, end) is None and _is_time(article, number, end):
        return True
    return _label_before(article, number.start, 0) == "label"
