"""Regular expressions kept compiled from one run to the next: to compile them takes longer than to read an article.

``re`` compiles each pattern anew in every process, two hundred of them when danvan starts. What it makes of them is
kept in the cache folder of the user and given back to ``re``'s own cache of patterns before the modules ask for them.
Neither place is promised by Python's documentation, so all that is done here is given up at the first surprise, and
``re`` compiles as ever. The file is used only by the Python that wrote it, and each pattern only for the same text and
flags.
"""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from typing import Any
from warnings import catch_warnings, simplefilter
from zlib import crc32

import msgspec

from danvan_cli.cache_folder import PATTERNS, cache_folder, write_whole

_MOST = 450
"""Patterns that are kept; more are those of other versions too, and all are compiled anew."""
_CHECKED = 4
"""Bytes of the checksum that the file begins with."""


class _Pattern(msgspec.Struct, array_like=True):
    pattern: str
    flags: int
    """As the module gave them."""
    settled: int
    """As ``re`` completed them."""
    code: list[int]
    groups: int
    names: dict[str, int]


class _Kept(msgspec.Struct, array_like=True):
    python: str
    patterns: list[_Pattern]


class Patterns:
    """The patterns that ``re`` need not compile; :meth:`keep` adds those that it had to."""

    def __init__(self) -> None:
        self._known: set[Any] = set()
        # Whatever it is that is not as it was, the work can be done without it.
        with suppress(Exception):
            self._restore()

    def keep(self) -> None:
        """Keep what was compiled in this run, if there was anything new."""
        with suppress(Exception), catch_warnings():
            simplefilter("ignore")  # what a pattern of another version is warned about, nobody can mend now
            used = [key for key in vars(re)["_cache"] if _can_be_kept(key)]
            if not self._known.issuperset(used):
                patterns = [_compiled(pattern, flags) for _, pattern, flags in used]
                data = msgspec.msgpack.encode(_Kept(_python(), patterns))
                write_whole(cache_folder() / PATTERNS, _checksum(data) + data)

    def _restore(self) -> None:
        from re import _compiler  # type: ignore[attr-defined]

        sre = vars(_compiler)["_sre"]
        data = (cache_folder() / PATTERNS).read_bytes()
        if data[:_CHECKED] != _checksum(data[_CHECKED:]):
            return
        kept = msgspec.msgpack.decode(data[_CHECKED:], type=_Kept)
        if kept.python != _python() or len(kept.patterns) > _MOST:
            return
        cache: dict[Any, Any] = vars(re)["_cache"]
        for p in kept.patterns:
            key = (str, p.pattern, p.flags)
            cache[key] = sre.compile(p.pattern, p.settled, p.code, p.groups, p.names, _by_number(p.groups, p.names))
            self._known.add(key)


def _can_be_kept(key: tuple[type, Any, int]) -> bool:
    """Whether a key of ``re``'s cache is a text that UTF-8 can hold; some patterns name lone surrogates."""
    return key[0] is str and not any("\ud800" <= c <= "\udfff" for c in key[1])


def _compiled(pattern: str, flags: int) -> _Pattern:
    """What ``re`` makes of a pattern."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    code = [int(word) for word in _compiler._code(parsed, flags)]  # noqa: SLF001 - see above
    state = parsed.state
    return _Pattern(pattern, int(flags), int(flags | state.flags), code, state.groups - 1, dict(state.groupdict))


def _by_number(groups: int, names: dict[str, int]) -> tuple[str | None, ...]:
    """The name of each group, by its number."""
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    return tuple(by_number)


def _checksum(data: bytes) -> bytes:
    return crc32(data).to_bytes(_CHECKED, "big")


def _python() -> str:
    """What must be the same for the code of a pattern to mean the same."""
    from re import _compiler  # type: ignore[attr-defined]

    return f"{sys.version} {_compiler.MAGIC}"
