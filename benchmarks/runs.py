"""A saved run, and what a later one gained and lost against it, article by article."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from scoring import Verdict


class Run(NamedTuple):
    """All verdicts of one run, and the content hash of the gold set that it judged by."""

    digest: str
    verdicts: list[Verdict]


class Changes(NamedTuple):
    """Verdicts that are good now and were not, and the reverse."""

    gained: list[Verdict]
    lost: list[Verdict]


def save(path: Path, run: Run) -> None:
    """Write ``run`` as JSON, one verdict a line."""
    rows = ",\n".join(json.dumps(verdict, ensure_ascii=False) for verdict in run.verdicts)
    path.write_text(f'{{"gold": "{run.digest}", "verdicts": [\n{rows}\n]}}\n', encoding="utf-8")


def load(path: Path) -> Run:
    """A run that :func:`save` wrote."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    return Run(stored["gold"], [Verdict(*row) for row in stored["verdicts"]])


def changes(before: Iterable[Verdict], now: Iterable[Verdict]) -> Changes:
    """What became right and what became wrong.

    A field of a figure ("statistics.unit") counts only where the figure was found in both runs: its loss is told once.
    """
    old, new = list(before), list(now)
    return Changes(gained=_better(old, new), lost=_better(new, old))


def _better(worse: list[Verdict], better: list[Verdict]) -> list[Verdict]:
    """Verdicts on which ``better`` is right and ``worse`` is not: newly found or answered, or no longer invented."""
    judged = {(v.article, v.figure, v.subject) for v in worse}
    good = Counter((v.article, v.figure, v.subject) for v in worse if v.good)
    found = []
    for verdict in better:
        key = (verdict.article, verdict.figure, verdict.subject)
        if not verdict.good or ("." in verdict.figure and key not in judged):
            continue
        if good[key]:
            good[key] -= 1
        else:
            found.append(verdict)
    invented = Counter((v.article, v.figure, v.subject) for v in better if v.outcome == "invented")
    for verdict in worse:
        if verdict.outcome != "invented":
            continue
        key = (verdict.article, verdict.figure, verdict.subject)
        if invented[key]:
            invented[key] -= 1
        else:
            found.append(verdict)
    return sorted(found)
