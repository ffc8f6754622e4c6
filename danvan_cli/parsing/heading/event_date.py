"""The day of the event among all the days that an article names.

Days of documents ("Nghị quyết số 25-NQ/TW ngày 03/6/2013"), anniversaries, birthdays, deadlines and days to come are
not it. The lead names the event's day; where it says only "sáng nay", the day is the day of the page.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from danvan_cli.lexicon import fold
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.dates import DateMention, Day, dates_in, latest
from danvan_cli.parsing.heading.lunar import FIRST_YEAR
from danvan_cli.parsing.heading.opening import Opening
from danvan_cli.parsing.sentences import Sentence
from danvan_cli.record import PartOfDay

# "hoạt động từ ngày 1/7/2025"
_SINCE = re.compile(r"(?<!\w)từ (?:ngày )?$")
_BEFORE = 60
_NEAR, _FUTURE_REACH = 16, 34
_PHRASE_REACH = 120
"""Characters from "sẽ" over the verbs that it rules to a day that "vào" joins to them."""
_HEAD = 60
_LONGEST_EVENT = 15
_OPENING, _FRESH = 24, 4
"""Characters that a paragraph opens with a day in, and days that such news is old at most."""
_NUMBER_REACH = 40
# "25-NQ/TW, ngày", "09/2008/QĐ-UBND ngày", "110-NQ/TU ký ngày".
_PAPER_NUMBER = re.compile(r"\d[\d/]*\s?[-/]\s?[A-ZĐ]{2,}[\w/-]*\s?,?\s(?:ký\s)?ngày\s$")
_DAY_WORD = re.compile(r"\bngày\s+$")
_TODAY = re.compile(
    fold(
        r"(?:^|[-:(]\s*|^\S{2,20}\s*-\s*)(?:vào\s+)?(sáng|trưa|chiều|tối|hôm)\s+(nay|qua)(?!\w)|(?<!\w)hôm\s+(nay|qua)(?!\w)"
    )
)
_AT = re.compile(r"\btại\s+(?:buổi\s+|cuộc\s+)?$")
_BESIDE = re.compile(r"\s?(?:-|,|và|đến)\s(?:[^\d,;.:]{1,30}\s)?$")
_CLAUSE_END = re.compile(r"[,;.:]")
# "sẽ họp, thảo luận và trình ra hội nghị vào ngày 22/6", not "sẽ …, đã họp vào ngày 22/6".
_ON = re.compile(r"\bvào (?:(?:sáng|trưa|chiều|tối|hôm) )?(?:ngày )?$")
_NO_MORE_TO_COME = re.compile(r"[.;:()]|\b(?:đã|vừa)\s")
# "Sau khi báo chí ngày 14/6 đưa tin, ngày 15/6, sở …", "Trước đó, ngày 3/6, …": what was before.
_BACKGROUND = re.compile(fold(r"[\s*-]*(?:(?:trước|sau) khi\s[^,.;:]{0,80}|trước (?:đó|đây)\b.{0,80})$"))
# "phiên chất vấn của HĐND diễn ra sáng nay 5-7", "ông … thừa nhận trưa 4-7".
_HAPPENS = re.compile(
    r"\b(?:(?:diễn ra|khai mạc|bế mạc|được tổ chức)(?: vào)?|(?:sáng|trưa|chiều|tối)(?: nay| qua)?,?) \(?$"
)
_HAPPENS_REACH = 34
_AT_MEETING = re.compile(r"[\s),]{1,3}tại\s")
_AFTER_ENDING = re.compile(r"[\s*-]*sau khi\s")
# "Ngày 7/7, đoàn …", "Vào sáng ngày 7/7, …"
_OPENS_WITH_DAY = re.compile(r"\W*(?:(?:vào|sáng|trưa|chiều|tối|hôm|nay|qua|ngày)[\s,(]*){0,4}$")
_PARTS: dict[str, PartOfDay] = {"morning": "morning", "afternoon": "afternoon", "evening": "evening"}


class EventDate(NamedTuple):
    """The words that say when: a day, or how many days before the page's own (``ago``)."""

    start: int
    end: int
    day: Day | None
    ago: int
    part_of_day: PartOfDay | None


