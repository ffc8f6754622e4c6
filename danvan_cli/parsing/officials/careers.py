"""Offices that a verb gives: "ông được bầu làm …", "giữ chức …", "thôi giữ chức …"; not those only proposed."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.officials.gaps import without_brackets
from danvan_cli.parsing.officials.mention import Mention
from danvan_cli.parsing.officials.people import Person, Resolver
from danvan_cli.parsing.officials.vocabulary import word_set
from danvan_cli.parsing.officials.words import Words

_UNREAL = word_set("unreal")
_FILLER_LIMIT = 5
_NEAR = 20
"""Mentions to look back over for whom an office is given to."""
_FILLERS = word_set("appointment_filler")
_PAST_REACH = 24
"""Words before a verb among which "trước đó" and the like tell its time."""
_PAST_PAIRS = frozenset({("trước", "đó"), ("trước", "đây"), ("lần", "lượt")})
_TIMES = frozenset({"thời", "khi", "lúc", "hồi"})
_SPAN_REACH = 48
_SPAN_OF_TIME = re.compile(r"\btừ (?:(?:năm|tháng) )?\d[\d/.]{0,8} (?:đến|tới) (?:(?:hết )?(?:năm|tháng) )?\d")


def read_careers(
    article: Article, words: Words, mentions: list[Mention], resolver: Resolver, caption: bool
) -> frozenset[int]:
    """Give the offices that stand after a verb of appointment to the person before it; they are no mentions then.

    Returns where the verbs begin that tell of the past ("từng được bổ nhiệm làm …").
    """
    verbs = article.anchors_in("appointment", words.start, words.end)
    past: set[int] = set()
    given: list[Mention] = []
    last: Anchor | None = None
    for mention in mentions:
        if mention.kind != "role":
            last = None
            continue
        verb = _verb_before(words, verbs, mention, given, last)
        if verb is None:
            continue
        given.append(mention)
        last = verb
        first = words.index(verb.start)
        before = words[first - 1].low if first else ""
        decided = before == "định" and first > 1 and words[first - 2].low == "quyết"
        if verb.value == "proposed" or (before in _UNREAL and not decided):
            continue
        subject = _recipient(words, mentions, mention) or _subject(article, mentions, verb, before)
        if _is_past(article, words, verb, mention):
            past.add(verb.start)
        if subject is not None:
            resolver.give(subject, mention.positions, caption, left=verb.value == "left" or verb.start in past)
    taken = {id(mention) for mention in given}
    for holder in {id(m.person): m.person for m in given if m.person is not None}.values():
        holder.mentions = [mention for mention in holder.mentions if id(mention) not in taken]
    mentions[:] = [mention for mention in mentions if id(mention) not in taken]
    return frozenset(past)


def _is_past(article: Article, words: Words, verb: Anchor, office: Mention) -> bool:
    """Whether the words say that an office was held before the day of the article.

    "từng", "trước đó", "lần lượt" of a career, and a span of time with its end; "sau đó" alone may lead to today.
    """
    i = words.index(verb.start)
    before = [words[k].low for k in range(max(0, i - _PAST_REACH), i)]
    before = before[max((k + 1 for k, word in enumerate(before) if word in (";", ":")), default=0) :]
    pairs = list(pairwise(before))
    if "từng" in before[-3:] or _PAST_PAIRS & set(pairs[-10:]):
        return True
    if "còn" in before[-2:] and _TIMES & set(before[-6:]):
        return True  # "thời ông A còn làm chủ tịch xã"
    # "Trước khi làm giám đốc, ông giữ chức phó giám đốc": what comes behind the comma was before.
    if ("trước", "khi") in pairs and "," in before[pairs.index(("trước", "khi")) :]:
        return True
    after = (office.outer_end, min(words.end, office.outer_end + _SPAN_REACH))
    spans = ((words.start, verb.start), after)
    return any(_SPAN_OF_TIME.search(article.low, *span) for span in spans)


def _verb_before(
    words: Words, verbs: list[Anchor], mention: Mention, given: list[Mention], last: Anchor | None
) -> Anchor | None:
    if given and last is not None:
        gap = words.between(given[-1].outer_end, mention.outer_start)
        if gap and all(word in (";", ",", "và", "rồi") for word in gap):
            return last
    i = bisect_right(verbs, mention.outer_start, key=lambda verb: verb.end) - 1
    if i < 0 or words.index(mention.outer_start) - words.index(verbs[i].end) > _FILLER_LIMIT:
        return None
    verb = verbs[i]
    gap = words.between(verb.end, mention.outer_start)
    return verb if all(word in _FILLERS for word in gap) else None


def _recipient(words: Words, mentions: list[Mention], office: Mention) -> Person | None:
    """ "miễn nhiệm chức vụ Phó Chủ tịch đối với ông A": the person comes after the office."""
    for mention in mentions[bisect_right(mentions, office.end, key=lambda m: m.start) :]:
        if mention.kind != "role":
            gap = without_brackets(words.between(office.outer_end, mention.outer_start))
            return mention.person if gap in (["với"], ["đối", "với"], ["cho"]) else None
    return None


def _subject(article: Article, mentions: list[Mention], verb: Anchor, before: str) -> Person | None:
    """The last person before the verb, unless that one only acts on another or is only proposed."""
    k = bisect_right(mentions, verb.start, key=lambda m: m.start)
    subject = next(
        (m for m in mentions[max(0, k - _NEAR) : k][::-1] if m.outer_end <= verb.start and m.kind != "role"), None
    )
    if subject is None:
        return None
    if any(v.value == "proposed" for v in article.anchors_in("appointment", subject.outer_start - 24, verb.start)):
        return None
    transitive = article.low[verb.start : verb.end].startswith(("bổ nhiệm", "miễn nhiệm", "cách"))
    if transitive and before not in ("được", "bị"):
        return None  # "ông A cách chức trưởng phòng": somebody else's office
    if (
        article.anchors_in("appoint", subject.outer_end, verb.start)
        and "được" not in article.low[subject.outer_end : verb.start]
    ):
        return None  # "ông bổ nhiệm …, làm thống đốc"
    return subject.person
