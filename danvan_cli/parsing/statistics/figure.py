"""A number with what stands around it: what it counts, the words before and after it, and the bracket it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.numbers import Noun, Number, counted_noun, numbers
from danvan_cli.parsing.sentences import Sentence
from danvan_cli.record import Change, Indicator, Period, PetitionKind

_STOPS = re.compile(r"[;()]")
TAIL_REACH = 90
"""How far the words after a figure are its own at most, in code points."""
_LEAD_REACH = 40
# "412 mô hình, trong đó cấp tỉnh 45, cấp huyện 310".
_TIER = re.compile(r"(?<!\w)cấp (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|cơ sở|trung ương)(?: là| có)? $")
# "(kinh tế 402, an ninh 174)": words that name a part and end where its number begins.
_PART_NAMED = re.compile(r"[(,;\s]*(?:còn lại )?[^\W\d_][^\d;()%]{1,60} (?:là |có |: ?)?$")
_EARLIER = re.compile(r"(?<!\w)(?:năm \d{4}|cùng kỳ|năm trước|năm ngóai)(?: là|:)? ?$")
_PARTS_ABOUT = re.compile(r"(?:, )?(?:gồm|bao gồm|trong đó|trong đó có):? $|(?:, | và )$")
_OF_THESE = (" trong số đó", " trong số này")
# Nouns that a number may follow in a list.
_LEADING = frozenset({"turn", "petition", "case", "group", "session", "model", "opinion"})


class Figure(msgspec.Struct):
    """A number on its way to a statistic. Spans are offsets in the article."""

    number: Number
    noun: Noun | None
    sentence: Sentence
    before: int
    """Where the words that lead to it begin: after the figure, the semicolon or the bracket before it."""
    end: int
    """After the number and its noun."""
    tail: int
    """Where the words that follow it end: at the next figure, semicolon or bracket, at most 90 characters on."""
    bracket: int
    """Offset of the bracket that it stands in, -1 if none."""
    resumes: int
    """Where its words go on behind a bracket right after it ("221 đơn (196 khiếu nại) thuộc thẩm quyền"), or -1."""
    clause: int
    """Where the clause begins: after the last semicolon outside brackets, or the sentence."""
    title: bool = False
    indicator: Indicator | None = None
    kinds: list[PetitionKind] = []
    parent: Figure | None = None
    achieved: bool = False
    """Whether it is what came of its parent ("hòa giải thành 967/1.140 vụ việc") and no share of a breakdown."""
    change: Change | None = None
    period: Period | None = None
    rule: str = ""
    topic: str = ""
    """The topic word nearest before it."""

    @property
    def kind(self) -> str:
        """Class of the counted noun, empty where there is none."""
        return self.noun.kind if self.noun else ""

    @property
    def words(self) -> str:
        """The counted noun, folded; empty where there is none."""
        return self.noun.low if self.noun else ""

    @property
    def is_percent(self) -> bool:
        """Whether the figure is a share in percent."""
        return self.words in ("%", "phần trăm")

    @property
    def value(self) -> float:
        """The number's value."""
        return self.number.value


def figures_of(article: Article, sentence: Sentence, title: bool) -> list[Figure]:
    """The figures of a sentence, in order."""
    found = _with_zeros(article, sentence, numbers(article, sentence.start, sentence.end))
    if not found:
        return []
    nouns = [counted_noun(article, number.right, sentence.end) for number in found]
    ends = [noun.end if noun else number.right for number, noun in zip(found, nouns, strict=True)]
    stops = _Stops(article.plain, sentence)
    out: list[Figure] = []
    for i, number in enumerate(found):
        stops.advance(number.left, ends[i - 1] if i else -1)
        second = number.part in ("denominator", "high") and bool(out)
        previous = ends[i - 1] if i else sentence.start
        before = out[-1].before if second else max(sentence.start, previous, stops.last)
        # The two sides of a ratio or a range share their noun and what follows it.
        following = i + (2 if number.part in ("numerator", "low") else 1)
        limit = min(found[following].left if following < len(found) else sentence.end, ends[i] + TAIL_REACH)
        stop = _STOPS.search(article.plain, ends[i], limit)
        tail = stop.start() if stop else limit
        out.append(
            Figure(
                number,
                nouns[i],
                sentence,
                before,
                ends[i],
                max(tail, ends[i]),
                stops.bracket,
                _resumes(article.plain, ends[i], sentence.end),
                stops.clause,
                title,
            )
        )
    return out


def carried_noun(article: Article, figure: Figure, previous: Figure | None) -> Noun | None:
    """The noun of the figure before, where a verb of the field leaves it out: "201 đơn, giải quyết 188", "xong 26"."""
    if previous is None or previous.noun is None or previous.kind not in _LEADING:
        return None
    leading = article.low[figure.before : figure.number.left]
    rest = article.low[figure.end : figure.end + len(_OF_THESE[0])]
    verb = any(a.value for a in article.anchors_in("figure_topic", figure.before, figure.number.left))
    tier = previous.clause == figure.clause and bool(_TIER.search(leading))
    listed = _is_listed(figure, previous, leading) or _goes_on_with_parts(figure, previous, leading)
    told = _stands_alone(article, figure) and (
        verb or tier or listed or (previous.kind == "model" and "công nhận" in leading)
    )
    about = rest.startswith(" về ") and previous.clause == figure.clause and bool(_PARTS_ABOUT.search(leading))
    return previous.noun if told or about or rest.startswith(_OF_THESE) else None


