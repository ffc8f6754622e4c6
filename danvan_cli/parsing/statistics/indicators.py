"""Which indicator a figure is: by the noun it counts, the topic words beside it, and the figure it is a part of.

The unit changes along the chain of the field: lượt and người in reception, đơn for petitions, vụ việc for cases. So the
noun decides first which indicators are possible; the nearest topic word (``figure_topic`` in ``lexicon/terms``) picks
one.
"""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.statistics.figure import Figure
from danvan_cli.parsing.statistics.people import people
from danvan_cli.parsing.statistics.petitions import petitions
from danvan_cli.parsing.statistics.shares import share
from danvan_cli.parsing.statistics.topics import OTHER, PETITIONS, Reading, Surroundings, Topic, phrase_end, topics
from danvan_cli.parsing.statistics.work import models, sessions, tasks

# How far the words behind a bracket may belong to the noun before it.
_RESUMED = 60
# How long the words before a colon may be that make them a heading.
_HEADING = 60


def classify(article: Article, figure: Figure, earlier: list[Figure], skilled: bool) -> Reading:
    """The indicator of ``figure``, ``other`` where none of the field's fits.

    ``earlier`` are the figures before it in its sentence (in the one before too, where "Trong đó" continues it);
    ``skilled`` whether the article's title or the sentence speaks of "Dân vận khéo".
    """
    before = topics(article, figure.before, figure.number.start)
    noun = figure.noun.start if figure.noun else figure.end
    inside = topics(article, max(noun, figure.number.right), phrase_end(article, figure))
    if figure.resumes >= 0:
        stop = next(
            (
                i
                for i in range(figure.resumes, min(figure.resumes + _RESUMED, figure.sentence.end))
                if article.low[i] in ",;.("
            ),
            figure.resumes,
        )
        inside += topics(article, figure.resumes, stop)
    around = Surroundings(earlier, before, inside, _heading(article, figure), skilled)
    figure.topic = around.own
    if figure.kind in ("turn", "person", "group"):
        return people(article, figure, around)
    if figure.kind == "task" or (figure.words == "việc" and around.own == "announce"):
        return tasks(article, figure, around)
    if figure.kind in ("petition", "case") or _goes_on_with_petitions(figure, earlier):
        return petitions(article, figure, around)
    if figure.kind == "session":
        return sessions(article, figure, around)
    if figure.kind == "model":
        return models(article, figure, around)
    return share(article, figure, around) if figure.is_percent else OTHER


def _heading(article: Article, figure: Figure) -> list[Topic]:
    colon = article.low.find(":", figure.sentence.start, min(figure.sentence.start + _HEADING, figure.number.start))
    return topics(article, figure.sentence.start, colon) if colon >= 0 else []


def _goes_on_with_petitions(figure: Figure, earlier: list[Figure]) -> bool:
    """Whether kiến nghị and phản ánh are petitions here: "120/131 khiếu nại, 22/25 tố cáo, 170/184 kiến nghị"."""
    return (
        figure.words in ("kiến nghị", "phản ánh")
        and bool(earlier)
        and earlier[-1].indicator in PETITIONS
        and earlier[-1].sentence == figure.sentence
    )
