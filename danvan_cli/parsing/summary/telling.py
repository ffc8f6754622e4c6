"""The sentences of an article that tell most: its lead, and for news those that name most of who and what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from danvan_cli.lexicon import fold
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.dates import dates_in
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.sentences import Sentence
from danvan_cli.parsing.summary.pieces import Piece, cut
from danvan_cli.parsing.summary.weighing import OF_ONESELF, told_of, weight
from danvan_cli.record import Record

_OUTLET_MARK = re.compile(r"\s*(?:\([^()]{2,24}\)\s*[-:]?|[A-ZĐ.]{2,10}(?: online)?\s*-)\s*(?=[A-ZĐ])")
_WORD = re.compile(r"\S+")
_CLAUSE_END = re.compile(r"[;,](?=\s)")
_PHRASE_START = re.compile(
    r"\s(?=(?:và|với|để|nhằm|do|theo|về|cho|trong|tại|như|gồm|cùng|khi|từ|bằng|mà|hoặc|trên|của|đến)\s)"
)
# "Đó là số tiền mà …", "Đây là ý kiến của …": the headline says what.
_OF_HEADLINE = re.compile(r"(?:\([^()]{2,24}\)\s*[-:]?\s*)?(?:đó|đây|trên đây)(?: chính| cũng)? là\s")
# "Toàn cảnh hội nghị (Nguồn: TTXVN) Ngày 5/3, …", "Ảnh: Lan Anh/TTXVN Buổi chiều, …", "Ảnh minh họa Đồng thời …".
_CAPTION = re.compile(
    r"[^.\n]{0,90}?(?:\((?:nguồn|ảnh)[^()\n]{0,40}\)|ảnh: ?(?:[^\s/]{1,12} ){0,4}?[^\s/]{1,12}/\S{1,20}|ảnh minh họa)"
    r"\s+(?-i:(?=[A-ZĐÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĨŨƠƯẠ-Ỹ]))",
    re.IGNORECASE,
)

_TOLD_SYLLABLES = 50
_BEFORE_QUOTATION = 40
"""Characters of a sentence that still say something without the quotation that they open."""
_TELLING_SYLLABLES = 9
"""A shorter sentence of the body is a subheading, or a caption that nothing marked."""


def lead(article: Article, heading: Heading, limit: int) -> Iterator[Piece]:
    """When, who and what, in ``limit`` syllables: the sentence with the day of the event, else the first."""
    sentences = list(_sentences(article, heading))
    day = heading.event.date_text
    dated = [s for s in sentences if day and day in article.text[s.start : s.end]]
    title = heading.title_line
    for sentence in (dated or sentences)[:1]:
        if title and _OF_HEADLINE.match(article.low, sentence.start, sentence.end):
            yield cut(article, title.start, title.end, "brief:headline")
        yield _shortened(article, sentence, limit)


def dated(article: Article, heading: Heading, told: list[Piece], limit: int) -> Iterator[Piece]:
    """The first sentence that names a day, in ``limit`` syllables, where ``told`` names none: a brief says when."""
    if any(dates_in(article.low, piece.place, piece.evidence[0].end) for piece in told):
        return
    for sentence in _sentences(article, heading):
        if dates_in(article.low, sentence.start, sentence.end):
            yield _shortened(article, sentence, limit)
            return


def telling(article: Article, heading: Heading, record: Record, told: list[Piece]) -> Iterator[Piece]:
    """Sentences of the article, those first that tell most of what ``told`` has not."""
    said = fold("\n".join(piece.text for piece in told))
    of = told_of(article, heading, record)
    ranked = [
        (-weight(article, of, said, order, sentence), order, sentence)
        for order, sentence in enumerate(_sentences(article, heading))
        if not any(sentence.start <= piece.place < sentence.end for piece in told)
    ]
    for _, _, sentence in sorted(ranked, key=lambda row: row[:2]):
        yield _shortened(article, sentence, _TOLD_SYLLABLES)


def _sentences(article: Article, heading: Heading) -> Iterator[Sentence]:
    """The sentences of the article itself that are long enough to tell something; the title is no sentence."""
    for sentence in article.sentences:
        words = article.text[sentence.start : sentence.end].split()
        if not sentence.caption and sentence.line is not heading.title_line and len(words) >= _TELLING_SYLLABLES:
            yield sentence


def _shortened(article: Article, sentence: Sentence, limit: int) -> Piece:
    """The sentence without the outlet's mark or a caption before it, in ``limit`` syllables.

    It is cut at the last end of a clause in its second half, else before the last word that opens a phrase there.
    """
    start = sentence.start
    for before in (_CAPTION, _OUTLET_MARK):
        found = before.match(article.plain, start, sentence.end)
        start = found.end() if found else start
    return _unquoted(article, cut(article, start, _end(article, start, sentence.end, limit), "brief:sentence"))


def _end(article: Article, start: int, end: int, limit: int) -> int:
    words = list(islice(_WORD.finditer(article.plain, start, end), limit + 1))
    if len(words) <= limit:
        return end
    half, last = words[limit // 2].start(), words[-1].start()
    for stop in (_CLAUSE_END, _PHRASE_START):
        stops = [found.start() for found in stop.finditer(article.low, half, last)]
        if stops:
            return stops[-1]
    return words[-2].end()


def _unquoted(article: Article, piece: Piece) -> Piece:
    """The piece without what somebody says of himself in a quotation that stays open: "Ông Sơn nói: "Tôi …"."""
    (words,) = piece.evidence
    opened = article.plain.rfind('"', words.start, words.end)
    closed = article.plain.count('"', words.start, words.end) % 2 == 0
    if closed or opened - words.start < _BEFORE_QUOTATION or not OF_ONESELF.search(article.low, opened, words.end):
        return piece
    return cut(article, words.start, opened, "brief:clause")
