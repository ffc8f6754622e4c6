"""What the tests share: a text as an article, and the rows of ``tests/examples``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from danvan_cli.document import Document
from danvan_cli.parsing import parse
from danvan_cli.parsing.article import Article
from danvan_cli.reading import read_bytes
from danvan_cli.record import Record

TESTS = Path(__file__).parent
ROOT = TESTS.parent


def document(text: str) -> Document:
    """``text`` as the file of an article, read the way every file is."""
    return read_bytes(text.encode(), "example.txt")


def article(text: str) -> Article:
    """``text`` as the rules see it."""
    return Article(document(text))


def record(text: str) -> Record:
    """Everything danvan reads out of ``text``."""
    return parse(document(text))


def examples(name: str) -> list[dict[str, Any]]:
    """The rows of ``examples/NAME.toml``: a ``text``, what it must give, and ``why`` the row is there.

    A row whose expectation is empty is a negative: a text that must give nothing.
    """
    rows: list[dict[str, Any]] = tomllib.loads((TESTS / "examples" / f"{name}.toml").read_text(encoding="utf-8"))[
        "example"
    ]
    for row in rows:
        assert row.get("why"), f"{name}: a row without its reason: {row['text'][:60]}"
    return rows
