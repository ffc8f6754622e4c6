"""Whether one work has another scope: other people, another place, another object, another occasion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from danvan_cli.comparing.vocabulary import Phrase, WordKind
from danvan_cli.comparing.wording import WEIGHTS, Wording

_KINDS: tuple[WordKind, ...] = ("group", "place", "event", "topic")
_CONTENT = frozenset({"group", "place", "event", "topic", "word"})
_FILLING = frozenset({"noise", "link", "focus", "people", "manner", "means"})
# Two syllables that the table does not know make one word; less is a particle or a slip.
_ONE_WORD = 2 * WEIGHTS["word"]


class _Run(NamedTuple):
    """Words in a row that only one of the two tasks has."""

    phrases: tuple[Phrase, ...]
    """From the first to the last word of content."""
    opened_by: WordKind | None
    """What stands right before them; ``None`` where it too is of this task alone, as of "hướng dẫn tận tình"."""
    says_for_whom: bool
    """Whether one of them is known for people, a place or an occasion."""


def scope_note(old: Wording, new: Wording) -> str:
    """What the work was for, on or at, and what it is now ("phạm vi: nông dân → phụ nữ"); empty if it is the same."""
    for was, now in _replaced(old, new):
        if was and now:
            return f"phạm vi: {_span(old, was)} → {_span(new, now)}"
    runs_old, runs_new = _runs(old, new), _runs(new, old)
    if runs_old and runs_new:
        return f"phạm vi: {_span(old, runs_old[0].phrases)} → {_span(new, runs_new[0].phrases)}"
    added = [run for run in runs_new if _narrows(run)]
    if added:
        return f"phạm vi: thêm {_span(new, added[0].phrases)}"
    dropped = [run for run in runs_old if _narrows(run)]
    return f"phạm vi: thôi {_span(old, dropped[0].phrases)}" if dropped else ""


def _replaced(old: Wording, new: Wording) -> list[tuple[list[Phrase], list[Phrase]]]:
    """Proper names, and then known words of one kind, that each task has and the other has not."""
    own_old = [phrase for phrase in old.phrases if phrase.concept not in new.concepts]
    own_new = [phrase for phrase in new.phrases if phrase.concept not in old.concepts]
    pairs = [([p for p in own_old if old.is_name(p)], [p for p in own_new if new.is_name(p)])]
    for kind in _KINDS:
        was, now = [p for p in own_old if p.kind == kind], [p for p in own_new if p.kind == kind]
        if kind == "group":  # the people at large gave way to some of them, or the other way round
            was = was or [p for p in own_old if p.kind == "people"]
            now = now or [p for p in own_new if p.kind == "people"]
            if all(p.kind == "people" for p in was + now):
                continue
        pairs.append((was, now))
    return pairs


def _runs(wording: Wording, other: Wording) -> list[_Run]:
    """Where ``wording`` goes on, behind words that both tasks share, with words of its own up to the end of a clause.

    Words of its own in front of a shared object are another verb for the same deed, and no other scope.
    """
    phrases = wording.phrases
    found: list[_Run] = []
    behind_shared = False
    opened_by: WordKind | None = None
    index = 0
    while index < len(phrases):
        phrase = phrases[index]
        if not _is_own(phrase, other):
            behind_shared = behind_shared or phrase.kind not in _FILLING
            if phrase.kind not in ("noise", "people"):
                is_shared = phrase.kind in ("link", "focus") or phrase.concept in other.concepts
                opened_by = phrase.kind if is_shared else None
            index += 1
            continue
        end = _run_end(wording, other, index)
        run = tuple(p for p in phrases[index:end] if p.kind in _CONTENT)
        weight = sum(WEIGHTS[p.kind] for p in run)
        known = any(p.kind != "word" for p in run)
        if behind_shared and weight >= _ONE_WORD and (known or opened_by) and _closes_clause(wording, end):
            found.append(_Run(run, opened_by, any(p.kind in ("group", "place", "event") for p in run)))
        opened_by = None
        index = end
    return found


def _is_own(phrase: Phrase, other: Wording) -> bool:
    return phrase.kind in _CONTENT and phrase.concept not in other.concepts


def _run_end(wording: Wording, other: Wording, start: int) -> int:
    """The index behind the last word of its own that follows ``start`` with nothing but particles between."""
    phrases = wording.phrases
    end = start + 1
    for index in range(start + 1, len(phrases)):
        if _is_comma_between(wording, index - 1, index):
            break
        if _is_own(phrases[index], other):
            end = index + 1
        elif phrases[index].kind not in _FILLING:
            break
    return end


def _closes_clause(wording: Wording, end: int) -> bool:
    phrases = wording.phrases
    return (
        end == len(phrases)
        or phrases[end].kind in ("mark", "link", "focus", "noise")
        or _is_comma_between(wording, end - 1, end)
    )


def _is_comma_between(wording: Wording, left: int, right: int) -> bool:
    return "," in wording.text[wording.phrases[left].end : wording.phrases[right].start]


def _narrows(run: _Run) -> bool:
    """Whether words that only one task has say for whom, where or on what the work is."""
    return run.says_for_whom or run.opened_by in ("link", "focus")


def _span(wording: Wording, phrases: Sequence[Phrase]) -> str:
    return wording.text[phrases[0].start : phrases[-1].end]
