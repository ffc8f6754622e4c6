"""``danvan tasks``: what is to be done in the period to come."""

from __future__ import annotations

from danvan_cli.cli.articles import Articles
from danvan_cli.cli.choosing import ChoosingCommand, Provinces, Since, Until, selection
from danvan_cli.cli.options import Output, Paths, with_output
from danvan_cli.cli.printing import show
from danvan_cli.corpus.worklist import agendas
from danvan_cli.lexicon.folding import bare, fold
from danvan_cli.output.formats import Listing
from danvan_cli.output.views.tasks import agenda_blocks

Command = ChoosingCommand


@with_output("table")
def tasks(paths: Paths, output: Output, province: Provinces = None, since: Since = None, until: Until = None) -> None:
    """List the tasks of the period to come.

    Each with who set it and until when.

    --since and --until look at the planned period. JSON is an array with one agenda an article.

    \b
    Examples:
      danvan tasks bai.txt
      danvan tasks samples --province
      danvan tasks samples --json | jq -r '.[].tasks[].text'
    """
    chosen, grouped = selection(province, since, until)
    articles = Articles(paths, quiet=output.quiet)
    found = articles.choosing(agendas(articles.records(lambda record: record.tasks), chosen))
    if grouped:
        found = iter(sorted(found, key=lambda agenda: (agenda.province is None, bare(fold(agenda.province or "")))))
    show(Listing(found, agenda_blocks(grouped)), output)
    articles.leave("tasks")
