"""Warnings and notes in the language of the reader, whichever they were written in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from records import HALF_2020, YEAR_2020, record, task

import danvan_cli
from danvan_cli import parse, read
from danvan_cli.comparing import diff
from danvan_cli.lexicon.tables import table
from danvan_cli.output.messages import message_of, note_of
from danvan_cli.output.wording import Wording
from danvan_cli.record import Event, Locality, Period, Record, Warning
from support import ROOT
from support import record as record_of

VI, EN = Wording("vi"), Wording("en")
VIETNAMESE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
ARTICLES = sorted([*(ROOT / "samples").rglob("*.txt"), *(ROOT / "tests" / "gold" / "articles").glob("*.txt")])


def test_every_warning_that_danvan_gives_is_in_the_table() -> None:
    package = Path(danvan_cli.__file__).parent
    sources = [path.read_text(encoding="utf-8") for path in package.rglob("*.py")]
    given = {code for source in sources for code in re.findall(r'\bWarning\(\s*"(\w+)"', source)}
    assert given == {row["code"] for row in table("messages")} - {"note"}


@pytest.mark.parametrize(
    ("code", "message", "english"),
    [
        (
            "rate_mismatch",
            "Bài viết nêu 88,9% nhưng 238/316 vụ việc là 75,3%.",
            "The article states 88.9%, but “238/316 vụ việc” is 75.3%.",
        ),
        (
            "render_date",
            "Ngày in trên trang (14/08/2022) cách sự kiện quá xa, không phải ngày đăng bài.",
            "The date on the page (2022-08-14) is too far from the event to be the day of publication.",
        ),
        (
            "breakdown_mismatch",
            "Các phần 1.200 + 35 = 1.235, khác với tổng 1.300 (đơn tiếp nhận).",
            "The parts 1,200 + 35 = 1,235 are not the total of 1,300 (petitions received).",
        ),
        (
            "rate_of_received",
            "82,1% là 343 trên 418 đơn tiếp nhận, không phải tỷ lệ giải quyết đơn thuộc thẩm quyền.",
            "82.1% is 343 of 418 petitions received, not the rate of those under jurisdiction.",
        ),
        (
            "rate_over_100",
            "Tử số lớn hơn mẫu số: 40/30 vụ.",
            "The first number of the ratio is greater than the second: “40/30 vụ”.",
        ),
        ("some_new_code", "Một điều chưa ai dịch.", "Một điều chưa ai dịch."),
        ("rate_mismatch", "Một điều nói theo cách khác.", "Một điều nói theo cách khác."),
    ],
)
def test_a_warning_is_told_in_english_with_its_figures(code: str, message: str, english: str) -> None:
    warning = Warning(code, message)
    assert message_of(warning, EN) == english
    assert message_of(warning, VI) == message


def test_a_warning_written_in_english_is_told_in_vietnamese() -> None:
    (warning,) = record_of("The committee met on Monday to discuss the budget of the coming year. " * 20).warnings
    assert message_of(warning, EN) == warning.message
    assert message_of(warning, VI).startswith("Chỉ 0% số từ viết như tiếng Việt")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_warning_of_an_article_is_told_in_english(path: Path) -> None:
    for warning in parse(read(path)).warnings:
        assert message_of(warning, EN) != warning.message


def pairs() -> list[tuple[Record, Record]]:
    """Two reports each that a comparison warns about."""
    one, other = record(tasks=[task(1, "nắm tình hình")]), record("khac.txt", tasks=[task(1, "nắm tình hình")])
    other.source = record("khac.txt").source
    district = record("huyen.txt", level="district")
    district.locality = Locality("district", "Lạng Sơn", district="Văn Quan")
    held = record("ban.txt", period=YEAR_2020)
    held.event, one.event = Event(organizer="Sở Nội vụ"), Event(organizer="Ban Dân vận Tỉnh ủy")
    merged = record("moi.txt", "Phú Thọ", date="2026-01-05")
    merged.reported_period = Period("năm 2025", "2025-01-01", "2025-12-31")
    return [
        (one, one),
        (one, other),
        (one, district),
        (one, held),
        (one, record("an.txt", "Nghệ An")),
        (record("pt.txt", "Phú Thọ"), merged),
        (record("nua.txt", period=HALF_2020), record("nam.txt", period=YEAR_2020)),
        (record("sau.txt", period=YEAR_2020), one),
        (record("x.txt"), record("y.txt", period=YEAR_2020)),
    ]


@pytest.mark.parametrize("number", range(9))
def test_every_warning_of_a_comparison_is_told_in_english(number: int) -> None:
    old, new = pairs()[number]
    warnings = diff(old, new).warnings
    assert warnings
    for warning in warnings:
        told = message_of(warning, EN)
        assert told != warning.message
        names = (
            "Lạng Sơn",
            "Nghệ An",
            "Phú Thọ",
            "Vĩnh Phúc",
            "Hòa Bình",
            "Văn Quan",
            "Sở Nội vụ",
            "Ban Dân vận Tỉnh ủy",
        )
        for name in (*names, "năm 2019", "năm 2020", "năm 2025", "6 tháng đầu"):
            told = told.replace(name, "")
        assert not VIETNAMESE.search(told)


@pytest.mark.parametrize(
    ("note", "english"),
    [
        ("chỉ tiêu: 1.600 → 1.800 mô hình", "target: 1.600 → 1.800 mô hình"),
        ("năm: 2023 → 2024; phạm vi: nông dân → phụ nữ", "year: 2023 → 2024; scope: nông dân → phụ nữ"),
        ("thời hạn: thêm trước ngày 30/9", "deadline: now also trước ngày 30/9"),
        ("chỉ tiêu: 5 → 6 xã, thôi 3 thôn", "target: 5 → 6 xã, no longer 3 thôn"),
        ("tên gọi: Năm dân: một năm thêm vui → Sáng", "name: Năm dân: một năm thêm vui → Sáng"),
        ("", ""),
    ],
)
def test_a_note_has_its_labels_in_english_and_the_articles_words_as_they_are(note: str, english: str) -> None:
    assert note_of(note, EN) == english
    assert note_of(note, VI) == note
