"""The words of a clause that every rule of tasks looks at: marks, rows of verbs, doers, chunks between commas."""

from __future__ import annotations

from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article

_LONGEST_TERM = 48
_LONGEST_QUOTE = 500
_LONGEST_ROW = 160
_SKIPPED = " \n,;:.\"'-+*•"
_MARK_ENDS = ".)/:-"


def anchor_at(article: Article, kind: str, start: int) -> Anchor | None:
    """The anchor of ``kind`` that begins exactly at ``start``."""
    return article.anchors.at(kind, start)


def skip(low: str, start: int, end: int, characters: str = _SKIPPED) -> int:
    """The first offset from ``start`` whose character is none of ``characters``."""
    while start < end and low[start] in characters:
        start += 1
    return start


def skip_mark(article: Article, start: int, end: int) -> int:
    """Behind the mark of a list item at ``start``: "1.", "(2)", "a)", "-", "Một là,"; ``start`` where there is none."""
    low = article.low
    at = skip(low, start, end, " -+*•·\uf0b7▪")
    mark = anchor_at(article, "task_mark", at)
    if mark and mark.end <= end:
        return skip(low, mark.end, end, " ,:")
    i = at + (low[at : at + 1] == "(")
    digits = i
    while i < end and i - digits < 2 and low[i].isdigit():
        i += 1
    if i == digits and i < end and low[i].isalpha() and low[i + 1 : i + 2] == ")":
        i += 1
    if i > digits and low[i : i + 1] and low[i] in _MARK_ENDS and not low[i + 1 : i + 2].isdigit():
        return skip(low, i + 1, end, " .)-")
    return at


def verb_chain(article: Article, start: int, end: int) -> tuple[list[Anchor], int, int]:
    """The row of adverbs and verbs at ``start``: its verbs, where it ends, and where its first word begins."""
    low = article.low
    verbs: list[Anchor] = []
    end = min(end, start + _LONGEST_ROW)
    at = begin = skip(low, start, end, " ")
    stop = at
    while at < end and not _is_name(article.plain, at):
        verb = anchor_at(article, "task_verb", at)
        adverb = anchor_at(article, "task_adverb", at)
        # "không" is a verb's, "không ngừng" an adverb.
        longer = verb is not None and adverb is not None and adverb.end > verb.end
        if verb and verb.end <= end and verb.value != "noun" and not longer:
            verbs.append(verb)
            at = stop = verb.end
        else:
            if (verb and verb.value == "noun") or adverb is None or adverb.end > end:
                break
            at = _behind_adverb_row(article, adverb.end, end)
        at = skip(low, at, end, " ")
    return verbs, stop, begin


def _is_name(plain: str, at: int) -> bool:
    """Whether the word at ``at`` opens a name ("giao Thanh tra tỉnh"): a capital in the middle of a clause."""
    return plain[at].isupper() and plain[max(0, at - 2) : at].rstrip(" ")[-1:].isalnum()


def _behind_adverb_row(article: Article, start: int, end: int) -> int:
    """Behind the comma of "khẩn trương, quyết tâm tìm …": adverbs in a row belong to the verb behind them."""
    if article.low[start : start + 1] != ",":
        return start
    after = skip(article.low, start, end, " ,")
    verb = anchor_at(article, "task_verb", after)
    goes_on = anchor_at(article, "task_adverb", after) or (verb and verb.value != "noun")
    return after if goes_on else start


def is_nominal(article: Article, start: int) -> bool:
    """Whether the verb at ``start`` reads as a noun."""
    return nominal_before(article, start) is not None


def nominal_before(article: Article, start: int) -> Anchor | None:
    """The noun or preposition before ``start`` that makes the verb there a noun, or no main verb."""
    before = word_before(article, "task_nominal", start)
    if before is None or before.value == "body":
        return None
    # "Ngân hàng Chính sách cho vay", "ông Bằng yêu cầu": the word is part of a name.
    plain = article.plain
    named = plain[before.start].isupper() and plain[max(0, before.start - 2) : before.start - 1].isalnum()
    return None if named else before


def word_before(article: Article, kind: str, start: int) -> Anchor | None:
    """The anchor of ``kind`` that ends right before ``start``, white space apart."""
    low = article.low
    stop = start
    while stop > 0 and low[stop - 1] == " ":
        stop -= 1
    for anchor in reversed(article.anchors_in(kind, max(0, stop - _LONGEST_TERM), stop)):
        return anchor if anchor.end == stop else None
    return None


def chunks(low: str, start: int, end: int, separators: str) -> list[tuple[int, int]]:
    """``start:end`` cut at ``separators`` that stand outside quotes, brackets and numbers."""
    parts: list[tuple[int, int]] = []
    begin = at = start
    while at < end:
        c = low[at]
        if c == '"':
            close = low.find('"', at + 1, min(end, at + _LONGEST_QUOTE))
            at = close if close > 0 else at
        elif c == "(":
            close = low.find(")", at + 1, min(end, at + 300))
            at = close if close > 0 else at
        elif c in separators and not (low[at - 1 : at].isdigit() and low[at + 1 : at + 2].isdigit()):
            parts.append((begin, at))
            begin = at + 1
        at += 1
    parts.append((begin, end))
    return parts


def doer_at(article: Article, start: int) -> Anchor | None:
    """The word at ``start`` that begins the name of a body or a group of people, or the name of a place."""
    for kind in ("task_doer", "province", "district"):
        anchor = anchor_at(article, kind, start)
        if anchor:
            return anchor if kind == "task_doer" else anchor._replace(value="many")
    return None


def trim_end(low: str, start: int, end: int) -> int:
    """``end`` without the stop, ellipsis and end mark of a sentence."""
    quotes = low.count('"', start, end)
    while end > start:
        if low[end - 1] == ":" and low[end - 2 : end - 1].isalnum():
            break
        if low[end - 1] == '"':
            if quotes % 2 == 0:
                break
            quotes -= 1
        elif low[end - 1] not in " .…/;,:!?":
            break
        end -= 1
    return end


def list_mark(article: Article, start: int, end: int) -> bool:
    """Whether the line ``start:end`` is an item of a list."""
    return skip_mark(article, start, end) > start
