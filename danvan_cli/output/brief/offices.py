"""Offices and bodies in English, as far as ``english.tsv`` knows their words; what it does not know is not guessed."""

from __future__ import annotations

import re
from functools import cache

from danvan_cli.lexicon.folding import fold
from danvan_cli.lexicon.tables import table
from danvan_cli.record import Position

_LONGEST = 8
"""Words of the longest name of a body in the table, and a few more."""
_STOPS = " .,"
_JOINERS = (" phối hợp với ", " cùng ", " và ", ", ")


@cache
def _words(kind: str) -> dict[str, str]:
    return {fold(row["vi"]): row["en"] for row in table("english") if row["kind"] == kind}


def office_in_english(position: Position) -> str | None:
    """An office as English has it: "Head of the Mass Mobilization Commission of the Provincial Party Committee".

    A place is named only where the title names it too; ``None`` where a word of it is unknown.
    """
    role = _words("role").get(fold(position.role or ""))
    if role is None:
        return None
    if position.organization is None:
        return role if fold(position.title) == fold(position.role or "") else None
    former = "former " if position.former else "acting " if position.acting else ""
    body = body_in_english(position.organization, position.title)
    of = f"the {body}" if body else _unit(position.organization, position.title)
    return f"{former}{role} of {of}" if of else None


def body_in_english(name: str, said: str) -> str | None:
    """A body as English has it, without "the", or ``None``; a place in it only if ``said`` names it."""
    parts = name.split()
    for length in range(min(len(parts), _LONGEST), 0, -1):
        head, rest = fold(" ".join(parts[:length])), " ".join(parts[length:]).strip(_STOPS)
        if head in _words("party"):
            return _of_party(_words("party")[head], rest, said)
        if head in _words("body"):
            return _of_body(_words("body")[head], rest, said)
    return None


def bodies_in_english(names: str) -> str | None:
    """A body, or two that do something together, as the subject of a sentence."""
    one = body_in_english(names, names)
    if one is not None:
        return f"the {one}"
    for joiner in _JOINERS:
        first, found, second = names.partition(joiner)
        both = (body_in_english(first, names), body_in_english(second, names)) if found else (None, None)
        if both[0] and both[1]:
            return f"the {both[0]} and the {both[1]}"
    return None


def place_in_english(name: str) -> str:
    """ "TP. Pleiku" → "Pleiku City"; a place that does not say what it is stays as it is."""
    return _unit(name, name) or name


def _of_party(body: str, rest: str, said: str) -> str | None:
    """A committee of the Party, its place before it."""
    if not rest:
        return body
    unit = _unit(rest, said)
    if unit is not None:
        return f"{body} of {unit}"
    if not _is_name(rest):
        return None
    return f"{rest} {body}" if fold(rest) in fold(said) else body


def _of_body(body: str, rest: str, said: str) -> str | None:
    if not rest:
        return body
    unit = _unit(rest, said)
    if unit is not None:
        return f"{body} of {unit}"
    over = body_in_english(rest, said)
    if over is not None:
        return f"{body} of the {over}"
    if not _is_name(rest):
        return None
    return f"{body} of {rest}" if fold(rest) in fold(said) else body


def _unit(rest: str, said: str) -> str | None:
    """ "tỉnh Lạng Sơn" → "Lạng Sơn Province", or "the province" where ``said`` leaves the name out."""
    for word, unit in _words("unit").items():
        if fold(rest) == word:
            return f"the {unit.lower()}"
        if fold(rest).startswith(word + " ") or fold(rest).startswith(word + ". "):
            name = rest[len(word) :].strip(_STOPS)
            if not _is_name(name):
                return None
            if fold(name) not in fold(said):
                return f"the {unit.lower()}"
            return f"{unit} {name}" if name.isdigit() else f"{name} {unit}"
    return None


def _is_name(words: str) -> bool:
    """Whether each word has a capital, as the words of a place do, or is a number ("Quận 3")."""
    return bool(words) and all(word[0].isupper() or word.isdigit() for word in re.split(r"[ -]+", words) if word)
