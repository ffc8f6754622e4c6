"""All totals, an indicator after another, with what each is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from danvan_cli.corpus.aggregation import Total
from danvan_cli.output.report.citing import View
from danvan_cli.output.report.parts import FOLD_END, folded, kinds_and_level, parts_of, section, shown_total, unit_of
from danvan_cli.output.web.page import escaped


def figures_by_period(view: View) -> Iterator[str]:
    """A table an indicator, behind its name; a row a total."""
    yield from section("figures", view, view.says("figures_note"))
    if not view.overview.totals:
        yield f'<p class="dim">{escaped(view.words.of("note", "no_figures"))}</p>'
    for indicator, group in groupby(view.overview.totals, key=lambda total: total.indicator):
        totals = list(group)
        yield folded(view.words.of("indicator", indicator), view.words.number(len(totals)))
        yield from _table(totals, view)
        yield FOLD_END


def _table(totals: Sequence[Total], view: View) -> Iterator[str]:
    words = view.words
    heads = [words.of("column", "period"), words.of("column", "level"), words.of("column", "total")]
    cells = [f"<th>{escaped(name)}</th>" for name in (*heads, view.says("made_of"))]
    yield f'<table class="totals"><thead><tr>{"".join(cells)}</tr></thead><tbody>'
    for total in totals:
        period = words.period(total.period) or words.of("note", "no_period")
        yield (
            f"<tr><td>{escaped(period)}</td><td>{escaped(kinds_and_level(total, words))}</td>"
            f"<td><b>{escaped(shown_total(total, words))}</b> {escaped(unit_of(total.unit))}</td>"
            f"<td>{parts_of(total, view)}</td></tr>"
        )
    yield "</tbody></table>"
