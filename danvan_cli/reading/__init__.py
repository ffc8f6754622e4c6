"""Reading: from bytes of whatever kind to a :class:`~danvan_cli.document.Document`.

A format is sniffed from the bytes, never believed from the name. Whatever cannot be read raises :class:`ReadError` with
one line that says what is wrong and what to do.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from typing import Final

from danvan_cli.document import Document
from danvan_cli.reading.archives import is_archive
from danvan_cli.reading.cleaning import clean
from danvan_cli.reading.errors import ReadError
from danvan_cli.reading.formats import FORMATS, extract, sniff
from danvan_cli.reading.lines import classify
from danvan_cli.reading.walking import Input, input_at, inputs
from danvan_cli.reading.wrapping import unwrap
from danvan_cli.record import Source

__all__ = ["Input", "ReadError", "documents", "inputs", "is_archive", "read", "read_bytes"]

MOST_CHARACTERS: Final = 2_000_000
"""Of the text of an input: a thick book. What is read of a text takes a hundred times its memory."""
_MOST_BYTES_OF_TEXT: Final = 4 * MOST_CHARACTERS
"""No encoding has more bytes a character."""
_TOO_LONG: Final = "too long for an article; split it and read a part"


def read(path: str | os.PathLike[str]) -> Document:
    """Read the one article in the file at ``path``, or standard input for ``-``. Raises :class:`ReadError`.

    A file in an archive is named by the archive's path and its own: ``a.zip/bai.txt``.
    """
    source = input_at(os.fspath(path))
    return read_bytes(source.read_bytes(), source.name)


def read_bytes(data: bytes, path: str) -> Document:
    """Read the one article in ``data``; ``path`` is what it is called. Raises :class:`ReadError`."""
    if not data:
        raise ReadError(path, "is empty; give a file that has an article in it")
    name = sniff(data)
    if name == "text" and len(data) > _MOST_BYTES_OF_TEXT:
        raise ReadError(path, f"is {len(data) / 1e6:,.0f} MB of text, {_TOO_LONG}")
    content = extract(data, path, name)
    if len(content.text) > MOST_CHARACTERS:
        raise ReadError(path, f"has {len(content.text):,} characters of text, {_TOO_LONG}")
    text = unwrap(clean(content.text))
    if not text or text.isspace():
        raise ReadError(path, "has no text in it, only white space; give a file that has an article in it")
    source = Source(path, FORMATS[name].kind or name, content.encoding, hashlib.sha256(data).hexdigest(), len(text))
    return Document(source, text, classify(text), content.metadata)


def documents(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Document | ReadError]:
    """Every article that ``paths`` name, read; in the place of each that cannot be read its :class:`ReadError`."""
    for item in inputs(paths):
        if isinstance(item, ReadError):
            yield item
            continue
        try:
            yield read_bytes(item.read_bytes(), item.name)
        except ReadError as error:
            yield error
