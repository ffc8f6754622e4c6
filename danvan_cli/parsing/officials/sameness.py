"""Whether two phrases name one office: "UVBTV" and "Ủy viên Ban Thường vụ Tỉnh ủy" do, two districts' chairs do not."""

from __future__ import annotations

from functools import cache

from danvan_cli.lexicon import fold
from danvan_cli.lexicon.spelling import spelt_out
from danvan_cli.parsing.officials.positions import PositionPhrase

_LEVELS = frozenset({"province", "city", "district", "commune", "hamlet", "national"})
_FIRST_DEPUTY = " Thường trực"
_OF_ONE_BODY = "Phó Thủ tướng"
_UNSAID = frozenset({"tỉnh", "việt", "nam"})
"""Words that one paper writes and another leaves out ("Tỉnh ủy tỉnh Sơn La", "MTTQ Việt Nam")."""


def same_office(low: str, one: PositionPhrase, other: PositionPhrase, *, whole_role: bool = True) -> bool:
    """Whether two phrases can mean one office, the shorter leaving out what the longer says.

    Unless ``whole_role``, that may be a deputy's rank among the deputies ("Thường trực"), if both name the body or only
    one body has such deputies.
    """
    roles = _role(one), _role(other)
    bodies = one.head_end < one.end and other.head_end < other.end
    if not whole_role and (bodies or one.role.startswith(_OF_ONE_BODY)):
        roles = roles[0].removesuffix(_FIRST_DEPUTY), roles[1].removesuffix(_FIRST_DEPUTY)
    if roles[0] != roles[1] or one.former != other.former:
        return False
    levels, others = _levels(one), _levels(other)
    if levels and others and not levels & others:
        return False
    left, right = _body_words(low, one), _body_words(low, other)
    return left <= right or right <= left


def _body_words(low: str, phrase: PositionPhrase) -> frozenset[str]:
    """The words that tell an office's body from others, abbreviations spelt out."""
    words = spelt_out(f"{_swallowed(phrase.role)} {low[phrase.head_end : phrase.end]}").split()
    return frozenset(words) - _UNSAID


@cache
def _swallowed(role: str) -> str:
    """The body that an abbreviation of office and body in one holds (UVBTV)."""
    folded = fold(role)
    return folded.removeprefix("ủy viên ") if folded.startswith(("ủy viên ban", "ủy viên bộ", "ủy viên trung")) else ""


def _role(phrase: PositionPhrase) -> str:
    if phrase.role == "Đại biểu":
        return "Đại biểu Quốc hội"
    return "Ủy viên" if _swallowed(phrase.role) else phrase.role


def _levels(phrase: PositionPhrase) -> frozenset[str]:
    return _LEVELS & {anchor.value for anchor in (*phrase.units, *phrase.organizations)}
