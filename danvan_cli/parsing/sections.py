"""Which part of a report a sentence belongs to: what was done, what fell short, what is to be done."""

from __future__ import annotations

from typing import Literal, NamedTuple

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.sentences import Sentence

SectionKind = Literal["opening", "results", "shortcomings", "lessons", "tasks", "speech", "other"]


class Section(NamedTuple):
    """A run of text of one kind."""

    start: int
    end: int
    kind: SectionKind


def read_sections(article: Article, heading: Heading) -> list[Section]:
    """The sections of an article in order of text; together they cover its sentences."""
    sentences: tuple[Sentence, ...] = article.sentences
    return [Section(sentence.start, sentence.end, "other") for sentence in sentences]
