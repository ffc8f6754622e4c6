"""``danvan extract`` over many files, as a process: all cores, Ctrl-C, a second run."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from commands import BASE, many_articles
from commands import process as danvan

MANY = 30


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return many_articles(tmp_path / "articles", MANY)


def test_the_output_is_the_same_for_any_number_of_jobs_and_from_the_cache(folder: Path) -> None:
    alone = danvan("extract", folder, "--jobs", 1, "--no-cache").stdout
    assert alone.count(b"\n") == MANY
    assert danvan("extract", folder, "--jobs", 2, "--no-cache").stdout == alone
    assert danvan("extract", folder).stdout == alone
    assert danvan("extract", folder).stdout == alone


def test_every_failure_is_named_and_all_are_counted(folder: Path) -> None:
    for number in (3, 17):
        (folder / f"{number:03}.txt").write_bytes(b"")
    ran = danvan("extract", folder, "--jobs", 2)
    assert ran.returncode == 1
    assert ran.stdout.count(b"\n") == MANY - 2
    lines = ran.stderr.decode().splitlines()
    assert [name in line for name, line in zip(("003.txt", "017.txt"), lines, strict=False)] == [True, True]
    assert lines[2:] == ["danvan: 2 inputs could not be read"]


@pytest.mark.skipif(os.name == "nt", reason="sends a POSIX signal")
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_leaves_what_was_read_so_far(folder: Path, tmp_path: Path, jobs: str, asked: signal.Signals) -> None:
    target = tmp_path / "corpus.jsonl"
    command = [sys.executable, "-m", "danvan_cli", "extract", str(folder), "nothing.txt", "-", "-j", jobs, "-o"]
    with subprocess.Popen(
        [*command, str(target)], stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=BASE, start_new_session=True
    ) as process:
        assert process.stderr
        assert process.stderr.readline().startswith(b"danvan: nothing.txt")  # it waits for standard input now
        os.killpg(process.pid, signal.SIGINT) if asked == signal.SIGINT else process.send_signal(asked)
        assert process.wait(timeout=60) == 130
        assert (
            process.stderr.read()
            == f"danvan: stopped after {MANY + 1} inputs; what was read of them is written\n".encode()
        )
    lines = target.read_text(encoding="utf-8").splitlines()
    assert [Path(json.loads(line)["source"]["path"]).name for line in lines] == [f"{n:03}.txt" for n in range(MANY)]
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_the_cache_tells_what_it_holds_and_is_cleared(folder: Path, tmp_path: Path) -> None:
    place = str(tmp_path / "cache")
    danvan("extract", folder, DANVAN_CACHE=place)
    assert f"{MANY} records".encode() in danvan("cache", DANVAN_CACHE=place).stdout
    assert b"deleted" in danvan("cache", "clear", DANVAN_CACHE=place).stdout
    assert b" 0 records" in danvan("cache", DANVAN_CACHE=place).stdout
    assert danvan("cache", "purge", DANVAN_CACHE=place).returncode == 2


def test_without_the_cache_nothing_is_remembered(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "cache"
    danvan("extract", folder, "--no-cache", DANVAN_CACHE=str(place))
    assert list(place.glob("records*")) == []


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="where Linux keeps it")
def test_the_cache_stands_where_the_platform_keeps_such_things(tmp_path: Path) -> None:
    assert danvan("cache", DANVAN_CACHE="", XDG_CACHE_HOME=str(tmp_path)).stdout.startswith(bytes(tmp_path / "danvan"))
    assert danvan("cache", DANVAN_CACHE="", HOME=str(tmp_path)).stdout.startswith(bytes(tmp_path / ".cache/danvan"))
