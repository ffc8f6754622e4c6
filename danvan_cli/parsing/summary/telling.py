"""The sentences of an article that tell most: its lead, and for news those that name most of who and what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.dates import dates_in
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.sentences import Sentence
from danvan_cli.parsing.summary.pieces import Piece, cut
from danvan_cli.record import Record

_OUTLET_MARK = re.compile(r"\s*(?:\([^()]{2,24}\)\s*[-:]?|[A-ZĐ.]{2,10}(?: online)?\s*-)\s*(?=[A-ZĐ])")
_WORD = re.compile(r"\S+")
_CLAUSE_END = re.compile(r"[;,](?=\s)")

_TOLD_SYLLABLES = 60
_TELLING_SYLLABLES = 9
"""A shorter sentence of the body is a subheading, or a caption that nothing marked."""
_EARLY = 5.0
"""How much the place of a sentence counts: news tells the weightiest first."""


def lead(article: Article, heading: Heading, limit: int) -> Iterator[Piece]:
    """When, who and what, in ``limit`` syllables: the sentence with the day of the event, else the first."""
    sentences = list(_sentences(article, heading))
    day = heading.event.date_text
    dated = [s for s in sentences if day and day in article.text[s.start : s.end]]
    for sentence in (dated or sentences)[:1]:
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
    """Sentences of the article, those first that name most officials and figures that ``told`` has not."""
    said = "".join(piece.text for piece in told)
    # Sorted, so that each sentence costs a binary search and not a walk over all names and figures.
    names = sorted((mention.start, official.name) for official in record.officials for mention in official.mentions)
    name_starts = [start for start, _ in names]
    figures = sorted(statistic.evidence.start for statistic in record.statistics)
    ranked = []
    for order, sentence in enumerate(_sentences(article, heading)):
        if any(sentence.start <= piece.place < sentence.end for piece in told):
            continue
        named = names[bisect_left(name_starts, sentence.start) : bisect_left(name_starts, sentence.end)]
        new_names = {name for _, name in named if name not in said}
        new_figures = bisect_left(figures, sentence.end) - bisect_left(figures, sentence.start)
        length = len(article.text[sentence.start : sentence.end].split())
        weight = 3 * len(new_names) + min(new_figures, 2) + _EARLY / (1 + order)
        ranked.append((-weight / (length + _EARLY), order, sentence))
    for _, _, sentence in sorted(ranked, key=lambda row: row[:2]):
        yield _shortened(article, sentence, _TOLD_SYLLABLES)


def _sentences(article: Article, heading: Heading) -> Iterator[Sentence]:
    """The sentences of the article itself that are long enough to tell something; the title is no sentence."""
    for sentence in article.sentences:
        words = article.text[sentence.start : sentence.end].split()
        if not sentence.caption and sentence.line is not heading.title_line and len(words) >= _TELLING_SYLLABLES:
            yield sentence


def _shortened(article: Article, sentence: Sentence, limit: int) -> Piece:
    """The sentence without the outlet's mark, cut at the last end of a clause within ``limit`` syllables,
    or at the limit where it has none."""
    mark = _OUTLET_MARK.match(article.plain, sentence.start, sentence.end)
    start = mark.end() if mark else sentence.start
    words = list(islice(_WORD.finditer(article.plain, start, sentence.end), limit + 1))
    if len(words) <= limit:
        return cut(article, start, sentence.end, "brief:sentence")
    clauses = [stop.start() for stop in _CLAUSE_END.finditer(article.plain, start, words[-1].start())]
    return cut(article, start, clauses[-1] if clauses else words[-2].end(), "brief:clause")
