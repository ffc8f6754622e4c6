"""What a line is by its own look: words of the page, symbols, dates, picture credits, menus, addresses."""

from __future__ import annotations

import re
from typing import Final

from danvan_cli.reading.lines.dates import mark_date
from danvan_cli.reading.lines.rows import Row
from danvan_cli.reading.lines.vocabulary import bar, has_word, mark_known

_MOST_CHARACTERS: Final = 420
"""No line of page furniture and no caption is longer."""
_CREDIT_WORDS, _CAPTION_WORDS, _CAPTION_WORDS_STOPPED = 60, 35, 22
"""Words of a caption at most: with a credit, without one, without one and with a stop. Longer ones are paragraphs."""

_PLAYER: Final = re.compile(r"[\d:\s/|x.-]*\d:\d\d[\d:\s/|x.-]*")
_NUMBERS: Final = re.compile(r"[-–—\s(\[]*\d[\d.,\s/]*[-–—\s)\]]*")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|[^\s@]+@[\w.-]+\.\w+")
_SITE: Final = re.compile(r"(?:[\w-]+\.){1,3}(?:vn|com|net|org|info)")
_FILE: Final = re.compile(r"[\w%().-]+\.(?:jpe?g|png|gif|webp|bmp)|[^\W_]+(?:[-_][^\W_]+){3,}")
_Patterns = tuple[tuple[re.Pattern[str], str, str], ...]
_ONE_WORD: Final[_Patterns] = (
    (_ADDRESS, "address", "any"),
    (_SITE, "outlet", "edge"),
    (_FILE, "image_name", "any"),
)
_WITH_DIGITS: Final[_Patterns] = (
    (re.compile(r"(?:khoảng )?\d+ (?:giây|phút|giờ|ngày|tuần|tháng|năm) trước"), "relative_time", "any"),
    (re.compile(r"[^\d]{0,30}\d{1,2} ?°(?: ?c\b)?.{0,20}"), "clock", "any"),
    (re.compile(r"[-–—\s]*(?:trang|page)\s*\d+(?:\s*(?:/|of|trên)\s*\d+)?.{0,60}"), "page_number", "any"),
    (
        re.compile(r"(?:hiện )?(?:đang )?có \d+ (?:khách|người|thành viên)\b.{0,40}(?:online|trực tuyến)"),
        "counter",
        "any",
    ),
    # What a page prints for a picture that it cannot show: "a1", "Hình 2", the headline and "ảnh 1".
    (
        re.compile(r"[a-z]{1,4}[_-]?\d{1,3}|(?:hình|ảnh|image|img|picture) ?\d{1,3}|.{4,200}\bảnh \d{1,2}"),
        "image_name",
        "any",
    ),
    *_ONE_WORD,
)
_ITEM_WORDS: Final = 6
_PAIR: Final = 2
_PATTERN_CHARACTERS: Final = 200
_PLAYER_CHARACTERS: Final = 60
_SEPARATOR: Final = re.compile(r"\s*[|•·»›>►]+\s*|\s+(?:/|::)\s+|\s{3,}|\t")
_SEPARATOR_SIGN: Final = re.compile(r"[|•·»›>►\t]| / | :: |\s{3}")
_DIGIT: Final = re.compile(r"\d")
_PICTURE: Final = re.compile(r"ảnh|photo|clip|video|đồ họa")
_CREDIT: Final = re.compile(
    r"(?:^|[\s(\[.,;:–-])(?:(?:nguồn )?(?<!hình )ảnh|photo|clip|video|đồ họa)\s?(?::\s?\S.{0,50}|minh h[ọo]a.{0,20}"
    r"|tư liệu.{0,20}|chụp (?:qua )?màn hình|cắt từ (?:clip|video).{0,20}|internet)[)\].]*$"
)
# "Ảnh L.N": no colon, but names or initials after it.
_BARE_CREDIT: Final = re.compile(
    r"(?:^|[.!?…)]\s?|[(\[]|\s[-–]\s?)(?:Ảnh|ẢNH|ảnh)\s?[-–]?\s?([^\W\d_][\w. ]{0,40})[)\].]*$"
)
_HARMLESS_NUMBERS: Final = re.compile(r"\d+ tháng|\b(?:19|20)\d\d\b|quý \w+|lần thứ \w+|số \d+")


