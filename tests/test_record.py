"""The whole record, through the real commands: grounded in the text, valid, the same every time."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from commands import process
from jsonschema import Draft202012Validator
from records import evidence_in

from danvan_cli import parse, read
from danvan_cli.record import Record
from support import ROOT, record

ARTICLES = sorted([*(ROOT / "samples").rglob("*.txt"), *(ROOT / "tests" / "gold" / "articles").glob("*.txt")])


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    """What ``danvan extract`` says of every article that there is."""
    return _extracted()


def _extracted() -> list[dict[str, Any]]:
    done = process("extract", *ARTICLES, "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_evidence_is_its_slice_of_what_text_prints(records: list[dict[str, Any]]) -> None:
    assert [r["source"]["path"] for r in records] == list(map(str, ARTICLES))
    for path, one in zip(ARTICLES, records, strict=True):
        text = process("text", path).stdout.decode()
        assert [e for e in evidence_in(one) if text[e["start"] : e["end"]] != e["text"]] == []


def test_every_record_is_valid_under_the_schema(records: list[dict[str, Any]]) -> None:
    validator = Draft202012Validator(json.loads(process("schema").stdout))
    assert [error.message for one in records for error in validator.iter_errors(one)] == []


def test_reading_twice_says_the_same(records: list[dict[str, Any]]) -> None:
    assert _extracted() == records


def _readings(one: Record) -> tuple[Any, ...]:
    """What a record says, without where it says it."""
    return (
        one.title,
        one.event,
        one.locality,
        one.reported_period,
        one.planned_period,
        [(o.name, [p.title for p in o.positions], o.actions) for o in one.officials],
        [(s.indicator, s.value, s.unit, s.bound, s.kinds, s.period) for s in one.statistics],
        [task.text for task in one.tasks],
    )


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_letters_composed_or_not_read_alike(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    composed, decomposed = (record(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))
    assert _readings(composed) == _readings(decomposed)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_windows_line_ends_read_alike(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert _readings(record(text.replace("\n", "\r\n"))) == _readings(parse(read(path)))
