"""What counts as right: one record against one gold answer, and two reports' tasks against a gold pair.

Every judgement becomes a :class:`Verdict`; all figures are counted from verdicts, so a figure and the list of misses
behind it cannot disagree. Two kinds of figures: *spans*, where things are found, missed or invented (precision, recall,
F1 over all articles), and *shares*, where each question is answered right or wrong. The meaning of an answer's fields
is in tests/gold/README.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

Outcome = Literal["hit", "missed", "invented", "right", "wrong"]
Answer = dict[str, Any]

FIGURES = (
    "title",
    "published",
    "event_date",
    "level",
    "province",
    "reported_period",
    "planned_period",
    "officials",
    "positions",
    "actions",
    "statistics",
    "statistics.unit",
    "statistics.bound",
    "statistics.kinds",
    "statistics.period",
    "statistics.change",
    "statistics_other",
    "tasks",
    "key_facts",
    "diff",
    "diff.relation",
)
SAME_TASK = 0.7
"""Two tasks are the same text from this token F1 on: a lead-in or a doer more or less is no miss."""
BRIEF_SYLLABLES = 160
"""A brief is scored on its first 160 whitespace tokens: a longer one is no better summary."""
FIGURES_WITH_KINDS = ("petitions", "visit_cases", "resolution")

_NEW_PLACE = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_OLD_PLACE = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_TONE_PLACES = dict(zip(_NEW_PLACE, _OLD_PLACE, strict=True))
_NEW_TONE = re.compile("|".join(_NEW_PLACE))


class Verdict(NamedTuple):
    """One judgement: ``subject`` names what was judged, the same in every run; ``detail`` what was read instead."""

    article: str
    figure: str
    outcome: Outcome
    subject: str
    detail: str = ""

    @property
    def good(self) -> bool:
        """Whether danvan was right."""
        return self.outcome in ("hit", "right")


class Figure(NamedTuple):
    """A span figure has ``precision``, ``recall`` and ``f1``, a share figure only ``share``; each is 0 to 1."""

    precision: float | None
    recall: float | None
    f1: float | None
    share: float | None
    gold: int
    got: int

    @property
    def values(self) -> dict[str, float]:
        """The measures that can have a floor, by name."""
        named = {"f1": self.f1, "precision": self.precision, "share": self.share}
        return {name: value for name, value in named.items() if value is not None}


def fold(text: str) -> str:
    """One spelling for strings that a reader takes as the same: case, tone placement, dashes, quotes, spaces."""
    text = _NEW_TONE.sub(lambda m: _TONE_PLACES[m.group()], unicodedata.normalize("NFC", text).lower())
    text = re.sub(r"[‐-―−]", "-", text).replace("\u00a0", " ")
    text = re.sub(r"[“”„\"‘’]", '"', text)
    return re.sub(r"\s+", " ", text).strip(" .,;:")


def fold_fact(text: str) -> str:
    """As :func:`fold`, with a day and month written one way: 31-12 and 31/12, 04/4 and 4/4."""
    return re.sub(r"\b0?(\d{1,2})\s*[-/]\s*0?(\d{1,2})\b", r"\1/\2", fold(text))


def token_f1(a: str, b: str) -> float:
    """Share of the words that two texts have in common, 0 to 1."""
    words_a, words_b = (Counter(re.findall(r"\w+", fold(text))) for text in (a, b))
    common = sum((words_a & words_b).values())
    return 2 * common / (sum(words_a.values()) + sum(words_b.values())) if common else 0.0


def match_texts(gold: list[str], got: list[str]) -> dict[int, int]:
    """One-to-one from gold index to got index, the most alike first."""
    alike = sorted(((token_f1(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(got)), reverse=True)
    matched: dict[int, int] = {}
    for likeness, i, j in alike:
        if likeness >= SAME_TASK and i not in matched and j not in matched.values():
            matched[i] = j
    return matched


def figures(verdicts: Iterable[Verdict]) -> dict[str, Figure]:
    """Every figure, counted over all articles."""
    counts: dict[str, Counter[Outcome]] = {name: Counter() for name in FIGURES}
    for verdict in verdicts:
        counts[verdict.figure][verdict.outcome] += 1
    return {name: _figure(count) for name, count in counts.items() if count}


def _figure(count: Counter[Outcome]) -> Figure:
    if count["right"] or count["wrong"]:
        of = count["right"] + count["wrong"]
        return Figure(None, None, None, count["right"] / of, of, of)
    gold, got = count["hit"] + count["missed"], count["hit"] + count["invented"]
    precision = count["hit"] / got if got else 0.0
    recall = count["hit"] / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figure(precision, recall, f1, None, gold, got)


def score_record(name: str, gold: Answer, got: Answer) -> Iterator[Verdict]:
    """Judge one record, in its JSON form."""
    yield from _heading(name, gold, got)
    yield from _officials(name, gold, got)
    have = [s for s in got["statistics"] if not s["derived"]]
    for figure, core in (("statistics", True), ("statistics_other", False)):
        yield from _statistics(name, figure, gold, got, [s for s in have if (s["indicator"] != "other") == core])
    yield from _tasks(name, gold, got)
    yield from _key_facts(name, gold, got)


def _share(name: str, figure: str, subject: str, want: object, have: object) -> Verdict:
    if want == have:
        return Verdict(name, figure, "right", subject)
    return Verdict(name, figure, "wrong", subject, f"want {want!r}, got {have!r}")


def _span(name: str, figure: str, want: set[str], have: set[str]) -> Iterator[Verdict]:
    for outcome, subjects in (("hit", want & have), ("missed", want - have), ("invented", have - want)):
        for subject in sorted(subjects):
            yield Verdict(name, figure, outcome, subject)  # type: ignore[arg-type]  # the literals above are outcomes


def _period(period: dict[str, str] | None) -> tuple[str, str] | None:
    return (period["start"][:10], period["end"][:10]) if period else None


def _heading(name: str, gold: Answer, got: Answer) -> Iterator[Verdict]:
    place = got["locality"]
    for figure, want, have in (
        ("title", fold(gold["title"] or ""), fold(got["title"] or "")),
        ("published", gold["published"], (got["published"] or "")[:10] or None),
        ("event_date", gold["event_date"], (got["event"]["date"] or "")[:10] or None),
        ("level", gold["level"], place["level"]),
        ("province", fold(gold["province"] or ""), fold(place["province"] or "")),
        ("reported_period", _period(gold["reported_period"]), _period(got["reported_period"])),
        ("planned_period", _period(gold["planned_period"]), _period(got["planned_period"])),
    ):
        yield _share(name, figure, figure, want, have)


def _officials(name: str, gold: Answer, got: Answer) -> Iterator[Verdict]:
    want = {fold(o["name"]): o for o in gold["officials"]}
    have = {fold(o["name"]): o for o in got["officials"]}
    yield from _span(name, "officials", set(want), set(have))
    yield from _span(
        name,
        "positions",
        {f"{person}: {fold(title)}" for person, o in want.items() for title in o["positions"]},
        {f"{person}: {fold(p['title'])}" for person, o in have.items() for p in o["positions"]},
    )
    yield from _span(
        name,
        "actions",
        {f"{person}: {action}" for person, o in want.items() for action in o["actions"]},
        {f"{person}: {action}" for person, o in have.items() for action in o["actions"]},
    )


def _statistics(name: str, figure: str, gold: Answer, got: Answer, have: list[Answer]) -> Iterator[Verdict]:
    """Match by indicator and value; where several do, by unit, bound and kinds. Core figures are judged further."""
    core = figure == "statistics"
    left = list(have)
    for want in gold["statistics"]:
        if (want["indicator"] != "other") != core:
            continue
        subject = f"{want['indicator']} {want['value']:,} {want['unit']} | {want['evidence']}"
        candidates = [s for s in left if s["indicator"] == want["indicator"] and abs(s["value"] - want["value"]) < 1e-6]
        if not candidates:
            yield Verdict(name, figure, "missed", subject)
            continue
        best = max(candidates, key=lambda s, want=want: _likeness(want, s))  # type: ignore[misc]
        left = [s for s in left if s is not best]
        yield Verdict(name, figure, "hit", subject)
        if core:
            yield from _statistic_fields(name, subject, want, best, gold, got)
    for extra in left:
        subject = f"{extra['indicator']} {extra['value']:,} {extra['unit']} | {extra['evidence']['text']}"
        yield Verdict(name, figure, "invented", subject)


def _likeness(want: Answer, have: Answer) -> int:
    alike = (
        fold(have["unit"] or "") == fold(want["unit"] or ""),
        have["bound"] == want["bound"],
        set(have["kinds"]) == set(want["kinds"]),
    )
    return sum(alike)


def _statistic_fields(
    name: str, subject: str, want: Answer, have: Answer, gold: Answer, got: Answer
) -> Iterator[Verdict]:
    yield _share(name, "statistics.unit", subject, fold(want["unit"] or ""), fold(have["unit"] or ""))
    yield _share(name, "statistics.bound", subject, want["bound"], have["bound"])
    if want["indicator"].startswith(FIGURES_WITH_KINDS):
        yield _share(name, "statistics.kinds", subject, sorted(want["kinds"]), sorted(have["kinds"]))
    want_period = _period(want["period"]) or _period(gold["reported_period"])
    have_period = _period(have["period"]) or _period(got["reported_period"])
    yield _share(name, "statistics.period", subject, want_period, have_period)
    if want.get("change"):
        change = have["change"] or {}
        wanted = (want["change"]["direction"], want["change"]["value"])
        yield _share(name, "statistics.change", subject, wanted, (change.get("direction"), change.get("value")))


def _tasks(name: str, gold: Answer, got: Answer) -> Iterator[Verdict]:
    have = [task["text"] for task in got["tasks"]]
    matched = match_texts(gold["tasks"], have)
    for i, text in enumerate(gold["tasks"]):
        yield Verdict(name, "tasks", "hit" if i in matched else "missed", text)
    for j, text in enumerate(have):
        if j not in matched.values():
            yield Verdict(name, "tasks", "invented", text)


def _key_facts(name: str, gold: Answer, got: Answer) -> Iterator[Verdict]:
    brief = fold_fact(" ".join(got["summary"]["brief"].split()[:BRIEF_SYLLABLES]))
    for fact in gold["key_facts"]:
        found = fold_fact(fact) in brief
        yield Verdict(name, "key_facts", "right" if found else "wrong", fact, "" if found else "not in the brief")


def score_pair(pair: Answer, answers: dict[str, Answer], got: Answer) -> Iterator[Verdict]:
    """Judge what a diff, in its JSON form, joined: the right pairs, and whether each is ``same`` or ``changed``."""
    name = f"{pair['old']} → {pair['new']}"
    old, new = answers[pair["old"]]["tasks"], answers[pair["new"]]["tasks"]
    want = {(m["old"], m["new"]): m["relation"] for m in pair["matches"]}
    rows = [change for change in got["changes"] if change["old"] and change["new"]]
    of_old = {j: i for i, j in match_texts(old, [row["old"]["text"] for row in rows]).items()}
    of_new = {j: i for i, j in match_texts(new, [row["new"]["text"] for row in rows]).items()}
    hits = set()
    for k, row in enumerate(rows):
        joined = (of_old.get(k, -1), of_new.get(k, -1))
        if joined not in want:
            yield Verdict(name, "diff", "invented", f"{row['old']['text']} ~ {row['new']['text']}")
            continue
        hits.add(joined)
        subject = f"{old[joined[0]]} ~ {new[joined[1]]}"
        yield Verdict(name, "diff", "hit", subject)
        yield _share(name, "diff.relation", subject, want[joined], row["status"])
    for i, j in sorted(set(want) - hits):
        yield Verdict(name, "diff", "missed", f"{old[i]} ~ {new[j]}")
