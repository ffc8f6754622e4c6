"""Records as an SQLite database: tables to join and to open in any tool.

One table a question, each row with the article it is of, and a table ``records`` with the whole records as JSON, which
is what danvan itself reads.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

import msgspec

from danvan_cli.corpus.datasets import Need
from danvan_cli.corpus.datasets.refusing import check_version, foreign, unreadable
from danvan_cli.record import SCHEMA_VERSION, Evidence, Period, Record

_OURS = 0x64766E31
"""``application_id`` of the file: "dvn1"."""
_Row = tuple[Any, ...]


def write(records: Iterable[Record], stream: BinaryIO) -> None:
    """Write ``records`` on ``stream`` as one database."""
    with TemporaryDirectory(prefix="danvan-") as folder:
        path = Path(folder) / "corpus.sqlite"
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.executescript("pragma journal_mode = off; pragma synchronous = off;")
            database.executescript(files(__package__).joinpath("tables.sql").read_text(encoding="utf-8"))
            database.execute(f"pragma application_id = {_OURS}")
            database.execute(f"pragma user_version = {SCHEMA_VERSION}")
            database.execute("begin")
            for number, record in enumerate(records, 1):
                _insert(database, number, record)
            database.execute("commit")
        with path.open("rb") as file:
            shutil.copyfileobj(file, stream, 1 << 20)


def read(path: str, need: Need) -> Iterator[Record]:
    """The records that ``need`` may mean, in order.

    Raises :class:`ReadError` where danvan did not write the file, or another version did.
    """
    decoder = msgspec.json.Decoder(Record)
    statement = "select record from records join articles on articles.id = records.article"
    if need.provinces:
        statement += f" where province in ({', '.join('?' * len(need.provinces))})"
    try:
        # Only read: a database on a medium that nobody can write to serves as well.
        with closing(sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True)) as database:
            if database.execute("pragma application_id").fetchone()[0] != _OURS:
                raise foreign(path, "an SQLite database")
            check_version(path, database.execute("pragma user_version").fetchone()[0])
            for (text,) in database.execute(f"{statement} order by articles.id", need.provinces):
                yield decoder.decode(text)
    except sqlite3.Error as error:
        raise unreadable(path, "an SQLite database", error) from error
    except msgspec.DecodeError as error:
        raise foreign(path, "an SQLite database") from error


def _insert(database: sqlite3.Connection, number: int, record: Record) -> None:
    """One article into all tables."""
    event, place, source = record.event, record.locality, record.source
    _add(
        database,
        "articles",
        [
            (
                number,
                *(source.path, source.format, source.sha256, source.characters),
                *(record.title, record.published, record.outlet, record.author),
                *(event.kind, event.date, event.date_text, event.part_of_day, event.organizer, event.place),
                *(place.level, place.province, place.province_code, place.province_today),
                *(place.district, place.commune),
                *_period(record.reported_period),
                *_period(record.planned_period),
                record.summary.brief,
            )
        ],
    )
    _add(database, "records", [(number, msgspec.json.encode(record).decode())])
    for i, official in enumerate(record.officials):
        key = (number, i)
        _add(database, "officials", [(*key, official.name, official.honorific)])
        _add(
            database,
            "positions",
            (
                (*key, p.title, p.role, p.organization, p.province, p.level, p.former, p.acting, *_words(p.evidence))
                for p in official.positions
            ),
        )
        _add(database, "actions", ((*key, a.action, *_words(a.evidence)) for a in official.action_evidence))
    _add(
        database,
        "statistics",
        (
            (
                *(number, i, s.indicator, s.label, s.value, s.unit, s.bound, ",".join(s.kinds), *_period(s.period)),
                *((s.change.direction, s.change.value, s.change.unit) if s.change else (None, None, None)),
                *(s.scope, s.derived, s.of, s.parent, *_words(s.evidence)),
            )
            for i, s in enumerate(record.statistics)
        ),
    )
    _add(
        database,
        "tasks",
        (
            (number, t.number, t.text, *_period(t.period), t.assigned_by, t.deadline, t.theme, *_words(t.evidence))
            for t in record.tasks
        ),
    )
    _add(
        database,
        "targets",
        ((number, t.number, one.value, one.unit, one.bound, one.text) for t in record.tasks for one in t.targets),
    )
    _add(database, "shortcomings", ((number, one.text, *_words(one.evidence)) for one in record.shortcomings))
    _add(database, "warnings", ((number, one.code, one.message) for one in record.warnings))


def _add(database: sqlite3.Connection, table: str, rows: Iterable[_Row]) -> None:
    for row in rows:
        database.execute(f"insert into {table} values ({', '.join('?' * len(row))})", row)


def _period(period: Period | None) -> _Row:
    return (period.label, period.start, period.end) if period else (None, None, None)


def _words(evidence: Evidence) -> _Row:
    return evidence.start, evidence.end, evidence.text
