"""From bytes to a document: encodings, files that are no article, and what a path stands for."""

from __future__ import annotations

import errno
import io
import os
import pickle
import subprocess
import sys
import textwrap
import unicodedata
import zipfile
from pathlib import Path

import pytest
from commands import BASE

from danvan_cli.document import Document
from danvan_cli.reading import ReadError, documents, inputs, read, read_bytes
from danvan_cli.reading.files import refusal, shown
from support import ROOT, record

TEXT = "Hòa Bình: tổng kết công tác dân vận\n\nNăm 2020, tỉnh tiếp 1.204 lượt công dân, đạt 93,1% kế hoạch.\n"


def problem(data: bytes) -> str:
    """What is said of bytes that cannot be read."""
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "bai.txt")
    assert str(caught.value) == f"bai.txt: {caught.value.problem}"
    assert "\n" not in str(caught.value)
    return caught.value.problem


@pytest.mark.parametrize(
    ("codec", "mark", "encoding"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32-le"),
    ],
)
def test_unicode_in_every_form_reads_the_same(codec: str, mark: bytes, encoding: str) -> None:
    document = read_bytes(mark + TEXT.encode(codec), "bai.txt")
    assert document.text == TEXT
    assert (document.source.format, document.source.encoding) == ("text", encoding)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"])
def test_every_line_end_is_a_line_end(end: str) -> None:
    assert read_bytes(TEXT.replace("\n", end).encode(), "bai.txt").text == TEXT


def test_a_mixture_of_line_ends_is_no_trouble() -> None:
    assert read_bytes(b"A\r\nB\rC\nD", "bai.txt").text == "A\nB\nC\nD"


def test_letters_and_tones_apart_become_one() -> None:
    apart = unicodedata.normalize("NFD", TEXT)
    assert apart != TEXT
    assert read_bytes(apart.encode(), "bai.txt").text == TEXT


def test_what_cannot_be_seen_is_gone() -> None:
    assert read_bytes("dân\u200b v\u00adận\x1b[31m\ufeff".encode(), "bai.txt").text == "dân vận[31m"


@pytest.mark.parametrize("sign", ["\u061c", "\u202e", "\u2066", "\u2069", "\u206f", "\ufff9", "\U000e0041"])
def test_nothing_turns_a_line_around_or_hides_letters_in_it(sign: str) -> None:
    assert read_bytes(f"dân{sign} vận".encode(), "bai.txt").text == "dân vận"


def test_the_source_tells_the_bytes_apart_and_counts_code_points() -> None:
    source = read_bytes(TEXT.encode(), "bai.txt").source
    assert (source.path, source.characters, len(source.sha256)) == ("bai.txt", len(TEXT), 64)
    assert source.sha256 != read_bytes(TEXT.encode("utf-16"), "bai.txt").source.sha256


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\ufeff\u00a0\u200b\n".encode()])
def test_nothing_is_not_an_article(data: bytes) -> None:
    assert "empty" in problem(data) or "no text" in problem(data)


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><html><p>Tin</p></html>",
        "\ufeff  <html>Tin".encode("utf-16-le"),
        b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><p>Tin</p></html>',
        b"<!-- cache --><html>Tin</html>",
    ],
)
def test_a_web_page_is_known_by_its_beginning(data: bytes) -> None:
    document = read_bytes(data, "bai.txt")
    assert (document.text, document.source.format) == ("Tin", "html")


def _archive(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "is a PDF that is damaged"),
        (b"\n\n%PDF-1.4", "is a PDF that is damaged"),
        (_archive("[Content_Types].xml", "word/document.xml"), "is a Word document (.docx) that is damaged"),
        (_archive("[Content_Types].xml", "xl/workbook.xml"), "is an Excel workbook"),
        (_archive("content.xml"), "is an OpenDocument file"),
        (b"PK\x03\x04broken", "is a ZIP archive, not an article; give danvan its file, or name a file in it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is an old Office file (.doc, .xls, .ppt)"),
        (b"{\\rtf1\\ansi", "is an RTF document"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "is a picture (PNG)"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "is a picture (JPEG)"),
        (b"GIF89a" + bytes(20), "is a picture (GIF)"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "is a picture (WebP)"),
        (b"\x00\x00\x00\x20ftypisom", "is a video (MP4)"),
        (b"\x1f\x8b\x08" + bytes(20), "is a gzip file"),
        (b"\x7fELF" + bytes(20), "is a program"),
        (b"SQLite format 3\x00" + bytes(20), "is an SQLite database"),
        (b"PAR1" + bytes(20), "is a Parquet file"),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0", "is a web archive (MHTML)"),
        (bytes(range(256)) * 8, "is a binary file of no kind that danvan knows"),
        (b"Tin " + bytes(2000), "is a binary file"),
        (
            "Tổng kết công tác dân vận".encode()[:-3] + b"\xe1\xba",
            "is not text in UTF-8, UTF-16 or an old Vietnamese encoding (byte 31 is not UTF-8); convert it",
        ),
        (
            b"\xff\xfe\x00\xd8\x41\x00",
            "is not text in UTF-8, UTF-16 or an old Vietnamese encoding (byte 3 is not UTF-16-LE",
        ),
    ],
)
def test_what_is_no_text_is_named_for_what_it_is(data: bytes, said: str) -> None:
    assert problem(data).startswith(said)
    assert len(problem(data)) > len(said), "and what to do"


