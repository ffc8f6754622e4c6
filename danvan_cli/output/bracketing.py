"""Marks of a passage where no colour can be seen: each in brackets, behind the name of its kind."""

from __future__ import annotations

from collections.abc import Iterable

from danvan_cli.output.blocks import Mark, Part


def bracketed(parts: Iterable[Part]) -> str:
    """A line with its marks: "[nhiệm vụ: xây dựng [số liệu: 350 mô hình]]"."""
    written: list[str] = []
    open_: tuple[Mark, ...] = ()
    for part in [*parts, Part("")]:
        kept = 0
        while kept < min(len(open_), len(part.marks)) and open_[kept] is part.marks[kept]:
            kept += 1
        written.append("]" * (len(open_) - kept))
        written += [f"[{mark.name}: " for mark in part.marks[kept:]]
        written.append(part.text)
        open_ = part.marks
    return "".join(written)
