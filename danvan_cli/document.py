"""What reading hands to parsing: one article's cleaned text and what each of its lines is."""

from __future__ import annotations

from typing import Literal

import msgspec

from danvan_cli.record import Source

LineKind = Literal["blank", "noise", "dateline", "caption", "byline", "outlet", "body"]
"""What a line of a page is.

``body`` is the article (its title too), ``caption`` a picture's words, ``dateline`` a line that says when the page was
published, ``byline`` who wrote it, ``outlet`` a line that names the paper ("Theo Báo …"), ``noise`` the page around it.
"""


class Line(msgspec.Struct, frozen=True):
    """One line of the cleaned text: ``text[start:end]``, trimmed of white space at both ends."""

    start: int
    end: int
    kind: LineKind
    rule: str = ""
    """Name of the rule that knew the line; empty for a line of the article itself."""


class Metadata(msgspec.Struct, frozen=True):
    """What a format says of the article outside its text (a page's meta tags, a document's properties)."""

    title: str | None = None
    published: str | None = None
    """ISO date or date and time."""
    outlet: str | None = None
    author: str | None = None


class Document(msgspec.Struct, frozen=True):
    """One article as parsing meets it.

    ``text`` is the whole cleaned text, page noise included: NFC, line feeds only (none within a paragraph that was
    wrapped), no zero-width characters. All offsets in danvan count code points of it. ``lines`` covers the text in
    order; parsing reads only what is not noise.
    """

    source: Source
    text: str
    lines: tuple[Line, ...]
    metadata: Metadata = Metadata()
