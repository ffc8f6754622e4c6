"""What became of the tasks of each body with two comparable periods."""

from __future__ import annotations

from collections.abc import Iterator

from danvan_cli.output.messages import note_of
from danvan_cli.output.report.citing import View
from danvan_cli.output.report.parts import FOLD_END, folded, link, section
from danvan_cli.output.views.changes import MARKS, marked
from danvan_cli.output.views.parts import warned
from danvan_cli.output.web.page import escaped, rich
from danvan_cli.record import Diff, DiffSide, Task, TaskChange


def task_changes(view: View) -> Iterator[str]:
    """A body after another: its two periods, how many tasks stayed, changed, went and came, and which."""
    found = view.overview.changes
    yield from section("changes", view, view.says("changes_note" if found else "no_changes"))
    for compared in found:
        yield from _body(compared, view)


def _body(compared: Diff, view: View) -> Iterator[str]:
    words = view.words
    counts = ", ".join(
        f"{count} {words.of('status', status)}"
        for status in MARKS
        if (count := sum(change.status == status for change in compared.changes))
    )
    periods = " → ".join(words.period(side.reported_period) for side in (compared.old, compared.new))
    name = words.locality(compared.new.locality)
    yield folded(f"{name} · {periods}", counts)
    for note in warned(compared.warnings, words).rows:
        yield f'<p class="dim">! {rich(note[1])}</p>'
    heads = [_side("old", compared.old, view), _side("new", compared.new, view)]
    yield f'<table class="diff"><thead><tr><th></th>{"".join(f"<th>{head}</th>" for head in heads)}</tr></thead><tbody>'
    yield from (_row(change, compared, view) for change in compared.changes)
    yield "</tbody></table>"
    yield FOLD_END


def _side(key: str, side: DiffSide, view: View) -> str:
    path = side.source.path
    return f"{escaped(view.words.of('field', key))}: {link(view.cite.article(path), side.title or path)}"


def _row(change: TaskChange, compared: Diff, view: View) -> str:
    mark, style = MARKS[change.status]
    status = f'<td class="{style}">{mark} {escaped(view.words.of("status", change.status))}</td>'
    old, new = marked(change)
    if change.old and change.new and change.old.text == change.new.text:
        same = _task(change.new, rich(new), compared.new, view)
        return f'<tr>{status}<td colspan="2">{same}</td></tr>'
    note = f'<br><span class="dim">{escaped(note_of(change.note, view.words))}</span>' if change.note else ""
    cells = [
        (view.words.of("field", "old"), change.old, old, compared.old, ""),
        (view.words.of("field", "new"), change.new, new, compared.new, note),
    ]
    shown = "".join(
        f'<td data-label="{escaped(label)}"><div>{_task(task, rich(text), side, view)}{more}</div></td>'
        if task
        else "<td></td>"
        for label, task, text, side, more in cells
    )
    return f"<tr>{status}{shown}</tr>"


def _task(task: Task, shown: str, side: DiffSide, view: View) -> str:
    return f'<a href="#{view.cite.of(side.source.path, task.evidence)}">{shown}</a>'
