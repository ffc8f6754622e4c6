"""Officials as Popolo: persons, organizations, memberships and posts in one JSON object.

Popolo (popoloproject.com) is what sites on parliaments and officials exchange. Nothing is in it that no article says:
no gender, no birth, and no day on which an office began. The days of the articles that give an office stand in keys of
danvan's own (``first_seen``, ``last_seen``, ``left_by``), beside ``former``, ``acting`` and ``certainty``. A source is
the article's address with the place of the words, counted in the text that ``danvan text`` prints (``#char=88,115``, as
RFC 5147 writes it).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO

import msgspec

from danvan_cli.corpus.people import Appearance, Office, Person, stable_id
from danvan_cli.corpus.people.spelling import names_its_place, same_place, spelt_out, without_province
from danvan_cli.output.formats import Listing, Look
from danvan_cli.record import Evidence

Popolo = dict[str, list[dict[str, Any]]]


def render(listing: Listing, stream: TextIO, look: Look) -> None:
    """Print one object with all persons of the listing."""
    encoded = msgspec.json.encode(popolo(listing.items))
    stream.write(msgspec.json.format(encoded, indent=2).decode() + "\n")


def popolo(persons: Iterable[Person]) -> Popolo:
    """The four lists, each item once, in the order in which the persons come."""
    found: list[dict[str, Any]] = []
    bodies: dict[str, dict[str, Any]] = {}
    posts: dict[str, dict[str, Any]] = {}
    memberships: list[dict[str, Any]] = []
    for person in persons:
        found.append(_person(person))
        for office in person.offices:
            body = _organization(person, office, bodies)
            post = _post(office, body, posts)
            memberships.append(_membership(person, office, body, post))
    return {
        "persons": found,
        "organizations": list(bodies.values()),
        "memberships": memberships,
        "posts": list(posts.values()),
    }


def _person(person: Person) -> dict[str, Any]:
    made: dict[str, Any] = {"id": person.id, "name": person.name}
    if person.other_names:
        made["other_names"] = [{"name": name} for name in person.other_names]
    made["certainty"] = person.certainty
    if person.doubts:
        made["doubts"] = [doubt.text for doubt in person.doubts]
    made["sources"] = [_named(appearance) for appearance in person.appearances]
    return made


def _named(appearance: Appearance) -> dict[str, str]:
    """Where an article names the person first."""
    if appearance.mentions:
        return _source(appearance.source, appearance.date, appearance.mentions[0])
    return {"url": _address(appearance.source), "note": appearance.date or ""}


def _organization(person: Person, office: Office, bodies: dict[str, dict[str, Any]]) -> dict[str, Any] | None:
    """The body of an office, the same object for each way to write it."""
    if not office.organization:
        return None
    words = without_province(spelt_out(office.organization), office.province)
    local = office.level in ("district", "commune") or (office.level == "province" and not office.province)
    # "Huyện ủy" alone is one of many: that of this person, nobody knows which.
    of = person.id if local and not names_its_place(words) else ""
    body_id = stable_id("organization", words, same_place(office.province) if office.province else "", of)
    body = bodies.setdefault(body_id, {"id": body_id, "name": office.organization})
    if office.province:
        body["area"] = {"name": office.province}
    names = [body["name"], *(other["name"] for other in body.get("other_names", ()))]
    if office.organization not in names:
        body.setdefault("other_names", []).append({"name": office.organization})
    return body


def _post(office: Office, body: dict[str, Any] | None, posts: dict[str, dict[str, Any]]) -> dict[str, Any] | None:
    """The office apart from who holds it."""
    if body is None or not office.role:
        return None
    post_id = stable_id("post", body["id"], spelt_out(office.role))
    return posts.setdefault(
        post_id,
        {
            "id": post_id,
            "label": f"{office.role}, {body['name']}",
            "role": office.role,
            "organization_id": body["id"],
        },
    )


def _membership(
    person: Person, office: Office, body: dict[str, Any] | None, post: dict[str, Any] | None
) -> dict[str, Any]:
    role = office.role or office.title
    where = body["id"] if body else f"{office.province} {office.level}"
    made: dict[str, Any] = {
        "id": stable_id("membership", person.id, where, spelt_out(role), "acting" if office.acting else ""),
        "label": office.title,
        "role": role,
        "person_id": person.id,
    }
    if body:
        made["organization_id"] = body["id"]
    if post:
        made["post_id"] = post["id"]
    made["former"], made["acting"] = office.former, office.acting
    days = {"first_seen": office.first, "last_seen": office.last, "left_by": office.left_by}
    made.update((key, day) for key, day in days.items() if day)
    made["sources"] = [_source(s.source, s.date, s.evidence) for s in office.sightings]
    return made


def _source(path: str, day: str | None, evidence: Evidence) -> dict[str, str]:
    note = f"{evidence.text} ({day})" if day else evidence.text
    return {"url": f"{_address(path)}#char={evidence.start},{evidence.end}", "note": note}


def _address(path: str) -> str:
    """An article's URL; what came from standard input has no place of its own."""
    return "urn:danvan:stdin" if path == "-" else Path(path).absolute().as_uri()
