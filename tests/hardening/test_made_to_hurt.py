"""Files made to hurt: each is read, or refused in one line, in the memory of an ordinary run and without a crash."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import BASE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the memory of a process")

MOST = 200
"""Megabytes."""
# No more than four gigabytes of addresses, so that a fault hurts this process and not the machine.
CODE = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
from danvan_cli.cli.main import run
try:
    run()
finally:
    with open("/proc/self/status") as status:
        print("peak", next(line for line in status if line.startswith("VmHWM")).split()[1], file=sys.stderr)
"""
ARTICLE = "Ngày 15/7/2020, Ban Dân vận Tỉnh ủy Lạng Sơn tổ chức hội nghị giao ban công tác dân vận quý II."


def web_page(body: str) -> bytes:
    return (
        f"<!doctype html><html><head><title>Giao ban</title></head><body>{body}<p>{ARTICLE}</p></body></html>".encode()
    )


def archive(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in members.items():
            opened.writestr(name, data)
    return file.getvalue()


def word(document: bytes) -> bytes:
    """A Word document with ``document`` in the place of its text."""
    from docx import Document

    empty, file = io.BytesIO(), io.BytesIO()
    Document().save(empty)
    with zipfile.ZipFile(empty) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, document if name == "word/document.xml" else old.read(name))
    return file.getvalue()


def markup(body: str, kind: str = "") -> bytes:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<?xml version="1.0"?>{kind}<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'.encode()


def zeros() -> bytes:
    """A gigabyte of zeros, never held in one piece."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as opened, opened.open("word/document.xml", "w") as member:
        for _ in range(1000):
            member.write(bytes(1_000_000))
    return file.getvalue()


def laughs() -> bytes:
    """Entities that are ten of the one before, ten times over."""
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    return word(markup("<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>", f'<!DOCTYPE l [<!ENTITY e0 "ha">{entities}]>'))


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first its catalog."""
    parts, places = [b"%PDF-1.4\n"], []
    for number, body in enumerate(objects, 1):
        places.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = sum(map(len, parts))
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table))
    parts.append(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, end))
    return b"".join(parts)


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), more, data)


CATALOG, ONE_PAGE = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</XObject<</F 5 0 R>>>>/Contents 4 0 R>>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>"

FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "a million digits": (lambda: f"{ARTICLE}\n{'9' * 1_000_000}".encode(), ""),
    "a hundred thousand semicolons": (lambda: f"{ARTICLE}\n{';' * 100_000}".encode(), ""),
    "a name of ten thousand syllables": (lambda: f"{ARTICLE}\nÔng {'Nguyễn ' * 10_000}dự.".encode(), ""),
    "fifty thousand open brackets": (lambda: f"{ARTICLE}\n{'(' * 50_000}".encode(), ""),
    "a million role heads": (lambda: f"{ARTICLE}\n{'Chủ tịch ' * 1_000_000}".encode(), "of text, too long"),
    "nine megabytes of one letter": (lambda: b"a" * 9_000_000, "of text, too long"),
    "a page a hundred thousand elements deep": (lambda: web_page("<div>" * 100_000), "no text in it"),
    "a page of tables in tables": (lambda: web_page("<table><tr><td>" * 10_000), "no text in it"),
    "a tag of a hundred thousand attributes": (
        lambda: web_page(f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>"),
        "",
    ),
    "half a million open tags": (lambda: web_page("<" * 500_000), ""),
    "comments that never end": (lambda: web_page("<!--" * 100_000), "no text in it"),
    "a Word document of a gigabyte of zeros": (zeros, "unpacks to 1,000 MB"),
    "a Word document of a million paragraphs": (lambda: word(markup("<w:p/>" * 3_000_000)), "too much for an article"),
    "a Word document a hundred thousand elements deep": (lambda: word(markup("<w:sdt>" * 100_000)), "damaged"),
    "a Word document of entities in entities": (laughs, "damaged"),
    "an archive of a gigabyte of zeros": (lambda: archive(**{"a.txt": b"0" * 100_000_000}), "too large"),
    "an archive in an archive in an archive": (
        lambda: archive(**{"a.zip": archive(**{"b.zip": archive(**{"c.txt": ARTICLE.encode()})})}),
        "archive in an archive in an archive",
    ),
    "a member that leads out of its archive": (
        lambda: archive(**{"../../evil.txt": ARTICLE.encode()}),
        "leads out of its archive",
    ),
    "a PDF whose pages are in themselves": (
        lambda: pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>", b"<</Type/Page/Parent 2 0 R>>"),
        "is a PDF",
    ),
    "a PDF whose content is itself": (lambda: pdf(CATALOG, ONE_PAGE, PAGE, b"4 0 R", b"5 0 R"), "is a PDF"),
    "a PDF whose forms draw themselves twice": (
        lambda: pdf(CATALOG, ONE_PAGE, PAGE, stream(b"/F Do"), stream(b"/F Do /F Do", FORM)),
        "more memory or time",
    ),
    "a PDF of two thousand million pages": (
        lambda: pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", PAGE),
        "is a PDF",
    ),
    "a PDF of five hundred megabytes of zeros": (
        lambda: pdf(
            CATALOG, ONE_PAGE, PAGE, stream(zlib.compress(bytes(500_000_000), 9), b"/Filter/FlateDecode"), stream(b"")
        ),
        "is a PDF",
    ),
    "a PDF of a hundred thousand open brackets": (lambda: b"%PDF-1.7\n" + b"<<" * 100_000, "damaged"),
}


@pytest.mark.parametrize(("make", "refusal"), FILES.values(), ids=FILES.keys())
def test_it_is_read_or_refused_in_one_line_and_little_memory(
    make: Callable[[], bytes], refusal: str, tmp_path: Path
) -> None:
    path = tmp_path / "made-to-hurt"
    path.write_bytes(make())
    ran = subprocess.run(
        [sys.executable, "-c", CODE, "summarize", str(path)], capture_output=True, env=BASE, check=False, timeout=300
    )
    *said, peak = ran.stderr.decode().splitlines()
    assert int(peak.removeprefix("peak ")) < MOST * 1000
    assert ran.returncode == (1 if refusal else 0), said
    assert len(said) == (1 if refusal else 0)
    assert all(line.startswith(f"danvan: {path}") and refusal in line for line in said)
    assert bool(ran.stdout) == (not refusal)


def test_a_document_reads_no_file_of_the_machine(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("mật khẩu của cơ quan", encoding="utf-8")
    kind = f'<!DOCTYPE l [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    path = tmp_path / "bai.docx"
    path.write_bytes(word(markup(f"<w:p><w:r><w:t>{ARTICLE} &e;</w:t></w:r></w:p>", kind)))
    ran = subprocess.run(
        [sys.executable, "-m", "danvan_cli", "text", str(path)], capture_output=True, env=BASE, check=False
    )
    assert "mật khẩu" not in ran.stdout.decode() + ran.stderr.decode()
