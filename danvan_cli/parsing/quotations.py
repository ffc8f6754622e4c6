"""Demands and promises in quotation marks, with who makes them behind."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.clauses import open_clause
from danvan_cli.parsing.demands import ANSWERS, Work, is_past
from danvan_cli.parsing.phrases import skip, trim_end
from danvan_cli.parsing.subjects import is_private
from danvan_cli.parsing.timeline import Timeline

_LONGEST_ATTRIBUTION = 120
_LONGEST_QUOTE = 600


def quoted(article: Article, timeline: Timeline, start: int, end: int) -> Work | None:
    """ "“Các xã cần …”, đồng chí … nhấn mạnh": a demand in quotes, with who makes it behind them."""
    low = article.low
    close = low.rfind('"', start, end)
    if close == start:
        # The quotation goes on in the next sentences of its paragraph, with who makes it behind them.
        reach = min(len(low), start + _LONGEST_QUOTE)
        line_end = low.find("\n", end, reach)
        limit = line_end if line_end >= 0 else reach
        close = low.find('"', end, limit)
        if close < 0:
            return None
        stop = low.find(".", close, limit)
        return _told(article, timeline, start, end, (close, stop if stop >= 0 else limit))
    return _told(article, timeline, start, close, (close, end)) if close >= 0 else None


def is_quoted(article: Article, start: int) -> bool:
    """Whether the sentence at ``start`` opens with, or stands in, a quotation."""
    sentence = article.sentence_at(start)
    begin = sentence.line.start if sentence else start
    return article.low[start : start + 1] == '"' or article.low.count('"', begin, start) % 2 == 1


def end_of_open_quote(low: str, start: int, end: int) -> int:
    """Where the quotation that an earlier sentence opened ends ("Không để dân chờ”, ông … nói"), else ``end``."""
    close = low.find('"', start + 1, end)
    if close < 0 or low.count('"', start, end) % 2 == 0 or not low.startswith((",", " -"), close + 1):
        return end
    return close


def _told(article: Article, timeline: Timeline, start: int, close: int, told: tuple[int, int]) -> Work | None:
    """The demand that opens a quotation ``start:close``; ``told`` runs from its end to that of who makes it."""
    low, (opened, end) = article.low, told
    after = skip(low, opened + 1, end, " ,-.")
    if after >= end or end - after > _LONGEST_ATTRIBUTION:
        return None
    said = [a for a in article.anchors_in("task_directive", after, end) if a.value != "noun"]
    if not said or not article.anchors_in("task_leader", after, end) or is_private(article, after, end):
        return None
    clause = open_clause(article, timeline, start, close)
    if clause.verb is None or is_past(article, start, clause, close):
        return None
    if clause.doer and is_private(article, *clause.doer):
        return None  # "“Người dân cần nhất là được trả lời”"
    promised = clause.modal == "will" and clause.doer and clause.verb.value in ANSWERS
    if clause.modal == "must" or promised or (said[-1].value == "order" and not clause.doer):
        return Work(clause.start, trim_end(low, start, close), "demand in quotes", said[-1].start)
    return None
