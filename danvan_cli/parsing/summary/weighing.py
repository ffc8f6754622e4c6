"""How much a sentence tells a reader who has seen some others: who, how many, when, which name, what came of it.

New names count most, then what else is named, counted, dated or quoted, the words that the headline has too, and verbs
that say what came of it ("thông qua", "kỷ luật", "trao"). A sentence that only makes sense after another, and what
somebody says of himself, counts less.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from danvan_cli.lexicon import fold
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.dates import dates_in
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.sentences import Sentence
from danvan_cli.record import Record

_NAME, _OTHER_NAME, _FIGURE, _DAY, _QUOTATION, _HEADLINE_WORD, _OUTCOME = 3.0, 1.5, 1.0, 1.0, 1.0, 0.35, 1.0
_MOST_FIGURES, _MOST_OTHER_NAMES = 2, 3
_LEANS, _SPEAKS, _BIOGRAPHY, _BROKEN = -1.0, -3.0, -3.0, -1.0
_EARLY = 5.0
"""How much the place of a sentence counts: news tells the weightiest first."""
_SHORT = 5.0
"""Syllables that every sentence costs besides its own, so that a stub is not the best bargain."""

_CAPITAL = "A-ZĐÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĨŨƠƯẠ-Ỹ"
_NAMED = re.compile(rf"(?<!\w)[{_CAPITAL}]\w*(?:[ -][{_CAPITAL}]\w*){{1,5}}")
_QUOTED = re.compile(r'"([^"\n]{6,90})"')
_WORD = re.compile(r"[^\W\d_]{2,}")
_AFTER_ANOTHER = re.compile(
    fold(
        r"[\s\"'-]*(?:do đó|do vậy|vì vậy|vì thế|ngoài ra|tuy nhiên|nhưng|và|thế nhưng|bởi|điều này|điều đó|việc này"
        r"|việc đó|ở đây|đó là|đây là|như vậy|nếu|còn|bên cạnh đó|theo đó|có người|hay|cũng|tiếp đó|khi đó)(?!\w)"
    )
)
# What somebody says of himself: "Tôi rất vinh dự …".
OF_ONESELF = re.compile(fold(r"(?<!\w)(?:tôi|chúng tôi|chúng ta|tui)(?!\w)"))
_LIFE = re.compile(fold(r"(?<!\w)(?:sinh năm|sinh ngày|quê quán|quê ở)(?!\w)"))


class Told(NamedTuple):
    """Where the article names officials and gives figures, in order of text, and the words of its headline."""

    names: list[tuple[int, str]]
    figures: list[int]
    headline: frozenset[str]


def told_of(article: Article, heading: Heading, record: Record) -> Told:
    """What sentences are weighed by; sorted, so that each costs a binary search and not a walk over all."""
    title = heading.title_line
    return Told(
        sorted((mention.start, official.name) for official in record.officials for mention in official.mentions),
        sorted(statistic.evidence.start for statistic in record.statistics),
        frozenset(_WORD.findall(article.low, title.start, title.end)) if title else frozenset(),
    )


def weight(article: Article, told: Told, said: str, order: int, sentence: Sentence) -> float:
    """What the sentence, the ``order``-th of the article, tells beyond the folded words ``said``, by the syllable."""
    start, end = sentence.start, sentence.end
    text, low = article.plain[start:end], article.low[start:end]
    named = {name for _, name in told.names[bisect_left(told.names, (start,)) : bisect_left(told.names, (end,))]}
    others = {m[0] for m in _NAMED.finditer(text, 1) if not any(m[0] in name or name in m[0] for name in named)}
    counts = {
        _NAME: sum(fold(name) not in said for name in named),
        _OTHER_NAME: min(sum(fold(name) not in said for name in others), _MOST_OTHER_NAMES),
    }
    found = sum(each * count for each, count in counts.items())
    found += _FIGURE * min(bisect_left(told.figures, end) - bisect_left(told.figures, start), _MOST_FIGURES)
    found += _DAY * any(low[m.start - start : m.end - start] not in said for m in dates_in(article.low, start, end))
    found += _QUOTATION * any(fold(m[1]) not in said for m in _QUOTED.finditer(text))
    found += _HEADLINE_WORD * len(told.headline.intersection(_WORD.findall(low)))
    found += _OUTCOME * bool(article.anchors_in("outcome", start, end))
    found += _LEANS * bool(_AFTER_ANOTHER.match(low))
    found += _SPEAKS * bool(OF_ONESELF.search(low)) + _BIOGRAPHY * bool(_LIFE.search(low))
    found += _BROKEN * (text.count('"') % 2)
    return (found + _EARLY / (1 + order)) / (len(text.split()) + _SHORT)
