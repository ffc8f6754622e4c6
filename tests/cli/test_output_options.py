"""Formats, files and languages, the same for every command."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from commands import Danvan

LISTS = ("officials", "stats", "tasks")


def test_one_file_gives_one_json_object_and_more_give_an_array(danvan: Danvan, article: Path) -> None:
    for command in ("summarize", "extract"):
        assert json.loads(danvan(command, article, "--json").out)["source"]["path"] == str(article)
        assert len(json.loads(danvan(command, article, article, "--json").out)) == 2
        assert len(json.loads(danvan(command, article.parent, "--format", "json").out)) == 1


def test_jsonl_is_one_object_a_line(danvan: Danvan, article: Path) -> None:
    lines = danvan("extract", article, article).out.splitlines()
    assert [json.loads(line)["source"]["path"] for line in lines] == [str(article)] * 2


@pytest.mark.parametrize("command", LISTS)
def test_a_list_is_an_array_even_where_nothing_is_in_it(danvan: Danvan, tmp_path: Path, command: str) -> None:
    path = tmp_path / "bai.txt"
    path.write_text("Trời hôm nay nắng đẹp, gió nhẹ.\n", encoding="utf-8")
    ran = danvan(command, path, "--json")
    assert (json.loads(ran.out), ran.status) == ([], 0)
    assert ran.err.count("\n") == 1
    assert str(path) in ran.err
    assert danvan(command, path, "--json", "-q").err == ""


def test_a_record_is_valid_under_its_own_schema(danvan: Danvan, article: Path) -> None:
    schema = json.loads(danvan("schema").out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"]
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(danvan("extract", article).out), schema)


@pytest.mark.parametrize(
    ("command", "name"), [("officials", "person"), ("stats", "figure"), ("tasks", "agenda"), ("diff", "diff")]
)
def test_what_the_other_commands_print_is_valid_too(danvan: Danvan, article: Path, command: str, name: str) -> None:
    schema = json.loads(danvan("schema", name).out)
    args = [article, article] if command == "diff" else [article]
    printed = json.loads(danvan(command, *args, "--json").out)
    for item in printed if isinstance(printed, list) else [printed]:
        jsonschema.validate(item, schema)


def test_totals_are_valid_under_their_schema(danvan: Danvan, article: Path) -> None:
    schema = json.loads(danvan("schema", "total").out)
    for item in json.loads(danvan("stats", article.parent, "--json", "--province").out):
        jsonschema.validate(item, schema)


def test_there_is_no_schema_of_anything_else(danvan: Danvan) -> None:
    assert danvan("schema", "article").status == 2


def test_the_ending_of_a_file_chooses_its_format(danvan: Danvan, article: Path, tmp_path: Path) -> None:
    for name in ("a.json", "a.jsonl"):
        assert danvan("summarize", article, "-o", tmp_path / name).out == ""
        assert json.loads((tmp_path / name).read_text(encoding="utf-8"))["title"]
    danvan("extract", article, "-o", tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8").startswith("Xuân Hòa")


def test_an_ending_that_danvan_does_not_write_is_refused(danvan: Danvan, article: Path, tmp_path: Path) -> None:
    ran = danvan("summarize", article, "-o", tmp_path / "a.pptx")
    assert ran.status == 2
    assert "jsonl" in ran.err


def test_a_file_is_replaced_only_by_force(danvan: Danvan, article: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_text("mine", encoding="utf-8")
    ran = danvan("extract", article, "-o", target)
    assert ran.status == 2
    assert "--force" in ran.err
    assert target.read_text(encoding="utf-8") == "mine"
    assert danvan("extract", article, "-o", target, "--force").status == 0
    assert json.loads(target.read_text(encoding="utf-8"))["title"]


def test_nothing_is_left_behind_where_writing_fails(
    danvan: Danvan, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr("danvan_cli.output.json_lines.render", fail)
    assert danvan("extract", article, "-o", folder / "a.jsonl").status == 130
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("target", ["missing/a.json", "."])
def test_a_place_that_cannot_be_written_is_said_before_anything_is_read(
    danvan: Danvan, article: Path, tmp_path: Path, target: str
) -> None:
    for command in ("extract", "stats", "officials"):
        ran = danvan(command, article, tmp_path / "no such article", "-o", tmp_path / target)
        assert ran.status == 2
        assert "no such article" not in ran.err


def test_labels_are_vietnamese_or_english_and_the_locale_decides(
    danvan: Danvan, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Nguồn" in danvan("summarize", article).out
    assert "Source" in danvan("summarize", article, "--lang", "en").out
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert "Source" in danvan("summarize", article).out
    monkeypatch.setenv("LC_ALL", "C")
    assert "Nguồn" in danvan("summarize", article).out


@pytest.mark.parametrize("args", [["--lang", "fr"], ["--format", "yaml"], ["--json", "--format", "table"]])
def test_a_choice_that_there_is_not_is_wrong_usage(danvan: Danvan, article: Path, args: list[str]) -> None:
    assert danvan("summarize", article, *args).status == 2


def test_diff_tells_by_its_status_whether_something_differs(danvan: Danvan, article: Path) -> None:
    assert danvan("diff", article, article, "--exit-code").status == 0


def test_diff_compares_articles_not_folders(danvan: Danvan, article: Path) -> None:
    assert danvan("diff", article, article.parent).status == 2


COMMANDS = (["summarize"], ["officials"], ["stats"], ["stats", "--province"], ["tasks"], ["extract"])


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_writes_spreadsheets(danvan: Danvan, article: Path, tmp_path: Path, command: list[str]) -> None:
    assert danvan(*command, article, "-o", tmp_path / "a.csv").status == 0
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert danvan(*command, article, "-o", tmp_path / "a.xlsx").status == 0
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "a.xlsx", article.name]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_writes_a_web_page(danvan: Danvan, article: Path, tmp_path: Path, command: list[str]) -> None:
    assert danvan(*command, article, "-o", tmp_path / "a.html", "--lang", "en").status == 0
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert page.endswith("</html>\n")
    assert "2.213" in page or "2,213" in page or "Hoàng Thị Bích Vân" in page


def test_nothing_is_left_of_a_workbook_where_reading_is_broken_off(
    danvan: Danvan, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("danvan_cli.parsing.parse", fail)
    folder = tmp_path / "out"
    folder.mkdir()
    assert danvan("extract", article, "-o", folder / "a.xlsx").status == 130
    assert list(folder.iterdir()) == []


def test_the_brief_is_in_the_language_of_the_labels(danvan: Danvan, article: Path) -> None:
    for command in ("summarize", "extract"):
        record = json.loads(danvan(command, article, "--json", "--lang", "en").out)
        assert record["summary"]["brief"].startswith("On the morning of 26 December 2019, the ")
        own = json.loads(danvan(command, article, "--json", "--lang", "vi").out)
        assert own["summary"]["brief"].startswith("Sáng 26/12/2019, Tỉnh ủy Lạng Sơn")
        del record["summary"], own["summary"]
        assert record == own
