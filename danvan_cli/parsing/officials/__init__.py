"""Who is named, in which office, and what they did."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading
from danvan_cli.record import Official


def read_officials(article: Article, heading: Heading) -> list[Official]:
    """Every named person who holds a public position in the article, in order of first mention."""
    return []
