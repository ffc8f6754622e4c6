"""Which spans of time the article names: "6 tháng đầu năm 2020", "quý II/2024", "năm 2019", "giai đoạn 2023 - 2025".

Words first, days later: an :class:`Expression` is what the words themselves say, and most leave something out ("quý I",
"năm tới", "cùng kỳ"). :func:`days_of` fills that in once the heading knows what the article reports.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from danvan_cli.parsing.periods.expressions import Days, Expression, expressions_in
from danvan_cli.parsing.periods.resolving import Reference, days_of
from danvan_cli.record import Period

__all__ = ["Days", "Expression", "PeriodMention", "PeriodRole", "Reference", "days_of", "expressions_in"]

PeriodRole = Literal["reported", "planned", "base", "other"]
"""What a named span is for: the results reported, the tasks set, what a change compares with, or none of these."""


class PeriodMention(NamedTuple):
    """Words that name a period, its year filled in from the article where the words leave it out."""

    start: int
    end: int
    period: Period
    role: PeriodRole
