"""Which figures of a report are totals: what may be compared with another report's, or added to another body's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from danvan_cli.record import Statistic


def wholes(statistics: Sequence[Statistic]) -> list[Statistic]:
    """The figures that the report gives as totals of its own period, in order.

    Left out are what danvan computed, targets and figures of another period, and parts. A part stands under a figure of
    its own indicator ("1.647 lượt, trong đó tiếp định kỳ 500 lượt"), or beside such parts, as one of several of its
    indicator ("tiếp thường xuyên 1.147 lượt/1.325 người, định kỳ 500 lượt/761 người": neither is all visitors). The one
    figure of its indicator under another is a total: "3.016 lượt, trong đó có 17 đoàn đông người".
    """
    siblings = Counter((s.parent, s.indicator) for s in statistics if s.parent is not None)
    return [
        figure
        for figure in statistics
        if not figure.derived
        and figure.period is None
        and (
            figure.parent is None
            or (
                statistics[figure.parent].indicator != figure.indicator
                and siblings[figure.parent, figure.indicator] == 1
            )
        )
    ]
