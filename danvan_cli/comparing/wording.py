"""A task as the comparison sees it: what it means, word by word, each word with its weight, and the facts it fixes."""

from __future__ import annotations

from typing import NamedTuple

from danvan_cli.comparing.facts import Fact, read_facts
from danvan_cli.comparing.vocabulary import Phrase, WordKind, phrase_at, tokens
from danvan_cli.lexicon import fold, plain

# How much a word tells of which work a task is. Formulas tell nothing, a verb of manner hardly anything; what is done
# and on what tells most. A word that the table does not know counts once by itself and once with its neighbour, since a
# Vietnamese word mostly has two syllables.
WEIGHTS: dict[WordKind, float] = {
    "mark": 0.0,
    "noise": 0.0,
    "link": 0.0,
    "focus": 0.0,
    "manner": 0.15,
    "means": 0.5,
    "people": 0.25,
    "body": 0.4,
    "place": 0.5,
    "group": 0.8,
    "action": 1.0,
    "work": 1.2,
    "topic": 1.2,
    "event": 1.2,
    "word": 0.35,
}
_FACT_WEIGHT = 0.3
_DOCUMENT_WEIGHT = 0.8
"""That a task carries out a document of the Party or the State, whichever."""
_LETTER_BY_LETTER = 0.01
"""The whole text: of equal candidates the one in the same words is the pair, even where all words are formulas."""
# A quoted title, a proper name and what a special stress is laid on ("nhất là …") change from year to year while the
# work stays the same.
_VARYING = 0.5
_LONGEST = 4000
"""Code points of a task that are read: a task is a sentence, and what is longer was made to hurt."""


class Wording(NamedTuple):
    """A task's text, taken apart."""

    text: str
    """With plain spaces, dashes and quotes."""
    phrases: tuple[Phrase, ...]
    """Everything but the facts, in order."""
    facts: tuple[Fact, ...]
    features: dict[str, float]
    """What two tasks may have in common, and how much each weighs before the lists are known."""
    actions: frozenset[str]
    objects: frozenset[str]
    """What the work is on: subjects, occasions and words that the table does not know, without people and places."""
    concepts: frozenset[str]

    def is_name(self, phrase: Phrase) -> bool:
        """Whether a word that the table does not know is a number, or written with a capital inside the sentence."""
        first = self.text[phrase.start]
        return phrase.kind == "word" and (first.isdigit() or (phrase.start > 0 and first.isupper()))


def read_wording(text: str) -> Wording:
    """Take a task's ``text`` apart."""
    text = text[:_LONGEST]
    facts, rest = read_facts(text)
    words = tokens(rest)
    phrases: list[Phrase] = []
    index = 0
    while index < len(words):
        phrase, index = phrase_at(words, index)
        phrases.append(phrase)
    concepts = frozenset(phrase.concept for phrase in phrases)
    actions = frozenset(phrase.concept for phrase in phrases if phrase.kind in ("action", "work"))
    objects = frozenset(phrase.concept for phrase in phrases if phrase.kind in ("work", "topic", "event", "word"))
    wording = Wording(plain(text), tuple(phrases), facts, {}, actions, objects, concepts)
    _weigh(wording)
    return wording


def _weigh(wording: Wording) -> None:
    """Fill in the features: concepts, unknown words, pairs of neighbouring unknown words, facts."""
    features = wording.features
    features[f"= {fold(wording.text)}"] = _LETTER_BY_LETTER
    titles = [(fact.start, fact.end) for fact in wording.facts if fact.kind in ("theme", "title")]
    before: Phrase | None = None
    stressed = False
    for phrase in wording.phrases:
        stressed = phrase.kind == "focus" or (stressed and phrase.kind != "mark")
        varies = stressed or wording.is_name(phrase) or any(start <= phrase.start < end for start, end in titles)
        weight = WEIGHTS[phrase.kind] * (_VARYING if varies else 1)
        if phrase.kind != "word":
            features[phrase.concept] = max(weight, features.get(phrase.concept, 0.0))
        else:
            features[f"'{phrase.concept}"] = weight
            if before is not None and before.kind == "word":
                features[f"'{before.concept} {phrase.concept}"] = weight
        before = phrase
    for fact in wording.facts:
        features[f"{fact.kind} {fact.counted} {fact.key}"] = _FACT_WEIGHT
        if fact.kind == "document":
            features["a document"] = _DOCUMENT_WEIGHT
