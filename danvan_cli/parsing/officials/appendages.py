"""What stands after an office and is no part of its title: its term, and where or under whom it is."""

from __future__ import annotations

from danvan_cli.parsing.officials import names
from danvan_cli.parsing.officials.vocabulary import word_set
from danvan_cli.parsing.officials.words import Words

_ROMAN = word_set("roman")


def term_end(words: Words, i: int) -> int:
    """The index after a term of office ("khóa X, XI", "nhiệm kỳ 2015 - 2020", "(khóa XVI)")."""
    size = len(words)

    def low(k: int) -> str:
        return words[k].low if k < size else ""

    def term(k: int) -> int:
        if low(k) == "các" and low(k + 1) in ("khóa", "khoá"):
            k += 1
        if low(k) in ("khóa", "khoá"):
            k += 1
            while k < size and (words[k].text in _ROMAN or words[k].text.isdigit() or low(k) in (",", "và")):
                if low(k) in (",", "và") and not (k + 1 < size and words[k + 1].text in _ROMAN):
                    break
                k += 1
            return k
        if low(k) == "nhiệm" and low(k + 1) in ("kỳ", "kì"):
            k += 2
            while k < size and (words[k].text.isdigit() or low(k) in ("-", "/")):
                k += 1
            return k
        return k

    end = term(i)
    for _ in range(2):
        comma = end + 1 if low(end) == "," else end
        end = max(end, term(comma)) if term(comma) > comma else end
    if low(end) == "(" and (inside := term(end + 1)) > end + 1 and low(inside) == ")":
        end = inside + 1
    return end


def outer_place(words: Words, i: int) -> int:
    """The index after ", huyện Châu Thành, Trà Vinh" that says where a commune or district lies."""
    anchors = words.article.anchors
    while i + 1 < len(words) and words[i].text in (",", "("):
        bracket = words[i].text == "("
        k = i + 1
        unit = anchors.at("place_kind", words[k].start)
        if unit:
            k = words.index(unit.end)
        if k >= len(words):
            break
        place = anchors.at("province", words[k].start) or anchors.at("district", words[k].start)
        if place is None and not (unit and words[k].text.isdigit()):
            break  # "quận 1" has a number for its name
        k = words.index(place.end) if place else k + 1
        if place and names.run_end(words, k) > k and words.follows(k):
            break
        if bracket:
            if k >= len(words) or words[k].text != ")":
                break
            k += 1
        i = k
    return i
