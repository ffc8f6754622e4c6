"""Many articles at a glance: what is known of them, gathered once from their records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from danvan_cli.comparing import diff
from danvan_cli.corpus.aggregation import Figure, Total, counted, figures, totals
from danvan_cli.corpus.copies import Copies, without_copies
from danvan_cli.corpus.people import Person, people
from danvan_cli.corpus.reports import Body, body_of, is_report, two_periods
from danvan_cli.corpus.selection import Selection
from danvan_cli.corpus.trends import Series, series
from danvan_cli.record import Diff, Record


class Overview(NamedTuple):
    """Everything that is told of the articles together."""

    records: list[Record]
    """In the order in which they were read."""
    copies: dict[str, str]
    """Path of each article that carries the report of another → path of that one, which counts for both."""
    figures: list[Figure]
    """Those that totals are made of, copies left out."""
    totals: list[Total]
    """The same that ``danvan stats`` prints."""
    series: list[Series]
    """Those with figures for two periods or more."""
    people: list[Person]
    changes: list[Diff]
    """Of each body with two comparable periods, in the order of the articles."""


def overview(records: Iterable[Record]) -> Overview:
    """Gather what is known of ``records``; they are all held, for people and reports are compared with one another.

    An article that was named twice is there once.
    """
    copies = Copies()
    held = list({record.source.path: record for record in copies.noting(records)}.values())
    found = copies.found()
    kept = without_copies(counted(figures(held, Selection())), found)
    return Overview(
        records=held,
        copies=found,
        figures=kept,
        totals=totals(kept, ()),
        series=[row for row in series(kept) if sum(bool(point.values) for point in row.points) > 1],
        people=people(held, Selection()),
        changes=list(_changes(held)),
    )


def _changes(records: Iterable[Record]) -> Iterator[Diff]:
    """The two latest periods of one kind of each body that sets tasks for both."""
    reports: dict[Body, list[Record]] = {}
    for record in records:
        body = body_of(record)
        if body and is_report(record) and record.tasks:
            reports.setdefault(body, []).append(record)
    for found in reports.values():
        pair = two_periods(found)
        if pair and pair.why == "one_kind":
            yield diff(pair.old[0], pair.new[0])
