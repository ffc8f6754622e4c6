"""Lines and bars out of characters: blocks of an eighth of a cell, or ASCII where a stream cannot carry them."""

from __future__ import annotations

from typing import NamedTuple


class Signs(NamedTuple):
    """The characters that lines and bars are drawn with."""

    heavy: str
    """A line under a title."""
    light: str
    """A line under the head of a table."""
    full: str
    parts: str
    """A cell filled by a part, from the least part to the greatest; empty where there are whole cells only."""
    faint: str


BLOCKS = Signs("━", "─", "█", "▏▎▍▌▋▊▉", "░")
_ASCII = Signs("=", "-", "#", "", ".")


def signs_for(encoding: str | None) -> Signs:
    """What a stream of this encoding can carry; a stream without one carries everything."""
    try:
        "".join(BLOCKS).encode(encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return _ASCII
    return BLOCKS


def draw(low: float, high: float, room: int, signs: Signs) -> tuple[str, str]:
    """The full and the faint part of a bar; ``low`` and ``high`` are shares of ``room`` cells.

    Whatever is more than nothing is seen.
    """
    steps = len(signs.parts) + 1
    filled = max(round(low * room * steps), 1 if low > 0 else 0)
    cells, rest = divmod(filled, steps)
    bar = signs.full * cells + (signs.parts[rest - 1] if rest else "")
    return bar, signs.faint * (round(high * room) - len(bar))
