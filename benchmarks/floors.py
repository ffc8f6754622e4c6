"""Floors: figures that must not fall, one entry a gold set, kept with a hash of its content.

A floor is raised when danvan gets better and lowered only on purpose. The hash tells a changed gold set from a changed
danvan: figures of another corpus are not compared in silence.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import NamedTuple, TypedDict

from gold_set import GoldSet
from scoring import Figure

Floors = dict[str, dict[str, float]]
"""Figure → measure (``f1``, ``precision``, ``share``) → the least that it may be."""


class Stored(TypedDict):
    """An entry of the file, under the hash of the gold set's content."""

    gold: str
    articles: int
    floors: Floors


class Fall(NamedTuple):
    """A measure that is under its floor."""

    figure: str
    measure: str
    floor: float
    value: float

    @property
    def message(self) -> str:
        """One line for a person."""
        return f"{self.figure} {self.measure} {self.value:.4f} is under its floor {self.floor:.4f}"


class Entry(NamedTuple):
    """What the file knows of a gold set; ``changed`` when the set no longer is what the floors were measured on."""

    floors: Floors
    changed: bool


def entry(path: Path, gold: GoldSet) -> Entry | None:
    """The entry of ``gold``: by its content, else by its name; ``None`` if the file knows neither."""
    stored = _stored(path)
    if gold.digest in stored:
        return Entry(stored[gold.digest]["floors"], changed=False)
    named = [row for row in stored.values() if row["gold"] == gold.name]
    return Entry(named[0]["floors"], changed=True) if named else None


def falls(floors: Floors, figures: dict[str, Figure]) -> list[Fall]:
    """Every measure under its floor; a figure that is no longer measured counts as 0."""
    found = []
    for name, measures in floors.items():
        values = figures[name].values if name in figures else {}
        for measure, floor in measures.items():
            value = values.get(measure, 0.0)
            if value < floor:
                found.append(Fall(name, measure, floor, value))
    return found


def write(path: Path, gold: GoldSet, figures: dict[str, Figure]) -> None:
    """Make today's figures, rounded down to hundredths, the floors of ``gold``; one that still holds never sinks."""
    known = entry(path, gold)
    old = known.floors if known else {}
    new: Floors = {}
    for name, figure in figures.items():
        new[name] = {}
        for measure, value in figure.values.items():
            rounded = math.floor(value * 100) / 100
            floor = old.get(name, {}).get(measure, 0.0)
            new[name][measure] = max(rounded, floor) if floor <= value else rounded
    stored = {digest: row for digest, row in _stored(path).items() if row["gold"] != gold.name}
    stored[gold.digest] = {"gold": gold.name, "articles": len(gold.articles), "floors": new}
    path.write_text(json.dumps(stored, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _stored(path: Path) -> dict[str, Stored]:
    loaded: dict[str, Stored] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return loaded
