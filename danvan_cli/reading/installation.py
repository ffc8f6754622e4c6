"""What this installation reads: each format, the libraries that it needs, and whether they are there and work."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

import msgspec

from danvan_cli.reading.encodings import NAMES as ENCODINGS
from danvan_cli.reading.formats import FORMATS, Format

__all__ = ["ENCODINGS", "Library", "Reads", "reads", "refuses"]


_NO_DOCUMENTS = frozenset({"binary", "locked", "parquet", "program", "sqlite"})
"""What nobody takes for an article; the datasets among them have readers of their own."""


class Library(msgspec.Struct):
    """A package that a format needs."""

    name: str
    version: str | None
    """``None`` where it is not installed."""
    problem: str | None = None
    """What Python says where it is installed and cannot be imported."""


class Reads(msgspec.Struct):
    """A format that danvan has a reader for."""

    format: str
    label: str
    endings: list[str]
    libraries: list[Library]
    works: bool


def reads() -> list[Reads]:
    """Every format with a reader. Imports the libraries: one that is there may still be broken."""
    return [_asked(format_) for format_ in FORMATS.values() if format_.reader]


def refuses() -> list[str]:
    """Documents and pictures that are known and not read; for each a message says what to do."""
    return [
        format_.name for format_ in FORMATS.values() if format_.reader is None and format_.name not in _NO_DOCUMENTS
    ]


def _asked(format_: Format) -> Reads:
    libraries = [_library(package, module) for package, module in format_.libraries]
    works = all(library.version and not library.problem for library in libraries)
    label = format_.label.removeprefix("a ").removeprefix("an ")
    return Reads(format_.name, label[:1].upper() + label[1:], list(format_.suffixes), libraries, works)


def _library(package: str, module: str) -> Library:
    try:
        found = version(package)
    except PackageNotFoundError:
        return Library(package, None)
    try:
        import_module(module)
    except ImportError as error:
        return Library(package, found, str(error).partition("\n")[0])
    return Library(package, found)
