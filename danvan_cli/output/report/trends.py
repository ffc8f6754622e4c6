"""Indicators over comparable periods: a small chart a body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from danvan_cli.corpus.trends import Point, Series
from danvan_cli.output.report.charts import Mark, line_chart
from danvan_cli.output.report.citing import View
from danvan_cli.output.report.parts import body_of, section, shown_figure, unit_of
from danvan_cli.output.views.parts import kinds_of
from danvan_cli.output.web.page import escaped

_DRAWN = 6
"""Series of one indicator that are drawn: those of the most periods."""
_PERIODS = 8
"""The latest periods that a chart has room for."""
_LABELLED = 4
"""So many figures have room beside their points; of more the lowest, the highest and the latest are told."""


def trends(view: View) -> Iterator[str]:
    """The charts of the longest series, indicator by indicator."""
    found = view.overview.series
    yield from section("trends", view, view.says("trends_note" if found else "no_trends"))
    for indicator, group in groupby(found, key=lambda row: row.indicator):
        rows = list(group)
        yield f"<h3>{escaped(view.words.of('indicator', indicator))}</h3>"
        yield '<div class="charts">'
        for row in _drawn(rows):
            yield from _chart(row, view)
        yield "</div>"
        left = len(rows) - _DRAWN
        if left > 0:
            yield f'<p class="dim">{escaped(view.says("more_series", count=view.words.number(left)))}</p>'


def _drawn(rows: Sequence[Series]) -> list[Series]:
    """The longest series, in the order in which they come."""
    longest = sorted(range(len(rows)), key=lambda i: (-sum(bool(point.values) for point in rows[i].points), i))
    return [rows[i] for i in sorted(longest[:_DRAWN])]


def _chart(row: Series, view: View) -> Iterator[str]:
    points = row.points[-_PERIODS:]
    marks = [_mark(point, row, view) for point in points]
    title = _title(row, view)
    marks = _labelled(marks)
    told = ", ".join(f"{mark.label}: {mark.shown}" for mark in marks if mark.target)
    yield f"<figure><figcaption>{escaped(title)}</figcaption>"
    yield line_chart(marks, f"{title}. {told}")
    yield "</figure>"


def _mark(point: Point, row: Series, view: View) -> Mark:
    years = row.cadence == "year"  # the title says so already
    label = point.period.start[:4] if years else view.words.period(point.period)
    if not point.values:
        return Mark(label, None, None, "", "")
    first = point.figures[0]
    lowest = min(point.figures, key=lambda figure: figure.value)
    highest = max(point.figures, key=lambda figure: figure.value)
    ends = dict.fromkeys(shown_figure(figure, view.words) for figure in (lowest, highest))
    return Mark(label, point.values[0], point.values[-1], " – ".join(ends), view.cite.of(first.source, first.evidence))


def _labelled(marks: list[Mark]) -> list[Mark]:
    """The marks, those with a label that a chart has room for."""
    given = [mark for mark in marks if mark.target]
    if len(given) <= _LABELLED:
        return marks
    ends = (min(given, key=lambda mark: mark.low or 0), max(given, key=lambda mark: mark.high or 0), given[-1])
    return [mark._replace(labelled=mark in ends) for mark in marks]


def _title(row: Series, view: View) -> str:
    words = view.words
    figure = next(point.figures[0] for point in row.points if point.figures)
    level = words.of("level", row.level) if row.level and row.level not in ("province", "national") else ""
    facts = (
        body_of(figure, view),
        kinds_of(row.kinds, words),
        level,
        unit_of(row.unit),
        words.of("cadence", row.cadence),
    )
    return " · ".join(fact for fact in facts if fact)
