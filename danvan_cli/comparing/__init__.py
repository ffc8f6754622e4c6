"""Comparing: what became of the tasks and figures of one period in the next.

Each task is taken apart once (``wording``, with ``facts`` and ``vocabulary``), every pair that shares a word is weighed
(``similarity``), the best one-to-one pairing is chosen (``alignment``), and of each pair it is said what changed
(``notes``, ``scope``).
"""

from __future__ import annotations

from danvan_cli.comparing.cautions import cautions
from danvan_cli.comparing.statistics import compare_statistics
from danvan_cli.comparing.tasks import compare_tasks
from danvan_cli.record import Diff, DiffSide, Record

__all__ = ["diff"]


def diff(old: Record, new: Record) -> Diff:
    """Tasks and figures of two periods side by side.

    ``changes`` holds every task of both once: the old ones in their order, dropped ones in place, then the added
    ones in theirs. A pure function: the same two records give the same comparison.
    """
    return Diff(
        _side(old),
        _side(new),
        compare_tasks(old.tasks, new.tasks),
        compare_statistics(old.statistics, new.statistics),
        cautions(old, new),
    )


def _side(record: Record) -> DiffSide:
    return DiffSide(
        record.source,
        record.title,
        record.locality.province,
        record.reported_period,
        record.planned_period,
        record.locality,
        record.event.organizer,
    )
