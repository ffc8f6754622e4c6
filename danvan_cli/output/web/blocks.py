"""Blocks as one page of HTML, readable on a phone and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, groupby
from typing import TextIO

from danvan_cli.output.blocks import (
    Block,
    Cell,
    Chart,
    Facts,
    Heading,
    Items,
    Legend,
    Mark,
    Number,
    Paragraph,
    Part,
    Passage,
    Rich,
    Sheet,
)
from danvan_cli.output.formats import Listing, Look
from danvan_cli.output.web.page import CLOSING, escaped, opening, plain, rich
from danvan_cli.output.wording import Wording

_NUMBERED = re.compile(r"\d{1,9}\.")


def render(listing: Listing, stream: TextIO, look: Look) -> None:
    """Print the page, each block as soon as it is there; the first heading is its title."""
    words = Wording(look.lang)
    blocks = iter(listing.view(listing.items, words))
    first = next(blocks, Paragraph(words.of("note", "nothing"), "dim"))
    stream.write(opening(plain(first.text) if isinstance(first, Heading) else "danvan", look.lang))
    for block in chain([first], blocks):
        stream.writelines(line + "\n" for line in _lines(block))
    stream.write(CLOSING)


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"<h{block.level}>{rich(block.text)}</h{block.level}>"
    elif isinstance(block, Paragraph):
        yield f'<p class="{block.style}">{rich(block.text)}</p>'
    elif isinstance(block, Facts):
        yield "<dl>"
        yield from (f"<dt>{escaped(name)}</dt><dd>{rich(text)}</dd>" for name, text in block.rows)
        yield "</dl>"
    elif isinstance(block, Items):
        yield from _items(block)
    elif isinstance(block, Chart):
        yield from _chart(block)
    elif isinstance(block, Legend):
        names = (f'<mark class="{kind}">{escaped(name)}</mark> {count}' for kind, name, count in block.rows)
        yield f'<p class="legend">{" ".join(names)}</p>'
    elif isinstance(block, Passage):
        yield '<div class="passage">'
        yield from (f"<p>{_marked(parts)}</p>" for parts in block.lines if parts)
        yield "</div>"
    else:
        yield from _table(block)


def _marked(parts: list[Part]) -> str:
    """A line with its marks as elements, one within the other; what a part was read as is seen when it is touched."""
    written: list[str] = []
    open_: tuple[Mark, ...] = ()
    for part in [*parts, Part("")]:
        kept = 0
        while kept < min(len(open_), len(part.marks)) and open_[kept] is part.marks[kept]:
            kept += 1
        written.append("</mark>" * (len(open_) - kept))
        for mark in part.marks[kept:]:
            said = escaped(f"{mark.name}: {mark.said}" if mark.said else mark.name)
            written.append(f'<mark class="{mark.kind}" title="{said}" tabindex="0">')
        written.append(escaped(part.text))
        open_ = part.marks
    return "".join(written)


def _items(items: Items) -> Iterator[str]:
    """A list; its own numbers are kept, for a list that goes on or leaves some out."""
    for numbered, group in groupby(items.rows, key=lambda row: bool(_NUMBERED.fullmatch(row[0].strip()))):
        yield "<ol>" if numbered else "<ul>"
        for mark, text, detail in group:
            sign = mark.strip()
            opened = f'<li value="{int(sign[:-1])}">' if numbered else "<li>"
            shown = "" if numbered or sign == "•" else f'<span class="sign">{escaped(sign)}</span> '
            more = f'<br><span class="dim">{rich(detail)}</span>' if detail else ""
            yield f"{opened}{shown}{rich(text)}{more}</li>"
        yield "</ol>" if numbered else "</ul>"


def _table(sheet: Sheet) -> Iterator[str]:
    columns = sheet.columns
    sections = columns[0].group == "section"
    shown = columns[1:] if sections else columns
    yield "<table>"
    yield f"<thead><tr>{''.join(f'<th{_side(c.align)}>{escaped(c.heading)}</th>' for c in shown)}</tr></thead>"
    yield "<tbody>"
    above: list[Cell] | None = None
    for number, row in enumerate(sheet.rows):
        if sections and (above is None or above[0] != row[0]):
            yield f'<tr class="section"><th colspan="{len(shown)}" scope="rowgroup">{_cell(row[0])}</th></tr>'
            above = None
        same = True
        cells = []
        for i, (column, cell) in enumerate(zip(columns, row, strict=True)):
            if sections and i == 0:
                continue
            same = same and column.group == "repeat" and above is not None and above[i] == cell
            side = "right" if column.align == "right" else "" if column.grow else "short"
            names = " ".join(filter(None, (side, "again" if same else "")))
            looks = f' class="{names}"' if names else ""
            filled = _cell(cell)
            if filled:  # the heading stands beside the cell on a phone
                filled = f"<div>{filled}</div>"
                looks += f' data-label="{escaped(column.heading)}"'
            cells.append(f"<td{looks}>{filled}</td>")
        yield f"<tr>{''.join(cells)}</tr>"
        if sheet.below and sheet.below.lines[number]:
            yield f'<tr class="below"><td colspan="{len(shown)}">{_said(sheet.below.lines[number])}</td></tr>'
        above = row
    yield "</tbody>"
    yield "</table>"


def _side(align: str) -> str:
    return ' class="right"' if align == "right" else ""


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    return escaped(cell.shown) if isinstance(cell, Number) else rich(cell)


def _said(lines: list[tuple[str, Rich]]) -> str:
    """Figures, and what is said of each."""
    return "<dl>" + "".join(f"<dt>{escaped(figure)}</dt><dd>{rich(text)}</dd>" for figure, text in lines) + "</dl>"


def _chart(chart: Chart) -> Iterator[str]:
    """A row a bar; the bar is drawn by its width, its figure stands before it in words."""
    yield '<table class="chart">'
    yield (
        f'<thead><tr><th>{escaped(chart.label)}</th><th class="right">{escaped(chart.shown)}</th><th></th></tr></thead>'
    )
    yield "<tbody>"
    for bar in chart.bars:
        note = f' <span class="dim">{escaped(bar.note)}</span>' if bar.note else ""
        yield (
            f'<tr><th scope="row">{escaped(bar.label)}</th><td class="right">{escaped(bar.shown)}</td>'
            f"<td>{_bar(bar.low, bar.high)}{note}</td></tr>"
        )
    yield "</tbody>"
    yield "</table>"


def _bar(low: float, high: float) -> str:
    if high <= 0:
        return ""
    faint = f'<i class="faint" style="width:{100 * (high - low):.1f}%"></i>' if high > low else ""
    return f'<span class="bar" aria-hidden="true"><i style="width:{100 * low:.1f}%"></i>{faint}</span>'
