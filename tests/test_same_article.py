"""One article is one article: whatever the file it comes in, the same officials, figures and tasks are read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import files
from danvan_cli.parsing import parse
from danvan_cli.reading import read, read_bytes
from danvan_cli.record import Record
from support import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*/*.txt"))


def said(record: Record) -> dict[str, Any]:
    """What a record says of the article, without where in the text it stands."""
    return {
        "officials": [
            (one.name, one.actions, [(p.title, p.organization, p.province, p.former) for p in one.positions])
            for one in record.officials
        ],
        "statistics": [
            (f.indicator, f.label, f.value, f.unit, f.bound, f.kinds, f.period, f.change, f.scope, f.derived)
            for f in record.statistics
        ],
        "tasks": [(task.number, task.text, task.period, task.assigned_by) for task in record.tasks],
        "about": (record.title, record.event, record.locality, record.reported_period, record.planned_period),
    }


@pytest.fixture(params=SAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def sample(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_a_web_page_says_what_its_text_says(sample: Path) -> None:
    text = read(sample)
    page = read_bytes(files.web_page(text).encode(), "bai.html")
    assert page.source.format == "html"
    assert said(parse(page)) == said(parse(text))


def test_a_web_page_of_nested_tables_says_what_its_text_says(sample: Path) -> None:
    whole = read(sample)
    lines = [line for line in whole.lines if line.kind not in ("noise", "blank")]
    first = next(i for i, line in enumerate(lines) if line.kind == "body")
    text = read_bytes("\n\n".join(whole.text[line.start : line.end] for line in lines[first:]).encode(), "bai.txt")
    page = read_bytes(files.old_web_page(text.text).encode(), "bai.html")
    assert said(parse(page)) == said(parse(text))


def test_a_web_archive_says_what_its_page_says(sample: Path) -> None:
    page = files.web_page(read(sample))
    archive = read_bytes(files.web_archive(page), "bai.mhtml")
    assert archive.source.format == "html"
    assert archive.text == read_bytes(page.encode(), "bai.html").text


def test_a_word_document_says_what_its_text_says(sample: Path) -> None:
    text = read(sample)
    word = read_bytes(files.word_document(text.text), "bai.docx")
    assert (word.source.format, word.source.encoding) == ("docx", None)
    assert said(parse(word)) == said(parse(text))


@pytest.mark.parametrize("indent", [0, 24])
def test_a_pdf_says_what_its_text_says(sample: Path, indent: float) -> None:
    text = read(sample)
    pdf = read_bytes(files.pdf(text.text, indent=indent, header="Bản tin nội bộ số 12", footer="- {page} -"), "bai.pdf")
    assert pdf.source.format == "pdf"
    assert said(parse(pdf)) == said(parse(text))
