"""Which figure another is a part of: "trong đó", "gồm", brackets open the parts of the nearest figure to the left."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.statistics.figure import Figure
from danvan_cli.parsing.statistics.topics import PETITIONS, RECEPTION

_REACH = 400
_FAMILIES = (RECEPTION, PETITIONS)


def continues(article: Article, start: int) -> bool:
    """Whether a sentence that begins at ``start`` goes on with the parts of the one before it ("Trong đó, …")."""
    return article.anchors.at("breakdown", start) is not None


def parent_of(article: Article, figure: Figure, earlier: list[Figure]) -> Figure | None:
    """The figure that ``figure`` is a part of, ``None`` for a figure of its own."""
    if not earlier:
        return None
    if figure.number.part in ("denominator", "high"):
        return earlier[-1].parent
    opener = _opener(article, figure, earlier)
    if opener is None:
        return None
    totals = [f for f in earlier if f.end <= opener and f.period is None]
    return next((f for f in reversed(totals) if _may_hold(f, figure)), None)


def _opener(article: Article, figure: Figure, earlier: list[Figure]) -> int | None:
    """Where the parts begin: the bracket that ``figure`` stands in, or the last word that opens a breakdown."""
    if figure.bracket >= 0 and any(f.end <= figure.bracket for f in earlier):
        return figure.bracket
    floor = max(earlier[0].number.start, figure.sentence.start if earlier[-1].sentence == figure.sentence else 0)
    words = article.anchors_in("breakdown", max(floor, figure.number.left - _REACH), figure.number.left)
    inside = [word for word in words if figure.clause <= word.start or continues(article, figure.sentence.start)]
    return inside[-1].start if inside else None


def _may_hold(whole: Figure, part: Figure) -> bool:
    if whole.indicator == part.indicator and whole.kind == part.kind:
        return part.value <= whole.value
    return any(whole.indicator in family and part.indicator in family for family in _FAMILIES)
