"""``danvan doctor``: what this installation reads, and what is wrong with it."""

from __future__ import annotations

import locale
import os
import platform
import sys

import typer

from danvan_cli import __version__
from danvan_cli.cli.options import Output, with_output
from danvan_cli.cli.printing import show
from danvan_cli.lexicon import table, terms
from danvan_cli.lexicon.places import provinces
from danvan_cli.output.formats import Listing
from danvan_cli.output.views.installation import Installation, Terminal, installation_card
from danvan_cli.reading.installation import ENCODINGS, reads, refuses


@with_output("table", only=("table", "json", "md"))
def doctor(output: Output) -> None:
    """Tell what this installation reads, and what is missing.

    Formats with their libraries, encodings, how much vocabulary there is, Python and the terminal. Exit status 1 where
    a library is missing or broken; the table says which and what to do.

    \b
    Examples:
      danvan doctor
      danvan doctor --json | jq '.reads[] | select(.works | not)'
    """
    found = Installation(
        danvan=__version__,
        python=platform.python_version(),
        platform=platform.platform(terse=True),
        terminal=_terminal(),
        reads=reads(),
        refuses=refuses(),
        encodings=list(ENCODINGS),
        vocabulary={
            "terms": len(terms()),
            "indicators": len(table("indicators")),
            "provinces": len(provinces()),
            "outlets": len(table("outlets")),
        },
    )
    show(Listing([found], installation_card, "installation", single=True), output)
    if not all(one.works for one in found.reads):
        raise typer.Exit(1)


def _terminal() -> Terminal:
    columns = os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else None
    return Terminal(locale.getpreferredencoding(False), columns or None)
