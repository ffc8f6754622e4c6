"""The vocabulary, as data files that a person who knows the field and no Python can extend.

``terms/*.tsv`` hold the words that the scanner looks for, one a row: ``term``, ``kind``, ``value``. A term matches in
any case and any tone placement, at word boundaries; a term written with a leading ``=`` only in exactly that case.
``tables/*.tsv`` hold what is looked up by key (provinces, districts, outlets). In both, ``#`` opens a comment line and
the first other line names the columns. The names of provinces and districts are terms too, of the kinds ``province``
and ``district``, whose value is the name as the table spells it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from danvan_cli.lexicon.folding import fold, lower, plain, toned
from danvan_cli.lexicon.keeping import kept
from danvan_cli.lexicon.places import districts, provinces, spellings
from danvan_cli.lexicon.tables import rows, table
from danvan_cli.lexicon.vocabulary import Vocabulary, index

__all__ = ["Term", "fold", "lower", "plain", "table", "terms", "terms_of", "toned", "vocabulary"]

_HERE = Path(__file__).parent


class Term(NamedTuple):
    """A word or phrase the scanner looks for."""

    text: str
    """Folded."""
    kind: str
    value: str
    exact: str | None
    """The spelling, dashes, quotes and tone placement folded, where only that case counts ("=TT")."""


def _places() -> list[tuple[str, str, str]]:
    """Names of places, as written and in capitals: "hòa bình" in small letters is peace, no province."""
    names: dict[tuple[str, str], str] = {}
    for province in provinces():
        for name in (province.name, *province.aliases):
            names.setdefault(("province", name), province.name)
    for name in districts():
        for spelling in spellings(name):
            names.setdefault(("district", spelling), name)
    return [
        (f"={spelling}", kind, value)
        for (kind, name), value in names.items()
        for spelling in dict.fromkeys((name, name.upper()))
    ]


@cache
def terms() -> tuple[Term, ...]:
    """Every term of every file in ``terms/``, in file and row order, then the names of places."""
    found: list[tuple[str, str, str]] = []
    for path in sorted((_HERE / "terms").glob("*.tsv")):
        found += [(text, kind, value) for text, kind, value, *_ in rows(path)[1:]]
    found += _places()
    # Folding one long text costs a few scans of memory; folding each term would cost as many calls.
    plains = plain("\n".join(text.removeprefix("=") for text, _, _ in found))
    folded, exact = lower(plains).split("\n"), toned(plains).split("\n")
    return tuple(
        Term(low, kind, value, spelling if text.startswith("=") else None)
        for (text, kind, value), low, spelling in zip(found, folded, exact, strict=True)
    )


@cache
def vocabulary() -> Vocabulary:
    """All terms, indexed for the scan."""
    return kept(lambda: index(terms()))


def terms_of(kind: str) -> tuple[Term, ...]:
    """The terms of one kind, in file and row order."""
    known = vocabulary()
    wanted = known.kinds.get(kind)
    return tuple(
        Term(text, kind, value, exact)
        for text in _texts().get(kind, ())
        for number, value, exact in known.meanings(text)
        if number == wanted
    )


@cache
def _texts() -> dict[str, dict[str, None]]:
    """The texts of each kind, in file and row order."""
    known = vocabulary()
    texts: list[dict[str, None]] = [{} for _ in known.kinds]
    for text in known.rows:
        for number, _, _ in known.meanings(text):
            texts[number][text] = None
    return dict(zip(known.kinds, texts, strict=True))
