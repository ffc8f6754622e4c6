"""What a number is once it is read."""

from __future__ import annotations

from typing import Literal, NamedTuple

from danvan_cli.record import Bound

Part = Literal["whole", "numerator", "denominator", "low", "high"]
"""A number by itself, one side of a ratio ("19/33 vụ việc"), or one end of a range ("6,5 - 7%")."""


class Number(NamedTuple):
    """A quantity as it stands in the text: ``start:end`` covers its digits or words and its magnitude."""

    start: int
    end: int
    value: float
    part: Part = "whole"
    in_words: bool = False
    """Written in words ("hai mươi"), which are language more often than counts."""
    bound: Bound = "exact"
    left: int = -1
    """Where the words that bound it begin; ``start`` if nothing bounds it."""
    right: int = -1
    """Where the whole ratio or range ends, ``end`` otherwise: the counted noun follows here."""
