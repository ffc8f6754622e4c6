"""Which kinds of petition a figure names: khiếu nại, tố cáo, kiến nghị, phản ánh."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.statistics.figure import Figure
from danvan_cli.parsing.statistics.topics import PETITIONS, phrase_end
from danvan_cli.record import PetitionKind

ORDER: tuple[PetitionKind, ...] = ("complaint", "denunciation", "proposal", "feedback")
_TOTALS = frozenset({"petitions_received", "petitions_eligible", "petitions_under_jurisdiction", "resolution_rate"})


def read_kinds(article: Article, figure: Figure, earlier: list[Figure]) -> list[PetitionKind]:
    """The kinds of one figure; of a rate, those of the figure that it is the rate of."""
    if figure.indicator not in PETITIONS | {"resolution_rate", "visit_cases"}:
        return []
    beside = _kinds_in(article, figure.noun.start if figure.noun else figure.end, phrase_end(article, figure))
    if beside:
        return beside
    if figure.indicator == "visit_cases":
        return []
    previous = earlier[-1] if earlier else None
    start = figure.before
    if previous is not None and figure.number.part != "denominator":
        # What is left of the noun phrase of the figure before is not this one's.
        start = max(start, min(phrase_end(article, previous), figure.number.left))
    leading = _kinds_in(article, start, figure.number.left)
    if figure.indicator == "resolution_rate":
        if leading and (previous is None or previous.indicator not in PETITIONS):
            return leading
        if previous is not None and previous.clause == figure.clause and previous.indicator in PETITIONS:
            return list(previous.kinds)
        return leading
    return leading


def _kinds_in(article: Article, start: int, end: int) -> list[PetitionKind]:
    found = {a.value for a in article.anchors_in("petition_kind", start, end) if a.value}
    return [kind for kind in ORDER if kind in found]


def give_totals_the_kinds_of_their_parts(figures: list[Figure]) -> None:
    """A total that names no kinds takes those that its breakdown names."""
    for figure in figures:
        parent = figure.parent
        if parent is not None and figure.kinds and parent.indicator == figure.indicator and parent.indicator in _TOTALS:
            both = {*parent.kinds, *figure.kinds}
            parent.kinds = [kind for kind in ORDER if kind in both]
