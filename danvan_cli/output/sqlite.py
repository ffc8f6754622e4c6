"""An SQLite database of records."""

from __future__ import annotations

from typing import BinaryIO

from danvan_cli.corpus.datasets.sqlite import write
from danvan_cli.output.formats import Listing, Look


def render(listing: Listing, stream: BinaryIO, look: Look) -> None:
    """Write all records; none is held."""
    write(listing.items, stream)
