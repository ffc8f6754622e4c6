"""Offices that a verb gives: "ông được bầu làm …", "giữ chức …", "thôi giữ chức …"; not those only proposed."""

from __future__ import annotations

from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.officials.attaching import Mention
from danvan_cli.parsing.officials.people import Held, Person, Resolver
from danvan_cli.parsing.officials.vocabulary import word_set
from danvan_cli.parsing.officials.words import Words

_UNREAL = word_set("unreal")
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
        if verb.value == "proposed" or any(v.value == "proposed" and 0 <= verb.start - v.end <= 2 for v in verbs):
            continue
        index = words.index(verb.start)
        if index and words[index - 1].low in _UNREAL:
            continue
        subject = _subject(mentions, verb, resolver)
        if subject is not None:
            subject.held += [Held(phrase, caption, left=verb.value == "left") for phrase in mention.positions]
    for mention in given:
        if mention.person is not None:
            mention.person.mentions = [m for m in mention.person.mentions if m is not mention]
            mention.person = None
        mentions.remove(mention)


def _verb_before(
    words: Words, verbs: list[Anchor], mention: Mention, given: list[Mention], last: Anchor | None
) -> Anchor | None:
    if given and last is not None:
        gap = words.between(given[-1].outer_end, mention.outer_start)
        if gap and all(word in (";", ",", "và", "rồi") for word in gap):
            return last
    before = [verb for verb in verbs if verb.end <= mention.outer_start]
    if not before:
        return None
    verb = before[-1]
    gap = words.between(verb.end, mention.outer_start)
    return verb if len(gap) <= 5 and all(word in _FILLERS for word in gap) else None


def _subject(mentions: list[Mention], verb: Anchor, resolver: Resolver) -> Person | None:
    """The last person before the verb; without one, whom the sentence before spoke of."""
    before = [m for m in mentions if m.outer_end <= verb.start and m.kind != "role"]
    if before:
        return before[-1].person
    return None
