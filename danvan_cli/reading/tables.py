"""Tables as lines that read like sentences: a row of a report's table gives its label, its figure and its unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from danvan_cli.lexicon import fold

_LONG: Final = 200
"""Characters; a longer cell is a paragraph, and its table only lays out the page."""
_NUMBER: Final = re.compile(r"[-+≥≤<>~]?\s?\d[\d.,]*(?:\s?/\s?\d[\d.,]*)?\s?%?")
_ORDINAL: Final = re.compile(r"(?:\d{1,3}|[IVX]{1,5}|[a-zđ])(?:\.\d{1,2}){0,3}[.)]?", re.IGNORECASE)
_PERIOD: Final = re.compile(r"\b(?:19|20)\d\d\b|\b(?:quý|tháng)\b")
_ORDINALS: Final = frozenset({"stt", "tt", "số tt", "số thứ tự", "#"})
_UNITS: Final = frozenset({"đơn vị tính", "đvt", "đơn vị", "đ.v.t", "đv tính"})


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table of cells, each cell its text.

    A row with a label and one figure becomes "label: figure unit"; with a figure a period, one such line a period, the
    period named ("label, năm 2022: figure unit"). What the columns of any other row mean is not guessed: its cells stay
    side by side. A row with a paragraph in it lays out the page: its cells become lines of their own.
    """
    head: list[str] = []
    lines: list[str] = []
    for row in rows:
        cells = [" ".join(cell.split()) for cell in row]
        if not any(cells):
            continue
        if any(len(cell) > _LONG or "\n" in cell.strip() for cell in row):
            lines += [line.strip() for cell in row for line in cell.split("\n") if line.strip()]
            continue
        if len(cells) > 1 and not any(map(_NUMBER.fullmatch, cells)):
            head = [fold(cell) for cell in cells]
        lines += _figures(cells, head) or [" | ".join(cell for cell in cells if cell)]
    return lines


def _figures(cells: list[str], head: list[str]) -> list[str]:
    """The figures of a row with their label, unit and period; none where the columns do not tell what is what."""
    names = head if len(head) == len(cells) else [""] * len(cells)
    label = unit = ""
    values: list[tuple[str, str]] = []
    for place, (cell, name) in enumerate(zip(cells, names, strict=True)):
        if place == 0 and (name in _ORDINALS or (len(cells) > 2 and _ORDINAL.fullmatch(cell))):
            continue
        if name in _UNITS and label:
            unit = cell
        elif not label:
            label = cell
        elif _NUMBER.fullmatch(cell):
            values.append((cell, name))
        elif cell:
            return []
    if not values or _NUMBER.fullmatch(label):
        return []
    if len(values) == 1:
        return [f"{label}: {_with_unit(values[0][0], unit)}"]
    if all(_PERIOD.search(name) for _, name in values):
        return [f"{label}, {name}: {_with_unit(value, unit)}" for value, name in values]
    return []


def _with_unit(value: str, unit: str) -> str:
    return value + unit if unit == "%" else f"{value} {unit}".rstrip()
