"""Whatever a file holds: every reading stands on its words, none on the page around the article, each time the same."""

from __future__ import annotations

import json
from typing import Any

import msgspec
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from made_up import any_text
from records import evidence_in

from danvan_cli import parse
from danvan_cli.document import Document
from danvan_cli.output.schema import schema
from danvan_cli.reading import ReadError, read_bytes
from danvan_cli.record import Record

VALIDATOR = Draft202012Validator(schema("record"))


def read(text: str) -> Document | None:
    """``text`` as a file; ``None`` where it is refused, which is an answer too."""
    try:
        return read_bytes(text.encode(), "any.txt")
    except ReadError:
        return None


@settings(max_examples=150)
@given(any_text)
def test_every_evidence_is_its_slice_and_none_is_of_the_page_around(text: str) -> None:
    document = read(text)
    if document is None:
        return
    noise = [(line.start, line.end) for line in document.lines if line.kind == "noise"]
    for evidence in evidence_in(msgspec.to_builtins(parse(document))):
        start, end = evidence["start"], evidence["end"]
        assert 0 <= start < end <= len(document.text)
        assert document.text[start:end] == evidence["text"]
        assert [line for line in noise if start < line[1] and line[0] < end] == []


@settings(max_examples=60)
@given(any_text)
def test_the_record_is_valid_under_the_schema_and_comes_back_from_json_as_it_was(text: str) -> None:
    document = read(text)
    if document is None:
        return
    record = parse(document)
    written = msgspec.json.encode(record)
    printed: Any = json.loads(written)
    assert [error.message for error in VALIDATOR.iter_errors(printed)] == []
    assert msgspec.json.decode(written, type=Record) == record


@settings(max_examples=60)
@given(any_text)
def test_the_same_text_gives_the_same_record(text: str) -> None:
    document = read(text)
    assert document == read(text)
    if document is not None:
        assert parse(document) == parse(document)


@settings(max_examples=150)
@given(any_text)
def test_a_brief_is_short_and_a_number_is_a_number(text: str) -> None:
    document = read(text)
    if document is None:
        return
    record = parse(document)
    assert len(record.summary.brief.split()) <= 160
    assert [s for s in record.statistics if not 0 <= s.value < float("inf")] == []
    assert [s.parent for s in record.statistics if s.parent is not None and s.parent >= len(record.statistics)] == []
    for period in (record.reported_period, record.planned_period):
        assert period is None or period.start <= period.end
