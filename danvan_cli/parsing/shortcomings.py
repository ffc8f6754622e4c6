"""What the body itself says fell short in the reported period."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.sections import Section
from danvan_cli.record import Shortcoming


def read_shortcomings(article: Article, sections: list[Section]) -> list[Shortcoming]:
    """The shortcomings in order of text."""
    return []
