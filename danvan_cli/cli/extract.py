"""``danvan extract``: all records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from danvan_cli.cli.articles import Articles
from danvan_cli.cli.options import Output, Paths, with_output
from danvan_cli.cli.printing import show
from danvan_cli.output.formats import Listing

if TYPE_CHECKING:
    from danvan_cli.output.blocks import Block
    from danvan_cli.output.wording import Wording
    from danvan_cli.record import Record


@with_output("jsonl")
def extract(paths: Paths, output: Output) -> None:
    """Print all records, one an article.

    `danvan schema` describes the record. JSON Lines unless --format says otherwise; with --format json one file gives
    one object, and a folder or several files give an array.

    \b
    Examples:
      danvan extract samples > corpus.jsonl
      danvan extract bai.txt --json | jq '.statistics[].value'
    """
    articles = Articles(paths, quiet=output.quiet)
    show(Listing(articles.records(), _cards, "record", single=articles.one_file), output)
    articles.leave()


def _cards(records: Iterable[Record], words: Wording) -> Iterator[Block]:
    """The view of ``summarize``, loaded only where somebody wants to see it: most want JSON, and fast."""
    from danvan_cli.output.views.card import cards

    return cards(records, words)
