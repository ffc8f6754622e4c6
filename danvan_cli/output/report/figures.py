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
    columns = [words.of("column", key) for key in ("period", "level", "total", "unit")]
    heads = "".join(f"<th{' class=right' if i == 2 else ''}>{escaped(name)}</th>" for i, name in enumerate(columns))
    yield f"<table><thead><tr>{heads}<th>{escaped(view.says('made_of'))}</th></tr></thead><tbody>"
    for total in totals:
        cells = [
            (columns[0], "short", escaped(words.period(total.period) or words.of("note", "no_period"))),
            (columns[1], "", escaped(kinds_and_level(total, words))),
            (columns[2], "right", f"<b>{escaped(shown_total(total, words))}</b>"),
            (columns[3], "", escaped(unit_of(total.unit))),
            (view.says("made_of"), "", parts_of(total, view)),
        ]
        row = "".join(
            f'<td class="{look}" data-label="{escaped(label)}"><div>{cell}</div></td>' if cell else "<td></td>"
            for label, look, cell in cells
        )
        yield f"<tr>{row}</tr>"
    yield "</tbody></table>"
