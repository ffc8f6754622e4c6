"""danvan as a process: streams, encodings, pipes, exit statuses, what a user's mistake looks like."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from commands import BASE
from commands import process as danvan


def test_output_is_utf_8_whatever_the_locale(article: Path) -> None:
    ran = danvan("summarize", article)
    assert "tổng kết công tác dân vận".encode() in ran.stdout
    assert b"\\u" not in danvan("extract", article).stdout


@pytest.mark.parametrize("format_", ["table", "md", "html", "json", "jsonl", "csv"])
@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp1258:strict"])
def test_a_console_of_another_code_page_gets_utf_8_and_never_a_crash(
    article: Path, format_: str, encoding: str
) -> None:
    ran = danvan("show", article, article.parent / "không có.txt", "--format", format_, PYTHONIOENCODING=encoding)
    assert "Phó Bí thư Tỉnh ủy" in ran.stdout.decode()
    assert "không có.txt" in ran.stderr.decode()
    assert ran.stderr.count(b"\n") == 1


def test_help_needs_neither_a_locale_nor_a_terminal() -> None:
    ran = danvan("stats", "--help", PYTHONIOENCODING="ascii")
    assert ran.returncode == 0
    assert "Lạng Sơn".encode() in ran.stdout


def test_standard_input_is_an_article_like_any_other(article: Path) -> None:
    assert danvan("text", "-", stdin=article.read_bytes()).stdout == article.read_bytes()


def test_text_is_exact_to_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "bai.txt"
    path.write_bytes("\ufeffTỉnh Lạng Sơn\r\n\r\nhọp ngày 5/7/2020".encode())
    assert danvan("text", path).stdout == "Tỉnh Lạng Sơn\n\nhọp ngày 5/7/2020".encode()


@pytest.mark.parametrize("format_", ["table", "md", "html", "json", "jsonl", "csv", "xlsx"])
def test_a_reader_that_has_seen_enough_is_no_error(article: Path, tmp_path: Path, format_: str) -> None:
    for number in range(100):
        (tmp_path / f"{number}.txt").write_bytes(article.read_bytes())
    command = [sys.executable, "-m", "danvan_cli", "extract", str(tmp_path), "--format", format_]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=BASE)
    assert process.stdout
    assert process.stderr
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0


def test_a_reader_that_leaves_hears_only_of_what_could_not_be_read(article: Path) -> None:
    command = [sys.executable, "-m", "danvan_cli", "extract", "nothing.txt", str(article)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=BASE)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read().count(b"\n") == 1
    process.wait()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("format_", ["table", "html", "jsonl", "csv", "xlsx"])
def test_a_full_disk_is_said_in_one_line(article: Path, format_: str) -> None:
    command = [sys.executable, "-m", "danvan_cli", "extract", str(article), "--format", format_]
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=BASE, check=False)
    assert ran.returncode == 1
    assert ran.stderr.startswith(b"danvan: standard output: ")
    assert ran.stderr.count(b"\n") == 1


@pytest.mark.parametrize("format_", ["jsonl", "xlsx"])
def test_a_full_disk_under_the_file_to_write_is_said_too(article: Path, format_: str) -> None:
    # A device is written to as it is; "full" stands for a disk that fills up while danvan writes.
    ran = danvan("extract", article, "-o", "/dev/full", "--force", "--format", format_)
    assert ran.returncode == 1
    assert ran.stderr.startswith(b"danvan: /dev/full: ")
    assert ran.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="sends a POSIX signal")
def test_ctrl_c_ends_quietly() -> None:
    command = [sys.executable, "-u", "-m", "danvan_cli", "extract", "nothing.txt", "-"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=BASE)
    assert process.stderr
    assert process.stderr.readline().startswith(b"danvan: nothing.txt")  # it waits for standard input now
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 130
    assert process.stderr.read() == b""


def test_a_pipe_has_no_colours_and_cuts_nothing(article: Path) -> None:
    ran = danvan("summarize", article, TERM="xterm-256color")
    assert b"\x1b" not in ran.stdout
    assert "…".encode() not in ran.stdout


@pytest.mark.parametrize("width", [40, 80, 160])
def test_no_line_is_wider_than_the_terminal(article: Path, width: int) -> None:
    lines = danvan("summarize", article, COLUMNS=str(width)).stdout.decode().splitlines()
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("nothing.txt", None),
        ("empty.txt", b""),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
        ("old.txt", b"\xd1\xfe\xff\x00\xc3\x28 kh\xe9"),
    ],
)
def test_what_cannot_be_read_is_named_in_one_line_and_the_rest_is_read(
    tmp_path: Path, article: Path, name: str, data: bytes | None
) -> None:
    bad = tmp_path / name
    if data is not None:
        bad.write_bytes(data)
    ran = danvan("extract", bad, article)
    assert ran.returncode == 1
    assert ran.stdout.count(b"\n") == 1
    said = ran.stderr.decode()
    assert said.startswith("danvan: ")
    assert said.count("\n") == 1
    assert str(bad) in said
    assert "Traceback" not in said


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    ran = danvan("summarize", tmp_path)
    assert ran.returncode == 1
    assert ran.stderr.count(b"\n") == 1
    assert str(tmp_path).encode() in ran.stderr


def test_a_wrong_option_is_wrong_usage(article: Path) -> None:
    ran = danvan("summarize", article, "--colour")
    assert ran.returncode == 2
    assert ran.stdout == b""


def test_an_article_in_another_language_is_warned_about(tmp_path: Path) -> None:
    path = tmp_path / "english.txt"
    path.write_text("The committee met on Monday to discuss the budget of the coming year. " * 20, encoding="utf-8")
    ran = danvan("summarize", path)
    assert ran.returncode == 0
    assert str(path).encode() in ran.stderr
    assert danvan("summarize", path, "--quiet").stderr == b""


def test_escape_sequences_of_an_article_never_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "bai.txt"
    path.write_bytes("Tỉnh Lạng Sơn \x1b[31mtổng kết\x1b]0;x\x07 [bold red]năm[/] 2019\n\nHội nghị.".encode())
    out = danvan("summarize", path).stdout
    assert b"\x1b" not in out
    assert b"\x07" not in out
    assert "[bold red]năm[/]".encode() in out


@pytest.mark.parametrize(
    ("args", "unused"),
    [
        (["extract", "-", "--format", "jsonl"], {"rich", "xlsxwriter", "csv"}),
        (["summarize", "-"], {"xlsxwriter", "csv"}),
        (["summarize", "-", "--format", "csv"], {"xlsxwriter", "rich"}),
    ],
)
def test_a_format_loads_what_it_needs_and_nothing_else(args: list[str], unused: set[str]) -> None:
    code = (
        f"import sys\nfrom danvan_cli.cli.main import run\nsys.argv[1:] = {args}\n"
        f"try: run()\nfinally: print(sorted({unused} & set(sys.modules)), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code]
    ran = subprocess.run(command, input="Hội nghị".encode(), capture_output=True, env=BASE, check=True)
    assert ran.stderr.strip().endswith(b"[]")


def test_a_workbook_goes_into_a_pipe_like_any_output(article: Path) -> None:
    assert danvan("stats", article, "--format", "xlsx").stdout.startswith(b"PK")


def test_the_entry_point_and_the_module_are_one() -> None:
    assert danvan("--version").stdout.startswith(b"danvan ")
