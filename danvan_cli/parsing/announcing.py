"""Lists of tasks that a noun announces: "nhiệm vụ trọng tâm như …", "tập trung vào các nội dung:", "các xã cần:"."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.clauses import open_clause
from danvan_cli.parsing.demands import MOST_OPENERS, NOUN_TO_COLON, SAYING, Work
from danvan_cli.parsing.phrases import doer_at, skip, skip_mark, verb_chain
from danvan_cli.parsing.subjects import LEAD_IN_WITHIN, is_foreign, is_private
from danvan_cli.parsing.timeline import Timeline

_FRAME_BEHIND = 90
_TOLD_WITHIN = 160
_LONGEST_STOP = 4
_MODAL_TO_COLON = 60
_LONGEST_COUNT = 110
_WORDS_BEHIND_COUNT = 4
_SOME_FEW = frozenset(["mấy", "số", "các", "những", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám"])


def only_counts(article: Article, start: int, end: int) -> bool:
    """Whether ``start:end`` names no more than how many works follow: "tập trung vào mấy việc lớn. Một là, …"."""
    following = skip(article.low, end, min(len(article.low), end + _LONGEST_STOP), " .:;\n")
    if end - start > _LONGEST_COUNT or skip_mark(article, following, len(article.low)) == following:
        return False
    for noun in article.anchors_in("task_list", start, end):
        before = article.low[start : noun.start].split()
        counted = bool(before) and (before[-1] in _SOME_FEW or before[-1].isdigit())
        if counted and len(article.low[noun.end : end].split()) <= _WORDS_BEHIND_COUNT:
            return True
    return False


def owed_below(article: Article, start: int, end: int) -> Work | None:
    """ "Theo văn bản, các cơ quan phải:", "các xã cần làm tốt:": what is owed stands on the lines below."""
    low = article.low
    if end == start or low[end - 1] != ":":
        return None
    near = max(start, end - _MODAL_TO_COLON)
    for modal in article.anchors_in("task_modal", near, end):
        if not modal.value or any(c in ",;:." for c in low[modal.end : end - 1]):
            continue
        before = max(start, modal.start - LEAD_IN_WITHIN)
        if article.anchors_in("task_doer", before, modal.start) and not is_private(article, before, modal.start):
            return Work(end, end, "announced list", None)
    return None


def announced(article: Article, timeline: Timeline, start: int, end: int, going_on: bool) -> Work | None:
    """ "… nhiệm vụ trọng tâm như: …", "… tập trung vào các nội dung:", "Báo cáo đề ra nhiệm vụ năm 2023: …"."""
    low = article.low
    for noun in article.anchors_in("task_list", start, end)[:MOST_OPENERS]:
        near = max(start, noun.start - LEAD_IN_WITHIN)
        future = any(frame.future for frame in timeline.between(near, min(end, noun.end + _FRAME_BEHIND)))
        said = [a.value for a in article.anchors_in("task_directive", near, noun.start)]
        demanded = "order" in said or (noun.value == "strong" and any(word in said for word in SAYING))
        if noun.value == "weak" and not demanded and _is_told_of(article, start, noun.start):
            continue
        if not (future or demanded or (going_on and noun.value == "strong")) or is_foreign(article, near, noun.start):
            continue
        limit = min(end, noun.end + NOUN_TO_COLON)
        colon = low.find(":", noun.end, limit)
        if colon >= 0 and not any(c in ";." for c in low[noun.end : colon]):
            if noun.value == "weak" and _lists_things(article, timeline, near, colon + 1, end):
                continue  # "đề nghị huyện làm rõ các nội dung: hiệu quả của Quỹ; …": objects of one verb
            return Work(skip(low, colon + 1, end), end, "announced list", _directive_before(article, near, noun.start))
        for word in (" như ", " gồm ", " là ", " trong đó ") if noun.value == "strong" else ():
            at = low.find(word, noun.end - 1, limit)
            if at < 0 or any(c in ";." for c in low[noun.end : at]):
                continue
            clause = open_clause(article, timeline, at + len(word), end)
            if clause.verb is not None and clause.doer is None and clause.verb.value != "tail":
                rule = "announced list"
                return Work(at + len(word), end, rule, _directive_before(article, near, noun.start))
    return None


def _lists_things(article: Article, timeline: Timeline, start: int, colon: int, end: int) -> bool:
    """Whether things are named behind the colon, which the verb before it is to be done to."""
    behind = skip(article.low, colon, end)
    if behind >= end or not article.low[behind].isalpha() or verb_chain(article, behind, end)[0]:
        return False
    doer = doer_at(article, behind)
    if doer is not None and doer.value != "topic":
        return False
    ordered = [a for a in article.anchors_in("task_directive", start, colon) if a.value == "order"]
    return bool(ordered) and open_clause(article, timeline, ordered[-1].end, colon, told=True).verb is not None


def _is_told_of(article: Article, start: int, at: int) -> bool:
    """Whether the noun at ``at`` names what was talked of or asked for: "đã trả lời ý kiến về các vấn đề: …"."""
    near = max(start, at - _TOLD_WITHIN)
    return " đã " in article.low[near:at] or is_private(article, near, at)


def _directive_before(article: Article, start: int, end: int) -> int | None:
    found = [a for a in article.anchors_in("task_directive", start, end) if a.value != "noun"]
    return found[-1].start if found else None
