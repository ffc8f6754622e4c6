"""PDF files with a text layer: lines as they stand on the pages, and paragraphs out of them."""

from __future__ import annotations

import re
from typing import Final

from danvan_cli.reading.bounding import bounded
from danvan_cli.reading.encodings import mend
from danvan_cli.reading.errors import ReadError
from danvan_cli.reading.formats import Content
from danvan_cli.reading.pdf.furniture import without_furniture
from danvan_cli.reading.pdf.layout import Line, page_lines
from danvan_cli.reading.pdf.paragraphs import reflow

_MOST_PAGES: Final = 1_000
_SPLIT: Final = "split it and read a part"
_DAMAGED: Final = "is a PDF that is damaged; download it again, or print it into a new PDF"
# What the fonts of TCVN3 become in a text layer: ư was the soft hyphen, ã the middle dot.
_GLYPHS: Final = str.maketrans({"\u2212": "\u00ad", "\u2219": "\u00b7"})
_WORD_MINUS: Final = re.compile("(?<=[^\\W\\d_])[\u2212\u2219]|[\u2212\u2219](?=[^\\W\\d_])")


def extract(data: bytes, path: str) -> Content:
    """The text of a PDF. Raises :class:`ReadError` where it is locked, damaged, absurdly large, or only pictures."""
    pages = _pages(data, path)
    lines = without_furniture(pages)
    if not lines:
        count = f"{len(pages)} pages" if len(pages) > 1 else "1 page"
        raise ReadError(path, f"is a PDF without text ({count}, perhaps scanned); run text recognition (OCR) on it")
    text = reflow(lines)
    mended, encoding = mend(text)
    if encoding == "tcvn3":
        mended, encoding = mend(_WORD_MINUS.sub(lambda sign: sign.group().translate(_GLYPHS), text))
    return Content(mended, encoding)


def _pages(data: bytes, path: str) -> list[list[Line]]:
    """The lines of each page. PDFium follows forms within forms as far as a file leads it: it is bounded."""
    import pypdfium2  # noqa: F401 - loaded here once, not in the process of each file

    wild = ReadError(path, "is a PDF that takes more memory or time than any article; print it into a new PDF")
    return bounded(lambda: _lines(data, path), wild)


def _lines(data: bytes, path: str) -> list[list[Line]]:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError(path, "is a PDF locked with a password; save it without one and read that") from error
        raise ReadError(path, _DAMAGED) from error
    try:
        if len(document) > _MOST_PAGES:
            raise ReadError(path, f"is a PDF of {len(document):,} pages, too long for an article; {_SPLIT}")
        return [page_lines(document[number], number) for number in range(len(document))]
    except PdfiumError as error:
        raise ReadError(path, _DAMAGED) from error
    finally:
        document.close()
