"""The scan: every word of the vocabulary, where it stands for itself."""

from __future__ import annotations

import pytest

from danvan_cli.lexicon import terms, toned
from danvan_cli.parsing.article import Article
from support import article

TEXT = """Sáng 15/7, Ban Dân vận Tỉnh uỷ Lạng Sơn họp giao ban quý II/2020; đ/c Bí thư Tỉnh ủy dự.
Toàn tỉnh có 1.250 mô hình, đạt 98,5% (tăng 12 mô hình), tiếp 3.016 lượt người; hoà giải 25 vụ.
TP.HCM, BR-VT,TT Huế và "TP. Hoà Bình": phó chủ tịch UBND, phó trưởng ban dân vận... Kết luận, xong việc 2km"""


def _standing_alone(found: Article) -> dict[str, list[tuple[int, int]]]:
    """The anchors of ``found`` by the slow way: every term searched for at every place."""
    low, cased = found.low, toned(found.plain)
    matches: dict[str, set[tuple[int, int]]] = {}
    for term in terms():
        start = low.find(term.text)
        while start >= 0:
            end = start + len(term.text)
            inside = (start > 0 and low[start - 1].isalnum() and low[start].isalnum()) or (
                end < len(low) and low[end].isalnum() and low[end - 1].isalnum()
            )
            if not inside and (term.exact is None or cased[start:end] == term.exact):
                matches.setdefault(term.kind, set()).add((start, end))
            start = low.find(term.text, start + 1)
    kept: dict[str, list[tuple[int, int]]] = {}
    for kind, spans in matches.items():
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if kind not in kept or kept[kind][-1][1] <= start:
                kept.setdefault(kind, []).append((start, end))
    return kept


@pytest.mark.parametrize("text", [TEXT, TEXT.upper(), TEXT.replace(" ", "\n"), TEXT.replace(", ", ","), TEXT[::-1]])
def test_the_scan_finds_what_a_search_for_every_term_finds(text: str) -> None:
    found = article(text)
    slow = _standing_alone(found)
    assert {kind: [(a.start, a.end) for a in found.anchors.of(kind)] for kind in slow} == slow
    assert not [term.kind for term in terms() if term.kind not in slow and found.anchors.of(term.kind)]


def test_a_term_inside_another_of_its_kind_is_known_where_it_begins() -> None:
    found = article("Phó Chủ tịch phát biểu")
    start = found.low.index("chủ tịch")
    assert found.anchors.at("role", start) is None
    longest = found.anchors.longest("role", start)
    assert longest is not None
    assert found.low[longest.start : longest.end] == "chủ tịch"
