"""How exact a number is said to be: "hơn", "gần", "ít nhất", "không quá", "từ … trở lên"."""

from __future__ import annotations

import re
from typing import cast

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.numbers.number import Number
from danvan_cli.record import Bound

_REACH_BEFORE = 22
_REACH_AFTER = 40
_NOT = re.compile(r"(?<!\w)không [^,;.:()]{0,24}$")
# Words that may stand between what bounds a number and the number: "ít nhất là 5", "tối thiểu mỗi năm 2 cuộc".
_BETWEEN = frozenset({"", "là", "đạt", "có", "được", "từ", "cho", "tới", "đến", "khoảng"})


def bounded(article: Article, found: list[Number], start: int, end: int) -> list[Number]:
    """``found`` with the bound of each number that has one, and ``left`` where its words begin."""
    out: list[Number] = []
    for i, number in enumerate(found):
        floor = found[i - 1].right if i and number.part != "denominator" else start
        ceiling = found[i + 1].start if i + 1 < len(found) else end
        out.append(_bound(article, number, max(start, floor), ceiling, out[-1] if out else None))
    return out


def _bound(article: Article, number: Number, floor: int, ceiling: int, before: Number | None) -> Number:
    if number.part in ("denominator", "high"):
        return number._replace(left=before.left if before else number.start)
    anchors = article.anchors_in("number_bound", max(floor, number.start - _REACH_BEFORE), number.start)
    if anchors and anchors[-1].value:
        last = anchors[-1]
        between = article.low[last.end : number.start].strip()
        if between in _BETWEEN and not (between and last.value == "at_least" and last.end - last.start < 5):
            if number.part == "low":
                return number._replace(left=last.start)
            bound = last.value
            if bound == "over":  # "không ủy quyền quá 02 kỳ"
                bound = "at_most" if _NOT.search(article.low, floor, last.start) else "at_least"
            return number._replace(bound=cast("Bound", bound), left=last.start)
    if number.part == "whole":
        after = article.anchors_in("number_bound_after", number.end, min(ceiling, number.end + _REACH_AFTER))
        if after and not any(c in ",;.:()" for c in article.low[number.end : after[0].start]):
            return number._replace(bound=cast("Bound", after[0].value))
    return number
