"""Figures of many articles: which of them may be added up, and their totals.

Three facts decide. A part is in its whole already, a derived figure in what it was computed from, and a rate is no
count: none of them is added. "Năm" contains "6 tháng": figures of different periods stand in rows of their own. A body
counts once however many articles report it: only figures of different bodies of one level add up, never those of a
province of 2025 and of one that went into it, and where the articles of one body disagree there is no total, only the
figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, get_args

import msgspec

from danvan_cli.comparing.wholes import parts
from danvan_cli.corpus.selection import Selection, day_of, is_merged, province_label, province_today
from danvan_cli.corpus.units import commonest, counted_as
from danvan_cli.lexicon.folding import bare, fold
from danvan_cli.record import (
    Bound,
    Change,
    Evidence,
    Indicator,
    Level,
    Period,
    PetitionKind,
    Record,
)

Dimension = Literal["province", "period", "article", "indicator"]
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
_KINDS: tuple[PetitionKind, ...] = get_args(PetitionKind)
_LEVELS: tuple[Level, ...] = get_args(Level)
_ORDER = {indicator: i for i, indicator in enumerate(get_args(Indicator))}


class Figure(msgspec.Struct):
    """A figure beside the article that gives it."""

    source: str
    """Path of the article; ``evidence`` counts in its cleaned text."""
    title: str | None
    date: str | None
    province: str | None
    merged_province: bool
    """True for a province of 2025 that shares its name with a smaller one before."""
    province_today: str | None
    """The one of the 34 provinces since 2025-07-01 that ``province`` lies in."""
    level: Level | None
    body: str
    """The unit whose work is reported, smallest place first: one body counts once."""
    indicator: Indicator
    label: str
    value: float
    unit: str
    bound: Bound
    kinds: list[PetitionKind]
    period: Period | None
    """The figure's own period, else the one that the article reports."""
    own_period: bool
    """Whether the figure has a period other than the article's reported one."""
    change: Change | None
    scope: str | None
    derived: bool
    of: Indicator | None
    part: bool
    """Whether it is a part of another figure of the article, and would be counted twice beside it."""
    evidence: Evidence
    also_in: list[str]
    """Paths of other articles that carry the same report: they were left out."""


class Total(msgspec.Struct):
    """Figures that mean the same thing, and their sum where they have one."""

    province: str | None
    """The one that all figures are of; with ``--today`` the one of the 34 that it lies in."""
    merged_province: bool
    level: Level | None
    article: str | None
    """Set only where the rows are grouped by article."""
    indicator: Indicator
    label: str
    unit: str
    """The commonest of the units of the figures, which all count the same."""
    kinds: list[PetitionKind]
    period: Period | None
    total: float | None
    """``None`` where the figures must not be added: rates, figures of no known period, articles of one body that
    disagree, a province and a part of it."""
    bound: Bound
    bodies: int
    articles: int
    """Without those that carry the report of another."""
    figures: list[Figure]


def figures(records: Iterable[Record], selection: Selection) -> Iterator[Figure]:
    """Every figure that is asked for, in the order of the articles."""
    for record in records:
        if not selection.has_place(record):
            continue
        day, today, body = day_of(record), province_today(record), body_of(record)
        province, merged = province_label(record)
        inside = parts(record.statistics)
        for i, statistic in enumerate(record.statistics):
            period = statistic.period or record.reported_period
            wanted = not selection.indicators or statistic.indicator in selection.indicators
            if wanted and selection.has_time(period, day):
                yield Figure(
                    source=record.source.path,
                    title=record.title,
                    date=day,
                    province=province,
                    merged_province=merged,
                    province_today=today,
                    level=record.locality.level,
                    body=body,
                    indicator=statistic.indicator,
                    label=statistic.label,
                    value=statistic.value,
                    unit=statistic.unit,
                    bound=statistic.bound,
                    kinds=statistic.kinds,
                    period=period,
                    own_period=statistic.period is not None,
                    change=statistic.change,
                    scope=statistic.scope,
                    derived=statistic.derived,
                    of=statistic.of,
                    part=i in inside,
                    evidence=statistic.evidence,
                    also_in=[],
                )


def body_of(record: Record) -> str:
    """The unit whose work a record reports, smallest place first; empty where no place is known."""
    place = record.locality
    return ", ".join(name for name in (place.commune, place.district, place.province) if name)


def body_key(figure: Figure) -> tuple[str, bool]:
    """What tells the body of a figure from others; one that is unknown is a body of its own article.

    The whole country is one body, whichever of its organs reports: what they count may well be the same.
    """
    known = figure.body or figure.level == "national"
    return figure.body if known else figure.source, figure.merged_province


