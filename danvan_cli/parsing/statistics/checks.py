"""Figures computed from the ones read, and what does not add up among these. A stated figure is never replaced."""

from __future__ import annotations

from danvan_cli.lexicon import table
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.statistics.figure import Figure
from danvan_cli.record import Indicator, Statistic, Warning

TOLERANCE = 0.1
"""Points by which a printed rate may differ from the computed one: papers cut as often as they round."""


def label_of(indicator: Indicator) -> str:
    """The indicator's name in Vietnamese."""
    return next(row["label_vi"] for row in table("indicators") if row["id"] == indicator)


def vietnamese(value: float) -> str:
    """A number as Vietnamese writes it: 2213 → "2.213", 93.1 → "93,1"."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    return text.replace(",", "_").replace(".", ",").replace("_", ".")


def derived_and_warnings(
    article: Article, figures: list[Figure], statistics: list[Statistic]
) -> tuple[list[Statistic], list[Warning]]:
    """Computed statistics and warnings for ``figures``, whose ``statistics`` stand in the same order."""
    computed: list[Statistic] = []
    warnings: list[Warning] = []
    for i, figure in enumerate(figures):
        if figure.indicator == "resolution_rate" and figure.value > 100:
            warnings.append(Warning("rate_over_100", f"Tỷ lệ giải quyết {vietnamese(figure.value)}% lớn hơn 100%."))
        if figure.number.part != "numerator" or i + 1 == len(figures):
            continue
        base = figures[i + 1]
        if base.number.part != "denominator" or base.value <= 0:
            continue
        _check_ratio(article, figures, statistics, i, computed, warnings)
    computed += _rate_of_received(article, figures, statistics, warnings) if not computed else []
    warnings += _breakdowns(article, figures)
    return computed, warnings


def _check_ratio(
    article: Article,
    figures: list[Figure],
    statistics: list[Statistic],
    i: int,
    computed: list[Statistic],
    warnings: list[Warning],
) -> None:
    """Compare the ratio at ``i`` with the rate stated after it, or compute the rate where none is stated."""
    part, whole = figures[i], figures[i + 1]
    words = article.plain[part.number.start : whole.end]
    rate = part.value / whole.value * 100
    if part.value > whole.value:
        code = "resolved_exceeds_received" if part.indicator == "petitions_resolved" else "rate_over_100"
        warnings.append(Warning(code, f"Tử số lớn hơn mẫu số: {words}."))
    stated = figures[i + 2] if i + 2 < len(figures) else None
    follows = (
        stated is not None
        and stated.sentence == part.sentence
        and stated.clause == part.clause
        and stated.is_percent
        and "chiếm" not in article.low[whole.end : stated.number.start]
    )
    if follows and stated is not None:
        if abs(rate - stated.value) > TOLERANCE and stated.number.bound == "exact":
            warnings.append(
                Warning(
                    "rate_mismatch",
                    f"Bài viết nêu {vietnamese(stated.value)}% nhưng {words} là {vietnamese(round(rate, 1))}%.",
                )
            )
    elif part.indicator == "petitions_resolved":
        computed.append(_rate(article, statistics[i], statistics[i + 1], rate))


def _rate(article: Article, resolved: Statistic, base: Statistic, rate: float) -> Statistic:
    start = min(resolved.evidence.start, base.evidence.start)
    end = max(resolved.evidence.end, base.evidence.end)
    return Statistic(
        indicator="resolution_rate",
        label=label_of("resolution_rate"),
        value=round(rate, 1),
        unit="%",
        bound="exact",
        kinds=list(resolved.kinds),
        period=resolved.period,
        change=None,
        scope=resolved.scope,
        derived=True,
        evidence=article.evidence(start, end, "computed rate of resolution"),
        of=base.indicator,
    )


def _rate_of_received(
    article: Article, figures: list[Figure], statistics: list[Statistic], warnings: list[Warning]
) -> list[Statistic]:
    """The share of petitions received that were resolved, where the article states no rate: shown as just that."""
    now = [i for i, figure in enumerate(figures) if figure.period is None and figure.parent is None]
    received = [i for i in now if figures[i].indicator == "petitions_received"]
    resolved = [i for i, f in enumerate(figures) if f.indicator == "petitions_resolved" and f.period is None]
    if len(received) != 1 or len(resolved) != 1:
        return []
    base, part = figures[received[0]], figures[resolved[0]]
    if base.kind != part.kind or base.value <= 0 or base.number.bound != "exact" or part.number.bound != "exact":
        return []
    if part.value > base.value:
        warnings.append(
            Warning(
                "resolved_exceeds_received",
                f"Số đơn đã giải quyết ({vietnamese(part.value)}) lớn hơn số đơn tiếp nhận ({vietnamese(base.value)}).",
            )
        )
    if any(figure.indicator in ("resolution_rate", "petitions_under_jurisdiction") for figure in figures):
        return []
    if part.value > base.value or part.sentence != base.sentence:
        return []
    rate = part.value / base.value * 100
    warnings.append(
        Warning(
            "rate_of_received",
            f"{vietnamese(round(rate, 1))}% là {vietnamese(part.value)} trên {vietnamese(base.value)} đơn tiếp nhận, "
            "không phải tỷ lệ giải quyết đơn thuộc thẩm quyền.",
        )
    )
    return [_rate(article, statistics[resolved[0]], statistics[received[0]], rate)]


def _breakdowns(article: Article, figures: list[Figure]) -> list[Warning]:
    """Parts that together exceed their figure, or that are said to make it up ("gồm") and do not."""
    parts: dict[int, list[Figure]] = {}
    for figure in figures:
        if (
            figure.parent is not None
            and not figure.achieved
            and figure.indicator == figure.parent.indicator
            and figure.kind == figure.parent.kind
        ):
            parts.setdefault(id(figure.parent), []).append(figure)
    out: list[Warning] = []
    for children in parts.values():
        parent = children[0].parent
        if parent is None or len(children) < 2 or any(c.number.bound != "exact" for c in (parent, *children)):
            continue
        total = sum(child.value for child in children)
        whole = "gồm" in article.low[parent.end : children[0].number.left]
        if total > parent.value or (whole and total != parent.value):
            terms = " + ".join(vietnamese(child.value) for child in children)
            out.append(
                Warning(
                    "breakdown_mismatch",
                    f"Các phần {terms} = {vietnamese(total)}, khác với tổng {vietnamese(parent.value)} "
                    f"({label_of(parent.indicator).lower() if parent.indicator else ''}).",
                )
            )
    return out
