"""The offices of one person, each once: of a longer and a shorter form of one office the longer stays."""

from __future__ import annotations

import re

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.officials.organizations import resolve
from danvan_cli.parsing.officials.people import Held, Person
from danvan_cli.parsing.officials.positions import PositionPhrase
from danvan_cli.parsing.officials.sameness import same_office
from danvan_cli.record import Position

_BRACKET = re.compile(r" ?\([^()]{0,20}\)")
"""An abbreviation beside the name that it is short for."""
_BODY_REACH = 260
"""Characters over which a body that was named still is the one spoken of."""
_BODIES = (
    ("ban", ("ban ",)),
    ("phòng", ("phòng",)),
    ("Giám đốc", ("sở", "công an", "trung tâm", "ban quản lý", "bệnh viện", "kho bạc", "bảo hiểm", "học viện")),
    ("Chủ nhiệm", ("ủy ban", "văn phòng")),
)
"""How the bodies begin that an office of this ending can belong to."""


def positions_of(article: Article, heading: Heading, person: Person, chairs: bool) -> list[Position] | None:
    """The positions of ``person``, or ``None`` where nothing makes an official of them."""
    held = [h for h in person.held if not h.phrase.group and not (_hollow(h) and not _body_before(article, h.phrase))]
    if not any(_is_public(article, h, held) for h in held) and not (chairs and person.listed and not held):
        return None
    kept: list[Held] = []
    for one in sorted(held, key=lambda h: h.phrase.start):
        same = next((k for k, other in enumerate(kept) if _same(article, one, other)), None)
        if same is None:
            kept.append(one)
        elif _better(article, one, kept[same]):
            kept[same] = one
    kept = [one for one in kept if not any(o is not one and _within(article, one, o) for o in kept)]
    if len(kept) > 1:
        # "Đại biểu A" calls a deputy so who sits in the hall, whatever else the person is.
        kept = [one for one in kept if one.phrase.role != "Đại biểu"] or kept
    return [_position(article, heading, one, [o for o in kept if o is not one]) for one in kept]


def _hollow(one: Held) -> bool:
    """Head of a ban or phòng that is not named."""
    phrase = one.phrase
    return phrase.head_end == phrase.end and phrase.role.endswith(("ban", "Trưởng phòng", "Chủ nhiệm", "khoa"))


def _body_before(article: Article, phrase: PositionPhrase) -> bool:
    """Whether a public body was named just before that ``phrase`` can be an office of.

    "Đoàn công tác của Ban Dân vận Trung ương do Phó Trưởng ban A dẫn đầu": his ban is named.
    """
    fitting = next((bodies for ending, bodies in _BODIES if phrase.role.endswith(ending)), None)
    if fitting is None or phrase.head_end < phrase.end:
        return False
    start = max(0, phrase.start - _BODY_REACH)
    named = [
        anchor
        for kind in ("organization", "organization_open")
        for anchor in article.anchors_in(kind, start, phrase.start)
        if article.plain[anchor.start].isupper()
    ]
    for anchor in sorted(named, reverse=True):
        if anchor.value == "private":
            return False
        if article.low.startswith(fitting, anchor.start):
            return True
    return False


def _is_public(article: Article, one: Held, held: list[Held]) -> bool:
    """A chairman of nothing named ("Chủ tịch Tập Cận Bình") is a public one unless another office is private."""
    if one.phrase.public is None and _body_before(article, one.phrase):
        return True
    if one.phrase.public is None and one.phrase.role in ("Chủ tịch", "Phó Chủ tịch"):
        return not any(other.phrase.public is False for other in held)
    return one.phrase.public is True


def _same(article: Article, one: Held, other: Held) -> bool:
    """One person has an office once: "Phó Chủ tịch tỉnh" is short for "Phó Chủ tịch Thường trực UBND tỉnh"."""
    return same_office(article.plain, one.phrase, other.phrase, whole_role=False)


def _within(article: Article, one: Held, other: Held) -> bool:
    return _same(article, one, other) and _better(article, other, one)


def _better(article: Article, one: Held, other: Held) -> bool:
    """Whether ``one`` says more of the office than ``other``: a role of its own, then in more words."""
    return _fullness(article, one) > _fullness(article, other)


def _fullness(article: Article, held: Held) -> tuple[bool, int, bool]:
    phrase = held.phrase
    title = article.plain[phrase.start : phrase.end]
    bare = _BRACKET.sub("", title)
    return phrase.role != "Đại biểu", len(bare), bare == title


def _position(article: Article, heading: Heading, held: Held, siblings: list[Held]) -> Position:
    phrase = held.phrase
    resolved = resolve(article, phrase, [s.phrase for s in siblings], heading.locality)
    return Position(
        title=article.text[phrase.start : phrase.end],
        role=phrase.role,
        organization=resolved.organization,
        province=resolved.province,
        former=phrase.former or held.left,
        evidence=article.evidence(phrase.start, phrase.end, "position"),
        acting=phrase.acting,
        level=resolved.level,
    )
