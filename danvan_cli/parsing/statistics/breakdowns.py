"""Which figure another is a part of: "trong đó", "gồm", brackets open the parts of the nearest figure to the left."""

from __future__ import annotations

import re

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.sentences import Sentence
from danvan_cli.parsing.statistics.figure import Figure
from danvan_cli.parsing.statistics.topics import PETITIONS, RECEPTION, phrase_end

_REACH = 400
_OPENING = 60
_FIRST_TIER = re.compile(r"(?:^|: )cấp (?:tỉnh|thành phố|huyện|xã)(?: là| có| tiếp)? \d")
_SUCCESS = re.compile(r"(?<!\w)thành(?!\w)")
_FAMILIES = (RECEPTION, PETITIONS)


def continues(article: Article, start: int) -> bool:
    """Whether a sentence that begins at ``start`` goes on with the parts of the one before it ("Trong đó, …")."""
    return article.anchors.at("figure_part", start) is not None


def by_tiers(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence tells by tiers what the one before it counts: "Phần lớn ở cơ sở: cấp tỉnh 98 lượt, …"."""
    end = min(sentence.end, sentence.start + _OPENING)
    return _FIRST_TIER.search(article.low, sentence.start, end) is not None


def parent_of(article: Article, figure: Figure, earlier: list[Figure]) -> Figure | None:
    """The figure that ``figure`` is a part of, ``None`` for a figure of its own."""
    if not earlier:
        return None
    opener = _opener(article, figure, earlier)
    if opener is None:
        return _listed_parent(article, figure, earlier[-1]) or _sibling_parent(figure, earlier)
    totals = [f for f in reversed(earlier) if f.end <= opener and figure.period in (None, f.period)]
    if opener == figure.bracket and figure.is_percent:
        totals = totals[:1]  # "12/15 vụ khiếu nại (80%) và 4/4 vụ tố cáo (100%)": 100% is no part of 80%
    same = [f for f in totals if f.indicator == figure.indicator]
    held = [f for f in same if f.kind == figure.kind] or same or totals
    return next((f for f in held if _may_hold(f, figure)), None)


def _listed_parent(article: Article, figure: Figure, previous: Figure) -> Figure | None:
    """The total of parts that leave its noun out: "501 mô hình được công nhận: kinh tế 128, văn hóa 214"."""
    whole = previous.parent or previous
    if previous.parent is None and ":" not in article.low[previous.end : figure.number.left]:
        return None
    listed = figure.noun is not None and figure.noun is previous.noun and figure.kind in ("model", "session")
    same = whole.indicator == figure.indicator and whole.clause == figure.clause
    return whole if listed and same and _may_hold(whole, figure) else None


def _sibling_parent(figure: Figure, earlier: list[Figure]) -> Figure | None:
    """The parent of the parts before a semicolon, which these go on with: "trong đó khiếu nại 12 đơn; tố cáo 3 đơn"."""
    if figure.bracket >= 0:
        return None
    siblings = (f for f in reversed(earlier) if f.indicator == figure.indicator and f.kind == figure.kind)
    sibling = next(siblings, None)
    if sibling is None or sibling.parent is None or sibling.bracket >= 0 or sibling.clause == figure.clause:
        return None
    return sibling.parent if _may_hold(sibling.parent, figure) else None


def _opener(article: Article, figure: Figure, earlier: list[Figure]) -> int | None:
    """Where the parts begin: the bracket that ``figure`` stands in, or the last word that opens a breakdown."""
    if figure.bracket >= 0 and any(f.end <= figure.bracket for f in earlier):
        return figure.bracket
    if by_tiers(article, figure.sentence):
        return figure.sentence.start
    start = figure.sentence.start if continues(article, figure.sentence.start) else figure.clause
    words = article.anchors_in("figure_part", max(start, figure.number.left - _REACH), figure.number.left)
    for word in reversed(words):
        between = article.low[word.end : figure.number.left]
        if between.count(")") <= between.count("("):
            return word.start
    return None


def _may_hold(whole: Figure, part: Figure) -> bool:
    if whole.indicator == part.indicator != "resolution_rate" and part.value > whole.value:
        return False
    if whole.indicator == "other" and whole.kind != part.kind:
        return False
    related = any(whole.indicator in family and part.indicator in family for family in _FAMILIES)
    return related or whole.indicator == part.indicator


def join_achieved(article: Article, figures: list[Figure]) -> None:
    """Make what was achieved a part of what it was achieved of: the two sides of a ratio that count one thing.

    Of mediations, "tiếp nhận 1.140 vụ việc, hòa giải thành 967 vụ việc" is a ratio too.
    """
    received: Figure | None = None
    for i, figure in enumerate(figures):
        base = figures[i + 1] if i + 1 < len(figures) and figure.number.part == "numerator" else None
        if figure.indicator == "mediations" and figure.number.part == "whole":
            if _SUCCESS.search(article.low, figure.before, phrase_end(article, figure)):
                base = base or received
            elif figure.parent is None:
                received = figure
        if base is None or base.indicator != figure.indicator or base.kind != figure.kind or figure.value > base.value:
            continue
        if figure.number.part == "whole" and figure.parent is not None and figure.parent is not base:
            continue
        figure.parent, figure.achieved = base, True
