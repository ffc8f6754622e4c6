"""CSV for spreadsheets: the table that the command is about, in UTF-8 with a byte order mark, so that Excel reads it.

Comma between cells, point in numbers, CRLF between lines (RFC 4180). A text that a spreadsheet would take for a formula
has an apostrophe before it, as OWASP advises; numbers are written as numbers and stay so.
"""

from __future__ import annotations

import csv
from datetime import date, datetime
from typing import TextIO

from danvan_cli.output.formats import Listing, Look
from danvan_cli.output.harmless import harmless
from danvan_cli.output.tables import tables_of, written
from danvan_cli.output.tables.table import Written
from danvan_cli.output.wording import Wording

# What opens a formula, in full width too: spreadsheets of East Asia take those for the same.
_FORMULA = tuple("=+-@＝＋－＠")


def render(listing: Listing, stream: TextIO, look: Look) -> None:
    """Print the headings, then the rows of each item as soon as it is there."""
    words = Wording(look.lang)
    table = tables_of(listing.kind)[0]
    stream.write("\ufeff")
    lines = csv.writer(stream)
    lines.writerow([words.of("column", field.key) for field in table.fields])
    for item in listing.items:
        lines.writerows([_cell(written(value, words)) for value in row] for row in table.rows(item))


def _cell(value: Written) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, int | float):
        return value
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    # A tab or a carriage return before a formula hides it from whoever looks at the first letter only.
    return "'" + harmless(value) if value.lstrip().startswith(_FORMULA) or value[:1] in "\t\r" else harmless(value)
