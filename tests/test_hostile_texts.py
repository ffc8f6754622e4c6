"""Texts made to hurt: the work grows with their size, not with its square, and what is no sentence is not read."""

from __future__ import annotations

import sys
from time import process_time
from typing import Any

import pytest

from danvan_cli import parse
from danvan_cli.parsing.article import LONGEST_SENTENCE
from danvan_cli.reading import read_bytes
from danvan_cli.record import Record

HEAD = "Ngày 15/7/2020, Ban Dân vận Tỉnh ủy Lạng Sơn tổ chức hội nghị giao ban công tác dân vận quý II.\n"
UNITS = {
    "digits": "1",
    "numbers": "1.234 ",
    "fractions": "1/2 ",
    "rates": "5% ",
    "semicolons": "; ",
    "stops": ". ",
    "open brackets": "(",
    "open quotes": '"a ',
    "dashes": "- ",
    "apostrophes": "K'",
    "one long name": "Nguyễn ",
    "one long word": "ă",
    "names": "Nguyễn Văn A, ",
    "names with offices": "Nguyễn Văn A, Phó Chủ tịch ",
    "offices": "Chủ tịch ",
    "addresses": "đồng chí ",
    "places": "xã Hòa Bình, ",
    "days": "ngày 15/7, ",
    "months": "tháng 7 năm 2020, ",
    "figures": "trong đó có 12 đơn, ",
    "shares": "giải quyết 5/6 đơn đạt 83%; ",
    "works": "tiếp tục nâng cao chất lượng công tác dân vận, ",
    "demands": "yêu cầu các cấp ủy ",
    "verbs": "đẩy mạnh ",
    "captions": "Ảnh: A ",
    "sentences": "Tôi đi. ",
    "items": "1. Tiếp tục đổi mới.\n",
    "lines": "a\n",
    "blank lines": "\n \n",
    "numerals": "một trăm ",
}


def _text(unit: str, size: int) -> bytes:
    return (HEAD + unit * (size // len(unit))).encode()


def _read(data: bytes) -> Record:
    return parse(read_bytes(data, "made-to-hurt.txt"))


def _calls(data: bytes) -> int:
    """How many functions are called to read ``data``."""
    calls = 0

    def count(frame: object, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        _read(data)
    finally:
        sys.setprofile(None)
    return calls


def _seconds(data: bytes) -> float:
    """The least time of three to read ``data``."""
    times = []
    for _ in range(3):
        start = process_time()
        _read(data)
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_four_times_the_text_takes_no_more_than_four_times_the_calls(unit: str) -> None:
    _read(_text(unit, 100))  # what is made once is no part of it
    small, large = (_calls(_text(unit, size)) for size in (2_000, 8_000))
    assert large < 4.6 * small


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_no_pattern_walks_the_text_again_for_each_place_in_it(unit: str) -> None:
    """Sixteen times the text: time that grows with the square would be 256 times as much."""
    small, large = _seconds(_text(unit, 600)), _seconds(_text(unit, 9_600))
    assert large < 64 * small


def test_a_stretch_without_a_stop_that_no_one_would_write_is_not_read_and_the_record_says_so() -> None:
    record = _read((HEAD + "Nguyễn Văn An, Phó Chủ tịch " * (LONGEST_SENTENCE // 20)).encode())
    assert record.officials == []
    assert [warning.code for warning in record.warnings] == ["overlong_sentence"]
    assert record.event.date == "2020-07-15"


def test_a_long_list_between_semicolons_is_read() -> None:
    works = "; ".join(f"đẩy mạnh tuyên truyền tại xã số {number}" for number in range(100))
    record = _read(f"{HEAD}Hội nghị yêu cầu các cấp ủy trong quý III: {works}.".encode())
    assert len(record.tasks) > 50
    assert record.warnings == []
