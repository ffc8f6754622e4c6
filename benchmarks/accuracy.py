"""How well danvan reads: score it on a folder of gold answers, and fail when a figure falls under its floor.

    python benchmarks/accuracy.py tests/gold
    python benchmarks/accuracy.py tests/gold --verbose
    python benchmarks/accuracy.py tests/gold --save before.json      # then change danvan, then
    python benchmarks/accuracy.py tests/gold --against before.json   # what became right, what became wrong

Any folder in the format of tests/gold will do. Exit status: 0 every figure holds; 1 one is under its floor, or the gold
set is not the one that its floors were measured on; 2 wrong usage.
"""

from __future__ import annotations

import argparse
import json
import sys
from itertools import groupby
from pathlib import Path

import floors
import gold_set
import runs
from scoring import Figure, Verdict, figures

FLOORS = Path(__file__).parent / "floors.json"


def arguments(argv: list[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR", help="folder with answers/ and articles/")
    parser.add_argument(
        "--data", type=Path, default=gold_set.ROOT, help="folder that an answer's text_path starts from"
    )
    parser.add_argument("--floors", type=Path, default=FLOORS, metavar="FILE", help="default: %(default)s")
    parser.add_argument("--update", action="store_true", help="make today's figures the floors, if none sinks")
    parser.add_argument("--allow-lower", action="store_true", help="with --update: let floors sink")
    parser.add_argument("--save", type=Path, metavar="RUN.json", help="keep this run")
    parser.add_argument("--against", type=Path, metavar="RUN.json", help="show gains and losses against a kept run")
    parser.add_argument("--verbose", action="store_true", help="name every miss")
    parser.add_argument("--json", action="store_true", help="figures and falls as JSON")
    options = parser.parse_args(argv)
    if options.allow_lower and not options.update:
        parser.error("--allow-lower goes with --update")
    return options


def table(measured: dict[str, Figure], known: floors.Floors) -> str:
    """The figures, one a line, beside their floors."""
    lines = [f"{'':<20} {'P':>7} {'R':>7} {'F1':>7} {'share':>7}   {'gold':>5} {'got':>5}   floor"]
    for name, figure in measured.items():
        cells = [
            f"{value:>7.4f}" if value is not None else " " * 7
            for value in (figure.precision, figure.recall, figure.f1, figure.share)
        ]
        least = ", ".join(f"{measure} {floor:.2f}" for measure, floor in known.get(name, {}).items())
        lines.append(f"{name:<20} {' '.join(cells)}   {figure.gold:>5} {figure.got:>5}   {least}")
    return "\n".join(lines)


def misses(verdicts: list[Verdict]) -> str:
    """Everything that danvan did not get right, by article."""
    return "\n".join(_line(v, v.outcome) for v in verdicts if not v.good)


def gains_and_losses(changes: runs.Changes) -> str:
    """What changed, by article: ``+`` became right, ``-`` became wrong."""
    marked = sorted([(v.article, "+", v) for v in changes.gained] + [(v.article, "-", v) for v in changes.lost])
    lines = [f"{len(changes.gained)} gained, {len(changes.lost)} lost"]
    for article, rows in groupby(marked, key=lambda row: row[0]):
        lines.append(article)
        for _, mark, verdict in rows:
            invented = {"+": "no longer invented", "-": "invented"}[mark]
            right = {"+": "became right", "-": "became wrong"}[mark]
            what = invented if verdict.outcome == "invented" else right
            lines.append(f"  {mark} {verdict.figure} {what}: {verdict.subject}")
    return "\n".join(lines)


def _line(verdict: Verdict, what: str) -> str:
    detail = f" ({verdict.detail})" if verdict.detail else ""
    return f"{verdict.article}  {verdict.figure} {what}: {verdict.subject}{detail}"


def as_json(gold: gold_set.GoldSet, measured: dict[str, Figure], fallen: list[floors.Fall]) -> str:
    """What a program wants to know."""
    named = {
        name: {key: round(value, 4) for key, value in figure._asdict().items() if value is not None}
        for name, figure in measured.items()
    }
    report = {
        "gold": gold.digest,
        "articles": len(gold.articles),
        "figures": named,
        "falls": [fall._asdict() for fall in fallen],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def main(argv: list[str] | None = None) -> int:
    """Score, show, compare; the exit status."""
    options = arguments(argv)
    try:
        gold = gold_set.load(options.gold, options.data)
        before = runs.load(options.against) if options.against else None
    except FileNotFoundError as error:
        print(f"accuracy: {error}", file=sys.stderr)
        return 2
    verdicts = list(gold_set.judge(gold))
    measured = figures(verdicts)
    known = floors.entry(options.floors, gold)
    fallen = floors.falls(known.floors, measured) if known else []

    if options.json:
        print(as_json(gold, measured, fallen))
    else:
        print(f"{len(gold.articles)} articles of {gold.name}")
        print(table(measured, known.floors if known else {}))
        if options.verbose:
            print(misses(verdicts))
        if before:
            if before.digest != gold.digest:
                print("note: the gold set itself has changed since that run")
            print(gains_and_losses(runs.changes(before.verdicts, verdicts)))
    if options.save:
        runs.save(options.save, runs.Run(gold.digest, verdicts))
    for fall in fallen:
        print(f"accuracy: {fall.message}", file=sys.stderr)
    if options.update:
        return update(options, gold, measured, fallen)
    if known is None:
        print(f"accuracy: no floors for {gold.name} yet: --update writes them", file=sys.stderr)
    elif known.changed:
        print(
            f"accuracy: {gold.name} has changed since its floors were measured: look at the figures, then --update",
            file=sys.stderr,
        )
        return 1
    return 1 if fallen else 0


def update(
    options: argparse.Namespace, gold: gold_set.GoldSet, measured: dict[str, Figure], fallen: list[floors.Fall]
) -> int:
    """Write new floors unless one would sink without leave; the exit status."""
    if fallen and not options.allow_lower:
        print("accuracy: floors not written: one would sink (--allow-lower lets it)", file=sys.stderr)
        return 1
    floors.write(options.floors, gold, measured)
    print(f"accuracy: floors of {gold.name} written to {options.floors}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
