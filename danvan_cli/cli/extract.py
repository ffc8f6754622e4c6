"""``danvan extract``: all records."""

from __future__ import annotations

from typing import Annotated

import typer

from danvan_cli.cli.articles import Articles, Running
from danvan_cli.cli.interrupting import Interruption
from danvan_cli.cli.options import Output, Paths, with_output
from danvan_cli.cli.printing import show_records

Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes that read; else as many as there are cores."),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Read all articles anew, and remember none.")]


@with_output("jsonl", also=("parquet", "sqlite"))
def extract(paths: Paths, output: Output, jobs: Jobs = None, no_cache: NoCache = False) -> None:
    """Write all records, one an article.

    `danvan schema` describes the record. JSON Lines unless --format or the ending of --output says otherwise; with
    --format json one file gives one object, and a folder or several files give an array.

    A .jsonl, .parquet or .sqlite file is a dataset: all commands take it in the place of the folder and answer from it.
    Parquet has the record's fields as nested columns, SQLite has a table a question.

    Many articles are read on all cores, and a second run reads only what is new or changed. The records come in the
    order of the files, however many processes read. Ctrl-C ends the reading, not the writing: what was read so far is
    in the file, whole.

    \b
    Examples:
      danvan extract samples > corpus.jsonl
      danvan extract samples --jobs 4 -o corpus.parquet
      danvan extract bai.txt --json | jq '.statistics[].value'
    """
    articles = Articles(paths, quiet=output.quiet, running=Running(jobs, not no_cache))
    articles.interruption = Interruption()
    with articles.interruption.heeded(), articles.progressing(output.path):
        show_records(articles, output)
    articles.leave()
