"""Who is named, in which office, and what they did."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.officials.actions import Deed, SentenceActions, settle
from danvan_cli.parsing.officials.attaching import Mention, attach
from danvan_cli.parsing.officials.careers import read_careers
from danvan_cli.parsing.officials.offices import positions_of
from danvan_cli.parsing.officials.people import Person, Resolver
from danvan_cli.parsing.officials.words import Words
from danvan_cli.record import ActionReading, Official

__all__ = ["read_officials"]


def read_officials(article: Article, heading: Heading) -> list[Official]:
    """Every named person who holds a public position in the article, in order of first mention."""
    sentences: list[tuple[Words, list[Mention], bool]] = []
    for sentence in article.sentences:
        if _shouting(article.text[sentence.start : sentence.end]):
            continue
        words = Words(article, sentence.start, sentence.end)
        sentences.append((words, attach(words), sentence.caption))
    resolver = Resolver(article.low, [(mentions, caption) for _, mentions, caption in sentences])
    deeds: list[Deed] = []
    for number, (words, mentions, caption) in enumerate(sentences):
        resolver.resolve(mentions, caption)
        read_careers(article, words, mentions, resolver, caption)
        deeds += SentenceActions(article, words, mentions, number, caption).read()
    by_person: dict[int, list[Deed]] = {}
    for deed in settle(deeds):
        by_person.setdefault(id(deed.person), []).append(deed)
    people = sorted(resolver.people.values(), key=lambda person: person.start)
    read = [_official(article, heading, person, by_person.get(id(person), [])) for person in people]
    return [official for official in read if official is not None]


def _official(article: Article, heading: Heading, person: Person, own: list[Deed]) -> Official | None:
    positions = positions_of(article, heading, person, any("chair" in deed.actions for deed in own))
    if positions is None:
        return None
    readings = [
        ActionReading(action, article.evidence(deed.start, deed.end, "action"))
        for deed in own
        for action in deed.actions
    ]
    first: dict[str, ActionReading] = {}
    for reading in readings:
        first.setdefault(reading.action, reading)
    return Official(
        name=article.text[person.start : person.end],
        honorific=next((m.honorific for m in person.mentions if m.honorific), None),
        positions=positions,
        actions=[reading.action for reading in first.values()],
        mentions=[article.evidence(m.start, m.end, f"mention by {m.kind}") for m in person.mentions],
        action_evidence=list(first.values()),
    )


def _shouting(text: str) -> bool:
    """Whether a sentence is all in capitals, where names and offices cannot be told from other words."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 20 and sum(c.isupper() for c in letters) > 0.9 * len(letters)
