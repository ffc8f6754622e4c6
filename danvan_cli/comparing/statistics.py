"""The figures of both periods side by side: totals of the core indicators, what each report says of its own period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, get_args

from danvan_cli.comparing.wholes import wholes
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

    Only totals of a report's own period are compared. Where a report gives one twice, the exact figure counts; where
    two disagree ("hòa giải thành 967/1.140 vụ việc"), nothing says which of them the other report's answers to, and
    there is no row. ``change`` of a rate is in percentage points and has no ``change_percent``.
    """
    before, after = _totals(old), _totals(new)
    unclear = {key for totals in (before, after) for key, figure in totals.items() if figure is None}
    keys = [key for key in dict.fromkeys([*before, *after]) if key not in unclear]
    keys.sort(key=lambda key: _CORE.index(key.indicator))
    return [_change(key, before.get(key), after.get(key)) for key in keys]


def _totals(statistics: Sequence[Statistic]) -> dict[_Key, Statistic | None]:
    """The total of each key, ``None`` where the report gives several that disagree."""
    groups: dict[_Key, list[Statistic]] = {}
    for figure in wholes(statistics):
        if figure.indicator != "other":
            # Petitions of all four kinds are petitions of any kind.
            kinds = frozenset(figure.kinds) if len(set(figure.kinds)) < len(_KINDS) else frozenset[PetitionKind]()
            groups.setdefault(_Key(figure.indicator, fold(figure.unit), kinds), []).append(figure)
    return {key: _total(group) for key, group in groups.items()}


def _total(group: list[Statistic]) -> Statistic | None:
    figures = [figure for figure in group if figure.bound == "exact"] or group
    return figures[0] if len({figure.value for figure in figures}) == 1 else None


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
