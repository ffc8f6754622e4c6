"""Texts for the property tests, made by hypothesis: anything at all, and articles whose parts can be exchanged."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import strategies as st

from danvan_cli.lexicon import terms

SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Nông", "Lò", "Vi")
MIDDLES = ("Văn", "Thị", "Đức", "Minh", "Thị Thu", "Quang")
GIVEN = ("Hòa", "Lan", "Bình", "Tuấn", "Hương", "Dũng", "Nguyên", "Sáu")
OFFICES = (
    "Phó Bí thư Thường trực Tỉnh ủy",
    "Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Tỉnh ủy",
    "Phó Trưởng Ban Dân vận Tỉnh ủy",
    "Phó Chủ tịch UBND tỉnh",
    "Chủ tịch Ủy ban MTTQ Việt Nam tỉnh",
    "Giám đốc Công an tỉnh",
)
PROVINCES = ("Lạng Sơn", "Nghệ An", "Thanh Hóa", "Gia Lai", "Quảng Trị", "Cà Mau", "Đồng Tháp", "Sơn La")
FIGURES = (
    "tiếp {} lượt công dân",
    "tiếp nhận {} đơn khiếu nại, tố cáo",
    "tổ chức {} cuộc đối thoại với nhân dân",
    "xây dựng {} mô hình “Dân vận khéo”",
    "hòa giải thành {} vụ việc",
    "giám sát {} cuộc",
)
TASKS = (
    "tiếp tục đổi mới phương thức hoạt động của hệ thống dân vận",
    "nắm chắc tình hình nhân dân vùng biên giới",
    "nâng cao chất lượng tiếp công dân",
    "đẩy mạnh tuyên truyền các chủ trương của Đảng",
    "củng cố khối dân vận xã, phường",
)


class Parts(NamedTuple):
    """What an article is made of."""

    year: int
    province: str
    people: tuple[tuple[str, str], ...]
    """Name and office."""
    figures: tuple[tuple[str, int], ...]
    """Words with a place for the number, and the number."""
    tasks: tuple[str, ...]

    def paragraphs(self) -> list[str]:
        """The article, its headline first."""
        present = "; ".join(f"đồng chí {name}, {office}" for name, office in self.people)
        counted = ", ".join(words.format(self.written(number)) for words, number in self.figures)
        return [
            f"{self.province} tổng kết công tác dân vận năm {self.year}",
            (
                f"Sáng 26/12/{self.year}, Tỉnh ủy {self.province} tổ chức hội nghị tổng kết công tác dân vận năm "
                f"{self.year}, triển khai nhiệm vụ năm {self.year + 1}. Dự hội nghị có các đại biểu: {present}."
            ),
            f"Năm {self.year}, các cơ quan trong tỉnh đã {counted}.",
            f"Đồng chí {self.people[0][0]} đề nghị trong năm {self.year + 1} các cấp {'; '.join(self.tasks)}.",
        ]

    @staticmethod
    def written(number: int) -> str:
        """A number as Vietnamese newspapers write it: 2.213."""
        return f"{number:,}".replace(",", ".")


names = st.builds("{} {} {}".format, *map(st.sampled_from, (SURNAMES, MIDDLES, GIVEN)))
numbers = st.integers(11, 99_999)
parts = st.builds(
    Parts,
    year=st.integers(2012, 2024),
    province=st.sampled_from(PROVINCES),
    people=st.lists(
        st.tuples(names, st.sampled_from(OFFICES)), min_size=1, max_size=3, unique_by=(lambda p: p[0], lambda p: p[1])
    ).map(tuple),
    figures=st.lists(
        st.tuples(st.sampled_from(FIGURES), numbers),
        min_size=1,
        max_size=4,
        unique_by=(lambda f: f[0], lambda f: f[1]),
    ).map(tuple),
    tasks=st.lists(st.sampled_from(TASKS), min_size=1, max_size=4, unique=True).map(tuple),
)

_VOCABULARY = sorted({term.exact or term.text for term in terms()})
_MARKS = (
    *".,;:!?…-–—()[]“”\"'/%+*|»>•",
    "...",
    " - ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u00a0",
    "\u200b",
    "\u0301",
    "\x1b[31m",
)
_DAYS = (
    "26/12",
    "31/2/2020",
    "ngày 15-7-2019",
    "tháng 13",
    "quý IV",
    "6 tháng đầu năm",
    "năm 2020",
    "0/0",
    "99/99/9999",
)
_NUMERALS = ("0", "1.234", "1,5", "93,1%", "12/15", "1.2.3.4", "10-15", "hai mươi", "²", "٣", "1e9", "9" * 30)
_fragments = st.one_of(
    st.sampled_from(_VOCABULARY),
    st.sampled_from(_VOCABULARY).map(str.title),
    st.sampled_from(_MARKS),
    st.sampled_from(_DAYS + _NUMERALS),
    names,
    st.sampled_from((*OFFICES, *TASKS, *PROVINCES, *FIGURES)),
    st.text(max_size=8),
)
_words = st.lists(_fragments, min_size=1, max_size=60)
_loose = st.builds(lambda words, mark: mark.join(words), _words, st.sampled_from(("", " ", " ", ", ")))


def _broken(article: Parts, cuts: list[tuple[int, str]]) -> str:
    """An article with other things put into it, wherever it hurts."""
    text = "\n".join(article.paragraphs())
    for place, fragment in cuts:
        at = place % (len(text) + 1)
        text = text[:at] + fragment + text[at:]
    return text


any_text = st.one_of(
    _loose,
    st.builds(_broken, parts, st.lists(st.tuples(st.integers(0, 5_000), _fragments), max_size=8)),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200),
).filter(lambda text: bool(text.encode()))
"""Anything that an editor, a web page or somebody with bad intentions could put into a file."""
