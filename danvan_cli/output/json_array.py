"""JSON for people and ``jq``: indented; an array, or one object where one article was asked for."""

from __future__ import annotations

from typing import TextIO

import msgspec

from danvan_cli.output.formats import Listing, Look


def render(listing: Listing, stream: TextIO, look: Look) -> None:
    """Print each item as soon as it is there; nothing where the one article could not be read."""
    encoder = msgspec.json.Encoder()
    shown = (msgspec.json.format(encoder.encode(item), indent=2).decode() for item in listing.items)
    if listing.single:
        stream.writelines(text + "\n" for text in shown)
        return
    count = 0
    for count, text in enumerate(shown, 1):
        stream.write(("[\n" if count == 1 else ",\n") + text)
    stream.write("\n]\n" if count else "[]\n")
