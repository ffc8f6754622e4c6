"""What a task says beside its work: a deadline, a theme; and what the article says of its own list of tasks."""

from __future__ import annotations

import re

from danvan_cli.lexicon import lower
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.numbers import counted_noun, numbers, open_noun
from danvan_cli.parsing.sentences import Sentence
from danvan_cli.record import Target

_DAY = r"(?:ngày )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?"
_DEADLINE = re.compile(
    lower(
        rf"(?:trước|chậm nhất(?: là)?|đến hết|hết) {_DAY}"
        r"|(?:trong|trước|hết) "
        r"(?:quý [ivx\d]{1,3}(?:/\d{4})?|tháng \d{1,2}(?:/\d{4})?|năm(?: \d{4})?)(?!\w)"
    )
)
_THEME = re.compile(r'(?:chủ đề|năm) (?:công tác |năm )?"([^"\n]{4,90})"|"(năm [^"\n]{4,60})"')
_COUNT_WITHIN = 24
_COUNT_TO_NOUN = 6
_CUT = ("…", "...", "…/.", ".../.", "…./.")


def deadline_of(article: Article, start: int, end: int) -> str | None:
    """The deadline of the task ``start:end``, as written."""
    found = _DEADLINE.search(article.low, start, end)
    return article.text[found.start() : found.end()] if found else None


def theme_of(article: Article, start: int, end: int) -> str | None:
    """The theme that the task ``start:end`` names, without its quotes."""
    found = _THEME.search(article.low, start, end)
    if found is None:
        return None
    group = 1 if found.group(1) else 2
    return article.text[found.start(group) : found.end(group)]


def targets_of(article: Article, start: int, end: int) -> list[Target]:
    """The figures that the task ``start:end`` sets: a number, what it counts or "%", and how it is bounded."""
    found = []
    for number in numbers(article, start, end):
        if number.in_words:
            continue  # "Năm Dân vận khéo" is a year's theme, "tâm tư" no four
        noun = counted_noun(article, number.right, end) or open_noun(article, number.right, end)
        if noun is None:
            continue
        unit = article.text[noun.start : noun.end]
        found.append(Target(number.value, unit, number.bound, article.text[number.left : noun.end]))
    return found


def claimed_count(article: Article, spans: list[tuple[int, int]]) -> int | None:
    """How many tasks the article says there are ("12 nhiệm vụ trọng tâm"): the first of ``spans`` that says so."""
    for start, end in spans:
        for noun in article.anchors_in("task_list", start, end):
            counts = numbers(article, max(start, noun.start - _COUNT_WITHIN), noun.start)
            if noun.value == "thing" or not counts or counts[-1].part != "whole":
                continue
            # "năm" before a noun is the year far more often than five.
            year = article.low[counts[-1].start : counts[-1].end] == "năm"
            if not year and noun.start - counts[-1].right <= _COUNT_TO_NOUN:
                return int(counts[-1].value)
    return None


def is_cut(article: Article, sentence: Sentence) -> bool:
    """Whether the list that ``sentence`` ends breaks off with an ellipsis."""
    return article.plain.endswith(_CUT, sentence.start, sentence.end)
