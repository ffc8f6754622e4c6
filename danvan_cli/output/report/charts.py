"""Small line charts as SVG, drawn by Vega-Lite through Altair, without a browser and without a network."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache
from typing import Any, NamedTuple

from danvan_cli.output.web.page import escaped

_WIDTH, _HEIGHT = 250, 90
"""Pixels of the panel; the page scales it down where there is less room."""
# What a page has no use for: names of things that have none of their own, defaults, and shapes that are not seen.
_NOISE = re.compile(
    r' (?:xmlns(?::xlink)?|role|class|aria-[a-z]+|pointer-events|font-family|version|stroke-miterlimit)="[^"]*"'
    r'| opacity="1"|<path class="(?:background|foreground)"[^>]*/>|<text[^>]* opacity="0">[^<]*</text>|<g/>'
)
_LINK = re.compile(r'xlink:href="[^"#]*#(?P<target>[\w-]*)"')
_PLACE = re.compile(r' (?:d|transform|x2|y2)="[^"]*"')
_LONG = re.compile(r"(\.\d\d)\d+")


class Mark(NamedTuple):
    """A period on a chart."""

    label: str
    low: float | None
    """``None`` where there is no figure."""
    high: float | None
    shown: str
    target: str
    """The id of the sentence it stands on; empty where there is no figure."""
    labelled: bool = True
    """Whether its figure is written beside its point."""


def line_chart(marks: list[Mark], described: str) -> str:
    """A line over periods, from zero up; colours are those of the page, so that they turn with light and dark.

    Where figures of a period differ a bar reaches from the lowest to the highest. Each point is a link to the id in its
    mark. The same marks give the same bytes.
    """
    import vl_convert  # only here: it takes longer to load than most commands to run

    spec = deepcopy(_specification())
    rows = [
        mark._asdict() | {"order": i, "href": f"#{mark.target}", "mid": _middle(mark)} for i, mark in enumerate(marks)
    ]
    top = max((mark.high for mark in marks if mark.high is not None), default=0.0)
    spec["data"] = {"values": rows}
    spec["params"] = [{"name": "top", "value": 1.25 * top or 1}]
    svg = vl_convert.vegalite_to_svg(spec, vl_version=".".join(_version()))
    links = {mark.target: f"{mark.label}: {mark.shown}" for mark in marks if mark.target}
    return _for_the_page(svg, described, links)


def _middle(mark: Mark) -> float | None:
    return None if mark.low is None or mark.high is None else (mark.low + mark.high) / 2


@cache
def _version() -> tuple[str, str]:
    """The version of Vega-Lite that Altair writes for, as the renderer names it: ``("6", "4")``."""
    import altair as alt

    major, minor, _ = alt.SCHEMA_VERSION.removeprefix("v").split(".")
    return major, minor


@cache
def _specification() -> dict[str, Any]:
    """The chart without its data: making it takes longer than drawing it, and it is the same for all."""
    import altair as alt

    bare = alt.Axis(title=None, labels=False, ticks=False, domain=False)
    names = alt.Axis(title=None, labelAngle=0, ticks=False, labelOverlap=True, labelSeparation=16, labelPadding=6)
    height = alt.Scale(domain=[0, alt.ExprRef("top")])
    base = alt.Chart(alt.InlineData(values=[])).encode(
        x=alt.X("label:O", sort=alt.SortField("order"), axis=names), y=alt.Y("mid:Q", scale=height, axis=bare)
    )
    given = base.transform_filter("datum.low !== null")
    differing = base.transform_filter("datum.low !== datum.high")
    layers = alt.layer(
        base.mark_line(color="var(--accent)", strokeWidth=2, invalid="break-paths-show-domains"),
        differing.mark_rule(color="var(--accent)", strokeWidth=4, opacity=0.4).encode(
            y=alt.Y("low:Q", scale=height, axis=bare), y2="high:Q"
        ),
        given.mark_point(filled=True, size=70, color="var(--accent)", opacity=1).encode(href="href:N"),
        given.transform_filter("datum.labelled")
        .mark_text(dy=-11, color="var(--ink)", fontSize=11)
        .encode(text="shown:N"),
    )
    chart = layers.properties(width=_WIDTH, height=_HEIGHT, background="transparent", padding=4)
    chart = chart.configure_view(stroke=None)
    chart = chart.configure_axis(labelColor="var(--dim)", domainColor="var(--line)", labelFontSize=11, grid=False)
    made: dict[str, Any] = chart.to_dict()
    made.pop("datasets", None)
    return made


def _for_the_page(svg: str, described: str, links: dict[str, str]) -> str:
    """The drawing without what the page has no use for, with names for its links and for itself."""

    def link(found: re.Match[str]) -> str:
        target = found["target"]
        return f'href="#{target}" aria-label="{escaped(links.get(target, ""))}"'

    svg = _LINK.sub(link, _NOISE.sub("", svg))
    svg = _PLACE.sub(lambda found: _LONG.sub(r"\1", found[0]), svg)
    return svg.replace("<svg", f'<svg role="group" aria-label="{escaped(described)}"', 1)
