"""The numbers and bullets of lists, which a document does not keep in its text (ECMA-376, part 1, section 17.9)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL: Final = f"{W}val"
_PLACE: Final = re.compile(r"%([1-9])")
_STYLES: Final = 20
"""Styles that one may be based on, one on another, before they are taken for a circle."""
_ROMAN: Final = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


class Numbering:
    """What stands before each paragraph of a list; asked of the paragraphs in order."""

    def __init__(self, part: Any) -> None:
        """``part`` is python-docx's part of the document."""
        root: Element | None = None
        for relation in part.rels.values():
            if relation.reltype.endswith("/numbering") and not relation.is_external:
                root = relation.target_part.element
        abstract = {} if root is None else {one.get(f"{W}abstractNumId"): one for one in root.iter(f"{W}abstractNum")}
        self._lists: dict[str, tuple[str, dict[int, Element]]] = {}
        """By ``numId``: the list that it counts in, and its levels."""
        for number in [] if root is None else root.iter(f"{W}num"):
            of = _value(number.find(f"{W}abstractNumId"))
            levels = _levels(abstract.get(of))
            overrides = list(number.iter(f"{W}lvlOverride"))
            for override in overrides:
                levels.update(_levels(override))
            own = any(override.find(f"{W}startOverride") is not None for override in overrides)
            identity = number.get(f"{W}numId") or ""
            self._lists[identity] = (f"own {identity}" if own else of, levels)
        self._styles = {style.get(f"{W}styleId"): style for style in part.styles.element.iter(f"{W}style")}
        self._counts: dict[str, dict[int, int]] = {}

    def label(self, paragraph: Element) -> str:
        """What stands before ``paragraph``: "- ", "2.", "b)"; empty where it is no item."""
        number, depth = self._number(paragraph)
        if number not in self._lists:
            return ""
        identity, levels = self._lists[number]
        level = levels.get(depth)
        if level is None:
            return ""
        form = _value(level.find(f"{W}numFmt"))
        if form == "bullet":
            return "-"
        counts = self._counts.setdefault(identity, {})
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        counts[depth] = counts.get(depth, _start(level) - 1) + 1
        if form == "none":
            return ""

        def count(place: re.Match[str]) -> str:
            of = int(place[1]) - 1
            above = levels.get(of)
            if above is None:
                return ""
            return _written(counts.get(of, _start(above)), _value(above.find(f"{W}numFmt")))

        return _PLACE.sub(count, _value(level.find(f"{W}lvlText"))).strip()

    def _number(self, paragraph: Element) -> tuple[str, int]:
        """The list and the level of a paragraph, its own or its style's."""
        found, depth = "", ""
        own = paragraph.find(f"{W}pPr")
        style = _value(own.find(f"{W}pStyle")) if own is not None else ""
        for _ in range(_STYLES):
            properties = own.find(f"{W}numPr") if own is not None else None
            if properties is not None:
                found = found or _value(properties.find(f"{W}numId"))
                depth = depth or _value(properties.find(f"{W}ilvl"))
            element = self._styles.get(style)
            if found or element is None:
                break
            own, style = element.find(f"{W}pPr"), _value(element.find(f"{W}basedOn"))
        return found, int(depth) if depth.isdigit() else 0


def _value(element: Element | None) -> str:
    return (element.get(_VAL) or "") if element is not None else ""


def _levels(of: Element | None) -> dict[int, Element]:
    levels = [] if of is None else of.findall(f"{W}lvl")
    return {int(level.get(f"{W}ilvl") or 0): level for level in levels}


def _start(level: Element) -> int:
    start = _value(level.find(f"{W}start"))
    return int(start) if start.isdigit() else 1


def _written(number: int, form: str) -> str:
    """A number as a list writes it."""
    if form in ("lowerLetter", "upperLetter") and 1 <= number <= 26:
        letter = chr(ord("a") + number - 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        roman = ""
        for value, sign in _ROMAN:
            roman += sign * (number // value)
            number %= value
        return roman.lower() if form == "lowerRoman" else roman
    return str(number)
