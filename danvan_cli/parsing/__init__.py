"""Parsing: a pure function from a :class:`~danvan_cli.document.Document` to a :class:`~danvan_cli.record.Record`.

It knows no file, no terminal and no thread. One module a question; each reads the one :class:`Article` and what the
questions before it have read, and none looks back.
"""

from __future__ import annotations

from danvan_cli.document import Document
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import read_heading
from danvan_cli.parsing.language import language_warnings
from danvan_cli.parsing.officials import read_officials
from danvan_cli.parsing.sections import read_sections
from danvan_cli.parsing.shortcomings import read_shortcomings
from danvan_cli.parsing.statistics import read_statistics
from danvan_cli.parsing.summary import summarize
from danvan_cli.parsing.tasks import read_tasks
from danvan_cli.record import Record

__all__ = ["parse"]


def parse(document: Document) -> Record:
    """Read one article. Deterministic: the same text gives the same record, wherever and however often it runs."""
    article = Article(document)
    heading = read_heading(article)
    sections = read_sections(article, heading)
    officials = read_officials(article, heading)
    tasks, task_list = read_tasks(article, heading, sections, officials)
    statistics, warnings = read_statistics(article, heading, sections, tasks)
    record = Record(
        source=document.source,
        title=heading.title,
        published=heading.published,
        outlet=heading.outlet,
        author=heading.author,
        event=heading.event,
        locality=heading.locality,
        reported_period=heading.reported_period,
        planned_period=heading.planned_period,
        officials=officials,
        statistics=statistics,
        tasks=tasks,
        task_list=task_list,
        shortcomings=read_shortcomings(article, sections),
        warnings=[*language_warnings(article), *heading.warnings, *warnings],
    )
    record.summary = summarize(record, article, heading)
    return record
