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
Scheduler = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="tcp://HOST:PORT", help="Let the Dask cluster there read; it sees the paths."),
]


@with_output("jsonl", also=("parquet", "sqlite"))
def extract(
    paths: Paths, output: Output, jobs: Jobs = None, no_cache: NoCache = False, scheduler: Scheduler = None
) -> None:
    """Write all records, one an article.

    `danvan schema` describes the record. JSON Lines unless --format or the ending of --output says otherwise; with
    --format json one file gives one object, and a folder or several files give an array.

    A .jsonl, .parquet or .sqlite file is a dataset: all commands take it in the place of the folder and answer from it.
    Parquet has the record's fields as nested columns, SQLite has a table a question.

    Many articles are read on all cores, and a second run reads only what is new or changed. The records come in the
    order of the files, however many processes read. Ctrl-C ends the reading, not the writing: what was read so far is
    in the file, whole.

    --scheduler gives the articles to a Dask cluster: every machine must see them at the same paths, and have the same
    danvan. It reads all of them anew.

    \b
    Examples:
      danvan extract samples > corpus.jsonl
      danvan extract samples --jobs 4 -o corpus.parquet
      danvan extract bai.txt --json | jq '.statistics[].value'
    """
    if scheduler and jobs:
        raise typer.BadParameter("the cluster has its own processes; leave --jobs out", param_hint="--scheduler")
    articles = Articles(paths, quiet=output.quiet, running=Running(jobs, not no_cache, scheduler))
    articles.interruption = Interruption()
    with articles.interruption.heeded(), articles.progressing(output.path):
        if scheduler is None:
            show_records(articles, output)
        else:
            _show_from_cluster(articles, output)
    articles.leave()


def _show_from_cluster(articles: Articles, output: Output) -> None:
    """The records that a cluster reads; what is wrong with it is said as of every option."""
    from danvan_cli.corpus.running import ClusterError

    try:
        show_records(articles, output)
    except ClusterError as error:
        raise typer.BadParameter(str(error), param_hint="--scheduler") from error
