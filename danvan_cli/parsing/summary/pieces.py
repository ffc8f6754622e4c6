"""What a brief is made of: persons, figures, shortcomings and tasks, each subject's weightiest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from danvan_cli.lexicon import fold
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading
from danvan_cli.record import Action, Evidence, Indicator, Official, Position, Record, Statistic, Task

_ACTIONS: tuple[Action, ...] = ("chair", "conclude", "direct", "report", "award", "visit", "receive", "speak", "attend")
"""What a person did, the weightiest first: one word stands for all that the person did."""

_FIGURE_ORDER: tuple[Indicator, ...] = (
    "visits",
    "petitions_received",
    "resolution_rate",
    "skilled_mobilization_models",
    "petitions_resolved",
    "dialogues",
    "outreach_sessions",
    "supervisions",
    "mediations",
)
"""The figures that a reader asks for first; the other indicators come after these in the order of the text."""

_ACTION_LABEL = 3
"""Syllables of the longest word for what a person did ("Nhận quyết định")."""

_THEME = re.compile(r'chủ đề[^".;:]{0,40}"([^"\n]{3,80})"')
_STOPS = " .,;:…/-–*+•"
_BREAK = re.compile(r"[.;:()\n]")
_CLOSE = 24
"""Characters between two figures that are told together."""
_TOGETHER = 22
"""Syllables of figures that are told together."""


class Piece(NamedTuple):
    """Words for the brief and what they stand on."""

    text: str
    evidence: tuple[Evidence, ...]
    place: int
    """Where they stand in the article."""
    key: str
    """What must not have been said before: the words themselves, or the person's name."""
    about: str = ""
    """The action, where the piece is a person."""


class Brief:
    """What has been said so far, so that nothing is said twice and nothing past the limit."""

    def __init__(self, limit: int) -> None:
        self.left = limit
        self._said = ""

    def is_new(self, text: str) -> bool:
        """Whether ``text`` says something that has not been said."""
        return fold(text).strip(_STOPS) not in self._said

    def take(self, pieces: Iterable[Piece], share: int, label: str = "") -> list[Piece]:
        """Those of ``pieces`` that are new and fit into ``share`` syllables together with their ``label``."""
        taken: list[Piece] = []
        labelled = len(label.split())
        room = min(share, self.left) - labelled
        for piece in pieces:
            size = len(piece.text.split()) + (_ACTION_LABEL if piece.about else 0)
            if size <= room and self.is_new(piece.key):
                taken.append(piece)
                room -= size
                self.left -= size
                self._said += "\n" + fold(piece.text)
        if taken:
            self.left -= labelled
            self._said += "\n" + fold(label)
        return taken


def cut(article: Article, start: int, end: int, rule: str) -> Piece:
    """The words ``start:end`` as a piece, without the stops at either end and with the quotes that they open closed."""
    words = article.text[start:end]
    start += len(words) - len(words.lstrip(_STOPS))
    end = start + len(words.strip(_STOPS))
    if article.plain.count('"', start, end) % 2:
        # A quotation of one word or a few is cut through: a longer one stands for itself.
        if article.plain[end : end + 1] == '"':
            end += 1
        elif article.plain[start - 1 : start] == '"':
            start -= 1
    evidence = article.evidence(start, end, rule)
    return Piece(evidence.text, (evidence,), start, evidence.text)


def leaders(record: Record) -> Iterator[Piece]:
    """The persons who led, each with the weightiest thing that they did and the office they hold."""
    ranked = [
        (min(_ACTIONS.index(action) for action in official.actions), order)
        for order, official in enumerate(record.officials)
        if official.actions
    ]
    for rank, order in sorted(ranked):
        yield _leader(record.officials[order], _ACTIONS[rank])


def _leader(official: Official, action: Action) -> Piece:
    name = next((mention for mention in official.mentions if mention.text == official.name), official.mentions[0])
    did = [reading.evidence for reading in official.action_evidence if reading.action == action][:1]
    office = _office(official)
    if office is None:
        return Piece(official.name, (name, *did), name.start, official.name, action)
    return Piece(f"{official.name}, {office.title}", (name, office.evidence, *did), name.start, official.name, action)


