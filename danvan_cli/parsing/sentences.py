"""Where sentences end. Lines end sentences first; then ``. ! ? …`` where they are not part of a number or a name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from danvan_cli.document import Line


class Sentence(NamedTuple):
    """A sentence, trimmed: ``text[start:end]``; its final stop is inside."""

    start: int
    end: int
    line: Line
    caption: bool


# A stop, closing quotes and brackets after it, then white space, the line's end, or (pages lose spaces: "hiệu quả.Từ")
# a capital right after it.
_STOP = re.compile(r"(?:[!?]+|\.{2,}|…\.?|\.)(?:/\.)?[\"')\]]*(?=\s|$|[A-ZÀ-ỸĐ])")
_SAYS = re.compile(r"[^\W_]")
_WORD_BEFORE = re.compile(r"[^\s(\"']*$")
# Abbreviations that a stop belongs to; a following capital does not begin a sentence.
_ABBREVIATIONS = frozenset(
    {"tp", "tx", "tt", "tr", "t.ư", "tr.ư", "t.w", "ts", "ths", "pgs", "gs", "bs", "ks", "kts", "cn", "ls"}
    | {"đ", "đ/c", "ht", "đđ", "nt", "ns", "st", "mr", "mrs", "p", "q", "h", "x", "v.v", "vd", "tnhh"}
)


def _is_abbreviation(plain: str, line_start: int, stop: int, after: str) -> bool:
    """Whether the full stop at ``stop`` belongs to the word before it ("TP. Buôn Ma Thuột", "N. Phó", "T.Ư")."""
    if plain[stop - 1 : stop].isspace():
        return False
    found = _WORD_BEFORE.search(plain, max(line_start, stop - 12), stop)
    word = found.group() if found else ""
    if not word:
        return False
    low = word.lower()
    if low in _ABBREVIATIONS:
        # "TP." opens a place name; at the end of a sentence ("… xuống còn 3 TP. Năm 2020") this errs to one sentence.
        return True
    glued = after[:1].isalpha()
    if len(word) == 1 and word.isupper():
        return True  # an initial: "N. Phó", "H.Đức"
    return glued and (word.isupper() or "." in word)  # "TP.HCM", "VOV.VN", "baoquangtri.Vn"


def split(plain: str, lines: Iterable[Line]) -> tuple[Sentence, ...]:
    """Sentences of ``lines``, in order; ``plain`` is the text with plain dashes, spaces and quotes."""
    sentences: list[Sentence] = []
    for line in lines:
        begin = line.start
        for stop in _STOP.finditer(plain, line.start, line.end):
            at, end = stop.span()
            mark = plain[at:end]
            after = plain[end : min(end + 3, line.end)]
            if mark[0] == "." and mark[1:2] != "." and _is_abbreviation(plain, line.start, at, after):
                continue
            if mark != "." and (mark[0] == "…" or (mark[0] == "." and len(mark.rstrip("\"')]")) > 1)):
                # An ellipsis inside a sentence ("đoàn thể… được phát huy") goes on in lower case.
                rest = after.lstrip()
                if rest and rest[0].islower() and "/" not in mark:
                    continue
            begin = _add(sentences, plain, begin, end, line)
        _add(sentences, plain, begin, line.end, line)
    return tuple(sentences)


def _add(sentences: list[Sentence], plain: str, start: int, end: int, line: Line) -> int:
    """Append the trimmed sentence ``start:end`` unless it is empty; return where the next one may begin."""
    piece = plain[start:end]
    if _SAYS.search(piece):
        left = len(piece) - len(piece.lstrip())
        sentences.append(Sentence(start + left, start + len(piece.rstrip()), line, line.kind == "caption"))
    return end
