"""The options that choose among what was read: provinces, days, indicators."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Annotated, get_args

import typer

from danvan_cli.cli.optional_value import OptionalValueCommand
from danvan_cli.cli.places import is_province, province_asked, province_now
from danvan_cli.corpus.datasets import Need
from danvan_cli.corpus.selection import Selection
from danvan_cli.record import Indicator

Provinces = Annotated[
    list[str] | None,
    typer.Option(
        "--province",
        metavar="[NAME]",
        help='Alone: group by province. With a name ("Lạng Sơn"): only that province; repeat for more.',
        show_default=False,
    ),
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE|YEAR", help="From then on: 2020, 2020-07 or 2020-07-31.")
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE|YEAR", help="Until then, that day or year too.")]
Indicators = Annotated[
    list[str] | None,
    typer.Option("--indicator", metavar="ID", help="Only this indicator; repeat for more.", show_default=False),
]


_ALWAYS = ("source", "title", "published", "event", "locality", "reported_period", "warnings")
"""What every command needs of a record: where it is from, what it is on, and what is said of it."""


class ChoosingCommand(OptionalValueCommand):
    """A command whose ``--province`` may stand alone."""

    optional = {"--province": is_province}  # noqa: RUF012 - never changed


def selection(
    provinces: list[str] | None,
    since: str | None,
    until: str | None,
    indicators: list[str] | None = None,
    *,
    today: bool = False,
) -> tuple[Selection, bool]:
    """What the options select, and whether a ``--province`` stood alone. Raises BadParameter.

    With ``today`` the name of a province before 2025 means the one of now that it lies in.
    """
    asked = [province_asked(value) for value in provinces or ()]
    names = [province_now(name) if today else name for name, _ in asked if name]
    first, last = _day(since, "--since", last=False), _day(until, "--until", last=True)
    if first and last and first > last:
        raise typer.BadParameter(f"{since} comes after {until}; exchange them", param_hint="--since/--until")
    chosen = Selection(tuple(names), tuple(map(_indicator, indicators or ())), first, last, today)
    return chosen, any(alone for _, alone in asked)


def needed(chosen: Selection, *parts: str, whole: bool = False) -> Need:
    """What a command needs of a dataset: ``parts`` of the records that ``chosen`` may mean.

    With ``whole`` records of all provinces: what others say has a part in the answer.
    """
    return Need((*_ALWAYS, *parts), () if whole else chosen.names(), chosen.since, chosen.until)


def _indicator(value: str) -> Indicator:
    known = get_args(Indicator)
    key = value.strip().lower().replace("-", "_")
    if key in known:
        return known[known.index(key)]  # type: ignore[no-any-return]
    from rapidfuzz import process

    near = [name for name, _, _ in process.extract(key, known, limit=3, score_cutoff=60)]
    hint = f"did you mean {' or '.join(near)}?" if near else f"they are {', '.join(known)}"
    raise typer.BadParameter(f"there is no indicator {value!r}; {hint}", param_hint="--indicator")


def _day(value: str | None, option: str, *, last: bool) -> str | None:
    """First or last ISO day of a year, a month or a day; Vietnamese order (31/7/2020) is understood too."""
    if value is None:
        return None
    turned = re.fullmatch(r"(?:(\d{1,2})/)?(\d{1,2})/(\d{4})", value.strip())
    parts = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", value.strip())
    day, month, year = turned.groups() if turned else parts.groups()[::-1] if parts else (None, None, None)
    try:
        m = int(month) if month else 12 if last else 1
        d = int(day) if day else monthrange(int(year or ""), m)[1] if last else 1
        return date(int(year or ""), m, d).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{value!r} is no day; write 2020, 2020-07 or 2020-07-31", param_hint=option) from None
