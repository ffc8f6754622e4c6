"""Where the page shows what stands behind a reading: an anchor for each article and each sentence quoted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from danvan_cli.corpus.overview import Overview
from danvan_cli.corpus.passages import Passage
from danvan_cli.output.wording import Wording
from danvan_cli.record import Evidence, Source

_MANY = 300
"""So many articles are shown in all detail; more of them would make a page that phones and mail servers refuse."""


def is_detailed(overview: Overview) -> bool:
    """Whether the articles are few enough to quote more than figures and tasks, and to quote at length."""
    return len(overview.records) <= _MANY


def length_around(overview: Overview) -> int:
    """How many code points of a long sentence are quoted on both sides of a figure."""
    return 240 if is_detailed(overview) else 80


class Citations:
    """The anchors of articles, numbered as they were read, and of the sentences quoted from them."""

    def __init__(self, overview: Overview, passages: Mapping[str, list[Passage]]) -> None:
        self.passages = passages
        self._numbers = {record.source.path: number for number, record in enumerate(overview.records, 1)}
        self._at = {
            (path, span): place
            for path, found in passages.items()
            for place, passage in enumerate(found)
            for span in passage.spans
        }

    def article(self, path: str) -> str:
        """The id of an article."""
        return f"a{self._numbers[path]}"

    def sentence(self, path: str, place: int) -> str:
        """The id of the sentence that is the ``place``th of those quoted from an article."""
        return f"s{self._numbers[path]}-{place}"

    def of(self, path: str, evidence: Evidence) -> str:
        """The id of the sentence that ``evidence`` stands in; of the article, where no sentence was asked for."""
        place = self._at.get((path, (evidence.start, evidence.end)))
        return self.article(path) if place is None else self.sentence(path, place)


class View(NamedTuple):
    """What every section is made from."""

    overview: Overview
    cite: Citations
    words: Wording

    @property
    def detailed(self) -> bool:
        """Whether the articles are few enough for a page that quotes more than figures, and has them by province."""
        return is_detailed(self.overview)

    def says(self, key: str, **filled: object) -> str:
        """A text of the page."""
        return self.words.of("report", key).format(**filled)

    def counted(self, one: str, many: str, count: int) -> str:
        """A count with its noun."""
        return self.says(one) if count == 1 else self.says(many, count=self.words.number(count))


def evidence_shown(overview: Overview) -> dict[Source, list[Evidence]]:
    """Everything that the page cites, by article."""
    shown: dict[str, list[Evidence]] = {record.source.path: [] for record in overview.records}
    for path, evidence in _cited(overview):
        shown[path].append(evidence)
    return {record.source: shown[record.source.path] for record in overview.records}


def _cited(overview: Overview) -> Iterable[tuple[str, Evidence]]:
    for figure in overview.figures:
        yield figure.source, figure.evidence
    for person in overview.people if is_detailed(overview) else ():
        for office in person.offices:
            yield office.sightings[-1].source, office.sightings[-1].evidence
        if not person.offices:
            yield person.appearances[-1].source, person.appearances[-1].mentions[0]
    for compared in overview.changes:
        for change in compared.changes:
            if change.old:
                yield compared.old.source.path, change.old.evidence
            if change.new:
                yield compared.new.source.path, change.new.evidence
