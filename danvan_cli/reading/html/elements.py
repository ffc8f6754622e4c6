"""The text of a tree of HTML elements, or of those that trafilatura makes of them, block by block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from danvan_cli.reading.tables import table_lines

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NAMES: Final = {
    "blocks": "address article aside blockquote body center div dl fieldset figcaption figure footer form h1 h2 h3 h4"
    " h5 h6 head header hr list main nav ol p pre quote section table tbody tfoot thead ul",
    "lines": "br caption dd dt item lb li option row td th tr cell",
    "unseen": "audio button canvas iframe input math noscript object script select style svg template textarea title"
    " video",
}
"""Of elements; head, list, item, quote, lb, row and cell are trafilatura's."""
_BLOCKS: Final = frozenset(_NAMES["blocks"].split())
"""A blank line stands before and after each."""
_LINES: Final = frozenset(_NAMES["lines"].split())
_UNSEEN: Final = frozenset(_NAMES["unseen"].split())
_ITEMS: Final = frozenset({"item", "li"})
_TABLE_ROWS: Final = frozenset({"row", "tr"})
_CELLS: Final = frozenset({"cell", "td", "th"})
_HIDDEN: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SPACE: Final = re.compile(r"[ \t\n\r\f]+")


class _Writer:
    """Text with its breaks: spaces as a browser would show them, one line feed or two between what stands apart."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._break = 0
        self._space = False
        self._items: dict[Element, int] = {}

    def bullet(self, item: Element) -> None:
        """Write what a browser sets before an item of a list, as lists are written in a text."""
        of = item.getparent()
        if of is not None and (of.tag == "ol" or of.get("rend") == "ol"):
            self._items[of] = self._items.get(of, 0) + 1
            self.write(f"{self._items[of]}. ")
        else:
            self.write("- ")

    def breaks(self, size: int) -> None:
        """Begin a new line (1) or a new block (2) with what comes next."""
        self._break = max(self._break, size)

    def write(self, text: str | None) -> None:
        """Add the text of an element."""
        if not text:
            return
        text = _SPACE.sub(" ", text)
        stripped = text.strip(" ")
        if not stripped:
            self._space = True
            return
        if self.parts and self._break:
            self.parts.append("\n" * self._break)
        elif self.parts and (self._space or text[0] == " "):
            self.parts.append(" ")
        self._break, self._space = 0, text[-1] == " "
        self.parts.append(stripped)


def text_of(root: Element) -> str:
    """The text under ``root`` as a reader sees it: a blank line between blocks, a line feed between lines of one."""
    writer = _Writer()
    _write(root, writer)
    return "".join(writer.parts)


def _write(root: Element, writer: _Writer) -> None:
    """Write what stands under ``root``; a table of figures by its rows."""
    from lxml.etree import iterwalk

    walk = iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            tag = element.tag
            if tag in _UNSEEN or _is_hidden(element):
                walk.skip_subtree()
                continue
            if tag == "table" and element is not root and _is_data(element):
                walk.skip_subtree()
                rows = [[_inner(cell) for cell in row.iter(*_CELLS)] for row in element.iter(*_TABLE_ROWS)]
                writer.breaks(2)
                for line in table_lines(rows):
                    writer.write(line)
                    writer.breaks(1)
                writer.breaks(2)
                continue
            writer.breaks(_break_of(tag))
            if tag in _ITEMS:
                writer.bullet(element)
            writer.write(element.text)
            continue
        if event == "end":
            writer.breaks(_break_of(element.tag))
        if element is not root:
            writer.write(element.tail)


def _break_of(tag: str) -> int:
    return 2 if tag in _BLOCKS else 1 if tag in _LINES else 0


def _inner(cell: Element) -> str:
    writer = _Writer()
    _write(cell, writer)
    return "".join(writer.parts)


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def _is_data(table: Element) -> bool:
    """Whether a table holds data: no table in it, and rows of two cells or more."""
    if next((inner for inner in table.iter("table") if inner is not table), None) is not None:
        return False
    return any(sum(1 for _ in row.iter(*_CELLS)) > 1 for row in table.iter(*_TABLE_ROWS))
