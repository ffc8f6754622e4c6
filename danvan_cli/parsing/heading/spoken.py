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
_FALLBACK_SENTENCES, _NEWS_SENTENCES = 14, 8
"""How far below the headline a report, and other news, names the period that its figures are of."""
_EARLY = 5
"""The last month of a report that may go with the plan of its whole year."""
_SEPARATOR = re.compile(r"[,;:]|\s-\s|\bvà\b")
_CLAUSE_END = re.compile(r"[;:]|\s-\s")
_INITIAL = re.compile(
    fold(
        r"[\s*+•\"'-]*(?:\w{1,4}[.)]\s*)?(?:(?:theo báo cáo|theo đó|từ đó|phát huy[^,]{0,60}|đặc biệt"
        r"|thời gian tới|bước|bước vào|bước sang|sang"
        r"|về|đối với|qua|trong|kết thúc|riêng|nhìn chung|và|nhiệm vụ|phương hướng|trọng tâm|công tác dân vận"
        r"|chủ đề|mục tiêu|cả)[\s,:]*){0,5}$"
    )
)
_RESOLVE_REACH, _CLAUSE_REACH = 70, 16
_OPENS_CLAUSE = re.compile(r"(?:^[\s*+-]*|[,:;]\s?|\blà\s|\brằng\s)(?:(?:trong|sang|bước sang)\s+)?$")
# "năm 2024 sẽ tập trung", "trong quý I/2026 các cơ quan phải:"; neither "năm 2023 tỉnh đã cam kết sẽ" nor
# "năm 2023 có 12 vụ phải giải quyết".
_RESOLVES = re.compile(r"(?:(?!\b(?:đã|được)\b)[^\d.:;]){0,60}?\b(?:sẽ\s|(?:phải|cần)\s?:)")
_COUNT = re.compile(r"(?<![\d./-])\d[\d.,]*\s?(?:%|[^\W\d_]{2,})")
# "ngày 5", "26/12", "Nghị quyết số 25-NQ/TW", "năm 2016" count nothing.
_NO_COUNT = re.compile(
    fold(r"\b(?:ngày|tháng|năm|quý|số|khóa|thứ|quận|điều|khoản)\s+\d[\d/.-]*|\d+\s+tuổi|\d+[/-][\d/-]*")
)
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
            found.append(Spoken(expression, role, sentence, initial, adjoining, expression.start < opens_before))
            floor = expression.end
    return found


def _role(article: Article, floor: int, sentence_end: int, expression: Expression) -> tuple[PeriodRole | None, bool]:
    """What the cue words between ``floor`` and the period say, and whether the last of them adjoins it."""
    start = expression.start
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


def is_review(article: Article, opening: Opening) -> bool:
    """Whether the headline or the lead names a review or work that is reviewed."""
    title = opening.title_line
    spans = [(title.start, title.end)] if title else []
    spans += [(s.start, s.end) for s in opening.lead]
    return any(article.anchors_in("work_topic", start, end) for start, end in spans)


def choose_reported(article: Article, opening: Opening, spoken: list[Spoken]) -> Spoken | None:
    """The period whose results the article reports."""
    opening_periods = _of_opening(opening, spoken)
    review = is_review(article, opening)
    # What the headline and the first sentence are about comes before what a later one reviews ("ba tháng qua").
    for one in opening_periods:
        if one.role == "reported" or (review and _is_named(one) and is_topic(opening, one)):
            return None if one.expression.unit == "term" else one
    if not review:
        return _told_of(article, opening, spoken)
    for one in opening_periods:
        if _is_named(one):
            return one
    for one in _of_body(article, opening, spoken, _FALLBACK_SENTENCES):
        if one.initial and one.role in (None, "reported") and _is_whole(one.expression):
            return one
    return None


def _is_named(one: Spoken) -> bool:
    return one.role is None and _is_whole(one.expression) and not one.expression.bare


def is_topic(opening: Opening, one: Spoken) -> bool:
    """Whether a period stands in the headline or the first sentence."""
    return not opening.lead or one.sentence.start <= opening.lead[0].start


