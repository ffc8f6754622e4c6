"""Which words and figures of a text are quantities, and how much each of them is.

A number here counts or measures something. Dates, document numbers, phones, ordinals, list marks, ages and spans of
time are none (:mod:`.hazards`). The reader knows digits with Vietnamese grouping ("2.213", "93,1"), the slips of real
pages ("2, 4 tỷ", "13,2 %", "21.091đơn"), magnitudes ("2 triệu 130 nghìn", "bốn triệu rưỡi"), numerals in words, bounds
("hơn", "ít nhất", "từ 5 trở lên"), ranges ("6,5 - 7%") and ratios ("19/33 vụ việc").
"""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.numbers.bounds import bounded
from danvan_cli.parsing.numbers.hazards import counts_nothing
from danvan_cli.parsing.numbers.nouns import Noun, counted_noun, open_noun
from danvan_cli.parsing.numbers.number import Number, Part
from danvan_cli.parsing.numbers.quantities import quantities

__all__ = ["Noun", "Number", "Part", "counted_noun", "numbers", "open_noun"]


def numbers(article: Article, start: int, end: int) -> list[Number]:
    """The quantities within ``start:end``, in order of text.

    Time is linear in ``end - start``. A ratio and a range give two numbers, whose ``part`` says which is which.
    """
    found = quantities(article, start, end)
    counting: list[Number] = []
    reach = start
    for number in found:
        # Digits may be part of the noun before them ("3,9 triệu m 2").
        if number.start < reach or counts_nothing(article, number, start, end):
            # The other side of a ratio or range that names something counts nothing either.
            reach = max(reach, number.right)
            continue
        counting.append(number)
        noun = counted_noun(article, number.right, end)
        reach = noun.end if noun and number.part not in ("numerator", "low") else reach
    return bounded(article, counting, start, end)
