"""Web pages: the headline, the day, the main text, who signs it; encodings as the page declares them or as they show.

The main text is trafilatura's. With it stand, as on the page, the headline and the lines that danvan's own reading of
lines (:mod:`danvan_cli.reading.lines`) knows as the article's day, captions and signature, so that a saved page and the
text copied out of it give the same record.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Final

from danvan_cli.lexicon import fold
from danvan_cli.reading.cleaning import clean
from danvan_cli.reading.encodings import Decoded, decode
from danvan_cli.reading.errors import ReadError
from danvan_cli.reading.formats import Content
from danvan_cli.reading.html.elements import text_of
from danvan_cli.reading.html.metadata import metadata_of
from danvan_cli.reading.lines import classify
from danvan_cli.reading.text import undecodable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_BYTES: Final = 20_000_000
_HEAD: Final = 4096
_CHARSET: Final = re.compile(
    rb"""<(?:meta|\?xml)\s[^>]{0,200}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.IGNORECASE
)
_TAG: Final = re.compile(r"""<[a-zA-Z](?:[^<>"']|"[^"]*+"|'[^']*+')*+""")
_LONG_TAG, _MOST_ATTRIBUTES = 20_000, 2_000
"""Characters from which attributes are counted; libxml2 compares each of a tag with all before it."""
_LEAST_SHARE: Final = 0.5
"""Of the page's own paragraphs; a main text with less has lost the article, and the whole page is read instead."""
_SAME_LINES: Final = 0.9
"""Of the main text, that must stand in lines of the page."""
_RUN: Final = 4
_MOST_RUNS: Final = 0.75
"""Of a line's runs of so many words; where elements meet, trafilatura glues words that the page keeps apart."""
_BULLETS: Final = " -\n"
_NEAR: Final = {"dateline": 2, "byline": 2, "outlet": 1000}
"""Lines that belong to an article and so many lines above its headline at most: a list of others has days too."""
_BELOW: Final = 4
"""Lines below the text in which its signature stands."""
_TITLE_ENDS: Final = (" | ", " - ", " – ", " — ", " » ", "|")


def extract(data: bytes, path: str, *, url: str | None = None, charset: str | None = None) -> Content:
    """The article of a web page.

    ``charset`` is what the one who sent the page said of it, ``url`` where it stood. Raises :class:`ReadError` where
    there is no text in it.
    """
    if len(data) > _MOST_BYTES:
        size = f"{len(data) / 1e6:,.0f} MB"
        raise ReadError(
            path, f"is a web page of {size}, too large for an article; save the article alone and read that"
        )
    source, encoding = _decode(data, path, charset)
    source = _TAG.sub(_bounded, source)
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())  # what they find strange is no news to the user
    tree = _parse(source)
    if tree is None:
        raise ReadError(
            path, "is a web page with nothing in it; open it in a browser, and save it when all of it shows"
        )
    from trafilatura import bare_extraction

    page = clean(text_of(tree))
    metadata = metadata_of(tree, _title(tree, page), url)
    # From here on the tree is trafilatura's.
    found = bare_extraction(tree, favor_recall=True, include_comments=False, include_tables=True)
    main = clean(text_of(found.body)) if found is not None and not isinstance(found, dict) else ""
    return Content(_article(page, main, metadata.title), encoding, metadata)


def _decode(data: bytes, path: str, charset: str | None) -> Decoded:
    """The markup, in the encoding that it shows, or else in the one that it declares."""
    declared = _CHARSET.search(data, 0, _HEAD)
    try:
        return decode(data, charset or (declared[1].decode("ascii") if declared else None))
    except UnicodeDecodeError as error:
        raise ReadError(path, undecodable(error)) from error


def _bounded(tag: re.Match[str]) -> str:
    """A tag, without what is in it where nobody would write so many attributes."""
    text = tag.group()
    if len(text) < _LONG_TAG or max(text.count("="), len(text.split())) <= _MOST_ATTRIBUTES:
        return text
    return re.split(r"[^\w:-]", text[1:_LONG_TAG], maxsplit=1)[0].join(("<", " "))


