"""Lines that say when: the page's own date under the headline, and the clock that a site prints on every page."""

from __future__ import annotations

import re
from typing import Final

from danvan_cli.reading.lines.rows import Row, word_list
from danvan_cli.reading.lines.vocabulary import cover

_MOST_CHARACTERS: Final = 160
_MOST_NAMES: Final = 7
_MONTH: Final = r"(?:\d{1,2}|giêng|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?: một| hai)?)"
_DATE: Final = re.compile(
    r"\b\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?(?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
    rf"|\b\d{{1,2}},? tháng {_MONTH},?(?: năm)? (?:19|20)\d\d\b|\btháng {_MONTH} \d{{1,2}}, (?:19|20)\d\d\b"
)
_HOUR: Final = re.compile(r"\b\d{1,2} ?(?::|h|giờ) ?\d{2}\b")
_WEEKDAY: Final = re.compile(
    r"\bthứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])\b|\bchủ nhật\b|\bcn\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
)
# Dates, hours, and the words that only bind them.
_PARTS: Final = re.compile(
    rf"{_DATE.pattern}|{_WEEKDAY.pattern}|\b\d{{1,2}} ?(?::|h|giờ) ?\d{{2}}(?: ?[:'p] ?\d{{0,2}})?(?: phút)?"
    r"|\b(?:ngày|lúc|hồi|vào|am|pm|sa|ch|gmt|edt|est|utc|t7)\b|\+ ?0?7(?::00)?\b"
)
# The paper that the date line names by its address.
_SITE: Final = re.compile(r"(?<![\w.@/-])(?:www\.)?(?:[\w-]+\.){1,3}(?:vn|com|net|org|info)(?![\w.@])")
_LABEL: Final = re.compile(
    r"\b(?:cập nhật|(?:ngày )?đăng(?: tải| tin| bài)?|xuất bản|ngày tạo|ngày viết|thời gian|published|posted|updated"
    r"|date|on|cms publish date|cms-publish-date|gửi|phát hành|ban hành|lần cuối|cuối|mới nhất|tin|bài viết)\b"
)
# The place and day of an official document: "Lạng Sơn, ngày 20 tháng 12 năm 2022".
_DOCUMENT_DAY: Final = re.compile(r"[^\d,]{2,40}, ngày \d{1,2} tháng \d{1,2} năm \d{4}")
_CLOCK: Final = re.compile(r"\bhotline\b|đường dây nóng|°c|\bâm lịch\b|\be-?mail\b|\bmail\b|\bhôm nay\b|\(tức\b")


def mark_date(row: Row) -> bool:
    """Mark a line that is wholly about when: ``dateline``, or ``clock`` where it cannot be the article's own."""
    if len(row) > _MOST_CHARACTERS or _DATE.search(row.low) is None:
        return False
    if _CLOCK.search(row.low):
        row.set("clock")
        return True
    labelled = is_labelled(row)
    rest = _SITE.sub(" ", _PARTS.sub(" ", row.low))
    if labelled:
        rest = _LABEL.sub(" ", rest)
    _, left = cover(rest, "page")
    if not left or (len(left) <= _MOST_NAMES and _only_names(row, left)):
        row.set("dateline", "any" if labelled else "edge")
        return True
    return False


def is_labelled(row: Row) -> bool:
    """Whether the line says itself that its date is a publication's, or is the place and day of a document."""
    return _LABEL.search(row.low[:30]) is not None or (
        _DOCUMENT_DAY.fullmatch(row.low) is not None and not has_weekday(row)
    )


def has_hour(row: Row) -> bool:
    """Whether the line gives a time of day."""
    return _HOUR.search(row.low) is not None


def has_weekday(row: Row) -> bool:
    """Whether the line names a day of the week, as site clocks do."""
    return _WEEKDAY.search(row.low) is not None


def _only_names(row: Row, words: list[str]) -> bool:
    """Whether what a date line says besides its date is a name: an author, a paper, a section, a place."""
    if row.stopped and not row.text.endswith((":", "…")):
        return False
    written = word_list(row.text)
    capitalised = {word.lower() for word in written if word[0].isupper() or word.isdigit()}
    return sum(word in capitalised for word in words) >= len(words) - 1
