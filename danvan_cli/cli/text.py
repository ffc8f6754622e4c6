"""``danvan text``: the cleaned text that every offset counts in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from danvan_cli.cli.articles import Articles
from danvan_cli.reading import is_archive


def text(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A file, or - for standard input.")],
) -> None:
    """Print the cleaned text of one article.

    The offsets of every evidence count its code points. Nothing is added, not even a line feed at the end.

    \b
    Example:
      danvan text bai.txt > bai.clean.txt
    """
    if Path(path).is_dir() or is_archive(path):
        kind = "a folder" if Path(path).is_dir() else "an archive"
        raise typer.BadParameter(f"{path} is {kind}; name a file in it: {path}/NAME", param_hint="PATH")
    articles = Articles([path])
    for document in articles.documents():
        sys.stdout.write(document.text)
    articles.leave()
