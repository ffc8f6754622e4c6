"""Web archives (MHTML), as browsers save a page into one file: an e-mail whose first HTML part is the page."""

from __future__ import annotations

from danvan_cli.reading.errors import ReadError
from danvan_cli.reading.formats import Content
from danvan_cli.reading.html import extract as extract_html


def extract(data: bytes, path: str) -> Content:
    """The article of the page in a web archive. Raises :class:`ReadError` where there is no page in it."""
    from email import message_from_bytes, policy

    message = message_from_bytes(data, policy=policy.compat32)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    markup = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(markup, bytes) or not markup.strip():
        raise ReadError(path, "is a web archive (MHTML) with no page in it; save the page again, as text or as HTML")
    address = page.get("Content-Location") or message.get("Snapshot-Content-Location")
    return extract_html(markup, path, url=str(address) if address else None, charset=page.get_content_charset())
