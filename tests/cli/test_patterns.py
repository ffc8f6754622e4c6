"""Regular expressions that were kept find what newly compiled ones find; what is broken is not used."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import process

from danvan_cli.cache_folder import PATTERNS
from danvan_cli.cli.patterns import Patterns

PATTERN = r"(?P<count>\d+)\s+(?:đơn|vụ)|(?i:[à-ỹ]{2,})(?!\w)"
TEXT = "Tiếp nhận 364 đơn, 12 VỤ, ÀẢ"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DANVAN_CACHE", str(tmp_path))
    re.purge()
    return tmp_path


def test_a_kept_pattern_finds_what_it_found(folder: Path) -> None:
    compiled = re.compile(PATTERN, re.DOTALL)
    re.compile("[\ud800-\udfff]")  # cannot be written down, and harms no other
    Patterns().keep()
    re.purge()
    Patterns()
    kept = re.compile(PATTERN, re.DOTALL)
    assert kept is not compiled
    assert kept == compiled
    assert [m.groupdict() for m in kept.finditer(TEXT)] == [m.groupdict() for m in compiled.finditer(TEXT)] != []


def test_nothing_is_written_where_nothing_is_new(folder: Path) -> None:
    re.compile(PATTERN)
    Patterns().keep()
    written = (folder / PATTERNS).stat().st_mtime_ns
    re.purge()
    patterns = Patterns()
    re.compile(PATTERN)
    patterns.keep()
    assert (folder / PATTERNS).stat().st_mtime_ns == written


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[: len(data) // 2],
        lambda data: b"",
        lambda data: data.replace(b"3.", b"2.", 1),
        lambda data: data[:-40] + bytes(40),
    ],
    ids=["cut short", "empty", "of another Python", "changed"],
)
def test_what_is_broken_costs_nothing_but_time(tmp_path: Path, article: Path, harm: Callable[[bytes], bytes]) -> None:
    cache = tmp_path / "cache"
    first = process("extract", article, DANVAN_CACHE=str(cache))
    again = process("extract", article, DANVAN_CACHE=str(cache))
    file = cache / PATTERNS
    file.write_bytes(harm(file.read_bytes()))
    after = process("extract", article, DANVAN_CACHE=str(cache))
    assert first.stdout == again.stdout == after.stdout != b""
    assert (first.stderr, after.stderr, after.returncode) == (b"", b"", 0)
