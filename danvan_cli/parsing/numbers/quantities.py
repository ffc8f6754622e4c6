"""Digits and numerals to values: grouping, decimals, magnitudes, ratios and ranges. What they mean is decided later."""

from __future__ import annotations

import re

from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.numbers.hazards import composite_spans
from danvan_cli.parsing.numbers.nouns import counted_noun
from danvan_cli.parsing.numbers.number import Number

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_VIETNAMESE = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_DECIMAL = re.compile(r"\d+,\d+")
_ENGLISH = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
_POINT_DECIMAL = re.compile(r"\d+\.\d{1,2}")
_STRAY_DECIMAL = re.compile(r", (\d{1,3})(?![\d.,/])")
_RATIO = re.compile(r" ?/ ?| trong (?:tổng )?số | trên tổng số ")
_RANGE = re.compile(r" ?- ?| đến ")
_PERCENT = re.compile(r" ?%")
_GROUP = 3
# Longer digit strings are identifiers, never counts.
_MOST_DIGITS = 15
# "triệu tỷ" is the greatest magnitude in use; more of them in a row are no number.
_GREATEST_MAGNITUDE = 1e15
# "một" is an article unless these stand before it.
_ONLY = ("ít nhất ", "tối thiểu ", "chỉ ", "chỉ có ", "đúng ", "mới có ")
_ONE_REACH = 40
_YEAR_REACH = 10


def quantities(article: Article, start: int, end: int) -> list[Number]:
    """Every number of ``start:end`` that is not part of a date, a time, a document number or a code."""
    blocked = composite_spans(article.plain, start, end)
    numerals = _runs(article, article.anchors_in("numeral", start, end))
    plain = article.plain
    found: list[Number] = []
    at, run, span = start, 0, 0
    digits = _DIGITS.search(plain, start, end)
    while True:
        if digits is not None and digits.start() < at:
            digits = _DIGITS.search(plain, at, end)
        while run < len(numerals) and numerals[run][0].start < at:
            run += 1
        words = numerals[run] if run < len(numerals) else None
        if digits is None and words is None:
            return _paired(article, found, end)
        if words is not None and (digits is None or words[0].start < digits.start()):
            number = _spelt(article, words, end)
            at = words[-1].end
        else:
            assert digits is not None  # noqa: S101 - one of the two was found
            while span < len(blocked) and blocked[span][1] <= digits.start():
                span += 1
            if span < len(blocked) and blocked[span][0] <= digits.start():
                at = max(digits.end(), blocked[span][1])
                continue
            number = _written(article, digits, end)
            at = number.end if number else digits.end()
        if number:
            found.append(number)


def _digits_value(text: str, counted: bool) -> float | None:
    """The value of a string of digits; ``counted`` where a noun is counted, so that three decimals are a group."""
    if len(text) > _MOST_DIGITS:
        return None
    if text.isdigit():
        return float(text)
    if _VIETNAMESE.fullmatch(text):
        return float(text.replace(".", "").replace(",", ".")) if text[0] != "0" else None
    if _ENGLISH.fullmatch(text) and (counted or text.count(",") > 1):
        return float(text.replace(",", ""))
    if _DECIMAL.fullmatch(text):
        return float(text.replace(",", "."))
    return None


def _written(article: Article, digits: re.Match[str], end: int) -> Number | None:
    """A number in digits, with the magnitudes and the halves after it."""
    plain, start, stop = article.plain, digits.start(), digits.end()
    if start and (plain[start - 1].isalpha() or plain[start - 1] in "_#"):
        return None
    text = digits.group()
    magnitude = _numeral_at(article, stop, end)
    scaled = magnitude is not None and magnitude.value.startswith("x")
    percent = _PERCENT.match(plain, stop, end)
    noun = counted_noun(article, stop, end)
    measured = noun is not None and noun.kind in ("measure", "money")
    value = _digits_value(text, counted=noun is not None and not measured and not scaled and not percent)
    if value is None and _POINT_DECIMAL.fullmatch(text) and (scaled or percent or measured):
        value = float(text)
    if value is None:
        return None
    if text.isdigit() and len(text) <= _GROUP and not scaled and not percent:
        stray = _STRAY_DECIMAL.match(plain, stop, end)
        if stray:
            after = _numeral_at(article, stray.end(), end)
            if (after and after.value.startswith("x")) or _PERCENT.match(plain, stray.end(), end):
                value, stop = float(f"{text}.{stray.group(1)}"), stray.end()
    value, stop = _scaled(article, value, stop, end)
    return Number(start, stop, value, left=start, right=stop)


def _scaled(article: Article, value: float, stop: int, end: int) -> tuple[float, int]:
    """Apply the magnitudes after a number in digits: "2 triệu 130 nghìn", "1,5 nghìn tỷ", "4 triệu rưỡi"."""
    total, last = 0.0, 0.0
    part = value
    while True:
        factor = 1.0
        while (anchor := _numeral_at(article, stop, end)) is not None and anchor.value.startswith("x"):
            if factor * float(anchor.value[1:]) > _GREATEST_MAGNITUDE:
                break
            factor *= float(anchor.value[1:])
            stop = anchor.end
        if factor == 1.0:
            return (total + part if last == 0.0 else total), stop
        total += part * factor
        last = factor
        half = _numeral_at(article, stop, end)
        if half is not None and half.value == "half":
            return total + last / 2, half.end
        following = _DIGITS.match(article.plain, stop + 1, end) if article.plain[stop : stop + 1] == " " else None
        if following is None or not following.group().isdigit():
            return total, stop
        after = _numeral_at(article, following.end(), end)
        if after is None or not after.value.startswith("x") or float(after.value[1:]) >= last:
            return total, stop
        part, stop = float(following.group()), following.end()


