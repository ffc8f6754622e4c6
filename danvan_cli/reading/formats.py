"""What kind of file an input is, by its bytes, and which module reads it.

A reader is a module with ``extract(data: bytes, path: str) -> Content``. It is imported when the first file of its
format comes. To read one more format, write its module and name it in the row of the format.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Final, NamedTuple

from danvan_cli.document import Metadata
from danvan_cli.reading.errors import ReadError


class Content(NamedTuple):
    """What a reader finds in a file: its text, not yet cleaned, and what the format says beside it."""

    text: str
    encoding: str | None = None
    metadata: Metadata = Metadata()


class Format(NamedTuple):
    """A kind of file."""

    name: str
    label: str
    """As a sentence says it: "a PDF"."""
    advice: str
    """What to do with such a file where nothing reads it."""
    suffixes: tuple[str, ...] = ()
    """Names of files that a folder is searched for; a file that is named outright may have any."""
    reader: str | None = None
    """The module that reads it; ``None`` where this version does not."""
    kind: str = ""
    """What a record calls it (``source.format``), where that is another format's name."""
    libraries: tuple[tuple[str, str], ...] = ()
    """Packages that the reader needs, each with the module that it imports of it."""


_HERE: Final = "danvan_cli.reading."
_TRAFILATURA: Final = (("trafilatura", "trafilatura"), ("lxml", "lxml.html"))
_DOCX: Final = (("python-docx", "docx"), ("lxml", "lxml.etree"))
_PDFIUM: Final = (("pypdfium2", "pypdfium2"),)
_FTFY: Final = (("ftfy", "ftfy"),)
_COPY: Final = "open it, copy the text and save it as a UTF-8 .txt file"
_NO_TEXT: Final = "it holds no text; give danvan the article as a .txt file"
_UNPACK: Final = "unpack it and give danvan the files in it"

FORMATS: Final[dict[str, Format]] = {
    format_.name: format_
    for format_ in (
        Format("text", "a text file", "", (".txt", ".text"), _HERE + "text", libraries=_FTFY),
        Format("html", "a web page", "", (".html", ".htm", ".xhtml"), _HERE + "html", libraries=_TRAFILATURA),
        Format("mhtml", "a web archive (MHTML)", "", (".mhtml", ".mht"), _HERE + "mhtml", "html", _TRAFILATURA),
        Format("pdf", "a PDF", "", (".pdf",), _HERE + "pdf", libraries=_PDFIUM),
        Format("docx", "a Word document (.docx)", "", (".docx",), _HERE + "word", libraries=_DOCX),
        Format("xlsx", "an Excel workbook (.xlsx)", "save the sheet as text and read that"),
        Format("odt", "an OpenDocument file", "save it as plain text, UTF-8, and read that"),
        Format("doc", "an old Office file (.doc, .xls, .ppt)", "save it as plain text, UTF-8, and read that"),
        Format("locked", "an Office document locked with a password", "save it without the password and read that"),
        Format("rtf", "an RTF document", "save it as plain text, UTF-8, and read that"),
        Format("zip", "a ZIP archive", "", (".zip",), _HERE + "archives"),
        Format("gzip", "a gzip file", _UNPACK),
        Format("7z", "a 7z archive", _UNPACK),
        Format("rar", "a RAR archive", _UNPACK),
        Format("bzip2", "a bzip2 file", _UNPACK),
        Format("xz", "an xz file", _UNPACK),
        Format("png", "a picture (PNG)", _NO_TEXT),
        Format("jpeg", "a picture (JPEG)", _NO_TEXT),
        Format("gif", "a picture (GIF)", _NO_TEXT),
        Format("tiff", "a picture (TIFF)", _NO_TEXT),
        Format("webp", "a picture (WebP)", _NO_TEXT),
        Format("mp3", "a sound recording (MP3)", _NO_TEXT),
        Format("mp4", "a video (MP4)", _NO_TEXT),
        Format("parquet", "a Parquet file", _COPY),
        Format("sqlite", "an SQLite database", _COPY),
        Format("program", "a program", _NO_TEXT),
        Format("binary", "a binary file of no kind that danvan knows", _COPY),
    )
}

# What a file of a format begins with. Sources: the formats' own specifications, as the file(1) database collects them.
_MAGIC: Final = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"ID3", "mp3"),
    (b"PAR1", "parquet"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"\x7fELF", "program"),
)
_HTML: Final = (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta ", b"<title", b"<script", b"<div", b"<article")
_MHTML: Final = (b"mime-version:", b"from: <saved by", b"content-type: multipart/related")
_OFFICE: Final = (("word/", "docx"), ("xl/", "xlsx"), ("content.xml", "odt"))
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
"""The stream of an old Office file that holds an encrypted new one ([MS-OFFCRYPTO] 2.3.4.4)."""
_HEAD: Final = 2048


def sniff(data: bytes) -> str:
    """The name of the format of ``data``; ``text`` where nothing speaks for another."""
    head = data[:_HEAD]
    for magic, name in _MAGIC:
        if head.startswith(magic):
            if name == "zip":
                return _in_zip(data)
            return "locked" if name == "doc" and _LOCKED in data else name
    if head[8:12] == b"WEBP" and head.startswith(b"RIFF"):
        return "webp"
    if head[4:8] == b"ftyp":
        return "mp4"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    # In UTF-16 a NUL stands between the letters; markup is ASCII.
    start = head.replace(b"\x00", b"").lstrip(b"\xff\xfe\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<?xml", b"<!--")):
        return "html" if any(tag in start for tag in _HTML) else "text"
    if start.startswith(_HTML):
        return "html"
    if start.startswith(_MHTML):
        return "mhtml"
    return "text"


def _in_zip(data: bytes) -> str:
    """Which document a ZIP archive is the wrapping of; ``zip`` where it is none."""
    import zipfile
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return "zip"
    return office(names) or "zip"


def office(names: Iterable[str]) -> str | None:
    """The document that an archive of files of such names is the wrapping of; ``None`` where it is none."""
    names = list(names)
    for beginning, name in _OFFICE:
        if any(entry.startswith(beginning) for entry in names):
            return name
    return None


def extract(data: bytes, path: str, name: str) -> Content:
    """Let the reader of format ``name`` read ``data``. Raises :class:`ReadError` where there is none."""
    format_ = FORMATS[name]
    if format_.reader is None:
        raise ReadError(path, f"is {format_.label}, which this installation does not read; {format_.advice}")
    try:
        content: Content = import_module(format_.reader).extract(data, path)
    except ImportError as error:
        missing = error.name or "its library"
        raise ReadError(
            path, f"is {format_.label}, and {missing} cannot be imported; danvan doctor tells what to install"
        ) from error
    return content


def suffixes() -> frozenset[str]:
    """Endings of the file names that a folder is searched for, in lower case."""
    return frozenset(suffix for format_ in FORMATS.values() if format_.reader for suffix in format_.suffixes)
