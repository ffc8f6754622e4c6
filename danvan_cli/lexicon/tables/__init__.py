"""What is looked up by key: a TSV file a table. ``#`` opens a comment, the first other line names the columns."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


def rows(path: Path) -> list[list[str]]:
    """The rows of a TSV file, header first; comments and empty lines left out."""
    return [
        line.split("\t")
        for line in path.read_text(encoding="utf-8").split("\n")
        if line.strip() and not line.startswith("#")
    ]


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``NAME.tsv``, each by column name; a cell that is missing at a row's end is empty."""
    header, *data = rows(_HERE / f"{name}.tsv")
    return tuple(dict(zip(header, row + [""] * (len(header) - len(row)), strict=False)) for row in data)
