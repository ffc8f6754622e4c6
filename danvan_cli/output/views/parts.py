"""Blocks that several views share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from danvan_cli.output.blocks import Block, Column, Items, Paragraph, Sheet, Span
from danvan_cli.output.blocks import Number as NumberCell
from danvan_cli.output.messages import message_of
from danvan_cli.output.wording import Wording
from danvan_cli.record import Action, Bound, Indicator, Period, PetitionKind, Warning

_LISTED = 3
"""Values without a total are listed up to here; more of them are shown as lowest and highest."""


def nothing(words: Wording, key: str) -> Block:
    """A line that says that there is nothing."""
    return Paragraph(words.of("note", key), "dim")


def warned(warnings: Iterable[Warning], words: Wording) -> Items:
    """What a reader should know."""
    return Items([("!", message_of(warning, words), "") for warning in warnings])


def actions_of(actions: list[Action], words: Wording) -> str:
    """What a person did, in words."""
    return ", ".join(words.of("action", action) for action in actions)


def kinds_of(kinds: list[PetitionKind], words: Wording) -> str:
    """Kinds of petition, in words."""
    if len(kinds) == len(get_args(PetitionKind)):
        return words.of("petition_kind", "all")
    return ", ".join(words.of("petition_kind", kind) for kind in kinds)


def named(indicator: Indicator, kinds: list[PetitionKind], words: Wording, *, part: bool = False) -> tuple[Span, ...]:
    """What a figure counts; a part has a dash before it. What no indicator names steps back behind its unit."""
    dash, other = "– " if part else "", indicator == "other"
    name = words.of("note", "other") if other else words.of("indicator", indicator)
    shown = Span(dash + name, "dim" if other else "plain")
    return (shown, Span(f" ({kinds_of(kinds, words)})", "dim")) if kinds else (shown,)


def value_of(value: float, bound: Bound, unit: str, words: Wording) -> NumberCell:
    """A figure as a cell; a percent sign stands with its number."""
    return NumberCell(value, words.figure(value, bound) + ("%" if unit == "%" else ""))


def values_of(values: Iterable[tuple[float, Bound]], unit: str, words: Wording) -> str:
    """Figures that have no total: side by side, or the lowest and the highest where they are many."""
    ordered, mark = sorted(set(values)), " · "
    if len(ordered) > _LISTED:
        ordered, mark = [ordered[0], ordered[-1]], " – "
    return mark.join(value_of(value, bound, unit, words).shown for value, bound in ordered)


def days_of(period: Period, words: Wording) -> tuple[Span, ...]:
    """A period with its days: "6 tháng đầu năm 2020 (1/1/2020 – 30/6/2020)"."""
    days = words.span(period)
    return (Span(period.label), Span(f" ({days})", "dim")) if period.label else (Span(days),)


def column(
    words: Wording,
    key: str,
    *,
    grow: int = 0,
    right: bool = False,
    group: Literal["no", "section", "repeat"] = "no",
    yields: bool = False,
) -> Column:
    """A column headed as the labels say."""
    return Column(key, words.of("column", key), "right" if right else "left", grow, group, yields)


def without_empty(sheet: Sheet) -> Sheet:
    """The sheet without the columns that no row fills: a narrow terminal has no room for them."""
    kept = [i for i in range(len(sheet.columns)) if any(row[i] not in (None, "", ()) for row in sheet.rows)]
    return sheet._replace(columns=[sheet.columns[i] for i in kept], rows=[[row[i] for i in kept] for row in sheet.rows])
