"""Vietnamese as it was written before Unicode: TCVN3 (ABC), VNI, VISCII, Windows-1258.

The tables are data (``legacy_letters``). TCVN3 and VNI are encodings of fonts: their text is also met as Latin letters
in files that are Unicode ("Héi nghÞ" for "Hội nghị"), wherever the fonts are gone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from danvan_cli.lexicon import table

BYTE_ENCODINGS: Final = ("tcvn3", "vni", "viscii", "cp1258")
"""What bytes that are no UTF-8 may be, in the order in which they are tried."""
FONT_ENCODINGS: Final = ("tcvn3", "vni")
"""What may stand as Latin letters in a file of another encoding."""


def decode_bytes(data: bytes, encoding: str) -> str:
    """``data`` in one of :data:`BYTE_ENCODINGS`; bytes that stand for nothing in it stay what they are in Latin-1."""
    if encoding == "cp1258":
        return unicodedata.normalize("NFC", "".join(map(_windows(1258).__getitem__, data)))
    if encoding == "viscii":
        return convert(data.decode("latin-1"), encoding)
    return convert("".join(map(_windows(1252).__getitem__, data)), encoding)


def convert(text: str, encoding: str) -> str:
    """``text``, whose Latin letters stand for the bytes of ``encoding``, in the letters that they mean."""
    pattern, letters = _letters(encoding)
    return pattern.sub(lambda found: letters[found.group()], text)


@cache
def _windows(page: int) -> tuple[str, ...]:
    """Every byte of a Windows code page; one that it leaves open is the control character of its number."""
    return tuple(
        char if char != "\ufffd" else chr(byte)
        for byte in range(256)
        for char in [bytes([byte]).decode(f"cp{page}", "replace")]
    )


@cache
def _letters(encoding: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of the forms of ``encoding``, the longest first, and the letter of each form."""
    codec = "latin-1" if encoding == "viscii" else "cp1252"
    letters: dict[str, str] = {}
    for row in table("legacy_letters"):
        if row[encoding]:
            form = bytes.fromhex(row[encoding]).decode(codec)
            letters[form] = row["letter"]
            if len(form) > 1 and form[0].isupper():
                letters[form[0] + form[1:].lower()] = row["letter"]  # typed without the shift key: "Ñaø Naüng"
    longest_first = sorted(letters, key=lambda form: (-len(form), form))
    return re.compile("|".join(map(re.escape, longest_first))), letters
