"""Messages of records in the language of their reader.

A record keeps its warnings, and a comparison its notes, in the words that they were written in. ``messages.tsv`` has
each in both languages, with places for what they are about; a message that no row knows is shown as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from danvan_cli.lexicon.tables import table
from danvan_cli.output.wording import Lang, Wording
from danvan_cli.record import Warning

_PLACE = re.compile(r"\{([a-z]+)(\d)\}")
_DAY = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_PATTERNS = {"number": r"[\d.,]+", "day": r"\d{1,2}/\d{1,2}/\d{4}"}
"""What may stand in a place; in others any words may."""
_TO_OTHER_MARKS = str.maketrans(",.", ".,")
_NOTE = re.compile(r"(?P<before>^|; )(?P<label>[^:;]{2,12}): |(?<=[:,] )(?P<step>thôi|thêm) ")


def message_of(warning: Warning, words: Wording) -> str:
    """What a warning says, in the language of ``words``."""
    for pattern, template in _templates(words.lang).get(warning.code, ()):
        found = pattern.fullmatch(warning.message)
        if found:
            return template.format(**{name: _translated(name, said, words) for name, said in found.groupdict().items()})
    return warning.message


def note_of(note: str, words: Wording) -> str:
    """What changed of a task, its labels in the language of ``words``, what they label in the article's."""
    if words.lang == "vi":
        return note
    labels = {row["vi"]: row["en"] for row in table("messages") if row["code"] == "note"}

    def english(found: re.Match[str]) -> str:
        if found["step"]:
            return f"{labels[found['step']]} "
        return f"{found['before']}{labels[found['label']]}: " if found["label"] in labels else found[0]

    return _NOTE.sub(english, note)


@cache
def _templates(lang: Lang) -> dict[str, list[tuple[re.Pattern[str], str]]]:
    """For each code what a message in the other language looks like, and what it is in this one."""
    found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for row in table("messages"):
        found.setdefault(row["code"], []).append((_pattern(row["en" if lang == "vi" else "vi"]), row[lang]))
    return found


def _pattern(template: str) -> re.Pattern[str]:
    parts: list[str] = []
    end = 0
    for place in _PLACE.finditer(template):
        parts += [
            re.escape(template[end : place.start()]),
            f"(?P<{place[1]}{place[2]}>{_PATTERNS.get(place[1], '.+?')})",
        ]
        end = place.end()
    return re.compile("".join([*parts, re.escape(template[end:])]), re.DOTALL)


def _translated(place: str, said: str, words: Wording) -> str:
    """What stands in a place: numbers and days are written as the language writes them, names and quotations stay."""
    return _WRITTEN.get(place[:-1], _as_it_is)(said, words)


def _as_it_is(said: str, words: Wording) -> str:
    return said


def _numbers(said: str, words: Wording) -> str:
    """A record writes them in Vietnamese: "1.250 + 93,1"."""
    return _NUMBER.sub(lambda found: found[0].translate(_TO_OTHER_MARKS), said) if words.lang == "en" else said


def _days(said: str, words: Wording) -> str:
    def day(found: re.Match[str]) -> str:
        return words.day(f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}")

    return _DAY.sub(day, said)


def _body(said: str, words: Wording) -> str:
    """A unit with its level behind it: "Văn Quan, Lạng Sơn (cấp huyện)"."""
    for row in table("labels"):
        if row["kind"] == "level":
            said = said.replace(f"({row['vi']})", f"({row[words.lang]})")
    return said


def _indicator(said: str, words: Wording) -> str:
    known = {row["label_vi"].lower(): row[f"label_{words.lang}"] for row in table("indicators")}
    name = known.get(said, said)
    return name[:1].lower() + name[1:]


def _list(said: str, words: Wording) -> str:
    return said.replace(" và ", " and ") if words.lang == "en" else said


_WRITTEN: dict[str, Callable[[str, Wording], str]] = {
    "number": _numbers,
    "sum": _numbers,
    "day": _days,
    "period": _days,
    "body": _body,
    "indicator": _indicator,
    "list": _list,
}
