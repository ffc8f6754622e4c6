"""One spelling for everything that a reader takes as the same, without moving a single offset.

Every fold of texts keeps the length of the text, so that offset *i* of a folded view is offset *i* of the cleaned text:
that is the whole offset map, and :func:`fold` asserts it. The lexicon and the article are folded by the same functions,
so a fold need not be linguistically exact ("quý" becomes "qúy"), it must only bring variants together.
"""

from __future__ import annotations

import re
import unicodedata

SPACES = "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\t"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
SINGLE_QUOTES = "\u2018\u2019\u201b\u02bc\u0060\u00b4\u2032"
# Ð (eth) and Ɖ (African d) stand for Đ in old pages: "11-QÐi/TW", "Trung ương Ðảng".
LETTERS = {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ", "\u0130": "I"}

_PLAIN = (
    [(c, " ") for c in SPACES]
    + [(c, "-") for c in DASHES]
    + [(c, '"') for c in DOUBLE_QUOTES]
    + [(c, "'") for c in SINGLE_QUOTES]
    + list(LETTERS.items())
)
_FOLDED = frozenset(old for old, _ in _PLAIN)
_SHORT = 200
"""Characters up to which looking at each is cheaper than a scan of memory for each of the letters that are folded."""

# New tone placement (oà) to old (òa), everywhere and on both sides of a comparison; also the typos "qủa", "gìơ".
_TONES = {
    new: old
    for news, olds in (
        ("oà oá oả oã oạ", "òa óa ỏa õa ọa"),
        ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
        ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
        ("uà uá uả uã uạ", "ùa úa ủa ũa ụa"),
    )
    for new, old in zip(news.split(), olds.split(), strict=True)
}
_TONES |= {new.upper(): old.upper() for new, old in _TONES.items()}
# One look at each character costs less than forty scans of memory, one for each pair.
_TONED = re.compile("[ouOU][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ]")


def plain(text: str) -> str:
    """Fold spaces, dashes, quotes and look-alike letters; case and tones stay. Same length as ``text``."""
    if text.isascii():
        return text.replace("\t", " ").replace("`", "'")
    if len(text) < _SHORT and _FOLDED.isdisjoint(text):
        return text
    for old, new in _PLAIN:
        # A replace that finds nothing costs a memory scan; str.translate would visit every character.
        text = text.replace(old, new)
    return text


def lower(text: str) -> str:
    """Fold case and tone placement of an already plain text. Same length as ``text``."""
    return toned(text.lower())


def toned(text: str) -> str:
    """Fold tone placement of an already plain text and keep its case. Same length as ``text``."""
    return text if text.isascii() else _TONED.sub(_placed, text)


def _placed(pair: re.Match[str]) -> str:
    letters = pair.group()
    return _TONES.get(letters, letters)


def fold(text: str) -> str:
    """Fold everything: what two spellings have in common when a reader takes them as the same word."""
    folded = lower(plain(text))
    assert len(folded) == len(text), "a fold moved offsets"  # noqa: S101 - the offset map of the whole program
    return folded


def bare(folded: str) -> str:
    """A folded text without diacritics, đ as d: how it is typed in haste, and near enough how it is sorted.

    Only for names: this fold does not keep the length of the text.
    """
    decomposed = unicodedata.normalize("NFD", folded)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("đ", "d")
