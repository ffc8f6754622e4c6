"""Web pages: which text is the article, what the head says of it, and how the page is encoded."""

from __future__ import annotations

import pytest

import files
from danvan_cli.document import Document, Metadata
from danvan_cli.parsing import parse
from danvan_cli.reading import ReadError, read_bytes
from support import document

ARTICLE = """Xã Mẫu Hòa nhìn lại một năm dân vận

21/12/2023 16:45 (GMT+7)

Sáng 21/12/2023, Huyện ủy Mẫu Hòa tổ chức hội nghị tổng kết công tác dân vận năm 2023, triển khai nhiệm vụ năm 2024.

Đồng chí Trần Văn Mẫu, Phó Bí thư Thường trực Huyện ủy dự và chủ trì hội nghị. Năm 2023, toàn huyện tiếp 412 lượt công \
dân, tiếp nhận 96 đơn khiếu nại, tố cáo.

Năm 2024, các cấp ủy tập trung hai việc: đối thoại với nhân dân ở tất cả 15 xã; nhân rộng mô hình “Dân vận khéo”.

Thu Hiền
"""


def page(head: str = "", body: str = "") -> Document:
    markup = files.web_page(document(ARTICLE), head=head)
    return read_bytes(markup.replace("<p>Thu Hiền</p>", f"{body}<p>Thu Hiền</p>").encode(), "bai.html")


def test_the_text_is_the_article_without_the_page() -> None:
    assert page().text == ARTICLE.strip()


def test_the_head_of_a_page_gives_day_outlet_and_author() -> None:
    head = (
        '<meta property="og:site_name" content="Cổng thông tin Mẫu Hòa"><meta name="author" content="Thu Hiền">'
        '<meta property="article:published_time" content="2023-12-22T01:45:00Z">'
        '<meta property="og:title" content="Xã Mẫu Hòa nhìn lại một năm dân vận - Cổng thông tin Mẫu Hòa">'
    )
    found = page(head)
    assert found.metadata == Metadata(
        "Xã Mẫu Hòa nhìn lại một năm dân vận", "2023-12-22T08:45", "Cổng thông tin Mẫu Hòa", "Thu Hiền"
    )
    record = parse(found)
    assert (record.published, record.outlet) == ("2023-12-22T08:45", "Cổng thông tin Mẫu Hòa")


def test_the_head_may_say_it_in_json() -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2023-12-21 16:45",'
        ' "author": [{"@type": "Person", "name": "Thu Hiền"}], "publisher": {"name": "Báo Mẫu"}}]}</script>'
        '<script type="application/ld+json">{broken</script><link rel="canonical" href="https://baolangson.vn/a.html">'
    )
    assert page(head).metadata == Metadata(
        "Xã Mẫu Hòa nhìn lại một năm dân vận", "2023-12-21T16:45", "Báo Lạng Sơn", "Thu Hiền"
    )


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ("21/12/2023 16:45", "2023-12-21T16:45"),
        ("2023-12-21", "2023-12-21"),
        ("2023-12-21T00:00:00+07:00", "2023-12-21"),
        ("1970-01-01T00:00:00Z", None),
        ("31/02/2023", None),
        ("0001-01-01T00:00:00+23:00", None),
        ("hôm qua", None),
    ],
)
def test_a_day_in_the_head_is_believed_only_where_it_is_one(given: str, published: str | None) -> None:
    assert page(f'<meta itemprop="datePublished" content="{given}">').metadata.published == published


@pytest.mark.parametrize("author", ["admin", "Báo Mẫu Hòa", "https://facebook.com/bao", "mauhoa@example.vn", "User12"])
def test_nobody_is_no_author(author: str) -> None:
    assert page(f'<meta name="author" content="{author}">').metadata.author is None


def test_without_a_head_the_page_speaks_for_itself() -> None:
    record = parse(page())
    assert (record.published, record.author) == ("2023-12-21T16:45", "Thu Hiền")


