"""What a process of the pool does: one article after another, until nobody is at the other end of its pipe."""

from __future__ import annotations

import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

import msgspec

from danvan_cli.corpus.running.one import Outcome
from danvan_cli.reading import Input, ReadError

if TYPE_CHECKING:
    from danvan_cli.corpus.cache import Cache

    Reader = Callable[[Input, Cache | None], Outcome]


def work(pipe: Connection, read: Reader, cache: Cache | None) -> None:
    """Answer each input that comes through ``pipe`` with its record as JSON, or its :class:`ReadError`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all processes; the one that started them decides
    encoder = msgspec.json.Encoder()
    try:
        while True:
            found = read(pipe.recv(), cache)
            pipe.send(found if isinstance(found, ReadError) else encoder.encode(found))
    except (EOFError, OSError):  # it has ended, or is done with this one
        return
