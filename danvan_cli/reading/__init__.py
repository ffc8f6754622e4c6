"""Reading: from bytes of whatever kind to a :class:`~danvan_cli.document.Document`.

A format is sniffed from the bytes, never believed from the name alone. Whatever cannot be read raises
:class:`ReadError` with one line that says what is wrong and what to do.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from danvan_cli.document import Document
from danvan_cli.reading.cleaning import clean
from danvan_cli.reading.errors import ReadError
from danvan_cli.reading.lines import classify
from danvan_cli.record import Source

__all__ = ["ReadError", "read", "read_bytes"]


def read(path: str | Path) -> Document:
    """Read the one article in the file at ``path``. Raises :class:`ReadError`."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise ReadError(str(path), error.strerror or str(error)) from error
    return read_bytes(data, str(path))


def read_bytes(data: bytes, path: str) -> Document:
    """Read the one article in ``data``; ``path`` is what it is called. Raises :class:`ReadError`."""
    try:
        raw = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(path, "not UTF-8 text") from error
    text = clean(raw)
    source = Source(path, "text", "utf-8", hashlib.sha256(data).hexdigest(), len(text))
    return Document(source, text, classify(text))
