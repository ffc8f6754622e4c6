"""How far a place's name goes in a run of capitals that may go on with a person's name.

"UBND xã Hòa Minh Nguyễn Văn A" has no comma: known places come from the tables of provinces and districts, unknown ones
(communes, hamlets) end where a family name begins.
"""

from __future__ import annotations

from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.officials import names
from danvan_cli.parsing.officials.vocabulary import word_set
from danvan_cli.parsing.officials.words import Words

_LOCAL_COMMITTEES = frozenset({"thành ủy", "đảng ủy", "đảng bộ", "chi bộ"})
"""Bodies of no certain level that a place's name follows ("Đảng ủy Tân Lập")."""


_LETTERS = frozenset("ABC")
"""What tells communes of one name apart ("xã Châu Hưng A"); no name of a person ends so."""


def place_length(words: Words, index: int, level: str, above: Anchor | None = None) -> int:
    """How many words from ``index`` on name a place of ``level``; ``above`` is the body that it belongs to, if one."""
    if index >= len(words) or words[index].start - words[index - 1].end > 2:
        return 0
    if words[index].text.isdigit():
        return 1 if level in ("district", "commune", "hamlet") else 0
    province = words.term("province", index)
    found = [province, words.term("district", index), words.term("country", index)]
    known = max((anchor for anchor in found if anchor), key=lambda anchor: anchor.end, default=None)
    end = names.run_end(words, index, _stops(words, index))
    if known:
        size = words.index(known.end) - index
        # "Huyện ủy Hà Trung Kiên" is Hà Trung Kiên of an unnamed district: one syllable is no person.
        split = end - index - size == 1 and province is None and names.is_surname(words[index].text)
        return 0 if split else size
    if level not in ("commune", "hamlet", "district", "-", "city") or end == index:
        return 0
    if level == "-" and (above is None or words.article.low[above.start : above.end] not in _LOCAL_COMMITTEES):
        return 0
    return _unknown_length(words, index, end, level)


def foreign_place_length(words: Words, index: int, *, alone: bool) -> int:
    """How many words from ``index`` on name a foreign city or province that no table knows; 0 where they name its head.

    ``alone``: no person's name can follow, or only one in full. Else three capitals are a place and a person's name
    ("Thị trưởng London Sadiq Khan"), two the name alone ("Thị trưởng Sadiq Khan").
    """
    end = names.run_end(words, index)
    capitals = sum(words[k].capital for k in range(index, end))
    if not capitals or not all(words[k].text.isascii() for k in range(index, end)):
        return 0
    if capitals <= 2:
        return end - index if alone else 0
    return 2 if words[index].low in word_set("two_word_place") else 1


def _unknown_length(words: Words, index: int, end: int, level: str) -> int:
    run, surname = end - index, names.is_surname(words[index].text)
    if level == "hamlet" and end < len(words) and words[end].text.islower() and not words.verb(end):
        return 0  # "khu Công nghệ cao"
    if run <= 4 and names.has_middle_name(words, index, end):
        return 0
    if level == "commune" and run in (2, 3) and words[end - 1].text in _LETTERS:
        return run
    if level in ("commune", "hamlet"):
        # Communes have two syllables as a rule: three from a family name on are a person ("Công an xã Hồ Xuân Tân").
        # A district after them tells that they are the commune ("phường Nguyễn Thái Bình, quận 1").
        if run == 3 and names.is_common_surname(words[index].text):
            return run if _district_follows(words, end) else 0
    elif surname and run >= 2:
        return 0
    for size in (2, 3, 1, 4):
        if 2 <= run - size <= names.MAX_NAME and names.is_surname(words[index + size].text):
            return size
    return run if run <= 4 else 2


def _district_follows(words: Words, index: int) -> bool:
    """Whether a comma and a district or a city follow at word ``index``."""
    unit = words.term("place_kind", index + 1) if index < len(words) and words[index].text == "," else None
    return unit is not None and unit.value in ("district", "city")


def _stops(words: Words, index: int) -> frozenset[int]:
    """Where an office or a body begins, which no name before it can run into."""
    start, limit = words[index].start + 1, words[min(index + 10, len(words) - 1)].end
    anchors = words.article.anchors
    return frozenset(a.start for kind in ("role", "organization") for a in anchors.between(kind, start, limit))
