"""Sends a listing where the options say: to standard output, or to a file that is whole or not there at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import typer

from danvan_cli.cli.options import Output
from danvan_cli.output.formats import Listing, Look, renderer


def check_destination(output: Output) -> None:
    """Make sure, before any article is read, that ``--output`` can be written and may be. Raises BadParameter."""
    path = output.path
    if path is None:
        return
    if path.is_dir():
        raise typer.BadParameter(f"{path} is a folder; name a file in it", param_hint="--output")
    if not path.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {path.parent}; create it first", param_hint="--output")
    if not os.access(path.parent, os.W_OK):
        raise typer.BadParameter(f"you may not write into {path.parent}; choose another folder", param_hint="--output")
    if path.is_file() and not output.force:
        person = sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()
        if not (person and typer.confirm(f"{path} exists. Replace it?", err=True)):
            raise typer.BadParameter(f"{path} exists; add --force to replace it", param_hint="--output")


def show(listing: Listing, output: Output) -> None:
    """Print ``listing`` in the format and at the place that the options name."""
    check_destination(output)
    render = renderer(output.format)
    with destination(output.path) as stream:
        terminal = output.path is None and stream.isatty()
        columns = os.environ.get("COLUMNS", "")
        if columns.isdigit() and int(columns) > 0:
            width: int | None = int(columns)
        else:
            width = os.get_terminal_size(stream.fileno()).columns or 80 if terminal else None
        render(listing, stream, Look(output.lang, output.color and terminal, width))


@contextmanager
def destination(path: Path | None) -> Iterator[TextIO]:
    """The stream to write to; a file appears, or is replaced, only when all of it has been written."""
    if path is None:
        yield sys.stdout
        return
    if path.exists() and not path.is_file():  # a device or a named pipe
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        return
    path = path.resolve()  # a link goes on being a link
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
