"""What a view is made of, before any format: headings, facts, prose, lists and sheets.

Every renderer (terminal now, spreadsheet, Markdown and HTML alike) prints the same blocks. Text in them is plain text
as the article has it; a renderer escapes it for its medium.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Style = Literal["plain", "strong", "dim", "added", "removed", "good", "bad"]


class Span(NamedTuple):
    """A run of text that means something beyond its letters; its look is the renderer's matter."""

    text: str
    style: Style = "plain"


class Number(NamedTuple):
    """A figure as a cell: its value for a spreadsheet, and how a reader of the language writes it."""

    value: float
    shown: str


Rich = str | tuple[Span, ...]
Cell = Rich | Number | None


class Column(NamedTuple):
    """A column of a sheet; ``key`` names it in every language."""

    key: str
    heading: str
    align: Literal["left", "right"] = "left"
    grow: int = 0
    """Share of the width that is left when it is scarce; 0 for a short column that should stay on one line."""
    group: Literal["no", "section", "repeat"] = "no"
    """Whether rows belong together that have the same cell here: shown as a line above them ("section", only of a first
    column), or once in the first of them ("repeat"). Cells are always filled, for formats that show them all."""
    yields: bool = False
    """Whether it may stand below its row where side by side there is little room; only of a last column."""


class Heading(NamedTuple):
    """The title of what follows; ``level`` 1 for an article, 2 for a part of it."""

    text: Rich
    level: int = 1


class Facts(NamedTuple):
    """Labels and what they label."""

    rows: list[tuple[str, Rich]]


class Paragraph(NamedTuple):
    """Prose."""

    text: Rich
    style: Style = "plain"


class Items(NamedTuple):
    """A list: each item's mark ("1.", "•"), its text, and a line of detail under it or ``""``."""

    rows: list[tuple[str, Rich, str]]


class Below(NamedTuple):
    """What stands below the rows of a sheet, or in a column of its own where nothing can stand there."""

    heading: str
    lines: list[list[tuple[str, Rich]]]
    """For each row figures, as they are read, and what is said of each."""


class Sheet(NamedTuple):
    """A table."""

    columns: list[Column]
    rows: list[list[Cell]]
    below: Below | None = None


class Bar(NamedTuple):
    """One bar of a chart, its lengths as shares of the longest bar there can be."""

    label: str
    shown: str
    """The figure as it is read; empty where there is none."""
    low: float
    high: float
    """Longer than ``low`` where figures disagree: the bar is faint between the two."""
    note: str = ""


class Chart(NamedTuple):
    """Bars under one another."""

    label: str
    """What the labels are, for a format that has them in a column."""
    shown: str
    """What the figures are."""
    bars: list[Bar]


MarkKind = Literal[
    "title", "date", "period", "official", "position", "action", "statistic", "task", "shortcoming", "page"
]


class Mark(NamedTuple):
    """What a part of a passage is."""

    kind: MarkKind
    name: str
    """What the kind is called."""
    said: str
    """What the part was read as, or nothing."""


class Part(NamedTuple):
    """A part of a passage with all marks over it, the outermost first."""

    text: str
    marks: tuple[Mark, ...] = ()


class Passage(NamedTuple):
    """Text as it stands in an article, line by line, with its marks."""

    lines: list[list[Part]]


class Legend(NamedTuple):
    """What the marks of a passage look like: kind, its name, how many there are."""

    rows: list[tuple[MarkKind, str, int]]


Block = Heading | Facts | Paragraph | Items | Sheet | Chart | Passage | Legend
