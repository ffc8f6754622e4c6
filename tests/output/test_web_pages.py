"""Web pages as a browser reads them: the article's words come back, and nothing in them is markup."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
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
    Sheet,
    Span,
)
from danvan_cli.output.formats import Listing, Look
from danvan_cli.output.views.card import cards
from danvan_cli.output.views.changes import comparisons
from danvan_cli.output.web.blocks import render
from danvan_cli.record import Diff, DiffSide, TaskChange

HOSTILE = st.text(alphabet="a<>&;'\"/=!-[]{}`\\ scriptimgonerror#x3C\n“ạĐ", min_size=1, max_size=40)
EMPTY = {"meta", "br"}


class Page(HTMLParser):
    """A page taken apart: the elements in it, what they say, and whether each is closed."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.said: dict[str, list[str]] = {}
        self.comments: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "br":
            self.handle_data("\n")
        if tag not in EMPTY:
            self.open.append(tag)
            self.said.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.said[tag][-1] += data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def written(*blocks: Block) -> str:
    stream = io.StringIO()
    render(Listing(blocks, lambda items, _: items, "record"), stream, Look("vi", color=False, width=None))
    return stream.getvalue()


def page(*blocks: Block) -> Page:
    read = Page(written(*blocks))
    assert not read.open
    return read


def table(*cells: Cell) -> Sheet:
    return Sheet([Column(str(i), f"cột {i}") for i in range(len(cells))], [list(cells)])


KNOWN = {"h1", "p", "dl", "dt", "dd", "ol", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
KNOWN |= {"div", "span", "i", "br", "ins", "del"}
FRAME = {"html", "head", "meta", "title", "style", "body", "main"}


@given(HOSTILE)
def test_whatever_an_article_says_is_text_and_adds_no_element(text: str) -> None:
    blocks = [
        Heading(text),
        Facts([(text, text)]),
        Paragraph((Span(text, "added"), Span(text, "removed"))),
        Items([("1.", text, text), ("!", text, text)]),
        table(text, Number(1, text)),
        Chart(text, text, [Bar(text, text, 0.2, 0.4, text)]),
    ]
    read = page(*blocks)
    assert {tag for tag, _ in read.elements} <= FRAME | KNOWN
    assert {name for _, attributes in read.elements for name in attributes} <= {
        *("lang", "charset", "name", "content", "http-equiv", "class", "style", "scope", "value"),
        *("aria-hidden", "data-label", "colspan"),
    }
    assert not read.comments
    assert read.said["title"] == [text]
    assert read.said["td"][0] == text
    assert read.said["ins"] == read.said["del"] == [text]


@pytest.mark.parametrize("harmful", ["\x1b[31m", "\u202e", "\x00", "\ud800"])
def test_a_character_that_does_something_is_shown_as_one_that_does_nothing(harmful: str) -> None:
    assert page(Paragraph(f"đỏ {harmful}")).said["p"] == ["đỏ \ufffd" + harmful[1:]]


def test_a_page_stands_alone() -> None:
    text = written(Heading("http://a.vn/x.js"), Paragraph("<img src=http://a.vn/x.png>"))
    head = text[: text.index("</head>")]
    assert "default-src 'none'" in head
    assert not re.search(r"(?:src|href)=|url\(|@import|<script|<link", head)
    assert not any({"src", "href"} & set(attributes) for _, attributes in Page(text).elements)


def test_a_page_says_its_language_and_its_title_and_fits_a_phone() -> None:
    stream = io.StringIO()
    render(Listing([full_record()], cards, "record"), stream, Look("en", color=False, width=None))
    read = Page(stream.getvalue())
    assert ("html", {"lang": "en"}) in read.elements
    assert read.said["title"] == [full_record().title]
    assert any(attributes.get("name") == "viewport" for _, attributes in read.elements)
    for wanted in ("prefers-color-scheme: dark", "@media print", "max-width"):
        assert wanted in read.said["style"][0]


def test_a_page_of_nothing_says_so() -> None:
    assert page().said["p"] == ["Không có gì."]


def test_a_card_has_its_figures_its_tasks_and_its_warnings() -> None:
    stream = io.StringIO()
    render(Listing([full_record()], cards, "record"), stream, Look("vi", color=False, width=None))
    read = Page(stream.getvalue())
    assert "2.213" in read.said["td"]
    assert [attributes["value"] for tag, attributes in read.elements if tag == "li" and "value" in attributes] == [
        "1",
        "2",
    ]
    assert "! nêu 93,1% nhưng 343/418 là 82,1%" in read.said["li"]


def test_on_a_phone_each_cell_has_its_heading_beside_it() -> None:
    (cell,) = [attributes for tag, attributes in page(table("364", None)).elements if "data-label" in attributes]
    assert cell["data-label"] == "cột 0"


def test_words_that_changed_are_marked() -> None:
    side = DiffSide(record().source, "Báo cáo", "Lạng Sơn", None, None)
    change = TaskChange("changed", task(1, "trồng 5 cây"), task(1, "trồng 6 cây"), 0.9, "chỉ tiêu: 5 → 6")
    stream = io.StringIO()
    made = Diff(side, side, [change], [])
    render(Listing([made], comparisons, "diff", single=True), stream, Look("vi", color=False, width=None))
    read = Page(stream.getvalue())
    assert (read.said["del"], read.said["ins"]) == (["5"], ["6"])


def test_rows_of_one_province_stand_under_its_name() -> None:
    columns = [Column("province", "Tỉnh", group="section"), Column("a", "Chỉ tiêu", group="repeat"), Column("b", "Số")]
    rows: list[list[Cell]] = [["Lạng Sơn", "Đơn", "1"], ["Lạng Sơn", "Đơn", "2"], ["Nghệ An", "Đơn", "3"]]
    read = page(Sheet(columns, rows, Below("Nguyên văn", [[("1", "một đơn")], [], []])))
    assert read.said["th"] == ["Chỉ tiêu", "Số", "Lạng Sơn", "Nghệ An"]
    assert read.said["dd"] == ["một đơn"]
    again = [attributes["class"] for _, attributes in read.elements if "again" in (attributes.get("class") or "")]
    assert len(again) == 1  # the second row says what the first does; the first of the next province does not


def test_bars_are_as_long_as_their_figures() -> None:
    made = written(
        Chart("Kỳ", "Số", [Bar("2022", "50", 0.5, 0.5), Bar("2023", "20 – 80", 0.2, 0.8), Bar("…", "", 0, 0)])
    )
    assert re.findall(r"width:([\d.]+)%", made) == ["50.0", "20.0", "60.0"]