def counted(found: Iterable[Figure], *, other: bool = False) -> Iterator[Figure]:
    """The figures that totals are made of.

    Derived figures, parts of other figures, and figures of another period than the article's own (a comparison base, a
    target, a cumulative count) are left out: they would be counted twice, or are no result of the period. So are those
    that no indicator names, unless ``other`` asks for them.
    """
    for figure in found:
        if not (figure.derived or figure.part or figure.own_period or (figure.indicator == "other" and not other)):
            yield figure


Meaning = tuple[Indicator, str, tuple[PetitionKind, ...]]
"""What a figure counts: indicator, unit, kinds of petition."""


def meaning(indicator: Indicator, unit: str, kinds: list[PetitionKind]) -> Meaning:
    """What a figure counts, the same however units and kinds are written; petitions of all kinds are of any kind."""
    ordered = tuple(kind for kind in _KINDS if kind in kinds)
    return indicator, counted_as(indicator, unit), ordered if len(ordered) < len(_KINDS) else ()


class _Key(NamedTuple):
    """What figures must have in common to stand in one row."""

    province: tuple[str | None, bool] | None
    article: str | None
    level: Level | None
    meaning: Meaning
    itself: tuple[str, int, int] | None
    """Where a figure stands that no indicator names: "hộ" are poor ones here and new ones there, and never add up."""
    period: tuple[str, str] | None


def totals(found: Iterable[Figure], by: tuple[Dimension, ...], *, today: bool = False) -> list[Total]:
    """One row for each set of ``counted`` figures that mean the same, sorted by ``by`` and then by indicator.

    ``today`` puts figures under the provinces of now. Each figure that no indicator names has a row of its own.
    """
    rows: dict[_Key, list[Figure]] = {}
    for figure in found:
        rows.setdefault(_key(figure, by, today), []).append(figure)
    made = [_total(key, row, today) for key, row in rows.items()]
    rest: tuple[Dimension, ...] = ("indicator", "period")
    order = (*by, *(dimension for dimension in rest if dimension not in by))
    return sorted(made, key=lambda total: [_rank(total, dimension) for dimension in order])


def _province(figure: Figure, today: bool) -> tuple[str | None, bool]:
    if today:
        return figure.province_today, is_merged(figure.province_today)
    return figure.province, figure.merged_province


def _key(figure: Figure, by: tuple[Dimension, ...], today: bool) -> _Key:
    return _Key(
        _province(figure, today) if "province" in by else None,
        figure.source if "article" in by else None,
        figure.level,
        meaning(figure.indicator, figure.unit, figure.kinds),
        (figure.source, figure.evidence.start, figure.evidence.end) if figure.indicator == "other" else None,
        (figure.period.start, figure.period.end) if figure.period else None,
    )


def _total(key: _Key, row: list[Figure], today: bool) -> Total:
    bodies: dict[tuple[str, bool], set[float]] = {}
    for figure in row:
        bodies.setdefault(body_key(figure), set()).add(figure.value)
    agreed = all(len(values) == 1 for values in bodies.values()) and not _overlap(row)
    indicator, unit, kinds = key.meaning
    addable = agreed and (len(bodies) == 1 or (key.period is not None and unit != "%"))
    provinces = {_province(figure, today) for figure in row}
    province, merged = provinces.pop() if len(provinces) == 1 else (None, False)
    bounds = {figure.bound for figure in row} - {"exact"}
    bound: Bound = "exact" if not bounds else bounds.pop() if len(bounds) == 1 else "about"
    return Total(
        province=province,
        merged_province=merged,
        level=key.level,
        article=key.article,
        indicator=indicator,
        label=row[0].label,
        unit=commonest(figure.unit for figure in row),
        kinds=list(kinds),
        period=row[0].period,
        total=sum(min(values) for values in bodies.values()) if addable else None,
        bound=bound,
        bodies=len(bodies),
        articles=len({figure.source for figure in row}),
        figures=row,
    )


def _overlap(row: list[Figure]) -> bool:
    """Whether one of the figures is of a province of 2025 and another of a province that went into it."""
    if row[0].level != "province":
        return False
    wholes = {figure.province for figure in row if figure.merged_province}
    return any(not figure.merged_province and figure.province_today in wholes for figure in row)


def _rank(total: Total, dimension: Dimension) -> tuple[object, ...]:
    """What sorts totals along a dimension; what an article does not give comes last."""
    if dimension == "province":
        return (total.province is None, bare(fold(total.province or "")), total.merged_province)
    if dimension == "period":
        return (total.period is None, *((total.period.start, total.period.end) if total.period else ()))
    if dimension == "article":
        return (total.article is None, total.article or "")
    level = _LEVELS.index(total.level) if total.level else len(_LEVELS)
    return (_ORDER[total.indicator], total.unit, len(total.kinds), total.kinds, level)
