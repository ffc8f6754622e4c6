"""Small line charts as SVG, drawn by Vega-Lite through Altair, without a browser and without a network."""

from __future__ import annotations

import io
import re
from typing import NamedTuple

_WIDTH, _HEIGHT = 250, 90
"""Pixels of the panel; the page scales it down where there is less room."""
_NAMESPACES = re.compile(r' xmlns(?::xlink)?="[^"]*"')
_BASE = re.compile(r'xlink:href="[^"#]*#')
_INVISIBLE = re.compile(r'<path class="(?:background|foreground)"[^>]*/>')


class Mark(NamedTuple):
    """A period on a chart."""

    label: str
    low: float | None
    """``None`` where there is no figure."""
    high: float | None
    shown: str
    target: str
    """The id of the sentence it stands on; empty where there is no figure."""


def line_chart(marks: list[Mark], top: float, described: str) -> str:
    """A line over periods, from zero to ``top``; colours are those of the page, so that they turn with light and dark.

    Text in the chart is escaped by the renderer. The same marks give the same bytes.
    """
    import altair as alt  # only here: it takes longer to load than most commands to run

    rows = [
        mark._asdict() | {"order": i, "href": f"#{mark.target}", "mid": _middle(mark)} for i, mark in enumerate(marks)
    ]
    bare = alt.Axis(title=None, labels=False, ticks=False, domain=False)
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X(
            "label:O",
            sort=alt.SortField("order"),
            axis=alt.Axis(title=None, labelAngle=0, ticks=False, labelOverlap=True, labelPadding=6),
        ),
        y=alt.Y("mid:Q", scale=alt.Scale(domain=[0, top or 1]), axis=bare),
        description="shown:N",
    )
    given = base.transform_filter("datum.low !== null")
    layers = alt.layer(
        base.mark_line(color="var(--accent)", strokeWidth=2, invalid="break-paths-show-domains"),
        given.mark_rule(color="var(--accent)", strokeWidth=4, opacity=0.4).encode(
            y=alt.Y("low:Q", axis=bare), y2="high:Q"
        ),
        given.mark_point(filled=True, size=70, color="var(--accent)", opacity=1).encode(href="href:N"),
        given.mark_text(dy=-11, color="var(--ink)").encode(text="shown:N"),
    )
    chart = layers.properties(width=_WIDTH, height=_HEIGHT, background="transparent", padding=4).configure_view(
        stroke=None
    )
    chart = chart.configure_axis(labelColor="var(--dim)", domainColor="var(--line)", labelFontSize=11, grid=False)
    chart = chart.configure_text(fontSize=11)
    written = io.StringIO()
    chart.save(written, format="svg")
    return _for_the_page(written.getvalue(), described)


def _middle(mark: Mark) -> float | None:
    return None if mark.low is None or mark.high is None else (mark.low + mark.high) / 2


def _for_the_page(svg: str, described: str) -> str:
    from danvan_cli.output.web.page import escaped

    svg = _BASE.sub('href="#', _NAMESPACES.sub("", svg))
    svg = _INVISIBLE.sub("", svg)
    return svg.replace('<svg version="1.1"', f'<svg role="img" aria-label="{escaped(described)}"', 1)
