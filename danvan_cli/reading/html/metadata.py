"""What a page says about its article in its head: day of publication, outlet, author.

Only what stands there outright is taken (meta elements, JSON-LD, ``<time>``): parsing believes it before anything that
the page shows, so a guess has no place here. Names: schema.org, Open Graph, Dublin Core, and what Vietnamese content
systems add to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from danvan_cli.document import Metadata
from danvan_cli.lexicon import table

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PUBLISHED: Final = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "og:article:published_time",
    "pubdate",
    "publishdate",
    "publish-date",
    "published_time",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.issued",
    "article.published",
    "sailthru.date",
)
_AUTHOR: Final = ("author", "article:author", "dc.creator", "dcterms.creator", "og:article:author")
_SITE: Final = ("og:site_name", "application-name", "dc.publisher")
_URL: Final = ("og:url",)
_VIETNAM: Final = timezone(timedelta(hours=7))
# "21/12/2023 16:45", "21-12-2023 16:45:00", as content systems of the country write into their meta elements.
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\D{1,5}(\d{1,2})[:h](\d{2}))?")
_NOBODY: Final = re.compile(r"(?:admin\w*|root|user\w*|ban biên tập|bbt|webmaster|quản trị.*)", re.IGNORECASE)
_NAME_WORDS: Final = 8
_SITE_WORDS: Final = 12
_DEPTH: Final = 5
"""Of objects within objects of JSON-LD."""
_NOT_BEFORE: Final = 1995
"""No Vietnamese page is older; "1970-01-01" is a field that nobody filled."""


def metadata_of(tree: Element, title: str | None, url: str | None) -> Metadata:
    """What the head of a page says; ``url`` is where it was fetched from, where that is known."""
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(key)
            if name and content:
                meta.setdefault(name.strip().lower(), content)
    linked = list(_json_ld(tree))
    outlet = _outlet(tree, meta, linked, url)
    return Metadata(title or None, _published(tree, meta, linked), outlet, _author(meta, linked, outlet))


def _first(meta: dict[str, str], names: tuple[str, ...]) -> Iterator[str]:
    return (meta[name] for name in names if name in meta)


def _published(tree: Element, meta: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    given = [*_first(meta, _PUBLISHED[:1]), *(str(item["datePublished"]) for item in linked if "datePublished" in item)]
    given += _first(meta, _PUBLISHED[1:])
    given += [
        element.get("datetime") or element.get("content") or ""
        for element in tree.iter("time", "span", "div")
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
    ]
    return next((iso for iso in map(iso_date, given) if iso), None)


def iso_date(text: str) -> str | None:
    """A date of publication as ISO date, with the hour in Vietnam where it is given; ``None`` if ``text`` is none."""
    text = text.strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        found = _DAY_FIRST.match(text)
        if found is None:
            return None
        day, month, year, hour, minute = (int(part) if part else 0 for part in found.groups())
        try:
            moment = datetime(year, month, day, hour, minute)  # noqa: DTZ001 - as the page gives it
        except ValueError:
            return None
        timed = found[4] is not None
    else:
        timed = len(text) > len("2023-12-21")
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone(_VIETNAM)
        except OverflowError:
            return None
    if not _NOT_BEFORE <= moment.year <= datetime.now(UTC).year + 1:
        return None
    midnight = moment.hour == moment.minute == 0
    return moment.strftime("%Y-%m-%dT%H:%M" if timed and not midnight else "%Y-%m-%d")


def _outlet(tree: Element, meta: dict[str, str], linked: list[dict[str, Any]], url: str | None) -> str | None:
    """The paper by its address, where the table ``outlets`` knows it, else by the name that the page gives."""
    addresses = [url, *_first(meta, _URL)]
    addresses += [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    known = {row["domain"]: row["name"] for row in table("outlets") if row["domain"]}
    for address in filter(None, addresses):
        try:
            host = urlsplit(address).hostname or ""
        except ValueError:
            continue
        if host.removeprefix("www.") in known:
            return known[host.removeprefix("www.")]
    publishers = [item["publisher"].get("name") for item in linked if isinstance(item.get("publisher"), dict)]
    for name in [*_first(meta, _SITE[:1]), *publishers, *_first(meta, _SITE[1:])]:
        if isinstance(name, str) and 0 < len(name.split()) <= _SITE_WORDS:
            name = " ".join(name.split())
            return known.get(name.lower().removeprefix("www."), name)
    return None


def _author(meta: dict[str, str], linked: list[dict[str, Any]], outlet: str | None) -> str | None:
    given: list[Any] = list(_first(meta, _AUTHOR))
    for item in linked:
        authors = item.get("author")
        authors = authors if isinstance(authors, list) else [authors]
        given += [author.get("name") if isinstance(author, dict) else author for author in authors]
    for name in given:
        if not isinstance(name, str):
            continue
        name = " ".join(name.split())
        fits = name[:1].isupper() and len(name.split()) <= _NAME_WORDS and not any(c in name for c in "/@0123456789")
        if fits and not _NOBODY.fullmatch(name) and (outlet is None or name.lower() not in outlet.lower()):
            return None if name.lower().startswith(("báo ", "cổng ", "trang ")) else name
    return None


def _json_ld(tree: Element) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD that is an article or stands beside one."""
    import json

    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json" and script.text:
            try:
                yield from _objects(json.loads(script.text, strict=False), _DEPTH)
            except (ValueError, RecursionError):
                continue


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth:
        for item in value:
            yield from _objects(item, depth - 1)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth - 1)
