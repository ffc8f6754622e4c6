"""The brief in English: templates filled with what the record has, every fact with the words it stands on.

Offices, bodies, periods and indicators are translated and names stay. The article's own sentences, tasks, and whatever
``english.tsv`` has no word for stand in Vietnamese within quotation marks. Nothing is in it that the record does not
say, and no day, body or place of whose words the record keeps no evidence.
"""

from __future__ import annotations

from calendar import month_name
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from danvan_cli.lexicon.tables import table
from danvan_cli.output.brief.offices import bodies_in_english, office_in_english, place_in_english
from danvan_cli.output.views.parts import kinds_of
from danvan_cli.output.wording import Wording
from danvan_cli.parsing.summary import LIMIT
from danvan_cli.parsing.summary.pieces import Brief, Piece, figure_rank, leaders
from danvan_cli.record import EventKind, Evidence, Official, Record, Statistic, Summary, SummarySentence

# Shares of the limit, in whitespace tokens.
_TOLD, _LEADERS, _FIGURES, _SHORTCOMINGS, _PLAN = 60, 44, 60, 18, 24
_EVENTS: dict[EventKind, str] = {
    "annual_review": "an annual review",
    "interim_review": "an interim review",
    "briefing": "a briefing",
}
"""What was held; of visits and other events no template knows what they were about."""
_BOUNDS = {"exact": "", "about": "about ", "at_least": "at least ", "at_most": "at most "}
_TOLD_RULES = ("brief:sentence", "brief:clause")
_WORDS = Wording("en")


def english(record: Record) -> Summary:
    """A brief of ``record`` in at most 160 whitespace tokens."""
    said = Brief(LIMIT)
    later = _PLAN if record.tasks else 0
    sentences = [*_opening(record, said)]
    for action, persons in _by_action(said.take(_leaders(record), _LEADERS)):
        sentences.append(_sentence(f"{_word(action)} ", persons))
    period = _WORDS.period(record.reported_period, long=True)
    results = f"{_word('results')} of {period}" if period else _word("figures")
    counted = said.take(_figures(record), min(_FIGURES, said.left - later), results)
    lacking = said.take(_shortcomings(record), min(_SHORTCOMINGS, said.left - later), _word("shortcomings"))
    planned = _WORDS.period(record.planned_period, long=True)
    to_do = f"{_word('plan')} for {planned}" if planned else _word("demands")
    tasks = said.take(_tasks(record), said.left, to_do)
    counted += said.take(_figures(record), said.left)
    sentences += [
        _sentence(f"{results}: ", sorted(counted, key=lambda piece: piece.place)),
        _sentence(f"{_word('shortcomings')}: ", lacking),
        _sentence(f"{to_do}: ", tasks),
    ]
    kept = [sentence for sentence in sentences if sentence.evidence]
    return Summary(" ".join(sentence.text for sentence in kept), kept)


def _opening(record: Record, said: Brief) -> Iterator[SummarySentence]:
    """What happened, when, who held it and where; where no template can tell, the article's own first sentences."""
    event = _event(record)
    if event is not None:
        yield _sentence("", said.take([event], _TOLD))
    else:
        yield from (_sentence("", [piece]) for piece in said.take(_told(record), _TOLD))


def _event(record: Record) -> Piece | None:
    event = record.event
    day = _found(record, event.date_text)
    held_by = _found(record, event.organizer)
    if event.kind not in _EVENTS or not (day or held_by):
        return None
    place, province = _found(record, event.place), _found(record, record.locality.province)
    what = _EVENTS[event.kind]
    period = _WORDS.period(record.reported_period, long=True)
    if period:
        what += f" of {period}"
    who = (bodies_in_english(held_by.text) or _quoted(held_by.text)) if held_by else ""
    told = f"{who} held {what}" if who else f"{what} was held"
    if place:
        told += f" in {place_in_english(place.text)}"
    if day:
        told = f"{_day(record, day)}, {told}"
    before = f"{province.text}: " if province and province.text not in told else ""
    told = before + told if before else told[:1].upper() + told[1:]
    evidence = tuple(found for found in (day, held_by, place, province) if found)
    return Piece(told, evidence, 0, told)


def _day(record: Record, words: Evidence) -> str:
    """ "On the morning of 21 December 2023"; without its year where the article names that in no words of the brief."""
    event = record.event
    part = f"the {_WORDS.of('part_of_day', event.part_of_day)} of " if event.part_of_day else ""
    if not event.date:
        return f"on {part}{_quoted(words.text)}"
    day = date.fromisoformat(event.date)
    known = str(day.year) in words.text or _found(record, str(day.year))
    return f"on {part}{day.day} {month_name[day.month]}{f' {day.year}' if known else ''}"