@pytest.mark.parametrize(
    "text", ["PK là tên viết tắt của phòng khám xã.", "BZ", "Mime", "<Ảnh> Hội nghị", "II. Kết quả"]
)
def test_a_name_or_a_few_letters_make_no_format(text: str) -> None:
    assert read_bytes(text.encode(), "bai.pdf").text == text


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"bai\.txt: no such file or folder; check the spelling"):
        read(tmp_path / "bai.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="is a folder; give a file in it"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("bai.txt/muc", "a part of the path is a file"),
        ("vong", "is a link that leads back to itself"),
        ("a" * 3000, "the name is longer than any file's"),
        ("bai\x00.txt", "no file's name can have a NUL in it"),
        ("ong", "is a pipe, not a file; to read from a pipe give -"),
    ],
)
def test_what_is_no_file_is_said_at_once(tmp_path: Path, path: str, said: str) -> None:
    (tmp_path / "bai.txt").write_text(TEXT)
    (tmp_path / "vong").symlink_to("vong")
    os.mkfifo(tmp_path / "ong")
    with pytest.raises(ReadError) as caught:
        read(f"{tmp_path}/{path}")
    assert said in caught.value.problem


def test_a_device_is_no_file() -> None:
    with pytest.raises(ReadError, match="/dev/null: is a device, not a file"):
        read("/dev/null")


def test_a_refusal_says_who_is_refused() -> None:
    error = refusal("bai.txt", PermissionError(errno.EACCES, "Permission denied"))
    assert str(error) == "bai.txt: may not be read by you; ask for the right to read it, or copy it"
    assert "Input/output error" in str(refusal("bai.txt", OSError(errno.EIO, "Input/output error")))


def test_a_name_cannot_speak_to_the_terminal() -> None:
    assert shown("b\x1b[31mài\n.txt") == "b\ufffd[31mài\ufffd.txt"
    assert shown(os.fsdecode(b"b\xe0i.txt")) == "b\ufffdi.txt"


def test_an_error_goes_through_a_worker_whole() -> None:
    error = pickle.loads(pickle.dumps(ReadError("bai.txt", "is empty")))
    assert (error.path, error.problem, str(error)) == ("bai.txt", "is empty", "bai.txt: is empty")


def test_standard_input_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("utf-16"))))
    document = read("-")
    assert (document.text, document.source.path) == (TEXT, "-")


