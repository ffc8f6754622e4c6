"""Which figures of a report are totals: what may be compared with another report's, or added to another body's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from danvan_cli.record import Statistic


def wholes(statistics: Sequence[Statistic]) -> list[Statistic]:
    """The figures that the report gives as totals of its own period, in order.

    Left out are what danvan computed, targets and figures of another period, and parts.
    """
    inside = parts(statistics)
    return [
        figure
        for i, figure in enumerate(statistics)
        if not figure.derived and figure.period is None and i not in inside
    ]


def parts(statistics: Sequence[Statistic]) -> frozenset[int]:
    """Indexes of the figures that are parts of another one of the same report, and would be counted twice beside it.

    A part stands under a figure of its own indicator ("1.647 lượt, trong đó tiếp định kỳ 500 lượt"), or beside such
    parts, as one of several of its indicator ("tiếp thường xuyên 1.147 lượt/1.325 người, định kỳ 500 lượt/761 người":
    neither is all visitors). The one figure of its indicator under another is a total: "3.016 lượt, trong đó có 17 đoàn
    đông người".
    """
    siblings = Counter((figure.parent, figure.indicator) for figure in statistics if figure.parent is not None)
    return frozenset(
        i
        for i, figure in enumerate(statistics)
        if figure.parent is not None
        and (statistics[figure.parent].indicator == figure.indicator or siblings[figure.parent, figure.indicator] > 1)
    )
