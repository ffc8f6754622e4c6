"""What every page repeats around its text: headers, footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from danvan_cli.reading.pdf.layout import Line

_EDGE: Final = 3
"""Lines at the top and at the bottom of a page that can be its header or footer."""
_LEAST_SHARE: Final = 0.5
"""Of the pages, on which a header or footer stands at least (first pages often have none)."""
_DIGITS: Final = re.compile(r"\d+")
# Never with a full stop: "2020." is the end of a sentence.
_PAGE_NUMBER: Final = re.compile(
    r"[-–—\s(\[]*(?:(?:trang|page)\s*)?\d{1,3}(?:\s*(?:/|of|trên)\s*\d{1,3})?[-–—\s)\]]*", re.IGNORECASE
)
# What browsers print at the edge of every page: the day and the hour of printing, the address and the page.
_PRINTED: Final = re.compile(r"\d{1,4}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d\b.*|(?:https?|file)://\S+(?:\s+\d{1,4}/\d{1,4})?")


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """The lines of all pages in order, without page numbers and without what stands at the edge of most pages."""
    seen = Counter(form for page in pages for form in {_form(line) for line in _edges(page)})
    often = {form for form, count in seen.items() if count > 1 and count >= _LEAST_SHARE * len(pages)}
    kept: list[Line] = []
    for page in pages:
        edges = set(_edges(page))
        by_height = sorted(page, key=lambda line: -line.y)
        outer = {*by_height[:1], *by_height[-1:]}
        kept += [
            line
            for line in page
            if not (line in edges and _form(line) in often)
            and not (line in outer and (_PAGE_NUMBER.fullmatch(line.text) or _PRINTED.fullmatch(line.text)))
        ]
    return kept


def _edges(page: Sequence[Line]) -> Iterator[Line]:
    by_height = sorted(page, key=lambda line: -line.y)
    yield from by_height[:_EDGE]
    yield from by_height[max(_EDGE, len(page) - _EDGE) :]


def _form(line: Line) -> tuple[str, int]:
    """A line with its numbers left out, and its height on the page in steps of a few points."""
    return _DIGITS.sub("0", line.text), round(line.y / 6)
