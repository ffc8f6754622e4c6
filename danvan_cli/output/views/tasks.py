"""Tasks as numbered lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from danvan_cli.output.blocks import Block, Heading, Items, Paragraph, Span
from danvan_cli.output.wording import Wording
from danvan_cli.record import Task, TaskList

if TYPE_CHECKING:  # a card shows none of these: they would only cost it time
    from danvan_cli.corpus.worklist import Agenda


def task_blocks(tasks: list[Task], words: Wording) -> Iterator[Block]:
    """Each task under its number, with what its words do not say; who set some of them is said once above these."""
    width = len(str(max((task.number for task in tasks), default=0)))
    for doer, group in groupby(tasks, key=lambda task: task.assigned_by):
        if doer:
            yield Paragraph((Span(f"{words.of('note', 'assigned_by')}: ", "dim"), Span(doer)), "dim")
        yield Items([(f"{task.number:{width}}.", task.text, _detail(task, words)) for task in group])


def _detail(task: Task, words: Wording) -> str:
    parts = [(words.of("note", "deadline"), task.deadline), (words.of("note", "theme"), task.theme)]
    return " · ".join(f"{name}: {value}" for name, value in parts if value and value not in task.text)


def cut_note(task_list: TaskList, words: Wording) -> Iterator[Block]:
    """What the article says of its own list, where it lists less than it announces."""
    claimed, listed = task_list.claimed_count, task_list.listed_count
    if claimed is not None and listed and listed < claimed:
        yield Paragraph(words.of("note", "listed").format(listed=listed, claimed=claimed), "dim")
    elif task_list.truncated:
        yield Paragraph(words.of("note", "cut"), "dim")


def agenda_blocks(by_province: bool) -> Callable[[Iterable[Agenda], Wording], Iterator[Block]]:
    """The view of tasks, article by article; under the names of provinces where they are grouped so."""

    def view(found: Iterable[Agenda], words: Wording) -> Iterator[Block]:
        place: str | None = ""
        for agenda in found:
            if by_province and agenda.province != place:
                place = agenda.province
                yield Heading(place or words.of("note", "no_province"))
            period = words.period(agenda.planned_period)
            title = agenda.title or words.of("note", "untitled")
            where = "" if by_province else agenda.province
            facts = [Span(title)] + [Span(f" · {fact}", "dim") for fact in (where, period) if fact]
            yield Heading(tuple(facts), 2 if by_province else 1)
            yield from task_blocks(agenda.tasks, words)
            yield from cut_note(agenda.task_list, words)

    return view
