"""One JSON object a line, UTF-8, nothing escaped that need not be."""

from __future__ import annotations

from typing import TextIO

import msgspec

from danvan_cli.output.formats import Listing, Look


def render(listing: Listing, stream: TextIO, look: Look) -> None:
    """Print each item as soon as it is there."""
    encoder = msgspec.json.Encoder()
    stream.writelines(encoder.encode(item).decode() + "\n" for item in listing.items)
