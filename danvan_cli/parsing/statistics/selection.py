"""A figure that an article gives twice (title and body, lead and body) is one figure."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.statistics.figure import Figure

Key = tuple[object, ...]


def without_repeats(article: Article, figures: list[Figure]) -> list[Figure]:
    """``figures`` without those that an earlier or, for the title's, a later sentence gives too."""
    body = {_key(article, figure) for figure in figures if not figure.title}
    seen: dict[Key, int] = {}
    out: list[Figure] = []
    for figure in figures:
        key = _key(article, figure)
        if figure.title and (key in body or figure.indicator == "other"):
            continue
        if seen.setdefault(key, figure.sentence.start) != figure.sentence.start and _repeats(article, figure):
            continue
        out.append(figure)
    return out


def _key(article: Article, figure: Figure) -> Key:
    period = (figure.period.start, figure.period.end) if figure.period else None
    noun = article.low[figure.noun.start : figure.noun.head_end] if figure.noun else ""
    return (figure.indicator, figure.value, noun, period)


def _repeats(article: Article, figure: Figure) -> bool:
    """Small round numbers recur by chance ("4 cuộc giám sát" of two bodies); anything else is the same figure again."""
    return figure.indicator != "other" and figure.value >= 10 and figure.kind != "measure"
