"""Articles that carry one and the same report: several outlets print it, whole, shortened or in their own words.

Two articles on the same body and period carry one report where they are one file, where they quote the same words, or
where they report on the same day the same figures. An article whose figures contradict those of another is no copy of
it, however alike their words: what disagrees is shown. What an article says is taken from its record (the words that
its readings stand on, most of the text of a report), so that records without their texts serve as well.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from zlib import crc32

from danvan_cli.corpus.aggregation import Figure, Meaning, body_of, meaning
from danvan_cli.corpus.selection import province_label
from danvan_cli.lexicon.folding import fold
from danvan_cli.record import Record, Statistic

_SYLLABLES = 3
"""Length of the runs of syllables that are compared."""
_ALIKE = 0.7
"""Share of the runs of the shorter article, above which it says nothing of its own."""
_ENOUGH = 12
"""Runs below which too little is quoted to tell anything from."""
_SAME_FIGURES = 3
"""Figures in common that tell, with the day, that two articles report on one meeting."""
_COMMON = 16
"""What so many reports of one body and period say is a formula and tells none of them apart."""

QUOTED = ("statistics", "tasks", "shortcomings", "summary")
"""Fields of a record by whose words copies are told."""

_Bucket = tuple[object, ...]
_Valued = tuple[Meaning, float]


class _Report(NamedTuple):
    path: str
    sha256: str
    bucket: _Bucket
    """Level, body and period."""
    known: bool
    """Whether the body is known; the whole country is one."""
    day: str | None
    published: str
    figures: dict[Meaning, set[float]]
    runs: array[int]
    """Checksums of the runs of syllables that the record quotes, each once."""

    def rank(self) -> tuple[object, ...]:
        """What puts the article that is kept first: the most figures, the most words, the earliest, its path."""
        return (-sum(map(len, self.figures.values())), -len(self.runs), self.published or "9", self.path)


class Copies:
    """Takes note of records as they pass, and tells at the end which of them carry the same report."""

    def __init__(self) -> None:
        self._reports: dict[str, _Report] = {}

    def noting(self, records: Iterable[Record]) -> Iterator[Record]:
        """The same records; each is remembered by its figures and the checksums of its words."""
        for record in records:
            self._reports.setdefault(record.source.path, _report(record))
            yield record

    def found(self) -> dict[str, str]:
        """Path of each copy → path of the article that is kept for it; the same whatever order they came in."""
        buckets: dict[_Bucket, list[_Report]] = {}
        for report in self._reports.values():
            buckets.setdefault(report.bucket, []).append(report)
        found: dict[str, str] = {}
        for bucket in buckets.values():
            kept = _Kept()
            for report in sorted(bucket, key=_Report.rank):
                original = kept.original_of(report)
                if original is not None:
                    found[report.path] = original
        return found


class _Kept:
    """The articles on one body and period that are no copies, by what they say."""

    def __init__(self) -> None:
        self.reports: list[_Report] = []
        self.by_bytes: dict[str, str] = {}
        self.by_words: dict[bytes, int] = {}
        self.by_run: dict[int, list[int]] = {}
        self.by_figure: dict[_Valued, list[int]] = {}

    def original_of(self, report: _Report) -> str | None:
        """The path of the article that ``report`` is a copy of; where there is none, it is kept itself."""
        if report.sha256 in self.by_bytes:
            return self.by_bytes[report.sha256]
        runs = Counter(i for run in report.runs for i in _few(self.by_run.get(run)))
        figures = Counter(i for figure in _values(report) for i in _few(self.by_figure.get(figure)))
        same = self.by_words.get(report.runs.tobytes())
        if same is not None:  # however common each of its phrases is
            runs[same] = len(report.runs)
        for i in sorted(runs.keys() | figures.keys(), key=lambda i: (-runs[i], -figures[i], i)):
            other = self.reports[i]
            words = runs[i] >= _ALIKE * min(len(report.runs), len(other.runs)) and runs[i] >= _ENOUGH
            meeting = figures[i] >= _SAME_FIGURES and report.known and report.day and report.day == other.day
            if (words or meeting) and not _contradict(report, other):
                return other.path
        self.by_bytes[report.sha256] = report.path
        self.by_words.setdefault(report.runs.tobytes(), len(self.reports))
        for run in report.runs:
            self.by_run.setdefault(run, []).append(len(self.reports))
        for figure in _values(report):
            self.by_figure.setdefault(figure, []).append(len(self.reports))
        self.reports.append(report)
        return None


def _few(indices: list[int] | None) -> list[int]:
    return indices if indices and len(indices) <= _COMMON else []


def without_copies(figures: Iterable[Figure], copies: Mapping[str, str]) -> list[Figure]:
    """The figures without those of a copy that the article kept for it gives too; these name the copy.

    What only the copy gives stays, as its own.
    """
    figures = list(figures)
    kept: dict[tuple[str, Meaning, float], Figure] = {}
    originals = set(copies.values())
    for figure in figures:
        if figure.source in originals:
            kept.setdefault((figure.source, _meaning(figure), figure.value), figure)
    left: list[Figure] = []
    for figure in figures:
        same = kept.get((copies.get(figure.source, ""), _meaning(figure), figure.value))
        if same is None:
            left.append(figure)
        elif figure.source not in same.also_in:
            same.also_in.append(figure.source)
    return left


def _report(record: Record) -> _Report:
    period, body = record.reported_period, body_of(record)
    figures: dict[Meaning, set[float]] = {}
    for statistic in record.statistics:
        own = statistic.period is None and statistic.parent is None and not statistic.derived
        if own and statistic.indicator != "other":
            figures.setdefault(_meaning(statistic), set()).add(statistic.value)
    return _Report(
        record.source.path,
        record.source.sha256,
        (record.locality.level, fold(body), province_label(record)[1], (period.start, period.end) if period else None),
        bool(body) or record.locality.level == "national",
        record.event.date,
        record.published or "",
        figures,
        array("I", sorted(set(_runs(record)))),
    )


def _runs(record: Record) -> Iterator[int]:
    """Checksums of the runs of syllables in what the record quotes."""
    for quote in _quotes(record):
        syllables = "".join(c if c.isalnum() else " " for c in fold(quote)).split()
        for i in range(max(1, len(syllables) - _SYLLABLES + 1)):
            yield crc32(" ".join(syllables[i : i + _SYLLABLES]).encode())


def _quotes(record: Record) -> Iterator[str]:
    yield from (statistic.evidence.text for statistic in record.statistics)
    yield from (task.text for task in record.tasks)
    yield from (shortcoming.text for shortcoming in record.shortcomings)
    yield from (span.text for sentence in record.summary.sentences for span in sentence.evidence)


def _meaning(figure: Figure | Statistic) -> Meaning:
    return meaning(figure.indicator, figure.unit, figure.kinds)


def _values(report: _Report) -> Iterator[_Valued]:
    return ((meant, value) for meant, values in report.figures.items() for value in values)


def _contradict(one: _Report, other: _Report) -> bool:
    """Whether the two give different figures that mean the same."""
    shared = one.figures.keys() & other.figures.keys()
    return any(one.figures[meant].isdisjoint(other.figures[meant]) for meant in shared)
