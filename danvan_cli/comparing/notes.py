"""Whether two tasks that are the same work are the same or changed: what changed, in words."""

from __future__ import annotations

from collections.abc import Callable

from rapidfuzz.fuzz import ratio

from danvan_cli.comparing.facts import Fact, FactKind
from danvan_cli.comparing.scope import scope_note
from danvan_cli.comparing.wording import Wording

_SAME_TITLE = 90.0
"""Titles that agree so far, of 100, are one title with a slip of the pen."""

# What goes without saying in one report of two ("thực hiện chủ đề năm") is no change; it must be said in both.
_OTHERS: tuple[tuple[FactKind, str], ...] = (
    ("season", "thời điểm"),
    ("frequency", "định kỳ"),
    ("occasion", "dịp"),
    ("session", "dịp"),
    ("period", "giai đoạn"),
    ("document", "văn bản"),
    ("year", "năm"),
)
_WHAT_IT_IS_ON = frozenset({"title", "occasion", "session", "document"})


def what_changed(old: Wording, new: Wording) -> str:
    """What the new task fixes otherwise ("chỉ tiêu: 1.600 → 1.800 mô hình; …"); empty where the two are the same."""
    notes = {"target": _targets(old, new), "deadline": _deadlines(old, new), "title": _titles(old, new)}
    for kind, label in _OTHERS:
        was, now = _unlike(_facts(old, kind), _facts(new, kind), _same_key)
        notes[kind] = f"{label}: {_words(was)} → {_words(now)}" if was and now else ""
    if not any(notes[kind] for kind in _WHAT_IT_IS_ON):  # else the other scope has been named
        notes["scope"] = scope_note(old, new)
    return "; ".join(filter(None, notes.values()))


def _facts(wording: Wording, *kinds: FactKind) -> list[Fact]:
    return [fact for fact in wording.facts if fact.kind in kinds]


def _unlike(old: list[Fact], new: list[Fact], *alike: Callable[[Fact, Fact], bool]) -> tuple[list[Fact], list[Fact]]:
    """What is left of both lists when each fact has met one like it, by the first measure, then by the next."""
    old, new = list(old), list(new)
    for like in alike:
        for fact in list(old):
            other = next((candidate for candidate in new if like(fact, candidate)), None)
            if other is not None:
                old.remove(fact)
                new.remove(other)
    return old, new


def _same_key(old: Fact, new: Fact) -> bool:
    return old.key == new.key


def _same_count(old: Fact, new: Fact) -> bool:
    return old.key == new.key and old.counted == new.counted


def _same_deadline(old: Fact, new: Fact) -> bool:
    return old.key == new.key and (old.unit == new.unit or not old.unit or not new.unit)


def _same_title(old: Fact, new: Fact) -> bool:
    return ratio(old.key, new.key) >= _SAME_TITLE


def _words(facts: list[Fact]) -> str:
    return ", ".join(
        f"{fact.text} {fact.unit}" if fact.kind == "occasion" and fact.unit else fact.text for fact in facts
    )


def _targets(old: Wording, new: Wording) -> str:
    was, now = _unlike(_facts(old, "target"), _facts(new, "target"), _same_count, _same_key)
    steps: list[str] = []
    for fact in list(was):
        other = next((candidate for candidate in now if candidate.counted == fact.counted), None)
        if other is not None:
            steps.append(_step(fact, other))
            was.remove(fact)
            now.remove(other)
    steps += [_step(fact, other) for fact, other in zip(was, now, strict=False)]
    paired = min(len(was), len(now))
    steps += [f"thôi {_amount(fact)}" for fact in was[paired:]]
    steps += [f"thêm {_amount(fact)}" for fact in now[paired:]]
    return f"chỉ tiêu: {', '.join(steps)}" if steps else ""


def _step(old: Fact, new: Fact) -> str:
    """ "1.600 → 1.800 mô hình", and "6 xã → 4 thôn" where the unit is another."""
    if old.counted == new.counted:
        return f"{old.text} → {_amount(new)}"
    return f"{_amount(old)} → {_amount(new)}"


def _amount(fact: Fact) -> str:
    return f"{fact.text}%" if fact.unit == "%" else f"{fact.text} {fact.unit}"


def _deadlines(old: Wording, new: Wording) -> str:
    was, now = _unlike(_facts(old, "deadline", "day"), _facts(new, "deadline", "day"), _same_deadline)
    if was and now and all(fact.kind == "day" for fact in was + now):
        return f"dịp: {_words(was)} → {_words(now)}"
    was, now = [fact for fact in was if fact.kind == "deadline"], [fact for fact in now if fact.kind == "deadline"]
    if was and now:
        return f"thời hạn: {_words(was)} → {_words(now)}"
    if was:
        return f"thời hạn: thôi {_words(was)}"
    return f"thời hạn: thêm {_words(now)}" if now else ""


def _titles(old: Wording, new: Wording) -> str:
    """The theme of the year, or the quoted name of a model, a programme, a movement."""
    was, now = _unlike(_facts(old, "theme", "title"), _facts(new, "theme", "title"), _same_title)
    if not was or not now:
        return ""
    label = "chủ đề" if any(fact.kind == "theme" for fact in was + now) else "tên gọi"
    return f"{label}: {_words(was)} → {_words(now)}"
