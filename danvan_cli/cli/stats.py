"""``danvan stats``: figures, and their totals over many articles."""

from __future__ import annotations

from typing import Annotated

import typer

from danvan_cli.cli.articles import Articles
from danvan_cli.cli.choosing import ChoosingCommand, Indicators, Provinces, Since, Until, needed, selection
from danvan_cli.cli.options import Output, Paths, with_output
from danvan_cli.cli.printing import show
from danvan_cli.cli.remarks import say_copies, say_provinces
from danvan_cli.corpus.aggregation import DIMENSIONS, Dimension, counted, figures, totals
from danvan_cli.corpus.copies import QUOTED, Copies, without_copies
from danvan_cli.output.formats import Listing
from danvan_cli.output.views.statistics import figures_of_one, totals_by

Command = ChoosingCommand

By = Annotated[
    list[str] | None,
    typer.Option("--by", metavar="|".join(DIMENSIONS), help="Group by this; repeat for more.", show_default=False),
]
Today = Annotated[
    bool, typer.Option("--today", help="Put the provinces until 2025-06-30 under the 34 of now that they lie in.")
]
WithEvidence = Annotated[
    bool, typer.Option("--evidence", help="List below each total what it is made of: value, article, words.")
]


@with_output("table")
def stats(
    paths: Paths,
    output: Output,
    province: Provinces = None,
    by: By = None,
    indicator: Indicators = None,
    since: Since = None,
    until: Until = None,
    today: Today = False,
    evidence: WithEvidence = False,
) -> None:
    """Show figures, and their totals over many articles.

    Over several articles only figures that mean the same are added: one indicator, unit, kind of petition, level and
    period; never rates, parts or computed figures, never two reports of one body. A report that several articles carry
    counts once: standard error says which is kept. Where there is no such total the figures stand side by side. Figures
    that no indicator names are left out of totals; --indicator other lists them. --since and --until look at the period
    of a figure.

    The word after --province is its value if it names a province, else a path; --province=NAME is always a value.
    JSON is an array of figures over one file, of totals (each with its figures) over several.

    \b
    Examples:
      danvan stats bai.txt
      danvan stats samples --province
      danvan stats samples --province "Lạng Sơn" --since 2019 --by period
      danvan stats samples --province --today --indicator visits --evidence
      danvan stats --indicator petitions_received samples --json | jq '.[] | [.period.label, .total]'
    """
    chosen, alone = selection(province, since, until, indicator, today=today)
    dimensions = _dimensions(by, alone)
    articles, copies = Articles(paths, quiet=output.quiet), Copies()
    records = articles.records(lambda record: record.statistics, needed(chosen, *QUOTED))
    if articles.one_file and not dimensions:
        show(Listing(articles.choosing(figures(records, chosen)), figures_of_one, "figure"), output)
    else:
        found = figures(copies.noting(records), chosen)
        kept = list(counted(articles.choosing(found), other="other" in chosen.indicators))
        if "article" not in dimensions:  # each article has rows of its own there
            kept = without_copies(kept, copies.found())
        rows = totals(kept, dimensions, today=today)
        show(Listing(rows, totals_by(dimensions, evidence=evidence), "total"), output)
        if not output.quiet:
            say_copies(kept)
            if today:
                say_provinces(kept)
    articles.leave("figures")


def _dimensions(by: list[str] | None, province: bool) -> tuple[Dimension, ...]:
    names = [name.strip() for value in by or () for name in value.split(",")]
    for name in names:
        if name not in DIMENSIONS:
            raise typer.BadParameter(f"{name!r} is none of {', '.join(DIMENSIONS)}", param_hint="--by")
    asked = [*(["province"] if province else []), *names]
    return tuple(dimension for dimension in dict.fromkeys(asked) if dimension in DIMENSIONS)
