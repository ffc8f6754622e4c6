"""Figures to the contract's statistics: unit as written, label, scope."""

from __future__ import annotations

from danvan_cli.lexicon import table
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.statistics.checks import label_of
from danvan_cli.parsing.statistics.evidence import evidences
from danvan_cli.parsing.statistics.figure import Figure
from danvan_cli.parsing.statistics.topics import PETITIONS
from danvan_cli.record import Statistic

_SCOPE_REACH = 200
# A cuộc họp, a lớp tập huấn, are counted in cuộc and lớp.
_MEETINGS = ("lớp ", "cuộc ", "buổi ", "phiên ")
# "lượt người" is counted in lượt, "lượt hộ" in lượt hộ.
# "(39 khiếu nại, 4 tố cáo)" are đơn or vụ việc, as the figure before the bracket is.
_KINDS_COUNTED = ("khiếu nại", "tố cáo", "kiến nghị", "phản ánh")
_PEOPLE_IN_TURNS = ("lượt người", "lượt dân", "lượt công dân")


def statistics_of(article: Article, heading: Heading, figures: list[Figure]) -> list[Statistic]:
    """One statistic a figure, in the same order."""
    index = {id(figure): i for i, figure in enumerate(figures)}
    return [
        Statistic(
            indicator=figure.indicator or "other",
            label=label_of(figure.indicator or "other"),
            value=round(figure.value, 6),
            unit=unit_of(article, figure),
            bound=figure.number.bound,
            kinds=list(figure.kinds),
            period=figure.period,
            change=figure.change,
            scope=scope_of(article, figure),
            derived=False,
            evidence=evidence,
            parent=index.get(id(figure.parent)) if figure.parent else None,
        )
        for figure, evidence in zip(figures, evidences(article, figures), strict=True)
    ]


def unit_of(article: Article, figure: Figure) -> str:
    """The counted noun as written, in its shortest form; for ``other`` the whole noun."""
    if figure.noun is None:
        return _own_unit(figure)
    text = article.text[figure.noun.start : figure.noun.end] or figure.words
    if figure.indicator in PETITIONS and figure.words in _KINDS_COUNTED:
        return unit_of(article, figure.parent) if figure.parent else _own_unit(figure)
    if figure.indicator == "visits" or figure.words.startswith(_PEOPLE_IN_TURNS):
        return "lượt"
    if figure.indicator == "other":
        return "đồng" if text == "đ" else text.replace("m 2", "m2").replace("m 3", "m3")
    if figure.kind == "turn":
        return text[: len("lượt")]
    if figure.kind == "group":
        return text[: len("lượt đoàn")] if figure.words.startswith("lượt") else text[: len("đoàn")]
    head = article.text[figure.noun.start : figure.noun.head_end]
    return head.split()[0] if figure.kind == "session" and figure.words.startswith(_MEETINGS) else head


def _own_unit(figure: Figure) -> str:
    return next(row["unit"] for row in table("indicators") if row["id"] == figure.indicator)


def scope_of(article: Article, figure: Figure) -> str | None:
    """Who counted, in the article's words: the nearest body or area named before the figure in its sentence."""
    start = max(figure.sentence.start, figure.number.left - _SCOPE_REACH)
    named = article.anchors_in("figure_scope", start, figure.number.left)
    return article.text[named[-1].start : named[-1].end] if named else None
