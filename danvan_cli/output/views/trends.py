"""Series as charts: a bar a period, a chart a series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from danvan_cli.corpus.units import counted_as
from danvan_cli.output.blocks import Bar, Block, Chart, Heading, Span
from danvan_cli.output.views.parts import named, value_of
from danvan_cli.output.wording import Wording

if TYPE_CHECKING:
    from danvan_cli.corpus.trends import Point, Series

_Scale = tuple[str, str, str, str | None]
_GAPS = 3
"""So many periods in a row without a figure are shown one by one; more of them share a line."""


def trend_charts(found: Iterable[Series], words: Wording) -> Iterator[Block]:
    """Indicators as titles, under each its series; bars of one level, unit and cadence share a scale."""
    rows = list(found)
    scales: dict[_Scale, float] = {}
    for row in rows:
        highest = 100.0 if row.unit == "%" else max((max(point.values, default=0) for point in row.points), default=0)
        scales[_scale(row)] = max(scales.get(_scale(row), 0), highest)
    for _, group in groupby(rows, key=lambda row: row.indicator):
        for number, row in enumerate(group):
            if number == 0:
                yield Heading(words.of("indicator", row.indicator))
            yield Heading(_title(row, words), 2)
            bars = list(_bars(row, scales[_scale(row)], words))
            yield Chart(words.of("column", "period"), words.of("column", "value"), bars)


def _scale(row: Series) -> _Scale:
    return row.indicator, counted_as(row.indicator, row.unit), row.cadence, row.level


def _title(row: Series, words: Wording) -> tuple[Span, ...]:
    level = words.of("level", row.level) if row.level and row.level != "province" else ""
    if row.level == "national" and not row.body:
        place, level = level, ""
    else:
        place = row.body or row.points[0].figures[0].title or words.of("note", "untitled")
    if row.merged_province:
        place += f" ({words.of('note', 'since_2025')})"
    kinds = named(row.indicator, row.kinds, words)[1].text.strip(" ()") if row.kinds else ""
    facts = [kinds, level, row.unit, words.of("cadence", row.cadence)]
    return (Span(place), *(Span(f" · {fact}", "dim") for fact in facts if fact))


def _bars(row: Series, scale: float, words: Wording) -> Iterator[Bar]:
    for missing, run in groupby(row.points, key=lambda point: not point.values):
        points = list(run)
        if missing and len(points) > _GAPS:
            note = words.of("note", "no_figures_for").format(count=words.number(len(points)))
            yield Bar("…", "", 0, 0, note)
            continue
        for point in points:
            yield _bar(point, row.unit, scale, words)


def _bar(point: Point, unit: str, scale: float, words: Wording) -> Bar:
    label = words.period(point.period)
    if not point.values:
        return Bar(label, "–", 0, 0, words.of("note", "no_figure"))
    if point.value is not None:
        length = _share(point.value, scale)
        return Bar(label, value_of(point.value, point.bound, unit, words).shown, length, length)
    given = sorted({(figure.value, figure.bound) for figure in point.figures})
    shown = " – ".join(value_of(value, bound, unit, words).shown for value, bound in (given[0], given[-1]))
    low, high = _share(point.values[0], scale), _share(point.values[-1], scale)
    return Bar(label, shown, low, high, words.of("note", "disagree"))


def _share(value: float, scale: float) -> float:
    """How much of the longest bar a value is; a rate may be over 100 %, and its bar ends there."""
    return min(max(value / scale, 0.0), 1.0) if scale else 0.0
