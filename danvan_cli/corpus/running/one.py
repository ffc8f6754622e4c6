"""The reading of one article: the unit of work, the same wherever it runs."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from danvan_cli.reading import Input, ReadError, read_bytes
from danvan_cli.record import Record

if TYPE_CHECKING:  # one article is read without
    from danvan_cli.corpus.cache import Cache

Outcome = Record | ReadError
"""What became of an input."""


def read_one(item: Input, cache: Cache | None = None) -> Outcome:
    """The record of ``item``, or why there is none. Raises nothing: one article never costs the others."""
    try:
        data = item.read_bytes()
        key = sha256(data).hexdigest() if cache else ""
        if cache and (known := cache.get(key, item.name)):
            return known
        from danvan_cli.parsing import parse  # loading the vocabulary takes time, which a full cache saves

        record = parse(read_bytes(data, item.name))
    except ReadError as error:
        return error
    except Exception as error:
        return ReadError(item.name, f"danvan fails on it ({type(error).__name__}: {error}); please report that")
    if cache:
        cache.put(key, record)
    return record
