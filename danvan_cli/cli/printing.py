"""Sends a listing where the options say: to standard output, or to a file that is whole or not there at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from danvan_cli.output.brief import briefed
from danvan_cli.output.formats import Listing, Look, is_binary, renderer

if TYPE_CHECKING:
    from danvan_cli.cli.articles import Articles
    from danvan_cli.output.blocks import Block
    from danvan_cli.output.wording import Lang, Wording
    from danvan_cli.record import Record


class Output(NamedTuple):
    """How and where a command prints."""

    format: str
    path: Path | None
    lang: Lang
    quiet: bool
    color: bool


def lang_of(asked: str | None) -> Lang:
    """The language asked for, else that of the locale; one that names none (C, POSIX, nothing) counts as Vietnamese,
    like the articles.
    """
    if asked is None:
        names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
        name = next((name for name in names if name), "")
        if not name and sys.platform == "win32":
            import locale

            name = locale.getlocale()[0] or ""
        name = name.lower()
        asked = "vi" if not name or name.startswith(("vi", "c.", "posix")) or name == "c" else "en"
    return "en" if asked == "en" else "vi"


def in_color(*, refused: bool) -> bool:
    """Whether colours may be used where they can be seen."""
    return not (refused or os.environ.get("NO_COLOR"))


def show_records(articles: Articles, output: Output) -> None:
    """Print whole records: what ``summarize`` shows and ``extract`` writes."""
    show(Listing(briefed(articles.records(), output.lang), _cards, "record", single=articles.one_file), output)


def _cards(records: Iterable[Record], words: Wording) -> Iterator[Block]:
    """A card a record, loaded only where somebody wants to see it: most want JSON, and fast."""
    from danvan_cli.output.views.card import cards

    return cards(records, words)


def show(listing: Listing, output: Output) -> None:
    """Print ``listing`` in the format and at the place that the options name."""
    render = renderer(output.format)
    with destination(output.path, binary=is_binary(output.format)) as stream:
        terminal = output.path is None and stream.isatty()
        columns = os.environ.get("COLUMNS", "")
        if columns.isdigit() and int(columns) > 0:
            width: int | None = int(columns)
        else:
            width = os.get_terminal_size(stream.fileno()).columns or 80 if terminal else None
        render(listing, stream, Look(output.lang, output.color and terminal, width))


@contextmanager
def destination(path: Path | None, *, binary: bool = False) -> Iterator[Any]:
    """The stream to write to, of text or of bytes; a file appears, or is replaced, only when all of it is written.

    Raises OSError that names ``path`` where it cannot be written.
    """
    if path is None:
        yield sys.stdout.buffer if binary else sys.stdout
        return
    try:
        with _file(path, binary) as stream:
            yield stream
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


@contextmanager
def _file(path: Path, binary: bool) -> Iterator[Any]:
    if path.exists() and not path.is_file():  # a device or a named pipe
        with _opened(path, binary) as stream:
            yield stream
        return
    path = path.resolve()  # a link goes on being a link
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with _opened(part, binary) as stream:
            yield stream
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _opened(path: Path, binary: bool) -> IO[Any]:
    return path.open("wb") if binary else path.open("w", encoding="utf-8", newline="\n")
