"""What the Popolo specification says of the four classes that danvan writes, as JSON Schemas.

Written for these tests from the properties that popoloproject.com/specs documents (person, organization, membership,
post; version 1.0). Popolo lets publishers add properties; here only those that danvan adds are let through, so that a
misspelt one is found.
"""

from __future__ import annotations

from typing import Any

TEXT = {"type": ["string", "null"]}
ID = {"type": "string", "minLength": 1}
DATE = {"type": ["string", "null"], "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
LINK = {
    "type": "object",
    "required": ["url"],
    "properties": {"url": {"type": "string", "pattern": "^[a-z]+:[!-~]+$"}, "note": TEXT},
    "additionalProperties": False,
}
SOURCES = {"type": "array", "items": LINK}
OTHER_NAMES = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"name": {"type": "string"}, "start_date": DATE, "end_date": DATE, "note": TEXT},
        "additionalProperties": False,
    },
}
AREA = {
    "type": "object",
    "properties": dict.fromkeys(("id", "name", "identifier", "classification", "parent_id"), TEXT),
    "additionalProperties": False,
}
COMMON: dict[str, Any] = {"id": ID, "sources": SOURCES, "links": SOURCES, "created_at": TEXT, "updated_at": TEXT}


def _class(*texts: str, required: tuple[str, ...], **more: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["id", *required],
        "properties": COMMON | dict.fromkeys(texts, TEXT) | more,
        "additionalProperties": False,
    }


SCHEMAS: dict[str, dict[str, Any]] = {
    "persons": _class(
        *("name", "family_name", "given_name", "additional_name", "honorific_prefix", "honorific_suffix"),
        *("patronymic_name", "sort_name", "email", "gender", "image", "summary", "biography", "national_identity"),
        required=("name",),
        other_names=OTHER_NAMES,
        birth_date=DATE,
        death_date=DATE,
        # of danvan
        certainty={"enum": ["high", "medium", "low"]},
        doubts={"type": "array", "items": {"type": "string"}},
    ),
    "organizations": _class(
        *("name", "classification", "parent_id", "area_id", "abstract", "description", "image"),
        required=("name",),
        other_names=OTHER_NAMES,
        area=AREA,
        founding_date=DATE,
        dissolution_date=DATE,
    ),
    "memberships": _class(
        *("label", "role", "organization_id", "post_id", "on_behalf_of_id", "area_id"),
        required=("person_id", "sources"),
        person_id=ID,
        start_date=DATE,
        end_date=DATE,
        # of danvan
        former={"type": "boolean"},
        acting={"type": "boolean"},
        first_seen=DATE,
        last_seen=DATE,
        left_by=DATE,
    ),
    "posts": _class(
        *("label", "role", "area_id"),
        required=("organization_id",),
        organization_id=ID,
        start_date=DATE,
        end_date=DATE,
        other_label={"type": "array", "items": {"type": "string"}},
    ),
}
