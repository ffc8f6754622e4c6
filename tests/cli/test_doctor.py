"""``danvan doctor``: what an installation reads, and what is wrong with it."""

from __future__ import annotations

import json
import sys
from importlib import metadata
from pathlib import Path

import pytest
from commands import Danvan

import files
from danvan_cli.reading import ReadError, read


def test_every_format_is_named_with_its_library_and_works(danvan: Danvan) -> None:
    ran = danvan("doctor", "--json")
    found = json.loads(ran.out)
    assert ran.status == 0
    assert {row["format"]: row["works"] for row in found["reads"]} == dict.fromkeys(
        ("text", "html", "mhtml", "pdf", "docx", "zip"), True
    )
    libraries = {library["name"]: library["version"] for row in found["reads"] for library in row["libraries"]}
    assert libraries["pypdfium2"] == metadata.version("pypdfium2")
    assert {"tcvn3", "vni", "viscii", "cp1258", "utf-16-le"} <= set(found["encodings"])
    assert {"doc", "rtf", "odt", "png"} <= set(found["refuses"])
    assert found["python"] == ".".join(map(str, sys.version_info[:3]))


@pytest.mark.parametrize(("lang", "word"), [("vi", "Văn bản thuần"), ("en", "Plain text")])
def test_people_see_a_table_in_their_language(danvan: Danvan, lang: str, word: str) -> None:
    out = danvan("doctor", "--lang", lang).out
    assert word in out
    assert "trafilatura " in out


def test_a_library_that_is_broken_is_told_by_doctor_and_by_the_file(
    danvan: Danvan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "bai.pdf"
    path.write_bytes(files.pdf("Tin"))
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    ran = danvan("doctor", "--lang", "en")
    assert ran.status == 1
    assert "import of pypdfium2 halted" in " ".join(ran.out.split())
    with pytest.raises(ReadError, match=r"is a PDF, and pypdfium2 cannot be imported; danvan doctor tells"):
        read(path)


def test_a_library_that_is_not_installed_is_named_with_the_command_that_installs_it(
    danvan: Danvan, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = metadata.version

    def version(name: str) -> str:
        if name == "python-docx":
            raise metadata.PackageNotFoundError(name)
        return installed(name)

    monkeypatch.setattr("danvan_cli.reading.installation.version", version)
    ran = danvan("doctor", "--lang", "en")
    assert ran.status == 1
    assert "pip install python-docx" in " ".join(ran.out.split())
