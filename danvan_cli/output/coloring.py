"""Marks of a passage in the colours of a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from danvan_cli.output.blocks import Legend, MarkKind, Part
from danvan_cli.output.harmless import harmless
from danvan_cli.output.styled import Text

_STYLES: dict[MarkKind, str] = {
    "title": "bold",
    "date": "blue",
    "period": "blue",
    "official": "bold cyan",
    "position": "cyan",
    "action": "magenta",
    "statistic": "bold yellow",
    "task": "underline green",
    "shortcoming": "underline red",
    "page": "dim",
}
"""A longer reading is underlined, so that it is seen on both sides of a shorter one within."""


def colored(parts: Iterable[Part]) -> Text:
    """A line with its marks; of two over one another the inner has its colour, and the underline of the outer."""
    line = Text()
    for part in parts:
        line.append(harmless(part.text), " ".join(_STYLES[mark.kind] for mark in part.marks))
    return line


def legend_line(legend: Legend) -> Text:
    """Each kind in its own style, and how many there are."""
    names = (Text(f"{harmless(name)} {count}", _STYLES[kind]) for kind, name, count in legend.rows)
    return Text(" · ").join(names)
