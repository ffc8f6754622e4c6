"""ZIP archives: read as folders are, each file an article, and never more unpacked than an article may be."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

import files
from danvan_cli.document import Document
from danvan_cli.reading import ReadError, documents, inputs, read
from support import document

TEXT = "Mẫu Hòa tổng kết công tác dân vận năm 2023"


def archive(members: dict[str, bytes | str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return file.getvalue()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "báo cáo.zip"


def names(path: Path) -> list[str]:
    """What is in the archive at ``path``: names behind its own, failures by their message."""
    found = [str(item) if isinstance(item, ReadError) else item.name for item in inputs([path])]
    return [name.removeprefix(f"{path}/") for name in found]


def test_each_file_in_an_archive_is_an_article(path: Path) -> None:
    lead = "Sáng 21/12/2023, Huyện ủy Mẫu Hòa tổ chức hội nghị tổng kết công tác dân vận năm 2023."
    page = files.web_page(document(f"{TEXT}\n\n{lead}\n"))
    word, pdf = files.word_document(TEXT), files.pdf(TEXT)
    path.write_bytes(archive({"2023/b.txt": TEXT, "2023/a.html": page, "c.docx": word, "d.pdf": pdf}))
    found = list(documents([path]))
    assert [item.source.path for item in found if isinstance(item, Document)] == [
        f"{path}/{name}" for name in ("2023/a.html", "2023/b.txt", "c.docx", "d.pdf")
    ]
    assert all(isinstance(item, Document) and item.text.startswith(TEXT) for item in found)


def test_a_folder_with_an_archive_in_it_is_read_through(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(archive({"1.txt": TEXT, "2.txt": TEXT}))
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "c.txt").write_text(TEXT)
    found = [item.name for item in inputs([tmp_path]) if not isinstance(item, ReadError)]
    assert found == [f"{tmp_path}/{name}" for name in ("a.txt", "b.zip/1.txt", "b.zip/2.txt", "c.txt")]


def test_an_archive_in_an_archive_is_read_and_a_third_is_told(path: Path) -> None:
    deep = archive({"d.zip": archive({"e.txt": TEXT}), "c.txt": TEXT})
    path.write_bytes(archive({"b.zip": deep, "a.txt": TEXT}))
    assert names(path) == [
        "a.txt",
        "b.zip/c.txt",
        "b.zip/d.zip: is an archive in an archive in an archive; unpack it first",
    ]
    assert read(f"{path}/b.zip/c.txt").text == TEXT


def test_the_name_that_a_record_gives_can_be_asked_for(path: Path) -> None:
    path.write_bytes(archive({"2023/bài 1.txt": TEXT}))
    article = read(f"{path}/2023/bài 1.txt")
    assert (article.text, article.source.path) == (TEXT, f"{path}/2023/bài 1.txt")
    assert [item.name for item in inputs([article.source.path]) if not isinstance(item, ReadError)] == [
        article.source.path
    ]
    with pytest.raises(ReadError, match=r"zip/2023/bài 2\.txt: no such file in the archive"):
        read(f"{path}/2023/bài 2.txt")


def test_other_files_in_an_archive_count_only_where_there_is_no_article(path: Path) -> None:
    path.write_bytes(
        archive({"a.txt": TEXT, "ảnh.png": b"\x89PNG", "__MACOSX/._a.txt": "x", ".ẩn.txt": "x", "trống/": ""})
    )
    assert names(path) == ["a.txt"]
    path.write_bytes(archive({"báo cáo": TEXT}))
    assert names(path) == ["báo cáo"]


def test_names_in_utf_8_that_do_not_say_so_are_read_as_such(path: Path) -> None:
    data = archive({"bài.txt": TEXT})
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.index(mark) + (6 if mark == b"PK\x03\x04" else 8)
        data = data[:at] + struct.pack("<H", 0) + data[at + 2 :]
    path.write_bytes(data)
    assert names(path) == ["bài.txt"]
    assert read(f"{path}/bài.txt").text == TEXT


def locked(data: bytes) -> bytes:
    """The archive with its first member marked as encrypted."""
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + flags
        data = data[:at] + bytes([data[at] | 1]) + data[at + 1 :]
    return data


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ({"../../a.txt": TEXT}, "has a name that leads out of its archive; it is not read"),
        ({"/etc/a.txt": TEXT}, "has a name that leads out of its archive; it is not read"),
        ({"C:\\a.txt": TEXT}, "has a name that leads out of its archive; it is not read"),
        ({"a.txt": b"\0" * 210_000_000}, "is 210 MB, too large for an article"),
        ({"a.txt": b""}, "is empty"),
        ({"a.txt": b"\x89PNG\r\n\x1a\n"}, "is a picture (PNG)"),
        ({"a.zip": b"PK\x03\x04"}, "is a ZIP archive that is damaged"),
    ],
)
def test_a_bad_file_in_an_archive_is_named_and_costs_no_other(
    path: Path, bad: dict[str, bytes | str], said: str
) -> None:
    path.write_bytes(archive({**bad, "z.txt": TEXT}))
    assert path.stat().st_size < 1_000_000
    *failed, good = documents([path])
    assert isinstance(good, Document)
    (error,) = failed
    assert isinstance(error, ReadError)
    assert error.problem.startswith(said)
    assert "\n" not in str(error)


def test_a_locked_file_and_a_damaged_one_are_told_apart(path: Path) -> None:
    path.write_bytes(locked(archive({"a.txt": TEXT, "b.txt": TEXT})))
    error, good = documents([path])
    assert isinstance(good, Document)
    assert "is locked with a password; unpack the archive" in str(error)
    data = bytearray(archive({"a.txt": TEXT * 20, "b.txt": TEXT}))
    data[45:50] = b"xxxxx"
    path.write_bytes(bytes(data))
    error, good = documents([path])
    assert isinstance(good, Document)
    assert "is damaged in the archive" in str(error)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (archive({}), "is a ZIP archive with no article in it; danvan looks for files that end in"),
        (archive({"a.txt": TEXT})[:-30], "is a ZIP archive that is damaged; copy or download it again"),
        (b"PK\x03\x04" + bytes(100), "is a ZIP archive that is damaged"),
    ],
)
def test_an_archive_that_gives_nothing_says_why(path: Path, data: bytes, said: str) -> None:
    path.write_bytes(data)
    (error,) = documents([path])
    assert isinstance(error, ReadError)
    assert error.problem.startswith(said)


def test_an_archive_that_changed_is_read_anew(path: Path) -> None:
    path.write_bytes(archive({"a.txt": TEXT}))
    assert names(path) == ["a.txt"]
    path.write_bytes(archive({"b.txt": TEXT, "c.txt": TEXT}))
    assert names(path) == ["b.txt", "c.txt"]


def test_a_document_that_is_kept_as_an_archive_is_a_document(path: Path) -> None:
    path.write_bytes(files.word_document(TEXT))
    (article,) = documents([path])
    assert isinstance(article, Document)
    assert (article.source.path, article.source.format) == (str(path), "docx")
