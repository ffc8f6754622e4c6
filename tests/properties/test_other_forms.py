"""The same article in another form (Unicode, spaces, dashes, quotes, line ends, page lines around it) says the same."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import Parts, parts
from sayings import sayings

from danvan_cli.lexicon.folding import DASHES
from danvan_cli.reading.lines import KINDS
from support import ROOT, examples, record

ARTICLES = sorted([*(ROOT / "samples").rglob("*.txt"), *(ROOT / "tests" / "gold" / "articles").glob("*.txt")])
SPACES = " \u00a0\u2007\u2009\u202f\u3000"
INVISIBLE = "\u200b\u200d\u00ad\u061c\u2060\ufeff\u202a\u202c\u2066\u2069\U000e0061"
LINE_ENDS = ("\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0b")


def some(text: str, of: str, others: str, seed: int) -> str:
    """``text`` with some of the characters that are in ``of`` replaced, each by one of ``others``."""
    chance = random.Random(seed)
    return "".join(chance.choice(others) if c in of and chance.random() < 0.3 else c for c in text)


def unseen(text: str, seed: int) -> str:
    """``text`` with characters put in that nobody sees."""
    chance = random.Random(seed)
    return "".join(c + chance.choice(INVISIBLE) if chance.random() < 0.1 else c for c in text)


def half_decomposed(text: str, seed: int) -> str:
    """``text`` with some of its words decomposed: what an editor makes of two sources."""
    chance = random.Random(seed)
    words = re.split(r"(\s+)", text)
    return "".join(unicodedata.normalize(chance.choice(("NFC", "NFD")), word) for word in words)


FORMS: dict[str, Callable[[str, int], str]] = {
    "composed and decomposed letters": half_decomposed,
    "spaces of every width": lambda text, seed: some(text, " ", SPACES, seed),
    "dashes of every length": lambda text, seed: some(text, "-" + DASHES, "-" + DASHES, seed),
    "straight quotes": lambda text, _: re.sub("[“”]", '"', text),
    "angle quotes": lambda text, _: text.replace("“", "«").replace("”", "»"),
    "characters that nobody sees": unseen,
    "mixed line ends": lambda text, seed: re.sub("\n", lambda _: LINE_ENDS[seed % len(LINE_ENDS)], text),
    "more blank lines": lambda text, _: text.replace("\n", "\n\n"),
    "indented lines": lambda text, _: re.sub("(?m)^", "\u00a0 ", text),
    "blanks at the ends of lines": lambda text, _: text.replace("\n", " \t\n"),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_an_article_reads_the_same_in_every_form(form: Callable[[str, int], str]) -> None:
    for seed, path in enumerate(ARTICLES):
        text = path.read_text(encoding="utf-8")
        assert sayings(record(form(text, seed))) == sayings(record(text)), path


@settings(max_examples=60)
@given(parts, st.lists(st.sampled_from(sorted(FORMS)), max_size=4, unique=True), st.integers(0, 1_000))
def test_forms_may_be_mixed(article: Parts, forms: list[str], seed: int) -> None:
    written = text = "\n\n".join(article.paragraphs())
    for form in forms:
        written = FORMS[form](written, seed)
    assert sayings(record(written)) == sayings(record(text))


AROUND = [
    row["text"] for row in examples("lines") if row["place"] in ("top", "end") and KINDS.get(row["rule"]) == "noise"
]
BETWEEN = ("Quảng cáo", "toasoan@example.vn", "* * *", "IMG_2041.jpg", "Trang 3/10", "Chia sẻ | Facebook | Zalo")
LINES_AROUND = st.lists(st.sampled_from(AROUND), max_size=4)


@settings(max_examples=100)
@given(parts, LINES_AROUND, st.lists(st.tuples(st.integers(2, 3), st.sampled_from(BETWEEN)), max_size=3))
def test_lines_of_the_page_change_no_reading(article: Parts, around: list[str], between: list[tuple[int, str]]) -> None:
    paragraphs = article.paragraphs()
    for place, line in sorted(between, reverse=True):
        paragraphs.insert(place, line)
    page, alone = (sayings(record("\n\n".join(lines))) for lines in ([*paragraphs, *around], article.paragraphs()))
    # The page's clock may earn a warning, for it is no day of publication.
    assert page | {"warnings": []} == alone


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_footer_and_a_banner_change_no_reading_of_a_real_page(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    page = f"Trang chủ | Giới thiệu | Liên hệ\nĐăng nhập\n\n{text}\n\nChia sẻ | Facebook | Zalo\nVề đầu trang\n"
    assert sayings(record(page)) == sayings(record(text))
