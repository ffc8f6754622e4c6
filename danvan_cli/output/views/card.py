"""One card an article: heading, brief, officials, figures, tasks, shortcomings, warnings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from danvan_cli.output.blocks import Block, Facts, Heading, Items, Paragraph, Rich, Span
from danvan_cli.output.views.officials import officials_sheet
from danvan_cli.output.views.parts import days_of, nothing, warned
from danvan_cli.output.views.statistics import statistics_sheet
from danvan_cli.output.views.tasks import cut_note, task_blocks
from danvan_cli.output.wording import Wording
from danvan_cli.record import Record


def cards(records: Iterable[Record], words: Wording) -> Iterator[Block]:
    """The cards of the records, in order."""
    for record in records:
        yield from card(record, words)


def card(record: Record, words: Wording) -> Iterator[Block]:
    """Everything that a reader wants to know of one article; parts that it does not have are left out."""
    yield Heading(record.title or words.of("note", "untitled"))
    yield Facts(_facts(record, words))
    if record.summary.brief:
        yield Paragraph(record.summary.brief)
    if record.officials:
        yield _part("officials", len(record.officials), words)
        yield officials_sheet(record.officials, words)
    yield _part("statistics", len(record.statistics), words)
    if record.statistics:
        yield statistics_sheet(record.statistics, words)
    else:
        yield nothing(words, "no_figures")
    if record.tasks:
        yield _part("tasks", len(record.tasks), words)
        yield from task_blocks(record.tasks, words)
        yield from cut_note(record.task_list, words)
    if record.shortcomings:
        yield _part("shortcomings", len(record.shortcomings), words)
        yield Items([("•", shortcoming.text, "") for shortcoming in record.shortcomings])
    if record.warnings:
        yield _part("warnings", len(record.warnings), words)
        yield warned(record.warnings, words)


def _part(key: str, count: int, words: Wording) -> Heading:
    return Heading((Span(words.of("heading", key)), Span(f" ({count})" if count else "", "dim")), 2)


def _facts(record: Record, words: Wording) -> list[tuple[str, Rich]]:
    event = record.event
    when = []
    if event.date:
        day = words.day(event.date)
        part = words.of("part_of_day", event.part_of_day) if event.part_of_day else ""
        when.append(f"{part} {day}".strip() if words.lang == "vi" else f"{day}, {part}".strip(", "))
    if event.kind != "other":
        when.append(words.of("event_kind", event.kind))
    published = " · ".join(filter(None, (record.outlet, record.published and words.day(record.published))))
    found: list[tuple[str, Rich | None]] = [
        ("event", " · ".join(when)),
        ("organizer", event.organizer),
        ("place", event.place),
        ("locality", words.locality(record.locality)),
        ("reported_period", days_of(record.reported_period, words) if record.reported_period else None),
        ("planned_period", days_of(record.planned_period, words) if record.planned_period else None),
        ("published", published),
        ("source", record.source.path),
    ]
    return [(words.of("field", key), value) for key, value in found if value]
