"""The tables of figures: those of one article, totals, and series, each with the figures it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from danvan_cli.corpus.aggregation import Figure, Total
from danvan_cli.corpus.trends import Series
from danvan_cli.output.tables.article import FIGURE
from danvan_cli.output.tables.table import PERIOD, Field, Row, Table, bounded, count, days, label, labels, moment, moved

_OF = (
    Field("province", 18),
    Field("level", 12),
    Field("body", 24),
    Field("date", 12),
    Field("source", 36),
    Field("title", 50),
    Field("also_in", 30),
)


def _figure(figure: Figure) -> Row:
    return [
        label("indicator", figure.indicator),
        figure.value,
        bounded(figure.bound),
        figure.unit,
        figure.evidence.text,
        labels("petition_kind", figure.kinds),
        *days(figure.period),
        *moved(figure.change),
        figure.scope,
        figure.part,
        figure.derived,
        figure.province,
        label("level", figure.level),
        figure.body,
        moment(figure.date),
        figure.source,
        figure.title,
        figure.also_in,
    ]


def _one(figure: Figure) -> Iterable[Row]:
    return [_figure(figure)]


def _total(total: Total) -> Iterator[Row]:
    values = [figure.value for figure in total.figures]
    yield [
        total.province,
        label("level", total.level),
        label("indicator", total.indicator),
        labels("petition_kind", total.kinds),
        *days(total.period),
        total.total,
        bounded(total.bound),
        total.unit,
        [figure.evidence.text for figure in total.figures],
        min(values),
        max(values),
        total.bodies,
        total.articles,
        list(dict.fromkeys(figure.source for figure in total.figures)),
    ]


def _of_total(total: Total) -> Iterator[Row]:
    yield from map(_figure, total.figures)


def _points(series: Series) -> Iterator[Row]:
    for point in series.points:
        yield [
            label("indicator", series.indicator),
            series.body or None,
            series.province,
            label("level", series.level),
            labels("petition_kind", series.kinds),
            label("cadence", series.cadence),
            *days(point.period),
            point.value,
            bounded(point.bound) if point.values else None,
            series.unit,
            point.values[0] if point.values else None,
            point.values[-1] if point.values else None,
            len({figure.source for figure in point.figures}),
        ]


def _of_series(series: Series) -> Iterator[Row]:
    for point in series.points:
        yield from map(_figure, point.figures)


_KINDS = Field("kinds", 20)
_LEAST, _MOST, _ARTICLES = count("least", 12), count("most", 12), count("articles", 8)
_BOUND, _UNIT = Field("bound", 10), Field("unit", 12)

TABLES = {
    "figure": (Table("statistics", (*FIGURE, *_OF), _one),),
    "total": (
        Table(
            "totals",
            (
                Field("province", 18),
                Field("level", 12),
                Field("indicator", 34),
                _KINDS,
                *PERIOD,
                count("total", 12),
                _BOUND,
                _UNIT,
                Field("evidence", 60),
                _LEAST,
                _MOST,
                count("bodies", 8),
                _ARTICLES,
                Field("source", 36),
            ),
            _total,
        ),
        Table("statistics", (*FIGURE, *_OF), _of_total),
    ),
    "series": (
        Table(
            "series",
            (
                Field("indicator", 34),
                Field("body", 24),
                Field("province", 18),
                Field("level", 12),
                _KINDS,
                Field("cadence", 16),
                *PERIOD,
                count("value", 12),
                _BOUND,
                _UNIT,
                _LEAST,
                _MOST,
                _ARTICLES,
            ),
            _points,
        ),
        Table("statistics", (*FIGURE, *_OF), _of_series),
    ),
}
