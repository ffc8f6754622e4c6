"""What became of tasks and figures from one period to the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from danvan_cli.output.blocks import Block, Cell, Facts, Heading, Number, Rich, Sheet, Span, Style
from danvan_cli.output.messages import note_of
from danvan_cli.output.views.parts import column, named, nothing, warned, without_empty
from danvan_cli.output.wording import Wording
from danvan_cli.record import ChangeStatus, Diff, DiffSide, StatisticChange, TaskChange

MARKS: dict[ChangeStatus, tuple[str, Style]] = {
    "same": ("=", "dim"),
    "changed": ("~", "strong"),
    "dropped": ("−", "bad"),
    "added": ("+", "good"),
}
_WORD = re.compile(r"\s*(?:[\w%/.,]*\w%?|[^\w\s])")
"""A word or a sign, with the white space before it; "2.213", "19/33" and "93,1%" are words."""


def comparisons(found: Iterable[Diff], words: Wording) -> Iterator[Block]:
    """Both sides and what to know of them, then tasks, then figures."""
    for compared in found:
        yield Facts([_side("old", compared.old, words), _side("new", compared.new, words)])
        if compared.warnings:  # before anything that a reader might believe without them
            yield warned(compared.warnings, words)
        yield Heading(_counted(compared.changes, words), 2)
        yield _tasks(compared.changes, words) if compared.changes else nothing(words, "no_changes")
        if compared.statistics:
            yield Heading(words.of("heading", "changed_statistics"), 2)
            yield _figures(compared.statistics, words)


def _side(key: str, side: DiffSide, words: Wording) -> tuple[str, Rich]:
    period = words.period(side.reported_period) or words.of("note", "no_period")
    facts = (side.organizer, words.locality(side.locality), period, side.source.path)
    title = side.title or words.of("note", "untitled")
    return words.of("field", key), (Span(title), Span("".join(f" · {fact}" for fact in facts if fact), "dim"))


def _counted(changes: list[TaskChange], words: Wording) -> Rich:
    counts = [
        f"{count} {words.of('status', status)}"
        for status in MARKS
        if (count := sum(change.status == status for change in changes))
    ]
    return (Span(words.of("heading", "changes")), Span(f" ({', '.join(counts)})" if counts else "", "dim"))


def _tasks(changes: list[TaskChange], words: Wording) -> Sheet:
    columns = [
        column(words, "status"),
        column(words, "old", grow=3),
        column(words, "new", grow=3),
        column(words, "note", grow=2),
    ]
    rows: list[list[Cell]] = []
    for change in changes:
        mark, style = MARKS[change.status]
        old, new = marked(change)
        rows.append(
            [(Span(f"{mark} {words.of('status', change.status)}", style),), old, new, note_of(change.note, words)]
        )
    return without_empty(Sheet(columns, rows))


def marked(change: TaskChange) -> tuple[Rich, Rich]:
    """The two tasks, the words that changed marked; whole words, for a syllable's letters mean nothing alone."""
    old, new = change.old.text if change.old else "", change.new.text if change.new else ""
    if change.status != "changed":
        return old, new
    a, b = _WORD.findall(old), _WORD.findall(new)
    left: list[Span] = []
    right: list[Span] = []
    words = SequenceMatcher(None, [w.strip().lower() for w in a], [w.strip().lower() for w in b], autojunk=False)
    for tag, i1, i2, j1, j2 in words.get_opcodes():
        _add(left, "".join(a[i1:i2]), "plain" if tag == "equal" else "removed")
        _add(right, "".join(b[j1:j2]), "plain" if tag == "equal" else "added")
    return tuple(left), tuple(right)


def _add(spans: list[Span], text: str, style: Style) -> None:
    """Add a run of words; the space before it is not marked."""
    word = text.lstrip()
    if word:
        spans += [Span(text[: -len(word)]), Span(word, style)]


def _figures(changes: list[StatisticChange], words: Wording) -> Sheet:
    columns = [
        column(words, "indicator", grow=2),
        column(words, "old", right=True),
        column(words, "new", right=True),
        column(words, "unit"),
        column(words, "change", right=True),
        column(words, "change_percent", right=True),
    ]
    return without_empty(Sheet(columns, [_figure(change, words) for change in changes]))


def _figure(change: StatisticChange, words: Wording) -> list[Cell]:
    """A figure in both periods; a rate has its sign with it, as everywhere, and moves by points."""
    sign, points = ("%", f" {words.of('note', 'points')}") if change.unit == "%" else ("", "")
    return [
        named(change.indicator, change.kinds, words),
        _number(change.old, words, unit=sign),
        _number(change.new, words, unit=sign),
        "" if sign else change.unit,
        _number(change.change, words, signed=True, unit=points),
        _number(change.change_percent, words, signed=True, places=1),
    ]


def _number(value: float | None, words: Wording, *, signed: bool = False, places: int = 4, unit: str = "") -> Cell:
    if value is None:
        return None
    sign = "+" if signed and value > 0 else ""
    return Number(value, sign + words.number(round(value, places)).replace("-", "−") + unit)
