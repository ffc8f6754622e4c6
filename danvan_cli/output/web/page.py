"""The frame of a page that stands alone, and the only ways in which text becomes a part of it.

A page fetches nothing and runs nothing: its policy forbids both, so that even a mistake in escaping could not. The
style is ``page.css`` beside this module; it is written for light and dark, for a phone, and for paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path

from danvan_cli.output.blocks import Rich, Span, Style
from danvan_cli.output.harmless import harmless
from danvan_cli.output.wording import Lang

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_TAGS: dict[Style, tuple[str, str]] = {
    "plain": ("", ""),
    "strong": ("<strong>", "</strong>"),
    "dim": ('<span class="dim">', "</span>"),
    "added": ("<ins>", "</ins>"),
    "removed": ("<del>", "</del>"),
    "good": ('<span class="good">', "</span>"),
    "bad": ('<span class="bad">', "</span>"),
}


@cache
def style() -> str:
    """The style sheet of every page."""
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def opening(title: str, lang: Lang, *, more_style: str = "") -> str:
    """Everything before the first block of a page."""
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escaped(title)}</title>\n<style>\n{style()}{more_style}</style>\n</head>\n<body>\n<main>\n"
    )


CLOSING = "</main>\n</body>\n</html>\n"
"""Everything after the last block of a page."""


def escaped(text: str) -> str:
    """Text between tags or in a quoted attribute: nothing in it is markup."""
    return escape(harmless(text), quote=True)


def rich(text: Rich) -> str:
    """Text with its styles; a line feed in it is a line break."""
    spans: Sequence[Span] = (Span(text),) if isinstance(text, str) else text
    written = []
    for look, group in groupby(spans, key=lambda span: span.style):
        before, after = _TAGS[look]
        words = escaped("".join(span.text for span in group)).replace("\n", "<br>")
        written.append(f"{before}{words}{after}" if words else "")
    return "".join(written)


def plain(text: Rich) -> str:
    """Text without its styles, not yet escaped."""
    return text if isinstance(text, str) else "".join(span.text for span in text)
