"""The lines of a page, each with its place, as the text layer has them."""

from __future__ import annotations

import ctypes
import math
import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_HYPHEN: Final = 0x02
"""What PDFium makes of a hyphen at the end of a line, after which it sets no line end."""
_SPACES: Final = re.compile(" {2,}")
_LINE_ENDS: Final = frozenset("\r\n")
_LEAST_STEP: Final = 0.5
"""Of the size of the letters: a character that stands lower by so much stands on the next line."""


class Line(NamedTuple):
    """A line of a page. Places are points (1/72 inch), from the left and from the bottom of the page."""

    text: str
    page: int
    left: float
    right: float
    y: float
    """Of the baseline."""
    size: float
    """Of the font of its first letter, as it is shown: many programs set a small font and scale it."""


class _Letter(NamedTuple):
    char: str
    left: float
    right: float
    y: float
    size: float


def page_lines(page: PdfPage, number: int) -> list[Line]:
    """The lines of a page in the order of its text layer; lines without a letter are left out."""
    text_page = page.get_textpage()
    try:
        lines: list[Line] = []
        letters: list[_Letter] = []
        for index in range(text_page.count_chars()):
            letter = _letter(text_page.raw, index)
            if letter is None or (letters and _is_below(letters, letter)):
                lines += _line(letters, number)
                letters = []
            if letter is not None:
                letters.append(letter)
        return lines + _line(letters, number)
    finally:
        text_page.close()
        page.close()


def _letter(text_page: object, index: int) -> _Letter | None:
    """A character and its place; ``None`` for a line end."""
    from pypdfium2 import raw

    code = raw.FPDFText_GetUnicode(text_page, index)
    char = "-" if code == _HYPHEN else chr(code) if code <= 0x10FFFF else ""
    if char in _LINE_ENDS:
        return None
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    raw.FPDFText_GetCharOrigin(text_page, index, x, y)
    scale = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, index, scale)
    size = raw.FPDFText_GetFontSize(text_page, index) * math.hypot(scale.c, scale.d)
    return _Letter(char, left.value, right.value, y.value, size)


def _is_below(letters: list[_Letter], letter: _Letter) -> bool:
    last = letters[-1]
    if last.char.isspace() or letter.char.isspace():
        return False
    return last.y - letter.y > _LEAST_STEP * max(last.size, letter.size, 1)


def _line(letters: list[_Letter], page: int) -> list[Line]:
    text = _SPACES.sub(" ", "".join(letter.char for letter in letters)).strip()
    inked = [letter for letter in letters if not letter.char.isspace()]
    if not inked:
        return []
    first = inked[0]
    return [Line(text, page, min(one.left for one in inked), max(one.right for one in inked), first.y, first.size)]
