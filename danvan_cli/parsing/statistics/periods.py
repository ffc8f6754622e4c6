"""Which period a figure is of, where it is not the reported one: a base year in brackets, a target, a longer span."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.periods import PeriodMention
from danvan_cli.parsing.sections import Section
from danvan_cli.parsing.statistics.figure import Figure
from danvan_cli.record import Period, Task

_LEAD = 60
# "từ đầu năm đến nay" ends on the day of the meeting, some weeks after the period it reports or days before its end.
_UNTIL_THE_MEETING = timedelta(days=45)


class Periods:
    """Looks up the periods and the tasks around a figure; each figure costs a binary search."""

    def __init__(self, article: Article, heading: Heading, sections: list[Section], tasks: list[Task]) -> None:
        self._article = article
        self._heading = heading
        self._mentions = sorted(heading.period_mentions)
        self._starts = [mention.start for mention in self._mentions]
        self._tasks = sorted((task.evidence.start, task.evidence.end, task) for task in tasks)
        self._task_starts = [start for start, _, _ in self._tasks]
        self._sections = [section for section in sections if section.kind == "tasks"]

    def planned(self, figure: Figure) -> bool:
        """Whether the figure is set for the time to come: it stands in a task."""
        return self._task_at(figure.number.start) is not None

    def _task_at(self, at: int) -> Task | None:
        i = bisect_left(self._task_starts, at + 1) - 1
        if i >= 0 and self._tasks[i][1] > at:
            return self._tasks[i][2]
        return None

    def of(self, figure: Figure, previous: Figure | None) -> Period | None:
        """The figure's own period, ``None`` where it is the reported one; ``previous`` is the figure before it."""
        task = self._task_at(figure.number.start)
        if task is not None:
            return self._period_of(task)
        own = self._named(figure)
        if own is not None:
            return None if _is_reported(own, self._heading.reported_period) else own
        if previous is not None and previous.period is not None and self._goes_on(figure, previous):
            return previous.period
        if figure.indicator == "key_tasks":
            return self._heading.planned_period
        return None

    def _goes_on(self, figure: Figure, previous: Figure) -> bool:
        """Whether a figure tells more of the period of the one before it: in one bracket, or with no mark between.

        "(năm 2019: 120 đơn, 31 vụ việc)", "cùng kỳ tiếp 259 lượt/316 người", "… 259 lượt với 316 người".
        """
        if previous.bracket == figure.bracket >= 0:
            return True
        between = self._article.low[previous.end : figure.number.left]
        return previous.bracket == figure.bracket and not any(mark in between for mark in ",;:()")

    def _period_of(self, task: Task) -> Period | None:
        """A task's own period where it lies in the planned one ("hết năm có …" does not begin anew), else that."""
        planned = self._heading.planned_period
        own = task.period
        return planned if own is None or (planned is not None and own.start < planned.start) else own

    def _named(self, figure: Figure) -> Period | None:
        """The period named right before the figure as its own ("cùng kỳ năm 2019 là 4.655 lượt")."""
        behind = self._behind(figure.end, figure.tail)
        if behind is not None:
            return behind.period
        floor = max(figure.before, figure.number.left - _LEAD)
        i = bisect_left(self._starts, floor)
        found: PeriodMention | None = None
        # Its words begin right behind the figure before it, which may have a period behind it.
        adjoins = self._article.low[figure.before - 1 : figure.before] not in ("", " ", "\n", "(", ")", ";")
        taken = self._behind(figure.before, figure.number.left) if adjoins else None
        while i < len(self._mentions) and self._mentions[i].start < figure.number.left:
            if self._mentions[i].end <= figure.number.left and self._mentions[i] != taken:
                found = self._mentions[i]
            i += 1
        if found is None or found.role not in ("base", "other"):
            return None
        compared = self._article.low[max(floor, found.start - 8) : found.start]
        if "so với" in compared:
            return None
        return found.period

    def _behind(self, start: int, end: int) -> PeriodMention | None:
        """The period right behind a figure, said as its own: "tăng từ 3.120 lượt năm 2021 lên 4.012 lượt năm 2022"."""
        i = bisect_left(self._starts, start)
        if i == len(self._mentions) or self._mentions[i].end > end:
            return None
        mention = self._mentions[i]
        between = self._article.low[start : mention.start].strip()
        return mention if mention.role in ("base", "other") and between in ("", "trong", "của") else None


def _is_reported(named: Period, reported: Period | None) -> bool:
    """Whether a named period is the reported one: the same, or from its first day to the day of the meeting."""
    if reported is None or named.start != reported.start:
        return False
    last, end = date.fromisoformat(named.end), date.fromisoformat(reported.end)
    if last < end and (last + timedelta(days=1)).day == 1:
        return False  # "11 tháng đầu năm" are no year
    return abs(last - end) <= _UNTIL_THE_MEETING
