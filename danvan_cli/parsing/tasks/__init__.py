"""What a body sets itself, or is told to do, for the period to come."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.leadins import find_work
from danvan_cli.parsing.phrases import list_mark
from danvan_cli.parsing.sections import Section, heading_kind
from danvan_cli.parsing.sentences import Sentence
from danvan_cli.parsing.tasks.details import claimed_count, deadline_of, is_cut, targets_of, theme_of
from danvan_cli.parsing.tasks.givers import Givers
from danvan_cli.parsing.tasks.splitting import Piece, read_item, split_work, with_doers
from danvan_cli.parsing.timeline import Timeline
from danvan_cli.record import Official, Task, TaskList

__all__ = ["read_tasks"]


def read_tasks(
    article: Article, heading: Heading, sections: list[Section], officials: list[Official]
) -> tuple[list[Task], TaskList]:
    """The tasks in order of text, and what the article says of its own list."""
    timeline = Timeline(article, heading)
    givers = Givers(article, officials)
    read: list[tuple[Piece, str | None]] = []
    truncated = False
    for sentence, going_on in _task_sentences(article, sections):
        directive, pieces = _pieces(article, heading, timeline, sentence, going_on)
        giver = givers.of(sentence, directive)
        read += [(piece, giver) for piece in pieces]
        if pieces:
            truncated = truncated or is_cut(article, sentence)
    tasks: list[Task] = []
    seen: set[str] = set()
    for piece, (_, giver) in zip(with_doers([piece for piece, _ in read]), read, strict=True):
        words = " ".join(article.low[piece.start : piece.end].split())
        if words in seen:
            continue
        seen.add(words)
        evidence = article.evidence(piece.start, piece.end, piece.rule)
        tasks.append(
            Task(
                number=len(tasks) + 1,
                text=evidence.text,
                period=heading.planned_period,
                assigned_by=giver,
                evidence=evidence,
                deadline=deadline_of(article, piece.start, piece.end),
                theme=theme_of(article, piece.start, piece.end),
                targets=targets_of(article, piece.start, piece.end),
            )
        )
    title = [(heading.title_line.start, heading.title_line.end)] if heading.title_line else []
    claims = [*title, *((section.start, section.end) for section in sections if section.kind in ("tasks", "speech"))]
    return tasks, TaskList(claimed_count(article, claims) if tasks else None, len(tasks), truncated)


def _task_sentences(article: Article, sections: list[Section]) -> Iterator[tuple[Sentence, bool]]:
    """The sentences of the sections of tasks, headings left out, each with whether it follows another one of them."""
    starts = [section.start for section in sections]
    going_on = False
    for sentence in article.sentences:
        if sentence.caption:
            continue
        in_tasks = sections[bisect_right(starts, sentence.start) - 1].kind == "tasks"
        if in_tasks and heading_kind(article, sentence.line) is None:
            yield sentence, going_on
        going_on = in_tasks


def _pieces(
    article: Article, heading: Heading, timeline: Timeline, sentence: Sentence, going_on: bool
) -> tuple[int | None, list[Piece]]:
    """The tasks of one sentence, and where its verb of demanding stands. An item of a list is one task."""
    line = sentence.line
    if going_on and list_mark(article, line.start, line.end):
        if sentence.start > line.start:
            return None, []
        item = read_item(article, timeline, line.start, line.end)
        return None, [item] if item else []
    work = find_work(article, heading, timeline, sentence.start, sentence.end, going_on, not going_on)
    if work is None:
        return None, []
    if work.rule == "list item":
        item = read_item(article, timeline, work.start, work.end)
        return None, [item] if item else []
    return work.directive, split_work(article, timeline, work) if work.start < work.end else []
