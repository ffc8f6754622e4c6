"""Offices that a verb gives: "ông được bầu làm …", "giữ chức …", "thôi giữ chức …"; not those only proposed."""

from __future__ import annotations

from bisect import bisect_right

from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.officials.attaching import Mention
from danvan_cli.parsing.officials.people import Person, Resolver
from danvan_cli.parsing.officials.vocabulary import word_set
from danvan_cli.parsing.officials.words import Words

_UNREAL = word_set("unreal")
_FILLER_LIMIT = 5
_NEAR = 20
"""Mentions to look back over for whom an office is given to."""
_FILLERS = word_set("appointment_filler")


def read_careers(article: Article, words: Words, mentions: list[Mention], resolver: Resolver, caption: bool) -> None:
    """Give the offices that stand after a verb of appointment to the person before it; they are no mentions then."""
    verbs = article.anchors_in("appointment", words.start, words.end)
    if not verbs:
        return
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
        before = words[words.index(verb.start) - 1].low if words.index(verb.start) else ""
        if verb.value == "proposed" or before in _UNREAL:
            continue
        subject = _recipient(words, mentions, mention) or _subject(article, mentions, verb, before)
        if subject is not None:
            resolver.give(subject, mention.positions, caption, left=verb.value == "left")
    taken = {id(mention) for mention in given}
    for holder in {id(m.person): m.person for m in given if m.person is not None}.values():
        holder.mentions = [mention for mention in holder.mentions if id(mention) not in taken]
    mentions[:] = [mention for mention in mentions if id(mention) not in taken]


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
            gap = words.between(office.outer_end, mention.outer_start)
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
