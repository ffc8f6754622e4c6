"""Lines into which a page has put two things: an archive's day, a picture's caption, an author's name."""

from __future__ import annotations

import re
from typing import Final

from danvan_cli.reading.lines.marks import looks_like_caption, mark_line
from danvan_cli.reading.lines.names import names_author
from danvan_cli.reading.lines.rows import Row
from danvan_cli.reading.lines.vocabulary import has_word

# "date 2025-12-18 Giao ban …": page archives put the day before the headline, on its line.
_ARCHIVE_DAY: Final = re.compile(r"date \d{4}-\d\d(?:-\d\d)?(?=\s|$)")
_LONG: Final = 300
"""Characters of an article that is one long line; its author or its first picture may stand in it."""
_SIGNATURE: Final = 80
_BEFORE_SIGNATURE: Final = re.compile(r"[.!?…][\"”’')]*\s+")
_CAPTION: Final = 320
_CREDIT: Final = re.compile(r"(?:(?:^|[\s(\[.])(?:Ảnh|ẢNH)|[(\[.]\s?ảnh)(?:\s?(?:minh h[ọo]a|tư liệu))?\s?:\s?")
_REPEATED_WORDS: Final = 8
_OPENERS: Final = frozenset('(“"[*-')
_ILLUSTRATION: Final = re.compile(r"(?:Ảnh|Hình) minh h[ọo]a(?=\.?\s+[A-ZĐÔ“])")
_CREDIT_CHARACTERS: Final = 60
_NAME_JOINTS: Final = frozenset("-–—/&")
_OPENING: Final = 40
_TOKEN: Final = re.compile(r"\S+")
_CAPTION_STOP: Final = re.compile(r"(?<=[^\W\d_.!?…:;,“(])\s+(?=[A-ZĐ])")


def split(text: str, low: str, start: int, above: Row | None, *, gap: bool) -> list[Row]:
    """The rows that a line holds, one as a rule; ``above`` is the row before it.

    The first of several carries its mark: an archive's day, a caption, or what the row above says already.
    """
    again = _again(text, above)
    if again:
        cuts = [(again, "repeat")]
    elif low.startswith("date "):
        day = _ARCHIVE_DAY.match(low)
        cuts = [(day.end(), "dateline")] if day else []
    elif len(text) < _LONG:
        cuts = []
    else:
        cuts = [(_after_caption(text, low), "caption"), (_signature(text, low), "")]
    rows: list[Row] = []
    begin = 0
    for cut, mark in [*cuts, (len(text), "")]:
        part = text[begin:cut].strip()
        if part and cut > begin:
            at = text.index(part[0], begin)
            row = Row(start + at, start + at + len(part), part, low[at : at + len(part)], gap=gap and not rows)
            if mark:
                row.set(mark)
            rows.append(row)
            begin = cut
    return rows


def _again(text: str, above: Row | None) -> int:
    """Where the words end that a line has in common with the whole row above it, a headline or a caption; 0 if it goes
    on with them.

    Pages print a picture's hidden text and its caption, or the headline and the headline with the day.
    """
    if above is None or above.stopped or len(text) <= len(above) or not text.startswith(above.text):
        return 0
    if above.words < _REPEATED_WORDS and above.mark != "caption":
        return 0
    rest = text[len(above) :].lstrip()
    return len(above) if rest[0].isupper() or rest[0] in _OPENERS else 0


def _signature(text: str, low: str) -> int:
    """Where the last sentence of a long line ends and its author's or source's name begins; 0 without one."""
    if text[-1] in ".!?…:;":
        return 0
    for stop in _BEFORE_SIGNATURE.finditer(text, len(text) - _SIGNATURE):
        row = Row(stop.end(), len(text), text[stop.end() :], low[stop.end() :], gap=False)
        if len(row):
            mark_line(row)
            if row.mark in ("byline", "outlet") or (not row.mark and names_author(row)):
                return len(text[: stop.end()].rstrip())
    return 0


def _after_caption(text: str, low: str) -> int:
    """Where a picture's caption ends before the first sentence of a long line; 0 without one.

    With a credit ("… Ảnh: Lê Mai Sáng 5/7, …") the caption ends with the name. Without one, a sentence that begins
    where the one before has no stop ("… dự hội nghị Thời gian qua, …") ends it, if that reads as captions do.
    """
    illustration = _ILLUSTRATION.match(text)
    if illustration:
        return illustration.end()
    credit = _CREDIT.search(text, 0, _CAPTION)
    if credit:
        return _after_credit(text, low, credit.end())
    for joint in _CAPTION_STOP.finditer(text, 0, _CAPTION):
        if has_word("opening", low[joint.end() : joint.end() + _OPENING], first=True):
            head = Row(0, joint.start(), text[: joint.start()], low[: joint.start()], gap=False)
            return joint.start() if looks_like_caption(head) else 0
    return 0


def _after_credit(text: str, low: str, at: int) -> int:
    """Where a credit's name ends: at a wide gap, at a sign, or where a sentence opens; 0 if that cannot be told."""
    end = at
    for n, token in enumerate(_TOKEN.finditer(text, at, at + _CREDIT_CHARACTERS)):
        word = token.group()
        opens = has_word("opening", low[token.start() : token.start() + _OPENING], first=True)
        if n and (token.start() - end > 1 or not word[0].isalpha() or opens):
            if word in _NAME_JOINTS and token.start() - end == 1:
                end = token.end()
                continue
            return end
        if n and word[0].islower():
            # "Ảnh: TTXVN Tính từ đầu năm": the capital before the first small letter opens the sentence.
            before = text.rfind(" ", at, end)
            return len(text[:before].rstrip()) if before > at else 0
        end = token.end()
    return 0
