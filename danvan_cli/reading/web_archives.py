"""Web archives (WARC, as Common Crawl ships them): each web page that was answered with is an article, by its address.

A page is known by the byte where its record begins, so that any process can read it without what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from danvan_cli.reading.errors import ReadError
from danvan_cli.reading.files import MOST_BYTES, refusal, shown, too_large

SUFFIXES: Final = (".warc", ".warc.gz")
_PAGES: Final = ("text/html", "application/xhtml+xml")
_DONE: Final = 200


class Page(NamedTuple):
    """A page in an archive."""

    address: str
    begins: int
    """Byte of the archive where its record begins."""


def is_web_archive(path: str) -> bool:
    """Whether the name of a file is that of a web archive."""
    return path.lower().endswith(SUFFIXES)


def pages(path: str) -> Iterator[Page | ReadError]:
    """The pages in the web archive at ``path``, in its order; what is broken comes as :class:`ReadError`."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    found = 0
    try:
        with Path(path).open("rb") as file:
            for record in ArchiveIterator(file, record_types=WarcRecordType.response, max_content_length=MOST_BYTES):
                http = record.http_headers
                if http is None or http.status_code != _DONE:
                    continue
                if (record.http_content_type or "").lower() in _PAGES:
                    found += 1
                    yield Page(
                        record.headers.get("WARC-Target-URI") or f"{shown(path)}#{record.stream_pos}", record.stream_pos
                    )
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno:
            yield refusal(path, error)
        else:
            yield ReadError(shown(path), f"is damaged after {found:,} pages ({error}); the rest of it is not read")
        return
    if not found:
        yield ReadError(shown(path), "is a web archive with no web page in it, or none at all; give one with responses")


def page_bytes(path: str, page: Page) -> bytes:
    """The bytes of a page, unpacked. Raises :class:`ReadError`."""
    from fastwarc.warc import ArchiveIterator

    try:
        with Path(path).open("rb") as file:
            file.seek(page.begins)
            whole = next(iter(ArchiveIterator(file, parse_http=False)))
            stated = int(whole.headers.get("Content-Length") or 0)
            if len(whole.reader.read()) < stated:
                raise ReadError(shown(page.address), f"is cut off in {shown(path)}; download the archive again")
            file.seek(page.begins)
            record = next(iter(ArchiveIterator(file, auto_decode="all")))
            data: bytes = record.reader.read(MOST_BYTES + 1)
    except (OSError, ValueError, StopIteration) as error:
        raise ReadError(shown(page.address), f"is damaged in {shown(path)} ({error})") from error
    if problem := too_large(len(data)):
        raise ReadError(shown(page.address), problem)
    return data
