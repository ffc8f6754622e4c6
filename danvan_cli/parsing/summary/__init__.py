"""The brief: it only arranges what the other questions have read, and says nothing that they did not.

A sentence of the brief is a label and a few pieces, each piece a verbatim slice of the article; so every name and every
figure in it has its evidence. The subjects share 160 syllables, each has a share of its own, and what one leaves over
goes to the others. A report gets the lead, who led, the figures that matter most, what fell short and the tasks to
come; news of another kind is told by its own sentences.
"""

from __future__ import annotations

from danvan_cli.lexicon import table
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.summary.pieces import Brief, Piece, figures, leaders, period, plan, shortcomings, where
from danvan_cli.parsing.summary.telling import dated, lead, telling
from danvan_cli.record import Period, Record, Summary, SummarySentence

__all__ = ["summarize"]

LIMIT = 160
"""Syllables (whitespace tokens) of a whole brief."""

# Shares of the limit, in syllables. A lead says when, who and what in 25 to 70; a person with an office takes 8 to 12.
_LEAD, _LEADERS, _FIGURES, _SHORTCOMINGS, _PLAN = 72, 34, 64, 14, 20
_DATED = 36
"""For the sentence that says when, where the lead does not."""
_NEWS = 120
"""What the article's own sentences may take of the brief of news; persons, figures and demands share the rest."""


def summarize(record: Record, article: Article, heading: Heading) -> Summary:
    """A brief of ``record`` in at most 160 syllables of Vietnamese, with the evidence of each of its sentences."""
    brief = Brief(LIMIT)
    sentences = (
        _report(record, article, heading, brief) if _is_report(record) else _news(record, article, heading, brief)
    )
    kept = [sentence for sentence in sentences if sentence.evidence]
    return Summary(" ".join(sentence.text for sentence in kept), kept)


def _is_report(record: Record) -> bool:
    """Whether a body accounts for a period: it names one, or gives figures of the indicators."""
    named = record.reported_period or record.planned_period
    return named is not None or sum(s.indicator != "other" for s in record.statistics) > 1


def _report(record: Record, article: Article, heading: Heading, brief: Brief) -> list[SummarySentence]:
    later = _PLAN if record.tasks else 0
    opening = brief.take(lead(article, heading, _LEAD), _LEAD)
    opening += brief.take(dated(article, heading, opening, _DATED), _DATED)
    places = brief.take(where(heading, article, opening), brief.left)
    persons = brief.take(leaders(record), _LEADERS)
    results = _of_period("results", heading.reported_period, brief)
    counted = brief.take(figures(article, record), min(_FIGURES, brief.left - later), results)
    lacking = brief.take(shortcomings(article, record), min(_SHORTCOMINGS, brief.left - later), _word("shortcomings"))
    # A period that no label has named is named by itself: a report without figures, or without tasks.
    reported = [] if counted else brief.take(period(article, heading, "reported"), brief.left, _word("period"))
    to_do = _of_period("plan", heading.planned_period, brief)
    tasks = brief.take(plan(article, record), brief.left, to_do)
    counted += brief.take(figures(article, record), brief.left)
    planned = [] if tasks else brief.take(period(article, heading, "planned"), brief.left, _word("plan"))
    if not tasks and not counted:
        opening += brief.take(telling(article, heading, record, [*opening, *persons]), brief.left)
    return [
        *_placed(_told(opening), places),
        *_persons(persons),
        _sentence(_word("period"), reported),
        _sentence(results, counted),
        _sentence(_word("shortcomings"), lacking),
        _sentence(to_do, tasks),
        _sentence(_word("plan"), planned),
    ]


def _news(record: Record, article: Article, heading: Heading, brief: Brief) -> list[SummarySentence]:
    opening = brief.take(lead(article, heading, _LEAD), _LEAD)
    opening += brief.take(dated(article, heading, opening, _DATED), _DATED)
    opening += brief.take(telling(article, heading, record, opening), _NEWS - LIMIT + brief.left)
    persons = brief.take(leaders(record), _LEADERS)
    counted = brief.take(figures(article, record), min(_FIGURES, brief.left), _word("figures"))
    demands = brief.take(plan(article, record), brief.left, _word("demands"))
    opening += brief.take(telling(article, heading, record, [*opening, *persons, *counted, *demands]), brief.left)
    return [
        *_told(opening),
        *_persons(persons),
        _sentence(_word("figures"), counted),
        _sentence(_word("demands"), demands),
    ]


def _place(piece: Piece) -> int:
    return piece.place


def _told(pieces: list[Piece]) -> list[SummarySentence]:
    """Sentences of the article, in its own order."""
    return [_sentence("", [piece]) for piece in sorted(pieces, key=_place)]


def _placed(told: list[SummarySentence], places: list[Piece]) -> list[SummarySentence]:
    """The opening, with the name of the province before it where the opening has left it out."""
    if not (told and places):
        return told
    (place,) = places
    first = told[0]
    return [SummarySentence(f"{place.text}: {first.text}", [*place.evidence, *first.evidence]), *told[1:]]


def _persons(pieces: list[Piece]) -> list[SummarySentence]:
    """One sentence for each thing that persons did, in the order in which they come."""
    actions = dict.fromkeys(piece.about for piece in pieces)
    return [_sentence(_word(action), [piece for piece in pieces if piece.about == action]) for action in actions]


def _sentence(label: str, pieces: list[Piece]) -> SummarySentence:
    """One sentence of the brief: the label, then the pieces in the article's order with semicolons between them."""
    words = "; ".join(piece.text for piece in sorted(pieces, key=_place))
    text = f"{label}: {words}." if label else f"{words}."
    return SummarySentence(text[:1].upper() + text[1:], [e for piece in pieces for e in piece.evidence])


def _word(key: str) -> str:
    return next(row["vi"] for row in table("brief") if row["key"] == key)


def _of_period(key: str, of: Period | None, brief: Brief) -> str:
    """The label ``key``, with the period that the sentence speaks of where nothing before has named it."""
    return f"{_word(key)} {of.label}" if of and brief.is_new(of.label) else _word(key)
