"""Which figures the article gives, and what each of them counts.

A number (:mod:`danvan_cli.parsing.numbers`) with the noun it counts is a *figure* (:mod:`.figure`). Figures that count
no public work are dropped (:mod:`.vetoes`), those that say how another moved become its change (:mod:`.changes`), the
rest get their indicator (:mod:`.indicators`), kinds (:mod:`.kinds`), parent (:mod:`.breakdowns`) and period
(:mod:`.periods`). What does not add up among them is warned about (:mod:`.checks`), never corrected.
"""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.sections import Section
from danvan_cli.parsing.statistics.checks import derived_and_warnings
from danvan_cli.parsing.statistics.periods import Periods
from danvan_cli.parsing.statistics.selection import without_repeats
from danvan_cli.parsing.statistics.sentence import SentenceReader
from danvan_cli.parsing.statistics.writing import statistics_of
from danvan_cli.record import Statistic, Task, Warning

__all__ = ["read_statistics"]


def read_statistics(
    article: Article, heading: Heading, sections: list[Section], tasks: list[Task]
) -> tuple[list[Statistic], list[Warning]]:
    """The figures in order of text, derived ones last, and what does not add up among them."""
    reader = SentenceReader(article, heading, Periods(article, heading, sections, tasks))
    figures = [figure for sentence in article.sentences if not sentence.caption for figure in reader.read(sentence)]
    figures = without_repeats(article, figures)
    statistics = statistics_of(article, heading, figures)
    computed, warnings = derived_and_warnings(article, figures, statistics)
    return [*statistics, *computed], warnings
