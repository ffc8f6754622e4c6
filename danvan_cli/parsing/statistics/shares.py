"""Percentages: the rate at which petitions are resolved, or a share of something else."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.statistics.figure import Figure
from danvan_cli.parsing.statistics.petitions import is_offence
from danvan_cli.parsing.statistics.topics import OTHER, Reading, Surroundings, has
from danvan_cli.record import Indicator

_TARGET = ("kế hoạch", "chỉ tiêu", "nghị quyết", "mục tiêu", "chương trình", "yêu cầu đề ra", "dự toán")
_ATTAINED = ("đạt", "tỷ lệ", "tỉ lệ", "bằng", "tương đương")
_RATE: Indicator = "resolution_rate"


def share(article: Article, figure: Figure, around: Surroundings) -> Reading:
    """The indicator of a percentage: the resolution rate where petitions are resolved at it, else ``other``."""
    if is_offence(article, figure):
        return OTHER
    if article.low[figure.end : figure.tail].lstrip().startswith(_TARGET):
        return OTHER
    leading = article.low[figure.before : figure.number.left].strip(" ,(")
    # "12/15 vụ khiếu nại (80%)": a bracket of its own says what the figure before it comes to.
    bare = figure.bracket >= 0 and not article.low[figure.bracket + 1 : figure.number.left].strip()
    attained = bare or any(word in leading.rsplit(",", 1)[-1] for word in _ATTAINED)
    named = _names_petitions(article, figure.before, figure.tail)
    resolving = has(around.inside, "resolve") or has(around.inside, "resolve_rate")
    if around.before and not (attained and all(topic.value == "jurisdiction" for topic in around.before)):
        resolving = resolving or has(around.before, "resolve") or has(around.before, "resolve_rate")
        if around.own == "resolve_rate" or (around.own in ("resolve", "jurisdiction") and named and resolving):
            return Reading(_RATE, "rate of resolution")
        return OTHER
    if named and resolving:
        return Reading(_RATE, "rate of resolution")
    previous = around.previous
    if previous is None:
        return OTHER
    if attained and (previous.indicator in ("petitions_resolved", _RATE) or _is_base_of_ratio(previous)):
        return Reading(_RATE, "rate of the figure resolved")
    if previous.indicator == _RATE and named and figure.bracket >= 0 and figure.bracket == previous.bracket:
        return Reading(_RATE, "rate of a kind")  # "91% (khiếu nại 89,5%, tố cáo 97%)"
    if previous.indicator == _RATE and figure.bracket > previous.number.start:
        return Reading(_RATE, "rate of another period")
    return OTHER


def _is_base_of_ratio(figure: Figure) -> bool:
    second = figure.number.part == "denominator" or figure.rule == "ratio of petitions"
    return second and figure.indicator == "petitions_under_jurisdiction"


def _names_petitions(article: Article, start: int, end: int) -> bool:
    """Whether ``start:end`` names petitions or cases: đơn, vụ việc, khiếu nại, tố cáo, yêu cầu của công dân."""
    return (
        any(a.value for a in article.anchors_in("petition_kind", start, end))
        or any(a.value in ("petition", "case") for a in article.anchors_in("counted", start, end))
        or "yêu cầu của công dân" in article.low[start:end]
    )
