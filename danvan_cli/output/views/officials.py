"""People as a table: the officials of one article, and persons over many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from danvan_cli.output.blocks import Block, Cell, Heading, Items, Number, Rich, Sheet, Span
from danvan_cli.output.views.parts import actions_of, column, without_empty
from danvan_cli.output.wording import Wording
from danvan_cli.record import Official

if TYPE_CHECKING:  # a card shows none of these: they would only cost it time
    from danvan_cli.corpus.people import Deed, Office, Person


def officials_sheet(officials: list[Official], words: Wording) -> Sheet:
    """Name, positions and actions, a row an official."""
    columns = [column(words, "name"), column(words, "positions", grow=3), column(words, "actions", grow=1)]
    rows: list[list[Cell]] = [
        [
            official.name,
            "\n".join(position.title for position in official.positions),
            actions_of(official.actions, words),
        ]
        for official in officials
    ]
    return without_empty(Sheet(columns, rows))


def persons(found: Iterable[Person], words: Wording) -> Iterator[Block]:
    """A row a person; years, provinces and counts of articles only where they tell something apart."""
    rows = list(found)
    if not rows:
        return
    several = any(person.articles > 1 for person in rows) or len({a.source for p in rows for a in p.appearances}) > 1
    columns = [
        column(words, "name"),
        column(words, "province"),
        column(words, "positions", grow=4),
        column(words, "actions", grow=1),
        column(words, "articles", right=True),
        column(words, "certainty"),
    ]
    yield without_empty(
        Sheet(
            columns,
            [
                [
                    person.name,
                    person.province,
                    "\n".join(_office(office, several, words) for office in person.offices),
                    ", ".join(_deed(deed, words) for deed in person.actions),
                    Number(person.articles, words.number(person.articles)) if several else None,
                    _certainty(person, words),
                ]
                for person in rows
            ],
        )
    )
    yield from _reasons(rows, words)


def _office(office: Office, dated: bool, words: Wording) -> str:
    """A title with the years of the articles that give it: "Bí thư Tỉnh ủy (2017–2019; nguyên: 2021)"."""
    years = ["–".join(dict.fromkeys(day[:4] for day in (office.first, office.last) if day))]
    if office.first and office.left_by:
        years.append(f"{words.of('note', 'former')}: {office.left_by[:4]}")
    return f"{office.title} ({'; '.join(years)})" if dated and years[0] else office.title


def _deed(deed: Deed, words: Wording) -> str:
    action = words.of("action", deed.action)
    return f"{action} ×{deed.articles}" if deed.articles > 1 else action


def _certainty(person: Person, words: Wording) -> str | None:
    """How sure the row is one person; nothing where nothing speaks against it."""
    return words.of("certainty", person.certainty) if person.doubts else None


def _reasons(rows: list[Person], words: Wording) -> Iterator[Block]:
    """Why some rows may not be one person."""
    doubtful = [person for person in rows if person.doubts]
    if not doubtful:
        return
    yield Heading(words.of("heading", "doubts"), 2)
    yield Items([("•", _why(person, words), "") for person in doubtful])


def _why(person: Person, words: Wording) -> Rich:
    reasons = "; ".join(words.of("doubt", doubt.code).format(*doubt.about) for doubt in person.doubts)
    who = ", ".join(filter(None, (person.name, person.province)))
    return Span(f"{who}: "), Span(reasons, "dim")
