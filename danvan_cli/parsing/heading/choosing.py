"""Which of the periods that an article names is the one reported, and which the one planned.

What the headline and the first sentences are about comes before what a later one tells. A period that no word calls
reported or planned is the one reported where a review is held, and elsewhere where a sentence opens with it and counts.
"""

from __future__ import annotations

import re

from danvan_cli.lexicon import fold
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading.opening import Opening
from danvan_cli.parsing.heading.spoken import Spoken
from danvan_cli.parsing.heading.year_evidence import latest_year
from danvan_cli.parsing.periods import Expression

_FALLBACK_SENTENCES, _NEWS_SENTENCES = 14, 8
"""How far below the headline a report, and other news, names the period that its figures are of."""
_EARLY = 5
"""The last month of a report that may go with the plan of its whole year."""
_COUNT = re.compile(r"(?<![\d./-])\d[\d.,]*\s?(?:%|[^\W\d_]{2,})")
# "ngày 5", "26/12", "Nghị quyết số 25-NQ/TW", "năm 2016" count nothing.
_NO_COUNT = re.compile(
    fold(
        r"\b(?:ngày|tháng|năm|quý|số|khóa|thứ|quận|điều|khoản|văn bản|công văn|tờ trình|quyết định)\s+\d[\d/.-]*"
        r"|\d+\s+tuổi|\d+[/-][\d/-]*"
    )
)
_AFTER = re.compile(fold(r"\b(?:sau|qua|trong)\s+$"))
# "sau 6 tháng thực hiện Chỉ thị …"
_UNDERTAKING = re.compile(
    fold(r"\s+(?:triển khai|thực hiện|thi hành|vận hành|hoạt động|thí điểm|xây dựng|kể từ|đi vào|ra|thi|tù)")
)
_ACCOUNTED = (3, 6, 9, 10, 11)
"""Months after which bodies account for the year so far."""
# "Năm 2019, công tác dân vận …": a report; "Năm 2019, vụ việc được xem lại": a story.
_WORK = re.compile(
    fold(r"\b(?:công tác|hệ thống|cấp ủy|các cấp|kết quả|nhiệm vụ|phong trào|mặt trận|toàn (?:tỉnh|huyện|xã))\b")
)
_SHORTEST, _LONGEST = 24, 370
"""Days of a period that is given by its first and last day."""
_WITHIN, _WITHIN_REACH = re.compile(fold(r"\b(?:trong|riêng|của|qua)\s+$")), 8
# "Năm 2017, trường sẽ tuyển 300 sinh viên": what is to come is no result.
_NOT_YET = re.compile(fold(r"[^.;]{0,60}?\b(?:sẽ|dự kiến|phấn đấu|mới thực hiện|cần|phải)\b"))


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
    recent = latest_year(article) - 1
    # What the headline and the first sentence are about comes before what a later one reviews ("ba tháng qua").
    for one in opening_periods:
        if is_topic(opening, one) and _is_after_months(article, one):
            return one
        if one.role == "reported" or (review and _is_named(one, recent) and is_topic(opening, one)):
            return None if one.expression.unit == "term" else one
    if not review:
        return _told_of(article, opening, spoken, recent) or _of_days(article, opening, spoken, recent)
    for one in opening_periods:
        if _is_named(one, recent) and not _is_narrated(article, one) and (not one.initial or _tells(article, one)):
            return one
    for one in _of_body(article, opening, spoken, _FALLBACK_SENTENCES):
        whole = one.role in (None, "reported") and _is_whole(one.expression) and _is_recent(one, recent)
        if one.initial and whole and (one.role or _tells(article, one)) and not _is_narrated(article, one):
            return one
    return _of_days(article, opening, spoken, recent)


