"""Paragraphs out of lines: a line goes on with the next unless it ended early, or the next stands apart from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from danvan_cli.reading.pdf.layout import Line

_GAP: Final = 1.3
"""Times the usual distance of lines, from which on white space parts paragraphs."""
_INDENT: Final = 0.8
"""Of the size of the letters: a line that begins so much further in begins a paragraph."""
_SIZE: Final = 0.12
"""Share by which the letters of one paragraph differ in size."""
_CENTRED: Final = 0.1
"""Of the width of the text: so far in on both sides, and equally, a line is centred."""
_EVENLY: Final = 0.03
_STOPS: Final = (".", ":", ";", "!", "?", "…", ".”", '."')
_ITEM: Final = re.compile(r"(?:[-–—+*•·▪●○■♦]|\d{1,2}(?:\.\d{1,2}){0,2}[.)]|[a-zđ]\)|[IVX]{1,5}[.)])\s")


class _Column:
    """The usual measures of the text: where its lines begin and end, and how far they stand apart."""

    def __init__(self, lines: Sequence[Line]) -> None:
        longest = sorted(lines, key=lambda line: line.left - line.right)[: max(1, len(lines) // 3)]
        self.left = min(line.left for line in longest)
        self.right = sorted(line.right for line in longest)[-1 - len(longest) // 20]
        steps = [above.y - below.y for above, below in pairwise(lines) if above.page == below.page]
        self.step = median([step for step in steps if step > 0] or [0.0])

    def is_centred(self, line: Line) -> bool:
        """Whether white space stands on both sides of a line, equally much."""
        width = self.right - self.left
        before, after = line.left - self.left, self.right - line.right
        return min(before, after) > _CENTRED * width and abs(before - after) < 2 * _EVENLY * width


def reflow(lines: Sequence[Line]) -> str:
    """The text of ``lines``: a blank line between paragraphs, a line feed between the lines of a centred headline."""
    column = _Column(lines)
    parts = [lines[0].text]
    opening = lines[0]
    for above, below in pairwise(lines):
        if _goes_on(above, below, opening, column):
            parts.append(_joint(above.text) + below.text)
            continue
        opening = below
        close = above.page == below.page and above.y - below.y <= _GAP * column.step
        title = close and _alike(above, below) and column.is_centred(above) and column.is_centred(below)
        parts.append(("\n" if title else "\n\n") + below.text)
    return "".join(parts)


def _goes_on(above: Line, below: Line, opening: Line, column: _Column) -> bool:
    """Whether ``below`` goes on with the paragraph of ``above``, whose first line is ``opening``."""
    if not _alike(above, below):
        return False
    if above.page == below.page and not 0 < above.y - below.y <= _GAP * column.step:
        return False
    word = below.text.split(" ", 1)[0]
    width = (below.right - below.left) / len(below.text)
    if above.right + (len(word) + 1) * width < column.right - width:
        return False  # the word would have fitted
    stopped = above.text.endswith(_STOPS)
    if stopped and (above.page != below.page or _ITEM.match(below.text)):
        return False  # at the end of a page nothing else tells
    hanging = _ITEM.match(opening.text) is not None and below.left <= opening.left + 4 * opening.size
    further_in = below.left - (above.left if above.page == below.page else column.left) > _INDENT * below.size
    return not further_in or (hanging and above is opening)


def _alike(above: Line, below: Line) -> bool:
    return abs(above.size - below.size) <= _SIZE * max(above.size, below.size)


def _joint(text: str) -> str:
    """What stands between a line and the next: nothing after a hyphen within a word ("25-" "NQ/TW")."""
    return "" if text.endswith("-") and len(text) > 1 and text[-2].isalnum() else " "
