"""Word documents (.docx): paragraphs, lists with their numbers, and tables, in the order of the document."""

from __future__ import annotations

from typing import Final

from danvan_cli.reading.archives import check
from danvan_cli.reading.encodings import mend
from danvan_cli.reading.errors import ReadError
from danvan_cli.reading.formats import Content

_AGAIN: Final = "open it in Word or LibreOffice, save it again as .docx, and read that"


def extract(data: bytes, path: str) -> Content:
    """The text of a Word document. Raises :class:`ReadError` where it is locked, damaged or absurdly large.

    Its properties are not taken for what they say of the article: they name the computer's owner, and the day on which
    somebody made the file.
    """
    import zipfile
    import zlib
    from io import BytesIO

    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    from danvan_cli.reading.word.body import text_of
    from danvan_cli.reading.word.numbering import Numbering

    check(data, path, "is a Word document (.docx)")
    damage = (OpcError, LxmlError, KeyError, ValueError, AttributeError, EOFError, zlib.error, zipfile.BadZipFile)
    try:
        document = Document(BytesIO(data))
        text = text_of(document.element.body, Numbering(document.part))
    except damage as error:
        raise ReadError(path, f"is a Word document (.docx) that is damaged; {_AGAIN}") from error
    if not text.strip():
        raise ReadError(path, "is a Word document (.docx) without text, perhaps a scan; give danvan the text itself")
    return Content(*mend(text))
