"""The bytes of one input: a file, or standard input."""

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import Final

from danvan_cli.reading.errors import ReadError

STANDARD_INPUT: Final = "-"
MOST_BYTES: Final = 80_000_000
"""Of one input; no article comes near."""

_ADVICE: Final = {
    errno.ENOENT: "no such file or folder; check the spelling of the path",
    errno.ENOTDIR: "no such file or folder; a part of the path is a file",
    errno.EACCES: "may not be read by you; ask for the right to read it, or copy it",
    errno.EPERM: "may not be read by you; ask for the right to read it, or copy it",
    errno.ELOOP: "is a link that leads back to itself; give the file itself",
    errno.ENAMETOOLONG: "no such file or folder; the name is longer than any file's",
    errno.EISDIR: "is a folder; give a file in it",
}


def shown(path: str | os.PathLike[str]) -> str:
    """A path as a message may print it: undecodable bytes and control characters replaced."""
    text = os.fsencode(path).decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def refusal(path: str | os.PathLike[str], error: OSError | ValueError) -> ReadError:
    """What the operating system's refusal means for whoever wanted to read ``path``."""
    if isinstance(error, ValueError):
        return ReadError(shown(path), "no such file or folder; no file's name can have a NUL in it")
    problem = _ADVICE.get(error.errno or 0) or f"cannot be read: {error.strerror or error}"
    return ReadError(shown(path), problem)


def too_large(size: int) -> str | None:
    """What to say of an input of ``size`` bytes; ``None`` where it is not absurd."""
    if size <= MOST_BYTES:
        return None
    return f"is {size / 1e6:,.0f} MB, too large for an article; split it and read a part"


def read_file(path: str | os.PathLike[str]) -> bytes:
    """The bytes of the file at ``path``. Raises :class:`ReadError`; never waits on a pipe or a device."""
    try:
        # A pipe is opened without waiting for its other end; what it is is asked of what was opened, not of its name.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            mode = status.st_mode
            if stat.S_ISREG(mode):
                problem = too_large(status.st_size)
                if problem:
                    raise ReadError(shown(path), problem)
                return file.read()
    except (OSError, ValueError) as error:
        if os.path.isdir(path):  # noqa: PTH112 - no path makes it fail; Windows refuses to open a folder
            raise ReadError(shown(path), _ADVICE[errno.EISDIR]) from error
        raise refusal(path, error) from error
    if stat.S_ISDIR(mode):
        raise ReadError(shown(path), _ADVICE[errno.EISDIR])
    kind = "a pipe" if stat.S_ISFIFO(mode) else "a device"
    raise ReadError(shown(path), f"is {kind}, not a file; to read from a pipe give - and write into standard input")


def read_standard_input() -> bytes:
    """All of standard input. Raises :class:`ReadError`."""
    try:
        data = sys.stdin.buffer.read(MOST_BYTES + 1)
    except OSError as error:
        raise refusal(STANDARD_INPUT, error) from error
    problem = too_large(len(data))
    if problem:
        raise ReadError(STANDARD_INPUT, problem)
    return data