def _told(record: Record) -> Iterator[Piece]:
    """The sentences of the article that its own brief is told by."""
    for sentence in record.summary.sentences:
        words = sentence.evidence[-1]
        if words.rule in _TOLD_RULES:
            yield Piece(_quoted(words.text), (words,), words.start, words.text)


def _leaders(record: Record) -> Iterator[Piece]:
    """Who led, as the Vietnamese brief chooses, each with the office that it names."""
    by_name = {official.name: official for official in record.officials}
    for leader in leaders(record):
        office = _office(by_name[leader.key], leader.evidence)
        yield leader._replace(text=f"{leader.key}, {office}" if office else leader.key)


def _office(official: Official, evidence: Iterable[Evidence]) -> str:
    named = next((position for position in official.positions if position.evidence in evidence), None)
    return (office_in_english(named) or _quoted(named.title)) if named else ""


def _by_action(pieces: list[Piece]) -> list[tuple[str, list[Piece]]]:
    actions = dict.fromkeys(piece.about for piece in pieces)
    return [(action, [piece for piece in pieces if piece.about == action]) for action in actions]


def _figures(record: Record) -> Iterator[Piece]:
    """Figures of the reported period: by the name of their indicator, or in the article's words where it has none, or
    where several have the same and only the words tell which is which."""
    told = [
        statistic
        for statistic in record.statistics
        if not statistic.derived and statistic.period is None and statistic.indicator != "key_tasks"
    ]
    told = [statistic for statistic in told if not _is_part_of_its_like(statistic, record)]
    names = Counter(map(_name, told))
    whole = _outermost((statistic.evidence.start, statistic.evidence.end) for statistic in told)
    for statistic in sorted(told, key=_rank):
        words = statistic.evidence
        if statistic.indicator != "other" and names[_name(statistic)] == 1:
            text = f"{_name(statistic)} {_value(statistic)}"
            yield Piece(text, (words,), words.start, text)
        elif (words.start, words.end) in whole:
            yield Piece(_quoted(words.text), (words,), words.start, words.text)


def _is_part_of_its_like(statistic: Statistic, record: Record) -> bool:
    parent = None if statistic.parent is None else record.statistics[statistic.parent]
    return parent is not None and parent.indicator == statistic.indicator


def _outermost(spans: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those of ``spans`` that lie within no other."""
    outer: set[tuple[int, int]] = set()
    reach = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end > reach:
            outer.add((start, end))
            reach = end
    return outer


def _rank(statistic: Statistic) -> tuple[bool, bool, int, int]:
    return (*figure_rank(statistic), statistic.evidence.start)


def _name(statistic: Statistic) -> str:
    """ "petitions received (complaint, denunciation)"."""
    name = _WORDS.of("indicator", statistic.indicator)
    kinds = f" ({kinds_of(statistic.kinds, _WORDS)})" if statistic.kinds else ""
    return f"{name[:1].lower()}{name[1:]}{kinds}"


def _value(statistic: Statistic) -> str:
    sign = "%" if statistic.unit == "%" else ""
    return f"{_BOUNDS[statistic.bound]}{_WORDS.number(statistic.value)}{sign}"


def _shortcomings(record: Record) -> Iterator[Piece]:
    """What fell short, the shortest first: it has the least room."""
    for shortcoming in sorted(record.shortcomings, key=lambda found: len(found.text)):
        words = shortcoming.evidence
        yield Piece(_quoted(words.text), (words,), words.start, words.text)


def _tasks(record: Record) -> Iterator[Piece]:
    """How many tasks are announced, then tasks: those with a target, a deadline or a theme first."""
    for statistic in record.statistics:
        if statistic.indicator == "key_tasks":
            text = _word("key_tasks").format(count=_value(statistic))
            yield Piece(text, (statistic.evidence,), statistic.evidence.start, text)
    for task in sorted(record.tasks, key=lambda task: not (task.targets or task.deadline or task.theme)):
        yield Piece(_quoted(task.evidence.text), (task.evidence,), task.evidence.start, task.evidence.text)


def _found(record: Record, words: str | None) -> Evidence | None:
    """Where ``words`` stand among those that the record's own brief stands on."""
    if not words:
        return None
    for sentence in record.summary.sentences:
        for evidence in sentence.evidence:
            at = evidence.text.find(words)
            if at >= 0:
                start = evidence.start + at
                return Evidence(start, start + len(words), words, "brief:english")
    return None


def _quoted(words: str) -> str:
    """The article's own words, in the quotation marks that they do not use themselves."""
    words = " ".join(words.split())
    return f"‘{words}’" if any(mark in words for mark in '"“”') else f"“{words}”"


def _sentence(label: str, pieces: list[Piece]) -> SummarySentence:
    words = "; ".join(piece.text for piece in pieces)
    return SummarySentence(f"{label}{words}.", [evidence for piece in pieces for evidence in piece.evidence])


@cache
def _word(key: str) -> str:
    return next(row["en"] for row in table("brief") if row["key"] == key)
