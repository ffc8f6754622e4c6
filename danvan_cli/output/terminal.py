"""Blocks for people's eyes, in a terminal, a pipe or a text file; rich shows the styles where any can be seen.

Nothing is ever cut: lines wrap between words at the width of the terminal, and not at all where nobody set a width.
Lines are laid out here and not by rich's own tables, which crop what does not fit and pad every line to the right edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, TextIO

from rich.cells import cell_len

from danvan_cli.output.blocks import (
    Block,
    Cell,
    Chart,
    Facts,
    Heading,
    Items,
    Legend,
    Number,
    Paragraph,
    Passage,
    Sheet,
    Style,
)
from danvan_cli.output.bracketing import bracketed
from danvan_cli.output.coloring import colored, legend_line
from danvan_cli.output.drawing import draw, signs_for
from danvan_cli.output.formats import Listing, Look
from danvan_cli.output.harmless import harmless
from danvan_cli.output.styled import Text
from danvan_cli.output.widths import Need, share
from danvan_cli.output.wording import Wording

if TYPE_CHECKING:
    from rich.console import Console

_STYLES: dict[Style, str] = {
    "plain": "",
    "strong": "bold",
    "dim": "dim",
    "added": "green underline",
    "removed": "red strike",
    "good": "green",
    "bad": "red",
}
# Where no style can be seen, words that changed are marked as `git diff --word-diff` marks them.
_MARKS: dict[Style, tuple[str, str]] = {"added": ("{+", "+}"), "removed": ("[-", "-]")}
_GAP = "  "
_INDENT = "  "
_AIRY = 2.5
"""Lines a row, on average, above which a table has a blank line between its rows."""
_READABLE = 12
"""Cells below which running text in a column is no longer read with pleasure."""
_UNLIMITED = 100_000
_BAR = 40
"""The longest bar of a chart, in cells, however wide the terminal: bars of several charts can be compared."""
_SHORTEST_BAR = 8
_PROSE = 100
"""Prose wider than this is hard to read, however wide the terminal."""


def render(listing: Listing, stream: TextIO, look: Look) -> None:
    """Print each block as soon as it is there."""
    page = _Page(stream, look)
    for block in listing.view(listing.items, Wording(look.lang)):
        page.print(block)


def _console(stream: TextIO, width: int) -> Console | None:
    """rich for a terminal that shows styles; ``None`` for one that shows none."""
    from rich.console import Console

    class _Console(Console):
        """rich ends the process with status 1 where nobody reads on; the command line knows better."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    console = _Console(
        file=stream, width=width, force_terminal=True, color_system="auto", highlight=False, markup=False, emoji=False
    )
    return console if console.color_system else None


