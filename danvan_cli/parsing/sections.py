"""Which part of a report a sentence belongs to: what was done, what fell short, what is to be done."""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

from danvan_cli.document import Line
from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.leadins import find_work
from danvan_cli.parsing.phrases import anchor_at, list_mark, skip, skip_mark
from danvan_cli.parsing.sentences import Sentence
from danvan_cli.parsing.timeline import Timeline

SectionKind = Literal["opening", "results", "shortcomings", "lessons", "tasks", "speech", "other"]

_LONGEST_HEADING = 140
_LONGEST_BARE_HEADING = 80
_SAYS = frozenset(["là", "của", "không", "đã", "được", "cho", "cần", "phải", "do", "mà", "sẽ", "có"])
"""Words of sentences and of titles, which a heading that names a part of a report has not."""
_NEAR_START = 40
_OPENING = 70
_LONGEST_LEAD = 400
_BODY_TO_LEAD = 3
_NEAR_NOUN = 60
_COUNT_WITHIN = 12
# "năm" is as a rule the year.
_COUNTS = frozenset(["hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười", "số"])
_SOME = ("các", "những", "một số")


class Section(NamedTuple):
    """A run of text of one kind."""

    start: int
    end: int
    kind: SectionKind


def read_sections(article: Article, heading: Heading) -> list[Section]:
    """The sections of an article in order of text; together they cover its sentences.

    A heading ("II. NHIỆM VỤ TRỌNG TÂM") rules what is below it up to the next; without headings each sentence tells.
    """
    timeline = Timeline(article, heading)
    opening = {heading.title_line, _lead(article, heading)}
    sections: list[Section] = []
    kind: SectionKind = "opening"
    under: SectionKind | None = None
    listing = False
    for sentence in article.sentences:
        if sentence.caption or sentence.line in opening:
            _add(sections, sentence, "other" if sentence.caption else "opening")
            continue
        named = heading_kind(article, sentence.line)
        if named:
            kind = under = named
            listing = named == "tasks"
            _add(sections, sentence, kind)
            continue
        if kind == "tasks" and skip_mark(article, sentence.start, sentence.end) >= sentence.end:
            listing = True  # the number of an item in running text
        elif listing and _is_item(article, sentence):
            kind = "tasks"
        elif under in ("shortcomings", "lessons"):
            kind = under
        elif under == "results":
            short = shortcoming_cue(article, sentence.start, sentence.end, elsewhere=False)
            kind = under if short is None else "shortcomings"
        else:
            kind, listing = _classify(article, heading, timeline, sentence, kind)
        _add(sections, sentence, kind)
    return sections


def _lead(article: Article, heading: Heading) -> Line | None:
    """The short paragraph below the title, which only says beforehand what the one long one below it says in full."""
    title = heading.title_line
    below = [line for line in article.body if title and line.start > title.start][:2]
    lengths = [line.end - line.start for line in below]
    if len(below) < 2 or lengths[0] > _LONGEST_LEAD or lengths[1] < _BODY_TO_LEAD * lengths[0]:
        return None
    lead = below[0]
    announces = article.low[lead.end - 1] == ":" or list_mark(article, lead.start, lead.end)
    return None if announces or heading_kind(article, lead) else lead


def heading_kind(article: Article, line: Line) -> SectionKind | None:
    """The part of a report that ``line`` names ("II. NHIỆM VỤ TRỌNG TÂM", "Phương hướng, nhiệm vụ"), if any."""
    if line.end - line.start > _LONGEST_HEADING or article.low[line.end - 1] in ".;,":
        return None
    at = skip(article.low, line.start, line.end, "ivx0123456789.)-: ")
    numbered = at > line.start
    shouted = article.plain[line.start : line.end].isupper()
    cue = anchor_at(article, "section_heading", at)
    if cue is None or not (numbered or shouted or _names_a_part(article, cue, line.end)):
        return None
    return cast("SectionKind", cue.value)


def _names_a_part(article: Article, cue: Anchor, end: int) -> bool:
    """Whether a line without a number says no more than which part begins: "Nhiệm vụ trọng tâm 6 tháng cuối năm"."""
    if cue.value != "tasks" or end - cue.start > _LONGEST_BARE_HEADING:
        return False
    rest = article.low[cue.end : end].rstrip(" :")
    return not _SAYS & set(rest.split()) and ":" not in rest


