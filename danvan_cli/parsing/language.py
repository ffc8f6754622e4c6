"""Whether the article is what danvan reads at all: Vietnamese, and in sentences."""

from __future__ import annotations

import re
from typing import Final

from danvan_cli.parsing.article import LONGEST_SENTENCE, Article
from danvan_cli.record import Warning

# A word that has a letter of Vietnamese alone: ă đ ơ ư and the letters with two marks or a dot or hook (U+1EA0-1EF9).
# French and Portuguese share the others. In a Vietnamese report such are about half of all words.
_VIETNAMESE: Final = re.compile(r"[ăđơưạ-ỹ]\w*")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LEAST_SHARE: Final = 0.25
_LEAST_WORDS: Final = 12
"""Of fewer words nothing can be said."""
_SAMPLE: Final = 1200
"""Code points looked at from the beginning, and as many from the middle."""


def vietnamese_share(article: Article) -> float | None:
    """Share (0 to 1) of the words in a sample of the article that only Vietnamese spells so; ``None`` if too few."""
    body = article.body
    if not body:
        return None
    start, end = body[0].start, body[-1].end
    sample = article.low[start : min(end, start + _SAMPLE)]
    middle = (start + end) // 2
    if middle > start + _SAMPLE:
        sample += " " + article.low[middle : min(end, middle + _SAMPLE)]
    words = len(_WORD.findall(sample))
    return len(_VIETNAMESE.findall(sample)) / words if words >= _LEAST_WORDS else None


def language_warnings(article: Article) -> list[Warning]:
    """What a reader should know of the text as a whole, before anything was read in it."""
    return [*_not_vietnamese(article), *_overlong(article)]


def _not_vietnamese(article: Article) -> list[Warning]:
    """``not_vietnamese`` where hardly any word is Vietnamese: another language, no diacritics, an old font."""
    share = vietnamese_share(article)
    if share is None or share >= _LEAST_SHARE:
        return []
    return [
        Warning(
            "not_vietnamese",
            f"only {share:.0%} of the words are spelt as in Vietnamese; danvan reads Vietnamese with its diacritics",
        )
    ]


def _overlong(article: Article) -> list[Warning]:
    """``overlong_sentence`` where a stretch of text without a stop is too long to be read."""
    if not article.overlong:
        return []
    longest = f"{LONGEST_SENTENCE:,}".replace(",", ".")
    message = f"Có đoạn dài hơn {longest} ký tự không có dấu chấm: danvan không đọc trong đó."
    return [Warning("overlong_sentence", message)]
