"""Text files: UTF-8 and UTF-16, each with and without a byte order mark."""

from __future__ import annotations

import codecs
from typing import Final

from danvan_cli.reading.errors import ReadError
from danvan_cli.reading.formats import FORMATS, Content

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
_SAMPLE: Final = 4096
# Vietnamese in UTF-16 has a zero high byte in four letters of five, and no low byte that is zero.
_MANY, _FEW = 0.4, 0.02


def extract(data: bytes, path: str) -> Content:
    """Decode ``data``. Raises :class:`ReadError` where it is not text, or text of another encoding."""
    encoding, codec = _encoding(data)
    if codec == "utf-8" and b"\x00" in data[:_SAMPLE]:
        binary = FORMATS["binary"]
        raise ReadError(path, f"is {binary.label}; {binary.advice}")
    try:
        return Content(data.decode(codec), encoding)
    except UnicodeDecodeError as error:
        where = f"byte {error.start + 1:,} is not {encoding.upper()}"
        raise ReadError(
            path, f"is not text in UTF-8 or UTF-16 ({where}); convert it to UTF-8, for example in an editor: Save as"
        ) from error


def _encoding(data: bytes) -> tuple[str, str]:
    """Name of the encoding of ``data``, and of the codec that decodes it (and takes its mark away)."""
    for mark, encoding, codec in _MARKS:
        if data.startswith(mark):
            return encoding, codec
    sample = data[: min(_SAMPLE, len(data) // 2 * 2)]
    if b"\x00" in sample:
        pairs = len(sample) // 2
        even, odd = sample[::2].count(0) / pairs, sample[1::2].count(0) / pairs
        if odd >= _MANY and even <= _FEW:
            return "utf-16-le", "utf-16-le"
        if even >= _MANY and odd <= _FEW:
            return "utf-16-be", "utf-16-be"
    return "utf-8", "utf-8"
