"""Markdown as a reader of Markdown understands it: the article's words come back, and nothing else."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from records import full_record, record, task

from danvan_cli.output.blocks import (
    Bar,
    Below,
    Block,
    Cell,
    Chart,
    Column,
    Facts,
    Heading,
    Items,
    Number,
    Paragraph,
    Rich,
    Sheet,
    Span,
)
from danvan_cli.output.formats import Listing, Look
from danvan_cli.output.markdown import render
from danvan_cli.output.views.card import cards
from danvan_cli.output.views.changes import comparisons
from danvan_cli.record import Diff, DiffSide, StatisticChange, TaskChange, Warning

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = st.text(alphabet="a 1.)#|<>&;`*_~[](){}!\\$-+=:/\n\"'“”ạĐ", min_size=1, max_size=30)


def written(*blocks: Block) -> str:
    stream = io.StringIO()
    render(Listing(blocks, lambda items, _: items, "record"), stream, Look("vi", color=False, width=None))
    return stream.getvalue()


def inline(token: Token) -> str:
    """What is seen of an inline token: text, and line breaks where "<br>" was written."""
    seen = ""
    for child in token.children or ():
        assert child.type in ("text", "text_special", "html_inline", "strong_open", "strong_close", "s_open", "s_close")
        if child.type == "html_inline":
            assert child.content == "<br>"
            seen += "\n"
        seen += child.content if child.type in ("text", "text_special") else ""
    return seen


def seen(markdown: str) -> list[str]:
    """The text of each cell, heading, item and paragraph."""
    return [inline(token) for token in READER.parse(markdown) if token.type == "inline"]


def types(markdown: str) -> list[str]:
    return [token.type for token in READER.parse(markdown) if token.nesting == 1]


def table(*cells: Cell) -> Sheet:
    return Sheet([Column(str(i), f"cột {i}") for i in range(len(cells))], [list(cells)])


@given(st.lists(HOSTILE, min_size=2, max_size=3))
def test_a_cell_says_what_the_article_says_whatever_is_in_it(texts: list[str]) -> None:
    found = seen(written(table(*texts)))[len(texts) :]
    assert [text.strip() for text in found] == [text.strip() for text in texts]


@given(HOSTILE.filter(lambda text: text.strip()), st.sampled_from([Heading, Paragraph]))
def test_headings_and_prose_say_it_too(text: str, block: type[Heading | Paragraph]) -> None:
    markdown = written(block(text))
    assert types(markdown) == (["heading_open"] if block is Heading else ["paragraph_open"])
    assert [" ".join(found.split()) for found in seen(markdown)] == [" ".join(text.split())]


@given(HOSTILE, HOSTILE.filter(lambda text: text.strip()), HOSTILE)
def test_marks_never_show_as_signs(before: str, changed: str, after: str) -> None:
    markdown = written(table((Span(before), Span(changed, "removed"), Span(after)), "x"))
    assert seen(markdown)[2].strip() == (before + changed + after).strip()


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a|b", r"a\|b"),
        ("<script>", "&lt;script&gt;"),
        ("`rm`", r"\`rm\`"),
        ("hai\ndòng", "hai<br>dòng"),
        ("[xem](http://a.vn)", r"\[xem\](http://a.vn)"),
        ("AT&amp;T", "AT&amp;amp;T"),
        ("so_2_tw và _nghiêng_", r"so_2_tw và \_nghiêng\_"),
        ("\x1b[31mđỏ\u202e", "\ufffd\\[31mđỏ\ufffd"),
    ],
)
def test_what_would_be_markup_is_escaped(text: str, escaped: str) -> None:
    assert f"| {escaped} |" in written(table(text))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ((Span("năm "), Span("2019", "removed"), Span(", ở xã")), "năm ~~2019~~, ở xã"),
        ((Span("năm"), Span(" 2020 ", "added"), Span("ở xã")), "năm **2020** ở xã"),
        ((Span("còn lại"), Span(", báo cáo “kết quả”", "removed"), Span(".")), "còn lại, ~~báo cáo “kết quả~~”."),
        ((Span("xã"), Span(",", "removed"), Span(" phường")), "xã, phường"),
        ((Span("“"), Span("khéo", "added"), Span("”")), "“**khéo**”"),
    ],
)
def test_words_that_changed_are_marked_and_signs_beside_them_are_not(spans: Rich, expected: str) -> None:
    markdown = written(table(spans))
    assert f"| {expected} |" in markdown
    assert seen(markdown)[1] == "".join(span.text for span in spans if isinstance(span, Span))


def test_figures_stand_right_and_every_cell_is_filled() -> None:
    columns = [Column("province", "Tỉnh", group="section"), Column("value", "Số", "right")]
    made = written(Sheet(columns, [["Lạng Sơn", Number(2213, "2.213")], ["Lạng Sơn", None]]))
    assert made.splitlines() == ["| Tỉnh | Số |", "| --- | ---: |", "| Lạng Sơn | 2.213 |", "| Lạng Sơn |  |"]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([1, 2, 3], "<ol>"),
        ([4, 5], '<ol start="4">'),
        ([1, 3], "<strong>3.</strong>"),  # a list of Markdown would count "1, 2"
    ],
)
def test_tasks_keep_their_numbers(numbers: list[int], expected: str) -> None:
    assert expected in READER.render(written(Items([(f"{number}.", "nắm tình hình", "") for number in numbers])))


def test_a_number_at_the_start_of_a_line_begins_no_list() -> None:
    assert types(written(Paragraph("2019. Một năm"))) == ["paragraph_open"]
    assert types(written(Items([("•", "- gạch đầu dòng", "")]))).count("bullet_list_open") == 1
    assert types(written(Facts([("Nguồn", "# bài.txt")]))).count("heading_open") == 0


def test_a_card_is_headings_lists_and_tables() -> None:
    stream = io.StringIO()
    render(Listing([full_record()], cards, "record"), stream, Look("vi", color=False, width=40))
    kinds = types(stream.getvalue())
    assert {"heading_open", "bullet_list_open", "ordered_list_open", "table_open", "paragraph_open"} <= set(kinds)


def test_a_comparison_has_its_warnings_first_its_tasks_and_then_the_figures() -> None:
    side = DiffSide(record().source, "Báo cáo | một", "Lạng Sơn", None, None)
    old, new = task(1, "trồng 5 cây"), task(1, "trồng 6 cây")
    figure: Any = StatisticChange("visits", "Lượt tiếp", "lượt", 2213, 2418, 205, 9.3)
    made = Diff(
        side, side, [TaskChange("changed", old, new, 0.9, "chỉ tiêu: 5 → 6")], [figure], [Warning("x", "Lưu ý")]
    )
    stream = io.StringIO()
    render(Listing([made], comparisons, "diff", single=True), stream, Look("vi", color=False, width=None))
    text = stream.getvalue()
    rows = [text.index(part) for part in (r"Báo cáo \| một", "Lưu ý", "trồng ~~5~~ cây | trồng **6** cây", "| 2.213 |")]
    assert rows == sorted(rows)


def test_what_a_total_is_made_of_stands_in_a_column_of_its_own() -> None:
    sheet = table("Lạng Sơn", "564")._replace(
        below=Below("Nguyên văn", [[("364", "a|b.txt: 364 đơn"), ("200", "c.txt")]])
    )
    assert seen(written(sheet))[2:] == ["Nguyên văn", "Lạng Sơn", "564", "364 a|b.txt: 364 đơn\n200 c.txt"]


def test_a_chart_is_a_table_with_a_bar_in_each_row() -> None:
    chart = Chart("Kỳ", "Số", [Bar("năm 2019", "≥1.000", 0.5, 0.75), Bar("năm 2020", "–", 0, 0, "không có số liệu")])
    assert [cell.strip() for cell in seen(written(chart))[3:]] == [
        "năm 2019",
        "≥1.000",
        "█" * 10 + "░" * 5,
        "năm 2020",
        "–",
        "không có số liệu",
    ]
