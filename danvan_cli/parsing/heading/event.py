"""The meeting or occasion that the article reports: what kind, when, who held it, where."""

from __future__ import annotations

import re

from danvan_cli.lexicon import fold
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading.opening import Opening
from danvan_cli.parsing.heading.reporting import Reporting
from danvan_cli.record import Event, EventKind

_PLACE = re.compile(
    fold(r"\btại\s{1,3}([^,.;:()]{3,70}?)(?=\s{0,3}[,.;:()]|\s{1,3}(?:do|đã|diễn ra|với|dưới|để|có|đồng chí)\b)")
)
_LONGEST_HOLDER = 120
_OTHER_VERB = re.compile(r"\s(?:đã|chỉ đạo|cho biết|yêu cầu|giao|dẫn đầu|được|chủ trì)\s")
_ADVERB = re.compile(r"(?:\s{1,3}(?:đã|vừa|sẽ|cùng|trang trọng|long trọng))+$")
_REMARK = re.compile(r"\s{0,3}\([^()]{2,40}\)\s{0,3}(?:đã\s{0,3})?$")
_SUBJECT_START = re.compile(r"[,:)-]\s*")


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
    if reporting.reported:
        first, last = reporting.reported.start, reporting.reported.end
        whole = first.endswith("-01-01") and last.endswith("-12-31")
        return "annual_review" if whole else "interim_review"
    return "visit" if "visit" in words else "other"


def _organizer(article: Article, opening: Opening) -> str | None:
    """Who holds the event: the words between the date and the verb of holding, if a body is among them."""
    for sentence in opening.lead[:2]:
        for verb in article.anchors_in("held", sentence.start, sentence.end):
            remark = _REMARK.search(article.plain, sentence.start, verb.start)
            end = remark.start() if remark else verb.start
            segment = article.plain[sentence.start : end]
            begin = sentence.start + max((m.end() for m in _SUBJECT_START.finditer(segment)), default=0)
            name = _ADVERB.sub("", article.text[begin:end].strip())
            acts = _OTHER_VERB.search(name) or len(name) > _LONGEST_HOLDER
            bodies = (article.anchors_in(kind, begin, begin + len(name)) for kind in ("body", "organization"))
            if not acts and any(bodies):
                return name
            break
    return None


def _place(article: Article, opening: Opening) -> str | None:
    """Where: what follows the first "tại" of the lead that is no meeting ("phát biểu tại hội nghị")."""
    for sentence in opening.lead[:1]:
        for match in _PLACE.finditer(article.low, sentence.start, sentence.end):
            if article.anchors.at("event_noun", match.start(1)) is None:
                return article.text[match.start(1) : match.end(1)].strip()
    return None
