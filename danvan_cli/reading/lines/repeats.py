"""What a page prints twice: the lead above the article and in it, a picture's hidden text and its caption."""

from __future__ import annotations

import itertools
import re
from typing import Final

from danvan_cli.reading.lines.rows import Row

_LEAST_WORDS: Final = 8
_CAPTION_WORDS: Final = 40
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])\s+")
_PUNCTUATION: Final = " .…!?\"'”"


def mark_repeats(rows: list[Row]) -> None:
    """Mark a row that is printed twice, and a paragraph all of whose sentences stand in other, longer ones.

    Of two equal rows the first stays, unless it is the first of the page and the headline comes next. Equal rows in
    succession within the article are a picture's hidden text and its caption.
    """
    unmarked = [i for i, row in enumerate(rows) if not row.mark or row.mark == "caption"]
    follower = dict(itertools.pairwise(unmarked))
    seen: dict[str, int] = {}
    paragraphs: list[int] = []
    for i in unmarked:
        row = rows[i]
        if row.words < _LEAST_WORDS:
            continue
        first = seen.setdefault(row.low.strip(_PUNCTUATION), i)
        if first == i:
            if row.paragraph or row.mark == "caption":
                paragraphs.append(i)
        elif first == unmarked[0] and row.paragraph and not rows[follower[first]].paragraph:
            rows[first].set("repeat")
        else:
            if follower[first] == i and row.words <= _CAPTION_WORDS and len(paragraphs) > 1 and not rows[first].mark:
                rows[first].set("caption")
            row.set("repeat")
    _mark_contained(rows, [i for i in paragraphs if rows[i].mark != "repeat"])


def _mark_contained(rows: list[Row], paragraphs: list[int]) -> None:
    """Mark a paragraph all of whose sentences others have; the longest stays, of equals the first."""
    best: dict[str, tuple[int, int]] = {}
    split: list[tuple[int, list[str]]] = []
    for i in paragraphs:
        sentences = [part.strip(_PUNCTUATION) for part in _SENTENCE_END.split(rows[i].low)]
        split.append((i, sentences))
        for sentence in sentences:
            best[sentence] = max(best.get(sentence, (0, 0)), (len(sentences), -i))
    for i, sentences in split:
        if all(best[sentence] > (len(sentences), -i) for sentence in sentences):
            rows[i].set("repeat")
