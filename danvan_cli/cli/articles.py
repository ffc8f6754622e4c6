"""What the paths of a command line name, read and parsed; what could not be read is said on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import typer

from danvan_cli.document import Document
from danvan_cli.reading import ReadError, documents
from danvan_cli.record import Record

_Item = TypeVar("_Item")
_NAMED = 5
"""Articles without what was asked for are named one by one up to here."""


def say(message: str) -> None:
    """One line on standard error."""
    from danvan_cli.output.harmless import harmless  # most runs have nothing to say

    sys.stderr.write(f"danvan: {harmless(message).replace(chr(10), ' ')}\n")


class Articles:
    """The articles of some paths, read once, in order; failures are named as they come and remembered."""

    def __init__(self, paths: list[str], *, quiet: bool = False) -> None:
        self.paths = paths
        self.quiet = quiet
        self.failed = False
        self.lacking: list[str] = []
        """Paths of the articles that have nothing of what the command is about."""
        self.read = 0
        self.chosen = 0
        """Items that the options chose."""
        self.one_file = len(paths) == 1 and not Path(paths[0]).is_dir()
        """Whether one article was asked for, not however many a folder holds."""

    def documents(self) -> Iterator[Document]:
        """Each article that can be read."""
        for found in documents(self.paths):
            if isinstance(found, ReadError):
                self.failed = True
                say(str(found))
            else:
                yield found

    def records(self, gives: Callable[[Record], object] | None = None) -> Iterator[Record]:
        """What each of them says; ``gives`` picks what the command is about, to note the articles without it."""
        from danvan_cli.parsing import parse

        for document in self.documents():
            record = parse(document)
            self.read += 1
            if not self.quiet:
                for warning in record.warnings:
                    if warning.code == "not_vietnamese":
                        say(f"{record.source.path}: {warning.message}")
            if gives and not gives(record):
                self.lacking.append(record.source.path)
            yield record

    def choosing(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """The items that the options chose, counted, so that an empty answer can be explained."""
        for item in items:
            self.chosen += 1
            yield item

    def leave(self, thing: str = "") -> None:
        """End the command: name the articles without ``thing``; status 1 where an input could not be read."""
        if not self.quiet:
            if thing and not self.chosen and self.read > len(self.lacking):
                articles = f"{self.read} articles" if self.read > 1 else "the article"
                say(f"no {thing} of {articles} match the options")
            for path in self.lacking[:_NAMED]:
                say(f"{path}: no {thing} in this article")
            if len(self.lacking) > _NAMED:
                say(f"no {thing} in {len(self.lacking) - _NAMED} more")
        if self.failed:
            raise typer.Exit(1)
