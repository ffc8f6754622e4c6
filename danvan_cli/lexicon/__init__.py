"""The vocabulary, as data files that a person who knows the field and no Python can extend.

``terms/*.tsv`` hold the words that the scanner looks for, one a row: ``term``, ``kind``, ``value``. A term matches in
any case and any tone placement, at word boundaries; a term written with a leading ``=`` only in exactly that case.
``tables/*.tsv`` hold what is looked up by key (provinces, districts, outlets). In both, ``#`` opens a comment line and
the first other line names the columns.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from danvan_cli.lexicon.folding import fold, lower, plain

__all__ = ["Term", "fold", "lower", "plain", "table", "terms"]

_HERE = Path(__file__).parent


class Term(NamedTuple):
    """A word or phrase the scanner looks for."""

    text: str
    """Folded."""
    kind: str
    value: str
    exact: str | None
    """The plain spelling, where only that case counts ("=TT")."""


def _rows(path: Path) -> list[list[str]]:
    """The rows of a TSV file, header first; comments and empty lines left out."""
    return [
        line.split("\t")
        for line in path.read_text(encoding="utf-8").split("\n")
        if line.strip() and not line.startswith("#")
    ]


@cache
def terms() -> tuple[Term, ...]:
    """Every term of every file in ``terms/``, in file and row order."""
    found: list[Term] = []
    for path in sorted((_HERE / "terms").glob("*.tsv")):
        for text, kind, value, *_ in _rows(path)[1:]:
            exact = plain(text[1:]) if text.startswith("=") else None
            found.append(Term(fold(text.removeprefix("=")), kind, value, exact))
    return tuple(found)


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``tables/NAME.tsv``, each by column name."""
    header, *rows = _rows(_HERE / "tables" / f"{name}.tsv")
    return tuple(dict(zip(header, row, strict=False)) for row in rows)