def _numeral_at(article: Article, at: int, end: int) -> Anchor | None:
    """The numeral that follows at ``at``, one space or none between."""
    if at < end and article.plain[at] == " ":
        at += 1
    anchor = article.anchors.at("numeral", at)
    return anchor if anchor and anchor.end <= end and anchor.value else None


def _runs(article: Article, anchors: list[Anchor]) -> list[list[Anchor]]:
    """Numerals that stand side by side, as one run each."""
    runs: list[list[Anchor]] = []
    for anchor in anchors:
        if not anchor.value:
            continue
        if runs and article.plain[runs[-1][-1].end : anchor.start] == " ":
            runs[-1].append(anchor)
        else:
            runs.append([anchor])
    return runs


def _spelt(article: Article, run: list[Anchor], end: int) -> Number | None:
    """A number in words. One numeral alone must stand before a counted noun; "một" is an article, "năm" a year."""
    value = _words_value([anchor.value for anchor in run])
    if value is None:
        return None
    start, stop = run[0].start, run[-1].end
    if len(run) == 1:
        noun = counted_noun(article, stop, end)
        if run[0].value[0] == "x" or noun is None or article.plain[noun.start].isupper():
            return None  # "Năm Căn" is a place
        if run[0].value == "5" and _is_year(article, start):
            return None
    if value == 1 and not _is_one(article, start):
        return None
    return Number(start, stop, value, in_words=True, left=start, right=stop)


def _is_one(article: Article, at: int) -> bool:
    """Whether the "một" at ``at`` counts: "chỉ một cuộc", "mới tổ chức được một hội nghị"."""
    before = article.low[max(0, at - _ONE_REACH) : at]
    clause = re.split(r"[,;.:]", before)[-1]
    return before.endswith(_ONLY) or (
        before.endswith("được ") and any(word in clause.split() for word in ("mới", "chỉ"))
    )


def _is_year(article: Article, at: int) -> bool:
    """Whether the "năm" at ``at`` is a year: after digits ("20 năm công tác") or words such as "trong", "cả", "hết"."""
    before = article.anchors_in("year_before", max(0, at - _YEAR_REACH), at)
    return article.low[max(0, at - 2) : at - 1].isdigit() or bool(before and before[-1].end == at - 1)


def _words_value(values: list[str]) -> float | None:
    """The value of numerals in order, ``None`` where they are no number ("hai ba", "trăm nghìn" without its count).

    School grammar: units, ten ("mười"), tens ("hai mươi"), hundreds with "linh"/"lẻ" before a lone unit, then the
    magnitudes, each smaller than the one before; "rưỡi" is half of the last magnitude.
    """
    total = below = 0.0  # below: what the next magnitude multiplies
    last_magnitude, last_small = float("inf"), 1.0
    digit_open = False
    seen_ten = False
    for value in values:
        if value == "half":
            if not below and not total:
                return None  # "gấp rưỡi" is a half of nothing counted
            total += (last_magnitude if not below else last_small) / 2
            return total + below
        if value == "and":
            digit_open = False
            continue
        if value.startswith("x"):
            factor = float(value[1:])
            if factor >= 1000:
                if below == 0 or factor >= last_magnitude:
                    return None
                total += below * factor
                below, last_magnitude, seen_ten, digit_open = 0.0, factor, False, False
            else:
                if not digit_open:
                    return None
                unit = below % 10
                below = below - unit + unit * factor
                last_small, digit_open = factor, False
                seen_ten = seen_ten or factor == 10
            continue
        amount = float(value)
        if amount == 10:
            if digit_open or seen_ten or below % 100:
                return None
            below += 10
            seen_ten = True
            continue
        if digit_open:
            return None
        if below % 10:
            return None
        below += amount
        digit_open = True
    return total + below


def _paired(article: Article, found: list[Number], end: int) -> list[Number]:
    """Mark the two sides of ratios and the two ends of ranges."""
    out: list[Number] = []
    i = 0
    while i < len(found):
        first = found[i]
        second = found[i + 1] if i + 1 < len(found) else None
        if second is None or first.in_words or second.in_words:
            out.append(first)
            i += 1
            continue
        between = article.plain[first.end : second.start]
        if _RATIO.fullmatch(between) and _follows_unit(article, second, end):
            out.append(first._replace(part="numerator", right=second.end))
            out.append(second._replace(part="denominator"))
            i += 2
        elif _RANGE.fullmatch(_without_percent(between)) and _follows_unit(article, second, end):
            low = first._replace(value=_shared_magnitude(article, first, second), part="low", right=second.end)
            if low.value < second.value:
                out += [low._replace(bound="at_least"), second._replace(part="high", bound="at_most")]
            else:
                out += [first, second]
            i += 2
        else:
            out.append(first)
            i += 1
    return out


def _without_percent(between: str) -> str:
    """What joins the ends of a range whose first end has its own percent sign ("6,5% - 7%")."""
    return between.removeprefix("%")


def _shared_magnitude(article: Article, first: Number, second: Number) -> float:
    """The lower end of "100 - 200 triệu", which has the magnitude of the upper."""
    digits = _DIGITS.match(article.plain, second.start, second.end)
    plain_value = _digits_value(digits.group(), counted=False) if digits else None
    if plain_value and second.value != plain_value and first.value < plain_value:
        return first.value * (second.value / plain_value)
    return first.value


def _follows_unit(article: Article, number: Number, end: int) -> bool:
    return bool(_PERCENT.match(article.plain, number.end, end)) or (counted_noun(article, number.end, end) is not None)