def find_event_date(article: Article, opening: Opening) -> EventDate | None:
    """The first day named in the lead, then in the headline, that can be the event's."""
    for i, sentence in enumerate(opening.lead):
        if i > 1 and sentence.start > sentence.line.start:
            # The third sentence of a paragraph tells of other days, unless it opens with one or says "tại hội nghị …".
            found = _of_opening(article, sentence) or _of_meeting(article, sentence)
            if found:
                return found
            continue
        # Beyond the first sentence a day deep inside one is some other day, unless the sentence is about a meeting.
        meets = i == 0 or article.anchors_in("event_noun", sentence.start, sentence.end)
        reach = sentence.end if meets else min(sentence.end, sentence.start + _HEAD)
        found = _in(article, sentence.start, reach) or _relative(article, sentence) or _happening(article, sentence)
        if found:
            return found
    title = opening.title_line
    found = _in(article, title.start, title.end) if title else None
    return found or _before_event(article, opening.lead[:2]) or _of_body(article)


def find_day_before_page(article: Article, page: date) -> EventDate | None:
    """The day that a paragraph opens with ("Ngày 26/1, …"), if the page came out on it or a few days later.

    Where headline and lead name no day, that is what brought the news.
    """
    for sentence in article.sentences:
        if sentence.caption or sentence.start > sentence.line.start:
            continue
        found = _in(article, sentence.start, min(sentence.end, sentence.start + _OPENING))
        day = latest(found.day, page, slack=0) if found and found.day else None
        if found and found.day and day and day.year == (found.day.year or day.year) and (page - day).days <= _FRESH:
            return found
    return None


def _of_body(article: Article) -> EventDate | None:
    """The day of the meeting that a paragraph opens with ("Ngày 4/12, tại cuộc họp giao ban, …")."""
    for sentence in article.sentences:
        if sentence.caption or sentence.start > sentence.line.start:
            continue
        found = _of_opening(article, sentence)
        if found and _AT_MEETING.match(article.low, found.end, sentence.end):
            noun = article.anchors_in("event_noun", found.end, min(sentence.end, found.end + _NEAR * 2))
            if noun:
                return found
    return None


def _before_event(article: Article, lead: tuple[Sentence, ...]) -> EventDate | None:
    """ "Sau khi kết thúc phiên họp sáng 23/5, đoàn đã bầu …": the only day named is the event's too."""
    for sentence in lead:
        after = _AFTER_ENDING.match(article.low, sentence.start, sentence.end)
        found = _in(article, after.end(), sentence.end) if after else None
        if found:
            return found
    return None


def _of_opening(article: Article, sentence: Sentence) -> EventDate | None:
    """The day that a sentence opens with."""
    found = _in(article, sentence.start, min(sentence.end, sentence.start + _HEAD))
    opens = found and _OPENS_WITH_DAY.match(article.low, sentence.start, found.start)
    return found if opens else None


def _happening(article: Article, sentence: Sentence) -> EventDate | None:
    """The day, deep in a sentence, on whose morning something took place, or that stands between commas."""
    found = _in(article, sentence.start, sentence.end)
    if found is None:
        return None
    before = max(sentence.start, found.start - _HAPPENS_REACH)
    between = article.low.endswith(", ", before, found.start) and article.low.startswith(",", found.end)
    return found if between or _HAPPENS.search(article.low, before, found.start) else None


def _of_meeting(article: Article, sentence: Sentence) -> EventDate | None:
    """The day that a sentence gives for the meeting that it cites ("phát biểu tại hội nghị … ngày 10/7")."""
    for noun in article.anchors_in("event_noun", sentence.start, sentence.end):
        if _AT.search(article.low, max(sentence.start, noun.start - _NEAR), noun.start):
            return _in(article, noun.end, sentence.end)
    return None