def _is_listed(figure: Figure, previous: Figure, leading: str) -> bool:
    """Whether a bracket behind a count gives its parts, or the count of another year, without the noun.

    "1.126 mô hình (kinh tế 402, an ninh 174)", "129 cuộc (cấp thành phố 4, …)", "201 mô hình (năm 2022 là 188)".
    """
    if figure.bracket < 0 or (previous.end > figure.bracket and previous.bracket != figure.bracket):
        return False
    if _EARLIER.search(leading):
        return True
    return previous.kind in ("session", "model") and bool(_PART_NAMED.fullmatch(leading))


def _goes_on_with_parts(figure: Figure, previous: Figure, leading: str) -> bool:
    """Whether a part follows a part, each with its name and no noun: "trong đó kinh tế 402, an ninh 174, …"."""
    named = previous.noun is not None and previous.noun.start < previous.number.start
    return (
        (previous.parent is not None or named)
        and previous.clause == figure.clause
        and previous.bracket == figure.bracket
        and previous.kind in ("session", "model")
        and leading.startswith((",", " và "))
        and bool(_PART_NAMED.fullmatch(leading))
    )


def money_left_out(article: Article, figure: Figure) -> Noun | None:
    """The đồng of an amount that leaves it out: tỷ of which nothing is counted are money ("thu hồi khoảng 28 tỷ")."""
    end = figure.number.right
    if article.low[figure.number.start : end].endswith((" tỷ", " tỉ")) and figure.number.part == "whole":
        return Noun(end, end, "money", end, "đồng")
    return None


def _stands_alone(article: Article, figure: Figure) -> bool:
    """Whether nothing that could be counted follows the number."""
    rest = article.low[figure.end : min(figure.end + 6, figure.sentence.end)].lstrip()
    return not rest or rest[0] in ",;.)" or rest.startswith("và ")


def _with_zeros(article: Article, sentence: Sentence, found: list[Number]) -> list[Number]:
    """``found`` with a zero where the sentence says that nothing arose ("không phát sinh đơn tố cáo")."""
    zeros = [
        Number(zero.start, zero.end, 0.0, in_words=True, left=zero.start, right=zero.end)
        for zero in article.anchors_in("figure_zero", sentence.start, sentence.end)
    ]
    return sorted([*found, *zeros]) if zeros else found


def _resumes(plain: str, end: int, limit: int) -> int:
    """Where the text goes on behind a bracket that opens right at ``end``, -1 if none does."""
    if plain[end : end + 2].lstrip()[:1] != "(":
        return -1
    return plain.find(")", end, min(limit, end + TAIL_REACH)) + 1 or -1


def leading_noun(article: Article, figure: Figure, follows: bool) -> Noun | None:
    """The noun before a number that nothing follows: "khiếu nại 76, tố cáo 43", "vụ việc cũ 30", "số lượt tiếp: 120".

    ``follows`` says whether other figures precede in the sentence: a lone "khiếu nại 76" could be anything.
    """
    if not _stands_alone(article, figure):
        return None
    anchors = article.anchors_in("counted", max(figure.before, figure.number.left - _LEAD_REACH), figure.number.left)
    if not anchors:
        return None
    noun = next((anchor for anchor in reversed(anchors) if anchor.value in _LEADING), None)
    if noun is None:
        return None
    between = article.low[noun.end : figure.number.left]
    if any(sign in between for sign in ",;.()%"):
        return None
    if not between.strip() and not follows:
        return None
    return Noun(noun.start, noun.end, noun.value, noun.end, article.low[noun.start : noun.end])


class _Stops:
    """Walks a sentence once and knows the last semicolon or bracket, and which bracket is open.

    A bracket without figures ("(trực tiếp và ủy quyền)") does not part a figure from the words before it, nor does one
    that opens before the first figure.
    """

    def __init__(self, plain: str, sentence: Sentence) -> None:
        self._stops: Iterator[re.Match[str]] = _STOPS.finditer(plain, sentence.start, sentence.end)
        self._next = next(self._stops, None)
        self._open: list[int] = []
        self.last = self.clause = sentence.start

    def advance(self, to: int, figure_end: int) -> None:
        """Move on to ``to``, the last figure ending at ``figure_end`` (-1 before the first)."""
        while self._next is not None and self._next.start() < to:
            sign, at = self._next.group(), self._next.start()
            self._next = next(self._stops, None)
            if sign == "(":
                self._open.append(at)
                parts = figure_end >= 0 and at + 1 < to
            elif sign == ")":
                opened = self._open.pop() if self._open else -1
                parts = figure_end > opened
            else:
                parts = True
                if not self._open:
                    self.clause = at + 1
            if parts:
                self.last = at + 1

    @property
    def bracket(self) -> int:
        """Offset of the innermost open bracket, -1 if none is open."""
        return self._open[-1] if self._open else -1
