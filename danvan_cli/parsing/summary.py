"""The brief: it only arranges what the other questions have read."""

from __future__ import annotations

from danvan_cli.record import Record, Summary


def summarize(record: Record, lang: str = "vi") -> Summary:
    """A brief of ``record`` in at most 160 syllables, in Vietnamese (``vi``) or English (``en``)."""
    return Summary()
