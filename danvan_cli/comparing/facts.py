"""What a task fixes and the next period may fix otherwise: targets, deadlines, years, documents, occasions, themes.

Read from the task's own words, so that a task means the same whoever made it. Each fact has a ``key`` that two
spellings share ("04" and "bốn", "quý 4" and "quý IV", "2 tỷ" and "2.000 triệu") and the words that show it to a reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from danvan_cli.comparing.vocabulary import phrase_at, tokens
from danvan_cli.lexicon import fold, plain, toned

FactKind = Literal[
    "target",
    "deadline",
    "day",
    "season",
    "frequency",
    "year",
    "period",
    "session",
    "document",
    "occasion",
    "theme",
    "title",
]

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_NUMBER_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_SCALES = {"nghìn": 1e3, "ngàn": 1e3, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9}


class Fact(NamedTuple):
    """One thing that a task fixes, at ``text[start:end]``."""

    kind: FactKind
    key: str
    """Equal keys of one kind are the same fact."""
    text: str
    """As written, where nothing but the words can show it; a target's number without its unit."""
    start: int
    end: int
    unit: str = ""
    """Of a target: the counted noun as written; of a deadline: its year, where it is given."""
    counted: str = ""
    """Of a target: what the unit means, for bringing "hội nghị" and "cuộc" together."""


class Reading(NamedTuple):
    """The facts of a task in order of text, and its folded words with all facts but quoted names blanked out."""

    facts: tuple[Fact, ...]
    rest: str


def _pattern(source: str) -> re.Pattern[str]:
    """Patterns are written in lower case and folded as the text is."""
    return re.compile(toned(source))


_DAY = r"\d{1,2}\s?[/-]\s?\d{1,2}(?:\s?[/-]\s?\d{4})?"
_YEAR = r"(?:19|20)\d\d"
_DOCUMENT_WORD = (
    r"nghị quyết|chỉ thị|kết luận|quyết định|thông tri|quy định|hướng dẫn|kế hoạch|đề án|nghị định|chương trình|"
    r"công văn|thông báo"
)
_DOCUMENT = _pattern(
    rf"(?P<word>{_DOCUMENT_WORD})\s+(?:số\s+)?(?P<number>\d{{1,4}})(?P<code>(?:/\d{{4}})?[-/][a-zđ][\w/-]*)"
    rf"|(?P<word2>nghị quyết|chỉ thị|kết luận|quyết định|thông tri|nghị định|đề án)\s+(?:số\s+)?(?P<number2>\d{{1,4}})"
    r"(?![\w%/.,-])"
)
_DOCUMENT_DATE = _pattern(rf",?\s*(?:ngày\s+)?{_DAY}")
_RANGE = _pattern(rf"(?:(?:giai đoạn|nhiệm kỳ)\s+)?(?P<first>{_YEAR})\s?-\s?(?P<last>{_YEAR})")
_SESSION = _pattern(r"(?:khóa|lần thứ)\s+(?P<number>[ivxl]+|\d{1,2})\b")
_ZODIAC = _pattern(
    r"(?:tết\s+)?(?:nguyên đán\s+)?(?:xuân\s+)?"
    r"(?P<stem>giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)\s+"
    r"(?P<branch>tý|sửu|dần|mão|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)\b"
)
_ANNIVERSARY = _pattern(r"\b(?P<number>\d{1,3})\s+năm\s+(?=ngày|thành lập|truyền thống|cách mạng|chiến thắng)")
_FREQUENCY = _pattern(r"\b(?P<every>mỗi|hằng|hàng)\s+(?P<unit>ngày|tuần|tháng|quý|năm)\b|/\s?(?P<per>tháng|quý|tuần)\b")
_BEFORE_DEADLINE = (
    r"(?:(?:hoàn thành|xong|chậm nhất|muộn nhất|trước|trong|đến|hết|vào|cuối|đầu|giữa|ngay|là|từ)\s+){0,4}"
)
_DEADLINE = _pattern(
    rf"(?P<before>{_BEFORE_DEADLINE})"
    rf"(?:(?:ngày\s+)?(?P<day>{_DAY})"
    rf"|tháng\s+(?P<month>1[0-2]|0?[1-9])(?:\s?[/-]\s?(?P<month_year>{_YEAR}))?"
    rf"|quý\s+(?P<quarter>iv|i{{1,3}}|[1-4])\b(?:\s?[/-]\s?(?P<quarter_year>{_YEAR}))?"
    rf"|(?P<half>(?:0?6|sáu|0?9|0?3)\s+tháng\s+(?:đầu|cuối)(?:\s+năm)?))(?:\s+năm\s+(?P<year>{_YEAR}))?(?!\w)"
)
_SEASON = _pattern(r"(?:(?:đến|vào|trong|ngay từ)\s+)?\b(?P<part>đầu|giữa|cuối|hết)\s+(?P<of>năm|quý|tháng|nhiệm kỳ)\b")
_YEAR_ALONE = _pattern(rf"(?:trong\s+)?(?:năm\s+)?\b(?P<year>{_YEAR})(?![\w.,/-]?\d)")
# What stands before a number that is part of a name and counts nothing.
_NAME_BEFORE = _pattern(
    r"\b(?:quốc lộ|tỉnh lộ|vành đai|tiểu khu|số|thứ|điều|khoản|cụm|khối|tổ|phường|quận|thôn|ấp|khu phố|tổ dân phố|lộ|"
    r"hẻm|ngõ|dịp|giờ|chương|phiên|kỳ)\s+$"
)
_NUMBER = _pattern(
    r"(?<![\w/.,-])(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[,.]\d{1,2})?)(?![\w/-])\s?"
    r"(?:(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)\s+)?"
    r"|\b(?P<word>hai|ba|bốn|sáu|bảy|tám|chín|mười)\s+"
    r"(?=(?:cuộc|buổi|hội nghị|lớp|mô hình|lần|đợt|công trình|căn nhà)\b)"
)
_QUOTE = re.compile(r'"([^"]{4,120})"')
_THEME_BEFORE = _pattern(r"chủ đề(?:\s+(?:công tác|năm|của năm|\d{4})){0,3}\s*:?\s*$")
_NO_UNIT = frozenset({"noise", "link", "focus", "manner", "means"})


