"""Which deeds count: a caption's only where the body has none, and "speak" only where a speech was nothing better."""

from __future__ import annotations

from danvan_cli.parsing.officials.actions import Deed

_SPEECH = frozenset({"direct", "conclude", "report", "speak"})
_NEAR = 2
"""Sentences over which a speech goes on even where somebody else is quoted in between."""


def settle(deeds: list[Deed]) -> list[Deed]:
    """Leave out what counts only where nothing better does: captions, and "speak" beside what the speech was."""
    body = {id(deed.person) for deed in deeds if not deed.caption}
    kept = [deed for deed in deeds if not deed.caption or id(deed.person) not in body]
    better = _speeches(kept)
    return [deed for number, deed in enumerate(kept) if deed.actions != ("speak",) or number not in better]


def _speeches(deeds: list[Deed]) -> set[int]:
    """Numbers of the deeds in a speech that was direction, conclusion or report.

    A speech goes on to the next verb of speech of the same person: near by, or with nobody else speaking between.
    """
    better: set[int] = set()
    open_speech: dict[int, tuple[list[int], bool, int]] = {}
    """By person: the deeds of the speech, whether they count as more than speaking, and the last one's sentence."""
    speaker = 0
    for number, deed in enumerate(deeds):
        if not _SPEECH & set(deed.actions):
            continue
        person = id(deed.person)
        members, counts, last = open_speech.get(person, ([], False, -_NEAR - 1))
        if person != speaker and deed.sentence - last > _NEAR:
            members, counts = [], False
        members = [*members, number]
        counts = counts or bool({"direct", "conclude", "report"} & set(deed.actions))
        open_speech[person] = (members, counts, deed.sentence)
        speaker = person
        if counts:
            better.update(members)
    return better
