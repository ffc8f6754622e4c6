"""The cleaned text: what ``danvan text`` prints and every offset counts."""

from __future__ import annotations

import re
import unicodedata

# Zero-width, soft-hyphen, direction and tag characters split words invisibly or turn lines around; C0 and C1 controls
# would reach a terminal as commands.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def clean(text: str) -> str:
    """NFC, line feeds only, nothing invisible; every other character stays as written."""
    if _LINE_ENDS.search(text):
        text = _LINE_ENDS.sub("\n", text)
    if _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text