def read_facts(text: str) -> Reading:
    """The facts of a task's ``text``; each character belongs to one fact at most."""
    shown = plain(text)
    low = fold(text)
    reader = _Reader(shown, low)
    reader.take(_DOCUMENT, reader.document)
    reader.take(_RANGE, reader.period)
    reader.take(_SESSION, reader.session)
    reader.take(_ZODIAC, reader.occasion)
    reader.take(_ANNIVERSARY, reader.anniversary)
    reader.take(_FREQUENCY, reader.frequency)
    reader.take(_DEADLINE, reader.deadline)
    reader.take(_SEASON, reader.season)
    reader.take(_YEAR_ALONE, reader.year)
    reader.take(_NUMBER, reader.target)
    facts = sorted([*reader.facts, *_quotes(shown, low)], key=lambda fact: fact.start)
    return Reading(tuple(facts), reader.rest)


class _Reader:
    """Facts taken so far and the text that is left for the next rule."""

    def __init__(self, shown: str, low: str) -> None:
        self.shown = shown
        self.rest = low
        self.facts: list[Fact] = []

    def take(self, pattern: re.Pattern[str], rule: Callable[[re.Match[str]], Fact | None]) -> None:
        """Add the fact that ``rule`` makes of each match and blank its words out of ``rest``."""
        for found in list(pattern.finditer(self.rest)):
            fact = rule(found)
            if fact is not None:
                self.facts.append(fact)
                self._blank(fact.start, fact.end)

    def _blank(self, start: int, end: int) -> None:
        self.rest = f"{self.rest[:start]}{'|' * (end - start)}{self.rest[end:]}"

    def _fact(self, kind: FactKind, key: str, found: re.Match[str]) -> Fact:
        text = self.shown[found.start() : found.end()].strip(" ,")
        return Fact(kind, key, text, found.start(), found.end())

    def document(self, found: re.Match[str]) -> Fact:
        date = _DOCUMENT_DATE.match(self.rest, found.end())
        if date:  # the day that a document was signed is no deadline
            self._blank(date.start(), date.end())
        return self._fact("document", str(int(found["number"] or found["number2"])), found)

    def period(self, found: re.Match[str]) -> Fact:
        years = f"{found['first']} - {found['last']}"
        return Fact("period", years, years, found.start(), found.end())

    def session(self, found: re.Match[str]) -> Fact:
        return self._fact("session", found["number"], found)

    def occasion(self, found: re.Match[str]) -> Fact:
        return self._fact("occasion", f"{found['stem']} {found['branch']}", found)

    def anniversary(self, found: re.Match[str]) -> Fact:
        text = self.shown[found.start("number") : found.end("number")]
        return Fact("occasion", str(int(found["number"])), text, found.start(), found.end(), "năm", "năm")

    def frequency(self, found: re.Match[str]) -> Fact:
        return self._fact("frequency", found["unit"] or found["per"], found)

    def season(self, found: re.Match[str]) -> Fact:
        part = "cuối" if found["part"] == "hết" else found["part"]
        return self._fact("season", f"{part} {found['of']}", found)

    def deadline(self, found: re.Match[str]) -> Fact:
        if found["day"]:
            key = "day " + "/".join(str(int(part)) for part in re.findall(r"\d+", found["day"])[:2])
            if not found["before"]:  # "dịp 27/7", "(18/11)": the day of an occasion
                return self._fact("day", key, found)
        elif found["month"]:
            key = f"month {int(found['month'])}"
        elif found["quarter"]:
            key = f"quarter {_ROMAN.get(found['quarter'], found['quarter'])}"
        else:
            key = f"half {' '.join(found['half'].split()[:3])}"
        fact = self._fact("deadline", key, found)
        return fact._replace(unit=found["year"] or found["month_year"] or found["quarter_year"] or "")

    def year(self, found: re.Match[str]) -> Fact:
        return Fact("year", found["year"], found["year"], found.start(), found.end())

    def target(self, found: re.Match[str]) -> Fact | None:
        before = self.rest[max(0, found.start() - 16) : found.start()]
        if _NAME_BEFORE.search(before):
            return None
        value = float(_NUMBER_WORDS[found["word"]]) if found["word"] else _value(found["number"])
        value *= _SCALES.get(found["scale"] or "", 1)
        text = self.shown[found.start() : found.end()].strip()
        unit, counted = self._unit(found.end())
        if not unit:
            return None
        return Fact("target", f"{value:.15g}", text.lstrip("0") or text, found.start(), found.end(), unit, counted)

    def _unit(self, start: int) -> tuple[str, str]:
        """The counted noun at ``start`` and what it means; empty where no noun follows."""
        if self.rest.startswith("%", start):
            return "%", "%"
        window = self.rest[start : start + 40]
        words = tokens(window)
        if not words or not words[0].text[0].isalpha() or window[: words[0].start].strip():
            return "", ""
        phrase, _ = phrase_at(words, 0)
        if phrase.kind in _NO_UNIT:
            return "", ""
        unit = self.shown[start + phrase.start : start + phrase.end]
        return unit, phrase.concept


def _value(number: str) -> float:
    """A Vietnamese number: the full stop groups thousands, the comma opens decimals ("4.5" is a decimal too)."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", number):
        number = number.replace(".", "")
    return float(number.replace(",", "."))


def _quotes(shown: str, low: str) -> Iterator[Fact]:
    """Quoted names: the theme after "chủ đề", else a title; short scare quotes ("tà đạo") are neither."""
    for found in _QUOTE.finditer(shown):
        name = found[1].strip()
        if not name[:1].isupper() or " " not in name:
            continue
        theme = _THEME_BEFORE.search(low, max(0, found.start() - 40), found.start()) or fold(name).startswith("năm ")
        yield Fact("theme" if theme else "title", fold(name), f"“{name}”", found.start(), found.end())
