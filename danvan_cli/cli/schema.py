"""``danvan schema``: the JSON Schema of what danvan prints."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from danvan_cli.output.schema import SCHEMAS, schema_text


def schema(
    name: Annotated[
        str, typer.Argument(metavar="|".join(SCHEMAS), help="What the JSON is of.", show_default=True)
    ] = "record",
) -> None:
    """Print the JSON Schema of what danvan prints.

    Draft 2020-12. A record is an article, as summarize and extract print it; a diff is a comparison. Items of the
    arrays that other commands print: person (officials), figure (stats over one file), total (stats over several),
    agenda (tasks), reading (show).

    \b
    Example:
      danvan schema > record.schema.json
    """
    if name not in SCHEMAS:
        raise typer.BadParameter(f"{name!r} is none of {', '.join(SCHEMAS)}", param_hint="NAME")
    sys.stdout.write(schema_text(name) + "\n")