def mark_line(row: Row) -> None:
    """Mark a row that is known without looking at its neighbours."""
    if len(row) > _MOST_CHARACTERS:
        return
    low = row.low
    if low.upper() == low:
        if not mark_date(row):
            _mark_letterless(row)
        return
    if low.startswith((">>", "»", "› ")):
        row.set("related_line")
    elif mark_date(row) or mark_known(row) or (len(row) <= _PATTERN_CHARACTERS and _mark_pattern(row)):
        return
    elif _is_credit(row) or (low.endswith("|") and row.words <= _CAPTION_WORDS):  # a picture in a table of the layout
        row.set("caption")
    elif _SEPARATOR_SIGN.search(low):
        _mark_menu(row)


def _mark_letterless(row: Row) -> None:
    """Symbols, a player's clock, page numbers, counters."""
    if _DIGIT.search(row.low) is None:
        row.set("symbols")
    elif len(row) <= _PLAYER_CHARACTERS and _PLAYER.fullmatch(row.low):
        row.set("player")
    elif _NUMBERS.fullmatch(row.low):
        row.set("counter", "edge")


def _mark_pattern(row: Row) -> bool:
    """Lines that are known by their form: "3 giờ trước", "Trang 2/5", an address, a picture's file name."""
    if _DIGIT.search(row.low):
        patterns = _WITH_DIGITS
    elif " " not in row.low:
        patterns = _ONE_WORD
    else:
        return False
    for pattern, rule, where in patterns:
        if pattern.fullmatch(row.low):
            row.set(rule, where)
            return True
    return False


def _is_credit(row: Row) -> bool:
    """Whether the line ends in a picture's credit."""
    tail = row.low[-90:]
    if row.words > _CREDIT_WORDS or _PICTURE.search(tail) is None:
        return False
    if _CREDIT.search(tail):
        return True
    bare = _BARE_CREDIT.search(row.text[-60:])
    return bare is not None and all(word[0].isupper() for word in bare[1].split())


def _mark_menu(row: Row) -> None:
    """A row of short capitalised items between bars or arrows. One known item makes it a menu anywhere on the page."""
    items = [item for item in _SEPARATOR.split(row.text) if item.strip()]
    pointed = any(c in row.text for c in "»›>")
    if len(items) < _PAIR or row.stopped:
        return
    lows = [item for item in _SEPARATOR.split(row.low) if item.strip()]
    short = all(low.count(" ") < _ITEM_WORDS for low in lows)
    if pointed and (bar(lows[0]) or (short and any(map(bar, lows)))):
        row.set("breadcrumb")
    elif pointed and short and all(item.strip()[0].isupper() for item in items):
        row.set("breadcrumb", "edge")  # sections of that site alone
    elif short and all(map(_opens_item, items)) and _DIGIT.search(row.low) is None:
        known = any(map(bar, lows))
        if len(items) > _PAIR:
            row.set("menu", "any" if known else "edge")
        elif known:
            row.set("menu", "edge")  # a site's name and its languages


def _opens_item(item: str) -> bool:
    text = item.strip()
    return text[0].isupper() or not text[0].isascii() or _SITE.fullmatch(text) is not None


def looks_like_caption(row: Row) -> bool:
    """Whether a line without a credit tells what a picture shows: people, and one thing that pictures show them doing.

    "Đồng chí A, Trưởng Ban Dân vận Tỉnh ủy phát biểu tại hội nghị", but nothing that took place in time, was said, or
    was counted.
    """
    low = row.low
    if row.words <= _CAPTION_WORDS and has_word("picture_place", low):
        return ". " not in low
    if row.words > (_CAPTION_WORDS_STOPPED if row.stopped else _CAPTION_WORDS) or row.words < 4:
        return False
    if not has_word("pictured", low, first=True) or ":" in low or ";" in low or "%" in low:
        return False
    if ". " in low or _DIGIT.search(_HARMLESS_NUMBERS.sub("", low)):
        return False
    return has_word("picture_verb", low) and not has_word("report_verb", low)


def names_occasion(row: Row) -> bool:
    """Whether a line without a stop does nothing but name an occasion ("Hội nghị tổng kết công tác dân vận"): between
    two paragraphs that is a caption. Headings of an article name a matter, not the meeting.
    """
    return (
        not row.stopped
        and 3 <= row.words <= _CAPTION_WORDS_STOPPED
        and has_word("occasion", row.low, first=True)
        and not has_word("tense", row.low)
        and _DIGIT.search(_HARMLESS_NUMBERS.sub("", row.low)) is None
    )
