"""``danvan report``: one page about many articles."""

from __future__ import annotations

import typer

from danvan_cli.cli.articles import Articles
from danvan_cli.cli.options import Output, Paths, with_output
from danvan_cli.cli.printing import destination
from danvan_cli.corpus.overview import overview
from danvan_cli.corpus.passages import passages


@with_output("html", only=("html",))
def report(paths: Paths, output: Output) -> None:
    """Write one web page about many articles.

    What was read, totals and what they are made of, a map of the provinces, trends, officials, what became of tasks,
    and warnings; behind every figure the sentence it stands on. The page stands alone: it fetches nothing and runs
    nothing, and is made for a phone, for paper, for light and for dark.

    \b
    Examples:
      danvan report samples -o report.html
      danvan report samples --lang en > report.html
    """
    from danvan_cli.output.report import write
    from danvan_cli.output.report.citing import evidence_shown, length_around

    articles = Articles(paths, quiet=output.quiet)
    with articles.progressing(output.path):
        found = overview(articles.records())
    if not found.records:
        articles.leave()
        raise typer.Exit(1)
    quoted = passages(paths, evidence_shown(found), length_around(found))
    with destination(output.path) as stream:
        write(found, quoted, stream, output.lang)
    articles.leave()
