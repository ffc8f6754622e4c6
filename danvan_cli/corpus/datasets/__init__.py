"""Datasets: the records of many articles in one file, written by ``danvan extract`` and read in the place of a folder.

Each kind is a module with ``write(records, stream)`` and ``read(path, need)``. What a file is its first bytes tell; a
name that ends like a dataset's promises one.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple

from danvan_cli.reading import ReadError
from danvan_cli.record import Record

__all__ = ["EVERYTHING", "Need", "is_dataset", "read_dataset"]


class Need(NamedTuple):
    """What a question needs of a dataset; a kind of dataset that can leaves the rest unread."""

    parts: tuple[str, ...] = ()
    """Fields of the record; all of them where empty. The others may come with their defaults."""
    provinces: tuple[str, ...] = ()
    """Names in ``locality.province``; any where empty. Records of others may come all the same."""
    since: str | None = None
    """First ISO day that a record, or anything in it, is about, and with it all records on the same period."""
    until: str | None = None
    """The last one."""


EVERYTHING: Final = Need()


class _Kind(NamedTuple):
    module: str
    magic: bytes
    suffixes: tuple[str, ...]


_KINDS: Final = (
    _Kind("json_lines", b'{"source":{"path":', (".jsonl", ".ndjson")),
    _Kind("parquet", b"PAR1", (".parquet",)),
    _Kind("sqlite", b"SQLite format 3\x00", (".sqlite", ".db")),
)


def is_dataset(path: str) -> bool:
    """Whether ``path`` is a file that is, or should be, a dataset."""
    return _kind(path) is not None


def read_dataset(path: str, need: Need) -> Iterator[Record]:
    """The records of the dataset at ``path``, in the order they were written.

    Raises :class:`ReadError` where it is none that this version of danvan wrote.
    """
    kind = _kind(path)
    if kind is None:
        raise ReadError(path, "is no dataset of danvan; give a file that danvan extract wrote")
    records: Iterator[Record] = import_module(f"{__name__}.{kind.module}").read(path, need)
    return records


def _kind(path: str) -> _Kind | None:
    file = Path(path)
    if not file.is_file():
        return None
    with file.open("rb") as opened:
        head = opened.read(32)
    ending = file.suffix.lower()
    return next((kind for kind in _KINDS if head.startswith(kind.magic) or ending in kind.suffixes), None)
