"""Running: the one reading of an article over many of them, in this process, in several, or on a cluster.

Whatever runs it, the records are the same and come in the order of the inputs, and no more of them are held than the
workers need to stay busy.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from danvan_cli.corpus.running.errors import ClusterError
from danvan_cli.corpus.running.one import Outcome, read_one
from danvan_cli.reading import Input, ReadError

__all__ = ["FEW", "ClusterError", "Outcome", "cores", "outcomes", "read_one"]

FEW = 16
"""Articles up to which starting processes, or looking into the cache, takes longer than it saves."""


def outcomes(
    items: Iterable[Input | ReadError], *, jobs: int | None = None, cached: bool = True, scheduler: str | None = None
) -> Iterator[Outcome]:
    """The record of every input, in order; in the place of each that cannot be read its :class:`ReadError`.

    ``jobs`` is the number of processes: all cores where it is ``None``, and this one alone for :data:`FEW` inputs.
    ``cached`` takes what was read before from the cache of this user, and keeps what is new. ``scheduler`` is the
    address of a Dask cluster, which reads everything, and anew. Raises ``ClusterError`` where it cannot be used.
    """
    items = iter(items)
    if scheduler is not None:
        from danvan_cli.corpus.running.cluster import on_cluster

        yield from on_cluster(items, scheduler)
        return
    first = list(islice(items, FEW + 1))
    few = len(first) <= FEW
    items = chain(first, items)
    cache = None
    if cached and not few:
        from danvan_cli.corpus.cache import Cache

        cache = Cache.of_user()
        cache.forget_old()
    jobs = jobs or (1 if few else cores())
    if jobs == 1:
        for item in items:
            yield item if isinstance(item, ReadError) else read_one(item, cache)
        return
    from danvan_cli.corpus.running.pool import in_processes

    yield from in_processes(items, jobs, cache)


def cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