def _office(official: Official) -> Position | None:
    """The office that tells most of a person: what they head, rather than the committee that they are a member of."""
    held = [position for position in official.positions if not position.former] or official.positions
    heads = [
        position for position in held if "ủy viên" not in fold(position.title) and "uv" not in fold(position.title)
    ]
    return next(iter(heads or held), None)


def figures(article: Article, record: Record) -> Iterator[Piece]:
    """The figures of the reported period, core indicators before the others and totals before parts.

    Figures that stand close together are told together, with the words between them: "giải quyết 214/251 vụ việc thuộc
    thẩm quyền, đạt 85,3%".
    """
    told = [s for s in record.statistics if not s.derived and s.period is None and s.indicator != "key_tasks"]
    groups: list[tuple[int, int, list[Statistic]]] = []
    for statistic in sorted(told, key=lambda s: (s.evidence.start, s.evidence.end)):
        start, end = statistic.evidence.start, statistic.evidence.end
        if groups and _is_close(article, groups[-1][0], groups[-1][1], start, end):
            first, last, members = groups[-1]
            groups[-1] = (first, max(last, end), [*members, statistic])
        else:
            groups.append((start, end, [statistic]))
    for start, end, _ in sorted(groups, key=lambda group: (min(map(figure_rank, group[2])), group[0])):
        yield cut(article, start, end, "brief:figures")


def _is_close(article: Article, first: int, last: int, start: int, end: int) -> bool:
    """Whether the figure ``start:end`` overlaps ``first:last`` or follows it, all in the same few words."""
    if len(article.text[first : max(last, end)].split()) > _TOGETHER:
        return False
    between = article.plain[last:start]
    return start < last or (len(between) <= _CLOSE and not _BREAK.search(between))


def figure_rank(statistic: Statistic) -> tuple[bool, bool, int]:
    """What sorts figures: core indicators before the others, totals before parts, what readers ask for first."""
    order = _FIGURE_ORDER.index(statistic.indicator) if statistic.indicator in _FIGURE_ORDER else len(_FIGURE_ORDER)
    return statistic.indicator == "other", statistic.parent is not None, order


def where(heading: Heading, article: Article, told: list[Piece]) -> Iterator[Piece]:
    """The province whose body reports, where the article names it and ``told`` does not."""
    province = heading.locality.province
    if province is None or any(province in piece.text for piece in told):
        return
    for place in heading.places:
        if place.level == "province" and place.name == province:
            name = article.text.rfind(province, place.start, place.end)
            if name >= 0:
                yield cut(article, name, place.end, "brief:province")
                return


def period(article: Article, heading: Heading, role: Literal["reported", "planned"]) -> Iterator[Piece]:
    """The words that name the period reported or planned, where they stand in the article."""
    of = heading.reported_period if role == "reported" else heading.planned_period
    for mention in heading.period_mentions:
        if of and mention.period.label == of.label and mention.period.start == of.start:
            yield cut(article, mention.start, mention.end, "brief:period")


def shortcomings(article: Article, record: Record) -> Iterator[Piece]:
    """What fell short, the shortest first: it has the least room."""
    for shortcoming in sorted(record.shortcomings, key=lambda s: len(s.text)):
        yield cut(article, shortcoming.evidence.start, shortcoming.evidence.end, "brief:shortcoming")


def plan(article: Article, record: Record) -> Iterator[Piece]:
    """How many tasks, their theme, then the tasks: those with a target, a deadline or a name in quotes first."""
    for statistic in record.statistics:
        if statistic.indicator == "key_tasks":
            yield cut(article, statistic.evidence.start, statistic.evidence.end, "brief:key_tasks")
    tasks = sorted(record.tasks, key=lambda task: (not _is_weighty(task), task.number))
    themes = list(_THEME.finditer(article.plain))
    # A report names the theme of the year past first and that of the year to come last.
    if themes and not any(fold(themes[-1][1]) in fold(task.text) for task in tasks):
        yield cut(article, themes[-1].start(), themes[-1].end(), "brief:theme")
    for task in tasks:
        yield cut(article, task.evidence.start, task.evidence.end, "brief:task")


def _is_weighty(task: Task) -> bool:
    return bool(task.targets or task.deadline or task.theme) or '"' in fold(task.text)
