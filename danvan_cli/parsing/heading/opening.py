"""How an article opens: its headline, who signs it, which paper prints it, and its lead, which says the most."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from danvan_cli.document import Line
from danvan_cli.lexicon import fold, table
from danvan_cli.lexicon.folding import bare
from danvan_cli.lexicon.places import provinces
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.sentences import Sentence

_LEAD_SENTENCES = 4
_TITLE_CHARACTERS = 260
"""No headline is longer; a first line that is, is the lead of an article without one."""


_STOPPED_TITLE_CHARACTERS = 120
"""No more has a headline with a full stop: a longer line is a sentence of the lead."""


class Outlet(NamedTuple):
    """A paper, and the province that it serves if it is a provincial one."""

    name: str
    province: str | None


class Opening(NamedTuple):
    """What stands around the first sentences of an article."""

    title: str | None
    title_line: Line | None
    lead: tuple[Sentence, ...]
    """The first sentences of the body, captions left out."""
    outlet: str | None
    outlets: tuple[Outlet, ...]
    """The papers that the article's mark or credit may mean; a mark may have had two owners."""
    author: str | None
    datelines: tuple[Line, ...]


# "LSO-Sáng nay", "(BLC) - Sáng", "BBK - ", "VOV.VN -Dù".
_MARK = re.compile(r"[\s*-]*\(?([^\W\d_][\w./+ -]{0,20}?)\)?\s*[-:]\s*|[\s*-]*\(([^\W\d_][\w./+ -]{0,20})\)\s*")
_OPEN_END = re.compile(r"[.!?…:;\"”]$")
_SITE = re.compile(
    r" [|»] \S.*$| [-–—] (?:Báo|Đài|Cổng|Trang|Tạp chí|Website) .*$| [-–—|] (?:[\w-]+\.)+(?:vn|com|net|org)\S*$"
)
_CREDIT = re.compile(
    fold(r"[\s*(]*(?:nguồn tin|nguồn bài viết|nguồn|trích nguồn|dẫn nguồn|tin từ|theo)\s*:?\s*"), re.IGNORECASE
)
_SIGNED = re.compile(
    fold(
        r"[\s*(]*(?:(?:tin|bài|ảnh|nội dung|bài viết|tác giả|người viết|người đăng|đăng bởi|phóng viên"
        r"|thực hiện|t/h|clip)"
        r"[\s,&+-]*(?:và\s+)?){1,3}\s*:\s*|[\s*(]*(?:pv|ctv|btv)\s*:\s*"
    )
)
# "Lan Anh (theo TTXVN)", "Lan Anh/VOV.VN".
_ADDRESS = re.compile(r"(?<![\w.@])(?:www\.)?([\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.(?:vn|com|net|org))(?![\w@])")
_BODIES_OF_PORTALS = (
    "",
    "bao",
    "tinhuy",
    "thanhtra",
    "dangbo",
    "danvan",
    "bandanvan",
    "congan",
    "mttq",
    "ubmttq",
    "mattran",
    "hdnd",
    "ubnd",
    "tuyengiao",
    "bantuyengiao",
    "tuyengiaodanvan",
    "noichinh",
    "bannoichinh",
    "ubkt",
    "thanhtratinh",
    "xaydungdang",
    "liendoanlaodong",
    "hoinongdan",
    "hoiphunu",
    "tinhdoan",
    "truyenhinh",
    "dbnd",
)
_AFTER_NAME = re.compile(r"[(/]")
_NOBODY = re.compile(r"P\.?V\.?|CTV|BTV|BBT|Nhóm PV|Ban biên tập|Tổng hợp", re.IGNORECASE)


def read_opening(article: Article) -> Opening:
    """Find the headline, the lead and the signatures of an article that has a body."""
    metadata = article.document.metadata
    title_line = _title_line(article)
    after = title_line.end if title_line else -1
    lead = tuple(s for s in article.sentences if s.start > after and not s.caption)[:_LEAD_SENTENCES]
    outlets, credited = _outlets(article, lead)
    title = article.text[title_line.start : title_line.end] if title_line else None
    if metadata.title:
        title = metadata.title
    return Opening(
        title=_without_site(title) if title else None,
        title_line=title_line,
        lead=lead,
        outlet=metadata.outlet or credited or (outlets[0].name if len(outlets) == 1 else None),
        outlets=outlets,
        author=metadata.author or _author(article),
        datelines=tuple(line for line in article.lines if line.kind == "dateline"),
    )


def _title_line(article: Article) -> Line | None:
    """The first line of the body, with its second half where the page breaks it."""
    body = article.body
    first = body[0]
    if len(body) > 2 and _is_kicker(article, first, body[1]):
        body, first = body[1:], body[1]
    text = article.text[first.start : first.end]
    if len(text) > (_STOPPED_TITLE_CHARACTERS if text.endswith(".") else _TITLE_CHARACTERS):
        return None
    if len(body) > 1 and not _OPEN_END.search(text):
        second = body[1]
        rest = article.text[second.start : second.end]
        gap = article.text[first.end : second.start]
        broken = (
            rest[:1].islower() or text.endswith((",", "-", "–", " và", " VÀ")) or (text.isupper() and rest.isupper())
        )
        if broken and gap.strip() == "" and gap.count("\n") == 1 and len(rest) < 120 and not rest.endswith("."):
            return Line(first.start, second.end, "body")
    return first


