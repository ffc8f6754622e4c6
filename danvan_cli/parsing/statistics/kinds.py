"""Which kinds of petition a figure names: khiếu nại, tố cáo, kiến nghị, phản ánh."""

from __future__ import annotations

import re

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.statistics.figure import Figure
from danvan_cli.parsing.statistics.topics import PETITIONS, phrase_end
from danvan_cli.record import PetitionKind

ORDER: tuple[PetitionKind, ...] = ("complaint", "denunciation", "proposal", "feedback")
_MADE_OF = re.compile(r",? (?:gồm|bao gồm|trong đó có|gồm có) (?:các )?(?:đơn|vụ)")
_REST = re.compile(r",? (?:và )?(?:số )?còn lại (?:là|gồm)(?!\w)")
_STOP = re.compile(r"[;.)\d]")
_TOTALS = frozenset({"petitions_received", "petitions_eligible", "petitions_under_jurisdiction", "resolution_rate"})


def read_kinds(article: Article, figure: Figure, earlier: list[Figure]) -> list[PetitionKind]:
    """The kinds of one figure; of a rate, those of the figure that it is the rate of."""
    if figure.indicator not in PETITIONS | {"resolution_rate", "visit_cases"}:
        return []
    noun = figure.noun.start if figure.noun else figure.end
    if figure.before <= noun < figure.number.start:
        noun = figure.before  # "phản ánh, kiến nghị 80"
    beside = _kinds_in(article, noun, phrase_end(article, figure))
    if not beside and figure.indicator in _TOTALS and figure.resumes >= 0:
        beside = _kinds_made_of(article, figure)
    if beside:
        return beside
    if figure.indicator == "visit_cases":
        return _kinds_right_before(article, figure)
    previous = earlier[-1] if earlier else None
    base = _base_told_before(article, figure, earlier)
    if base is not None:
        return list(base.kinds)
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


def _base_told_before(article: Article, figure: Figure, earlier: list[Figure]) -> Figure | None:
    """The cases of which some are resolved in one breath: "33 vụ việc khiếu nại thuộc thẩm quyền thì giải quyết 19"."""
    if figure.indicator != "petitions_resolved" or " thì " not in article.low[figure.before : figure.number.left]:
        return None
    bases = (f for f in reversed(earlier) if f.indicator == "petitions_under_jurisdiction" and f.parent is None)
    base = next(bases, None)
    return base if base is not None and base.clause == figure.clause else None


def _kinds_made_of(article: Article, figure: Figure) -> list[PetitionKind]:
    """The kinds named behind a bracket: "9.987 đơn (tăng 1,3%), gồm đơn khiếu nại, tố cáo, phản ánh, kiến nghị"."""
    made_of = _MADE_OF.match(article.low, figure.resumes)
    if made_of is None:
        return []
    stop = _STOP.search(article.low, made_of.end(), figure.sentence.end)
    return _kinds_in(article, made_of.end(), stop.start() if stop else figure.sentence.end)


def _kinds_right_before(article: Article, figure: Figure) -> list[PetitionKind]:
    """The kinds that end where the figure begins: "đến phản ánh, kiến nghị 47 vụ việc"."""
    found = article.anchors_in("petition_kind", figure.before, figure.number.left)
    if not found or article.low[found[-1].end : figure.number.left].strip():
        return []
    return _kinds_in(article, figure.before, figure.number.left)


def _kinds_in(article: Article, start: int, end: int) -> list[PetitionKind]:
    found = {kind for a in article.anchors_in("petition_kind", start, end) for kind in a.value.split("+")}
    return [kind for kind in ORDER if kind in found]


def _kinds_of_the_rest(article: Article, part: Figure) -> list[PetitionKind]:
    """The kinds of what is left of a total: "(khiếu nại 12 đơn, còn lại là phản ánh, kiến nghị)"."""
    rest = _REST.match(article.low, part.end)
    if rest is None:
        return []
    stop = _STOP.search(article.low, rest.end(), part.sentence.end)
    return _kinds_in(article, rest.end(), stop.start() if stop else part.sentence.end)


def give_totals_the_kinds_of_their_parts(article: Article, figures: list[Figure]) -> None:
    """A total that names no kinds takes those that its breakdown names."""
    for figure in figures:
        parent = figure.parent
        if parent is None or not figure.kinds or parent.indicator != figure.indicator:
            continue
        beside = parent.indicator == "petitions_resolved" and parent.resumes > figure.bracket > parent.number.start
        if parent.indicator in _TOTALS or beside:
            both = {*parent.kinds, *figure.kinds, *_kinds_of_the_rest(article, figure)}
            parent.kinds = [kind for kind in ORDER if kind in both]
