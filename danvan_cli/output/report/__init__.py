"""One page about many articles, that stands alone: a module a section.

Nothing on it runs and nothing is fetched. Every figure leads to its sentence by a link within the page; the sentence is
in a sheet that is shown while it is what the address names (``:target``), so that it works with a mouse, with keys, on
a touch screen, and with the browser's way back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TextIO

from danvan_cli.corpus.overview import Overview
from danvan_cli.corpus.passages import Passage
from danvan_cli.output.report.changes import task_changes
from danvan_cli.output.report.citing import Citations, View
from danvan_cli.output.report.figures import figures_by_period
from danvan_cli.output.report.glance import main_figures, what_was_read
from danvan_cli.output.report.notes import warnings
from danvan_cli.output.report.people import officials
from danvan_cli.output.report.sheets import article_sheets
from danvan_cli.output.report.tilemap import province_sheets, the_map
from danvan_cli.output.report.trends import trends
from danvan_cli.output.web.page import CLOSING, escaped, opening
from danvan_cli.output.wording import Lang, Wording

_SECTIONS = ("at_a_glance", "map", "figures", "trends", "officials", "changes", "warnings")


def write(overview: Overview, passages: Mapping[str, list[Passage]], stream: TextIO, lang: Lang) -> None:
    """Write the page about ``overview``; ``passages`` are the sentences of its articles, by path."""
    view = View(overview, Citations(overview, passages), Wording(lang))
    style = Path(__file__).with_name("report.css").read_text(encoding="utf-8")
    stream.write(opening(view.says("title"), lang, more_style=style))
    stream.writelines(_compact(line) + "\n" for line in _lines(view))
    stream.write(CLOSING)


# What HTML lets a page leave out. In text there is neither: a sign that could be one of them is escaped there.
_NEEDLESS = re.compile(r"</(?:li|p|td|th|tr|dt|dd|tbody)>|(?<= id=)\"([\w-]+)\"|(?<= href=)\"(#[\w-]+)\"")


def _compact(line: str) -> str:
    """The same elements in fewer bytes: of a page about a thousand articles it saves a tenth."""
    return _NEEDLESS.sub(lambda found: found[1] or found[2] or "", line)


def _lines(view: View) -> Iterator[str]:
    yield f"<h1>{escaped(view.says('title'))}</h1>"
    yield from what_was_read(view)
    links = "".join(f'<a href="#{name}">{escaped(view.says(name))}</a>' for name in _SECTIONS)
    yield f"<nav>{links}</nav>"
    yield '<div class="detailed">' if view.detailed else "<div>"  # all of it is printed, or what is open
    yield from main_figures(view)
    yield from the_map(view)
    yield from figures_by_period(view)
    yield from trends(view)
    yield from officials(view)
    yield from task_changes(view)
    yield from warnings(view)
    yield "</div>"
    yield from province_sheets(view)
    yield from article_sheets(view)
