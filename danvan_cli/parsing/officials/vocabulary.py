"""Sets of small grammar words, as the table ``office_words`` holds them."""

from __future__ import annotations

from functools import cache

from danvan_cli.lexicon import fold, table


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of one row, folded unless they are numerals in capitals."""
    row = next(row for row in table("office_words") if row["set"] == name)
    return frozenset(word if word.isupper() else fold(word) for word in row["words"].split(" "))
