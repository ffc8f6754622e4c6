"""Standard output and standard error: how they are written, and what becomes of what cannot be written."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


def set_streams() -> None:
    """UTF-8 in, out and for errors, whatever the locale or the console says; line feeds stay as they are."""
    for stream in (sys.stdout, sys.stderr):
        # A path may hold bytes that are no UTF-8: better a "?" on the screen than a crash.
        stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")  # type: ignore[union-attr]


@contextmanager
def told() -> Iterator[None]:
    """While this lasts, a failure to write ends the program with a line that says so, and a closed pipe without one."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()  # here, where a failure can still be told
    except BrokenPipeError:  # "| head" has read enough
        _abandon_output()
        raise SystemExit(0) from None
    except OSError as error:  # what could not be read was said by reading; this is the place written to
        _abandon_output()
        from danvan_cli.cli.articles import say

        say(f"{error.filename or 'standard output'}: cannot be written: {error.strerror}; write somewhere else")
        raise SystemExit(1) from None


def _abandon_output() -> None:
    """What is still buffered must not raise again when Python closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
