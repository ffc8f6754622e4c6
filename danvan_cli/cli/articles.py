"""What the paths of a command line name, read and parsed; what could not be read is said on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from danvan_cli.corpus.datasets import EVERYTHING, Need, is_dataset, read_dataset
from danvan_cli.document import Document
from danvan_cli.reading import ReadError, documents, inputs, is_archive
from danvan_cli.reading.web_archives import is_web_archive
from danvan_cli.record import Record

if TYPE_CHECKING:
    from danvan_cli.cli.interrupting import Interruption
    from danvan_cli.cli.progress import Progress
    from danvan_cli.corpus.running import Outcome

_Item = TypeVar("_Item")
_NAMED = 5
"""Articles without what was asked for are named one by one up to here."""


def say(message: str) -> None:
    """One line on standard error."""
    from danvan_cli.output.harmless import harmless  # most runs have nothing to say

    sys.stderr.write(f"danvan: {harmless(message).replace(chr(10), ' ')}\n")


def holds_many(path: str) -> bool:
    """Whether ``path`` is a folder, or an archive or a dataset in the place of one."""
    return Path(path).is_dir() or is_dataset(path) or is_archive(path) or is_web_archive(path)


def _records_of(dataset: str, need: Need) -> Iterator[Outcome]:
    try:
        yield from read_dataset(dataset, need)
    except ReadError as error:
        yield error


class Running(NamedTuple):
    """How many articles are read."""

    jobs: int | None = None
    """Processes; ``None`` for all cores."""
    cached: bool = True
    """Whether what was read before is taken from the cache."""
    scheduler: str | None = None
    """Address of the Dask cluster that reads."""


ON_ALL_CORES = Running()


class Articles:
    """The articles of some paths, read once, in order; failures are named as they come and remembered."""

    def __init__(self, paths: list[str], *, quiet: bool = False, running: Running = ON_ALL_CORES) -> None:
        self.paths = paths
        self.quiet = quiet
        self.running = running
        self.failures = 0
        self.lacking: list[str] = []
        """Paths of the articles that have nothing of what the command is about."""
        self.read = 0
        self.chosen = 0
        """Items that the options chose."""
        self.one_file = len(paths) == 1 and not holds_many(paths[0])
        """Whether one article was asked for, not however many a folder or a dataset holds."""
        self.progress: Progress | None = None
        self.interruption: Interruption | None = None

    def documents(self) -> Iterator[Document]:
        """Each article that can be read."""
        for path in filter(is_dataset, self.paths):
            self._fail(ReadError(path, "is a dataset, which holds no articles, only what was read of them; give those"))
        for found in documents(path for path in self.paths if not is_dataset(path)):
            if isinstance(found, ReadError):
                self._fail(found)
            else:
                yield found

    def records(self, gives: Callable[[Record], object] | None = None, need: Need = EVERYTHING) -> Iterator[Record]:
        """What each of them says; ``gives`` picks what the command is about, to note the articles without it.

        ``need`` says what may be left out of a dataset, because the command asks for nothing of it.
        """
        for found in self._outcomes(need):
            if self.progress:
                self.progress.step(failed=isinstance(found, ReadError))
            if isinstance(found, ReadError):
                self._fail(found)
                continue
            self.read += 1
            if not self.quiet:
                for warning in found.warnings:
                    if warning.code == "not_vietnamese":
                        self._say(f"{found.source.path}: {warning.message}")
            if gives and not gives(found):
                self.lacking.append(found.source.path)
            yield found
        if self.interruption and self.interruption.asked and not self.read:
            raise KeyboardInterrupt  # there is nothing to keep

    @contextmanager
    def progressing(self, path: Path | None) -> Iterator[None]:
        """Show on standard error how far it is, where a person sees it and nothing else is printed there."""
        if not self.quiet and sys.stderr.isatty() and (path or not sys.stdout.isatty()):
            from danvan_cli.cli.progress import Progress

            self.progress = Progress(self._count)
        try:
            yield
        finally:
            if self.progress:
                self.progress.clear()
                self.progress = None

    def _count(self) -> int | None:
        """How many inputs there are; unknown where a dataset would have to be read to tell."""
        return None if any(map(is_dataset, self.paths)) else sum(1 for _ in inputs(self.paths))

    def _outcomes(self, need: Need) -> Iterator[Outcome]:
        """The outcome of each input, until Ctrl-C where it may leave a part."""
        found = self._all_outcomes(need)
        return self.interruption.until(found) if self.interruption else found

    def _all_outcomes(self, need: Need) -> Iterator[Outcome]:
        from danvan_cli.corpus.running import outcomes

        for stored, paths in groupby(self.paths, is_dataset):
            if stored:
                yield from chain.from_iterable(_records_of(path, need) for path in paths)
            else:
                yield from outcomes(inputs(paths), **self.running._asdict())

    def _fail(self, error: ReadError) -> None:
        self.failures += 1
        self._say(str(error))

    def _say(self, message: str) -> None:
        if self.progress:
            self.progress.clear()
        say(message)

    def choosing(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """The items that the options chose, counted, so that an empty answer can be explained."""
        for item in items:
            self.chosen += 1
            yield item

    def leave(self, thing: str = "") -> None:
        """End the command: name the articles without ``thing``, and leave with :meth:`status` where it is not 0."""
        if not self.quiet:
            if thing and not self.chosen and self.read > len(self.lacking):
                articles = f"{self.read} articles" if self.read > 1 else "the article"
                say(f"no {thing} of {articles} match the options")
            for path in self.lacking[:_NAMED]:
                say(f"{path}: no {thing} in this article")
            if len(self.lacking) > _NAMED:
                say(f"no {thing} in {len(self.lacking) - _NAMED} more")
        if status := self.status():
            from typer import Exit

            raise Exit(status)

    def status(self) -> int:
        """The exit status: 1 where an input could not be read; 130, as ever, where Ctrl-C ended the reading."""
        if self.interruption and self.interruption.asked:
            say(f"stopped after {self.read + self.failures} inputs; what was read of them is written")
            return 130
        if self.failures > 1:
            say(f"{self.failures} inputs could not be read")
        return 1 if self.failures else 0