def _is_item(article: Article, sentence: Sentence) -> bool:
    """Whether the sentence stands in an item of a list, or is one itself ("Thứ nhất, …")."""
    marked = anchor_at(article, "task_mark", sentence.start) is not None
    return marked or list_mark(article, sentence.line.start, sentence.line.end)


def _classify(
    article: Article, heading: Heading, timeline: Timeline, sentence: Sentence, before: SectionKind
) -> tuple[SectionKind, bool]:
    """The kind of a sentence after one of kind ``before``, and whether it announces a list on the lines below."""
    start, end = sentence.start, sentence.end
    at = skip(article.low, skip_mark(article, start, end), end)
    short = shortcoming_cue(article, start, end, elsewhere=heading.reported_period is None)
    work = find_work(article, heading, timeline, start, end, before == "tasks", before == "speech")
    if short is not None and short <= at + _NEAR_START and (work is None or work.directive is None):
        return "shortcomings", False
    if article.anchors_in("section_lesson", start, min(end, start + _OPENING)):
        return "lessons", False
    if work:
        listed = bool(article.anchors_in("task_mark", start, end))
        return "tasks", listed or article.low[end - 1] == ":" or work.start >= work.end
    counted = announces_count(article, timeline, start, end)
    if counted:
        return counted, True
    if short is not None:
        return "shortcomings", False
    if article.anchors_in("task_directive", start, end) and article.anchors_in("task_leader", start, end):
        return "speech", False
    frames = timeline.between(start, min(end, start + _OPENING))
    told = article.anchors_in("section_report", start, min(end, start + _OPENING))
    if (frames and not frames[0].future) or told:
        return "results", False
    if anchor_at(article, "section_event", at):
        return "other", False
    if before == "tasks" and any(modal.value == "must" for modal in article.anchors_in("task_modal", start, end)):
        return "speech", False  # what must be, said between demands
    amiss = any(cue.value == "mark" for cue in article.anchors_in("section_shortcoming", start, end))
    if before == "tasks" or (before == "shortcomings" and not amiss):
        return "other", False
    if before == "opening" and " đã " in article.low[start:end]:
        return "results", False
    return before, False


def announces_count(article: Article, timeline: Timeline, start: int, end: int) -> SectionKind | None:
    """The kind of a sentence that counts the tasks which the next ones name ("nêu 3 yêu cầu đối với quý tới.").

    Where it says no more than that ("gợi mở năm việc của năm 2026.") the tasks begin with it.
    """
    low = article.low
    for noun in article.anchors_in("task_list", start, end):
        words = low[max(start, noun.start - _COUNT_WITHIN) : noun.start].split()
        near = max(start, noun.start - _NEAR_NOUN)
        said = [a for a in article.anchors_in("task_directive", near, noun.start) if a.value not in ("noun", "hope")]
        # "gợi mở năm việc": behind the verb of demanding "năm" is no year.
        number = low[said[-1].end : noun.start].split() if said else []
        frames = timeline.between(near, min(end, noun.end + _NEAR_NOUN))
        future = any(frame.future for frame in frames)
        handed = len(number) == 1 and (number[0].isdigit() or number[0] in _COUNTS or number[0] == "năm")
        # "nêu các việc trọng tâm của quý tới. Đó là …"
        handed = handed or (future and " ".join(number) in _SOME)
        counted = noun.value != "thing" and any(word.isdigit() or word in _COUNTS for word in words[-2:])
        if not (handed or counted):
            continue
        if handed and end - noun.end <= _NEAR_NOUN and " đã " not in low[start : noun.start]:
            return "tasks"
        if said or future:
            return "speech"
    return None


def shortcoming_cue(article: Article, start: int, end: int, *, elsewhere: bool) -> int | None:
    """Where the sentence ``start:end`` opens what fell short; ``None`` unless it says behind that what is amiss.

    ``elsewhere`` is an article that reports no period: there it must also say that some places or people fall short.
    """
    cues = article.anchors_in("section_shortcoming", start, end)
    opened = next((cue.start for cue in cues if cue.value in ("open", "within")), end)
    behind = {"mark" if cue.value == "within" else cue.value for cue in cues if cue.start > opened}
    return opened if behind >= ({"mark", "place"} if elsewhere else {"mark"}) else None


def _add(sections: list[Section], sentence: Sentence, kind: SectionKind) -> None:
    if sections and sections[-1].kind == kind:
        sections[-1] = Section(sections[-1].start, sentence.end, kind)
    else:
        sections.append(Section(sentence.start, sentence.end, kind))
