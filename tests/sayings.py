"""What a record says, without where it says it and in which spelling: what two forms of one article have in common."""

from __future__ import annotations

from typing import Any

from danvan_cli.lexicon import fold
from danvan_cli.record import Period, Record


def sayings(record: Record) -> dict[str, Any]:
    """The readings of ``record``: values as they are, words folded, no offsets."""
    return {
        "title": _words(record.title),
        "published": record.published,
        "event": (record.event.kind, record.event.date, record.event.part_of_day, _words(record.event.organizer)),
        "locality": record.locality,
        "periods": (_days(record.reported_period), _days(record.planned_period)),
        "officials": [
            (_words(o.name), [(_words(p.title), p.province, p.former) for p in o.positions], o.actions)
            for o in record.officials
        ],
        "statistics": [
            (
                s.indicator,
                s.value,
                _words(s.unit),
                s.bound,
                s.kinds,
                _days(s.period),
                s.derived,
                s.parent,
                s.change and (s.change.direction, s.change.value, _words(s.change.unit)),
            )
            for s in record.statistics
        ],
        "tasks": [(_words(t.text), _words(t.assigned_by), _days(t.period)) for t in record.tasks],
        "shortcomings": [_words(s.text) for s in record.shortcomings],
        "warnings": [warning.code for warning in record.warnings],
    }


def _words(text: str | None) -> str | None:
    return None if text is None else fold(" ".join(text.split()))


def _days(period: Period | None) -> tuple[str, str] | None:
    return (period.start, period.end) if period else None