def _in(article: Article, start: int, end: int) -> EventDate | None:
    to_come = -1
    for mention in dates_in(article.low, start, end):
        beside = to_come >= 0 and _BESIDE.match(article.low[to_come : mention.start])
        if beside or _is_to_come(article, mention, start):
            to_come = mention.end  # "sẽ mở hội ngày 10/3 và kết thúc ngày 13/3"
            continue
        if _is_another(article, mention, start):
            continue
        word = _DAY_WORD.search(article.low, max(start, mention.start - 6), mention.start)
        begin = word.start() if word else mention.start
        return EventDate(begin, mention.end, mention.first, 0, _part_of_day(article, begin, start))
    return None


def _is_to_come(article: Article, mention: DateMention, start: int) -> bool:
    """Whether "sẽ" or "dự kiến" rules a date, a verb or two between them, or more of them and then "vào"."""
    words = article.anchors_in("other_day", max(start, mention.start - _PHRASE_REACH), mention.start)
    ahead = [word for word in words if word.value == "future"]
    if not ahead:
        return False
    if _ON.search(article.low, ahead[-1].end, mention.start):
        return not _NO_MORE_TO_COME.search(article.low, ahead[-1].end, mention.start)
    near = mention.start - ahead[-1].start <= _FUTURE_REACH
    return near and not _CLAUSE_END.search(article.plain, ahead[-1].end, mention.start)


def _is_another(article: Article, mention: DateMention, start: int) -> bool:
    """Whether the words before a date make it the day of a document, an anniversary, a deadline, a day to come."""
    first, last = mention.first.on_calendar(), mention.last.on_calendar()
    if first and last and ((last - first).days > _LONGEST_EVENT or last.year < FIRST_YEAR):
        return True
    if _BACKGROUND.match(article.low, start, mention.start):
        return True
    if first == last and _SINCE.search(article.low, max(start, mention.start - _NEAR), mention.start):
        return True
    near = article.anchors_in("other_day", max(start, mention.start - _NEAR), mention.start)
    if near and (near[-1].value == "birth" or not _CLAUSE_END.search(article.plain, near[-1].end, mention.start)):
        return True
    if is_of_paper(article, mention, start):
        return True
    bracket = article.plain.rfind("(", max(start, mention.start - _BEFORE), mention.start)
    closed = article.plain.find(")", bracket, mention.start) if bracket >= 0 else -1
    # "(Báo A ngày 18-5 đã đưa tin)" is told of another day; "sáng nay (26/12)" and "(ngày 26/12)" are the day itself.
    return bracket >= 0 and closed < 0 and mention.start - bracket > len("(sáng ngày ")


def is_of_paper(article: Article, mention: DateMention, start: int = 0) -> bool:
    """Whether a date, in words that begin at ``start``, is that of a resolution, a decision, a letter."""
    if _PAPER_NUMBER.search(article.plain, max(start, mention.start - _NUMBER_REACH), mention.start):
        return True
    papers = article.anchors_in("dated_document", max(start, mention.start - _BEFORE), mention.start)
    return bool(papers) and not _CLAUSE_END.search(article.plain, papers[-1].end, mention.start)


def _part_of_day(article: Article, begin: int, start: int) -> PartOfDay | None:
    words = article.anchors_in("part_of_day", max(start, begin - _NEAR), begin)
    return _PARTS[words[-1].value] if words else None


def _relative(article: Article, sentence: Sentence) -> EventDate | None:
    """ "Sáng nay", "hôm qua": the day of the page, or the one before."""
    head = article.low[sentence.start : min(sentence.end, sentence.start + 60)]
    match = _TODAY.search(head)
    if match is None:
        return None
    start = sentence.start + (match.start(1) if match[1] else match.start())
    end = sentence.start + match.end()
    ago = 0 if (match[2] or match[3]) == "nay" else 1
    words = article.anchors_in("part_of_day", start, end)
    return EventDate(start, end, None, ago, _PARTS[words[0].value] if words else None)
