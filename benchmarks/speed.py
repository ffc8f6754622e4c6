"""How fast danvan's core reads, in characters a second on one core, beside what a user would take instead.

    python benchmarks/speed.py
    pip install 'danvan-cli[bench]'   # underthesea and dateparser, to be measured too

All are measured in one run on the same texts: dense reports (samples and tests/gold), ordinary news of 3,000 characters
with few words of the vocabulary (benchmarks/texts), and each of them as one article of a million characters. danvan
reads everything that a record has; the others do a part of that: underthesea names of persons, places and bodies,
dateparser dates, and ``re`` where the words of the vocabulary stand. Peers that are slow read the first texts only.
"""

from __future__ import annotations

import argparse
import gc
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from danvan_cli.lexicon import fold, terms
from danvan_cli.parsing import parse
from danvan_cli.reading import read_bytes

ROOT = Path(__file__).resolve().parent.parent
MILLION = 1_000_000
PATIENCE = 3.0
"""Seconds after which no further text is given to a reader."""

Reader = Callable[[str], object]


def texts() -> dict[str, list[str]]:
    """The texts by what they are."""
    files = [*sorted(ROOT.glob("samples/*/*.txt")), *sorted(ROOT.glob("tests/gold/articles/*.txt"))]
    dense = [file.read_text(encoding="utf-8-sig") for file in files]
    ordinary = (ROOT / "benchmarks/texts/ordinary.txt").read_text(encoding="utf-8")
    return {
        "dense reports": dense,
        "ordinary news": [ordinary] * 20,
        "one dense article of a million characters": [_repeated("\n\n".join(dense))],
        "one ordinary article of a million characters": [_repeated(ordinary)],
    }


def _repeated(text: str) -> str:
    """A million characters of ``text``; each copy differs in each line, for what a page repeats is no article."""
    lines = [line for line in text.split("\n") if line.strip()]
    copies = ("\n".join(f"{line} Mục {number}." for line in lines) for number in range(MILLION // len(text) + 1))
    return "\n".join(copies)[:MILLION]


def danvan(text: str) -> object:
    """The whole way from bytes to a record."""
    return parse(read_bytes(text.encode(), "article.txt"))


def plain_re() -> Reader:
    """One alternation of all words of the vocabulary, the longest first."""
    words = sorted({term.text for term in terms()}, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
    return lambda text: [match.span() for match in pattern.finditer(fold(text))]


def underthesea() -> Reader:
    """Named entities of underthesea. Raises ImportError where it is not installed."""
    from underthesea import ner

    return lambda text: [ner(line) for line in text.split("\n") if line.strip()]


def dateparser() -> Reader:
    """Dates of dateparser. Raises ImportError where it is not installed."""
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["vi"])


def rate(reader: Reader, articles: list[str]) -> float:
    """Characters a second of this process's time: the best of the rounds that patience allows."""
    best = 0.0
    start = time.process_time()
    while time.process_time() - start < PATIENCE:
        read, begin = 0, time.process_time()
        for article in articles:
            reader(article)
            read += len(article)
            if time.process_time() - start > 2 * PATIENCE:
                break
        best = max(best, read / (time.process_time() - begin))
    return best


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.parse_args()
    gc.set_threshold(50_000)  # as the program sets it
    readers: dict[str, Reader] = {"danvan": danvan}
    for name, make in {"plain re": plain_re, "dateparser": dateparser, "underthesea": underthesea}.items():
        try:
            readers[name] = make()
        except ImportError:
            print(f"{name} is not installed: left out", file=sys.stderr)
    print(f"characters a second on one core, Python {sys.version.split()[0]}")
    for kind, articles in texts().items():
        print(f"{kind} ({sum(map(len, articles)):,} characters)")
        danvan(articles[0])
        own = 0.0
        for name, reader in readers.items():
            if name in ("dateparser", "underthesea") and len(articles[0]) == MILLION:
                continue  # their time for one text grows faster than the text
            found = rate(reader, articles)
            own = own or found
            print(f"  {name:<12} {found:>12,.0f}   danvan is {own / found:,.1f} x as fast")


if __name__ == "__main__":
    main()
