"""Records as Parquet: small on the disk, and a question reads only the columns it needs.

DuckDB writes and reads it. The columns are the fields of the record, nested as in JSON, with the same names. Records
are written in parts, each as soon as it is full, and the parts are joined in the end: memory does not grow with them,
and other machines can write parts as well.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

import msgspec
from msgspec import inspect

from danvan_cli.corpus.datasets import Need
from danvan_cli.corpus.datasets.refusing import check_version, foreign, unreadable
from danvan_cli.record import SCHEMA_VERSION, Record

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_PART = 1000
"""Records that are held before they are written."""
_GROUP = 4096
"""Records of a row group, which is what is held while the parts are joined, and what a filter can pass over."""
_MEMORY = "2GB"
"""What DuckDB may hold at most; it takes a fraction of that."""
_WRITERS = 1
"""Threads that write: each holds a row group, and the articles are read by other processes meanwhile."""
_FETCHED = 256
"""Records that are taken out of DuckDB at a time."""
_KEY = "danvan_schema_version"


def write(records: Iterable[Record], stream: BinaryIO) -> None:
    """Write ``records`` on ``stream`` as one Parquet file."""
    encoder = msgspec.json.Encoder()
    lines = map(encoder.encode, records)
    with TemporaryDirectory(prefix="danvan-") as folder:
        parts: list[Path] = []
        while (part := list(islice(lines, _PART))) or not parts:
            parts.append(Path(folder) / f"{len(parts):06}.parquet")
            write_part(part, parts[-1])
        join(parts, stream)


def write_part(lines: Sequence[bytes], path: Path) -> None:
    """Write records, each as JSON, as a Parquet file at ``path``."""
    rows = path.with_suffix(".jsonl")
    with rows.open("wb") as file:
        file.writelines(line + b"\n" for line in lines)
    columns = ", ".join(f"{_text(name)}: {_text(kind)}" for name, kind in _columns().items())
    longest = max(map(len, lines), default=0) + 1
    with _database(_WRITERS) as database:
        database.execute(
            f"copy (select * from read_json({_text(rows)}, format = 'newline_delimited', columns = {{{columns}}}, "
            f"maximum_object_size = {max(longest, 1 << 20)})) "
            f"to {_text(path)} (format parquet, compression zstd, row_group_size {_GROUP})"
        )
    rows.unlink()


def join(parts: Sequence[Path], stream: BinaryIO) -> None:
    """Write the records of all ``parts``, in order, on ``stream`` as one Parquet file."""
    with TemporaryDirectory(prefix="danvan-") as folder:
        whole = Path(folder) / "whole.parquet"
        with _database(_WRITERS) as database:
            names = ", ".join(map(_text, parts))
            database.execute(
                f"copy (select * from read_parquet([{names}])) to {_text(whole)} (format parquet, compression zstd, "
                f"row_group_size {_GROUP}, kv_metadata {{{_KEY}: '{SCHEMA_VERSION}'}})"
            )
        with whole.open("rb") as file:
            shutil.copyfileobj(file, stream, 1 << 20)


def read(path: str, need: Need) -> Iterator[Record]:
    """The records that ``need`` may mean, in order, without the columns that it does not need.

    Raises :class:`ReadError` where danvan did not write the file, or another version did.
    """
    import duckdb

    decoder = msgspec.json.Decoder(Record)
    names = [name for name in _columns() if not need.parts or name in need.parts]
    row = ", ".join(f"{_name(name)}: {_name(name)}" for name in names)
    condition, values = _condition(need)
    with _database() as database:
        try:
            _check(database, path)
            found = database.execute(
                f"select to_json({{{row}}}) from read_parquet($path) where {condition}",
                {"path": path, **values},
            )
            while rows := found.fetchmany(_FETCHED):
                yield from (decoder.decode(text) for (text,) in rows)
        except duckdb.Error as error:
            raise unreadable(path, "a Parquet file", error) from error
        except msgspec.DecodeError as error:
            raise foreign(path, "a Parquet file") from error


def _condition(need: Need) -> tuple[str, dict[str, object]]:
    """What the rows must be, and the values in it."""
    conditions, values = ["true"], dict[str, object]()
    if need.provinces:
        values |= {f"province{i}": name for i, name in enumerate(need.provinces)}  # one by one: a list is no filter
        conditions.append(f"locality.province in ({', '.join(f'${key}' for key in values)})")
    if need.since or need.until:
        values |= {"since": need.since or "", "until": need.until or "9"}
        periods = [
            f"({name}.end >= $since and {name}.start <= $until)" for name in ("reported_period", "planned_period")
        ]
        own = "lambda one: one.period.end >= $since and one.period.start <= $until"
        lists = [f"len(list_filter({name}, {own})) > 0" for name in ("statistics", "tasks")]
        day = "coalesce(event.date, published[:10]) between $since and $until"
        touches = " or ".join([*periods, *lists, day])
        before = " and ".join(conditions)
        # Copies of a report are told by the reports on the same period: one is left out with all, or none.
        conditions.append(
            f"({touches} or reported_period is null or (reported_period.start, reported_period.end) in (select "
            f"(reported_period.start, reported_period.end) from read_parquet($path) where {before} and ({touches})))"
        )
    return " and ".join(conditions), values


def _check(database: DuckDBPyConnection, path: str) -> None:
    found = database.execute("select key, value from parquet_kv_metadata(?)", [path]).fetchall()
    versions = [value.decode() for key, value in found if key.decode() == _KEY]
    if not versions:
        raise foreign(path, "a Parquet file")
    check_version(path, int(versions[0]))


def _database(threads: int | None = None) -> DuckDBPyConnection:
    """DuckDB without a file of its own, kept from the network."""
    import duckdb

    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": _MEMORY,
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    return duckdb.connect(config=config if threads is None else {**config, "threads": threads})


@cache
def _columns() -> dict[str, str]:
    """The columns of a dataset with their types, as DuckDB writes them."""
    record = inspect.type_info(Record)
    assert isinstance(record, inspect.StructType)  # noqa: S101 - tells mypy what a Struct is
    return {field.encode_name: _type(field.type) for field in record.fields}


def _type(kind: inspect.Type) -> str:
    match kind:
        case inspect.StructType():
            return f"STRUCT({', '.join(f'{_name(field.encode_name)} {_type(field.type)}' for field in kind.fields)})"
        case inspect.ListType():
            return f"{_type(kind.item_type)}[]"
        case inspect.UnionType():
            (some,) = (one for one in kind.types if not isinstance(one, inspect.NoneType))
            return _type(some)
        case inspect.StrType() | inspect.LiteralType():
            return "VARCHAR"
        case inspect.IntType():
            return "BIGINT"
        case inspect.FloatType():
            return "DOUBLE"
        case inspect.BoolType():
            return "BOOLEAN"
    raise TypeError(f"no column for {kind}")


def _text(value: object) -> str:
    """A value as a string of SQL."""
    return "'" + str(value).replace("'", "''") + "'"


def _name(name: str) -> str:
    return f'"{name}"'
