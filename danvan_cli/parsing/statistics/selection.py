"""A figure that an article gives twice (title and body, lead and body, a base and its ratio) is one figure."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.statistics.figure import Figure

Key = tuple[object, ...]

# Nouns of which a figure with this many digits before its zeros is the same figure again. Places and bodies are not
# among them: the number of a district's communes recurs in whatever is told of all of them.
_COUNTED_ONCE = frozenset({"case", "petition", "opinion", "household", "person", "thing", "text"})
_TELLING = 3
_HEADLINE = 10


def without_repeats(article: Article, figures: list[Figure]) -> list[Figure]:
    """``figures`` without those that an earlier or, for the title's, a later sentence gives too."""
    figures = _without_headline(_without_bases_told_before(article, figures))
    body = {_key(article, figure) for figure in figures if not figure.title}
    seen: dict[Key, int] = {}
    out: list[Figure] = []
    for figure in figures:
        key = _key(article, figure)
        if figure.title and (key in body or figure.indicator == "other"):
            continue
        if seen.setdefault(key, figure.sentence.start) != figure.sentence.start and _repeats(figure):
            continue
        out.append(figure)
    return out


def _without_headline(figures: list[Figure]) -> list[Figure]:
    """``figures`` without those of the title that the body counts too, in whatever words.

    A figure that the body leaves without a meaning ("Con số đầu tiên là 13.497 lượt người") has the title's.
    """
    body: dict[tuple[float, str], Figure] = {}
    for figure in figures:
        if not figure.title and figure.number.part == "whole" and figure.value >= _HEADLINE:
            known = body.setdefault((figure.value, figure.kind), figure)
            if known.indicator == "other" and figure.indicator != "other":
                body[figure.value, figure.kind] = figure
    out: list[Figure] = []
    for figure in figures:
        told = body.get((figure.value, figure.kind)) if figure.title else None
        if told is None:
            out.append(figure)
        elif told.indicator == "other" and figure.indicator != "other":
            told.indicator, told.kinds, told.rule = figure.indicator, figure.kinds, figure.rule
    return out


def _without_bases_told_before(article: Article, figures: list[Figure]) -> list[Figure]:
    """``figures`` without those that the second side of a later ratio gives again.

    "Có 35 ý kiến. … 28/35 ý kiến đã được trả lời", "giao giải quyết 75 đơn. Giải quyết 66/75 đơn". The ratio is
    kept, for it tells more, and what was a part of the dropped figure is now one of its base.
    """
    told: dict[Key, Figure] = {}
    again: dict[int, Figure] = {}
    for figure in figures:
        base = figure.number.part == "denominator"
        key = (figure.value, figure.kind, figure.period, _base_of(figure, base=base))
        before = told.get(key)
        once = figure.indicator != "other" or figure.kind in _COUNTED_ONCE
        if base and once and before is not None and before.sentence != figure.sentence and not before.title:
            again[id(before)] = figure
            figure.kinds = figure.kinds or before.kinds
        elif figure.number.part == "whole" and figure.value >= 10:
            told[key] = figure
    for figure in figures:
        if figure.parent is not None and id(figure.parent) in again:
            figure.parent = again[id(figure.parent)]
    return [figure for figure in figures if id(figure) not in again]


def _base_of(figure: Figure, *, base: bool) -> object:
    """What a figure may be the base of; petitions told to be resolved are those that a later ratio is of."""
    if not base and figure.indicator == "petitions_resolved":
        return "petitions_under_jurisdiction"
    return figure.indicator


def _key(article: Article, figure: Figure) -> Key:
    period = (figure.period.start, figure.period.end) if figure.period else None
    noun = article.low[figure.noun.start : figure.noun.head_end] if figure.noun else ""
    noun = "vụ" if noun == "vụ việc" else noun
    return (figure.indicator, figure.value, noun, period)


def _repeats(figure: Figure) -> bool:
    """Small round numbers recur by chance ("4 cuộc giám sát" of two bodies); anything else is the same figure again."""
    if figure.indicator == "other":
        return figure.kind in _COUNTED_ONCE and len(f"{figure.value:g}".rstrip("0")) >= _TELLING
    return figure.value >= 10 and figure.kind != "measure"