def _parse(source: str) -> HtmlElement | None:
    from lxml import etree, html

    try:
        # lxml refuses text that says itself how it was encoded.
        parser = html.HTMLParser(encoding="utf-8")
        tree: HtmlElement = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return None
    return tree


def _title(tree: HtmlElement, page: str) -> str | None:
    """The headline: what the page is called in its head, in the words in which the page shows it."""
    named = [element.get("content") for element in tree.iter("meta") if element.get("property") == "og:title"]
    named += [element.text for element in tree.iter("title")]
    shown = {fold(line.strip()): line.strip() for line in page.split("\n")}
    for name in named:
        title = " ".join((name or "").split())
        while title:
            if fold(title) in shown:
                return shown[fold(title)]
            title = next((title[: title.rindex(end)].strip() for end in _TITLE_ENDS if end in title), "")
    headings = [" ".join(element.text_content().split()) for element in tree.iter("h1")]
    if len([heading for heading in headings if heading]) == 1:
        return next(heading for heading in headings if heading)
    return " ".join((named[0] or "").split()) or None if named else None


def _article(page: str, main: str, title: str | None) -> str:
    """The lines of the page that are the article: from the headline on those of the main text, and the day, captions
    and signature that belong to it. The whole page where the main text is not the article, the main text alone where
    the page has it in other lines.
    """
    lines = [line for line in classify(page) if line.kind != "blank"]
    texts = [page[line.start : line.end] for line in lines]
    bodies = sum(len(text) for line, text in zip(lines, texts, strict=True) if line.kind == "body")
    if not main or len(main) < _LEAST_SHARE * bodies:
        return page
    wanted = _Words(main)
    inside = [i for i, text in enumerate(texts) if wanted.hold(text)]
    headline = fold(title) if title else ""
    if sum(len(texts[i]) for i in inside) < _SAME_LINES * len(main.replace("\n", "")):
        return main if not headline or wanted.hold(headline) else f"{title}\n\n{main}"
    opening = _opening(texts, inside, headline)
    end = min(len(lines), inside[-1] + 1 + _BELOW)
    kept = [i for i in range(opening) if lines[i].kind in _NEAR and i >= opening - _NEAR[lines[i].kind]]
    kept += [i for i in range(opening, end) if i in {opening, *inside} or lines[i].kind in (*_NEAR, "caption")]
    parts = [] if not headline or fold(texts[opening]) == headline else [f"{title}\n"]
    for above, i in zip([-1, *kept], kept, strict=False):
        if above >= 0 and "\n\n" in page[lines[above].start : lines[i].start]:
            parts.append("")
        parts.append(texts[i])
    return "\n".join(parts)


def _opening(texts: list[str], inside: list[int], headline: str) -> int:
    """Where the article begins: at the last of the lines that are its headline which has most of its text below."""
    main = set(inside)
    opening = inside[0]
    below = total = sum(len(texts[i]) for i in inside)
    for i in range(inside[-1]):
        if headline and below > total / 2 and fold(texts[i]) == headline:
            opening = i
        below -= len(texts[i]) if i in main else 0
    return opening


class _Words:
    """The words of a text in their order, to ask whether a line is in it wherever its lines end."""

    def __init__(self, text: str) -> None:
        low = fold(text)
        self._lines = {line.strip(_BULLETS) for line in low.split("\n")}
        words = low.split()
        self._runs = set(zip(*(words[i:] for i in range(_RUN)), strict=False))

    def hold(self, line: str) -> bool:
        """Whether ``line`` is a line of the text, or nearly all its runs of words are in it."""
        low = fold(line).strip(_BULLETS)
        if low in self._lines:
            return True
        words = low.split()
        runs = list(zip(*(words[i:] for i in range(_RUN)), strict=False))
        return bool(runs) and sum(run in self._runs for run in runs) >= _MOST_RUNS * len(runs)
