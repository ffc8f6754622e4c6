"""How wide the columns of a table are: short columns keep their lines whole, long ones share what is left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Need(NamedTuple):
    """What a column asks for, in terminal cells."""

    natural: int
    """Its longest line."""
    least: int
    """Its longest word: narrower than that, words are broken."""
    grow: int
    """Its share of scarce room; 0 asks for its natural width."""


def share(needs: Sequence[Need], room: int) -> list[int]:
    """A width for each column; together they fill ``room`` at most, unless a column would vanish.

    Everything fits as it is, or the columns that grow wrap between words, or the short ones do too, or, where even the
    longest words do not fit side by side, words are broken.
    """
    natural = [need.natural for need in needs]
    if sum(natural) <= room:
        return natural
    for shrinking in ([bool(need.grow) for need in needs], [True] * len(needs)):
        fixed = sum(need.natural for need, shrinks in zip(needs, shrinking, strict=True) if not shrinks)
        least = sum(need.least for need, shrinks in zip(needs, shrinking, strict=True) if shrinks)
        if fixed + least <= room and any(shrinking):
            return _fill(needs, shrinking, room)
    return _fill([Need(need.least, 1, need.grow) for need in needs], [True] * len(needs), room)


def _fill(needs: Sequence[Need], shrinking: Sequence[bool], room: int) -> list[int]:
    """The room that fixed columns leave, dealt out cell by cell to the column that is shortest of its share."""
    widths = [need.least if shrinks else need.natural for need, shrinks in zip(needs, shrinking, strict=True)]
    for _ in range(room - sum(widths)):
        open_ = [i for i, need in enumerate(needs) if widths[i] < need.natural]
        if not open_:
            break
        widths[min(open_, key=lambda i: widths[i] / (needs[i].grow or 1))] += 1
    return widths
