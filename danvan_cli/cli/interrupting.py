"""Ctrl-C that ends a long reading where it stands: what was read so far is still written, and whole.

The first Ctrl-C (or SIGTERM, as batch systems send it) stops the reading of articles, never the writing of one; the
second ends the program at once.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

_Item = TypeVar("_Item")


class Interruption:
    """Asks :meth:`until` to come to an end when somebody presses Ctrl-C."""

    def __init__(self) -> None:
        self.asked = False
        """Whether somebody pressed Ctrl-C."""
        self._reading = False

    @contextmanager
    def heeded(self) -> Iterator[None]:
        """While this lasts Ctrl-C raises nothing but where items are made; only the main thread may use it."""
        before = [(number, signal.signal(number, self._handle)) for number in (signal.SIGINT, signal.SIGTERM)]
        try:
            yield
        finally:
            for number, handler in before:
                signal.signal(number, handler)

    def until(self, items: Iterator[_Item]) -> Iterator[_Item]:
        """The items, until Ctrl-C; what makes them is interrupted, what is done with them is not."""
        while not self.asked:
            try:
                self._reading = True
                item = next(items, None)
                self._reading = False
            except KeyboardInterrupt:
                self.asked = True
                return
            if item is None:
                return
            yield item

    def _handle(self, number: int, frame: FrameType | None) -> None:
        again, self.asked = self.asked, True
        if again or self._reading:
            self._reading = False
            raise KeyboardInterrupt
