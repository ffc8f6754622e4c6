"""Records as JSON lines: a dataset that any program can read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from danvan_cli.corpus.datasets import Need
from danvan_cli.corpus.datasets.refusing import check_version
from danvan_cli.reading import ReadError
from danvan_cli.record import Record


def read(path: str, need: Need) -> Iterator[Record]:
    """All records, line by line. Raises :class:`ReadError` at the first line that is none."""
    decoder = msgspec.json.Decoder(Record)
    with Path(path).open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.isspace():
                continue
            try:
                record = decoder.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise ReadError(path, f"line {number} is no record that danvan extract wrote ({error})") from error
            check_version(path, record.schema_version)
            yield record
