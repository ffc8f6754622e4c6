"""``danvan trend``: an indicator over periods."""

from __future__ import annotations

from typing import Annotated

import typer

from danvan_cli.cli.articles import Articles, say
from danvan_cli.cli.choosing import ChoosingCommand, Indicators, Provinces, Since, Until, needed, selection
from danvan_cli.cli.options import Output, Paths, with_output
from danvan_cli.cli.printing import show
from danvan_cli.cli.remarks import say_copies
from danvan_cli.corpus.aggregation import counted, figures
from danvan_cli.corpus.copies import QUOTED, Copies, without_copies
from danvan_cli.corpus.trends import CADENCES, Cadence, series
from danvan_cli.output.formats import Listing
from danvan_cli.output.views.trends import trend_charts

Command = ChoosingCommand

By = Annotated[
    list[str] | None,
    typer.Option("--by", metavar="|".join(CADENCES), help="Only these periods; repeat for more.", show_default=False),
]


@with_output("table")
def trend(
    paths: Paths,
    output: Output,
    indicator: Indicators = None,
    province: Provinces = None,
    by: By = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """Draw an indicator over periods.

    One chart a province (or district, or commune), unit and kind of petition. A chart holds only periods that may be
    compared: years with years, quarters with quarters, the first nine months with those of other years; a period that
    no article reports is a gap. Where figures of one period differ the bar is faint from the lowest to the highest.
    Charts of one level and unit share a scale, that of rates goes to 100%. JSON is an array of series.

    \b
    Examples:
      danvan trend samples --indicator visits
      danvan trend samples --indicator petitions_received --province "Lạng Sơn" --province "Nghệ An"
      danvan trend samples --indicator visits --by year --json | jq '.[] | [.body, .points[].value]'
    """
    chosen, _ = selection(province, since, until, indicator)
    if not chosen.indicators or "other" in chosen.indicators:
        raise typer.BadParameter("name what to draw, e.g. --indicator visits", param_hint="--indicator")
    cadences = _cadences(by)
    articles, copies = Articles(paths, quiet=output.quiet), Copies()
    records = copies.noting(articles.records(lambda record: record.statistics, needed(chosen, *QUOTED)))
    kept = list(counted(articles.choosing(figures(records, chosen))))
    kept = without_copies(kept, copies.found())
    drawn = series(kept, cadences)
    show(Listing(drawn, trend_charts, "series"), output)
    if not output.quiet:
        say_copies(kept)
        left = len(kept) - sum(len(point.figures) for row in drawn for point in row.points)
        if left:
            say(f"in no chart: {left} of {len(kept)} figures, whose period is unknown, irregular or not asked for")
    articles.leave("figures")


def _cadences(by: list[str] | None) -> tuple[Cadence, ...]:
    names = [name.strip() for value in by or () for name in value.split(",")]
    for name in names:
        if name not in CADENCES:
            raise typer.BadParameter(f"{name!r} is none of {', '.join(CADENCES)}", param_hint="--by")
    return tuple(cadence for cadence in CADENCES if cadence in names)
