"""JSON Schema, made from the types that are printed."""

from __future__ import annotations

from typing import Any

import msgspec

from danvan_cli.corpus.aggregation import Figure, Total
from danvan_cli.corpus.people import Person
from danvan_cli.corpus.trends import Series
from danvan_cli.corpus.worklist import Agenda
from danvan_cli.parsing.readings import Reading
from danvan_cli.record import SCHEMA_VERSION, Diff, Record

SCHEMAS: dict[str, type] = {
    "record": Record,
    "diff": Diff,
    "person": Person,
    "figure": Figure,
    "total": Total,
    "series": Series,
    "agenda": Agenda,
    "reading": Reading,
}
"""By the name that ``danvan schema NAME`` takes."""


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema, draft 2020-12, of the type called ``name``; KeyError where there is none."""
    made = msgspec.json.schema(SCHEMAS[name])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:danvan:{name}:{SCHEMA_VERSION}",
        "title": f"danvan {name}",
        **made,
    }


def schema_text(name: str) -> str:
    """The same as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(schema(name)), indent=2).decode()
