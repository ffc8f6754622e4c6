"""Whether one work has another scope: other people, another place, another object, another occasion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from danvan_cli.comparing.vocabulary import Phrase, WordKind
from danvan_cli.comparing.wording import Wording

_KINDS: tuple[WordKind, ...] = ("group", "place", "event", "topic")
_CONTENT = frozenset({"group", "place", "event", "topic", "word"})
_DEEDS = frozenset({"action", "work"})
_FILLING = frozenset({"noise", "link", "focus", "people", "manner", "means"})

_CLOSE = 8
"""So many characters between two phrases of a note are a comma, "và", "của", and no other matter."""


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
            return f"phạm vi: {_shown(old, was, new)} → {_shown(new, now, old)}"
    runs_old, runs_new = _runs(old, new), _runs(new, old)
    if runs_old and runs_new:
        return f"phạm vi: {_shown(old, runs_old[0].phrases, new)} → {_shown(new, runs_new[0].phrases, old)}"
    # What only one task says is another scope where it says the rest as the other does; in free retelling it is not.
    added = next(filter(_narrows, runs_new), None)
    if added and _says_all_of(new, old):
        return f"phạm vi: thêm {_shown(new, added.phrases, old)}"
    dropped = next(filter(_narrows, runs_old), None)
    return f"phạm vi: thôi {_shown(old, dropped.phrases, new)}" if dropped and _says_all_of(old, new) else ""


def _says_all_of(wording: Wording, other: Wording) -> bool:
    """Whether each deed, subject and place of ``other`` stands in ``wording`` too."""
    return all(phrase.concept in wording.concepts for phrase in other.phrases if phrase.kind in _CONTENT | _DEEDS)


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
        stressed = opened_by == "focus"
        if not _is_own(phrase, other, stressed=stressed):
            behind_shared = behind_shared or phrase.kind not in _FILLING
            if phrase.kind not in ("noise", "people"):
                is_shared = phrase.kind in ("link", "focus") or phrase.concept in other.concepts
                opened_by = phrase.kind if is_shared else None
            index += 1
            continue
        end = _run_end(wording, other, index, stressed=stressed)
        run = tuple(p for p in phrases[index:end] if _is_own(p, other, stressed=stressed))
        known = any(p.kind != "word" for p in run)
        # Two syllables that the table does not know make a word; one is a particle or a slip.
        is_word = known or (opened_by is not None and len(run) > 1)
        if behind_shared and is_word and _closes_clause(wording, end):
            found.append(_Run(run, opened_by, any(p.kind in ("group", "place", "event") for p in run)))
        opened_by = None
        index = end
    return found


def _is_own(phrase: Phrase, other: Wording, *, stressed: bool = False) -> bool:
    """Whether only this task says it; a special stress may lie on a deed too ("ưu tiên hộ bị thu hồi đất")."""
    has_content = phrase.kind in _CONTENT or (stressed and phrase.kind in _DEEDS)
    return has_content and phrase.concept not in other.concepts


def _run_end(wording: Wording, other: Wording, start: int, *, stressed: bool) -> int:
    """The index behind the last word of its own that follows ``start`` with nothing but particles between."""
    phrases = wording.phrases
    end = start + 1
    for index in range(start + 1, len(phrases)):
        if _is_comma_between(wording, index - 1, index):
            break
        if _is_own(phrases[index], other, stressed=stressed):
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


def _shown(wording: Wording, phrases: Sequence[Phrase], other: Wording) -> str:
    """The words of ``phrases`` for a reader: a name with its noun ("cầu Bến Gạo"), neighbours in one."""
    spans: list[tuple[int, int]] = []
    for phrase in phrases:
        start = _with_noun(wording, phrase, other)
        if spans and start - spans[-1][1] <= _CLOSE:
            spans[-1] = spans[-1][0], phrase.end
        else:
            spans.append((start, phrase.end))
    return ", ".join(wording.text[start:end] for start, end in spans)


def _with_noun(wording: Wording, phrase: Phrase, other: Wording) -> int:
    """Where a name begins together with what only this task says right before it; a number begins with its noun."""
    start = phrase.start
    if not wording.is_name(phrase):
        return start
    is_number = wording.text[start].isdigit()
    index = wording.phrases.index(phrase)
    for before in reversed(wording.phrases[max(0, index - 2) : index] if is_number else wording.phrases[:index]):
        if wording.text[before.end : start] != " " or not (
            _is_own(before, other) or (is_number and before.kind in _CONTENT)
        ):
            break
        start = before.start
    return start
