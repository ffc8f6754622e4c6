"""The sentences that readings stand on, found again in the articles."""

from __future__ import annotations

from pathlib import Path

from commands import ARTICLE

from danvan_cli.corpus.passages import Passage, passages, sentences_with
from danvan_cli.parsing import parse
from danvan_cli.reading import read
from danvan_cli.record import Evidence, Record
from support import document


def quoted(passage: Passage) -> str:
    return "".join(piece.text for piece in passage.pieces)


def evidence_in(text: str, words: str) -> Evidence:
    start = text.index(words)
    return Evidence(start, start + len(words), words)


def figures_of(path: Path) -> Record:
    return parse(read(path))


def found_again(path: Path, *, around: int = 200) -> list[Passage]:
    record = figures_of(path)
    wanted = {record.source: [statistic.evidence for statistic in record.statistics]}
    return passages([str(path)], wanted, around)[record.source.path]


def test_figures_of_one_sentence_are_marked_in_it(tmp_path: Path) -> None:
    path = tmp_path / "bai.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    first = found_again(path)[0]
    assert quoted(first).startswith("Năm 2019, các cơ quan trong tỉnh đã tiếp 2.213 lượt công dân")
    assert [piece.text for piece in first.pieces if piece.marked] == [
        "tiếp 2.213 lượt công dân",
        "tiếp nhận 364 đơn khiếu nại, tố cáo",
    ]


def test_what_is_far_from_all_figures_is_left_out_of_a_long_sentence() -> None:
    filling = "bám sát cơ sở, " * 40
    text = f"Trong năm, các cơ quan {filling}tiếp 20 lượt công dân, {filling}nhận 12 đơn, {filling}có kết quả tốt."
    made = document(text)
    spans = [evidence_in(made.text, "tiếp 20 lượt công dân"), evidence_in(made.text, "nhận 12 đơn")]
    (passage,) = sentences_with(made, spans, 60)
    assert len(quoted(passage)) < 6 * 60
    assert quoted(passage).count("…") == 3
    assert [piece.text for piece in passage.pieces if piece.marked] == ["tiếp 20 lượt công dân", "nhận 12 đơn"]


def test_a_short_sentence_is_quoted_whole() -> None:
    made = document("Các cấp tiếp 20 lượt công dân trong năm 2019.")
    (passage,) = sentences_with(made, [evidence_in(made.text, "tiếp 20 lượt công dân")], 60)
    assert quoted(passage) == made.text.strip()


def test_an_article_that_has_changed_since_is_quoted_by_the_words_alone(tmp_path: Path) -> None:
    path = tmp_path / "bai.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    record = figures_of(path)
    path.write_text(f"Một dòng mới.\n\n{ARTICLE}", encoding="utf-8")
    found = passages([str(path)], {record.source: [record.statistics[0].evidence]}, 200)
    assert [quoted(passage) for passage in found[record.source.path]] == [record.statistics[0].evidence.text]


def test_the_articles_of_a_dataset_are_read_again_where_they_are(tmp_path: Path) -> None:
    path, dataset = tmp_path / "bai.txt", tmp_path / "tap.jsonl"
    path.write_text(ARTICLE, encoding="utf-8")
    dataset.write_bytes(b'{"source":{"path":')
    record = figures_of(path)
    found = passages([str(dataset)], {record.source: [record.statistics[0].evidence]}, 200)
    assert quoted(found[record.source.path][0]).startswith("Năm 2019, các cơ quan")
