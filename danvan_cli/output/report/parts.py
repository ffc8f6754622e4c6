"""What several sections of the page share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from danvan_cli.corpus.aggregation import Figure, Total
from danvan_cli.output.report.citing import View
from danvan_cli.output.views.parts import kinds_of, value_of, values_of
from danvan_cli.output.web.page import escaped
from danvan_cli.output.wording import Wording

_OPEN = 1
"""A total made of so many figures shows them; more of them are behind a click."""


def section(name: str, view: View, note: str = "") -> Iterator[str]:
    """The heading of a section, which the page's list of sections leads to."""
    yield f'<h2 id="{name}">{escaped(view.says(name))}</h2>'
    if note:
        yield f'<p class="dim">{escaped(note)}</p>'


def folded(name: str, count: str = "", *, opened: bool = False) -> str:
    """The beginning of a part that its name opens and closes; ``FOLD_END`` ends it."""
    state = " open" if opened else ""
    more = f' <span class="dim">({escaped(count)})</span>' if count else ""
    return f'<details class="part"{state}><summary>{escaped(name)}{more}</summary>'


FOLD_END = "</details>"


def sheet(name: str, title: str, view: View) -> str:
    """The beginning of a sheet that lies over the page while the address names it; ``SHEET_END`` ends it."""
    close = f'<a href="#_">{escaped(view.says("close"))}</a>'  # an id that no element has
    return f'<article id="{name}">{close}<h3>{escaped(title)}</h3>'


SHEET_END = "</article>"


def named(total: Total, words: Wording) -> str:
    """The indicator of a total and the kinds of petition that it counts."""
    kinds = kinds_of(total.kinds, words)
    return words.of("indicator", total.indicator) + (f" ({kinds})" if kinds else "")


def unit_of(unit: str) -> str:
    """A unit that stands for itself: a percent sign stands with its number."""
    return "" if unit == "%" else unit


def link(target: str, text: str) -> str:
    """A link to a place on this page; ``target`` is an id of the page's own making, ``text`` may be a stranger's."""
    return f'<a href="#{target}">{escaped(text)}</a>'


def shown_total(total: Total, words: Wording) -> str:
    """A total as it is read, or where there is none the figures side by side."""
    if total.total is not None:
        return value_of(total.total, total.bound, total.unit, words).shown
    return values_of(((figure.value, figure.bound) for figure in total.figures), total.unit, words)


def shown_figure(figure: Figure, words: Wording) -> str:
    """The value of a figure."""
    return value_of(figure.value, figure.bound, figure.unit, words).shown


def body_of(figure: Figure, view: View) -> str:
    """Whose figure it is: a place, the whole country, else the article's title."""
    if figure.body:
        since = (
            f" ({view.words.of('note', 'since_2025')})" if figure.merged_province and figure.level == "province" else ""
        )
        return figure.body + since
    if figure.level == "national":
        return view.words.of("level", "national")
    return figure.title or figure.source


def made_of(figures: Iterable[Figure], view: View) -> str:
    """The figures of a total, the highest first, each a link to its sentence."""
    ordered = sorted(figures, key=lambda figure: (-figure.value, figure.body, figure.source))
    return f"<ul>{''.join(f'<li>{cited(figure, view)}</li>' for figure in ordered)}</ul>"


def cited(figure: Figure, view: View) -> str:
    """A figure, which is a link to its sentence, with its body."""
    copies = len(figure.also_in)
    also = f" <small>{escaped(view.says('also', count=view.words.number(copies)))}</small>" if copies else ""
    value = link(view.cite.of(figure.source, figure.evidence), shown_figure(figure, view.words))
    return f"{value} {escaped(body_of(figure, view))}{also}"


def parts_of(total: Total, view: View) -> str:
    """What a total is made of: one figure at once, more of them behind a click."""
    if len(total.figures) <= _OPEN:
        return "".join(cited(figure, view) for figure in total.figures)
    count = view.counted("one_body", "bodies", total.bodies)
    return f"<details><summary>{escaped(count)}</summary>{made_of(total.figures, view)}</details>"


def kinds_and_level(total: Total, words: Wording) -> str:
    """What tells totals of one indicator apart, beside their unit and period."""
    level = words.of("level", total.level) if total.level else ""
    return " · ".join(filter(None, (level, kinds_of(total.kinds, words))))
