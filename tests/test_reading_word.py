"""Word documents: everything that a reader sees of them, in its order, and one line about what cannot be read."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import pytest
from docx import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import files
from danvan_cli.parsing import parse
from danvan_cli.reading import ReadError, read_bytes


def text_of(document: Any) -> str:
    return read_bytes(files.saved(document), "bai.docx").text


def element(xml: str) -> str:
    """WordprocessingML with its namespaces declared."""
    name, _, rest = xml.removeprefix("<").partition(">")
    return f"<{name} {nsdecls('w')}>{rest}"


def test_paragraphs_and_tables_stand_in_the_order_of_the_document() -> None:
    document = WordDocument()
    document.add_heading("Kết quả năm 2023", 1)
    table = document.add_table(rows=3, cols=4)
    rows = [("STT", "Nội dung", "Đơn vị tính", "Kết quả"), ("1", "Số cuộc đối thoại", "cuộc", "171")]
    rows.append(("2", "Tỷ lệ giải quyết", "%", "94,3"))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("Nhiệm vụ năm 2024")
    assert text_of(document) == (
        "Kết quả năm 2023\n\nSTT | Nội dung | Đơn vị tính | Kết quả\nSố cuộc đối thoại: 171 cuộc\n"
        "Tỷ lệ giải quyết: 94,3%\n\nNhiệm vụ năm 2024"
    )


def test_figures_in_a_table_are_read() -> None:
    document = WordDocument()
    document.add_paragraph("Lạng Sơn tổng kết công tác dân vận năm 2023")
    document.add_paragraph(
        "Sáng 21/12/2023, Tỉnh ủy Lạng Sơn tổ chức hội nghị tổng kết công tác dân vận năm 2023 với kết quả sau đây:"
    )
    table = document.add_table(rows=2, cols=3)
    for row, cells in zip(
        table.rows, [("Nội dung", "ĐVT", "Năm 2023"), ("Số lượt công dân được tiếp", "lượt", "3.016")], strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("Hội nghị đã nghe các đơn vị tham luận và thảo luận về những việc phải làm trong năm tới.")
    figures = parse(read_bytes(files.saved(document), "bai.docx")).statistics
    assert [(figure.indicator, figure.value, figure.unit) for figure in figures] == [("visits", 3016, "lượt")]


def test_figures_of_two_years_are_told_apart() -> None:
    document = WordDocument()
    table = document.add_table(rows=2, cols=4)
    rows = [("Nội dung", "ĐVT", "Năm 2022", "Năm 2023"), ("Số đơn tiếp nhận", "đơn", "96", "105")]
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    assert text_of(document).endswith("Số đơn tiếp nhận, năm 2022: 96 đơn\nSố đơn tiếp nhận, năm 2023: 105 đơn")


def test_a_table_that_lays_out_the_page_is_its_paragraphs() -> None:
    document = WordDocument()
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    left.text, right.text = "TỈNH ỦY MẪU HÒA\nBAN DÂN VẬN", "ĐẢNG CỘNG SẢN VIỆT NAM"
    assert text_of(document) == "TỈNH ỦY MẪU HÒA\nBAN DÂN VẬN\nĐẢNG CỘNG SẢN VIỆT NAM"


def test_items_of_a_list_keep_their_numbers_and_bullets() -> None:
    document = WordDocument()
    for text in ("đối thoại với nhân dân;", "giải quyết đơn thư."):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("Ngoài ra:")
    for text in ("nhân rộng mô hình;", "kiểm tra các xã."):
        document.add_paragraph(text, style="List Bullet")
    assert text_of(document) == (
        "1. đối thoại với nhân dân;\n2. giải quyết đơn thư.\n\nNgoài ra:\n\n- nhân rộng mô hình;\n- kiểm tra các xã."
    )


def test_a_list_of_several_levels_counts_as_word_does() -> None:
    document = WordDocument()
    levels = [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")]
    xml = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(levels)
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(element(f'<w:abstractNum w:abstractNumId="90">{xml}</w:abstractNum>')))
    numbering.append(parse_xml(element('<w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num>')))
    for depth, text in [(0, "KẾT QUẢ"), (1, "Tiếp dân"), (2, "đơn"), (2, "thư"), (1, "Đối thoại"), (0, "NHIỆM VỤ")]:
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(parse_xml(element(f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr>')))
    assert text_of(document).split("\n") == [
        "I. KẾT QUẢ",
        "1. Tiếp dân",
        "a) đơn",
        "b) thư",
        "2. Đối thoại",
        "II. NHIỆM VỤ",
    ]


def test_a_headline_on_two_centred_lines_is_one() -> None:
    document = WordDocument()
    for line in ("HỘI NGHỊ TỔNG KẾT", "CÔNG TÁC DÂN VẬN NĂM 2023"):
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("Sáng 21/12/2023, Tỉnh ủy Lạng Sơn tổ chức hội nghị tổng kết công tác dân vận năm 2023.")
    record = parse(read_bytes(files.saved(document), "bai.docx"))
    assert record.title == "HỘI NGHỊ TỔNG KẾT CÔNG TÁC DÂN VẬN NĂM 2023"


TEXT_BOX = "<w:txbxContent><w:p><w:r><w:t>105 đơn</w:t></w:r></w:p></w:txbxContent>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:ins><w:r><w:t>tiếp 105 đơn</w:t></w:r></w:ins>", "tiếp 105 đơn"),
        ("<w:del><w:r><w:delText>96</w:delText><w:t>đơn</w:t></w:r></w:del><w:r><w:t>105</w:t></w:r>", "105"),
        ("<w:sdt><w:sdtContent><w:r><w:t>tiếp 105 đơn</w:t></w:r></w:sdtContent></w:sdt>", "tiếp 105 đơn"),
        ("<w:hyperlink><w:r><w:t>tiếp 105 đơn</w:t></w:r></w:hyperlink>", "tiếp 105 đơn"),
        ("<w:r><w:t>tiếp</w:t><w:tab/><w:t>105 đơn</w:t></w:r>", "tiếp 105 đơn"),
        ("<w:r><w:t>tiếp</w:t><w:br/><w:t>105 đơn</w:t></w:r>", "tiếp\n105 đơn"),
        ("<w:r><w:t>25</w:t><w:noBreakHyphen/><w:t>NQ/TW</w:t></w:r>", "25-NQ/TW"),
        ("<w:r><w:t>tiếp 105 đơn</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>", "tiếp 105 đơn"),
        ("<w:r><w:fldChar/><w:instrText>PAGE</w:instrText><w:t>105 đơn</w:t></w:r>", "105 đơn"),
        (f"<w:r><w:t>tiếp</w:t></w:r><w:r><w:pict>{TEXT_BOX}</w:pict></w:r>", "tiếp\n\n105 đơn"),
    ],
)
def test_what_a_reader_sees_is_the_text(inner: str, text: str) -> None:
    document = WordDocument()
    document.element.body.insert(-1, parse_xml(element(f"<w:p>{inner}</w:p>")))
    assert text_of(document) == text


def test_a_content_control_around_paragraphs_hides_none() -> None:
    document = WordDocument()
    control = "<w:sdt><w:sdtContent><w:p><w:r><w:t>tiếp 105 đơn</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(-1, parse_xml(element(control)))
    assert text_of(document) == "tiếp 105 đơn"


def test_a_document_in_an_old_font_is_read() -> None:
    document = WordDocument()
    document.add_paragraph("Héi nghÞ tæng kÕt c«ng t¸c d©n vËn n¨m 2008 cña huyÖn")
    document.element.body.insert(
        -1, parse_xml(element("<w:p><w:r><w:t>Nhµ n</w:t><w:softHyphen/><w:t>íc</w:t></w:r></w:p>"))
    )
    article = read_bytes(files.saved(document), "bai.docx")
    assert article.text == "Hội nghị tổng kết công tác dân vận năm 2008 của huyện\n\nNhà nước"
    assert article.source.encoding == "tcvn3"


def problem(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "bai.docx")
    assert "\n" not in str(caught.value)
    return caught.value.problem


def repacked(change: dict[str, bytes | None]) -> bytes:
    """A document with some of its parts replaced, or left out."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(files.word_document("Tin"))) as old, zipfile.ZipFile(file, "w", 8) as new:
        for name in old.namelist():
            part = change.get(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
    return file.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        files.word_document("Tin")[:-400],
        repacked({"word/document.xml": b"<w:document"}),
        repacked({"_rels/.rels": None}),
        repacked({"[Content_Types].xml": None}),
        repacked({"word/styles.xml": b"", "word/document.xml": b"<a/>"}),
    ],
)
def test_a_damaged_document_is_refused_in_one_line(data: bytes) -> None:
    assert "is a Word document (.docx) that is damaged; " in problem(data) or "is a ZIP archive" in problem(data)


