"""Web archives: every page that was answered with, by its address; what is broken is named, and only that."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from commands import ARTICLE, process

from danvan_cli.corpus.running import Outcome, outcomes
from danvan_cli.reading import ReadError, inputs

PAGE = "<!doctype html><html><head><meta charset=utf-8></head><body><article>{}</article></body></html>"


def page(figure: int) -> bytes:
    lines = ARTICLE.replace("364 đơn", f"{figure} đơn").split("\n")
    return PAGE.format("".join(f"<p>{line}</p>" for line in lines if line)).encode()


def response(address: str, body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    """One record of a crawl, packed by itself as crawlers do."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{len(http):032x}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n")


CRAWL = [
    response("https://bao.example.vn/a.html", page(101)),
    response("https://bao.example.vn/logo.png", b"\x89PNG", "image/png"),
    response("https://bao.example.vn/gone.html", page(102), status="404 Not Found"),
    response("https://bao.example.vn/b.html", page(103)),
]


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(CRAWL))
    return path


def told(found: list[Outcome]) -> list[tuple[str, float | str]]:
    return [
        (one.path, one.problem)
        if isinstance(one, ReadError)
        else (one.source.path, next(s.value for s in one.statistics if s.unit == "đơn"))
        for one in found
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_page_is_an_article_by_its_address(crawl: Path, jobs: int) -> None:
    assert told(list(outcomes(inputs([crawl]), jobs=jobs, cached=False))) == [
        ("https://bao.example.vn/a.html", 101),
        ("https://bao.example.vn/b.html", 103),
    ]


def test_it_is_read_where_it_lies_in_a_folder(crawl: Path) -> None:
    (crawl.parent / "bai.txt").write_text(ARTICLE, encoding="utf-8")
    assert [value for _, value in told(list(outcomes(inputs([crawl.parent]))))] == [364, 101, 103]


def test_a_page_that_is_cut_off_is_named_and_the_others_are_read(crawl: Path) -> None:
    crawl.write_bytes(crawl.read_bytes()[:-200])
    first, second = told(list(outcomes(inputs([crawl]))))
    assert first == ("https://bao.example.vn/a.html", 101)
    assert second[0] == "https://bao.example.vn/b.html"
    assert "is cut off" in str(second[1])


@pytest.mark.parametrize("data", [b"", b"no archive", gzip.compress(b"no archive either")])
def test_a_file_that_is_no_web_archive_is_named_in_one_line(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.warc.gz"
    path.write_bytes(data)
    ran = process("extract", path)
    assert (ran.returncode, ran.stdout, ran.stderr.count(b"\n")) == (1, b"", 1)
    assert str(path).encode() in ran.stderr
