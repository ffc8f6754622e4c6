"""The indexed vocabulary, kept from one run to the next: to make it anew takes longer than to read an article with it.

It lies in the cache folder of the user, and stands for the files it was made from as long as their names, sizes and
times of change are the same, as bytecode does for a module. Whatever is wrong with it or the folder, it is made anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from danvan_cli.cache_folder import VOCABULARY, cache_folder, write_whole
from danvan_cli.lexicon.vocabulary import Vocabulary

_HERE = Path(__file__).parent


def kept(make: Callable[[], Vocabulary]) -> Vocabulary:
    """The vocabulary as it was kept, else as ``make`` makes it, and then kept."""
    made_from = _files()
    try:
        path = cache_folder() / VOCABULARY
        stamp, _, dumped = path.read_bytes().partition(b"\n")
        if stamp == _stamp(made_from, dumped):
            return Vocabulary.load(dumped.decode())
    except FileNotFoundError:
        pass
    except (OSError, RuntimeError):  # no right to read there, no home
        return make()
    vocabulary = make()
    dumped = vocabulary.dump().encode()
    with suppress(OSError):
        write_whole(path, _stamp(made_from, dumped) + b"\n" + dumped)
    return vocabulary


def _stamp(made_from: int, dumped: bytes) -> bytes:
    """One line that only the same files and the same content have."""
    return f"{made_from} {crc32(dumped)}".encode()


def _files() -> int:
    """A number for name, size and time of change of each file that makes the vocabulary, the modules among them."""
    files = sorted(
        (folder.name, entry.name, entry.stat().st_size, entry.stat().st_mtime_ns)
        for folder in (_HERE, _HERE / "terms", _HERE / "tables")
        for entry in os.scandir(folder)
        if entry.name.endswith((".py", ".tsv"))
    )
    return crc32(repr(files).encode())