def _told_of(article: Article, opening: Opening, spoken: list[Spoken]) -> Spoken | None:
    """The period that news which is no review opens a sentence with and gives counts for ("Năm 2016, … 394 cuộc")."""
    for one in _of_body(article, opening, spoken, _NEWS_SENTENCES):
        e = one.expression
        if one.initial and one.role in (None, "reported") and _is_whole(e) and not e.bare:
            rest = article.low[e.end : one.sentence.end]
            if _COUNT.search(_NO_COUNT.sub("", rest)):
                return one
    return None


def choose_planned(article: Article, opening: Opening, spoken: list[Spoken], said: Spoken | None) -> Spoken | None:
    """The period that tasks are set for."""
    for one in _of_opening(opening, spoken):
        e = one.expression
        if one.role == "planned" and e.unit != "term" and _is_plan(one) and (said is None or _is_after(e, said)):
            return one
    title = opening.title_line
    after = title.end if title else 0
    candidates = [
        one
        for one in spoken
        if one is not said
        and one.sentence.start >= after
        and one.role not in ("base", "reported")
        and one.expression.unit != "term"
        and _is_plan(one)
        and ((one.initial and said is not None) or (one.role == "planned" and one.adjoining))
        and _is_after(one.expression, said)
    ]
    # A plan is as long as what is reported: five years after five years, a year after a year.
    plan = min(candidates, key=lambda one: _is_span(one) != _is_span(said), default=None)
    return plan or (_whole_year(said, spoken) if said else None)


def _whole_year(said: Spoken, spoken: list[Spoken]) -> Spoken | None:
    """ "kết quả quý I và nhiệm vụ trọng tâm năm 2026": early in a year the plan beside the report is the year's."""
    if said.expression.unit not in ("month", "quarter", "months") or said.expression.last > _EARLY:
        return None
    return next(
        (
            one
            for one in spoken
            if one.sentence == said.sentence
            and one.role == "planned"
            and one.adjoining
            and one.expression.unit == "year"
            and one.expression.until is None
            and one.expression.year is not None
            and said.expression.year in (None, one.expression.year)
        ),
        None,
    )


def is_of_own_year(said: Spoken, plan: Spoken) -> bool:
    """Whether the plan is of the very year of whose first months the report is."""
    return plan.expression.unit == "year" and said.expression.unit != "year" and said.expression.last <= _EARLY


def _is_span(one: Spoken | None) -> bool:
    return one is not None and one.expression.until is not None


def _is_plan(one: Spoken) -> bool:
    return one.expression.until is None or one.initial or one.adjoining


def _is_whole(expression: Expression) -> bool:
    return expression.unit in ("year", "quarter", "month", "months") and expression.shift in (None, 0)


def _is_after(expression: Expression, said: Spoken | None) -> bool:
    """Whether a period can come after the one reported, as far as the words tell."""
    if said is None or expression.unit == "rest" or expression.shift == 1:
        return expression.shift != 0
    mine = said.expression
    if expression.now:
        return mine.unit == "year" and mine.shift == 0  # "năm qua …, năm nay …"
    if expression.shift is not None:
        return False
    follows = expression.first > mine.last or (mine.last == 12 and expression.first == 1)
    if expression.year is None:
        return follows and expression.unit != "year"
    year = mine.final_year
    return follows if year is None else (expression.year, expression.first) > (year, mine.last)


def _of_opening(opening: Opening, spoken: list[Spoken]) -> list[Spoken]:
    starts = {s.start for s in opening.lead}
    title = opening.title_line
    return [
        one
        for one in spoken
        if one.sentence.start in starts or (title and title.start <= one.sentence.start < title.end)
    ]


def _of_body(article: Article, opening: Opening, spoken: list[Spoken], reach: int) -> list[Spoken]:
    """The periods in the first ``reach`` sentences below the headline."""
    after = opening.title_line.end if opening.title_line else 0
    sentences = [s.start for s in article.sentences if s.start > after][:reach]
    return [one for one in spoken if sentences and after < one.sentence.start <= sentences[-1]]
