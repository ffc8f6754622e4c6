"""Entry point."""

from __future__ import annotations

import gc
import sys

from danvan_cli.cli.patterns import Patterns
from danvan_cli.cli.streams import set_streams


def run() -> None:
    """Entry point of ``danvan``."""
    set_streams()
    # What the vocabulary makes lives as long as the process: looking through it for garbage, again and again while it
    # loads, takes a tenth of the time of a run on one article.
    gc.set_threshold(50_000)
    patterns = Patterns()  # before the modules that ask for them
    try:
        from danvan_cli.cli.single import answer

        status = answer(sys.argv[1:])
        if status is None:
            from danvan_cli.cli.app import app

            app()(prog_name="danvan")
    except KeyboardInterrupt:
        status = 130
    finally:
        patterns.keep()
        gc.freeze()  # the process ends: nobody needs what a last look for garbage would free
    sys.exit(status)
