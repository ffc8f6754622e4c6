"""Units that count the same thing: "người" and "công dân" of visitors, "vụ" and "vụ việc" of cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from danvan_cli.lexicon.tables import table
from danvan_cli.record import Indicator


def counted_as(indicator: Indicator, unit: str) -> str:
    """The unit that stands for all that mean the same as ``unit`` of ``indicator``; else ``unit`` itself."""
    return _synonyms().get((indicator, unit.lower()), unit)


def commonest(units: Iterable[str]) -> str:
    """The unit that most figures have; of several equally common ones the first of the alphabet."""
    counts = Counter(units)
    return min(counts, key=lambda unit: (-counts[unit], unit))


@cache
def _synonyms() -> dict[tuple[str, str], str]:
    rows = [(row["indicator"], row["units"].split("|")) for row in table("unit_synonyms")]
    return {(indicator, unit): units[0] for indicator, units in rows for unit in units}
