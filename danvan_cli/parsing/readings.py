"""Every reading of an article at its place in the text: what was read where, and by which rule.

A figure that danvan computed was not read and has no place; nor has what the article only implies.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from danvan_cli.document import Document
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import read_heading
from danvan_cli.record import Action, Bound, Evidence, Indicator, Period, Record

ReadingKind = Literal[
    "title", "date", "period", "official", "position", "action", "statistic", "task", "shortcoming", "page"
]
"""What was read; ``page`` is a line of the page around the article, which is not read."""


class Reading(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What was read in one place: ``text`` is always the slice ``start:end`` of the cleaned text.

    A key that says nothing of a kind of reading is not printed.
    """

    source: str
    """Path of the article."""
    kind: ReadingKind
    start: int
    end: int
    text: str
    official: str | None = None
    """Whose name, office or deed it is, in the fullest form of the name."""
    role: str | None = None
    organization: str | None = None
    action: Action | None = None
    indicator: Indicator | None = None
    value: float | None = None
    unit: str | None = None
    bound: Bound | None = None
    task: int | None = None
    """Number of the task."""
    period: Period | None = None
    day: str | None = None
    """ISO day; of an event whose year nothing fixes there is none."""
    rule: str = ""
    """Name of the rule that made the reading; only where it was asked for."""


def readings(document: Document, record: Record, *, explain: bool = False) -> list[Reading]:
    """The readings of ``record``, which is of ``document``, in the order of the text, the longer first.

    With ``explain`` each names its rule.
    """
    found = [*_page(document), *_heading(document, record), *_people(record), *_figures(record), *_work(record)]
    if not explain:
        for reading in found:
            reading.rule = ""
    return sorted(found, key=lambda reading: (reading.start, -reading.end))


def _reading(record: Record, kind: ReadingKind, evidence: Evidence, **more: Any) -> Reading:
    return Reading(
        source=record.source.path,
        kind=kind,
        start=evidence.start,
        end=evidence.end,
        text=evidence.text,
        rule=evidence.rule,
        **more,
    )


def _heading(document: Document, record: Record) -> Iterator[Reading]:
    article = Article(document)
    heading = read_heading(article)
    line = heading.title_line
    if line is not None:
        yield _reading(record, "title", article.evidence(line.start, line.end, "title"))
    yield from _event_date(record, article)
    for mention in heading.period_mentions:
        evidence = article.evidence(mention.start, mention.end, "period")
        yield _reading(record, "period", evidence, period=mention.period)


def _event_date(record: Record, article: Article) -> Iterator[Reading]:
    """The day of the event where the article itself names it first, no line above it that the page prints."""
    words = record.event.date_text
    if not words:
        return
    for line in article.body:
        start = article.text.find(words, line.start, line.end)
        if start >= 0:
            evidence = article.evidence(start, start + len(words), "event date")
            yield _reading(record, "date", evidence, day=record.event.date)
            return


def _people(record: Record) -> Iterator[Reading]:
    for official in record.officials:
        for mention in official.mentions:
            yield _reading(record, "official", mention, official=official.name)
        for position in official.positions:
            more = {"official": official.name, "role": position.role, "organization": position.organization}
            yield _reading(record, "position", position.evidence, **more)
        for deed in official.action_evidence:
            yield _reading(record, "action", deed.evidence, official=official.name, action=deed.action)


def _figures(record: Record) -> Iterator[Reading]:
    for statistic in record.statistics:
        if not statistic.derived:
            yield _reading(
                record,
                "statistic",
                statistic.evidence,
                indicator=statistic.indicator,
                value=statistic.value,
                unit=statistic.unit,
                bound=statistic.bound,
                period=statistic.period or record.reported_period,
            )


def _work(record: Record) -> Iterator[Reading]:
    for task in record.tasks:
        period = task.period or record.planned_period
        yield _reading(record, "task", task.evidence, task=task.number, period=period, official=task.assigned_by)
    for shortcoming in record.shortcomings:
        yield _reading(record, "shortcoming", shortcoming.evidence)


def _page(document: Document) -> Iterator[Reading]:
    for line in document.lines:
        if line.kind == "noise":
            yield Reading(
                source=document.source.path,
                kind="page",
                start=line.start,
                end=line.end,
                text=document.text[line.start : line.end],
                rule=line.rule,
            )
