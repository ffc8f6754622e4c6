"""Comparing: what became of the tasks and figures of one period in the next."""

from __future__ import annotations

from danvan_cli.record import Diff, DiffSide, Record

__all__ = ["diff"]


def diff(old: Record, new: Record) -> Diff:
    """Tasks and figures of two periods side by side."""
    return Diff(_side(old), _side(new), [], [])


def _side(record: Record) -> DiffSide:
    return DiffSide(
        record.source,
        record.title,
        record.locality.province,
        record.reported_period,
        record.planned_period,
    )
