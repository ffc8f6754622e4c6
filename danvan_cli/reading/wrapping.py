"""Texts whose paragraphs were cut into lines of one width, as e-mail and text layers cut them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

_WIDEST: Final = 130
"""Code points of the longest line of a wrapped text."""
_LEAST_CUTS: Final = 3
_LEAST_SHARE: Final = 0.25
"""Share of line ends, blank lines aside, that cut a sentence: in a text that is not wrapped hardly any does."""
_FULL: Final = 0.75
"""A line of that share of the width is full; a shorter one ended there on purpose."""
_STOPS: Final = ".!?:;…"
# An item of a list, a date or an hour begins a line on purpose; "15 xã" may go on with one.
_ITEM: Final = re.compile(r"[-–—+*•·]|\d+[.)/](?=\s)|\d{1,2}[/:-]\d")


def unwrap(text: str) -> str:
    """Make the line feeds within the paragraphs of a wrapped text spaces. Same length; other texts come back as is."""
    lines = text.split("\n")
    width = max(map(len, lines))
    if width > _WIDEST or len(lines) <= _LEAST_CUTS:
        return text
    pairs = [(above.rstrip(), below.lstrip()) for above, below in pairwise(lines)]
    inner = [(above, below) for above, below in pairs if above and below]
    cuts = sum(_cuts(above, below) for above, below in inner)
    if cuts < _LEAST_CUTS or cuts < _LEAST_SHARE * len(inner):
        return text
    joints = [
        " " if above and below and (_cuts(above, below) or _goes_on(above, below, width)) else "\n"
        for above, below in pairs
    ]
    return "".join([part for line, joint in zip(lines, [*joints, ""], strict=True) for part in (line, joint)])


def _cuts(above: str, below: str) -> bool:
    """Whether the line end between the two cuts a sentence for certain."""
    return above[-1] == "," or (above[-1] not in _STOPS and below[0].islower())


def _goes_on(above: str, below: str, width: int) -> bool:
    """Whether a full line, in a text known to be wrapped, may go on with a name or another capital."""
    return len(above) >= _FULL * width and above[-1] not in _STOPS and _ITEM.match(below) is None
