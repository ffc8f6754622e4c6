"""Which part of a report a sentence belongs to: what was done, what fell short, what is to be done."""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

from danvan_cli.document import Line
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.clauses import Timeline, anchor_at, skip, skip_mark
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.leadins import find_work, list_mark, trim_end
from danvan_cli.parsing.sentences import Sentence

SectionKind = Literal["opening", "results", "shortcomings", "lessons", "tasks", "speech", "other"]

_LONGEST_HEADING = 140


class Section(NamedTuple):
    """A run of text of one kind."""

    start: int
    end: int
    kind: SectionKind


def read_sections(article: Article, heading: Heading) -> list[Section]:
    """The sections of an article in order of text; together they cover its sentences."""
    timeline = Timeline(article, heading)
    title = heading.title_line
    sections: list[Section] = []
    kind: SectionKind = "opening"
    under: SectionKind | None = None
    listing = False
    for sentence in article.sentences:
        if sentence.caption or sentence.line == title:
            _add(sections, sentence, "other" if sentence.caption else "opening")
            continue
        named = heading_kind(article, sentence.line)
        if named:
            under = kind = named
            listing = named == "tasks"
            _add(sections, sentence, kind)
            continue
        if listing and list_mark(article, sentence.line.start, sentence.line.end):
            kind = "tasks"
        else:
            kind, listing = _classify(article, heading, timeline, sentence, kind, under)
        _add(sections, sentence, kind)
    return sections


def heading_kind(article: Article, line: Line) -> SectionKind | None:
    """The part of a report that ``line`` names ("II. NHIỆM VỤ TRỌNG TÂM"), if it is such a heading."""
    if line.end - line.start > _LONGEST_HEADING or article.low[line.end - 1] in ".;,":
        return None
    at = skip(article.low, line.start, line.end, "ivx0123456789.)-: ")
    numbered = at > line.start
    shouted = article.plain[line.start : line.end].isupper()
    if not (numbered or shouted):
        return None
    cue = anchor_at(article, "section_heading", at)
    return cast("SectionKind", cue.value) if cue else None


def _classify(
    article: Article,
    heading: Heading,
    timeline: Timeline,
    sentence: Sentence,
    before: SectionKind,
    under: SectionKind | None,
) -> tuple[SectionKind, bool]:
    """The kind of a sentence after one of kind ``before``, and whether it announces a list on the lines below."""
    start, end = sentence.start, sentence.end
    low = article.low
    if before != "tasks" and falls_short(article, start, end):
        return "shortcomings", False
    if article.anchors_in("section_lesson", start, end):
        return "lessons", False
    at = skip(low, skip_mark(article, start, end), end)
    event = anchor_at(article, "section_event", at)
    work = find_work(article, heading, timeline, start, end, before == "tasks")
    if work:
        return "tasks", low[end - 1] == ":" or work.start >= trim_end(low, start, end)
    if falls_short(article, start, end):
        return "shortcomings", False
    if article.anchors_in("task_directive", start, end) and article.anchors_in("task_leader", start, end):
        return "speech", False
    frame = timeline.at(at)
    if frame is None:
        frames = timeline.between(start, min(end, start + 60))
        frame = frames[0] if frames else None
    if frame and not frame.future:
        return "results", False
    if before in ("opening", "tasks") or event:
        return "other" if event else (
            "results" if " đã " in low[start:end] else before if before == "opening" else "other"
        ), False
    return before, False


def falls_short(article: Article, start: int, end: int) -> bool:
    """Whether the sentence ``start:end`` says that something fell short: an opening and, behind it, what is amiss."""
    cues = article.anchors_in("section_shortcoming", start, end)
    opened = next((cue.start for cue in cues if cue.value == "open"), end)
    return any(cue.value == "mark" and cue.start > opened for cue in cues)


def _add(sections: list[Section], sentence: Sentence, kind: SectionKind) -> None:
    if sections and sections[-1].kind == kind:
        sections[-1] = Section(sections[-1].start, sentence.end, kind)
    else:
        sections.append(Section(sentence.start, sentence.end, kind))