def test_a_document_without_text_may_be_a_scan() -> None:
    assert problem(files.saved(WordDocument())).startswith("is a Word document (.docx) without text, perhaps a scan; ")


def test_a_document_with_a_password_is_said_to_be_locked() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(64)
    assert problem(data).startswith("is an Office document locked with a password")


def test_a_document_that_is_a_bomb_is_not_opened() -> None:
    data = repacked({"word/document.xml": b" " * 210_000_000})
    assert len(data) < 1_000_000
    assert "unpacks to 211 MB, too much for an article" in problem(data)


def test_a_document_of_entities_that_multiply_is_refused() -> None:
    bomb = (
        f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "{"x" * 1000}"><!ENTITY b "{"&a;" * 1000}">]>'
        f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>Tin{'&b;' * 1000}</w:t></w:r></w:p></w:body></w:document>"
    )
    assert "is damaged" in problem(repacked({"word/document.xml": bomb.encode()}))


def test_a_row_whose_columns_are_different_things_stays_cells_and_gives_no_figure() -> None:
    document = WordDocument()
    document.add_paragraph("Lạng Sơn tổng kết công tác dân vận năm 2023")
    document.add_paragraph("Sáng 21/12/2023, Tỉnh ủy Lạng Sơn họp tổng kết công tác dân vận năm 2023, kết quả như sau:")
    table = document.add_table(rows=2, cols=3)
    rows = [("Đơn vị", "Số lượt công dân được tiếp", "Số đơn tiếp nhận"), ("Hữu Lũng", "120", "15")]
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    article = read_bytes(files.saved(document), "bai.docx")
    assert article.text.endswith("Hữu Lũng | 120 | 15")
    assert parse(article).statistics == []
