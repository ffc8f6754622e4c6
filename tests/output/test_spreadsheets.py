"""CSV and Excel workbooks, read back by what reads them: figures are numbers, days are days, words stay words."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from typing import Any

import pytest
from commands import ARTICLE
from openpyxl import load_workbook
from records import YEAR_2020, evidence, full_record, official, record, statistic, task

from danvan_cli.comparing import diff
from danvan_cli.corpus.aggregation import counted, figures, totals
from danvan_cli.corpus.people import people
from danvan_cli.corpus.selection import Selection
from danvan_cli.corpus.trends import series
from danvan_cli.corpus.worklist import agendas
from danvan_cli.output import comma_separated, workbook
from danvan_cli.output.formats import Listing, Look
from danvan_cli.output.schema import SCHEMAS
from danvan_cli.output.wording import Lang
from danvan_cli.parsing.readings import readings
from danvan_cli.record import Change, Record
from support import document
from support import record as record_of

EVERYTHING = Selection((), (), None, None, False)


def items(kind: str, *records: Record) -> list[Any]:
    """What a command makes of ``records`` that prints items of ``kind``."""
    found = list(figures(records, EVERYTHING))
    made: dict[str, Any] = {
        "record": lambda: records,
        "figure": lambda: found,
        "total": lambda: totals(counted(found), ("province",)),
        "series": lambda: series(counted(found)),
        "person": lambda: people(records, EVERYTHING),
        "agenda": lambda: agendas(records, EVERYTHING),
        "reading": lambda: readings(document(ARTICLE), record_of(ARTICLE), explain=True),
        "diff": lambda: [diff(records[0], records[-1])],
    }
    return list(made[kind]())


def no_view(*_: Any) -> list[Any]:
    raise AssertionError


def as_csv(kind: str, *records: Record, lang: Lang = "vi") -> list[dict[str, str]]:
    stream = io.StringIO()
    listing = Listing(items(kind, *records), no_view, kind)
    comma_separated.render(listing, stream, Look(lang, color=False, width=None))
    return list(csv.DictReader(io.StringIO(stream.getvalue().removeprefix("\ufeff")), strict=True))


def as_bytes(kind: str, *records: Record, lang: Lang = "vi") -> bytes:
    stream = io.BytesIO()
    workbook.render(Listing(items(kind, *records), no_view, kind), stream, Look(lang, color=False, width=None))
    return stream.getvalue()


def as_book(kind: str, *records: Record, lang: Lang = "vi") -> Any:
    return load_workbook(io.BytesIO(as_bytes(kind, *records, lang=lang)))


def column(sheet: Any, heading: str) -> list[Any]:
    """The cells below a heading."""
    (found,) = [cells for cells in sheet.iter_cols(values_only=True) if cells[0] == heading]
    return list(found[1:])


def hostile(text: str) -> Record:
    """An article that says ``text`` wherever an article says anything."""
    made = record(title=text, officials=[official(text, [text], [])], tasks=[task(1, text)])
    made.statistics = [statistic(unit=text, evidence=evidence(text))]
    return made


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("kind", sorted(SCHEMAS))
def test_whatever_a_command_prints_has_its_tables_in_both_languages(kind: str, lang: Lang) -> None:
    book = as_book(kind, full_record(), lang=lang)
    assert all(sheet.max_column > 1 for sheet in book)
    assert book.worksheets[0].max_row > 1
    headings = [cell.value for sheet in book for cell in sheet[1]]
    assert all(headings)
    for sheet in book:
        assert len({cell.value for cell in sheet[1]}) == sheet.max_column  # two of one name could not be told apart
    first = [cell.value for cell in book.worksheets[0][1]]
    assert list(as_csv(kind, full_record(), lang=lang)[0]) == first


def test_a_workbook_has_a_sheet_for_each_question() -> None:
    book = as_book("record", full_record())
    assert book.sheetnames == ["Bài", "Cán bộ", "Số liệu", "Nhiệm vụ", "Hạn chế", "Lưu ý"]
    assert as_book("record", full_record(), lang="en").sheetnames[1] == "Officials"


def test_the_headings_stay_in_sight_and_every_row_can_be_filtered() -> None:
    for sheet in as_book("record", full_record(), full_record()):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions


def test_figures_are_numbers_and_days_are_days_and_beside_each_figure_stand_its_words() -> None:
    book = as_book("record", full_record())
    figures_ = book["Số liệu"]
    assert column(figures_, "Số")[:5] == [2213, 1418, 364, 93.1, 82.06]
    assert column(figures_, "Biến động")[0] == -146
    assert column(figures_, "Mức độ")[:2] == [None, "ít nhất"]
    assert column(figures_, "Nguyên văn")[3] == "đạt tỷ lệ 93,1%"
    assert column(figures_, "Từ ngày")[-1] == datetime(2020, 1, 1)  # noqa: DTZ001
    article = book["Bài"]
    assert column(article, "Ngày")[0] == datetime(2019, 12, 26)  # noqa: DTZ001
    assert column(article, "Ngày đăng")[0] == datetime(2019, 12, 26, 19, 20)  # noqa: DTZ001
    assert article["F2"].number_format == "dd/mm/yyyy"


def test_in_csv_too_numbers_are_numbers_even_below_nothing() -> None:
    rows = as_csv("record", full_record())
    assert rows[0]["Ngày đăng"] == "2019-12-26 19:20"
    change = Change("down", 14.5, "%")
    (row,) = as_csv("figure", record(statistics=[statistic("visits", 2213.0, "lượt", change=change)]))
    assert (row["Số"], row["Biến động"], row["Đơn vị biến động"]) == ("2213", "-14.5", "%")


def test_csv_begins_with_a_byte_order_mark_so_that_excel_reads_vietnamese() -> None:
    stream = io.StringIO()
    comma_separated.render(Listing([], no_view, "figure"), stream, Look("vi", color=False, width=None))
    assert stream.getvalue().encode().startswith(b"\xef\xbb\xbfCh\xe1\xbb\x89 ti\xc3\xaau,")
    assert stream.getvalue().endswith("\r\n")  # the headings stand there though nothing was found


@pytest.mark.parametrize(
    "text", ["=1+1", "+84 205", "-5 vụ", "@SUM(A1)", "\t=1", "\r=1", " =HYPERLINK(1)", "＝1+1", "- gạch đầu dòng"]
)
def test_no_text_becomes_a_formula(text: str) -> None:
    (row,) = as_csv("figure", hostile(text))
    assert row["Nguyên văn"].startswith("'")
    for sheet in as_book("record", hostile(text)):
        for cells in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in cells)


@pytest.mark.parametrize(
    "text", ["http://a.vn/x", "mailto:a@b.vn", "internal:A1", "2213", "1/2/2020", "<r>a</r>", "  x"]
)
def test_words_stay_the_words_they_are(text: str) -> None:
    book = as_book("record", hostile(text))
    for sheet, heading in (("Bài", "Tiêu đề"), ("Nhiệm vụ", "Nhiệm vụ"), ("Số liệu", "ĐVT")):
        (cell,) = column(book[sheet], heading)
        assert isinstance(cell, str)
        assert cell.rstrip() == text
        assert not book[sheet]._hyperlinks


def test_what_a_spreadsheet_cannot_hold_is_shown_as_such_or_cut() -> None:
    book = as_book("record", hostile("đỏ\x1b[31m\x00\uffff"))
    assert column(book["Bài"], "Tiêu đề") == ["đỏ\ufffd[31m\ufffd\ufffd"]
    (cut,) = column(as_book("record", hostile("dân " * 10_000))["Bài"], "Tiêu đề")
    assert (len(cut), cut[-1]) == (32_767, "…")


def test_a_sheet_that_is_full_goes_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_ROWS", 3)
    book = as_book("agenda", record(tasks=[task(number, f"việc {number}") for number in range(1, 6)]))
    assert book.sheetnames == ["Nhiệm vụ", "Nhiệm vụ 2", "Nhiệm vụ 3"]
    assert [n for sheet in book for n in column(sheet, "STT")] == [1, 2, 3, 4, 5]
    assert book.worksheets[-1].auto_filter.ref == book.worksheets[-1].dimensions


def test_the_same_records_give_the_same_file() -> None:
    assert as_bytes("record", full_record()) == as_bytes("record", full_record())


def test_a_day_that_excel_does_not_know_is_text() -> None:
    made = record(date="1890-05-19")
    assert column(as_book("record", made)["Bài"], "Ngày") == ["1890-05-19"]
    assert as_csv("record", made)[0]["Ngày"] == date(1890, 5, 19).isoformat()


def test_a_comparison_has_both_tasks_and_both_figures_side_by_side() -> None:
    old = record(tasks=[task(1, "trồng 500 cây ở mỗi xã")], statistics=[statistic("visits", 3284, "lượt")])
    new = record("moi.txt", period=YEAR_2020, tasks=[task(1, "trồng 600 cây ở mỗi xã")])
    new.statistics = [statistic("visits", 3016, "lượt")]
    book = as_book("diff", old, new)
    assert column(book["Nhiệm vụ hai kỳ"], "Kỳ trước") == ["trồng 500 cây ở mỗi xã"]
    assert column(book["Số liệu hai kỳ"], "Biến động") == [-268]
    assert column(book["Hai báo cáo"], "Nguồn") == ["bai.txt", "moi.txt"]


def test_why_a_person_is_not_certain_is_said_in_the_language_of_the_headings() -> None:
    made = record("a.txt", None, officials=[official("Lê Văn Bình", ["Chuyên viên"], [], None)])
    known = record("b.txt", officials=[official("Lê Văn Bình", ["Bí thư Tỉnh ủy"], [])])
    told = column(as_book("person", made, known, lang="en")["Doubts"], "Reason")
    assert told == ["province unknown", "same name as someone in: Lạng Sơn"]
    assert column(as_book("person", made)["Chưa chắc"], "Lý do") == ["không rõ tỉnh"]


def test_persons_have_a_row_for_each_office() -> None:
    rows = as_csv("person", full_record())
    assert [row["Họ tên"] for row in rows] == ["Hoàng Thị Bích Vân"] * 3 + ["Lương Văn Hải"]
    assert rows[3]["Chức vụ"] == "Phó Trưởng Ban Dân vận Tỉnh ủy"
