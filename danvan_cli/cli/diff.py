"""``danvan diff``: tasks and figures of two periods."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

import typer

from danvan_cli.cli.articles import Articles, holds_many
from danvan_cli.cli.options import Output, with_output
from danvan_cli.cli.printing import show
from danvan_cli.output.formats import Listing
from danvan_cli.output.views.changes import comparisons
from danvan_cli.output.wording import Wording
from danvan_cli.record import Diff, Level

_PERIOD = 'PERIOD as in 2020, 2020-H1, 9T/2019, "quý II/2020".'


@with_output("table")
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD|DIR", help="The article on the earlier period, or a folder.")],
    output: Output,
    new: Annotated[
        str | None, typer.Argument(metavar="[NEW]", help="The article on the later period.", show_default=False)
    ] = None,
    province: Annotated[
        str | None, typer.Option("--province", metavar="NAME", help="In a folder: the reports of this province.")
    ] = None,
    level: Annotated[
        str | None,
        typer.Option("--level", metavar="|".join(get_args(Level)), help="In a folder: of the body of this tier."),
    ] = None,
    district: Annotated[
        str | None, typer.Option("--district", metavar="NAME", help="In a folder: of this district.")
    ] = None,
    commune: Annotated[
        str | None, typer.Option("--commune", metavar="NAME", help="In a folder: of this commune or ward.")
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="PERIOD", help=f"In a folder: the earlier period. {_PERIOD}")
    ] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="PERIOD", help="In a folder: the later period.")] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if anything differs.")] = False,
) -> None:
    """Compare the tasks and figures of two reports.

    What stayed, what changed (word by word), what is gone and what is new. The two are reports of one body on two
    periods, the earlier first.

    Of a folder danvan takes the reports itself: two periods of one body, the latest two of one kind (years with years,
    halves with halves) if --from and --to do not say which. Which ones, and why, is said on standard error.

    \b
    Examples:
      danvan diff 2019.txt 2020.txt
      danvan diff samples --province "Lạng Sơn"
      danvan diff samples --province "Lâm Đồng" --from "6 tháng đầu năm 2017" --to 2017 -f md
      danvan diff 2019.txt 2020.txt --json | jq '.changes[] | select(.status == "added").new.text'
    """
    from danvan_cli.cli.two_reports import Asked, two_reports
    from danvan_cli.comparing import diff as compare

    asked = Asked(province, level, district, commune, first, last)
    folders = [path for path in (old, new) if path is not None and holds_many(path)]
    if new is None and not folders:
        problem = (
            "is an article; name a second one, or a folder" if old == "-" or Path(old).exists() else "does not exist"
        )
        raise typer.BadParameter(f"{old} {problem}", param_hint="OLD|DIR [NEW]")
    if new is not None and folders:
        raise typer.BadParameter(
            f"{folders[0]} holds many articles; name two articles, or one folder", param_hint="OLD|DIR [NEW]"
        )
    articles = Articles([path for path in (old, new) if path is not None], quiet=output.quiet)
    if new is None:
        earlier, later = two_reports(articles, asked, Wording(output.lang))
    else:
        if any(asked):
            raise typer.BadParameter(
                "--province, --level, --district, --commune, --from and --to choose among the reports of one folder",
                param_hint="OLD|DIR [NEW]",
            )
        records = list(articles.records())
        articles.leave()
        earlier, later = records
    compared = compare(earlier, later)
    show(Listing([compared], comparisons, "diff", single=True), output)
    articles.leave()
    if exit_code and _differ(compared):
        raise typer.Exit(1)


def _differ(compared: Diff) -> bool:
    """Whether anything that is printed as changed, gone or new is there."""
    return any(change.status != "same" for change in compared.changes) or any(
        figure.old != figure.new for figure in compared.statistics
    )
