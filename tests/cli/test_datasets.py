"""A dataset in the place of the folder it was made from: the same answers, and no article is read for them."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest
from commands import Danvan

from support import ROOT, TESTS

ENDINGS = ("jsonl", "parquet", "sqlite")


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples and the gold articles, each province in a folder of its own."""
    folder = tmp_path_factory.mktemp("corpus") / "articles"
    shutil.copytree(ROOT / "samples", folder / "samples")
    shutil.copytree(TESTS / "gold", folder / "gold", ignore=shutil.ignore_patterns("*.json", "*.toml", "*.md"))
    return folder


@pytest.fixture(scope="module", params=ENDINGS)
def dataset(request: pytest.FixtureRequest, articles: Path) -> Path:
    from commands import process

    path = articles.parent / f"corpus {request.param} [1].{request.param}"
    if not path.exists():
        ran = process("extract", articles, "-o", path)
        assert ran.returncode == 0, ran.stderr
    return path


QUESTIONS: list[tuple[str, ...]] = [
    ("summarize", "--lang", "en"),
    ("extract",),
    ("extract", "--json"),
    ("officials", "--json"),
    ("officials", "--province", "Lạng Sơn"),
    ("officials", "--since", "2020", "--until", "2021", "--json"),
    ("stats", "--json"),
    ("stats", "--province"),
    ("stats", "--province", "Lạng Sơn", "--json"),
    ("stats", "--province", "Quảng Ngãi", "--today", "--json"),
    ("stats", "--since", "2022", "--json"),
    ("stats", "--until", "2019-06-30", "--indicator", "visits", "--json"),
    ("stats", "--since", "2017-04", "--until", "2017-05", "--by", "article"),
    ("trend", "--indicator", "petitions_received", "--json"),
    ("trend", "--indicator", "visits", "--province", "Lạng Sơn"),
    ("tasks", "--json"),
    ("tasks", "--province", "Kon Tum"),
    ("tasks", "--since", "2018", "--until", "2024", "--json"),
    ("tasks", "--period", "2024"),
    ("diff", "--province", "Lạng Sơn"),
    ("diff", "--province", "Lâm Đồng", "--from", "6 tháng đầu năm 2017", "--to", "2017", "--json"),
    ("diff", "--province", "Cà Mau"),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_a_dataset_answers_as_its_folder_does(
    danvan: Danvan, articles: Path, dataset: Path, question: tuple[str, ...]
) -> None:
    command, *options = question
    of_folder = danvan(command, articles, *options)
    of_dataset = danvan(command, dataset, *options)
    assert of_dataset.out == of_folder.out
    assert of_dataset.status == of_folder.status


def test_it_needs_no_article(danvan: Danvan, articles: Path, dataset: Path) -> None:
    away = articles.rename(articles.with_name("elsewhere"))
    try:
        assert danvan("stats", dataset, "--json").out.startswith("[")
    finally:
        away.rename(articles)


def test_it_is_turned_into_another_kind(danvan: Danvan, dataset: Path, tmp_path: Path) -> None:
    want = danvan("extract", dataset).out
    for ending in ENDINGS:
        assert danvan("extract", dataset, "-o", tmp_path / f"again.{ending}").status == 0
        assert danvan("extract", tmp_path / f"again.{ending}").out == want


def test_articles_stand_beside_it(danvan: Danvan, dataset: Path, article: Path) -> None:
    alone = danvan("extract", dataset).out
    assert danvan("extract", dataset, article).out == alone + danvan("extract", article).out


def test_it_has_no_text_to_show(danvan: Danvan, dataset: Path) -> None:
    ran = danvan("text", dataset)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert "dataset" in ran.err


def refused(danvan: Danvan, path: Path) -> str:
    ran = danvan("stats", path, "--quiet")
    assert (ran.status, ran.err.count("\n")) == (1, 1), ran.err
    assert str(path) in ran.err
    return ran.err


def test_the_dataset_of_another_schema_is_refused(danvan: Danvan, dataset: Path, tmp_path: Path) -> None:
    path = tmp_path / f"old{dataset.suffix}"
    if dataset.suffix == ".parquet":
        duckdb.execute(
            f"copy (from read_parquet(?)) to '{path}' (format parquet, kv_metadata {{danvan_schema_version: '0'}})",
            [str(dataset)],
        )
    elif dataset.suffix == ".sqlite":
        shutil.copy(dataset, path)
        with closing(sqlite3.connect(path)) as database:
            database.execute("pragma user_version = 0")
    else:
        first = json.loads(dataset.read_text(encoding="utf-8").splitlines()[0])
        path.write_text(json.dumps({**first, "schema_version": 0}), encoding="utf-8")
    assert "schema version 0" in refused(danvan, path)


def foreign(path: Path) -> Path:
    if path.suffix == ".parquet":
        duckdb.execute(f"copy (select 1 as source) to '{path}' (format parquet)")
    elif path.suffix == ".sqlite":
        with closing(sqlite3.connect(path)) as database:
            database.execute("create table articles (id)")
    else:
        path.write_text('{"name": "of another program"}\n', encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_of_another_program_is_refused(danvan: Danvan, tmp_path: Path, ending: str) -> None:
    assert "danvan extract wrote" in refused(danvan, foreign(tmp_path / f"other.{ending}"))


@pytest.mark.parametrize("ending", ["parquet", "sqlite"])
@pytest.mark.parametrize("data", [b"", b"no such thing", b"PAR1PAR1", b"SQLite format 3\0 and no more"])
def test_a_broken_file_is_refused(danvan: Danvan, tmp_path: Path, ending: str, data: bytes) -> None:
    path = tmp_path / f"broken.{ending}"
    path.write_bytes(data)
    refused(danvan, path)


def test_a_dataset_that_was_cut_off_is_refused(danvan: Danvan, dataset: Path, tmp_path: Path) -> None:
    path = tmp_path / f"cut{dataset.suffix}"
    path.write_bytes(dataset.read_bytes()[: dataset.stat().st_size * 2 // 3])
    refused(danvan, path)


def test_only_extract_writes_datasets(danvan: Danvan, article: Path, tmp_path: Path) -> None:
    ran = danvan("stats", article, "-o", tmp_path / "stats.parquet")
    assert ran.status == 2
    assert ".parquet" in ran.err


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_to_read_gives_an_empty_dataset(danvan: Danvan, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"empty.{ending}"
    assert danvan("extract", tmp_path / "nothing.txt", "-o", path).status == 1
    assert danvan("extract", path).out == ""


def test_the_tables_of_a_database_are_joined_by_the_article(danvan: Danvan, articles: Path, tmp_path: Path) -> None:
    danvan("extract", articles, "-o", tmp_path / "corpus.db")
    records: list[dict[str, Any]] = [json.loads(line) for line in danvan("extract", articles).out.splitlines()]

    def ask(statement: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(tmp_path / "corpus.db")) as database:
            return database.execute(statement).fetchall()

    assert ask("select title from articles order by id") == [(record["title"],) for record in records]
    assert sorted(
        ask(
            "select path, o.name, p.title from positions p join officials o on o.article = p.article "
            "and o.number = p.official join articles a on a.id = p.article"
        )
    ) == sorted(
        (record["source"]["path"], official["name"], position["title"])
        for record in records
        for official in record["officials"]
        for position in official["positions"]
    )
    assert ask("select sum(value) from statistics where indicator = 'visits'") == [
        (sum(s["value"] for record in records for s in record["statistics"] if s["indicator"] == "visits"),)
    ]
    assert ask("select count(*) from tasks") == [(sum(len(record["tasks"]) for record in records),)]
    assert ask("pragma foreign_key_check") == []
