"""What the words between a name and an office, or between two offices, say of whose they are."""

from __future__ import annotations

from danvan_cli.parsing.officials.vocabulary import word_set

_SEPARATORS = frozenset({",", "-", "(", ")"})
_LINKS = word_set("link")


def without_brackets(gap: list[str]) -> list[str]:
    """A gap without a bracketed remark ("(SN 1980)", "(48 tuổi)", the spelling of a foreign name)."""
    if "(" in gap and ")" in gap:
        left, right = gap.index("("), len(gap) - 1 - gap[::-1].index(")")
        if left < right <= left + 8:
            return gap[:left] + gap[right + 1 :]
    return gap


def links(gap: list[str]) -> bool:
    """Whether the words between a name or office and an office leave them one person's."""
    gap = without_brackets(gap)
    if not gap:
        return True
    if gap[-1] == "và" or gap == ["và"]:
        return False
    allowed = _SEPARATORS | _LINKS
    return all(word in allowed for word in gap) and any(w in _SEPARATORS or w in ("là", "kiêm", "rồi") for w in gap)


def chains(gap: list[str]) -> bool:
    """Whether the words between two offices leave them one person's."""
    gap = without_brackets(gap)
    return gap == ["đồng", "thời"] or (bool(gap) and links(gap))
