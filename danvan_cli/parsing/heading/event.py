"""The meeting or occasion that the article reports: what kind, when, who held it, where."""

from __future__ import annotations

import re

from danvan_cli.lexicon import fold
from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading.opening import Opening
from danvan_cli.parsing.heading.reporting import Reporting
from danvan_cli.record import Event, EventKind

_PLACE = re.compile(
    fold(
        r"\btại\s{1,3}(?!(?:buổi|cuộc|phiên|lễ|đây|đó|các|nhiều)\b)((?:t[px]\.?\s{0,2})?[^,.;:()]{3,70}?)"
        r"(?=\s{0,3}[,.;:()]|\s{1,3}(?:do|đã|diễn ra|với|dưới|để|có|đồng chí)\b)"
    )
)
_LONGEST_HOLDER, _HOLDER_REACH = 120, 320
_OTHER_VERB = re.compile(
    r"\s(?:đã|chỉ đạo|cho biết|yêu cầu|giao|dẫn đầu|được|chủ trì|tham mưu|tập trung|tiếp tục|phát biểu|nói|ban hành)\s"
)
_ADVERB = re.compile(r"(?:\s{1,3}(?:đã|vừa|sẽ|cùng|trang trọng|long trọng))+$")
_REMARK = re.compile(r"\s{0,3}\([^()]{2,40}\)\s{0,3}(?:đã\s{0,3})?$")
_SUBJECT_START = re.compile(r"[,:]\s+|\s-\s*|-\s|(?<=\s)do\s+")
_BY = re.compile(r"\sdo\s")
# "(VLO) Ban Dân vận", "* Sáng".
_MARK = re.compile(r"\W{0,3}\([^()]{1,20}\)\s*-?\s*")
_NOUN_BEFORE = re.compile(fold(r"\b(?:cuộc|buổi|phiên|kỳ|các|những|mọi|mỗi|một số|ban|công tác|hệ thống)\s+$"))
_NOUN_AFTER = re.compile(fold(r"\s+(?:chính trị|đoàn thể|đảng|cơ sở|xã hội|thành viên|tôn giáo|quần chúng)\b"))
_NOUN_REACH = 12
_PLACE_WORD = 14


def read_event(article: Article, opening: Opening, reporting: Reporting) -> Event:
    """The event of the article; its fields are ``None`` where the article names none."""
    dated = reporting.event
    return Event(
        kind=_kind(article, opening, reporting),
        date=reporting.event_day.isoformat() if reporting.event_day else None,
        date_text=article.text[dated.start : dated.end] if dated else None,
        part_of_day=dated.part_of_day if dated else None,
        organizer=_organizer(article, opening),
        place=_place(article, opening),
    )


def _kind(article: Article, opening: Opening, reporting: Reporting) -> EventKind:
    title = opening.title_line
    spans = [(title.start, title.end)] if title else []
    spans += [(s.start, s.end) for s in opening.lead[:2]]
    words = [anchor.value for start, end in spans for anchor in article.anchors_in("event_word", start, end)]
    for kind in ("annual_review", "interim_review", "briefing"):
        if kind in words:
            return kind
    if any(a.value == "visit" for start, end in spans[:2] for a in article.anchors_in("event_word", start, end)):
        return "visit"
    if reporting.reported and reporting.reviews:
        first, last = reporting.reported.start, reporting.reported.end
        whole = first.endswith("-01-01") and last.endswith("-12-31")
        return "annual_review" if whole else "interim_review"
    return "visit" if "visit" in words else "other"


def _organizer(article: Article, opening: Opening) -> str | None:
    """Who holds the event: the words between the date and the verb of holding, or after "do", if a body is there."""
    for sentence in opening.lead[:2]:
        after = sentence.start
        for verb in article.anchors_in("held", sentence.start, sentence.end):
            if not _acts(article, verb) or (after > sentence.start and not _BY.search(article.low, after, verb.start)):
                continue
            mark = _MARK.match(article.plain, sentence.start, verb.start)
            begin = max(mark.end() if mark else sentence.start, verb.start - _HOLDER_REACH)
            remark = _REMARK.search(article.plain, begin, verb.start)
            holder = _subject(article, begin, remark.start() if remark else verb.start)
            if holder:
                return holder
            after = verb.end
    return None


def _acts(article: Article, verb: Anchor) -> bool:
    """Whether "tổ chức" is the verb: not in "các tổ chức", "tổ chức chính trị - xã hội", "Ban Tổ chức"."""
    return not (
        _NOUN_BEFORE.search(article.low, max(0, verb.start - _NOUN_REACH), verb.start)
        or _NOUN_AFTER.match(article.low, verb.end)
    )


def _subject(article: Article, start: int, end: int) -> str | None:
    """The body named right before the verb at ``end``: back to the last comma, or to the one before where only the
    body's place stands behind that ("UBND Quận 1, TP. Hồ Chí Minh").
    """
    cuts = _SUBJECT_START.finditer(article.plain, start, end)
    begins = [start, *(m.end() for m in cuts if _is_outside_brackets(article.plain, start, m.end()))]
    for begin in reversed(begins[-2:]):
        name = _ADVERB.sub("", article.text[begin:end].strip())
        stop = begin + len(name)
        bodies = [a for kind in ("body", "organization") for a in article.anchors_in(kind, begin, stop)]
        if not bodies and article.anchors_in("place_type", begin, min(stop, begin + _PLACE_WORD)):
            continue
        fits = 0 < len(name) <= _LONGEST_HOLDER and not _OTHER_VERB.search(f"{name} ")
        person = any(article.anchors.at(kind, begin) for kind in ("honorific", "honorific_plural", "role"))
        return name if fits and bodies and not person else None
    return None


def _is_outside_brackets(plain: str, start: int, at: int) -> bool:
    return plain.count("(", start, at) == plain.count(")", start, at)


def _place(article: Article, opening: Opening) -> str | None:
    """Where: what follows the first "tại" of the lead that is no meeting ("phát biểu tại hội nghị")."""
    for sentence in opening.lead[:1]:
        for match in _PLACE.finditer(article.low, sentence.start, sentence.end):
            if article.anchors.at("event_noun", match.start(1)) is None:
                return article.text[match.start(1) : match.end(1)].strip()
    return None
