"""From what was asked for to the articles: a PATH is a file, a folder (with all folders in it), an archive, or ``-``.

In a folder only files count whose name ends in one of :func:`~danvan_cli.reading.formats.suffixes` (``.txt``,
``.text``, and what other readers bring); Markdown does not, for in folders of articles it is the README. Where a folder
has none of them, all its files are tried, so that a folder of reports with other names is not empty without a word.
Archives are read as folders are, and a PATH may go on into one (``a.zip/2023/bai.txt``). Hidden files and folders are
left out. A file that is named outright is always tried.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from danvan_cli.reading.archives import inside, is_archive, member_bytes, members
from danvan_cli.reading.errors import ReadError
from danvan_cli.reading.files import STANDARD_INPUT, read_file, read_standard_input, refusal, shown
from danvan_cli.reading.formats import suffixes
from danvan_cli.reading.web_archives import Page, is_web_archive, page_bytes, pages


class Input(NamedTuple):
    """Something that may hold an article."""

    path: str
    """As the operating system takes it; ``-`` for standard input."""
    member: tuple[str, ...] = ()
    """Where the path is an archive: the file in it (and, where that is an archive, the file in that)."""

    page: Page | None = None
    """Where the path is a web archive: the page in it."""

    @property
    def name(self) -> str:
        """The path as a record or a message may print it; for a file in an archive one that can be asked for.

        A page of a web archive has its address.
        """
        if self.page:
            return shown(self.page.address)
        return "/".join(map(shown, (self.path, *self.member)))

    def read_bytes(self) -> bytes:
        """Its bytes. Raises :class:`ReadError`."""
        if self.page:
            return page_bytes(self.path, self.page)
        if self.member:
            return member_bytes(self.path, self.member)
        return read_standard_input() if self.path == STANDARD_INPUT else read_file(self.path)


def inputs(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Input | ReadError]:
    """Every input that ``paths`` name, in order; folders sorted by name, each folder once.

    What cannot be reached comes as a :class:`ReadError` in its place, so that one bad path costs no other.
    """
    for path in [os.fspath(path) for path in paths]:
        if path == STANDARD_INPUT:
            yield Input(path)
            continue
        try:
            folder = stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116 - Path would lose a trailing slash's meaning
        except (OSError, ValueError) as error:
            found = inside(path)
            yield Input(*found) if found else refusal(path, error)
            continue
        if folder:
            yield from _in_folder(path)
        elif is_archive(path):
            yield from _in_archive(path)
        elif is_web_archive(path):
            yield from _in_web_archive(path)
        else:
            yield Input(path)


def input_at(path: str) -> Input:
    """The one input that ``path`` names, in an archive too."""
    found = None if path == STANDARD_INPUT or os.path.exists(path) else inside(path)  # noqa: PTH110
    return Input(*found) if found else Input(path)


def _in_archive(path: str) -> Iterator[Input | ReadError]:
    for found in members(path):
        yield found if isinstance(found, ReadError) else Input(path, found)


def _in_web_archive(path: str) -> Iterator[Input | ReadError]:
    for found in pages(path):
        yield found if isinstance(found, ReadError) else Input(path, page=found)


def _in_folder(folder: str) -> Iterator[Input | ReadError]:
    wanted = suffixes()
    others: list[Input] = []
    found = False
    for item in _walk(folder):
        if isinstance(item, Input) and is_web_archive(item.path):
            found = True
            yield from _in_web_archive(item.path)
        elif isinstance(item, ReadError) or Path(item.path).suffix.lower() in wanted:
            found = True
            if isinstance(item, Input) and item.path.lower().endswith(".zip") and is_archive(item.path):
                yield from _in_archive(item.path)
            else:
                yield item
        elif not found:
            others.append(item)
    if found:
        return
    if not others:
        kinds = ", ".join(sorted(wanted))
        yield ReadError(shown(folder), f"has no article in it; danvan looks for files that end in {kinds}")
    yield from others


def _walk(folder: str) -> Iterator[Input | ReadError]:
    """Files in a folder and in all below it, by name; a folder that links lead to again is not entered again."""
    entered: set[tuple[int, int]] = set()
    pending = [folder]
    while pending:
        path = pending.pop()
        try:
            status = os.stat(path)  # noqa: PTH116
            if not stat.S_ISDIR(status.st_mode):
                yield Input(path)
                continue
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            names = sorted(os.listdir(path), reverse=True)  # noqa: PTH208 - names as given, of any encoding
        except OSError as error:
            yield refusal(path, error)
            continue
        pending += [os.path.join(path, name) for name in names if not name.startswith(".")]  # noqa: PTH118
