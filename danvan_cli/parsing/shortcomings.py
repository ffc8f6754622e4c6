"""What the body itself says fell short in the reported period."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.clauses import anchor_at, chunks, skip
from danvan_cli.parsing.leadins import trim_end
from danvan_cli.parsing.sections import Section, heading_kind
from danvan_cli.record import Shortcoming

_SHORTEST = 12
_LONGEST_LEAD_IN = 160


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
    """Behind "Tuy nhiên,", "Bên cạnh kết quả, hội nghị chỉ ra một số hạn chế:", "Hội nghị cũng thẳng thắn chỉ ra,"."""
    low = article.low
    at = skip(low, start, end, " -+*•")
    colon = low.find(":", at, min(end, at + _LONGEST_LEAD_IN))
    if colon >= 0 and article.anchors_in("section_shortcoming", at, colon):
        return skip(low, colon + 1, end)
    opened = anchor_at(article, "section_shortcoming", at)
    if opened and opened.value == "open":
        at = skip(low, opened.end, end)
    comma = low.find(",", at, min(end, at + _LONGEST_LEAD_IN))
    announced = article.anchors_in("section_shortcoming", at, comma) if comma >= 0 else []
    if announced and announced[-1].value == "open" and not low[announced[-1].end : comma].strip():
        return skip(low, comma + 1, end)
    return at