def _is_kicker(article: Article, first: Line, second: Line) -> bool:
    """Whether a word or three above the headline, or words with a colon, only say which series or event it is of."""
    above = article.text[first.start : first.end]
    headline = article.text[second.start : second.end]
    introduces = len(above.split()) <= 3 or above.endswith(":") or _names_series(article, first, second)
    return introduces and len(headline.split()) > 3 and len(headline) <= 160 and not headline.endswith((".", "…", ":"))


def _names_series(article: Article, first: Line, second: Line) -> bool:
    """Whether a line in capitals above one that is not, with the page's day below both, names only an occasion."""
    in_capitals = article.text[first.start : first.end].isupper()
    if not in_capitals or article.text[second.start : second.end].isupper():
        return False
    dates = [line for line in article.lines if line.kind == "dateline" and line.start > first.start]
    return bool(dates) and dates[0].start > second.start and article.anchors.at("series", first.start) is not None


def _without_site(title: str) -> str:
    return _SITE.sub("", " ".join(title.split()))


def _author(article: Article) -> str | None:
    """Who signs the article, without "Tin, ảnh:"."""
    for line in article.lines:
        if line.kind != "byline":
            continue
        signed = _SIGNED.match(article.low, line.start, line.end)
        name = article.text[signed.end() if signed else line.start : line.end].strip(" *()")
        name = _AFTER_NAME.split(name)[0].strip()
        if name and not _NOBODY.fullmatch(name):
            return name
    return None


def _outlets(article: Article, lead: tuple[Sentence, ...]) -> tuple[tuple[Outlet, ...], str | None]:
    """The papers that the mark before the first sentence may mean, else those of the credit lines or of the address
    above the article; and the credit.
    """
    marked: tuple[Outlet, ...] = ()
    if lead:
        first = lead[0]
        mark = _MARK.match(article.plain, first.line.start, min(first.line.end, first.line.start + 40))
        if mark:
            marked = _by_mark().get(fold((mark[1] or mark[2]).strip()), ())
    for line in article.lines:
        if line.kind == "outlet":
            credit = _CREDIT.match(article.low, line.start, line.end)
            name = article.text[credit.end() if credit else line.start : line.end].strip(" .()")
            if name:
                domain = _by_domain().get(name.lower().removeprefix("http://").removeprefix("https://").strip("/"))
                papers = marked or _named(name) or _at_address(name.lower()) or _addressed(article, lead)
                return papers, domain.name if domain else name
    return marked or _addressed(article, lead), None


def _addressed(article: Article, lead: tuple[Sentence, ...]) -> tuple[Outlet, ...]:
    """The paper or portal whose address stands above the article: "baolangson.vn | Chính trị", "tinhuylangson.vn"."""
    before = lead[0].start if lead else 0
    for line in article.document.lines:
        if line.start >= before:
            break
        if line.kind in ("noise", "outlet", "dateline"):
            found = _at_address(article.low[line.start : line.end])
            if found:
                return found
    return ()


def _at_address(low: str) -> tuple[Outlet, ...]:
    """The paper or portal whose address stands in a folded line."""
    for address in _ADDRESS.finditer(low):
        for label in address[1].split("."):
            if label in _by_label():
                return (_by_label()[label],)
            if label in _by_portal():
                return (Outlet(address[1], _by_portal()[label]),)
    return ()


def _named(name: str) -> tuple[Outlet, ...]:
    low = fold(name)
    return tuple(outlet for domain, folded, outlet in _folded() if domain in low or folded in low)[:2]


@cache
def _folded() -> tuple[tuple[str, str, Outlet], ...]:
    """Domains of papers, their folded names, and the papers."""
    return tuple((domain, fold(outlet.name), outlet) for domain, outlet in _by_domain().items())


@cache
def _by_mark() -> dict[str, tuple[Outlet, ...]]:
    found: dict[str, tuple[Outlet, ...]] = {}
    for row in table("outlets"):
        outlet = Outlet(row["name"], row["province"] or None)
        for mark in row["marks"].split("|"):
            if mark:
                found[fold(mark)] = (*found.get(fold(mark), ()), outlet)
    return found


@cache
def _by_domain() -> dict[str, Outlet]:
    return {row["domain"]: Outlet(row["name"], row["province"] or None) for row in table("outlets") if row["domain"]}


@cache
def _by_label() -> dict[str, Outlet]:
    """Papers by the first label of their domains."""
    return {domain.split(".")[0]: outlet for domain, outlet in _by_domain().items()}


@cache
def _by_portal() -> dict[str, str]:
    """Provinces by the labels of their papers and portals: "langson", "tinhuylangson" …"""
    names = {re.sub(r"[\s-]", "", bare(fold(province.name))): province.name for province in provinces()}
    return {body + label: name for label, name in names.items() for body in _BODIES_OF_PORTALS}
