"""Processes of this machine that read articles; one that dies is replaced and costs nothing but time.

``concurrent.futures`` gives up all its work when a process dies and cannot say which article it had. Here every
process has a pipe of its own, so that it is known.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import TYPE_CHECKING

import msgspec

from danvan_cli.corpus.running.one import Outcome, read_one
from danvan_cli.corpus.running.worker import work
from danvan_cli.reading import Input, ReadError
from danvan_cli.reading.files import STANDARD_INPUT
from danvan_cli.record import Record

if TYPE_CHECKING:
    from danvan_cli.corpus.cache import Cache
    from danvan_cli.corpus.running.worker import Reader

_AHEAD = 3
"""Inputs that a process holds, so that it need not wait for the next."""
_WINDOW = 32
"""Inputs a process that may be under way, or done and waiting for an earlier one, before no more is begun."""
_OURS = Input(STANDARD_INPUT)
"""Standard input belongs to this process, which waits for it when its turn has come."""
_LIVES = 2
"""Processes that an input may end before it is given up."""


class _Task:
    """An input and what became of it."""

    __slots__ = ("deaths", "item", "outcome")

    def __init__(self, item: Input | ReadError) -> None:
        self.item = item
        self.outcome: Outcome | None = None
        self.deaths = 0

    @property
    def name(self) -> str:
        """Of its input, as messages write it."""
        return self.item.path if isinstance(self.item, ReadError) else self.item.name


class _Worker:
    """A process and the tasks that it was given, the one it is at first."""

    def __init__(self, process: SpawnProcess, pipe: Connection) -> None:
        self.process = process
        self.pipe = pipe
        self.given: deque[_Task] = deque()


def in_processes(
    items: Iterator[Input | ReadError], jobs: int, cache: Cache | None, read: Reader = read_one
) -> Iterator[Outcome]:
    """The outcome of every input, in order, read by ``jobs`` processes; they end when the caller stops asking."""
    crew = _Crew(jobs, cache, read)
    pending: deque[_Task] = deque()
    try:
        while True:
            while len(pending) < jobs * _WINDOW and (item := next(items, None)):
                pending.append(crew.take(item))
            crew.hand_out()
            if not pending:
                return
            while pending:
                first = pending[0]
                if first.item == _OURS:
                    first.outcome = read(_OURS, cache)
                if first.outcome is None:
                    crew.collect()
                    break
                pending.popleft()
                yield first.outcome
    finally:
        crew.dismiss()


class _Crew:
    """The processes, and the tasks that none of them has yet."""

    def __init__(self, jobs: int, cache: Cache | None, read: Reader) -> None:
        self._jobs = jobs
        self._cache = cache
        self._read = read
        self._decoder = msgspec.json.Decoder(Record)
        self._queue: deque[_Task] = deque()
        self._workers: list[_Worker] = []

    def take(self, item: Input | ReadError) -> _Task:
        """A new task; it is done already where there is nothing to read."""
        task = _Task(item)
        if isinstance(item, ReadError):
            task.outcome = item
        elif item != _OURS:
            self._queue.append(task)
        return task

    def hand_out(self) -> None:
        """Give tasks to whoever has the fewest; start a process where all are busy and there may be more."""
        while self._queue:
            idle = min(self._workers, key=lambda worker: len(worker.given), default=None)
            if len(self._workers) < self._jobs and (idle is None or idle.given):
                idle = self._start()
            if idle is None or len(idle.given) >= _AHEAD:
                return
            task = self._queue.popleft()
            idle.given.append(task)
            with suppress(OSError):  # it is dead: what it was given is found when its pipe is read
                idle.pipe.send(task.item)

    def collect(self) -> None:
        """Wait until a process has something to say, or dies."""
        busy = {worker.pipe: worker for worker in self._workers if worker.given}
        for pipe in wait(list(busy)):
            worker = busy[pipe]  # type: ignore[index]
            try:
                told = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker)
            else:
                task = worker.given.popleft()
                task.outcome = told if isinstance(told, ReadError) else self._decoder.decode(told)

    def dismiss(self) -> None:
        """End all processes; what they are at is lost."""
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()

    def _start(self) -> _Worker:
        context = get_context("spawn")  # the only way that is the same on every system, and safe beside threads
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(theirs, self._read, self._cache), daemon=True)
        with _without_ctrl_c():
            process.start()
        theirs.close()  # so that the pipe ends when the process does
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _bury(self, worker: _Worker) -> None:
        """Take the tasks of a dead process back; the one it was at has a last chance, or none."""
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.join()
        guilty = worker.given[0]
        guilty.deaths += 1
        if guilty.deaths >= _LIVES:
            worker.given.popleft()
            status = worker.process.exitcode
            how = f"signal {-status}" if status is not None and status < 0 else f"status {status}"
            guilty.outcome = ReadError(guilty.name, f"ended the process that read it, twice ({how}); leave it out")
        self._queue.extendleft(reversed(worker.given))


@contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """A process begun here never sees Ctrl-C, not even while Python starts in it."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # only the main thread may
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
