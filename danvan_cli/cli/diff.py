"""``danvan diff``: tasks and figures of two periods."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from danvan_cli.cli.articles import Articles
from danvan_cli.cli.options import Output, with_output
from danvan_cli.cli.printing import show
from danvan_cli.output.formats import Listing
from danvan_cli.output.views.changes import comparisons


@with_output("table")
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The article on the earlier period.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The article on the later period.")],
    output: Output,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if anything differs.")] = False,
) -> None:
    """Compare the tasks and figures of two reports.

    What stayed, what changed (word by word), what is gone and what is new. The two are reports of one body on two
    periods, the earlier first.

    \b
    Examples:
      danvan diff 2019.txt 2020.txt
      danvan diff 2019.txt 2020.txt --json | jq '.changes[] | select(.status == "added").new.text'
    """
    from danvan_cli.comparing import diff as compare

    for path in (old, new):
        if Path(path).is_dir():
            raise typer.BadParameter(f"{path} is a folder; name a file in it", param_hint="OLD NEW")
    articles = Articles([old, new], quiet=output.quiet)
    records = list(articles.records())
    articles.leave()
    compared = compare(records[0], records[1])
    show(Listing([compared], comparisons, single=True), output)
    moved = any(change.status != "same" for change in compared.changes) or any(s.change for s in compared.statistics)
    if exit_code and moved:
        raise typer.Exit(1)
