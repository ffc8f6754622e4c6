"""``danvan cache``: what was read before."""

from __future__ import annotations

import sys
from typing import Annotated

import typer


def cache(
    action: Annotated[str, typer.Argument(metavar="[info|clear]", help="Tell what it holds, or delete it.")] = "info",
) -> None:
    """Show or clear what danvan remembers of articles it has read.

    Records of folders, by the bytes they were read from: a second run reads only what is new or changed. It stands in
    the cache folder of your account, or where the environment variable DANVAN_CACHE says, beside the indexed vocabulary
    and compiled patterns that every start is quicker by. A record is used only by the
    very program that made it, and dropped after 90 days.

    \b
    Examples:
      danvan cache
      danvan cache clear
    """
    from danvan_cli.corpus.cache import clear, contents

    if action not in ("info", "clear"):
        raise typer.BadParameter(f"{action!r} is none of info, clear", param_hint="[info|clear]")
    held = clear() if action == "clear" else contents()
    size = f"{held.records:,} records, {held.size / 1e6:,.1f} MB"
    sys.stdout.write(f"{held.path}: {size}{', deleted' if action == 'clear' else ''}\n")
