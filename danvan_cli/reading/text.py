"""Text files, in Unicode or in one of the encodings that Vietnamese was written in before it."""

from __future__ import annotations

from typing import Final

from danvan_cli.reading.encodings import decode, unicode_encoding
from danvan_cli.reading.errors import ReadError
from danvan_cli.reading.formats import FORMATS, Content

_SAMPLE: Final = 4096


def extract(data: bytes, path: str) -> Content:
    """Decode ``data``. Raises :class:`ReadError` where it is not text, or text of an encoding that nobody knows."""
    if b"\x00" in data[:_SAMPLE] and unicode_encoding(data)[0] == "utf-8":
        binary = FORMATS["binary"]
        raise ReadError(path, f"is {binary.label}; {binary.advice}")
    try:
        return Content(*decode(data))
    except UnicodeDecodeError as error:
        raise ReadError(path, undecodable(error)) from error


def undecodable(error: UnicodeDecodeError) -> str:
    """What to say of bytes that no encoding fits."""
    where = f"byte {error.start + 1:,} is not {error.encoding.upper()}"
    return (
        f"is not text in UTF-8, UTF-16 or an old Vietnamese encoding ({where}); convert it to UTF-8, for example in an"
        " editor: Save as"
    )
