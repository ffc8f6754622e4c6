"""Excel workbooks: a sheet a question, cells of their own types, the heading row in sight and ready to filter.

Everything that an article says is text, never a formula, a link or a number by its looks. Rows are written to disk as
they come, so that ten thousand articles need no more memory than one. The same records give the same file to the byte.
"""

from __future__ import annotations

from datetime import date, datetime
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any, BinaryIO

from danvan_cli.output.formats import Listing, Look
from danvan_cli.output.harmless import harmless
from danvan_cli.output.tables import Field, Table, tables_of, written
from danvan_cli.output.tables.table import Written
from danvan_cli.output.wording import Wording

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_ROWS, _CELL = 1_048_576, 32_767
"""What Excel holds: rows of a sheet, characters of a cell."""
_FIRST_YEAR = 1900
"""Excel knows no earlier day."""
_WRAPPED = 28
"""Columns of this width and more hold running text."""
_IN_MEMORY = 8_000_000
"""Bytes of a workbook that is made in memory; a larger one is made on disk."""
_LINE, _MOST_LINES = 15, 20
"""Height of a line of text in points; lines of the highest row."""
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - stands in every workbook, so that two of the same records are the same


def render(listing: Listing, stream: BinaryIO, look: Look) -> None:
    """Write one workbook; a sheet without rows is there too, with its headings: nothing was found.

    It is made whole before any of it is written: a reader of half a workbook could not read it.
    """
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as made:
        _write(listing, made, Wording(look.lang))
        made.seek(0)
        copyfileobj(made, stream)


def _write(listing: Listing, made: IO[bytes], words: Wording) -> None:
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    book = Workbook(made, {"constant_memory": True})
    book.set_properties({"created": _MADE, "title": "danvan"})
    sheets = [(table, _Sheet(book, table, words)) for table in tables_of(listing.kind)]
    for item in listing.items:
        for table, sheet in sheets:
            for row in table.rows(item):
                sheet.add([written(value, words) for value in row])
    for _, sheet in sheets:
        sheet.end()
    try:
        book.close()
    except FileCreateError as error:  # XlsxWriter wraps what the disk says
        raise OSError(*error.args[0].args) from error


class _Sheet:
    """A sheet being written from top to bottom; where Excel holds no more rows it goes on in another."""

    def __init__(self, book: Workbook, table: Table, words: Wording) -> None:
        self.book = book
        self.fields: tuple[Field, ...] = table.fields
        self.headings = [words.of("column", field.key) for field in table.fields]
        self.name = words.of("sheet", table.key)
        self.number = 0
        self.text = book.add_format({"valign": "top"})
        self.prose = book.add_format({"valign": "top", "text_wrap": True})
        self.whole = book.add_format({"valign": "top", "num_format": "#,##0_)"})
        self.broken = book.add_format({"valign": "top", "num_format": "#,##0.0###_)"})
        self.day = book.add_format({"valign": "top", "align": "left", "num_format": "dd/mm/yyyy"})
        self.time = book.add_format({"valign": "top", "align": "left", "num_format": "dd/mm/yyyy hh:mm"})
        head = {"bold": True, "valign": "top", "text_wrap": True, "bg_color": "#DCE6F1", "bottom": 1}
        self.heads = {False: book.add_format(head), True: book.add_format({**head, "align": "right"})}
        self._open()

    def _open(self) -> None:
        self.number += 1
        self.row = 0
        self.sheet = self.book.add_worksheet(self.name if self.number == 1 else f"{self.name} {self.number}")
        self.sheet.freeze_panes(1, 0)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)
        self.sheet.set_row(0, 2 * _LINE)
        for column, (field, heading) in enumerate(zip(self.fields, self.headings, strict=True)):
            self.sheet.set_column(column, column, field.width)
            self.sheet.write_string(0, column, heading, self.heads[field.number])

    def add(self, cells: list[Written]) -> None:
        """Write the next row."""
        if self.row + 1 == _ROWS:
            self.end()
            self._open()
        self.row += 1
        # LibreOffice makes no row higher by itself, so that wrapped words would lie upon the next row's.
        lines = max(map(_lines, cells, self.fields))
        if lines > 1:
            self.sheet.set_row(self.row, lines * _LINE)
        for column, (cell, field) in enumerate(zip(cells, self.fields, strict=True)):
            self._write(column, cell, wide=field.width >= _WRAPPED)

    def _write(self, column: int, cell: Written, *, wide: bool) -> None:
        place: tuple[Any, Any] = (self.row, column)
        if cell is None:
            return
        if isinstance(cell, int | float):
            self.sheet.write_number(*place, cell, self.whole if float(cell).is_integer() else self.broken)
        elif isinstance(cell, date) and cell.year >= _FIRST_YEAR:
            self.sheet.write_datetime(*place, cell, self.time if isinstance(cell, datetime) else self.day)
        else:
            text = cell if isinstance(cell, str) else cell.isoformat()
            self.sheet.write_string(*place, _plain(text), self.prose if wide else self.text)

    def end(self) -> None:
        """Say how far the rows go that can be filtered."""
        self.sheet.autofilter(0, 0, max(self.row, 1), len(self.fields) - 1)


def _lines(cell: Written, field: Field) -> int:
    """The lines that a cell takes, and no more than a screen has room for."""
    if not isinstance(cell, str) or field.width < _WRAPPED:
        return 1
    return min(sum(1 + len(line) // field.width for line in cell.split("\n")), _MOST_LINES)


def _plain(text: str) -> str:
    """The text as a cell can hold it."""
    text = harmless(text)
    if len(text) > _CELL:
        text = text[: _CELL - 1] + "…"
    # XlsxWriter takes what stands between these for markup that is ready to be written as it is.
    return text + " " if text.startswith("<r>") and text.endswith("</r>") else text
