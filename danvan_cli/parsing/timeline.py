"""When: the times that an article names, as the time it reports or one to come."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading


class TimeFrame(NamedTuple):
    """Words that say when: ``future`` for a time to come, else a time that is reported."""

    start: int
    end: int
    future: bool


class Timeline:
    """The time frames of an article, in order of text."""

    def __init__(self, article: Article, heading: Heading) -> None:
        anchors = article.anchors
        frames = [TimeFrame(a.start, a.end, True) for a in anchors.of("section_future")]
        frames += [TimeFrame(a.start, a.end, False) for a in anchors.of("section_past")]
        planned = heading.planned_period
        for mention in heading.period_mentions:
            later = mention.role == "other" and planned is not None and mention.period.start >= planned.start
            if mention.role == "planned" or later:
                frames.append(TimeFrame(mention.start, mention.end, True))
            elif mention.role == "reported":
                frames.append(TimeFrame(mention.start, mention.end, False))
        self._mentions = {mention.start: mention.end for mention in heading.period_mentions}
        self._frames = sorted(frames, key=lambda frame: (frame.start, -frame.end))
        self._starts = [frame.start for frame in self._frames]

    def between(self, start: int, end: int) -> list[TimeFrame]:
        """Frames that begin within ``start:end``."""
        return self._frames[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def mention_end(self, start: int) -> int | None:
        """The end of the period, of whatever role, that is named at ``start`` ("năm 2024")."""
        return self._mentions.get(start)

    def at(self, start: int) -> TimeFrame | None:
        """The longest frame that begins exactly at ``start``."""
        i = bisect_left(self._starts, start)
        return self._frames[i] if i < len(self._frames) and self._starts[i] == start else None
