"""What an article is about: title, days, tier, place, periods."""

from __future__ import annotations

from typing import Any

import pytest

from danvan_cli.document import Document, Metadata
from danvan_cli.parsing import parse
from danvan_cli.record import Period, Record
from support import document, examples, record


def _span(period: Period | None) -> list[str] | None:
    return [period.start, period.end] if period else None


def _read(text: str) -> dict[str, Any]:
    read: Record = record(text)
    return {
        "title": read.title,
        "published": read.published,
        "outlet": read.outlet,
        "author": read.author,
        "reported": _span(read.reported_period),
        "planned": _span(read.planned_period),
        "warnings": [warning.code for warning in read.warnings],
        **{key: getattr(read.event, key) for key in ("kind", "date", "date_text", "part_of_day", "organizer")},
        **{key: getattr(read.locality, key) for key in read.locality.__struct_fields__},
    }


@pytest.mark.parametrize("row", examples("heading"), ids=lambda row: row["why"])
def test_a_heading_says_what_the_article_says(row: dict[str, Any]) -> None:
    read = _read(row["text"].strip())
    for key in row.keys() - {"why", "text"}:
        assert (read[key] or "") == row[key], key


def test_a_page_that_names_its_own_title_and_day_is_believed() -> None:
    plain = document("Một tiêu đề\n\nNgày 5/3, Huyện ủy Sìn Hồ họp.")
    page = Document(
        plain.source, plain.text, plain.lines, Metadata("Tiêu đề của trang | Báo Lai Châu", "2021-03-06T08:00")
    )
    read = parse(page)
    assert read.title == "Tiêu đề của trang"
    assert read.published == "2021-03-06T08:00"
    assert read.event.date == "2021-03-05"


def test_labels_are_the_words_of_the_article() -> None:
    text = "Sơ kết công tác dân vận 06 tháng đầu năm 2020, nhiệm vụ 06 tháng cuối năm\n\nNgày 6/7, Huyện ủy Sìn Hồ họp."
    read = record(text)
    assert read.reported_period is not None
    assert read.planned_period is not None
    assert read.reported_period.label == "06 tháng đầu năm 2020"
    assert read.planned_period.label == "06 tháng cuối năm"


def test_a_text_without_a_body_has_an_empty_heading() -> None:
    read = record("0:00 / 0:00\nXem thêm")
    assert (read.title, read.published, read.locality.level, read.reported_period) == (None, None, None, None)
