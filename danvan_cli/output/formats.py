"""The formats that danvan prints, each loaded only when it is asked for.

To add one: a row here, and a module with ``render(listing, stream, look)``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:  # JSON needs none of these
    from danvan_cli.output.blocks import Block
    from danvan_cli.output.wording import Lang, Wording


class Look(NamedTuple):
    """How people will see it."""

    lang: Lang
    color: bool
    """Colours and styles: a terminal shows it, and nobody asked for none."""
    width: int | None
    """Columns; ``None`` where nothing limits a line."""


class Listing(NamedTuple):
    """What a command has to say, before any format."""

    items: Iterable[Any]
    """The msgspec Structs that JSON prints, in order; read once, so that a thousand articles need not fit in memory."""
    view: Callable[[Iterable[Any], Wording], Iterable[Block]]
    """The items as people read them."""
    kind: str
    """What the items are, by the name that ``danvan schema`` knows it by: a spreadsheet has its tables by it."""
    single: bool = False
    """One thing was asked for: JSON prints an object, no array of one."""


class Renderer(Protocol):
    """Prints a listing on a stream, of text or of bytes as its format says, and flushes nothing."""

    def __call__(self, listing: Listing, stream: Any, look: Look) -> None:
        """Print ``listing`` the way ``look`` says."""


class Format(NamedTuple):
    """A format by name, the module that renders it, and the file endings that mean it."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    everywhere: bool = True
    """Whether every command prints it; one that does not is named by those that do."""
    binary: bool = False
    """Whether it is bytes that nobody can read in a terminal."""


FORMATS = (
    Format("table", "danvan_cli.output.terminal", (".txt",)),
    Format("json", "danvan_cli.output.json_array", (".json",)),
    Format("md", "danvan_cli.output.markdown", (".md", ".markdown")),
    Format("html", "danvan_cli.output.web.blocks", (".html", ".htm")),
    Format("jsonl", "danvan_cli.output.json_lines", (".jsonl", ".ndjson")),
    Format("csv", "danvan_cli.output.comma_separated", (".csv",)),
    Format("xlsx", "danvan_cli.output.workbook", (".xlsx",), binary=True),
    Format("parquet", "danvan_cli.output.parquet", (".parquet",), everywhere=False, binary=True),
    Format("sqlite", "danvan_cli.output.sqlite", (".sqlite", ".db"), everywhere=False, binary=True),
    Format("popolo", "danvan_cli.output.popolo", (), everywhere=False),
)

NAMES = tuple(format_.name for format_ in FORMATS if format_.everywhere)
"""Of the formats that every command prints."""


def by_suffix(suffix: str) -> str | None:
    """The format that a file ending means, if one does."""
    return next((format_.name for format_ in FORMATS if suffix.lower() in format_.suffixes), None)


def renderer(name: str) -> Renderer:
    """The renderer of the format ``name``."""
    render: Renderer = import_module(_named(name).module).render
    return render


def is_binary(name: str) -> bool:
    """Whether the format ``name`` is bytes that nobody can read in a terminal."""
    return _named(name).binary


def _named(name: str) -> Format:
    return next(format_ for format_ in FORMATS if format_.name == name)
