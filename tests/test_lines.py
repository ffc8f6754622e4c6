"""What is the article and what the page around it: one line in its place, whole pages, and that nothing else moves."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from danvan_cli.reading.lines import KINDS, classify
from support import examples

TITLE = "Huyện Sông Thao nhìn lại công tác dân vận năm 2022"
DATE = "09:15 | 20/12/2022"
LEAD = (
    "Sáng 19/12, Huyện ủy Sông Thao tổ chức hội nghị tổng kết công tác dân vận năm 2022. Đồng chí Trần Văn Mẫu, "
    "Phó Bí thư Huyện ủy chủ trì hội nghị."
)
RESULTS = "Trong năm, các cơ quan hành chính tiếp 412 lượt công dân, tiếp nhận 96 đơn, giải quyết 90 đơn, đạt 93,7%."
TASKS = "Năm 2023, huyện tập trung đối thoại với nhân dân, nhân rộng mô hình “Dân vận khéo” ở 15 xã."
AUTHOR = "Lê Mộc"
ARTICLE = [TITLE, DATE, LEAD, RESULTS, TASKS, AUTHOR]
PLACES = {"top": 0, "head": 2, "middle": 4, "tail": 5, "end": 6}
SEPARATORS = ["\n", "\n\n"]


def rules(text: str) -> list[tuple[str, str]]:
    """Each line that is not blank, and the rule that knew it."""
    return [(text[line.start : line.end], line.rule) for line in classify(text) if line.kind != "blank"]


def put(line: str, place: str, *, separator: str) -> str:
    """An ordinary article with one more line in it."""
    lines = ARTICLE[:]
    lines.insert(PLACES[place], line)
    return separator.join(lines)


LINES = examples("lines")


@pytest.mark.parametrize("separator", SEPARATORS, ids=["dense", "spaced"])
@pytest.mark.parametrize("row", LINES, ids=lambda row: f"{row['rule'] or 'body'}: {row['text'][:40]}")
def test_a_line_is_known_for_what_it_is(row: dict[str, Any], separator: str) -> None:
    found = rules(put(row["text"], row["place"], separator=separator))
    known = [rule for text, rule in found if text == row["text"].strip()]
    assert row["rule"] in known, f"{row['why']}: {known}"


def test_every_rule_has_an_example() -> None:
    assert set(KINDS) == {row["rule"] for row in LINES} - {""}


AROUND = [row for row in LINES if row["place"] in ("top", "end") and KINDS.get(row["rule"]) == "noise"]


@pytest.mark.parametrize("separator", SEPARATORS, ids=["dense", "spaced"])
@pytest.mark.parametrize("row", AROUND, ids=lambda row: row["text"][:40])
def test_a_page_line_around_an_article_moves_no_line_of_it(row: dict[str, Any], separator: str) -> None:
    assert [pair for pair in rules(put(row["text"], row["place"], separator=separator)) if pair[0] in ARTICLE] == rules(
        separator.join(ARTICLE)
    )


@pytest.mark.parametrize("separator", SEPARATORS, ids=["dense", "spaced"])
def test_a_whole_page_around_an_article_moves_no_line_of_it(separator: str) -> None:
    top = [row["text"] for row in AROUND if row["place"] == "top" and row["rule"] != "page_title"]
    end = [row["text"] for row in AROUND if row["place"] == "end"]
    for shift in range(0, len(end), 3):
        page = [*top[shift % len(top) :], *ARTICLE, *end[shift:], *end[:shift]]
        assert [pair for pair in rules(separator.join(page)) if pair[0] in ARTICLE] == rules(separator.join(ARTICLE))


@pytest.mark.parametrize("row", examples("pages"), ids=lambda row: row["why"])
def test_a_page_is_read_line_by_line(row: dict[str, Any]) -> None:
    text = row["text"].strip("\n")
    expected = [tuple(pair) for pair in row["rules"]]
    found = rules(text)
    assert [(line[:30], rule) for line, rule in found if rule] == [(line[:30], rule) for line, rule in expected]


def test_the_article_alone_is_all_article() -> None:
    assert [rule for _, rule in rules("\n\n".join(ARTICLE))] == ["", "dateline", "", "", "", "byline"]


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2020, huyện tiếp 364 lượt công dân",
        "Tổng kết công tác dân vận năm 2020",
        "1. Đẩy mạnh đối thoại.\n2. Nhân rộng 15 mô hình.\n3. Khen thưởng.",
        "Chủ tịch UBND xã Trần Văn Mẫu tiếp công dân",
    ],
)
def test_a_few_words_without_a_page_are_the_article(text: str) -> None:
    assert {rule for _, rule in rules(text)} == {""}


def test_lines_cover_the_text_in_order_and_are_trimmed() -> None:
    text = "\n\n  " + "\n \n".join(itertools.chain(ARTICLE, ["  Chia sẻ \u00a0Facebook\t", ""]))
    lines = classify(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(lines))
    for line in lines:
        words = text[line.start : line.end]
        assert words == words.strip()
        assert (words == "") == (line.kind == "blank")
    assert "".join(text[line.start : line.end] for line in lines) == "".join(part.strip() for part in text.split("\n"))


def test_an_author_at_the_end_of_one_long_line_is_a_line_of_its_own() -> None:
    body = " ".join([LEAD, RESULTS, TASKS] * 2)
    assert rules(f"{TITLE}\n{body} Hải Yến - PV") == [(TITLE, ""), (body, ""), ("Hải Yến - PV", "byline")]


def test_an_archive_s_day_before_the_headline_is_a_line_of_its_own() -> None:
    assert rules(f"date 2022-12-20 {TITLE}\n\n{LEAD}") == [("date 2022-12-20", "dateline"), (TITLE, ""), (LEAD, "")]


@pytest.mark.parametrize(
    "caption",
    [
        "Công an huyện kiểm kê tang vật. Ảnh: Lê Mộc/BST ",
        "Công an huyện kiểm kê tang vật. Ảnh: Lê Mộc",
        "Bí thư Huyện ủy Trần Văn Mẫu trao Giấy khen cho các tập thể (bên trái). Ảnh: BST",
        "Các đồng chí lãnh đạo huyện chụp ảnh lưu niệm với các đại biểu",
        "Ảnh minh họa",
    ],
)
def test_a_caption_before_the_first_sentence_of_one_long_line_is_a_line_of_its_own(caption: str) -> None:
    body = " ".join([LEAD.replace("Sáng 19/12", "Trong tuần"), RESULTS, TASKS] * 2)
    assert rules(f"{TITLE}\n{caption} {body}") == [(TITLE, ""), (caption.strip(), "caption"), (body, "")]


@pytest.mark.parametrize(
    "opening",
    [
        "Hội Nhiếp ảnh huyện mở lớp tập huấn.",
        "Bộ ảnh: Người Sông Thao được trưng bày tại nhà văn hóa huyện trong ba ngày, thu hút đông đảo người xem.",
        "Đồng chí Trần Văn Mẫu, Bí thư Huyện ủy Sông Thao cho biết, Chiều 19/12 huyện đã tiếp công dân.",
    ],
)
def test_a_long_line_that_begins_with_a_sentence_is_whole(opening: str) -> None:
    body = " ".join([opening, *[RESULTS, TASKS] * 2])
    assert rules(f"{TITLE}\n{body}") == [(TITLE, ""), (body, "")]
