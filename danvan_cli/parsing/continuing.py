"""Whether a sentence goes on with the tasks of the one before it, or tells news."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.clauses import Clause
from danvan_cli.parsing.demands import SAYING
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.phrases import anchor_at, chunks, skip

_PERSON_WITHIN = 160
_LONGEST_PARTICIPLE = 6
_URGENTLY = ("khẩn trương ", "nghiêm túc ", "chủ động ", "sớm ", "kịp thời ", "tăng cường ", "đẩy mạnh ")
_TURNS = ("đối với ", "riêng ")
_UNDER_WAY = frozenset(["đang", "hiện"])
_URGED = ("press", "raise", "inform", "advise")
_HANDED = ("inspect", "solve", "press", "raise", "inform", "advise", "hold")
_HANDED_WITHIN = 900
_ALL_OF = ("các ", "mỗi ", "từng ", "tất cả ", "toàn ")


def is_timed(heading: Heading) -> bool:
    """Whether the article reports a period or plans one."""
    return heading.reported_period is not None or heading.planned_period is not None


def goes_on(article: Article, heading: Heading, start: int, end: int, clause: Clause) -> bool:
    """A verb phrase goes on with the tasks before; so does a doer with a modal, and in a report or plan one without."""
    if clause.verb is None or (clause.verb.value == "tail" and not clause.modal):
        return False
    told_on = article.low.startswith("đồng thời", start) or article.low[max(0, start - 3) : start].rstrip().endswith(
        ":"
    )
    bare = clause.doer is not None and clause.doer_kind not in ("each", "share") and not clause.modal
    if bare and not told_on and not is_timed(heading) and not _is_urged(article, start, clause):
        return False  # what somebody does is news there
    if clause.modal == "will" and article.low.startswith("được ", clause.work):
        return False  # what will be done to a thing is news of it
    if _speaker_behind(article, clause, end):
        return False
    # A sentence about a person, or about what a person says, is a new one.
    reach = min(end, start + _PERSON_WITHIN)
    parts = chunks(article.low, start, reach, ",")[:2]
    if any(anchor_at(article, "task_person", skip(article.low, *part)) for part in parts):
        return False
    person = next(iter(article.anchors_in("task_person", start, reach)), None)
    said = article.anchors_in("task_directive", person.end, reach) if person else []
    return not any(anchor.value in SAYING for anchor in said)


def _is_urged(article: Article, start: int, clause: Clause) -> bool:
    """Whether a body's work goes on with a demand of its paragraph: "Các xã rà soát …", "UBND xã khẩn trương …"."""
    doing = _UNDER_WAY & set(article.low[start : clause.work].split())
    if doing or (clause.doer and article.anchors_in("task_leader", *clause.doer)):
        return False
    if _is_handed_out(article, start, clause):
        return True
    urged = article.low.startswith(_URGENTLY, clause.work)
    preface = anchor_at(article, "task_preface", start)
    # "Đối với các vụ tồn đọng, UBND các xã báo cáo …": the demand turns to another field.
    urged = urged or (preface is not None and preface.value == "topic" and article.low.startswith(_TURNS, start))
    if urged and clause.doer is not None and clause.doer_kind == "many":
        return True
    sentence = article.sentence_at(start)
    if sentence is None or sentence.line.start == sentence.start or clause.doer is None:
        return False
    plural = article.low.startswith(_ALL_OF, clause.doer[0])
    urged = anchor_at(article, "task_adverb", clause.work) is not None
    told = clause.verb is not None and clause.verb.value in _URGED
    # News of what a body did has days and figures in it.
    figures = any(c.isdigit() for c in article.low[start : sentence.end])
    return plural or urged or told or not figures


def _is_handed_out(article: Article, start: int, clause: Clause) -> bool:
    """Whether a named body goes on with the work that was handed out just before: "Chủ tịch giao Sở A …. Sở B …"."""
    if clause.doer is None or clause.verb is None or not article.plain[clause.doer[0]].isupper():
        return False
    if clause.verb.value not in _HANDED and not article.low.startswith(("chủ trì", "phối hợp"), clause.work):
        return False
    near = article.anchors_in("task_directive", max(0, start - _HANDED_WITHIN), start)
    return any(a.value == "order" and article.low.startswith("giao", a.start) for a in near)


def _speaker_behind(article: Article, clause: Clause, end: int) -> bool:
    """Whether the clause only says how somebody comes to speak: "Giải trình thêm, Bộ trưởng … khẳng định"."""
    low = article.low
    reach = min(end, clause.start + _PERSON_WITHIN)
    parts = chunks(low, clause.start, reach, ",")
    if clause.doer or len(parts) < 2 or len(low[slice(*parts[0])].split()) > _LONGEST_PARTICIPLE:
        return False
    at = skip(low, *parts[1])
    said = any(a.value in SAYING or a.value == "order" for a in article.anchors_in("task_directive", at, parts[1][1]))
    return said and (article.plain[at : at + 1].isupper() or anchor_at(article, "task_leader", at) is not None)
