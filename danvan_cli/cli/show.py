"""``danvan show``: an article with every reading highlighted in place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from danvan_cli.cli.articles import Articles
from danvan_cli.cli.options import Output, Paths, with_output
from danvan_cli.cli.printing import show as print_listing
from danvan_cli.document import Document
from danvan_cli.output.formats import Listing
from danvan_cli.output.views.passages import passages
from danvan_cli.parsing.readings import Reading, readings

Explain = Annotated[bool, typer.Option("--explain", help="Name the rule behind each reading.")]


@with_output("table")
def show(paths: Paths, output: Output, explain: Explain = False) -> None:
    """Show the article with every reading highlighted in place.

    Title, date, periods, officials, their positions and actions, figures, tasks and shortcomings, each kind in its own
    colour; a figure within a task is both. Without colours a reading stands in brackets behind the name of its kind.
    Lines of the page that are not the article are dim.

    JSON is an array of the readings with their offsets in the text that `danvan text` prints.

    \b
    Examples:
      danvan show bai.txt
      danvan show bai.txt --explain | less -R
      danvan show bai.txt -o bai.html --explain
      danvan show bai.txt --json | jq '.[] | select(.kind == "statistic").text'
    """
    articles = Articles(paths, quiet=output.quiet)
    found = _read(articles, explain)
    items = (reading for _, _, readings_ in found for reading in readings_)
    print_listing(Listing(items, passages(found, explain=explain), "reading"), output)
    articles.leave()


def _read(articles: Articles, explain: bool) -> Iterator[tuple[Document, str | None, list[Reading]]]:
    """Each article with its title and its readings, as soon as it is asked for."""
    from danvan_cli.parsing import parse

    for document in articles.documents():
        record = parse(document)
        yield document, record.title, readings(document, record, explain=explain)
