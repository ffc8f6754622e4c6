"""``danvan officials``: who was there, in which office."""

from __future__ import annotations

from danvan_cli.cli.articles import Articles
from danvan_cli.cli.choosing import ChoosingCommand, Province, Since, Until, selection
from danvan_cli.cli.options import Output, Paths, with_output
from danvan_cli.cli.printing import show
from danvan_cli.corpus.people import people
from danvan_cli.lexicon.folding import bare, fold
from danvan_cli.output.formats import Listing
from danvan_cli.output.views.officials import persons

Command = ChoosingCommand


@with_output("table")
def officials(
    paths: Paths, output: Output, province: Province = None, since: Since = None, until: Until = None
) -> None:
    """List officials, their positions and what they did.

    Over several articles one row is one person of one province. JSON is an array of persons, each with the positions
    and the evidence of every article.

    \b
    Examples:
      danvan officials bai.txt
      danvan officials samples --province "Lạng Sơn"
      danvan officials samples --json | jq '.[] | select(.actions | index("chair")).name'
    """
    chosen, grouped = selection(province, since, until)
    articles = Articles(paths, quiet=output.quiet)
    found = people(articles.records(lambda record: record.officials), chosen)
    if grouped:
        found.sort(key=lambda person: (person.province is None, bare(fold(person.province or ""))))
    show(Listing(articles.choosing(found), persons), output)
    articles.leave("officials")
