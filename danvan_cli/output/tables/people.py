"""The tables of persons over many articles: a row an office, and a row an article that names the person."""

from __future__ import annotations

from collections.abc import Iterator

from danvan_cli.corpus.people import Doubt, Office, Person
from danvan_cli.output.tables.table import Field, Label, Phrase, Row, Table, count, label, labels, moment

_NO_OFFICE: Row = [None] * 11


def _offices(person: Person) -> Iterator[Row]:
    for office in map(_office, person.offices) if person.offices else [_NO_OFFICE]:
        yield [
            person.name,
            person.other_names,
            person.province,
            *office,
            [Label("action", deed.action) for deed in person.actions],
            person.articles,
            label("certainty", person.certainty),
            person.id,
        ]


def _office(office: Office) -> Row:
    """An office and the words of the first article that gives it."""
    return [
        office.title,
        office.role,
        office.organization,
        label("level", office.level),
        office.former,
        office.acting,
        moment(office.first),
        moment(office.last),
        moment(office.left_by),
        office.sightings[0].evidence.text,
        office.sightings[0].source,
    ]


def _appearances(person: Person) -> Iterator[Row]:
    for appearance in person.appearances:
        yield [
            person.name,
            person.province,
            moment(appearance.date),
            appearance.name,
            [position.title for position in appearance.positions],
            labels("action", appearance.actions),
            appearance.title,
            appearance.source,
            person.id,
        ]


def _reason(doubt: Doubt) -> Phrase:
    return Phrase("doubt", doubt.code, tuple(doubt.about))


def _doubts(person: Person) -> Iterator[Row]:
    for doubt in person.doubts:
        yield [person.name, person.province, label("certainty", person.certainty), _reason(doubt), person.id]


TABLES = {
    "person": (
        Table(
            "officials",
            (
                Field("name", 22),
                Field("other_names", 20),
                Field("province", 18),
                Field("position", 36),
                Field("role", 24),
                Field("organization", 30),
                Field("level", 12),
                Field("former", 10),
                Field("acting", 10),
                Field("first_seen", 12),
                Field("last_seen", 12),
                Field("left_by", 12),
                Field("evidence", 40),
                Field("source", 36),
                Field("actions", 24),
                count("articles", 8),
                Field("certainty", 12),
                Field("id", 24),
            ),
            _offices,
        ),
        Table(
            "appearances",
            (
                Field("name", 22),
                Field("province", 18),
                Field("date", 12),
                Field("as_written", 22),
                Field("positions", 50),
                Field("actions", 24),
                Field("title", 50),
                Field("source", 36),
                Field("id", 24),
            ),
            _appearances,
        ),
        Table(
            "doubts",
            (Field("name", 22), Field("province", 18), Field("certainty", 12), Field("doubt", 70), Field("id", 24)),
            _doubts,
        ),
    )
}
