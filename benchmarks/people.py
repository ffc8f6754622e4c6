"""A yardstick for officials: the names that danvan finds beside those of a general tagger of names, on the same gold.

    python benchmarks/people.py tests/gold

The tagger is underthesea's (`ner` with the model that the package ships; it needs no network). It is no dependency of
danvan: install it where this runs, `python -m pip install underthesea`. It was trained to find every person's name in
news, not officials, and it does not join "bà Mai" to Nguyễn Thị Mai; so two readings of it are shown.

- exact: a span is right if it is an official's full name.
- lenient: an official counts as found if a span holds the full name ("đồng chí Lê Thị Mai"), and a span is right if
  it holds one, or is the beginning or the end of one ("Mai").

Private people and authors that it finds count against its precision, for a list of officials is what is asked for.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import gold_set
from scoring import Figure, Verdict, figures, fold

import danvan_cli

Tagger = Callable[[str], Iterable[tuple[str, ...]]]
"""Words of a text, each with its tag last: B-PER opens a person, I-PER goes on."""


def underthesea_tagger() -> Tagger | None:
    """The tagger, or ``None`` where underthesea is not installed. It reads best sentence by sentence."""
    try:
        from underthesea import ner, sent_tokenize
    except ImportError:
        return None

    def tagger(line: str) -> Iterator[tuple[str, ...]]:
        for sentence in sent_tokenize(line):
            yield from ner(sentence)
            yield "", "O"  # no name goes on in the next sentence

    return tagger


def tagged_persons(text: str, tagger: Tagger) -> set[str]:
    """The folded names of persons in ``text``, as ``tagger`` finds them line by line."""
    found: set[str] = set()
    for line in filter(None, map(str.strip, text.split("\n"))):
        words: list[str] = []
        for word, *_, tag in [*tagger(line), ("", "O")]:
            if tag == "I-PER" and words:
                words.append(word)
                continue
            if words:
                found.add(fold(" ".join(words)))
            words = [word] if tag in ("B-PER", "I-PER") else []
    return found


def judge_exact(article: str, want: set[str], have: set[str]) -> Iterator[Verdict]:
    """A name is a name only as a whole."""
    for outcome, names in (("hit", want & have), ("missed", want - have), ("invented", have - want)):
        for name in sorted(names):
            yield Verdict(article, "officials", outcome, name)  # type: ignore[arg-type]  # the literals above


def judge_lenient(article: str, want: set[str], have: set[str]) -> Iterator[Verdict]:
    """A name within a span is found; a span that is a part of a name is not invented."""
    for name in sorted(want):
        found = any(f" {name} " in f" {span} " for span in have)
        yield Verdict(article, "officials", "hit" if found else "missed", name)
    for span in sorted(have):
        right = any(
            f" {name} " in f" {span} " or name.startswith(f"{span} ") or name.endswith(f" {span}") for name in want
        )
        if not right:
            yield Verdict(article, "officials", "invented", span)


def measure(gold: gold_set.GoldSet, tagger: Tagger) -> dict[str, Figure]:
    """Figures by who read, over all articles."""
    verdicts: dict[str, list[Verdict]] = {"danvan": [], "underthesea, exact": [], "underthesea, lenient": []}
    for name, path in gold.articles.items():
        document = danvan_cli.read(path)
        want = {fold(official["name"]) for official in gold.answers[name]["officials"]}
        own = {fold(official.name) for official in danvan_cli.parse(document).officials}
        tagged = tagged_persons(document.text, tagger)
        verdicts["danvan"] += judge_exact(name, want, own)
        verdicts["underthesea, exact"] += judge_exact(name, want, tagged)
        verdicts["underthesea, lenient"] += judge_lenient(name, want, tagged)
    return {who: figures(found)["officials"] for who, found in verdicts.items()}


def table(measured: dict[str, Figure]) -> str:
    """A row a reader: precision of the persons given, share of the officials found, and both in one."""
    lines = [f"{'officials':<22} {'precision':>9} {'found':>7} {'F1':>7}   {'gold':>5} {'given':>5}"]
    for who, figure in measured.items():
        cells = f"{figure.precision or 0:>9.4f} {figure.recall or 0:>7.4f} {figure.f1 or 0:>7.4f}"
        lines.append(f"{who:<22} {cells}   {figure.gold:>5} {figure.got:>5}")
    return "\n".join(lines)


def main(argv: list[str] | None = None) -> int:
    """Measure and show; the exit status is 2 where something needed is not there."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR", help="folder with answers/ and articles/")
    parser.add_argument(
        "--data", type=Path, default=gold_set.ROOT, help="folder that an answer's text_path starts from"
    )
    options = parser.parse_args(argv)
    tagger = underthesea_tagger()
    if tagger is None:
        print("people: underthesea is not installed here: python -m pip install underthesea", file=sys.stderr)
        return 2
    try:
        gold = gold_set.load(options.gold, options.data)
    except FileNotFoundError as error:
        print(f"people: {error}", file=sys.stderr)
        return 2
    print(f"{len(gold.articles)} articles of {gold.name}")
    print(table(measure(gold, tagger)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
