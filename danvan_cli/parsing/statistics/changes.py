"""Figures that say how another one moved: "giảm 146 lượt so với cùng kỳ", "tăng 232%", "giảm 1/3"."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.sentences import Sentence
from danvan_cli.parsing.statistics.figure import Figure
from danvan_cli.parsing.statistics.topics import INDICATOR_OF_TOPIC, RECEPTION, topics
from danvan_cli.record import Change, Period

Direction = Literal["up", "down"]

_BASE_REACH = 80
_LEAD_REACH = 60
# What may stand between "tăng" and its number: "tăng so với cùng kỳ năm 2019 là 14 lượt", "nhiều hơn năm 2020 là 276".
_FILLER = re.compile(r"[^,;.:()\d]{0,14}")
# "kéo giảm phạm pháp hình sự gần 37%"; a level that something falls to is no change ("giảm tỷ lệ hộ nghèo còn 3%").
_FAR_FILLER = re.compile(r"(?!.*\b(?:tỷ lệ|tỉ lệ|còn|xuống|lên|là|đạt|chiếm|dưới)\b)[^,;.:()\d]{0,40}")
_BASED = re.compile(r"\s*(?:so với|so|cùng kỳ|năm|qúy|tháng)\b[^,;.()]{0,50}?(?:là |:|\s|)\s*")
_COMPARED = re.compile(r"\s*[^,;.()]{0,30}so với")
_FRACTION = re.compile(r"\s*(?:gần |hơn |khoảng |trên )?([1-9])/([2-9]|10)(?![\d/])")
# The subject of a change, up to the word of change: "số đơn nhận (giảm)", "số đoàn đông người lại (tăng)". The folded
# text places tones the old way: "đòan", "qúy".
_SUBJECT = re.compile(r"(?<!\w)(?<!tổng )(?:số|lượng) (?:đơn|lượt|đòan|vụ|cuộc|buổi|mô hình)[^,;.:()\d]{0,40}$")
_SUBJECT_REACH = 60
# What makes a share of a change of it: "giảm 35 lượt, tương ứng 8,5%".
_AS_A_SHARE = ("tương ứng", "tương đương", "bằng", "chiếm", "tức", "đạt tỷ lệ giảm", "=")
_LED_TO = ("lên", "nâng", "còn", "xuống", "đạt")
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
    if word.value == "times":
        by_times = figure.words == "lần" and _FILLER.fullmatch(article.low, word.end, figure.number.left)
        return Movement("up", word.start) if by_times else None
    between = article.low[word.end : figure.number.left]
    by_share = figure.is_percent and word.value == "pulled_down" and _FAR_FILLER.fullmatch(between)
    if not (by_share or _FILLER.fullmatch(between) or _BASED.fullmatch(between)):
        return None
    if word.value.endswith("_on_base"):
        if not _BASED.fullmatch(between) or not between.strip():
            return None
        return Movement("up" if word.value == "up_on_base" else "down", word.start)
    if word.value in ("added", "taken"):
        after_comma = article.low[max(start, word.start - 2) : word.start] == ", "
        if not (after_comma and _COMPARED.match(article.low, figure.end, min(figure.end + 40, figure.tail))):
            return None
        return Movement("up" if word.value == "added" else "down", word.start)
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


def goes_on(article: Article, figure: Figure, last: Movement | None, end: int) -> Movement | None:
    """The change that ``figure`` states after another: "giảm 146 lượt tiếp, 127 lượt người", "giảm 35 lượt (8,5%)".

    ``last`` is the change of the figure before, whose noun ends at ``end``.
    """
    if last is None:
        return None
    leading = article.low[end : figure.number.left].strip(" ,(")
    if leading in ("", "và") or (figure.is_percent and leading.startswith(_AS_A_SHARE)):
        return last
    return None


def host_of(article: Article, figure: Figure, moved: Movement, earlier: list[Figure]) -> Figure | None:
    """The statistic among ``earlier`` that a change qualifies: the nearest of the same noun, for a share the nearest.

    Where a subject stands before the change ("số lượt tiếp tăng 18%, số đơn nhận giảm 96 đơn"), it says which.

    Parts in a bracket that has closed are passed over: "1.536 đơn (tồn 40 đơn), tăng 131 đơn" is of the 1.536.
    """
    open_ones = [f for f in earlier if f.bracket in (-1, figure.bracket)]
    if not open_ones:
        return None
    subject = _SUBJECT.search(article.low, max(figure.before, moved.start - _SUBJECT_REACH), moved.start)
    if subject:
        return _named_host(article, subject.start(), moved.start, open_ones)
    if figure.bracket >= open_ones[-1].end and figure.is_percent:
        return open_ones[-1]
    if figure.noun is not None and figure.kind not in ("measure", "money"):
        for candidate in reversed(open_ones):
            if candidate.kind == figure.kind and ("người" in figure.words) == ("người" in candidate.words):
                return _whole_of(candidate, open_ones)
        alike = (f for f in reversed(open_ones) if f.kind == figure.kind or f.words.startswith(figure.words))
        return next(alike, None)
    nearest = open_ones[-1]
    if nearest.indicator == "visitors" and len(open_ones) > 1 and open_ones[-2].indicator == "visits":
        return open_ones[-2]
    return nearest


def _whole_of(part: Figure, figures: list[Figure]) -> Figure:
    """The total whose last part ``part`` is, where the parts make it up: "221 đơn, gồm 196 đơn … và 25 đơn …"."""
    whole = part.parent
    if whole is None or whole.indicator != part.indicator or whole.kind != part.kind:
        return part
    return whole if sum(f.value for f in figures if f.parent is whole) == whole.value else part


def _named_host(article: Article, start: int, end: int, open_ones: list[Figure]) -> Figure | None:
    """The first figure that counts what the subject ``start:end`` names; of petitions, those at the stage it names."""
    kinds = {a.value for a in article.anchors_in("counted", start, end)}
    alike = [f for f in open_ones if f.kind in kinds]
    stages = {INDICATOR_OF_TOPIC.get(topic.value) for topic in topics(article, start, end)} - {None}
    return next((f for f in alike if not stages or f.indicator in stages or f.indicator in RECEPTION), None)


def is_result_of(article: Article, figure: Figure) -> bool:
    """Whether ``figure`` is what a change before it led to: "tăng 9 mô hình, nâng tổng số lên 118 mô hình"."""
    leading = article.low[figure.before : figure.number.left]
    return any(word in leading.split() for word in _LED_TO)


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