def test_empty_standard_input_is_named_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    with pytest.raises(ReadError, match=r"^standard input: is empty"):
        read("-")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles of two provinces beside what is none, a hidden folder, and links that lead in circles."""
    for name in ("b.txt", "a/2.txt", "a/10.TXT", "a/.git/x.txt", "a/.ẩn.txt", "c/bài.text", "README.md", "c/ảnh.png"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT)
    (tmp_path / "c" / "lên").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "d").symlink_to("a", target_is_directory=True)
    return tmp_path


def names(root: Path, *paths: str | Path) -> list[str]:
    """What ``paths`` stand for, relative to ``root``; failures by their problem."""
    return [item.problem if isinstance(item, ReadError) else os.path.relpath(item.path, root) for item in inputs(paths)]


def test_a_folder_is_its_articles_in_order_and_each_once(folder: Path) -> None:
    assert names(folder, folder) == ["a/10.TXT", "a/2.txt", "b.txt", "c/bài.text"]


def test_a_file_that_is_named_is_always_tried(folder: Path) -> None:
    assert names(folder, folder / "README.md", folder / "a" / ".ẩn.txt") == ["README.md", "a/.ẩn.txt"]


def test_a_folder_of_other_files_is_tried_rather_than_passed_over(tmp_path: Path) -> None:
    (tmp_path / "báo cáo 2020").write_text(TEXT)
    (tmp_path / "quét.rtf").write_bytes(b"{\\rtf1")
    found = list(documents([tmp_path]))
    assert [type(item) for item in found] == [Document, ReadError]


def test_an_empty_folder_says_what_would_count(tmp_path: Path) -> None:
    (said,) = names(tmp_path, tmp_path)
    assert said.startswith("has no article in it; danvan looks for files that end in ")
    assert said.endswith(".text, .txt, .xhtml, .zip")


def test_a_bad_path_costs_no_other(folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"\xff\xff")
    found = list(documents([folder / "mất.txt", folder / "b.txt", folder / "a"]))
    assert [type(item) for item in found] == [ReadError, ReadError, Document, Document]


def test_a_link_to_nothing_in_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("mất.txt")
    (tmp_path / "b.txt").write_text(TEXT)
    assert names(tmp_path, tmp_path) == ["no such file or folder; check the spelling of the path", "b.txt"]


def test_the_same_folder_gives_the_same_order_every_time(folder: Path) -> None:
    assert names(folder, folder, folder) == names(folder, folder) * 2


PARAGRAPHS = [
    "Huyện Sông Thao nhìn lại công tác dân vận",
    "Sáng 19/12, Huyện ủy Sông Thao tổ chức hội nghị tổng kết công tác dân vận năm 2022, triển khai nhiệm vụ năm 2023.",
    "Đồng chí Trần Văn Mẫu, Phó Bí thư Thường trực Huyện ủy, Chủ tịch HĐND huyện Sông Thao dự và chủ trì hội nghị này.",
    "Năm 2022, các cơ quan hành chính của huyện tiếp 412 lượt công dân, tiếp nhận 96 đơn, giải quyết dứt điểm 90 đơn.",
    "Năm 2023, các cấp ủy tập trung hai việc: đối thoại với nhân dân ở tất cả 15 xã; nhân rộng mô hình “Dân vận khéo”.",
]


@pytest.mark.parametrize("width", [60, 72, 100])
def test_paragraphs_that_were_cut_into_lines_are_whole_again(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    assert read_bytes(wrapped.encode(), "bai.txt").text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "Nhiệm vụ quý II:\n- đối thoại với nhân dân;\n- giải quyết đơn thư;\n- nhân rộng mô hình.\n",
        "Trần Văn Mẫu\nPhó Bí thư\nĐỗ Văn Thử\nTrưởng Ban Dân vận\n",
        "một\n\nhai\n\nba\n\nbốn",
    ],
)
def test_lines_that_end_on_purpose_stay_lines(text: str) -> None:
    assert read_bytes(text.encode(), "bai.txt").text == text


ENGLISH = "The provincial committee held a meeting on Monday to review mass mobilisation work in the year 2020. " * 3
FRENCH = "Le comité provincial a tenu une réunion lundi pour évaluer le travail de l'année passée à Hà Nội. " * 3
BARE = (
    "Hoi nghi tong ket cong tac dan van nam 2020 cua Ban Dan van Tinh uy da danh gia ket qua dat duoc trong nam. " * 3
)


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, BARE], ids=["English", "French", "without diacritics"])
def test_an_article_that_is_not_vietnamese_is_warned_about(text: str) -> None:
    warnings = record(text).warnings
    assert "not_vietnamese" in [warning.code for warning in warnings]


@pytest.mark.parametrize("text", [TEXT * 3, "Ban Dân vận", "OK", unicodedata.normalize("NFD", TEXT * 3)])
def test_vietnamese_or_too_little_to_tell_is_not(text: str) -> None:
    assert "not_vietnamese" not in [warning.code for warning in record(text).warnings]


def test_a_text_file_loads_no_library_of_another_format() -> None:
    code = (
        "import sys\nfrom danvan_cli import parse, read\nparse(read(sys.argv[1]))\n"
        "print({'trafilatura', 'lxml', 'ftfy', 'docx', 'pypdfium2'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", code, str(ROOT / "samples" / "lang-son" / "2023-nam.txt")]
    ran = subprocess.run(command, capture_output=True, env=BASE, check=True, text=True)
    assert ran.stdout.strip() == "set()"
