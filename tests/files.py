"""Files of every format that danvan reads, made from the text of an article."""

from __future__ import annotations

import tempfile
import unicodedata
from email.message import EmailMessage
from functools import cache
from html import escape
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

from danvan_cli.document import Document
from danvan_cli.lexicon import table


def web_page(article: Document, *, head: str = "") -> str:
    """A page as a content system makes it: the article in one element, the lines of the page in others around it."""
    lines = [line for line in article.lines if line.kind != "blank"]
    bodies = [i for i, line in enumerate(lines) if line.kind == "body"]
    parts: list[str] = []
    for kind, run in groupby(range(len(lines)), lambda i: _place(i, bodies, lines[i].kind)):
        texts = [escape(article.text[lines[i].start : lines[i].end]) for i in run]
        if kind == "header":
            items = "".join(f'<li><a href="/muc-{n}">{text}</a></li>' for n, text in enumerate(texts))
            parts.append(f'<div class="header"><ul class="menu">{items}</ul></div>')
        elif kind == "footer":
            items = "".join(f"<div>{text}</div>" for text in texts)
            parts.append(f'<div class="footer">{items}</div>')
        elif kind == "caption":
            parts.append(f'<figure><img src="anh.jpg"><figcaption>{texts[0]}</figcaption></figure>')
        elif kind == "title":
            parts.append(f"<h1>{texts[0]}</h1>")
        else:
            parts += [f"<p>{text}</p>" for text in texts]
    title = escape(article.text[lines[bodies[0]].start : lines[bodies[0]].end])
    return (
        f'<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><title>{title} | Cổng thông tin</title>{head}\n'
        "<style>p { margin: 0 }</style><script>var x = '<p>không phải bài</p>';</script></head>\n"
        '<body><nav><a href="/">Trang chủ</a> <a href="/tin">Tin tức</a></nav>\n<div class="detail">'
        + "\n".join(parts)
        + '</div>\n<div class="related"><h3>Tin liên quan</h3><ul><li><a href="/x">Xã Mẫu họp dân</a></li></ul></div>'
        "<footer>Bản quyền thuộc về Cổng thông tin</footer></body></html>\n"
    )


def _place(i: int, bodies: list[int], kind: str) -> str:
    if i == bodies[0]:
        return "title"
    if kind == "noise":
        return "header" if i < bodies[0] else "footer" if i > bodies[-1] else "body"
    return kind if kind == "caption" else "body"


def old_web_page(text: str) -> str:
    """A page as portals made them before style sheets: tables in tables, paragraphs between ``<br>``."""
    title, *rest = [escape(line) for line in text.split("\n") if line.strip()]
    return (
        f"<html><head><meta http-equiv=Content-Type content='text/html; charset=utf-8'><title>{title}</title></head>"
        "<body><table><tr><td><a href=/>Trang chủ</a> <a href=/a>Giới thiệu</a></td></tr><tr><td><table><tr>"
        "<td width=200><a href=/1>Văn bản mới</a><br><a href=/2>Lịch công tác</a></td>"
        f"<td><font size=4><b>{title}</b></font><br><br>{'<br><br>'.join(rest)}</td></tr></table></td></tr>"
        "<tr><td>Bản quyền thuộc về Cổng thông tin</td></tr></table></body></html>"
    )


def web_archive(page: str) -> bytes:
    """The page as Chrome saves it into one file."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://baolangson.vn/tin/bai.html"
    message["Subject"] = "Bài"
    message.set_content("<style>p {}</style>", subtype="css")
    message.make_related()
    message.attach(_part(page))
    return bytes(message)


def _part(page: str) -> EmailMessage:
    part = EmailMessage()
    part.set_content(page, subtype="html", charset="utf-8", cte="quoted-printable")
    return part


def word_document(text: str) -> bytes:
    """A document with a paragraph for each line of ``text``."""
    from docx import Document as WordDocument

    document = WordDocument()
    for line in text.split("\n"):
        document.add_paragraph(line)
    return saved(document)


def pdf(
    text: str,
    *,
    height: int = 480,
    header: str = "",
    footer: str = "",
    indent: float = 0,
    centred: int = 0,
    **passwords: str,
) -> bytes:
    """A PDF with a paragraph for each line of ``text``, the first ``centred`` of them in the middle.

    ``{page}`` in header and footer is the page's number.
    """
    from fpdf import FPDF

    class Paper(FPDF):
        def header(self) -> None:
            if header:
                self.set_y(20)
                self.cell(0, 12, header.replace("{page}", str(self.page_no())))
                self.set_y(60)

        def footer(self) -> None:
            if footer:
                self.set_y(-30)
                self.cell(0, 12, footer.replace("{page}", str(self.page_no())), align="C")

    paper = Paper(unit="pt", format=(595, height))
    paper.set_margins(60, 60)
    paper.set_auto_page_break(True, 60)
    paper.add_font("letters", "", str(font()))
    paper.set_font("letters", "", 12)
    if passwords:
        paper.set_encryption(**{"owner_password": "chu", **passwords})
    paper.add_page()
    for number, line in enumerate(text.split("\n")):
        if number < centred:
            paper.cell(0, 16, line, align="C", new_x="LMARGIN", new_y="NEXT")
            continue
        paper.set_x(60 + indent)
        paper.write(16, line.strip())
        paper.ln(16 if indent else 24)
    return bytes(paper.output())


@cache
def font() -> Path:
    """The file of a font of boxes with every letter of Vietnamese: the tests need no font of the machine."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    codes = (*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x1EA0, 0x1EFA), *range(0x2010, 0x2040))
    letters = list(map(chr, codes))
    letters += "€₫\u2212\u2219■●▪"
    names = {ord(letter): f"u{ord(letter):04X}" for letter in letters}
    order = [".notdef", *names.values()]
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in ((50, 700), (450, 700), (450, 0)):
        pen.lineTo(point)
    pen.closePath()
    box = pen.glyph()
    empty = TTGlyphPen(None).glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupGlyf({name: empty if name in ("u0020", "u00A0") else box for name in order})
    builder.setupHorizontalMetrics({name: (250 if name in ("u0020", "u00A0") else 500, 50) for name in order})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    path = Path(tempfile.mkdtemp()) / "boxes.ttf"
    builder.save(path)
    return path


def saved(document: Any) -> bytes:
    """The bytes of python-docx's ``document``."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


_TONES = "\u0300\u0301\u0303\u0309\u0323"


def encoded(text: str, encoding: str) -> tuple[bytes, str]:
    """``text`` in an old encoding, and what is left of it: a capital that the encoding lacks is a small letter, any
    other character that it lacks a question mark.
    """
    forms = {char: _form(char, encoding) for char in set(text)}
    data = b"".join(forms[char][0] for char in text)
    return data, "".join(forms[char][1] for char in text)


def _form(char: str, encoding: str) -> tuple[bytes, str]:
    if encoding == "cp1258":
        parts = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
        data = (base + "".join(c for c in parts if c in _TONES)).encode("cp1258", "replace")
        return data, "?" if data == b"?" else char
    letters = {row["letter"]: bytes.fromhex(row[encoding]) for row in table("legacy_letters") if row[encoding]}
    for letter in (char, char.lower()):
        if letter in letters:
            return letters[letter], letter
    data = char.encode("latin-1" if encoding == "viscii" else "cp1252", "replace")
    return (b"?", "?") if data == b"?" or data in letters.values() else (data, char)
