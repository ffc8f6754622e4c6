"""``danvan summarize``: one card an article."""

from __future__ import annotations

from danvan_cli.cli.articles import Articles
from danvan_cli.cli.options import Output, Paths, with_output
from danvan_cli.cli.printing import show_records


@with_output("table")
def summarize(paths: Paths, output: Output) -> None:
    """Show one card an article.

    When, where, who, which figures, which tasks, what fell short, each part only where the article has it.

    With --format json one file gives one record, and a folder or several files give an array of records.

    \b
    Examples:
      danvan summarize bai.txt
      danvan summarize samples --lang en | less
    """
    articles = Articles(paths, quiet=output.quiet)
    show_records(articles, output)
    articles.leave()
