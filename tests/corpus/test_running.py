"""Many articles at once: the same records in the same order whoever reads them; no death costs more than one."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from commands import ARTICLE

from danvan_cli.corpus.cache import Cache
from danvan_cli.corpus.running import FEW, Outcome, outcomes, read_one
from danvan_cli.corpus.running.pool import in_processes
from danvan_cli.reading import Input, ReadError, inputs

MANY = 3 * FEW


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles that differ in a figure, and one empty file in the middle."""
    for number in range(MANY):
        text = ARTICLE.replace("364 đơn", f"{number + 100} đơn")
        (tmp_path / f"{number:03}.txt").write_text("" if number == MANY // 2 else text, encoding="utf-8")
    return tmp_path


def said(found: Iterator[Outcome]) -> list[bytes | str]:
    return [str(one) if isinstance(one, ReadError) else msgspec.json.encode(one) for one in found]


def alone(folder: Path) -> list[bytes | str]:
    return said(outcomes(inputs([folder]), jobs=1, cached=False))


@pytest.mark.parametrize("jobs", [2, 3])
def test_records_and_their_order_do_not_depend_on_the_number_of_processes(folder: Path, jobs: int) -> None:
    found = said(outcomes(inputs([folder]), jobs=jobs, cached=False))
    assert found == alone(folder)
    assert sum(isinstance(one, str) and "is empty" in one for one in found) == 1


def read_slowly(item: Input, cache: Cache | None) -> Outcome:
    time.sleep(0.02)
    return read_one(item, cache)


@pytest.mark.skipif(os.name == "nt", reason="sends a POSIX signal")
def test_a_killed_process_is_replaced_and_its_article_read_again(folder: Path) -> None:
    running = in_processes(inputs([folder]), 2, None, read_slowly)
    found = [next(running)]
    victim = multiprocessing.active_children()[0]
    assert victim.pid
    os.kill(victim.pid, signal.SIGKILL)
    found += running
    assert said(iter(found)) == alone(folder)


def die_of_one(item: Input, cache: Cache | None) -> Outcome:
    if "007" in item.path:
        os._exit(3)
    return read_one(item, cache)


def test_an_article_that_ends_two_processes_is_named_and_the_others_are_read(folder: Path) -> None:
    found = said(in_processes(inputs([folder]), 2, None, die_of_one))
    expected = alone(folder)
    name = str(folder / "007.txt")
    assert found[7] == f"{name}: ended the process that read it, twice (status 3); leave it out"
    assert found[:7] + found[8:] == expected[:7] + expected[8:]


def fail_on_one(item: Input, cache: Cache | None) -> Outcome:
    broken = Input(item.path)
    return read_one(_Faulty(broken.path) if "007" in item.path else item, cache)


class _Faulty(Input):
    def read_bytes(self) -> bytes:
        raise KeyError("no such key")


def test_a_fault_of_danvan_on_one_article_costs_that_one(folder: Path) -> None:
    found = said(in_processes(inputs([folder]), 2, None, fail_on_one))
    assert "KeyError" in str(found[7])
    assert len(found) == MANY


def test_no_process_is_left_when_nobody_asks_for_more(folder: Path) -> None:
    running = in_processes(inputs([folder]), 2, None)
    next(running)
    running.close()
    assert not multiprocessing.active_children()


def test_only_so_many_articles_are_under_way(folder: Path) -> None:
    taken = 0

    def counted() -> Iterator[Input | ReadError]:
        nonlocal taken
        while True:  # a folder without end
            taken += 1
            yield Input(str(folder / "001.txt"))

    running = in_processes(counted(), 2, None)
    for _ in range(20):
        next(running)
    running.close()
    assert taken < 200
