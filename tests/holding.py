"""What must hold of any bytes: they are read or refused, and every reading stands on its words."""

from __future__ import annotations

import msgspec
from records import evidence_in

from danvan_cli import parse
from danvan_cli.document import Document
from danvan_cli.reading import ReadError, read_bytes
from danvan_cli.record import Record


def _read(data: bytes) -> Document | None:
    """The bytes as a file; ``None`` where it is refused, which is an answer."""
    try:
        return read_bytes(data, "any")
    except ReadError:
        return None


def reading_holds(data: bytes) -> None:
    """A file of any bytes is an article whose lines lie in its text, in order, or it is refused."""
    document = _read(data)
    if document is None:
        return
    assert document.text.strip()
    places = [(line.start, line.end) for line in document.lines]
    assert places == sorted(places)
    assert all(0 <= start <= end <= len(document.text) for start, end in places)


def parsing_holds(data: bytes) -> None:
    """A text of any words gives a record whose evidence is slices of it, and which JSON gives back as it was."""
    document = _read(data.decode("utf-8", "replace").encode())
    if document is None or document.source.format != "text":
        return
    record = parse(document)
    for evidence in evidence_in(msgspec.to_builtins(record)):
        assert evidence["text"]
        assert document.text[evidence["start"] : evidence["end"]] == evidence["text"]
    assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record
    assert len(record.summary.brief.split()) <= 160
