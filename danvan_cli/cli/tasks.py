"""``danvan tasks``: what is to be done in the period to come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from danvan_cli.cli.articles import Articles, say
from danvan_cli.cli.choosing import ChoosingCommand, Provinces, Since, Until, needed, selection
from danvan_cli.cli.options import Output, Paths, with_output
from danvan_cli.cli.printing import show
from danvan_cli.corpus.selection import Selection
from danvan_cli.corpus.worklist import agendas
from danvan_cli.lexicon.folding import bare, fold
from danvan_cli.output.formats import Listing
from danvan_cli.output.views.tasks import agenda_blocks
from danvan_cli.output.wording import Wording
from danvan_cli.record import Period, Record

Command = ChoosingCommand

_NAMED = 8
"""Periods that a note names."""


@with_output("table")
def tasks(
    paths: Paths,
    output: Output,
    province: Provinces = None,
    period: Annotated[
        str | None,
        typer.Option("--period", metavar="PERIOD", help='Planned for it: 2020, 2020-H1, 9T/2019, "quý II/2020".'),
    ] = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """List the tasks of the period to come.

    Each with who set it and until when.

    --period, --since and --until look at the planned period. --period takes only what is planned for just that period:
    2020 takes no tasks of a half of 2020, which --since 2020 --until 2020 does. JSON is an array with one agenda an
    article.

    \b
    Examples:
      danvan tasks bai.txt
      danvan tasks samples --province
      danvan tasks samples --province "Lạng Sơn" --period 2024
      danvan tasks samples --json | jq -r '.[].tasks[].text'
    """
    chosen, grouped = selection(province, since, until)
    asked = _period(period)
    articles = Articles(paths, quiet=output.quiet)
    planned: list[Period] = []
    found = articles.choosing(agendas(_noting(articles, chosen, planned), chosen, asked))
    if grouped:
        found = iter(sorted(found, key=lambda agenda: (agenda.province is None, bare(fold(agenda.province or "")))))
    show(Listing(found, agenda_blocks(grouped), "agenda"), output)
    if asked and not output.quiet:
        _tell_others(asked, planned, Wording(output.lang))
    articles.leave("tasks")


def _period(typed: str | None) -> Period | None:
    if typed is None:
        return None
    from danvan_cli.cli.periods import period_asked

    return period_asked(typed, "--period")


def _noting(articles: Articles, chosen: Selection, planned: list[Period]) -> Iterator[Record]:
    """The records, and in ``planned`` the periods that those of the province set tasks for."""
    for record in articles.records(lambda record: record.tasks, needed(chosen, "planned_period", "tasks", "task_list")):
        if record.tasks and record.planned_period and chosen.has_place(record):
            planned.append(record.planned_period)
        yield record


def _tell_others(asked: Period, planned: list[Period], words: Wording) -> None:
    """What else is planned: within the period asked for where something is for just it, else whatever there is."""
    days = {(period.start, period.end): period for period in planned}
    hit = days.pop((asked.start, asked.end), None)
    others = sorted(
        (p for p in days.values() if hit is None or (asked.start <= p.start and p.end <= asked.end)),
        key=lambda p: (p.start, p.end),
    )
    if others:
        names = ", ".join(words.period(period) for period in others[:_NAMED])
        names += f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
        told = "tasks for just a part of it are left out" if hit else "there are tasks for other periods"
        say(f"--period {words.period(asked)}: {told}: {names}")
