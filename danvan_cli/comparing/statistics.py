"""The figures of both periods side by side: totals of the core indicators, what each report says of its own period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, get_args

from danvan_cli.lexicon import fold
from danvan_cli.record import Indicator, PetitionKind, Statistic, StatisticChange

_CORE: tuple[Indicator, ...] = tuple(name for name in get_args(Indicator) if name != "other")
_KINDS: dict[PetitionKind, str] = {
    "complaint": "khiếu nại",
    "denunciation": "tố cáo",
    "proposal": "kiến nghị",
    "feedback": "phản ánh",
}


class _Key(NamedTuple):
    """Figures with one key may be compared."""

    indicator: Indicator
    unit: str
    kinds: frozenset[PetitionKind]


def compare_statistics(old: Sequence[Statistic], new: Sequence[Statistic]) -> list[StatisticChange]:
    """Core indicators in the order of the contract; a side that does not give the figure is ``None``.

    Parts of a figure of the same indicator, targets, cumulative and base figures, and what danvan computed are left
    out. Where a report gives a total twice, the first counts. ``change`` of a rate is in percentage points and has no
    ``change_percent``.
    """
    before, after = _totals(old), _totals(new)
    keys = sorted(dict.fromkeys([*before, *after]), key=lambda key: _CORE.index(key.indicator))
    return [_change(key, before.get(key), after.get(key)) for key in keys]


def _totals(statistics: Sequence[Statistic]) -> dict[_Key, Statistic]:
    totals: dict[_Key, Statistic] = {}
    for figure in statistics:
        if figure.indicator == "other" or figure.derived or figure.period is not None:
            continue
        if figure.parent is not None and statistics[figure.parent].indicator == figure.indicator:
            continue
        # Petitions of all four kinds are petitions of any kind.
        kinds = frozenset(figure.kinds) if len(set(figure.kinds)) < len(_KINDS) else frozenset[PetitionKind]()
        totals.setdefault(_Key(figure.indicator, fold(figure.unit), kinds), figure)
    return totals


def _change(key: _Key, old: Statistic | None, new: Statistic | None) -> StatisticChange:
    shown = new or old
    assert shown is not None, "a key comes from one of the two reports"  # noqa: S101 - an invariant of this module
    label = shown.label
    if key.kinds:
        label = f"{label} ({', '.join(words for kind, words in _KINDS.items() if kind in key.kinds)})"
    change = percent = None
    if old is not None and new is not None:
        change = round(new.value - old.value, 6)
        if old.value and key.unit != "%":
            percent = round(change / old.value * 100, 1)
    return StatisticChange(
        key.indicator,
        label,
        shown.unit,
        old.value if old is not None else None,
        new.value if new is not None else None,
        change,
        percent,
        [kind for kind in _KINDS if kind in key.kinds],
    )
