"""The types of the contract and nothing else: what danvan says of one article, and of two.

One :class:`Record` an article. JSON and the JSON Schema are made from these types, so a key that is not here is not
printed. Values stay in the article's own words; a value that the article does not give is ``None`` or ``[]``, never a
guess that looks like a reading. Dates are ISO strings (``2020-12-31``), offsets are Unicode code points in the cleaned
text that ``danvan text FILE`` prints, rates are percent, money is đồng.
"""

from __future__ import annotations

from typing import Literal

import msgspec

SCHEMA_VERSION = 1

EventKind = Literal["annual_review", "interim_review", "briefing", "visit", "other"]
PartOfDay = Literal["morning", "afternoon", "evening"]
Level = Literal["national", "province", "district", "commune"]
Action = Literal["chair", "attend", "direct", "conclude", "report", "speak", "award", "receive", "visit"]
Indicator = Literal[
    "visits",
    "visitors",
    "visit_cases",
    "group_visits",
    "petitions_received",
    "petitions_eligible",
    "petitions_under_jurisdiction",
    "petitions_resolved",
    "petitions_pending",
    "resolution_rate",
    "dialogues",
    "skilled_mobilization_models",
    "outreach_sessions",
    "outreach_attendance",
    "mediations",
    "supervisions",
    "key_tasks",
    "other",
]
Bound = Literal["exact", "about", "at_least", "at_most"]
PetitionKind = Literal["complaint", "denunciation", "proposal", "feedback"]
ChangeStatus = Literal["same", "changed", "dropped", "added"]


class Evidence(msgspec.Struct, frozen=True):
    """The words a reading stands on: ``text`` is always the slice ``start:end`` of the cleaned text."""

    start: int
    end: int
    text: str
    rule: str = ""
    """Name of the rule that made the reading, for ``--explain``."""


class Source(msgspec.Struct, frozen=True):
    """Where an article came from."""

    path: str
    format: str
    encoding: str | None
    sha256: str
    """Of the input bytes."""
    characters: int
    """Code points of the cleaned text."""


class Period(msgspec.Struct, frozen=True):
    """A span of days, both ends included, with the words that name it."""

    label: str
    start: str
    end: str


class Event(msgspec.Struct):
    """The meeting or occasion that the article reports."""

    kind: EventKind = "other"
    date: str | None = None
    """ISO day; ``None`` where nothing in the article fixes the year."""
    date_text: str | None = None
    part_of_day: PartOfDay | None = None
    organizer: str | None = None
    place: str | None = None


class Locality(msgspec.Struct):
    """The body's place in the state: its tier and where it is."""

    level: Level | None = None
    province: str | None = None
    """Name at the time of the article, without its type ("Lạng Sơn")."""
    province_code: str | None = None
    """Code in the era of the article: a code is no identity across 2025-07-01."""
    province_today: str | None = None
    """The one of the 34 provinces since 2025-07-01 that the place now lies in."""
    district: str | None = None
    commune: str | None = None


class Position(msgspec.Struct):
    """An office as the article gives it to a person."""

    title: str
    """As written."""
    role: str | None
    organization: str | None
    """Resolved: an elliptical "Tỉnh ủy" carries its province."""
    province: str | None
    former: bool
    evidence: Evidence
    acting: bool = False
    level: Level | None = None


class ActionReading(msgspec.Struct, frozen=True):
    """One thing a person did, with its words."""

    action: Action
    evidence: Evidence


class Official(msgspec.Struct):
    """A named person who holds a public, Party, Front, union or armed-force position."""

    name: str
    """The fullest form in the text."""
    honorific: str | None
    positions: list[Position]
    actions: list[Action]
    mentions: list[Evidence]
    action_evidence: list[ActionReading] = []


class Change(msgspec.Struct, frozen=True):
    """How a figure moved against a base period."""

    direction: Literal["up", "down", "same"]
    value: float
    unit: str
    base: Period | None = None


class Statistic(msgspec.Struct):
    """A figure with a public-work meaning."""

    indicator: Indicator
    label: str
    value: float
    unit: str
    bound: Bound
    kinds: list[PetitionKind]
    period: Period | None
    """Only where it is not the article's reported period."""
    change: Change | None
    scope: str | None
    """Who counted."""
    derived: bool
    """True where danvan computed the figure; never true of a figure that it read."""
    evidence: Evidence
    of: Indicator | None = None
    """The base of a derived rate."""
    parent: int | None = None
    """Index in ``statistics`` of the figure that this one is a part of."""


class Target(msgspec.Struct, frozen=True):
    """A figure that a task sets."""

    value: float
    unit: str
    bound: Bound
    text: str


class Task(msgspec.Struct):
    """A piece of work that a body sets itself, or is told to do, for the period to come."""

    number: int
    text: str
    period: Period | None
    assigned_by: str | None
    evidence: Evidence
    deadline: str | None = None
    """As written ("trước ngày 30/9")."""
    theme: str | None = None
    targets: list[Target] = []


class TaskList(msgspec.Struct):
    """What the article says of its own list: "12 nhiệm vụ" with five listed and an ellipsis is cut."""

    claimed_count: int | None = None
    listed_count: int = 0
    truncated: bool = False


class Shortcoming(msgspec.Struct):
    """What the body says fell short."""

    text: str
    evidence: Evidence


class SummarySentence(msgspec.Struct):
    """A sentence of the brief and the words that its facts stand on."""

    text: str
    evidence: list[Evidence]


class Summary(msgspec.Struct):
    """Prose of at most 160 syllables (whitespace tokens), every fact in it traceable."""

    brief: str = ""
    sentences: list[SummarySentence] = []


class Warning(msgspec.Struct, frozen=True):  # noqa: A001 - the contract's own word
    """Something a reader should know before using the record."""

    code: str
    message: str


class Record(msgspec.Struct):
    """Everything danvan reads out of one article."""

    source: Source
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    author: str | None = None
    event: Event = msgspec.field(default_factory=Event)
    locality: Locality = msgspec.field(default_factory=Locality)
    reported_period: Period | None = None
    planned_period: Period | None = None
    officials: list[Official] = []
    statistics: list[Statistic] = []
    tasks: list[Task] = []
    task_list: TaskList = msgspec.field(default_factory=TaskList)
    shortcomings: list[Shortcoming] = []
    summary: Summary = msgspec.field(default_factory=Summary)
    warnings: list[Warning] = []
    schema_version: int = SCHEMA_VERSION


class DiffSide(msgspec.Struct):
    """One of the two reports that a diff compares."""

    source: Source
    title: str | None
    province: str | None
    reported_period: Period | None
    planned_period: Period | None
    locality: Locality = msgspec.field(default_factory=Locality)
    """The body that reports: one of a district is another than that of its province."""
    organizer: str | None = None
    """Who held the meeting that the report is of."""


class TaskChange(msgspec.Struct):
    """What became of a task: ``old`` is ``None`` where it was added, ``new`` where it was dropped."""

    status: ChangeStatus
    old: Task | None
    new: Task | None
    similarity: float
    note: str


class StatisticChange(msgspec.Struct):
    """An indicator in both periods."""

    indicator: Indicator
    label: str
    unit: str
    old: float | None
    new: float | None
    change: float | None
    change_percent: float | None
    kinds: list[PetitionKind] = []


class Diff(msgspec.Struct):
    """Tasks and figures of two periods, side by side."""

    old: DiffSide
    new: DiffSide
    changes: list[TaskChange]
    statistics: list[StatisticChange]
    warnings: list[Warning] = []