class _Page:
    def __init__(self, stream: TextIO, look: Look) -> None:
        self.width = look.width or _UNLIMITED
        self.prose = _PROSE if look.width else _UNLIMITED
        self.started = False
        self.stream = stream
        self.console = _console(stream, self.width) if look.color else None
        self.marks = {} if self.console else _MARKS
        self.signs = signs_for(stream.encoding)

    def print(self, block: Block) -> None:
        if isinstance(block, Heading):
            if self.started:
                self._line(Text())
            lines = self._wrapped(self._text(block.text, "bold cyan" if block.level == 1 else "bold"), self.width)
            for line in lines:
                self._line(line)
            if block.level == 1:
                self._line(Text(self.signs.heavy * max(cell_len(line.plain) for line in lines), "dim"))
        elif isinstance(block, Paragraph):
            if len(block.text) and block.style == "plain":
                self._line(Text())
            room = min(self.prose, self.width - len(_INDENT))
            for line in self._wrapped(self._text(block.text, _STYLES[block.style]), room):
                self._line(Text(_INDENT) + line)
        elif isinstance(block, Facts):
            self._grid([[Text(harmless(name), "dim"), self._text(text)] for name, text in block.rows], grow=(0, 1))
        elif isinstance(block, Items):
            rows = []
            for mark, text, detail in block.rows:
                item = self._text(text)
                rows.append([Text(mark), item + Text(f"\n{harmless(detail)}", "dim") if detail else item])
            self._grid(rows, grow=(0, 1), right=(True, False))
        elif isinstance(block, Chart):
            self._chart(block)
        elif isinstance(block, Legend):
            self._legend(block)
        elif isinstance(block, Passage):
            self._passage(block)
        else:
            self._sheet(block)
        self.started = True

    def _sheet(self, sheet: Sheet) -> None:
        columns, rows = sheet.columns, [[self._text(cell) for cell in row] for row in sheet.rows]
        sections: list[Text] = []
        if columns[0].group == "section":
            sections = [row.pop(0) for row in rows]
            columns = columns[1:]
        header = [Text(harmless(column.heading), "dim") for column in columns]
        grow = [column.grow for column in columns]
        below = [self._below(lines) for lines in sheet.below.lines] if sheet.below else []
        if columns[-1].yields and self._is_crowded(header, rows, grow):
            shorter = [row[:-1] for row in rows]
            if self._fits(header[:-1], shorter, grow[:-1]):
                below = [self._below([("", row[-1])]) for row in sheet.rows]
                columns, header, rows, grow = columns[:-1], header[:-1], shorter, grow[:-1]
        if not self._fits(header, rows, grow):
            self._lists(header, rows, sections, below)
            return
        repeated = [column.group == "repeat" for column in columns]
        self._grid(
            [header, *_without_repeats(rows, repeated, sections)],
            grow=grow,
            right=[column.align == "right" for column in columns],
            ruled=True,
            sections=sections,
            below=below,
        )

    def _chart(self, chart: Chart) -> None:
        """A line a bar: its label, its figure, the bar, a note; no bars where there is no room to tell them apart."""
        labels = [Text(harmless(bar.label), "dim" if bar.note and not bar.high else "") for bar in chart.bars]
        figures = [Text(harmless(bar.shown)) for bar in chart.bars]
        widths = [max(cell_len(text.plain) for text in texts) for texts in (labels, figures)]
        room = min(_BAR, self.width - len(_INDENT) - sum(widths) - 2 * len(_GAP))
        for bar, label, figure in zip(chart.bars, labels, figures, strict=True):
            line = _side_by_side((label, figure), widths, (False, True))
            full, faint = draw(bar.low, bar.high, room, self.signs) if room >= _SHORTEST_BAR else ("", "")
            if full or faint:
                line.append(_GAP).append(full, "cyan").append(faint, "dim cyan")
            note = self._wrapped(Text(harmless(bar.note), "dim"), self.width - 2 * len(_INDENT)) if bar.note else []
            if note and cell_len(line.plain) + len(_GAP) + cell_len(bar.note) <= self.width:
                line.append(_GAP).append_text(note.pop())
            for wrapped in [*self._wrapped(line, self.width), *(Text(_INDENT * 2) + part for part in note)]:
                self._line(wrapped)

    def _legend(self, legend: Legend) -> None:
        for line in self._wrapped(legend_line(legend), self.width - len(_INDENT)):
            self._line(Text(_INDENT) + line)

    def _passage(self, passage: Passage) -> None:
        """The lines of the article, wrapped; of several blank lines one."""
        self._line(Text())
        blank = True
        room = min(self.prose, self.width - len(_INDENT))
        for parts in passage.lines:
            line = Text(harmless(bracketed(parts))) if self.marks else colored(parts)
            if line or not blank:
                for wrapped in self._wrapped(line, room) if line else [line]:
                    self._line(Text(_INDENT) + wrapped)
            blank = not line

    def _below(self, lines: Sequence[tuple[str, Cell]]) -> list[Text]:
        """What stands below a row: figures under one another, what is said of them wrapped beside them."""
        margin = _INDENT * 2
        width = max((cell_len(figure) for figure, _ in lines), default=0)
        room = self.width - len(margin) - width - len(_GAP)
        shown: list[Text] = []
        for figure, text in lines:
            for i, line in enumerate(self._wrapped(self._text(text), room)):
                number = figure if i == 0 else ""
                shown.append(Text(margin + " " * (width - cell_len(number)) + number + _GAP) + line)
        return shown

    def _lists(self, header: list[Text], rows: list[list[Text]], sections: list[Text], below: list[list[Text]]) -> None:
        """Each row as a little list, where columns side by side would break words."""
        for number, row in enumerate(rows):
            if number:
                self._line(Text())
            if sections and (number == 0 or sections[number] != sections[number - 1]):
                self._section(sections[number])
            self._grid([[name, cell] for name, cell in zip(header, row, strict=True) if cell], grow=(0, 1))
            for line in below[number] if below else ():
                self._line(line)

    def _section(self, title: Text) -> None:
        bold = title.copy()
        bold.stylize("bold")
        for line in self._wrapped(bold, self.width):
            self._line(line)

    def _fits(self, header: list[Text], rows: list[list[Text]], grow: Sequence[int]) -> bool:
        """Whether columns side by side break no word."""
        return sum(need.least for need in _needs([header, *rows], grow)) <= self._room(len(grow))

    def _is_crowded(self, header: list[Text], rows: list[list[Text]], grow: Sequence[int]) -> bool:
        """Whether columns side by side break words, or make many lines of a row."""
        if sum(need.natural for need in _needs([header, *rows], grow)) <= self._room(len(grow)):
            return False
        return not self._fits(header, rows, grow) or _is_airy(self._columns([header, *rows], grow)[1][1:])

    def _columns(self, rows: list[list[Text]], grow: Sequence[int]) -> tuple[list[int], list[list[list[Text]]]]:
        """The widths of columns, and the lines that they make of each cell."""
        widths = share(_needs(rows, grow), self._room(len(grow)))
        return widths, [[self._wrapped(cell, width) for cell, width in zip(row, widths, strict=True)] for row in rows]

    def _room(self, columns: int) -> int:
        """The cells that so many columns share in a line."""
        return self.width - len(_INDENT) - len(_GAP) * (columns - 1)

    def _grid(
        self,
        rows: list[list[Text]],
        *,
        grow: Sequence[int],
        right: Sequence[bool] = (),
        ruled: bool = False,
        sections: Sequence[Text] = (),
        below: Sequence[Sequence[Text]] = (),
    ) -> None:
        """Rows of cells side by side; ``ruled`` draws a line under the first.

        ``sections`` stand above the others, and the lines of ``below`` under each of them.
        """
        if not rows:
            return
        widths, wrapped = self._columns(rows, grow)
        # Rows of many lines run into one another without a line between them.
        airy = ruled and _is_airy(wrapped[1:])
        for number, row in enumerate(wrapped):
            opens = bool(sections) and number > 0 and (number == 1 or sections[number - 1] != sections[number - 2])
            if number > 1 and (airy or opens):
                self._line(Text())
            if opens:
                self._section(sections[number - 1])
            for line in zip_longest(*row):
                self._line(_side_by_side(line, widths, right))
            for line_below in below[number - 1] if below and number else ():
                self._line(line_below)
            if ruled and number == 0:
                self._line(Text(_INDENT + _GAP.join(self.signs.light * width for width in widths), "dim"))

    def _text(self, cell: Cell, style: str = "") -> Text:
        if cell is None:
            return Text()
        if isinstance(cell, Number):
            return Text(cell.shown, style)
        if isinstance(cell, str):
            return Text(harmless(cell), style)
        text = Text(style=style)
        for span in cell:
            before, after = self.marks.get(span.style, ("", ""))
            text.append(f"{before}{harmless(span.text)}{after}", _STYLES[span.style])
        return text

    def _wrapped(self, text: Text, width: int) -> list[Text]:
        return text.wrap(max(width, 1))

    def _line(self, line: Text) -> None:
        line.rstrip()
        if self.console is None:
            self.stream.write(f"{line.plain}\n")
            return
        from rich.text import Text as RichText

        styled = RichText(line.plain, line.style)
        for start, end, style in line.spans:
            styled.stylize(style, start, end)
        self.console.print(styled, overflow="ignore", no_wrap=True, crop=False)


