"""The brief of a record in the language of its reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from danvan_cli.record import Record, Summary

if TYPE_CHECKING:  # most runs want the record's own brief
    from danvan_cli.output.wording import Lang

__all__ = ["brief", "briefed"]


def brief(record: Record, lang: Lang = "vi") -> Summary:
    """The brief of ``record``: its own in Vietnamese, or one in English, made from what the record holds.

    Pure, and in need of nothing but the record: it may come from anywhere. At most 160 whitespace tokens; each sentence
    has the words that its facts stand on.
    """
    if lang == "vi":
        return record.summary
    from danvan_cli.output.brief.english import english

    return english(record)


def briefed(records: Iterable[Record], lang: Lang) -> Iterator[Record]:
    """The records with their briefs in ``lang``, each as soon as it is there."""
    for record in records:
        yield record if lang == "vi" else replace(record, summary=brief(record, lang))
