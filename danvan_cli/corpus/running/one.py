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
    except ReadError as error:
        return error
    except Exception as error:
        return _fault(item.name, error)
    return read_data(data, item.name, cache)


def read_data(data: bytes, name: str, cache: Cache | None = None) -> Outcome:
    """The record of the bytes of an article that is called ``name``, or why there is none. Raises nothing."""
    try:
        key = sha256(data).hexdigest() if cache else ""
        if cache and (known := cache.get(key, name)):
            return known
        from danvan_cli.parsing import parse  # loading the vocabulary takes time, which a full cache saves

        record = parse(read_bytes(data, name))
    except ReadError as error:
        return error
    except Exception as error:
        return _fault(name, error)
    if cache:
        cache.put(key, record)
    return record


def _fault(name: str, error: Exception) -> ReadError:
    return ReadError(name, f"danvan fails on it ({type(error).__name__}: {error}); please report that")
