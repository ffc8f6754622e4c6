"""What a line is by its own look: words of the page, symbols, dates, picture credits, menus, addresses."""

from __future__ import annotations

import re
from typing import Final

from danvan_cli.reading.lines.dates import mark_date
from danvan_cli.reading.lines.rows import Row
from danvan_cli.reading.lines.vocabulary import bar, has_word, mark_known

_MOST_CHARACTERS: Final = 420
"""No line of page furniture and no caption is longer."""
_CAPTION_WORDS, _CAPTION_WORDS_STOPPED = 35, 22

_PLAYER: Final = re.compile(r"[\d:\s/|x.-]*\d:\d\d[\d:\s/|x.-]*")
_PAGE: Final = re.compile(r"[-–—\s]*(?:trang|page)\s*\d+(?:\s*(?:/|of|trên)\s*\d+)?.{0,60}")
_NUMBERS: Final = re.compile(r"[-–—\s(\[]*\d[\d.,\s/]*[-–—\s)\]]*")
_RELATIVE: Final = re.compile(r"(?:khoảng )?\d+ (?:giây|phút|giờ|ngày|tuần|tháng|năm) trước")
_COUNTED: Final = re.compile(r"[\d.,]+ ?(?:lượt xem|lượt đọc|lượt truy cập|bình luận|views?|comments?|lượt thích)")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\[email protected\]")
_SITE: Final = re.compile(r"(?:[\w-]+\.){1,3}(?:vn|com|net|org|info)")
_SEPARATOR: Final = re.compile(r"\s*[|•·»›>►]+\s*|\s+(?:/|::)\s+")
_CREDIT: Final = re.compile(
    r"(?:^|[\s(\[.,;:–-])(?:(?:nguồn )?ảnh|photo|clip|video|đồ họa)\s?(?::\s?\S.{0,50}|minh h[ọo]a.{0,20}"
    r"|tư liệu.{0,20}|chụp (?:qua )?màn hình|cắt từ (?:clip|video).{0,20}|internet)[)\].]*$"
)
# "Ảnh L.N": no colon, but a capital after it.
_BARE_CREDIT: Final = re.compile(
    r"(?:^|[.!?…)]\s?|[(\[]|\s[-–]\s?)(?:Ảnh|ẢNH|ảnh)\s?[-–]?\s?[A-ZĐ][\w.]*(?:[\s.][A-ZĐÀ-Ỹ][\w.]*){0,4}[)\].]*$"
)
_HARMLESS_NUMBERS: Final = re.compile(r"\d+ tháng|năm \d{4}|quý \w+|lần thứ \w+|\d{4} ?- ?\d{4}|số \d+")


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
    elif (any(c.isdigit() for c in low) and mark_date(row)) or mark_known(row) or _mark_pattern(row):
        return
    elif _is_credit(row):
        row.set("caption")
    else:
        _mark_menu(row)


def _mark_letterless(row: Row) -> None:
    """Symbols, a player's clock, page numbers, counters."""
    if not any(c.isdigit() for c in row.low):
        row.set("symbols")
    elif _PLAYER.fullmatch(row.low):
        row.set("player")
    elif _NUMBERS.fullmatch(row.low):
        row.set("counter", "edge")


def _mark_pattern(row: Row) -> bool:
    low = row.low
    if _RELATIVE.fullmatch(low):
        row.set("relative_time")
    elif _PAGE.fullmatch(low):
        row.set("page_number")
    elif _COUNTED.fullmatch(low):
        row.set("counter")
    elif _ADDRESS.fullmatch(low):
        row.set("address")
    elif _SITE.fullmatch(low):
        row.set("outlet", "edge")
    return bool(row.mark)


def _is_credit(row: Row) -> bool:
    """Whether the line ends in a picture's credit."""
    tail = row.low[-90:]
    if (
        "ảnh" not in tail
        and "photo" not in tail
        and "clip" not in tail
        and "đồ họa" not in tail
        and "video" not in tail
    ):
        return False
    return _CREDIT.search(tail) is not None or _BARE_CREDIT.search(row.text[-60:]) is not None


def _mark_menu(row: Row) -> None:
    """A row of short capitalised items between bars or arrows. One known item makes it a menu anywhere on the page."""
    items = [item for item in _SEPARATOR.split(row.text) if item.strip()]
    pointed = any(c in row.text for c in "»›>")
    if len(items) < (2 if pointed else 3) or row.stopped:
        return
    lows = [item for item in _SEPARATOR.split(row.low) if item.strip()]
    if pointed and bar(lows[0]):
        row.set("breadcrumb")
    elif all(item.lstrip()[0].isupper() and item.count(" ") < 6 for item in items) and not any(
        c.isdigit() for c in row.text
    ):
        row.set("menu", "any" if any(bar(low) for low in lows) else "edge")


def looks_like_caption(row: Row) -> bool:
    """Whether a line without a credit tells what a picture shows: people, and one thing that pictures show them doing.

    "Đồng chí A, Trưởng Ban Dân vận Tỉnh ủy phát biểu tại hội nghị", but nothing that took place in time, was said, or
    was counted.
    """
    low = row.low
    if row.words > (_CAPTION_WORDS_STOPPED if row.stopped else _CAPTION_WORDS) or row.words < 4:
        return False
    if not has_word("pictured", low, first=True) or ":" in low or ";" in low or "%" in low:
        return False
    if ". " in low or any(c.isdigit() for c in _HARMLESS_NUMBERS.sub("", low)):
        return False
    return has_word("picture_verb", low) and not has_word("report_verb", low)
