"""More than one machine: the same reading on a Dask cluster that somebody has started.

Articles go to the workers by the partition, as paths that every machine must see, and their records come back as JSON,
in order. A worker that is lost costs a retry of its partitions; an article that ends one worker after another is named
in the end, and read by nobody.
"""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from danvan_cli.corpus.cache import program
from danvan_cli.corpus.running.errors import ClusterError
from danvan_cli.corpus.running.one import Outcome, read_data, read_one
from danvan_cli.reading import Input, ReadError
from danvan_cli.reading.files import STANDARD_INPUT
from danvan_cli.record import Record

if TYPE_CHECKING:
    from distributed import Client, Future

_PARTITION = 100
"""Articles of a task: about a second of work."""
_AHEAD = 3
"""Partitions a worker's thread that are under way, or done and waiting for an earlier one."""
_LIVES = 2
"""Times that an article by itself may end as many workers as the scheduler allows."""
_PATIENCE = 15
"""Seconds that a scheduler may take to answer."""
_OURS = Input(STANDARD_INPUT)

_Told = bytes | ReadError
_Partition = list[Input]


def on_cluster(items: Iterator[Input | ReadError], address: str) -> Iterator[Outcome]:
    """The outcome of every input, in order, read by the workers of the Dask scheduler at ``address``.

    Raises :class:`ClusterError` where no scheduler answers, or its workers cannot read as this program does.
    """
    client = _client(address)
    try:
        yield from _Run(client).outcomes(items)
    finally:
        client.close(timeout=5)


def _client(address: str) -> Client:
    try:
        import distributed
    except ImportError as error:
        raise ClusterError("--scheduler needs Dask: pip install 'danvan-cli[cluster]'") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is said by the outcomes
    try:
        return distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        problem = str(error).split("\n", 1)[0].rstrip(".")
        raise ClusterError(f"{address}: no Dask scheduler answers ({problem}); start one: dask scheduler") from error


class _Run:
    """The partitions of one reading: those that the cluster has, in order."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._program = program()
        self._decoder = msgspec.json.Decoder(Record)

    def outcomes(self, items: Iterator[Input | ReadError]) -> Iterator[Outcome]:
        """The outcome of every input, in order."""
        pending: deque[tuple[_Partition, Future] | ReadError | Input] = deque()
        partitions = _partitions(items)
        try:
            while True:
                while len(pending) < self._most() and (part := next(partitions, None)):
                    pending.append((part, self._submit(part)) if isinstance(part, list) else part)
                if not pending:
                    return
                first = pending.popleft()
                if isinstance(first, ReadError):
                    yield first
                elif isinstance(first, Input):
                    yield read_one(first)
                else:
                    yield from map(self._outcome, self._result(*first))
        finally:
            self._client.cancel([entry[1] for entry in pending if isinstance(entry, tuple) and len(entry) == 2])

    def _most(self) -> int:
        threads: int = sum(self._client.nthreads().values())
        return max(1, threads) * _AHEAD

    def _submit(self, part: _Partition) -> Future:
        # Every machine has a working folder of its own: paths go out whole, and come back as they were given.
        whole = [item._replace(path=os.path.abspath(item.path)) for item in part]  # noqa: PTH100 - bytes of any encoding
        names = [item.name for item in part]
        return self._client.submit(read_partition, whole, names, self._program, pure=False)

    def _result(self, part: _Partition, future: Future) -> Sequence[_Told]:
        """What the workers say of a partition; one that ended several of them is read article by article."""
        from distributed import KilledWorker

        try:
            return self._answer(future)
        except KilledWorker:
            return [self._alone(item) for item in part]

    def _answer(self, future: Future) -> Sequence[_Told]:
        try:
            told: Sequence[_Told] | None = future.result()
        except ImportError as error:
            raise ClusterError(f"a worker cannot run danvan ({error}); install it on every machine") from error
        if told is None:
            raise ClusterError("a worker runs another danvan than this one, or other packages; install the same on all")
        return told

    def _alone(self, item: Input) -> _Told:
        """What the workers say of one article while they have no other of its partition, nor any blame for one.

        Dask blames all that a lost worker had before it; a last chance is for what another partition did.
        """
        from distributed import KilledWorker

        for _ in range(_LIVES):
            with suppress(KilledWorker):
                return self._answer(self._submit([item]))[0]
        return ReadError(item.name, "ended every worker that read it; leave it out")

    def _outcome(self, told: _Told) -> Outcome:
        return told if isinstance(told, ReadError) else self._decoder.decode(told)


def _partitions(items: Iterator[Input | ReadError]) -> Iterator[_Partition | ReadError | Input]:
    """The inputs by the partition; what the workers cannot have stands between partitions."""
    part: _Partition = []
    for item in items:
        if isinstance(item, Input) and item != _OURS:
            part.append(item)
        if part and (len(part) == _PARTITION or part[-1] is not item):
            yield part
            part = []
        if isinstance(item, ReadError) or item == _OURS:
            yield item
    if part:
        yield part


def read_partition(part: _Partition, names: Sequence[str], asked: bytes) -> list[_Told] | None:
    """Read on a worker the inputs of ``part``, each to be called as ``names`` says: records as JSON, in order.

    ``None`` where the program here is not the one ``asked`` for, whose records may be others.
    """
    if _program() != asked:
        return None
    encoder = msgspec.json.Encoder()
    found = (_read(item, name) for item, name in zip(part, names, strict=True))
    return [one if isinstance(one, ReadError) else encoder.encode(one) for one in found]


def _read(item: Input, name: str) -> Outcome:
    try:
        data = item.read_bytes()
    except ReadError as error:
        return ReadError(name, f"{error.problem} (every machine of the cluster must see it there)")
    return read_data(data, name)


@cache
def _program() -> bytes:
    return program()
