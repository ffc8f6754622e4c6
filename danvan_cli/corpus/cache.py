"""What was read before: records by the bytes they were read from, in the cache folder of the user.

One SQLite database in WAL mode: readers never wait, writers for one another a moment, and a process that is killed
leaves nothing half-written. A record is found again only by the same bytes and the same program (code, vocabulary and
the packages that read). Whatever is wrong with the database, the articles are read as if there were none.
"""

from __future__ import annotations

import re
import sqlite3
import sys
import time
import zlib
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from danvan_cli.cache_folder import PATTERNS, VOCABULARY, cache_folder
from danvan_cli.record import Record

_FILE = "records-1.sqlite"
"""The number is that of the table's layout."""
_TABLE = """
create table if not exists records (key blob primary key, day integer not null, record blob not null);
create index if not exists records_day on records (day);
"""
_PARTS = ("reading", "parsing", "lexicon", "record.py", "document.py")
"""What makes a record, in the folder of the package."""
_DAYS = 90
"""Days after which a record is dropped: those of programs and articles that are gone would stay for ever."""
_PATIENCE = 10.0
"""Seconds to wait for another process that writes."""


class Contents(NamedTuple):
    """What a cache holds."""

    path: Path
    records: int
    size: int
    """Bytes on the disk."""


class Cache:
    """A cache in one folder, opened when it is first asked; each process opens its own."""

    def __init__(self, folder: Path, program: bytes) -> None:
        self._path = folder / _FILE
        self._program = program
        self._opened: sqlite3.Connection | None = None
        self._given_up = False
        self._decoder = msgspec.json.Decoder(Record)

    @classmethod
    def of_user(cls) -> Cache:
        """The cache of the user for the program as it is now."""
        return cls(cache_folder(), program())

    def __reduce__(self) -> tuple[type[Cache], tuple[Path, bytes]]:
        """A worker gets the place, not the connection."""
        return Cache, (self._path.parent, self._program)

    def get(self, digest: str, path: str) -> Record | None:
        """The record of the bytes with this SHA-256, as that of an article at ``path``."""
        packed = self._ask("select record from records where key = ?", self._key(digest))
        if packed is None:
            return None
        try:
            record = self._decoder.decode(zlib.decompress(packed))
        except (zlib.error, msgspec.DecodeError, TypeError):
            return None  # a broken entry is none
        if record.source.sha256 != digest:
            return None
        record.source = msgspec.structs.replace(record.source, path=path)
        return record

    def put(self, digest: str, record: Record) -> None:
        """Keep the record of the bytes with this SHA-256."""
        packed = zlib.compress(msgspec.json.encode(record), 1)
        self._ask("insert or replace into records values (?, ?, ?)", self._key(digest), _today(), packed)

    def forget_old(self) -> None:
        """Drop what was kept too long ago."""
        self._ask("delete from records where day < ?", _today() - _DAYS)

    def _key(self, digest: str) -> bytes:
        return bytes.fromhex(digest) + self._program

    def _ask(self, statement: str, *values: object) -> Any:
        """The one value of the answer, ``None`` where there is none; a fault ends the use of the cache, no reading."""
        if self._given_up:
            return None
        try:
            if self._opened is None:
                self._opened = _open(self._path)
            row = self._opened.execute(statement, values).fetchone()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):  # a full disk, a folder that nobody may write to
                self._give_up()
        except sqlite3.DatabaseError:  # no database, or one with holes
            self._give_up()
            _remove(self._path)
        except OSError:
            self._give_up()
        else:
            return row[0] if row else None
        return None

    def _give_up(self) -> None:
        self._given_up = True
        if self._opened is not None:
            with suppress(sqlite3.Error):
                self._opened.close()
            self._opened = None


def _open(path: Path) -> sqlite3.Connection:
    """The database at ``path``, made where there is none; a file that is no database is replaced."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)  # it quotes what its user reads
    try:
        return _connect(path)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        _remove(path)
        return _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        database.execute("pragma journal_mode = wal")
        database.execute("pragma synchronous = normal")  # a loss of power costs the last records, not the database
        database.executescript(_TABLE)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _remove(path: Path) -> None:
    """Delete the database; whoever has it open goes on with what is no longer there."""
    for file in _files(path):
        with suppress(OSError):
            file.unlink(missing_ok=True)


def _files(path: Path) -> list[Path]:
    """The database and what belongs to it, which must not outlive it."""
    return [path.with_name(path.name + ending) for ending in ("-wal", "-shm", "")]


def contents() -> Contents:
    """What the cache of the user holds. Raises OSError where it cannot be read."""
    path = cache_folder() / _FILE
    if not path.is_file():
        return Contents(path, 0, 0)
    try:
        with closing(_connect(path)) as database:
            (records,) = database.execute("select count(*) from records").fetchone()
    except sqlite3.Error as error:
        raise OSError(None, str(error), str(path)) from error
    return Contents(path, records, sum(file.stat().st_size for file in _files(path) if file.is_file()))


def clear() -> Contents:
    """Delete the cache of the user; what it held. Raises OSError where it cannot be deleted."""
    path = cache_folder() / _FILE
    try:
        held = contents()
    except OSError:
        held = Contents(path, 0, path.stat().st_size)  # whatever it is
    for file in [*_files(path), path.with_name(VOCABULARY), path.with_name(PATTERNS)]:
        file.unlink(missing_ok=True)
    return held


def program() -> bytes:
    """What stands for everything that makes a record out of bytes: code, vocabulary, Python, the packages used."""
    import unicodedata

    import danvan_cli

    home = Path(danvan_cli.__file__).parent
    digest = sha256(f"{sys.version_info[:2]} {unicodedata.unidata_version} {danvan_cli.__version__}".encode())
    for part in _PARTS:
        place = home / part
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.suffix in (".py", ".tsv"):
                digest.update(file.relative_to(home).as_posix().encode() + b"\0" + sha256(file.read_bytes()).digest())
    for package in _packages():
        digest.update(package.encode())
    return digest.digest()[:16]


def _packages() -> list[str]:
    """The packages that danvan stands on, with their versions."""
    from importlib.metadata import PackageNotFoundError, requires, version

    found = []
    with suppress(PackageNotFoundError):
        for line in requires("danvan-cli") or ():
            name = re.match(r"[\w.-]+", line)
            if name and not re.search(r"extra == .(?:test|dev|cluster)\b", line):
                with suppress(PackageNotFoundError):
                    found.append(f"{name[0]} {version(name[0])}")
    return sorted(found)


def _today() -> int:
    return int(time.time() // 86400)
