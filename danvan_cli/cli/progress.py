"""How far a long reading is, on standard error: a bar, the rate, the time left, the failures."""

from __future__ import annotations

import os
import sys
import time
from collections import deque
from collections.abc import Callable
from threading import Thread

_EVERY = 0.1
"""Seconds between two drawings."""
_RECENT = 15.0
"""Seconds over which the rate is taken."""
_BAR = 24
"""Columns of the bar."""


class Progress:
    """One line that is drawn over and over; it is there only between the first step and :meth:`clear`."""

    def __init__(self, count: Callable[[], int | None], clock: Callable[[], float] = time.monotonic) -> None:
        """``count`` tells how many there are in all; it runs beside the reading, for it may take a while."""
        self._clock = clock
        self._total: int | None = None
        self._done = 0
        self._failed = 0
        self._shown = 0
        self._drawn = clock() - _EVERY
        self._recent = deque([(clock(), 0)])
        Thread(target=self._learn, args=(count,), daemon=True).start()

    def _learn(self, count: Callable[[], int | None]) -> None:
        self._total = count()

    def step(self, *, failed: bool) -> None:
        """One more is done."""
        self._done += 1
        self._failed += failed
        now = self._clock()
        if now - self._drawn >= _EVERY:
            self._drawn = now
            self._recent.append((now, self._done))
            while now - self._recent[0][0] > _RECENT:
                self._recent.popleft()
            self._draw()

    def clear(self) -> None:
        """Make room for a line of another kind, or for the end."""
        if self._shown:
            sys.stderr.write("\r" + " " * self._shown + "\r")
            sys.stderr.flush()
            self._shown = 0

    def _draw(self) -> None:
        line = progress_line(self._done, self._total, self._rate(), self._failed)
        line = line[: os.get_terminal_size(sys.stderr.fileno()).columns - 1]
        sys.stderr.write("\r" + line.ljust(self._shown))
        sys.stderr.flush()
        self._shown = len(line)

    def _rate(self) -> float:
        (start, before), (end, after) = self._recent[0], self._recent[-1]
        return (after - before) / (end - start) if end > start else 0.0


def progress_line(done: int, total: int | None, rate: float, failed: int) -> str:
    """What is shown: ``rate`` in articles a second, ``total`` where it is known."""
    parts = [f"{done:,} articles"]
    if total:
        full = min(_BAR, _BAR * done // total)
        parts = ["█" * full + "░" * (_BAR - full) + f" {done:,} of {total:,}"]
    if rate:
        parts.append(f"{rate:,.0f}/s" if rate >= 1 else f"{rate:.1f}/s")
        if total:
            parts.append(f"{duration(max(0, total - done) / rate)} left")
    if failed:
        parts.append(f"{failed:,} failed")
    return " · ".join(parts)


def duration(seconds: float) -> str:
    """A length of time as people say it: ``40 s``, ``3 min 20 s``, ``2 h 05 min``."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes} min {rest:02} s"
    return f"{minutes // 60} h {minutes % 60:02} min"
