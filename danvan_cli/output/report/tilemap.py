"""The provinces as tiles, one map for each era, and for each province a sheet with its figures and articles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from danvan_cli.corpus.aggregation import Figure, Total, totals
from danvan_cli.corpus.selection import day_of
from danvan_cli.lexicon.places import Era, province, provinces
from danvan_cli.lexicon.tables import table
from danvan_cli.output.report.citing import View
from danvan_cli.output.report.parts import SHEET_END, link, named, section, sheet, shown_figure, unit_of
from danvan_cli.output.web.page import escaped
from danvan_cli.record import Record

_ERAS: tuple[Era, ...] = ("63", "34")
_SHADES = (1, 3, 10, 30)
"""A tile is darker from so many articles on."""


class _Place(NamedTuple):
    era: Era
    code: str


def the_map(view: View) -> Iterator[str]:
    """Both maps; a tile with articles leads to the sheet of its province."""
    articles = _articles(view)
    yield from section("map", view, view.says("map_note"))
    yield '<div class="maps">'
    for era in _ERAS:
        yield from _grid(era, articles, view)
    yield "</div>"
    nowhere = sum(record.locality.province is None for record in view.overview.records)
    if nowhere:
        yield f'<p class="dim">{escaped(view.says("no_province", count=view.words.number(nowhere)))}</p>'


def _grid(era: Era, articles: dict[_Place, list[Record]], view: View) -> Iterator[str]:
    names = {place.code: place.name for place in provinces() if place.era == era}
    yield f'<figure><figcaption>{escaped(view.says(f"era_{era}"))}</figcaption><div class="tiles">'
    for row in table("tile_grid"):
        if row["era"] != era:
            continue
        count = len(articles.get(_Place(era, row["code"]), ()))
        shade = sum(count >= least for least in _SHADES)
        place = f'style="grid-row:{int(row["row"])};grid-column:{int(row["column"])}"'
        short, name = escaped(row["short"]), escaped(names[row["code"]])
        if count:
            number = escaped(view.words.number(count))
            yield f'<a class="q{shade}" {place} href="#p{era}-{row["code"]}" title="{name}">{short} <b>{number}</b></a>'
        else:
            yield f'<span class="q0" {place} title="{name}">{short}</span>'
    yield "</div></figure>"


def province_sheets(view: View) -> Iterator[str]:
    """For each province with articles its figures by period, and its articles."""
    figures: dict[str, list[Figure]] = {}
    for figure in view.overview.figures:
        figures.setdefault(figure.source, []).append(figure)
    known = {_Place(p.era, p.code): p.name for p in provinces()}
    for place, records in sorted(_articles(view).items()):
        own = [figure for record in records for figure in figures.get(record.source.path, ())]
        yield from _sheet(place, known[place], records, own, view)


def _sheet(place: _Place, name: str, records: list[Record], own: list[Figure], view: View) -> Iterator[str]:
    words = view.words
    yield sheet(f"p{place.era}-{place.code}", name, view)
    if own and view.detailed:
        yield '<dl class="own">'
        for _, group in groupby(totals(own, ()), key=lambda total: (named(total, words), total.unit)):
            rows = list(group)
            unit = unit_of(rows[0].unit)
            yield f"<dt>{escaped(named(rows[0], words))}{escaped(f', {unit}' if unit else '')}</dt>"
            yield f"<dd>{' · '.join(_by_period(total, view) for total in rows)}</dd>"
        yield "</dl>"
    yield "<ul>"
    for record in records:
        path, day = record.source.path, day_of(record)
        when = f" <small>{escaped(words.day(day))}</small>" if day else ""
        yield f"<li>{link(view.cite.article(path), record.title or path)}{when}</li>"
    yield "</ul>"
    yield SHEET_END


def _by_period(total: Total, view: View) -> str:
    """A period and its figures, each a link to its sentence."""
    level = f", {view.words.of('level', total.level)}" if total.level and total.level != "province" else ""
    figures = dict.fromkeys(
        link(view.cite.of(figure.source, figure.evidence), shown_figure(figure, view.words)) for figure in total.figures
    )
    period = view.words.period(total.period) or view.words.of("note", "no_period")
    return f"{escaped(period + level)}: {' / '.join(figures)}"


def _articles(view: View) -> dict[_Place, list[Record]]:
    """The articles of each province, by the era of the article's day; without a day, by where its name is known."""
    found: dict[_Place, list[Record]] = {}
    for record in view.overview.records:
        name, day = record.locality.province, day_of(record)
        place = province(name, day) if name else None
        if place:
            found.setdefault(_Place(place.era, place.code), []).append(record)
    return found
