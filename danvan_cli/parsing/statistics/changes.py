"""Figures that say how another one moved: "giảm 146 lượt so với cùng kỳ", "tăng 232%", "giảm 1/3"."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.sentences import Sentence
from danvan_cli.parsing.statistics.figure import Figure
from danvan_cli.record import Change, Period

Direction = Literal["up", "down"]

_BASE_REACH = 80
_LEAD_REACH = 60
# What may stand between "tăng" and its number: "tăng so với cùng kỳ năm 2019 là 14 lượt", "nhiều hơn năm 2020 là 276".
_FILLER = re.compile(r"(?:\s*(?:thêm|được|bình quân|đến|tới|từ|gấp|khoảng|hơn|gần|trên)){0,2}\s*")
_BASED = re.compile(r"\s*(?:so với|so|cùng kỳ|năm|quý|tháng)\b[^,;.()]{0,50}?(?:là |:|\s|)\s*")
_COMPARED = re.compile(r"\s*[^,;.()]{0,30}so với")
_FRACTION = re.compile(r"\s*(?:gần |hơn |khoảng |trên )?([1-9])/([2-9]|10)(?![\d/])")
_TIMES = re.compile(r"\s*lần(?!\w)")


class Movement(NamedTuple):
    """A change before it is attached: ``figure`` carries its number."""

    direction: Direction
    start: int


def movement(article: Article, figure: Figure) -> Movement | None:
    """Whether a figure is a change, and which way: the nearest word before it says that something moved by it."""
    start = max(figure.before, figure.number.left - _LEAD_REACH)
    words = article.anchors_in("figure_change", start, figure.number.left)
    if not words or not words[-1].value:
        return None
    word = words[-1]
    between = article.low[word.end : figure.number.left]
    if not (_FILLER.fullmatch(between) or _BASED.fullmatch(between)):
        return None
    if word.value == "added":
        added = article.low[max(start, word.start - 2) : word.start] == ", "
        if not (added and _COMPARED.match(article.low, figure.end, min(figure.end + 40, figure.tail))):
            return None
        return Movement("up", word.start)
    return Movement("up" if word.value == "up" else "down", word.start)


def change_of(article: Article, heading: Heading, figure: Figure, moved: Movement) -> Change:
    """The change that ``figure`` states."""
    unit = article.text[figure.noun.start : figure.noun.end] if figure.noun else "%"
    if figure.kind == "turn":
        unit = unit[: len("lượt")]
    if figure.noun is None and _TIMES.match(article.low, figure.end):
        unit = "lần"
    return Change(moved.direction, figure.value, unit, base_period(heading, figure.end, figure.end + _BASE_REACH))


def base_period(heading: Heading, start: int, end: int) -> Period | None:
    """The period that a change compares with: the first one named as a base right after it."""
    for mention in heading.period_mentions:
        if mention.start >= end:
            break
        if mention.start >= start and mention.role == "base":
            return mention.period
    return None


def host_of(figure: Figure, earlier: list[Figure]) -> Figure | None:
    """The statistic that a change qualifies: the nearest before it that counts the same noun, a share the nearest."""
    here = [f for f in earlier if f.sentence == figure.sentence]
    if not here:
        return None
    if figure.noun is not None and figure.kind not in ("measure", "money"):
        same = (f for f in reversed(here) if f.kind == figure.kind or figure.words in (f.words, f.words.split(" ")[0]))
        return next(same, None)
    nearest = here[-1]
    if nearest.indicator == "visitors" and len(here) > 1 and here[-2].indicator == "visits":
        return here[-2]
    return nearest


def fractions(article: Article, sentence: Sentence) -> list[tuple[int, Change]]:
    """Changes by a fraction ("giảm 1/3"), with their offsets."""
    out: list[tuple[int, Change]] = []
    for word in article.anchors_in("figure_change", sentence.start, sentence.end):
        found = _FRACTION.match(article.low, word.end) if word.value in ("up", "down") else None
        if found:
            share = round(int(found.group(1)) / int(found.group(2)), 4)
            direction: Direction = "up" if word.value == "up" else "down"
            out.append((word.start, Change(direction, share, "phần")))
    return out
