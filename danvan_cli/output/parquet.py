"""A Parquet file of records."""

from __future__ import annotations

from typing import BinaryIO

from danvan_cli.corpus.datasets.parquet import write
from danvan_cli.output.formats import Listing, Look


def render(listing: Listing, stream: BinaryIO, look: Look) -> None:
    """Write all records; they are held by the thousand."""
    write(listing.items, stream)
