"""What a task says beside its work: a deadline, a theme; and what the article says of its own list of tasks."""

from __future__ import annotations

import re

from danvan_cli.lexicon import lower
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.sentences import Sentence

_DAY = r"(?:ngày )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?"
_DEADLINE = re.compile(
    lower(
        rf"(?:xong |hoàn thành )?(?:trước|chậm nhất(?: là)?|đến hết|hết) {_DAY}"
        r"|(?:xong |hoàn thành )?(?:trong|trước|hết) "
        r"(?:quý [ivx\d]{1,3}(?:/\d{4})?|tháng \d{1,2}(?:/\d{4})?|năm(?: \d{4})?)(?!\w)"
    )
)
_THEME = re.compile(r'(?:chủ đề|năm) (?:công tác |năm )?"([^"\n]{4,90})"|"(năm [^"\n]{4,60})"')
_CLAIM = re.compile(r"(?<!\d)(\d{1,2}) (?:nhóm )?(?:nhiệm vụ|giải pháp|nội dung)")
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


def claimed_count(article: Article) -> int | None:
    """How many tasks the article says there are ("12 nhiệm vụ trọng tâm")."""
    for noun in article.anchors_in("task_list", 0, len(article.low)):
        found = _CLAIM.search(article.low, max(0, noun.start - 8), noun.end + 8)
        if found:
            return int(found.group(1))
    return None


def is_cut(article: Article, sentence: Sentence) -> bool:
    """Whether the list that ``sentence`` ends breaks off with an ellipsis."""
    return article.plain.endswith(_CUT, sentence.start, sentence.end)
