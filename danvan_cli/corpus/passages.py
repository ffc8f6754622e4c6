"""The sentences that readings stand on, taken from the articles a second time: records hold only the words.

An article that is no longer there, or has changed since, is quoted by the words alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from danvan_cli.corpus.datasets import is_dataset
from danvan_cli.document import Document
from danvan_cli.parsing.article import Article
from danvan_cli.reading import ReadError, documents
from danvan_cli.record import Evidence, Source

_ELLIPSIS = "…"

Span = tuple[int, int]


class Piece(NamedTuple):
    """A run of text, and whether a reading stands on it."""

    text: str
    marked: bool


class Passage(NamedTuple):
    """A sentence of an article, shortened where it is long, and the spans of the cleaned text that stand in it."""

    pieces: list[Piece]
    spans: list[Span]


def passages(
    paths: Iterable[str], wanted: Mapping[Source, Iterable[Evidence]], around: int
) -> dict[str, list[Passage]]:
    """For each article of ``wanted`` the sentences with its evidence, in order of text, by the article's path.

    ``paths`` are those that the articles were read from; standard input cannot be read again. Of a long sentence
    ``around`` code points are kept on both sides of the evidence.
    """
    by_path = {source.path: source for source in wanted}
    found: dict[str, list[Passage]] = {}
    for document in _documents(paths, by_path):
        source = by_path.get(document.source.path)
        if source and source.sha256 == document.source.sha256:
            found[source.path] = sentences_with(document, wanted[source], around)
    for source, evidence in wanted.items():
        if source.path not in found:
            spans = {(one.start, one.end): one.text for one in evidence}
            found[source.path] = [Passage([Piece(spans[span], marked=True)], [span]) for span in sorted(spans)]
    return found


def _documents(paths: Iterable[str], known: Iterable[str]) -> Iterator[Document]:
    """What can be read again: the articles of ``paths``, and those ``known`` that a dataset has records of."""
    articles, datasets = [], False
    for path in paths:
        if is_dataset(path):
            datasets = True
        elif path != "-":
            articles.append(path)
    for found in documents([*articles, *(path for path in known if datasets and Path(path).is_file())]):
        if not isinstance(found, ReadError):  # it was said when it was read first
            yield found


def sentences_with(document: Document, evidence: Iterable[Evidence], around: int) -> list[Passage]:
    """The sentences of ``document`` that ``evidence`` stands in, each once."""
    article = Article(document)
    sentences: dict[Span, list[Span]] = {}
    for span in sorted({(one.start, one.end) for one in evidence}):
        sentence = article.sentence_at(span[0])
        start, end = (sentence.start, max(sentence.end, span[1])) if sentence else span
        sentences.setdefault((start, end), []).append(span)
    return [Passage(_pieces(document.text, whole, spans, around), spans) for whole, spans in sentences.items()]


def _pieces(text: str, whole: Span, spans: list[Span], around: int) -> list[Piece]:
    """The text of ``whole`` with the ``spans`` in it marked; what is far from all of them is left out."""
    pieces: list[Piece] = []
    at = whole[0]
    for start, end in _joined(spans):
        between = _shortened(text[at:start], around, before=at == whole[0])
        pieces += [Piece(between, marked=False), Piece(text[start:end], marked=True)]
        at = end
    rest = text[at : whole[1]]
    if len(rest) > around:
        rest = rest[:around].rpartition(" ")[0] + _ELLIPSIS
    pieces.append(Piece(rest, marked=False))
    return [piece for piece in pieces if piece.text]


def _shortened(between: str, around: int, *, before: bool) -> str:
    """Text in front of words that matter; with others before it too, its end after them is kept as well."""
    if len(between) <= (1 if before else 2) * around:
        return between
    left = "" if before else between[:around].rpartition(" ")[0]
    right = between[-around:].partition(" ")[2]
    return f"{left} {_ELLIPSIS} {right}".lstrip()


def _joined(spans: list[Span]) -> list[Span]:
    """Sorted spans without overlaps."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined
