"""What standard error says of how figures were brought together."""

from __future__ import annotations

from collections.abc import Iterable

from danvan_cli.cli.articles import say
from danvan_cli.corpus.aggregation import Figure
from danvan_cli.corpus.selection import is_merged
from danvan_cli.lexicon.places import ERA_CHANGE

_NAMED = 5
"""Reports, and articles that carry one, are named one by one up to here."""


def say_copies(figures: Iterable[Figure]) -> None:
    """Which articles carry the report of which other, and count with it once."""
    copies: dict[str, dict[str, None]] = {}
    for figure in figures:
        if figure.also_in:
            copies.setdefault(figure.source, {}).update(dict.fromkeys(figure.also_in))
    if len(copies) > _NAMED:
        articles = sum(map(len, copies.values()))
        say(f"left out: {articles} articles with the same reports as {len(copies)} others; --json has them in also_in")
        return
    for kept, others in sorted(copies.items()):
        say(f"{kept}: kept; left out, for the same report is in it: {_several(sorted(others))}")


def say_provinces(figures: Iterable[Figure]) -> None:
    """Which provinces of before stand under which of now."""
    parts: dict[str, set[str]] = {}
    for figure in figures:
        now = figure.province_today
        if now and figure.province and not figure.merged_province and (figure.province != now or is_merged(now)):
            parts.setdefault(now, set()).add(figure.province)
    for now, names in sorted(parts.items()):
        say(f"what was {', '.join(sorted(names))} before {ERA_CHANGE} is shown as {now}")


def _several(names: list[str]) -> str:
    """All names, or the first ones and how many there are besides."""
    rest = len(names) - _NAMED
    return ", ".join(names) if rest <= 0 else f"{', '.join(names[:_NAMED])} and {rest} more"
