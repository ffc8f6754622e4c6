"""What was read before: the same records, sooner; never a stale one, never one of another article."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from commands import ARTICLE, many_articles

from danvan_cli.corpus.cache import Cache, clear, contents, program
from danvan_cli.corpus.running import FEW, outcomes
from danvan_cli.reading import ReadError, inputs
from danvan_cli.record import Record
from support import record

MANY = FEW + 4


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DANVAN_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "records-1.sqlite"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return many_articles(tmp_path / "articles", MANY)


def read(folder: Path, *, cached: bool = True, jobs: int = 1) -> list[Record]:
    found = list(outcomes(inputs([folder]), jobs=jobs, cached=cached))
    assert not any(isinstance(one, ReadError) for one in found)
    return [one for one in found if isinstance(one, Record)]


def texts(records: list[Record]) -> list[bytes]:
    return [msgspec.json.encode(one) for one in records]


def test_a_second_reading_gives_the_same_records(folder: Path) -> None:
    first, second = read(folder), read(folder)
    assert texts(first) == texts(second) == texts(read(folder, cached=False))
    assert contents().records == MANY


def test_processes_share_it(folder: Path) -> None:
    read(folder, jobs=2)
    assert contents().records == MANY
    assert texts(read(folder, jobs=2)) == texts(read(folder, cached=False))


def test_a_record_that_is_remembered_is_what_the_second_reading_gives(folder: Path) -> None:
    cache = Cache.of_user()
    first = read(folder)[0]
    first.title = "as it was read before"
    cache.put(first.source.sha256, first)
    assert read(folder)[0].title == "as it was read before"


def test_only_a_changed_article_is_read_anew(folder: Path) -> None:
    read(folder)
    (folder / "003.txt").write_text(ARTICLE.replace("364 đơn", "999 đơn"), encoding="utf-8")
    assert [s.value for s in read(folder)[3].statistics if s.unit == "đơn"] == [999]
    assert contents().records == MANY + 1


def test_an_article_that_moved_has_its_present_path(folder: Path, tmp_path: Path) -> None:
    read(folder)
    moved = folder.rename(tmp_path / "elsewhere")
    assert {Path(one.source.path).parent for one in read(moved)} == {moved}


def test_another_program_finds_nothing(place: Path) -> None:
    known = record(ARTICLE)
    Cache(place.parent, b"one").put(known.source.sha256, known)
    assert Cache(place.parent, b"one").get(known.source.sha256, "bai.txt") is not None
    assert Cache(place.parent, b"two").get(known.source.sha256, "bai.txt") is None


def test_a_change_of_the_vocabulary_is_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import danvan_cli

    monkeypatch.setattr(danvan_cli, "__file__", str(tmp_path / "__init__.py"))
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "verbs.tsv").write_text("mở rộng\tverb\t\n", encoding="utf-8")
    (tmp_path / "record.py").write_text("", encoding="utf-8")
    (tmp_path / "document.py").write_text("", encoding="utf-8")
    before = program()
    assert program() == before
    (tmp_path / "lexicon" / "verbs.tsv").write_text("mở rộng\tnoun\t\n", encoding="utf-8")
    assert program() != before


def test_a_broken_entry_is_read_anew_without_a_word(
    folder: Path, place: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    expected = texts(read(folder))
    with closing(sqlite3.connect(place)) as database, database:
        database.execute("update records set record = substr(record, 1, 40)")
    assert texts(read(folder)) == expected
    assert capfd.readouterr().err == ""
    with closing(sqlite3.connect(place)) as database:
        assert database.execute("select min(length(record)) from records").fetchone()[0] > 40


def test_an_entry_of_another_article_is_never_taken(folder: Path, place: Path) -> None:
    expected = texts(read(folder))
    with closing(sqlite3.connect(place)) as database, database:
        database.execute("update records set record = (select record from records order by key limit 1)")
    assert texts(read(folder)) == expected


def test_a_file_that_is_no_database_is_replaced(folder: Path, place: Path) -> None:
    place.parent.mkdir()
    place.write_bytes(b"not a database " * 1000)
    expected = texts(read(folder, cached=False))
    assert texts(read(folder)) == texts(read(folder)) == expected
    assert contents().records == MANY


def test_a_database_with_holes_costs_only_time(folder: Path, place: Path) -> None:
    expected = texts(read(folder))
    with closing(sqlite3.connect(place)) as database:
        database.execute("pragma wal_checkpoint(truncate)")
    data = bytearray(place.read_bytes())
    data[4096:] = b"\xff" * len(data[4096:])
    place.write_bytes(bytes(data))
    assert texts(read(folder)) == expected
    assert texts(read(folder)) == expected


def test_a_place_where_nobody_may_write_costs_only_time(folder: Path, place: Path) -> None:
    place.parent.write_bytes(b"a file in the place of the folder")
    assert len(read(folder)) == MANY


def test_clearing_it_leaves_nothing(folder: Path, place: Path) -> None:
    read(folder)
    assert clear().records == MANY
    assert contents().records == 0
    assert not place.exists()


def test_what_was_kept_a_season_ago_is_dropped(folder: Path, place: Path) -> None:
    read(folder)
    with closing(sqlite3.connect(place)) as database, database:
        database.execute("update records set day = day - 100 where rowid <= 5")
    Cache.of_user().forget_old()
    assert contents().records == MANY - 5


def test_programs_that_are_killed_while_they_write_break_nothing(folder: Path, place: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom danvan_cli import parse, read\n"
        "from danvan_cli.corpus.cache import Cache\ncache = Cache(Path(sys.argv[1]), b'killed')\n"
        "record = parse(read(sys.argv[2]))\nfor n in range(10**9):\n    cache.put(f'{n:064x}', record)\n"
        "    if n == 50: print(flush=True)\n"
    )
    command = [sys.executable, "-c", code, str(place.parent), str(folder / "001.txt")]
    writers = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    for writer in writers:
        assert writer.stdout
        writer.stdout.readline()
    for writer in writers:
        writer.kill()
        writer.communicate()
    assert contents().records > 50
    with closing(sqlite3.connect(place)) as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
    assert texts(read(folder)) == texts(read(folder, cached=False))
