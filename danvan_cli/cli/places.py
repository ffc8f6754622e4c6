"""A place as it is typed on a command line: any case, an alias, with or without its type or its diacritics."""

from __future__ import annotations

import os
import unicodedata
from functools import cache
from pathlib import Path

import typer

from danvan_cli.cli.optional_value import ALONE
from danvan_cli.lexicon import fold
from danvan_cli.lexicon.folding import bare
from danvan_cli.lexicon.places import province, provinces

_TYPES = ("tỉnh ", "thành phố ", "tp. ", "tp.", "tp ")
_UNIT_TYPES = ("huyện ", "quận ", "thị xã ", "xã ", "phường ", "thị trấn ", "đặc khu ", *_TYPES[1:])


def _key(typed: str, types: tuple[str, ...] = _TYPES) -> str:
    key = " ".join(fold(unicodedata.normalize("NFC", typed)).replace(" - ", "-").split())
    return next((key.removeprefix(kind) for kind in map(fold, types) if key.startswith(kind)), key).strip()


def unit_key(typed: str) -> str:
    """What the spellings of one district or commune have in common, with or without its type or its diacritics."""
    return bare(_key(typed, _UNIT_TYPES))


@cache
def _names() -> dict[str, str]:
    """Names of both eras by their key."""
    return {_key(spelling): p.name for p in reversed(provinces()) for spelling in (*reversed(p.aliases), p.name)}


@cache
def _bare_names() -> dict[str, str]:
    """The same without diacritics; a spelling that two provinces share is neither's."""
    found: dict[str, set[str]] = {}
    for key, name in _names().items():
        found.setdefault(bare(key), set()).add(name)
    return {key: names.pop() for key, names in found.items() if len(names) == 1}


def province_named(typed: str) -> str | None:
    """The province that ``typed`` names, as the tables of places spell it."""
    key = _key(typed)
    return _names().get(key) or _bare_names().get(bare(key))


def is_province(word: str) -> bool:
    """Whether the word after ``--province`` is its value: it names a province, or looks like nothing else.

    "Lạng Sơn" is the province even beside a folder of that name (write ``./Lạng Sơn`` for the folder). A word without
    diacritics yields to a folder: in ``--province hue`` it is the folder ``hue`` where there is one. What is neither a
    province nor a path, an empty word too, is taken as a value, so that a misspelt province is answered with the
    nearest names.
    """
    if _key(word) in _names() or not word.strip():
        return True
    looks_like_path = os.sep in word or "/" in word or bool(Path(word).suffix)
    return not (looks_like_path or Path(word).exists())


def province_now(name: str) -> str:
    """The one of the 34 provinces of now that the province called ``name`` lies in."""
    found = province(name)
    return found.today if found else name


def province_asked(value: str) -> tuple[str | None, bool]:
    """The province to keep, if one is named, and whether ``--province`` stood alone. Raises BadParameter."""
    if value == ALONE:
        return None, True
    name = province_named(value)
    if name is None:
        raise typer.BadParameter(f"there is no province {value!r}{nearest(value)}", param_hint="--province")
    return name, False


def nearest(value: str) -> str:
    """A hint that names the provinces most like ``value``, or nothing."""
    from rapidfuzz import process

    found = process.extract(bare(_key(value)), list(_bare_names()), limit=6, score_cutoff=60)
    names = list(dict.fromkeys(_bare_names()[key] for key, _, _ in found))[:3]
    return f"; did you mean {' or '.join(names)}?" if names else ""
