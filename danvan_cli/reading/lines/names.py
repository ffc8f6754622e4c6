"""Lines that are a name and nothing else: an author's, a body's."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from danvan_cli.lexicon import fold
from danvan_cli.lexicon.places import provinces
from danvan_cli.reading.lines.rows import Row, word_list
from danvan_cli.reading.lines.vocabulary import cover, has_word

_MOST_CHARACTERS: Final = 64
_MOST_BODY_WORDS: Final = 14
_MOST_OWN_WORDS: Final = 3
"""Words of a body's name that are its own, as a rule a place's."""
_PAIR: Final = 2
_MOST_BESIDE: Final = 5
"""Spaces in what a masthead says beside the paper's name; a headline there may have more."""
_GAP: Final = re.compile(r"\s*[|•·]\s*|\s{3,}|\t")
_REMARK: Final = re.compile(r"\s*\([^()]{1,40}\)\s*$")
_JOINT: Final = re.compile(r"\s*[,;&+|/]\s*|\s+[-–—]\s+|\s+và\s+|(?<=[^\W\d_]{2})-(?=[^\W\d_]{2})")
_PROVINCE_BEHIND: Final = re.compile(fold(r"\s*[,-]\s*(?:tỉnh|thành phố|tp\.?)\s+([^,-]{3,24})$"))
_NUMBERED: Final = re.compile(r"[IVX]+ ?[.)/-] ")
"""What "I. KẾT QUẢ" begins with, a heading and no initial."""
_TOKEN: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]*\.?|[^\W\d_]+(?:['’.][^\W\d_]+)?\.?")


def names_author(row: Row, *, place: bool = True) -> bool:
    """Whether the row is one or more people's names or initials, as authors sign: "TRÍ DŨNG", "T.H", "Lan Anh - PV".

    ``place`` says whether a name that is a province's too ("Thái Bình") counts.
    """
    if len(row) > _MOST_CHARACTERS or any(c.isdigit() for c in row.text):
        return False
    if _NUMBERED.match(row.text) and row.text.isupper():
        return False
    text = _REMARK.sub("", row.text).strip(" *()-–—\u00a0")
    parts = [part for part in _JOINT.split(text) if part]
    return bool(parts) and all(_is_name(part) for part in parts) and (place or fold(text) not in _places())


def _is_name(part: str) -> bool:
    tokens = part.split()
    if not 1 <= len(tokens) <= 5 or has_word("no_author", fold(part), first=True):
        return False
    return all(_TOKEN.fullmatch(token) is not None and token[0].isupper() for token in tokens) and (
        not part.endswith(".") or "." in part[:-1]
    )


def names_body(row: Row) -> bool:
    """Whether the row is the name of a body and no more: "Thanh tra tỉnh Cà Mau", "BÁO GIA LAI ĐIỆN TỬ".

    The province may stand behind it: "UBND HUYỆN ĐÔNG SƠN - TỈNH THANH HÓA".
    """
    if row.words > _MOST_BODY_WORDS or row.stopped:
        return False
    above = _PROVINCE_BEHIND.search(row.low)
    if above and above[1] in _places():
        head = row.text[: above.start()]
        return names_body(Row(row.start, row.start + len(head), head, row.low[: above.start()], gap=row.gap))
    found, left = cover(row.low, "body")
    if not found or "not_body" in found or len(left) > _MOST_OWN_WORDS:
        return False
    written = word_list(row.text)
    opening = written[0]
    if opening.lower() == (left or [""])[0] and not (opening.isupper() and row.text[len(opening) :].startswith(" - ")):
        return False
    capitalised = {word.lower() for word in written if word[0].isupper()}
    return all(word in capitalised for word in left)


def names_outlet_of_bar(row: Row) -> bool:
    """Whether the row is a paper's masthead with something beside its name, between bars or wide gaps: a place, a
    slogan or how to reach it ("BÁO SƠN LA ĐIỆN TỬ     Đường dây nóng: 0212…", "LÀO CAI | BÁO VÀ PHÁT THANH").
    """
    items = [item.strip() for item in _GAP.split(row.text) if item.strip()]
    if len(items) < _PAIR or row.stopped:
        return False
    if _names_outlet(items[0]):
        return all(item.count(" ") < _MOST_BESIDE for item in items[1:])
    return fold(items[0]) in _places() and any(map(_names_outlet, items[1:]))


def _names_outlet(text: str) -> bool:
    low = fold(text)
    return has_word("outlet_name", low, first=True) and names_body(Row(0, len(text), text, low, gap=False))


@cache
def _places() -> frozenset[str]:
    return frozenset(fold(name) for province in provinces() for name in (province.name, *province.aliases))
