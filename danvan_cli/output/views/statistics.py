"""Figures as a table: those of one article, and totals over many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from danvan_cli.output.blocks import Below, Block, Cell, Heading, Rich, Sheet, Span
from danvan_cli.output.views.parts import column, named, value_of, values_of, without_empty
from danvan_cli.output.wording import Wording
from danvan_cli.record import Period, Statistic

if TYPE_CHECKING:  # a card shows none of these: they would only cost it time
    from danvan_cli.corpus.aggregation import Dimension, Figure, Total


def _evidence(statistic: Statistic | Figure, words: Wording) -> Cell:
    if not statistic.derived:
        return statistic.evidence.text
    base = words.of("indicator", statistic.of) if statistic.of else ""
    key = "derived" if base else "derived_alone"
    return (Span(f"{words.of('note', key)} {base}".rstrip(), "dim"),)


def _row(statistic: Statistic | Figure, period: Period | None, part: bool, words: Wording) -> list[Cell]:
    return [
        named(statistic.indicator, statistic.kinds, words, part=part),
        value_of(statistic.value, statistic.bound, statistic.unit, words),
        "" if statistic.unit == "%" else statistic.unit,
        words.change(statistic.change) if statistic.change else "",
        words.period(period),
        _evidence(statistic, words),
    ]


def _sheet(rows: list[list[Cell]], words: Wording) -> Sheet:
    columns = [
        column(words, "indicator", grow=3),
        column(words, "value", right=True),
        column(words, "unit", grow=1),
        column(words, "change", grow=1),
        column(words, "period", grow=1),
        column(words, "evidence", grow=4, yields=True),
    ]
    return without_empty(Sheet(columns, rows))


def statistics_sheet(statistics: list[Statistic], words: Wording) -> Sheet:
    """The figures of one article; a period only where it is not the article's own."""
    return _sheet([_row(s, s.period, s.parent is not None, words) for s in statistics], words)


def figures_of_one(found: Iterable[Figure], words: Wording) -> Iterator[Block]:
    """The figures that were asked for of one article: its period above, that of a figure where it is another."""
    rows = list(found)
    if not rows:
        return
    first = rows[0]
    reported = next((words.period(figure.period) for figure in rows if not figure.own_period), "")
    facts = [fact for fact in (first.body, reported) if fact]
    title = first.title or words.of("note", "untitled")
    yield Heading((Span(title), *(Span(f" · {fact}", "dim") for fact in facts)))
    yield _sheet([_row(f, f.period if f.own_period else None, f.part, words) for f in rows], words)


def totals_by(
    by: tuple[Dimension, ...], *, evidence: bool = False
) -> Callable[[Iterable[Total], Wording], Iterator[Block]]:
    """The view of totals that were made by the dimensions ``by``, these as its first columns.

    With ``evidence`` each total has what it is made of below it.
    """

    def view(found: Iterable[Total], words: Wording) -> Iterator[Block]:
        rows = list(found)
        if not rows:
            return
        rest: tuple[Dimension, ...] = ("indicator", "period")
        leading = (*by, *(dimension for dimension in rest if dimension not in by))
        columns = [
            column(
                words,
                dimension,
                grow=0 if dimension == "period" else 3,
                group="section"
                if i == 0 and dimension != "indicator"
                else "no"
                if evidence or i == len(leading) - 1
                else "repeat",
            )
            for i, dimension in enumerate(leading)
        ]
        columns += [
            column(words, "total", right=True),
            column(words, "unit", grow=1),
            column(words, "articles", right=True),
        ]
        cells = [[*(_dimension(row, d, words) for d in leading), *_sum(row, words)] for row in rows]
        made_of = [[_made_of(figure, words) for figure in row.figures] for row in rows] if evidence else []
        below = Below(words.of("column", "evidence"), made_of) if evidence else None
        yield without_empty(Sheet(columns, cells, below))

    return view


def _made_of(figure: Figure, words: Wording) -> tuple[str, Rich]:
    """A figure of a total: its value, its article, its words."""
    shown = value_of(figure.value, figure.bound, figure.unit, words).shown
    where = f"{figure.body} · {figure.source}" if figure.body else figure.source
    more = f" (+{words.number(len(figure.also_in))})" if figure.also_in else ""
    return shown, (Span(f"{where}{more}: ", "dim"), Span(figure.evidence.text))


def _dimension(total: Total, dimension: Dimension, words: Wording) -> Cell:
    if dimension == "province":
        name = total.province or words.of("note", "no_province")
        return (Span(name), Span(f" ({words.of('note', 'since_2025')})", "dim")) if total.merged_province else name
    if dimension == "period":
        return words.period(total.period) or words.of("note", "no_period")
    if dimension == "article":
        title = total.figures[0].title or words.of("note", "untitled")
        return (Span(title), Span(f" · {total.article}", "dim"))
    if total.indicator == "other":
        return total.figures[0].evidence.text
    indicator = named(total.indicator, total.kinds, words)
    if total.level is None or total.level == "province":
        return indicator
    return (*indicator, Span(f" – {words.of('level', total.level)}", "dim"))


def _sum(total: Total, words: Wording) -> list[Cell]:
    unit = "" if total.unit == "%" else total.unit
    shown: Cell
    if total.total is not None:
        shown = value_of(total.total, total.bound, total.unit, words)
    else:
        shown = values_of(((figure.value, figure.bound) for figure in total.figures), total.unit, words)
    return [shown, unit, words.number(total.articles)]
