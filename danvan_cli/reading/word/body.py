"""The text of a document's body, as WordprocessingML (ECMA-376, part 1, chapter 17) has it.

python-docx leaves out what stands in content controls, in accepted changes and in text boxes; here it is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from danvan_cli.reading.tables import table_lines
from danvan_cli.reading.word.numbering import Numbering, W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MARKUP: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_P, _TABLE, _ROW, _CELL, _TEXT_BOX = (f"{W}{name}" for name in ("p", "tbl", "tr", "tc", "txbxContent"))
_AROUND: Final = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
"""Elements around paragraphs, rows and cells that say something of them and add nothing."""
_UNSEEN: Final = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr")) | {f"{_MARKUP}Fallback"}
"""What was deleted, what is no text, and what older programs show in the place of something."""
_SIGNS: Final = {
    f"{W}tab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",  # in the fonts of TCVN3 that is ư
}


class _Block(NamedTuple):
    text: str
    close: bool
    """Whether it stands close to its like: items of a list, centred lines of a headline, rows of a table."""


def text_of(body: Element, numbering: Numbering) -> str:
    """The text under ``body``: a blank line between paragraphs, a line feed between items, rows and headline lines."""
    parts: list[str] = []
    close = False
    for block in _blocks(body, numbering):
        if parts:
            parts.append("\n" if close and block.close else "\n\n")
        parts.append(block.text)
        close = block.close
    return "".join(parts)


def _blocks(container: Element, numbering: Numbering) -> Iterator[_Block]:
    for child in container:
        if child.tag == _P:
            yield from _paragraph(child, numbering)
        elif child.tag == _TABLE:
            rows = [list(_cells(row, numbering)) for row in _within(child, _ROW)]
            yield from (_Block(line, close=True) for line in table_lines(rows))
        elif child.tag in _AROUND:
            yield from _blocks(child, numbering)


def _within(container: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row."""
    for child in container:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _within(child, tag)


def _cells(row: Element, numbering: Numbering) -> Iterator[str]:
    """The text of each cell; one that spans columns is followed by empty ones."""
    for cell in _within(row, _CELL):
        yield "\n".join(block.text for block in _blocks(cell, numbering))
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        width = span.get(f"{W}val") if span is not None else None
        yield from [""] * (min(int(width), 64) - 1 if width and width.isdigit() else 0)


def _paragraph(paragraph: Element, numbering: Numbering) -> Iterator[_Block]:
    """A paragraph, and after it what stands in the text boxes that are anchored in it."""
    from lxml.etree import iterwalk

    parts: list[str] = []
    boxes: list[Element] = []
    walk = iterwalk(paragraph, events=("start",))
    for _, element in walk:
        if element.tag in _UNSEEN or (element.tag == f"{W}r" and _is_hidden(element)):
            walk.skip_subtree()
        elif element.tag == _TEXT_BOX:
            walk.skip_subtree()
            boxes.append(element)
        elif element.tag == f"{W}t":
            parts.append(element.text or "")
        elif element.tag in _SIGNS:
            parts.append(_SIGNS[element.tag])
    text = "".join(parts).strip()
    label = numbering.label(paragraph)
    if text:
        yield _Block(f"{label} {text}" if label else text, close=bool(label) or _is_centred(paragraph))
    for box in boxes:
        yield from _blocks(box, numbering)


def _is_hidden(run: Element) -> bool:
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val", "1") not in ("0", "false")


def _is_centred(paragraph: Element) -> bool:
    alignment = paragraph.find(f"{W}pPr/{W}jc")
    return alignment is not None and alignment.get(f"{W}val") == "center"
