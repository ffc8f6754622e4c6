"""Several danvan at once, and danvan killed at any moment: no output is half there, and the cache stays whole.

``DANVAN_KILLS`` says how many times each is killed: .ci/run says a hundred.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from commands import ARTICLE, BASE, many_articles

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends a POSIX signal")

KILLS = int(os.environ.get("DANVAN_KILLS", "8"))
MANY = 24
"""Articles: more than are read without the cache."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return many_articles(tmp_path / "articles", MANY)


def started(folder: Path, cache: Path, *args: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "danvan_cli", "extract", str(folder), *map(str, args)]
    env = {**BASE, "DANVAN_CACHE": str(cache)}
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


def finished(folder: Path, cache: Path, *args: object) -> bytes:
    out, err = started(folder, cache, *args).communicate(timeout=60)
    assert err == b""
    return out


def check_cache(cache: Path) -> None:
    for database in cache.glob("*.sqlite"):
        with closing(sqlite3.connect(database)) as opened:
            assert opened.execute("pragma integrity_check").fetchone() == ("ok",)


def test_several_at_once_on_one_cache_say_what_one_alone_says(folder: Path, tmp_path: Path) -> None:
    alone = finished(folder, tmp_path / "none", "--no-cache")
    several = [started(folder, tmp_path / "cache", "--jobs", jobs) for jobs in (1, 2, 1)]
    assert [one.communicate(timeout=60) for one in several] == [(alone, b"")] * 3
    check_cache(tmp_path / "cache")
    assert finished(folder, tmp_path / "cache") == alone


@pytest.mark.parametrize("ending", ["jsonl", "parquet", "sqlite", "xlsx"])
def test_killed_at_any_moment_it_leaves_the_old_output_or_the_new_one(
    folder: Path, tmp_path: Path, ending: str
) -> None:
    chance = random.Random(ending)
    cache, out = tmp_path / "cache", tmp_path / f"out.{ending}"
    alone = finished(folder, tmp_path / "none", "--no-cache")
    begin = time.monotonic()
    finished(folder, cache, "-o", out, "--force")
    whole, lasts = out.read_bytes(), time.monotonic() - begin
    old = whole
    for number in range(max(2, KILLS // 4)):
        (folder / "000.txt").write_text(ARTICLE.replace("364 đơn", f"{number + 1000} đơn"), encoding="utf-8")
        process = started(folder, cache, "-o", out, "--force", "--jobs", number % 2 + 1)
        time.sleep(chance.uniform(0, lasts))
        os.killpg(process.pid, signal.SIGKILL)  # and what it has started
        process.communicate()
        check_cache(cache)
        now = out.read_bytes()
        if now != old:
            assert held(out) == MANY
            old = now
    finished(folder, cache, "-o", out, "--force")
    assert held(out) == MANY
    (folder / "000.txt").write_text(ARTICLE.replace("364 đơn", "100 đơn"), encoding="utf-8")
    assert finished(folder, cache) == alone


def held(dataset: Path) -> int:
    """How many articles are in an output."""
    if dataset.suffix == ".jsonl":
        return len([json.loads(line) for line in dataset.read_text(encoding="utf-8").splitlines()])
    if dataset.suffix == ".sqlite":
        with closing(sqlite3.connect(dataset)) as opened:
            return int(opened.execute("select count(*) from articles").fetchone()[0])
    if dataset.suffix == ".parquet":
        import duckdb

        found = duckdb.connect().execute("select count(*) from read_parquet(?)", [str(dataset)]).fetchone()
        return int(found[0]) if found else 0
    from openpyxl import load_workbook

    return load_workbook(dataset).worksheets[0].max_row - 1


def test_what_a_killed_one_left_beside_the_output_is_no_article(folder: Path, tmp_path: Path) -> None:
    process = started(folder, tmp_path / "cache", "-o", folder / "out.jsonl")
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    (folder / ".out.txt.123.part").write_text("half", encoding="utf-8")
    assert finished(folder, tmp_path / "cache").count(b"\n") == MANY
