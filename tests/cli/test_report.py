"""``danvan report`` as it is typed."""

from __future__ import annotations

from pathlib import Path

from commands import ARTICLE, Danvan
from pages import tree


def test_a_page_is_written_about_a_folder(danvan: Danvan, tmp_path: Path) -> None:
    folder, page = tmp_path / "bai", tmp_path / "trang.html"
    folder.mkdir()
    (folder / "2019.txt").write_text(ARTICLE, encoding="utf-8")
    ran = danvan("report", str(folder), "-o", str(page))
    assert (ran.out, ran.err, ran.status) == ("", "", 0)
    assert "2.213" in tree(page.read_text(encoding="utf-8")).text


def test_what_cannot_be_read_is_named_and_the_page_is_about_the_rest(danvan: Danvan, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    ran = danvan("report", str(tmp_path), "--lang", "en")
    assert "b.txt: is empty" in ran.err
    assert ran.status == 1
    assert "1 article" in tree(ran.out).text


def test_without_any_article_no_page_is_written(danvan: Danvan, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    page = tmp_path / "trang.html"
    assert danvan("report", str(tmp_path), "-o", str(page)).status == 1
    assert not page.exists()


def test_a_page_is_the_only_format(danvan: Danvan, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    for options in (["--json"], ["--format", "csv"], ["-o", str(tmp_path / "trang.xlsx")]):
        ran = danvan("report", str(tmp_path / "a.txt"), *options)
        assert ran.status == 2
        assert "html" in ran.err
