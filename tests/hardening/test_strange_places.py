"""Folders as they are found on old servers: each thing that is no article is named in one line, the rest is read."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from commands import ARTICLE, BASE, Danvan, process

from danvan_cli.corpus.running import outcomes
from danvan_cli.reading import ReadError, inputs
from danvan_cli.record import Record

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs links, pipes and devices of POSIX")


def _without_privileges() -> None:
    """What a superuser may: read whatever the mode says. A program that this one starts may not."""
    libc = ctypes.CDLL(None, use_errno=True)
    drop_from_bounding_set, dac_override, dac_read_search = 24, 1, 2  # prctl(2), capabilities(7)
    for capability in (dac_override, dac_read_search):
        libc.prctl(drop_from_bounding_set, capability, 0, 0, 0)


def as_anybody(*args: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "danvan_cli", *map(str, args)]
    return subprocess.run(
        command,
        input=stdin,
        capture_output=True,
        env=BASE,
        check=False,
        timeout=60,
        preexec_fn=_without_privileges,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Two good articles, and what else there may be; each bad thing has "bad" in its name."""
    folder = tmp_path / "articles"
    (folder / "deep" / "deeper").mkdir(parents=True)
    (folder / "good 1.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "deep" / "good 2.txt").write_text(ARTICLE.replace("364", "365"), encoding="utf-8")
    (folder / "deep" / "deeper" / "up").symlink_to(folder)
    (folder / "bad loop.txt").symlink_to(folder / "bad loop.txt")
    (folder / "bad link.txt").symlink_to(folder / "nothing")
    os.mkfifo(folder / "bad pipe.txt")
    (folder / "bad device.txt").symlink_to("/dev/zero")
    (folder / "bad empty.txt").touch()
    (folder / "bad locked.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "bad locked.txt").chmod(0)
    (folder / "bad closed").mkdir()
    (folder / "bad closed").chmod(0)
    (folder / os.fsdecode(b"bad \xff\xfe\x1b[2J\n.txt")).write_bytes(b"\x00\x01\x02")
    yield folder
    (folder / "bad closed").chmod(0o700)


BAD = 8


@pytest.mark.parametrize(
    "command", [["extract", "--format", "jsonl"], ["summarize"], ["stats", "--province"], ["show"]]
)
def test_each_bad_thing_is_named_once_and_the_good_ones_are_read(folder: Path, command: list[str]) -> None:
    ran = as_anybody(command[0], folder, *command[1:])
    lines = ran.stderr.decode().splitlines()
    assert ran.returncode == 1
    assert len([line for line in lines if line.startswith(f"danvan: {folder}/bad ")]) == BAD
    assert lines[-1] == f"danvan: {BAD} inputs could not be read"
    assert "Traceback" not in ran.stderr.decode()
    if command == "extract":
        assert ran.stdout.count(b"\n") == 2


def test_with_many_processes_it_is_the_same(folder: Path) -> None:
    alone, many = (as_anybody("extract", folder, "--jobs", jobs) for jobs in (1, 3))
    assert (alone.stdout, alone.stderr, alone.returncode) == (many.stdout, many.stderr, many.returncode)


def test_a_file_that_vanishes_before_it_is_read_is_said_to_be_gone(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(ARTICLE, encoding="utf-8")
    found = outcomes(inputs([tmp_path]), jobs=1, cached=False)
    first = list(islice(found, 1))
    (tmp_path / "1.txt").unlink()
    gone, last = found
    assert isinstance(first[0], Record)
    assert isinstance(gone, ReadError)
    assert "no such file" in str(gone)
    assert isinstance(last, Record)


def test_a_folder_that_vanishes_while_it_is_walked_stops_nothing(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "bai.txt").write_text(ARTICLE, encoding="utf-8")
    walk = inputs([tmp_path])
    first = next(walk)
    (tmp_path / "b" / "bai.txt").unlink()
    (tmp_path / "b").rmdir()
    rest = list(walk)
    assert not isinstance(first, ReadError)
    assert [type(item).__name__ for item in rest] == ["ReadError", "Input"]


def test_a_file_that_changes_while_others_are_read_is_one_state_of_it(tmp_path: Path) -> None:
    """The digest of a record is that of the bytes it was read from, whatever happens to the file."""
    import hashlib

    path = tmp_path / "1.txt"
    (tmp_path / "0.txt").write_text(ARTICLE, encoding="utf-8")
    path.write_text(ARTICLE, encoding="utf-8")
    found = outcomes(inputs([tmp_path]), jobs=1)
    next(found)
    path.write_text(ARTICLE.replace("364 đơn", "999 đơn"), encoding="utf-8")
    (changed,) = found
    assert isinstance(changed, Record)
    assert changed.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert 999 in [statistic.value for statistic in changed.statistics]


def test_an_output_that_exists_is_replaced_only_when_told_and_only_by_a_whole_one(
    article: Path, tmp_path: Path, danvan: Danvan
) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("precious", encoding="utf-8")
    ran = danvan("extract", article, "-o", out)
    assert (ran.status, out.read_text(encoding="utf-8")) == (2, "precious")
    assert "--force" in ran.err
    assert danvan("extract", tmp_path / "nothing.txt", article, "-o", out, "--force").status == 1
    assert out.read_bytes() == process("extract", article).stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bai.txt", "out.jsonl"]


def test_a_place_that_may_not_be_written_is_said_before_anything_is_read(folder: Path) -> None:
    closed = folder / "bad closed"
    ran = as_anybody("extract", folder, "-o", closed / "out.jsonl")
    assert ran.returncode in (1, 2)
    assert ran.stdout == b""
    assert b"Traceback" not in ran.stderr
    assert b"bad loop" not in ran.stderr


def test_a_cache_that_may_not_be_read_costs_only_time(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    cache.chmod(0)
    articles = tmp_path / "articles"
    articles.mkdir()
    for number in range(20):
        (articles / f"{number:02}.txt").write_text(ARTICLE, encoding="utf-8")
    command = [sys.executable, "-m", "danvan_cli", "extract", str(articles)]
    ran = subprocess.run(
        command,
        capture_output=True,
        env={**BASE, "DANVAN_CACHE": str(cache)},
        check=False,
        timeout=60,
        preexec_fn=_without_privileges,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.count(b"\n") == 20
