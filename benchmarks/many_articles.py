"""Many articles made from the samples: other provinces, years, people and figures, the same ones every time.

``python benchmarks/many_articles.py FOLDER [COUNT]`` writes them. They are for measuring time and size, and for looking
at pages about many articles; whether an article is read rightly they cannot tell.
"""

from __future__ import annotations

import random
import re
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from danvan_cli import parse, read
from danvan_cli.lexicon.folding import bare, fold
from danvan_cli.lexicon.places import ERA_CHANGE, provinces
from danvan_cli.record import Record

SAMPLES = Path(__file__).parent.parent / "samples"
_FIRST_YEAR, _LAST_YEAR = 2014, 2026
_YEAR = re.compile(r"\b20[12]\d\b")
# A count of three digits or more that is no part of a date, a fraction, a document's number or a longer number.
_COUNT = re.compile(r"(?<![\d/.,-])(?:\d{1,3}(?:\.\d{3})+|[1-9]\d{2})(?![\d/,-]|\.\d|%)")
_MIDDLE = ("Văn", "Thị", "Đình", "Minh", "Quang", "Thanh", "Ngọc", "Hữu", "Xuân", "Đức", "Thu", "Bích")
_GIVEN = ("Hà", "Sơn", "Lan", "Dũng", "Hòa", "Thủy", "Khánh", "Tâm", "Phúc", "Nga", "Trung", "Liên", "Bảo", "Mai")


class _Slot(NamedTuple):
    """What one article is about, so that no two report on one province and one period with different figures."""

    place: str
    months: str
    year: int


def many_articles(count: int) -> Iterator[tuple[str, str]]:
    """``count`` articles, each as a path and its text."""
    chance = random.Random(2025)  # noqa: S311 - nothing is kept secret
    samples = [(read(path).text, parse(read(path))) for path in sorted(SAMPLES.rglob("*.txt"))]
    taken: set[_Slot] = set()
    made = 0
    while made < count:
        text, known = chance.choice(samples)
        period = known.reported_period
        if period is None:
            continue
        year = chance.randint(_FIRST_YEAR, _LAST_YEAR)
        day = f"{year}{(known.event.date or period.end)[4:]}"
        era = "34" if day >= ERA_CHANGE else "63"
        place = known.locality.province or ""
        if known.locality.level == "province":  # a district or commune stays where it is
            place = chance.choice([p.name for p in provinces() if p.era == era])
        slot = _Slot(place, period.start[5:] + period.end[5:] + (known.locality.commune or ""), year)
        if slot in taken:
            # Few periods are left of some kinds: the next turn takes another sample, province or year.
            continue
        taken.add(slot)
        made += 1
        folder = bare(fold(place or "Trung ương")).replace(" ", "-")
        yield f"{folder}/{year}-{made:05}.txt", _varied(text, known, slot, int(period.end[:4]), chance)


def _varied(text: str, known: Record, slot: _Slot, year: int, chance: random.Random) -> str:
    """The article moved to another place and year, of other people, its counts greater or smaller."""
    for official in known.officials:
        family = official.name.split()[0]
        text = text.replace(official.name, f"{family} {chance.choice(_MIDDLE)} {chance.choice(_GIVEN)}")
    if known.locality.province:
        for written in (str, _as_address):
            text = text.replace(written(known.locality.province), written(slot.place))
    text = _YEAR.sub(lambda found: str(int(found[0]) + slot.year - year), text)
    factor = chance.uniform(0.4, 2.5)

    def other(found: re.Match[str]) -> str:
        value = int(found[0].replace(".", "")) * factor * chance.uniform(0.9, 1.1)
        return f"{max(int(value), 100):,}".replace(",", ".")

    lines = (line if _YEAR.search(line) and len(line) < 60 else _COUNT.sub(other, line) for line in text.split("\n"))
    return "\n".join(lines)


def _as_address(name: str) -> str:
    """ "Kon Tum" as in kontum.example.vn."""
    return re.sub(r"\W", "", bare(fold(name)))


def write(folder: Path, count: int) -> None:
    """Write ``count`` articles into ``folder``."""
    for name, text in many_articles(count):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    arguments = ArgumentParser(description="Write many articles made from the samples.")
    arguments.add_argument("folder", type=Path, help="where to write them")
    arguments.add_argument("count", type=int, nargs="?", default=1000, help="how many (1000)")
    asked = arguments.parse_args()
    write(asked.folder, asked.count)
