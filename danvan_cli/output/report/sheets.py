"""The sheets that a figure opens: of each article what it is, and the sentences that are cited from it."""

from __future__ import annotations

from collections.abc import Iterator

from danvan_cli.corpus.passages import Passage
from danvan_cli.output.report.citing import View
from danvan_cli.output.report.parts import SHEET_END, link, sheet
from danvan_cli.output.web.page import escaped
from danvan_cli.record import Record


def article_sheets(view: View) -> Iterator[str]:
    """A sheet an article; hidden until a link leads to it or to a sentence of it."""
    for record in view.overview.records:
        yield from _sheet(record, view)


def _sheet(record: Record, view: View) -> Iterator[str]:
    words, cite, path = view.words, view.cite, record.source.path
    published = record.published and words.day(record.published[:10])
    facts = [
        words.locality(record.locality),
        words.period(record.reported_period),
        record.outlet,
        published,
        path,
    ]
    yield sheet(cite.article(path), record.title or words.of("note", "untitled"), view)
    yield f"<p>{escaped(' · '.join(fact for fact in facts if fact))}</p>"
    original = view.overview.copies.get(path)
    if original:
        yield f"<p>{escaped(view.says('copy_of'))} {link(cite.article(original), original)}</p>"
    for place, passage in enumerate(cite.passages.get(path, ())):
        yield f'<p id="{cite.sentence(path, place)}">{_quoted(passage)}</p>'
    yield SHEET_END


def _quoted(passage: Passage) -> str:
    pieces = (f"<mark>{escaped(text)}</mark>" if marked else escaped(text) for text, marked in passage.pieces)
    return "".join(pieces).replace("\n", "<br>")
