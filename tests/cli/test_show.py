"""``danvan show``: readings in place, in brackets, in colours and on a page."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import jsonschema
import pytest
from commands import ARTICLE, Danvan, process

from support import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*/*.txt"))


def test_a_reading_stands_in_brackets_behind_its_kind_and_one_within_another(danvan: Danvan, article: Path) -> None:
    shown = danvan("show", article, "--lang", "vi").out
    assert "[cán bộ: Hoàng Thị Bích Vân], [chức vụ: Phó Bí thư Tỉnh ủy] [hoạt động: dự và phát biểu chỉ đạo]" in shown
    assert "[số liệu: tiếp 2.213 lượt công dân]" in shown
    assert "[nhiệm vụ: nắm chắc tình hình Nhân dân vùng biên giới]" in shown
    assert "[official: Hoàng Thị Bích Vân]" in danvan("show", article, "--lang", "en").out


def test_the_legend_counts_what_was_read(danvan: Danvan, article: Path) -> None:
    legend = danvan("show", article).out.splitlines()[2]
    assert "cán bộ 2" in legend
    assert "nhiệm vụ 2" in legend
    assert "hạn chế" not in legend


def test_json_has_the_readings_each_a_slice_of_the_text(danvan: Danvan, article: Path) -> None:
    readings = json.loads(danvan("show", article, "--json").out)
    text = danvan("text", article).out
    assert [reading["text"] for reading in readings] == [text[r["start"] : r["end"]] for r in readings]
    assert {reading["kind"] for reading in readings} == {
        *("title", "date", "period", "official", "position", "action", "statistic", "task")
    }
    (visits,) = [reading for reading in readings if reading.get("indicator") == "visits"]
    assert (visits["value"], visits["unit"], visits["text"]) == (2213, "lượt", "tiếp 2.213 lượt công dân")


def test_rules_are_named_when_they_are_asked_for_and_only_then(danvan: Danvan, article: Path) -> None:
    assert not any("rule" in reading for reading in json.loads(danvan("show", article, "--json").out))
    explained = json.loads(danvan("show", article, "--json", "--explain").out)
    assert all(reading["rule"] for reading in explained)
    assert "turns in reception" not in danvan("show", article).out
    assert "turns in reception" in danvan("show", article, "--explain").out


@pytest.mark.parametrize("explain", [[], ["--explain"]])
def test_readings_are_valid_under_their_schema(danvan: Danvan, article: Path, explain: list[str]) -> None:
    schema = json.loads(danvan("schema", "reading").out)
    for reading in json.loads(danvan("show", article, "--json", *explain).out):
        jsonschema.validate(reading, schema)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_page_says_the_article_word_for_word(danvan: Danvan, sample: Path) -> None:
    page = danvan("show", sample, "--format", "html").out
    passage = page[page.index('<div class="passage">') :].partition("</div>")[0]
    said = [unescape(re.sub(r"<[^>]*>", "", line)) for line in re.findall(r"<p>(.*?)</p>", passage)]
    text = danvan("text", sample).out.replace("\t", " ")
    assert said == [line.strip() for line in text.splitlines() if line.strip()]


def test_what_an_article_says_is_text_on_the_page_and_in_what_is_said_of_it(danvan: Danvan, tmp_path: Path) -> None:
    path = tmp_path / "bai.txt"
    hostile = ARTICLE.replace("Phó Bí thư Tỉnh ủy", 'Phó Bí thư Tỉnh ủy "onclick=alert(1) <script>x</script>')
    path.write_text(hostile, encoding="utf-8")
    page = danvan("show", path, "--format", "html", "--explain").out
    assert "<script" not in page
    assert "&lt;script&gt;x&lt;/script&gt;" in page
    allowed = r'mark class="[a-z]+"(?: title="[^"<>]*" tabindex="0")?'
    assert all(re.fullmatch(allowed, tag) for tag in re.findall(r"<(mark\b.*?)>", page))


def test_escape_sequences_of_an_article_never_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "bai.txt"
    path.write_text(ARTICLE.replace("2.213", "\x1b[31m2.213\x07\u202e"), encoding="utf-8")
    for format_ in ("table", "md", "html", "csv"):
        shown = process("show", path, "--format", format_, "--explain").stdout.decode()
        assert not re.search("[\x1b\x07\u202e]", shown)


def test_the_day_is_marked_in_the_article_and_not_in_the_line_that_says_when_it_was_published(
    danvan: Danvan, article: Path
) -> None:
    text = ARTICLE.replace("2019\n", "2019\n\n26/12/2019 16:45 (GMT+7)\n", 1)
    article.write_text(text, encoding="utf-8")
    (day,) = [r for r in json.loads(danvan("show", article, "--json").out) if r["kind"] == "date"]
    assert text[day["start"] - 5 : day["end"]] == "Sáng 26/12/2019"


def test_what_is_not_the_article_is_marked_as_such(danvan: Danvan) -> None:
    shown = danvan("show", ROOT / "samples/nghe-an/2021-nam.txt").out
    assert "[ngoài bài: Chủ nhật, 14/08/2022]" in shown


def test_an_article_without_readings_is_shown_all_the_same(danvan: Danvan, tmp_path: Path) -> None:
    path = tmp_path / "bai.txt"
    path.write_text("Trời hôm nay nắng đẹp, gió nhẹ.\n", encoding="utf-8")
    ran = danvan("show", path, "--explain")
    assert "Trời hôm nay nắng đẹp" in ran.out
    assert ran.status == 0
