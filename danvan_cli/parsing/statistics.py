"""Which figures the article gives, and what each of them counts."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.sections import Section
from danvan_cli.record import Statistic, Task, Warning


def read_statistics(
    article: Article, heading: Heading, sections: list[Section], tasks: list[Task]
) -> tuple[list[Statistic], list[Warning]]:
    """The figures in order of text, derived ones last, and what does not add up among them."""
    return [], []
