"""The same work on a cluster: real processes behind a real scheduler, of which some are lost on the way."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import dask
import msgspec
import pytest
from commands import ARTICLE, process
from distributed import Client, LocalCluster, Worker, WorkerPlugin

from danvan_cli.corpus.running import ClusterError, Outcome, cluster, outcomes
from danvan_cli.reading import Input, ReadError, inputs

MANY = 230
"""Three partitions."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles that differ in a figure, and one empty file among them."""
    folder = tmp_path_factory.mktemp("articles")
    for number in range(MANY):
        text = ARTICLE.replace("364 đơn", f"{number + 100} đơn")
        (folder / f"{number:03}.txt").write_text("" if number == 150 else text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a scheduler that gives up a task with the first worker it ends, so that the tests are short."""
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local,
    ):
        yield local.scheduler_address


def said(found: Iterator[Outcome]) -> list[bytes | str]:
    return [str(one) if isinstance(one, ReadError) else msgspec.json.encode(one) for one in found]


def alone(folder: Path) -> list[bytes | str]:
    return said(outcomes(inputs([folder]), jobs=1, cached=False))


def test_it_gives_what_one_process_gives(folder: Path, scheduler: str) -> None:
    assert said(outcomes(inputs([folder]), scheduler=scheduler)) == alone(folder)


def test_a_lost_worker_costs_nothing_but_time(folder: Path, scheduler: str) -> None:
    running = outcomes(inputs([folder]), scheduler=scheduler)
    found = [next(running)]
    with Client(scheduler, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        os.kill(next(iter(client.run(os.getpid).values())), signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    found += running
    assert said(iter(found)) == alone(folder)


class Deadly(WorkerPlugin):
    """Makes one article the end of every worker that reads it."""

    name = "deadly"

    def setup(self, worker: Worker) -> None:
        self.before = cluster.read_data
        cluster.read_data = self.read  # type: ignore[assignment]

    def teardown(self, worker: Worker) -> None:
        cluster.read_data = self.before

    def read(self, data: bytes, name: str) -> Outcome:
        if "007" in name:
            os._exit(1)
        return self.before(data, name)


def test_an_article_that_ends_its_workers_is_named_and_the_others_are_read(folder: Path, scheduler: str) -> None:
    some = [folder / f"{number:03}.txt" for number in range(5, 10)]
    expected = said(outcomes(inputs(some), jobs=1, cached=False))
    with Client(scheduler, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        client.register_plugin(Deadly())
        found = said(outcomes(inputs(some), scheduler=scheduler))
        client.unregister_worker_plugin("deadly")
    assert found[2] == f"{some[2]}: ended every worker that read it; leave it out"
    assert found[:2] + found[3:] == expected[:2] + expected[3:]


def test_a_worker_with_another_danvan_is_never_used(
    folder: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "program", lambda: b"a later one")
    with pytest.raises(ClusterError, match="another danvan"):
        next(outcomes(inputs([folder]), scheduler=scheduler))


def test_without_a_scheduler_there_is_one_line_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    with pytest.raises(ClusterError, match="no Dask scheduler answers"):
        next(outcomes(iter([Input("bai.txt")]), scheduler="tcp://127.0.0.1:9"))


def test_the_command_line_reaches_the_cluster(folder: Path, scheduler: str, tmp_path: Path) -> None:
    here = process("extract", folder, "--jobs", 1, "-o", tmp_path / "here.parquet")
    there = process("extract", folder, "--scheduler", scheduler, "-o", tmp_path / "there.parquet")
    assert there.returncode == 1
    assert there.stderr == here.stderr
    assert (tmp_path / "there.parquet").read_bytes() == (tmp_path / "here.parquet").read_bytes()


def test_relative_paths_stay_as_they_were_given(folder: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (found,) = outcomes(inputs(["003.txt"]), scheduler=scheduler)
    assert not isinstance(found, ReadError)
    assert found.source.path == "003.txt"
