"""A library that a file can drive wild, in a process of its own: what it takes is bounded, its end costs one file."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from typing import TypeVar

from danvan_cli.reading.errors import ReadError

_T = TypeVar("_T")
_MEMORY = 400_000_000
"""Bytes beyond what this process has."""
_SECONDS = 60
"""Of computing."""


def bounded(work: Callable[[], _T], wild: ReadError) -> _T:
    """What ``work`` gives, or its :class:`ReadError`; ``wild`` where it takes too much or ends its process.

    Only Linux bounds memory so; elsewhere ``work`` is simply done.
    """
    if sys.platform != "linux":
        return work()
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(work, theirs)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    if status != 0:
        raise wild
    given, error = pickle.loads(answer)  # noqa: S301 - our own process wrote it
    if error is not None:
        raise error
    return given  # type: ignore[no-any-return]


def _answer(work: Callable[[], object], pipe: int) -> None:
    """Do ``work`` within its bounds, write what it gives, and end this process without a word."""
    import resource

    try:
        with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123
            size = int(statm.read().split()[0]) * resource.getpagesize()
        for what, most in (
            (resource.RLIMIT_AS, size + _MEMORY),
            (resource.RLIMIT_CPU, _SECONDS),
            (resource.RLIMIT_CORE, 0),
        ):
            resource.setrlimit(what, (most, most))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        try:
            answer = pickle.dumps((work(), None))
        except ReadError as error:
            answer = pickle.dumps((None, error))
        with os.fdopen(pipe, "wb") as stream:
            stream.write(answer)
        os._exit(0)
    finally:
        os._exit(1)