def _of_days(article: Article, opening: Opening, spoken: list[Spoken], recent: int) -> Spoken | None:
    """The days that figures are of, as petitions are reported: "từ ngày 15/12/2024 đến ngày 14/6/2025, … tiếp 49 lượt".

    Some weeks at least, for a campaign has days too, and a year at most.
    """
    for one in _of_body(article, opening, spoken, _FALLBACK_SENTENCES):
        days = one.expression.days
        if days is None or one.role not in (None, "reported", "other") or not _is_recent(one, recent):
            continue
        rest = article.low[one.expression.end : one.sentence.end]
        length = (days[1] - days[0]).days
        if _SHORTEST <= length <= _LONGEST and not _NOT_YET.match(rest) and _COUNT.search(_NO_COUNT.sub("", rest)):
            return one
    return None


def _is_named(one: Spoken, recent: int) -> bool:
    e = one.expression
    return one.role is None and _is_whole(e) and not e.bare and not one.moment and _is_recent(one, recent)


def _is_after_months(article: Article, one: Spoken) -> bool:
    """ "Kết quả sau 9 tháng", "Sau 6 tháng, quận đã …": months of the year, not of some undertaking."""
    e = one.expression
    before = article.low[max(one.sentence.start, e.start - _WITHIN_REACH) : e.start]
    return (
        e.bare
        and e.unit == "months"
        and e.first == 1
        and e.last in _ACCOUNTED
        and one.role in (None, "reported")
        and bool(_AFTER.search(before))
        and not _UNDERTAKING.match(article.low, e.end, one.sentence.end)
    )


def _is_recent(one: Spoken, recent: int) -> bool:
    """Whether a period ends in ``recent`` or later, as far as it says: what lies further back is history."""
    year = one.expression.final_year
    return year is None or year >= recent


def _tells(article: Article, one: Spoken) -> bool:
    """Whether the sentence behind a period counts something or speaks of the work of a body."""
    rest = article.low[one.expression.end : one.sentence.end]
    return bool(_COUNT.search(_NO_COUNT.sub("", rest)) or _WORK.search(rest))


def _is_narrated(article: Article, one: Spoken) -> bool:
    """ "Tháng 9/2015, chị Hoa được ký hợp đồng" tells when something happened; "Trong tháng 9/2015" what was done."""
    before = article.low[max(one.sentence.start, one.expression.start - _WITHIN_REACH) : one.expression.start]
    return one.expression.unit == "month" and one.expression.shift is None and not _WITHIN.search(before)


def is_topic(opening: Opening, one: Spoken) -> bool:
    """Whether a period stands in the headline or the first sentence."""
    return not opening.lead or one.sentence.start <= opening.lead[0].start


def _told_of(article: Article, opening: Opening, spoken: list[Spoken], recent: int) -> Spoken | None:
    """The period that news which is no review opens a sentence with and gives counts for ("Năm 2016, … 394 cuộc")."""
    for one in _of_body(article, opening, spoken, _NEWS_SENTENCES):
        e = one.expression
        if one.initial and one.role in (None, "reported") and _is_whole(e) and not e.bare:
            rest = article.low[e.end : one.sentence.end]
            if _is_narrated(article, one) or not _is_recent(one, recent) or _NOT_YET.match(rest):
                continue
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
        and (
            (said is not None and (one.initial or one.expression.unit == "rest"))
            or _is_set(one)
            or _is_demanded(article, one, said)
        )
        and _is_after(one.expression, said)
    ]
    # A plan is as long as what is reported: five years after five years, a year after a year.
    plan = min(candidates, key=lambda one: _is_span(one) != _is_span(said), default=None)
    return plan or (_whole_year(said, spoken) if said else None)


def _is_demanded(article: Article, one: Spoken, said: Spoken | None) -> bool:
    """ "Kết luận, ông A đề nghị các xã quý II tập trung …": somebody demands work for the period right behind."""
    if said is None or one.role not in (None, "planned") or one.expression.bare:
        return False
    mine, next_ = said.expression, one.expression
    behind = (
        next_.unit == mine.unit and next_.first == mine.last % 12 + 1 and mine.unit in ("quarter", "month", "months")
    )
    demands = article.anchors_in("task_directive", one.sentence.start, next_.start)
    return behind and any(demand.value == "order" for demand in demands)


def _is_set(one: Spoken) -> bool:
    return one.role == "planned" and one.adjoining


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
