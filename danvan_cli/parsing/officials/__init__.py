"""Who is named, in which office, and what they did."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.officials.actions import Deed, SentenceActions
from danvan_cli.parsing.officials.attaching import attach
from danvan_cli.parsing.officials.careers import read_careers
from danvan_cli.parsing.officials.mention import Mention
from danvan_cli.parsing.officials.offices import positions_of
from danvan_cli.parsing.officials.people import Person, Resolver
from danvan_cli.parsing.officials.phrases import names_nobody
from danvan_cli.parsing.officials.speeches import settle
from danvan_cli.parsing.officials.words import Words
from danvan_cli.record import ActionReading, Official

__all__ = ["read_officials"]


def read_officials(article: Article, heading: Heading) -> list[Official]:
    """Every named person who holds a public position in the article, in order of first mention."""
    read: list[tuple[int, Words, list[Mention], bool]] = []
    for number, sentence in enumerate(article.sentences):
        start, end = sentence.start, sentence.end
        if not names_nobody(article, start, end) and not _shouting(article.text[start:end]):
            words = Words(article, start, end)
            if mentions := attach(words):
                read.append((number, words, mentions, sentence.caption or _pictured(article, number)))
    resolver = Resolver(article.low, [(mentions, caption) for _, _, mentions, caption in read])
    deeds: list[Deed] = []
    for number, words, mentions, caption in read:
        resolver.resolve(mentions, caption)
        past = read_careers(article, words, mentions, resolver, caption)
        deeds += SentenceActions(article, words, mentions, number, caption, past).read()
    by_person: dict[int, list[Deed]] = {}
    for deed in settle(deeds):
        by_person.setdefault(id(deed.person), []).append(deed)
    people = sorted(resolver.people.values(), key=lambda person: person.start)
    officials = [_official(article, heading, person, by_person.get(id(person), [])) for person in people]
    return [official for official in officials if official is not None]


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


def _pictured(article: Article, number: int) -> bool:
    """Whether a photographer's credit follows the sentence on its line, which makes it the words under a picture."""
    following = article.sentences[number + 1 : number + 2]
    same_line = following and following[0].line is article.sentences[number].line
    return bool(same_line) and article.low.startswith(("ảnh:", "(ảnh:", "ảnh tư liệu:"), following[0].start)


def _shouting(text: str) -> bool:
    """Whether a sentence is all in capitals, where names and offices cannot be told from other words."""
    capitals = sum(map(str.isupper, text))
    if capitals <= 18:
        return False
    letters = sum(map(str.isalpha, text))
    return letters > 20 and capitals > 0.9 * letters