def _is_airy(wrapped: list[list[list[Text]]]) -> bool:
    """Whether rows of wrapped cells have many lines on average."""
    return sum(max(map(len, row)) for row in wrapped) > _AIRY * len(wrapped)


def _without_repeats(rows: list[list[Text]], repeated: Sequence[bool], sections: Sequence[Text]) -> list[list[Text]]:
    """The rows, those cells left empty that say what the row above says, as far from the left as the rows agree."""
    shown: list[list[Text]] = []
    for number, row in enumerate(rows):
        above = rows[number - 1] if number else None
        same = above is not None and (not sections or sections[number] == sections[number - 1])
        cells = []
        for i, cell in enumerate(row):
            same = same and repeated[i] and above is not None and above[i] == cell
            cells.append(Text() if same else cell)
        shown.append(cells)
    return shown


def _needs(rows: list[list[Text]], grow: Sequence[int]) -> list[Need]:
    return [_need(cells, share_) for cells, share_ in zip(zip(*rows, strict=True), grow, strict=True)]


def _need(cells: Sequence[Text], grow: int) -> Need:
    lines = [line for cell in cells for line in cell.plain.split("\n")]
    longest = max(cell_len(line) for line in lines)
    word = max((cell_len(word) for line in lines for word in line.split()), default=0)
    return Need(longest, max(word, min(longest, _READABLE)) if grow else word, grow)


def _side_by_side(cells: Sequence[Text | None], widths: Sequence[int], right: Sequence[bool]) -> Text:
    line = Text(_INDENT)
    for i, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        text = cell or Text()
        text.rstrip()
        blank = " " * max(0, width - cell_len(text.plain))
        if i:
            line.append(_GAP)
        if right and right[i]:
            line.append(blank)
            line.append_text(text)
        else:
            line.append_text(text)
            line.append(blank)
    return line
