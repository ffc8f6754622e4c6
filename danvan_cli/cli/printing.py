"""Sends a listing where the options say: to standard output, or to a file that is whole or not there at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from danvan_cli.cli.options import Output
from danvan_cli.output.formats import Listing, Look, is_binary, renderer


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
