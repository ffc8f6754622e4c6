"""A period as it is typed on a command line: in words, in the short forms of tables, in digits, in ISO days."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import typer

from danvan_cli.document import Document
from danvan_cli.lexicon import fold
from danvan_cli.lexicon.folding import bare
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.periods import Days, Reference, days_of, expressions_in
from danvan_cli.parsing.periods.resolving import month_days
from danvan_cli.record import Period, Source

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_GAP = r"(?:\s?[-/]\s?|\s)?"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}

# Short forms and words without diacritics, all within one year. Tables print some of these: what is seen can be typed.
_CODES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:nam )?{_YEAR}",
        rf"{_YEAR}{_GAP}h(?P<half>[12])",
        rf"h(?P<half>[12]){_GAP}{_YEAR}",
        rf"{_YEAR}{_GAP}q(?P<quarter>[1-4])",
        rf"(?:q|qu[yi] )(?P<quarter>iv|i{{1,3}}|[1-4])(?: nam)?{_GAP}{_YEAR}",
        rf"{_YEAR}\s?[-/]\s?(?P<month>\d{{1,2}})",
        rf"(?:thang |t)?(?P<month>\d{{1,2}})\s?[-/]\s?{_YEAR}",
        rf"thang (?P<month>\d{{1,2}}) nam {_YEAR}",
        rf"(?P<count>\d{{1,2}}) ?(?:thang|t|m)(?: (?P<part>dau|cuoi))?(?: nam)?{_GAP}{_YEAR}",
        rf"{_YEAR}{_GAP}(?P<count>\d{{1,2}})[tm]",
        rf"(?P<part>first|last) (?P<count>\d{{1,2}})m {_YEAR}",
        rf"thang (?P<month>\d{{1,2}})\s?-\s?(?P<until>\d{{1,2}})/{_YEAR}",
        rf"{_YEAR}-(?P<month>\d\d) - (?P<until>\d\d)",
    )
)
_FROM = "từ "
_ISO_DAYS = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:\s-\s|\.\.|/)(\d{4})-(\d\d)-(\d\d)")


def period_asked(typed: str, option: str) -> Period:
    """The period that ``typed`` names, its label as typed. Raises BadParameter where it names none."""
    text = " ".join(unicodedata.normalize("NFC", typed).split())
    low = fold(text)
    days = _by_code(bare(low)) or _by_words(text) or _by_days(low)
    if days is None:
        forms = '2020, "6 tháng đầu năm 2020", 2020-H1, 2020-Q2, "quý II/2020", 9T/2019 or 2020-07'
        raise typer.BadParameter(f"{typed!r} names no period with its year; write {forms}", param_hint=option)
    return Period(text, days[0].isoformat(), days[1].isoformat())


def _by_code(typed: str) -> Days | None:
    for code in _CODES:
        match = code.fullmatch(typed)
        if match:
            named = match.groupdict()
            first, last = _months(named)
            return month_days(int(named["year"]), first, int(named["year"]), last) if 1 <= first <= last <= 12 else None
    return None


def _months(named: dict[str, str | None]) -> tuple[int, int]:
    """First and last month, 1 to 12 if the code makes sense."""
    if half := named.get("half"):
        return (1, 6) if half == "1" else (7, 12)
    if quarter := named.get("quarter"):
        number = _QUARTERS.get(quarter) or int(quarter)
        return 3 * number - 2, 3 * number
    if month := named.get("month"):
        return int(month), int(named.get("until") or month)
    if count := named.get("count"):
        at_the_end = named.get("part") in ("cuoi", "last")
        return (13 - int(count), 12) if at_the_end else (1, int(count))
    return 1, 12


def _by_words(text: str) -> Days | None:
    """As articles name it, with nothing beside it and nothing to be filled in from an article."""
    rest = text[len(_FROM) :] if fold(text).startswith(_FROM) else text
    # "1/1/2020 - 30/6/2020" is a period only after "từ".
    for lead in (_FROM,) if rest != text else ("", _FROM):
        words = lead + rest
        found = expressions_in(Article(Document(Source("", "text", None, "", len(words)), words, ())), 0, len(words))
        if len(found) == 1 and (found[0].start, found[0].end) == (len(lead), len(words)):
            # "từ năm 2020" has no end.
            return None if lead and found[0].unit not in ("days", "months") else days_of(found[0], Reference())
    return None


def _by_days(low: str) -> Days | None:
    match = _ISO_DAYS.fullmatch(low)
    try:
        numbers = [int(group) for group in match.groups()] if match else []
        days = (date(*numbers[:3]), date(*numbers[3:])) if numbers else None
    except ValueError:
        return None
    return days if days and days[0] <= days[1] else None
