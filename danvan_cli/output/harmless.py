"""Text of strangers on a terminal: nothing in it may move a cursor, change a colour, or reverse a line."""

from __future__ import annotations

import re

# C0 and C1 controls but the line feed, zero-width and direction characters, halves of surrogate pairs, and the two
# code points that XML has no place for.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\ufffe\uffff\U000e0000-\U000e007f]"
)


def harmless(text: str) -> str:
    """``text`` with a "�" for each character that would do something instead of being seen."""
    return _HARMFUL.sub("\ufffd", text.replace("\t", " "))
