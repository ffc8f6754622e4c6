"""What a reader should know before using the figures, by kind of warning."""

from __future__ import annotations

from collections.abc import Iterator

from danvan_cli.output.messages import message_of
from danvan_cli.output.report.citing import View
from danvan_cli.output.report.parts import FOLD_END, folded, link, section
from danvan_cli.output.web.page import escaped
from danvan_cli.record import Record, Warning


def warnings(view: View) -> Iterator[str]:
    """Each kind of warning with the articles that have it."""
    kinds: dict[str, list[tuple[Record, Warning]]] = {}
    for record in view.overview.records:
        for warning in record.warnings:
            kinds.setdefault(warning.code, []).append((record, warning))
    yield from section("warnings", view, "" if kinds else view.says("no_warnings"))
    for code, found in kinds.items():
        yield folded(_kind(code, view), view.words.number(len(found)))
        yield "<ul>"
        for record, warning in found:
            path = record.source.path
            where = link(view.cite.article(path), record.title or path)
            yield f"<li>{where}: {escaped(message_of(warning, view.words))}</li>"
        yield "</ul>"
        yield FOLD_END


def _kind(code: str, view: View) -> str:
    """What warnings of one code have in common; the code itself where no words were written for it."""
    try:
        return view.words.of("warning", code)
    except KeyError:
        return code