def test_figures_of_a_table_are_read_with_their_label_and_unit() -> None:
    table = (
        "<table><tr><th>STT</th><th>Nội dung</th><th>ĐVT</th><th>Kết quả</th></tr>"
        "<tr><td>1</td><td>Số cuộc đối thoại</td><td>cuộc</td><td>171</td></tr>"
        "<tr><td>2</td><td>Tỷ lệ giải quyết đơn khiếu nại</td><td>%</td><td>94,3</td></tr></table>"
    )
    text = page(body=table).text
    assert "Số cuộc đối thoại: 171 cuộc\nTỷ lệ giải quyết đơn khiếu nại: 94,3%" in text


@pytest.mark.parametrize(
    ("codec", "declared", "encoding"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("utf-8", "iso-8859-1", "utf-8"),
        ("utf-16", "utf-8", "utf-16-le"),
        ("utf-8-sig", "windows-1252", "utf-8"),
    ],
)
def test_the_bytes_say_how_a_page_is_encoded_whatever_it_declares(codec: str, declared: str, encoding: str) -> None:
    markup = files.web_page(document(ARTICLE)).replace('charset="utf-8"', f'charset="{declared}"')
    found = read_bytes(markup.encode(codec), "bai.html")
    assert (found.text, found.source.encoding) == (ARTICLE.strip(), encoding)


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii", "cp1258"])
def test_a_page_in_an_old_encoding_is_read(encoding: str) -> None:
    markup = files.web_page(document(ARTICLE)).replace('charset="utf-8"', 'charset="x-user-defined"')
    data, _ = files.encoded(markup, encoding)
    found = read_bytes(data, "bai.html")
    assert "tiếp 412 lượt công dân" in found.text
    assert found.source.encoding == encoding


def test_a_page_is_read_whole_where_no_main_text_is_found() -> None:
    rows = "".join(f"<tr><td>{line}</td></tr>" for line in ARTICLE.split("\n") if line)
    assert "412 lượt công dân" in read_bytes(f"<html><table>{rows}</table></html>".encode(), "bai.html").text


@pytest.mark.parametrize("markup", ["<html></html>", "<html><script>var x = 1;</script></html>", "<!doctype html>"])
def test_a_page_without_a_word_is_refused(markup: str) -> None:
    with pytest.raises(ReadError, match=r"^bai\.html: (?:has no text in it|is a web page with nothing in it)"):
        read_bytes(markup.encode(), "bai.html")


def test_a_page_that_is_absurdly_large_is_refused() -> None:
    with pytest.raises(ReadError, match="is a web page of 21 MB, too large for an article"):
        read_bytes(b"<html>" + b" " * 21_000_000, "bai.html")


def test_a_page_nested_deep_is_read_and_one_nested_to_hurt_refused() -> None:
    def nested(depth: int) -> bytes:
        return f"<html>{'<div>' * depth}Hội nghị tổng kết công tác dân vận{'</div>' * depth}</html>".encode()

    assert "Hội nghị" in read_bytes(nested(200), "bai.html").text
    with pytest.raises(ReadError, match="has no text in it"):
        read_bytes(nested(20_000), "bai.html")


def test_a_web_archive_without_a_page_is_refused() -> None:
    with pytest.raises(ReadError, match="with no page in it"):
        read_bytes(b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nTin", "bai.mhtml")


def test_a_web_archive_knows_where_its_page_stood() -> None:
    archive = files.web_archive(files.web_page(document(ARTICLE)))
    assert read_bytes(archive, "bai.mhtml").metadata.outlet == "Báo Lạng Sơn"


def test_days_and_headlines_of_other_articles_beside_it_are_not_the_article_s() -> None:
    others = "".join(
        f"<li><a href='/{day}'>Huyện Thử số {day} đối thoại với nhân dân các xã</a><div>{day}/12/2023</div></li>"
        for day in range(10, 16)
    )
    markup = files.web_page(document(ARTICLE)).replace("<body>", f"<body><div class='left'><ul>{others}</ul></div>")
    found = read_bytes(markup.encode(), "bai.html")
    assert found.text == ARTICLE.strip()
    assert parse(found).published == "2023-12-21T16:45"
