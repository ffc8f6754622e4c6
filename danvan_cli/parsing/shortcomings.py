"""What the body itself says fell short in the reported period."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.demands import SAYING
from danvan_cli.parsing.phrases import anchor_at, chunks, skip, trim_end
from danvan_cli.parsing.sections import Section, heading_kind
from danvan_cli.record import Shortcoming

_SHORTEST = 12
_LONGEST_LEAD_IN = 160
_LONGEST_SPEAKER = 60
_NO_SUBJECT = ("vẫn ", "còn ", "chưa ", "cũng ")


def read_shortcomings(article: Article, sections: list[Section]) -> list[Shortcoming]:
    """The shortcomings in order of text, one for each clause that says what fell short, without its lead-in."""
    spans = [(section.start, section.end) for section in sections if section.kind == "shortcomings"]
    found: list[Shortcoming] = []
    seen: set[str] = set()
    i = 0
    for sentence in article.sentences:
        while i < len(spans) and spans[i][1] <= sentence.start:
            i += 1
        if i == len(spans) or sentence.start < spans[i][0] or heading_kind(article, sentence.line):
            continue
        start = _behind_lead_in(article, sentence.start, trim_end(article.low, sentence.start, sentence.end))
        for a, b in chunks(article.low, start, sentence.end, ";"):
            begin, end = skip(article.low, a, b), trim_end(article.low, a, b)
            if end - begin < _SHORTEST or article.low[begin:end] in seen:
                continue
            seen.add(article.low[begin:end])
            evidence = article.evidence(begin, end, "shortcoming")
            found.append(Shortcoming(evidence.text, evidence))
    return found


def _behind_lead_in(article: Article, start: int, end: int) -> int:
    """Behind "Tuy nhiên,", "hội nghị chỉ ra một số hạn chế:", "Nhìn thẳng vào hạn chế, hội nghị cho rằng"."""
    low = article.low
    at = skip(low, start, end, " -+*•")
    cues = article.anchors_in("section_shortcoming", at, end)
    limit = min(at + _LONGEST_LEAD_IN, next((cue.start for cue in cues if cue.value == "mark"), end))
    opened = [cue.end for cue in cues if cue.value == "open" and cue.end <= limit]
    if not opened:
        return at
    colon = low.find(":", at, min(end, at + _LONGEST_LEAD_IN))
    if colon > opened[0]:
        return skip(low, colon + 1, end)
    behind = _behind_links(article, opened[-1], end)
    if low.startswith(_NO_SUBJECT, behind):
        return at  # "…, tuy nhiên vẫn còn nhiều hạn chế": what fell short stands before
    said = [word for word in article.anchors_in("task_directive", behind, limit) if word.value in SAYING]
    if said and behind < said[0].start <= behind + _LONGEST_SPEAKER:
        return _behind_links(article, said[0].end, end)
    return behind


def _behind_links(article: Article, start: int, end: int) -> int:
    at = skip(article.low, start, end, " ,")
    link = anchor_at(article, "section_shortcoming", at)
    while link and link.value in ("link", "open"):
        at = skip(article.low, link.end, end, " ,")
        link = anchor_at(article, "section_shortcoming", at)
    return at
