"""People as a table: the officials of one article, and persons over many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from danvan_cli.output.blocks import Block, Cell, Number, Sheet
from danvan_cli.output.views.parts import actions_of, column, without_empty
from danvan_cli.output.wording import Wording
from danvan_cli.record import Official

if TYPE_CHECKING:  # a card shows none of these: they would only cost it time
    from danvan_cli.corpus.people import Person


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
    """A row a person; provinces and counts of articles only where they tell something apart."""
    rows = list(found)
    if not rows:
        return
    several = any(person.articles > 1 for person in rows) or len({a.source for p in rows for a in p.appearances}) > 1
    columns = [
        column(words, "name"),
        column(words, "province"),
        column(words, "positions", grow=3),
        column(words, "actions", grow=1),
        column(words, "articles", right=True),
    ]
    yield without_empty(
        Sheet(
            columns,
            [
                [
                    person.name,
                    person.province,
                    "\n".join(person.positions),
                    actions_of(person.actions, words),
                    Number(person.articles, words.number(person.articles)) if several else None,
                ]
                for person in rows
            ],
        )
    )
