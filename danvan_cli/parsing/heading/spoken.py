"""Which named period is the one reported and which the one planned, by the words before it.

"sơ kết công tác dân vận 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm": the last word of reviewing or planning
in the clause before a period says what it is for. A noun belongs to the verb before it: "tổng kết việc thực hiện nhiệm
vụ năm 2019" reviews, "đề nghị bám sát tình hình năm 2022" plans.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from danvan_cli.lexicon import fold
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading.opening import Opening
from danvan_cli.parsing.periods import Expression, PeriodRole, expressions_in
from danvan_cli.parsing.sentences import Sentence

_BASE_REACH, _FORESEEN_REACH = 30, 12
_CUE_REACH = 160
_SEPARATOR = re.compile(r"[,;:]|\s-\s|\bvà\b")
_CLAUSE_END = re.compile(r"[;:]|\s-\s")
_INITIAL = re.compile(
    fold(
        r"[\s*+•\"'-]*(?:\w{1,4}[.)]\s*)?(?:(?:theo báo cáo|theo đó|từ đó|phát huy[^,]{0,60}|đặc biệt"
        r"|thời gian tới|bước|bước vào|bước sang|sang"
        r"|về|đối với|qua|trong|kết thúc|riêng|nhìn chung|và|nhiệm vụ|phương hướng|trọng tâm|công tác dân vận"
        r"|công tác|công việc|chủ đề|mục tiêu|cả)[\s,:]*){0,5}$"
    )
)
_RESOLVE_REACH, _CLAUSE_REACH = 70, 16
_OPENS_CLAUSE = re.compile(r"(?:^[\s*+-]*|[,:;]\s?|\blà\s|\brằng\s)(?:(?:trong|sang|bước sang)\s+)?$")
# "năm 2024 sẽ tập trung", "trong quý I/2026 các cơ quan phải:"; neither "năm 2023 tỉnh đã cam kết sẽ" nor
# "năm 2023 có 12 vụ phải giải quyết".
_RESOLVES = re.compile(r"(?:(?!\b(?:đã|được)\b)[^\d.:;]){0,60}?\b(?:sẽ\s|(?:phải|cần)\s?:)")
# "xảy ra từ năm 2008", "vào tháng 5", "đến năm 2030": since when, at what time, until when.
_MOMENT = re.compile(r"\b(?:từ|hồi|vào|đến|tới|hết|trước|sau|cuối|đầu|giữa|tuần)\s+$")
_MOMENT_REACH = 8
_LAW_REACH, _LAW_END = 60, re.compile(r"[,;:.]")
_ADJOINING = re.compile(
    fold(r"[\s,]*(?:(?:trong|đối với|trọng tâm|công tác dân vận|công tác|thời gian|của|cho|việc|là)[\s,]*){0,4}$")
)


class Spoken(NamedTuple):
    """A period as the words give it, what it is for, and where it stands."""

    expression: Expression
    role: PeriodRole | None
    """``None`` where no word says."""
    sentence: Sentence
    initial: bool
    """First thing in its sentence."""
    adjoining: bool
    """Right after the word that says what it is for."""
    opens: bool
    """In the headline or the lead."""
    moment: bool = False
    """No period, but since when, at what time or until when."""


def spoken_periods(article: Article, opening: Opening) -> list[Spoken]:
    """Every period that the article names, in order of text."""
    found: list[Spoken] = []
    title = opening.title_line
    opens_before = opening.lead[-1].end if opening.lead else title.end if title else 0
    for sentence in article.sentences:
        floor = sentence.start
        for expression in expressions_in(article, sentence.start, sentence.end):
            role, adjoining = _role(article, floor, sentence.end, expression)
            before = article.low[sentence.start : min(expression.start, sentence.start + 120)]
            initial = expression.start - sentence.start < 120 and bool(_INITIAL.match(before))
            opens, moment = expression.start < opens_before, _is_moment(article, sentence, expression)
            found.append(Spoken(expression, role, sentence, initial, adjoining, opens, moment))
            floor = expression.end
    return found


def _is_moment(article: Article, sentence: Sentence, expression: Expression) -> bool:
    if expression.unit not in ("year", "quarter", "month") or expression.until is not None:
        return False
    before = max(sentence.start, expression.start - _MOMENT_REACH)
    return bool(_MOMENT.search(article.low, before, expression.start))


def is_of_law(article: Article, floor: int, start: int) -> bool:
    """Whether a year belongs to a law ("sơ kết thi hành Luật Hợp tác xã năm 2012"); behind several it is a period."""
    laws = article.anchors_in("law", max(floor, start - _LAW_REACH), start)
    return len(laws) == 1 and not _LAW_END.search(article.low, laws[0].end, start)


def _role(article: Article, floor: int, sentence_end: int, expression: Expression) -> tuple[PeriodRole | None, bool]:
    """What the cue words between ``floor`` and the period say, and whether the last of them adjoins it."""
    start = expression.start
    if expression.unit == "year" and is_of_law(article, floor, expression.start):
        return "other", False
    role: PeriodRole | None = None
    since, last, told = floor, floor, False
    for cue in article.anchors_in("period_cue", max(floor, start - _CUE_REACH), start):
        value, noun = cue.value.removesuffix("_noun"), cue.value.endswith("_noun")
        if value == "base":
            if start - cue.end <= _BASE_REACH:
                return "base", False
            continue
        if value == "foreseen":
            if role != "planned" and expression.year is not None and start - cue.end <= _FORESEEN_REACH:
                return "other", False
            continue
        if value == "none":
            continue
        if value == "occasion":
            if role is None and not _CLAUSE_END.search(article.low, cue.end, start):
                role, since = "other", cue.end
            continue
        if noun and role not in (None, value) and (told or not _SEPARATOR.search(article.low, since, cue.start)):
            continue
        told = value == "directive"
        role = "reported" if value == "reported" else "planned"
        since = last = cue.end
    if (
        expression.unit == "rest"
        or expression.shift == 1
        or (expression.first > 6 and expression.last == 12 and expression.unit == "months" and role is None)
    ):
        role = "planned"
    if role is None or told:
        # What somebody will or must do in a period that opens a clause needs no other word to be planned.
        before = article.low[max(floor, start - _CLAUSE_REACH) : start]
        stop = min(sentence_end, expression.end + _RESOLVE_REACH)
        if _OPENS_CLAUSE.search(before) and _RESOLVES.match(article.low, expression.end, stop):
            return "planned", True
    return role, bool(last > floor and _ADJOINING.match(article.low[last:start]))
