"""From bytes to text: Unicode, what a file declares, and the encodings that Vietnamese had before Unicode.

What is good UTF-8 is never touched. An old encoding is believed only where its reading is Vietnamese, syllable by
syllable, and the text as it stands is not; the same bytes always give the same answer.
"""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

from danvan_cli.reading.encodings.legacy import BYTE_ENCODINGS, FONT_ENCODINGS, convert, decode_bytes
from danvan_cli.reading.encodings.syllables import likeness

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
_LEAST_WORDS: Final = 3
_VIETNAMESE: Final = 0.75
"""Share of syllables from which a reading is Vietnamese; names and loanwords are the rest."""
_NOT_VIETNAMESE: Final = 0.5
_TONED: Final = re.compile("[\u1ea0-\u1ef9]")
"""Letters that only Vietnamese has, and no misread text."""
_TONED_SHARE: Final = 0.02
"""Of the characters: Vietnamese has six times as many."""


_UNICODE: Final = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
NAMES: Final = (*_UNICODE, *BYTE_ENCODINGS, *(f"utf-8+{name}" for name in FONT_ENCODINGS), "utf-8+cp1252")
"""What a record's ``source.encoding`` can say, besides what a web page declares."""


class Decoded(NamedTuple):
    """A text and how it was encoded."""

    text: str
    encoding: str
    """``utf-8``, ``utf-16-le`` …, ``tcvn3``, ``vni``, ``viscii``, ``cp1258``; ``utf-8+tcvn3`` is TCVN3 whose letters
    were saved as UTF-8, and ``utf-8+cp1252`` UTF-8 that was read as Windows-1252 and saved again.
    """


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of ``data``.

    Bytes that are UTF-8 or UTF-16 are so whatever is ``declared``. Raises UnicodeDecodeError, which names the encoding
    and the first byte that does not fit, where no encoding does.
    """
    encoding, codec = unicode_encoding(data)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        found = _declared(data, declared) or _legacy(data)
        if codec != "utf-8" or found is None:
            raise
        return found
    mended, within = mend(text)
    return Decoded(mended, f"{encoding}+{within}" if within else encoding)


def unicode_encoding(data: bytes) -> tuple[str, str]:
    """Name of the Unicode encoding of ``data``, and of the codec that decodes it (and takes its mark away)."""
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


def mend(text: str) -> tuple[str, str | None]:
    """``text``, mended where it is Vietnamese misread, and the encoding that it was misread from or as."""
    if text.isascii() or len(_TONED.findall(text)) > _TONED_SHARE * len(text):
        return text, None
    words, share = likeness(text)
    if words < _LEAST_WORDS or share > _NOT_VIETNAMESE:
        return text, None
    from ftfy import fix_encoding

    readings = [(fix_encoding(text), "cp1252"), *((convert(text, name), name) for name in FONT_ENCODINGS)]
    scores = [likeness(reading).share for reading, _ in readings]
    best = max(range(len(readings)), key=lambda i: scores[i])
    return readings[best] if scores[best] >= _VIETNAMESE else (text, None)


def _declared(data: bytes, name: str | None) -> Decoded | None:
    """``data`` in the encoding that it is declared to be in, if Python knows one of that name and it fits."""
    try:
        codec = codecs.lookup(name or "").name
        text = data.decode(codec)
    except (LookupError, ValueError):
        return None
    if codec in ("iso8859-1", "cp1252", "ascii") or likeness(text).share < _VIETNAMESE:
        return None  # what software declares that was never told
    return Decoded(text, codec)


def _legacy(data: bytes) -> Decoded | None:
    """``data`` in the old encoding in which it reads as Vietnamese best."""
    if b"\x00" in data[:_SAMPLE]:
        return None
    readings = [Decoded(decode_bytes(data, name), name) for name in BYTE_ENCODINGS]
    scores = [likeness(reading.text) for reading in readings]
    best = max(range(len(readings)), key=lambda i: scores[i].share)
    enough = scores[best].words >= _LEAST_WORDS and scores[best].share >= _VIETNAMESE
    return readings[best] if enough else None
