"""PDF files: paragraphs out of lines, pages without their furniture, and one line about what has no text."""

from __future__ import annotations

import re

import pytest

import files
from danvan_cli.reading import ReadError, read_bytes

TEXT = """Xã Mẫu Hòa nhìn lại một năm dân vận
Sáng 21/12/2023, Huyện ủy Mẫu Hòa tổ chức hội nghị tổng kết công tác dân vận năm 2023, triển khai nhiệm vụ năm 2024 \
theo tinh thần Nghị quyết số 25-NQ/TW, với sự tham dự của đại diện cấp ủy các xã, thị trấn và các đoàn thể.
Năm 2023, toàn huyện tiếp 412 lượt công dân, tiếp nhận 96 đơn khiếu nại, tố cáo. Số đơn đã giải quyết là 90 đơn. Các \
cấp ủy tổ chức 15 cuộc đối thoại với nhân dân, nhiều hơn năm trước 3 cuộc. Mặt trận giám sát 12 cuộc.
Năm 2024, các cấp ủy tập trung các việc sau:
- đối thoại với nhân dân ở tất cả 15 xã, thị trấn, nhất là ở những nơi có dự án phải thu hồi đất của người dân;
- nhân rộng mô hình “Dân vận khéo”;
- giải quyết dứt điểm đơn thư."""
PARAGRAPHS = TEXT.split("\n")


def paragraphs(data: bytes) -> list[str]:
    return read_bytes(data, "bai.pdf").text.split("\n\n")


@pytest.mark.parametrize("indent", [0, 24])
@pytest.mark.parametrize("height", [300, 480, 842])
def test_lines_become_paragraphs_again_over_pages_too(indent: float, height: int) -> None:
    assert paragraphs(files.pdf(TEXT, indent=indent, height=height)) == PARAGRAPHS


def test_what_pages_repeat_is_not_the_article() -> None:
    data = files.pdf(TEXT, height=300, header="Bản tin nội bộ, số {page}, tháng 12", footer="Trang {page}/3")
    assert paragraphs(data) == PARAGRAPHS


def test_what_a_browser_prints_around_a_page_is_not_the_article() -> None:
    data = files.pdf(TEXT, height=842, header="21/12/2023, 16:45 Bản in", footer="https://example.vn/tin/bai.html 1/1")
    assert paragraphs(data) == PARAGRAPHS


@pytest.mark.parametrize("line", ["2020.", "Mô hình 1/3"])
def test_a_number_that_ends_a_page_may_be_the_article_s_own(line: str) -> None:
    assert paragraphs(files.pdf(f"{TEXT}\n{line}"))[-1] == line


def test_a_headline_on_two_centred_lines_stays_together() -> None:
    lines = ["HỘI NGHỊ TỔNG KẾT", "CÔNG TÁC DÂN VẬN"]
    data = files.pdf("\n".join([*lines, *PARAGRAPHS[1:]]), centred=2)
    assert read_bytes(data, "bai.pdf").text.startswith("\n".join(lines) + "\n\nSáng")


def test_an_old_font_in_a_pdf_is_read() -> None:
    old = "Hội nghị tổng kết công tác dân vận năm 2008 của huyện do nhà nước tổ chức"
    data, left = files.encoded(old, "tcvn3")
    shown = data.decode("cp1252").replace("\u00ad", "\u2212").replace("\u00b7", "\u2219")
    article = read_bytes(files.pdf(shown), "bai.pdf")
    assert (article.text, article.source.encoding) == (left, "tcvn3")


def problem(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "bai.pdf")
    assert "\n" not in str(caught.value)
    return caught.value.problem


def test_a_scan_is_said_to_have_no_text() -> None:
    assert (
        problem(files.pdf(" ")) == "is a PDF without text (1 page, perhaps scanned); run text recognition (OCR) on it"
    )


def test_a_pdf_with_a_password_is_said_to_be_locked() -> None:
    assert problem(files.pdf(TEXT, user_password="mo")).startswith("is a PDF locked with a password; ")


def test_a_pdf_that_only_may_not_be_printed_is_read() -> None:
    assert paragraphs(files.pdf(TEXT, owner_password="chu", user_password="")) == PARAGRAPHS


def test_a_damaged_pdf_is_refused() -> None:
    assert problem(files.pdf(TEXT)[:200]).startswith("is a PDF that is damaged; ")
    broken = re.sub(rb"/Type /Pages?\b", b"/Type /Xxxxx", files.pdf(TEXT))
    assert problem(broken).startswith("is a PDF ")


def test_a_pdf_of_a_thousand_pages_is_no_article() -> None:
    assert problem(files.pdf("\n".join(["x"] * 9_000), height=260)).startswith("is a PDF of 1,")
