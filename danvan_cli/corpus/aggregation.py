"""Figures of many articles: which of them may be added up, and their totals.

Three facts decide. A part is in its whole already, a derived figure in what it was computed from, and a rate is no
count: none of them is added. "Năm" contains "6 tháng": figures of different periods stand in rows of their own. A body
counts once however many articles report it: only figures of different bodies of one level add up, and where the
articles of one body disagree there is no total, only the figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, get_args

import msgspec

from danvan_cli.corpus.selection import Selection, day_of, province_label
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
    """Whether it is a part of another figure of the article."""
    evidence: Evidence


class Total(msgspec.Struct):
    """Figures that mean the same thing, and their sum where they have one."""

    province: str | None
    merged_province: bool
    level: Level | None
    article: str | None
    """Set only where the rows are grouped by article."""
    indicator: Indicator
    label: str
    unit: str
    kinds: list[PetitionKind]
    period: Period | None
    total: float | None
    """``None`` where the figures must not be added: rates, figures of no known period, articles of one body that
    disagree."""
    bound: Bound
    bodies: int
    articles: int
    figures: list[Figure]


def figures(records: Iterable[Record], selection: Selection) -> Iterator[Figure]:
    """Every figure that is asked for, in the order of the articles."""
    for record in records:
        if not selection.has_place(record):
            continue
        day, place = day_of(record), record.locality
        province, merged = province_label(record)
        body = ", ".join(name for name in (place.commune, place.district, place.province) if name)
        for statistic in record.statistics:
            period = statistic.period or record.reported_period
            wanted = not selection.indicators or statistic.indicator in selection.indicators
            if wanted and selection.has_time(period, day):
                yield Figure(
                    source=record.source.path,
                    title=record.title,
                    date=day,
                    province=province,
                    merged_province=merged,
                    level=place.level,
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
                    part=statistic.parent is not None,
                    evidence=statistic.evidence,
                )


class _Key(NamedTuple):
    """What figures must have in common to stand in one row."""

    province: tuple[str | None, bool] | None
    article: str | None
    level: Level | None
    indicator: Indicator
    itself: tuple[str, int] | None
    """Where a figure stands that no indicator names: "hộ" are poor ones here and new ones there, and never add up."""
    unit: str
    kinds: tuple[PetitionKind, ...]
    period: tuple[str, str] | None


def totals(found: Iterable[Figure], by: tuple[Dimension, ...], *, other: bool = False) -> list[Total]:
    """One row for each set of figures that mean the same, sorted by the dimensions of ``by`` and then by indicator.

    Derived figures, parts of other figures, and figures of another period than the article's own (a comparison base, a
    target, a cumulative count) are left out: they would be counted twice, or are no result of the period. So are those
    that no indicator names, unless ``other`` asks for them: then each has a row of its own.
    """
    rows: dict[_Key, list[Figure]] = {}
    for figure in found:
        if not (figure.derived or figure.part or figure.own_period or (figure.indicator == "other" and not other)):
            rows.setdefault(_key(figure, by), []).append(figure)
    made = [_total(key, row, by) for key, row in rows.items()]
    rest: tuple[Dimension, ...] = ("indicator", "period")
    order = (*by, *(dimension for dimension in rest if dimension not in by))
    return sorted(made, key=lambda total: [_rank(total, dimension) for dimension in order])


def _key(figure: Figure, by: tuple[Dimension, ...]) -> _Key:
    return _Key(
        (figure.province, figure.merged_province) if "province" in by else None,
        figure.source if "article" in by else None,
        figure.level,
        figure.indicator,
        (figure.source, figure.evidence.start) if figure.indicator == "other" else None,
        figure.unit,
        # Petitions of all four kinds are petitions of any kind.
        tuple(kind for kind in _KINDS if kind in figure.kinds) if len(set(figure.kinds)) < len(_KINDS) else (),
        (figure.period.start, figure.period.end) if figure.period else None,
    )


def _total(key: _Key, row: list[Figure], by: tuple[Dimension, ...]) -> Total:
    bodies: dict[str, set[float]] = {}
    for figure in row:
        # A figure whose body is unknown is a body of its own article.
        bodies.setdefault(figure.body or figure.source, set()).add(figure.value)
    agreed = all(len(values) == 1 for values in bodies.values())
    addable = agreed and (len(bodies) == 1 or (key.period is not None and "%" not in key.unit))
    provinces = {(figure.province, figure.merged_province) for figure in row}
    province, merged = provinces.pop() if len(provinces) == 1 else (None, False)
    bounds = {figure.bound for figure in row} - {"exact"}
    bound: Bound = "exact" if not bounds else bounds.pop() if len(bounds) == 1 else "about"
    return Total(
        province=province,
        merged_province=merged,
        level=key.level,
        article=key.article if "article" in by else None,
        indicator=key.indicator,
        label=row[0].label,
        unit=key.unit,
        kinds=list(key.kinds),
        period=row[0].period,
        total=sum(min(values) for values in bodies.values()) if addable else None,
        bound=bound,
        bodies=len(bodies),
        articles=len({figure.source for figure in row}),
        figures=row,
    )


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
