"""Takes two reports out of a folder, of one body on two periods; says which it took, or what there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

import typer

from danvan_cli.cli.articles import Articles, say
from danvan_cli.cli.periods import period_asked
from danvan_cli.cli.places import nearest, province_named, unit_key
from danvan_cli.comparing.periods import same
from danvan_cli.corpus.datasets import EVERYTHING, Need, is_dataset
from danvan_cli.corpus.reports import Body, Choice, Pair, body_of, in_order, is_report, lasting_name, two_periods
from danvan_cli.lexicon.folding import bare, fold
from danvan_cli.lexicon.places import provinces
from danvan_cli.output.wording import Wording
from danvan_cli.record import Level, Period, Record

_NAMED = 8
"""Bodies, periods or paths that one line names."""
_WHY: dict[Choice, str] = {
    "asked": "the periods asked for",
    "one_kind": "the two latest periods of one kind",
    "latest": "the two latest periods; no two are of one kind",
}


class Asked(NamedTuple):
    """The options that choose, as typed."""

    province: str | None
    level: str | None
    district: str | None
    commune: str | None
    first: str | None
    last: str | None


class _Wanted(NamedTuple):
    province: str | None
    level: Level | None
    district: str | None
    commune: str | None
    first: Period | None
    last: Period | None

    def has(self, body: Body) -> bool:
        """Whether the options mean ``body``: the smallest place that is named is the body itself."""
        level = self.level or ("commune" if self.commune else "district" if self.district else None)
        return (
            (level is None or body.level == level)
            and (self.province is None or body.province == self.province)
            and (self.district is None or self.district == unit_key(body.district or ""))
            and (self.commune is None or self.commune == unit_key(body.commune or ""))
        )


def two_reports(articles: Articles, asked: Asked, words: Wording) -> tuple[Record, Record]:
    """The earlier and the later report. Raises BadParameter with what there is where the options do not tell which."""
    wanted = _wanted(asked)
    there, meant, unclear = _gathered(articles, wanted, _need(wanted))
    pairs = {body: pair for body, reports in meant.items() if (pair := two_periods(reports, wanted.first, wanted.last))}
    if not pairs and any(map(is_dataset, articles.paths)):  # what it has of other provinces was left in it
        articles = Articles(articles.paths, quiet=articles.quiet)
        there, meant, unclear = _gathered(articles, wanted, EVERYTHING)
    if not articles.read:
        articles.leave()
    if not pairs:
        raise typer.BadParameter(_none(there, set(meant), len(unclear), wanted, asked, words), param_hint="DIR")
    if len(pairs) > 1:
        raise typer.BadParameter(_several(pairs, there, words), param_hint="DIR")
    ((body, pair),) = pairs.items()
    if not articles.quiet:
        _tell(body, pair, wanted, words)
        others = [_called(other) for other in sorted(meant, key=_order) if other != body]
        if others:
            say(f"left out, without two such periods: {_listed(others)}")
        if unclear:
            say(f"left out, without a body, a period or anything to compare: {_listed(unclear)}")
    return pair.old[0], pair.new[0]


def _need(wanted: _Wanted) -> Need:
    names = [one.name for one in provinces() if wanted.province == lasting_name(one.name)]
    return Need((), tuple(dict.fromkeys(names)))


class _Gathered(NamedTuple):
    there: dict[Body, list[Period]]
    """Every body with the periods it reports on."""
    meant: dict[Body, list[Record]]
    """The reports of those that the options mean."""
    unclear: list[str]
    """Paths of articles of which nobody can tell."""


def _gathered(articles: Articles, wanted: _Wanted, need: Need) -> _Gathered:
    found = _Gathered({}, {}, [])
    for record in articles.records(need=need):
        body = body_of(record)
        if body is not None and record.reported_period and is_report(record):
            found.there.setdefault(body, []).append(record.reported_period)
            if wanted.has(body):
                found.meant.setdefault(body, []).append(record)
        elif wanted.province in (None, lasting_name(record.locality.province or "")):
            found.unclear.append(record.source.path)
    return found


def _wanted(asked: Asked) -> _Wanted:
    province = province_named(asked.province) if asked.province is not None else None
    if asked.province is not None and province is None:
        raise typer.BadParameter(
            f"there is no province {asked.province!r}{nearest(asked.province)}", param_hint="--province"
        )
    levels: tuple[Level, ...] = get_args(Level)
    level = next((name for name in levels if name == asked.level), None)
    if asked.level is not None and level is None:
        raise typer.BadParameter(f"{asked.level!r} is none of {', '.join(levels)}", param_hint="--level")
    return _Wanted(
        lasting_name(province) if province else None,
        level,
        unit_key(asked.district) if asked.district is not None else None,
        unit_key(asked.commune) if asked.commune is not None else None,
        period_asked(asked.first, "--from") if asked.first is not None else None,
        period_asked(asked.last, "--to") if asked.last is not None else None,
    )


def _tell(body: Body, pair: Pair, wanted: _Wanted, words: Wording) -> None:
    """Which two periods, why these, and which articles stand for each."""
    old, new = (words.period(reports[0].reported_period) for reports in (pair.old, pair.new))
    why = _WHY[pair.why]
    if pair.why != "asked" and (wanted.first or wanted.last):
        given, other = ("--from", "latest after") if wanted.first else ("--to", "latest before")
        kind = " of its kind" if pair.why == "one_kind" else "; none is of its kind"
        why = f"{given} as asked, and the {other} it{kind}"
    say(f"{_called(body)}: {old} ({_path(pair.old)}) and {new} ({_path(pair.new)}): {why}")
    for period, reports in ((old, pair.old), (new, pair.new)):
        if len(reports) > 1:
            rest = _listed([record.source.path for record in reports[1:]])
            say(f"{len(reports)} articles report on {period}; {_path(reports)} is compared, not {rest}")


def _several(pairs: Iterable[Body], there: dict[Body, list[Period]], words: Wording) -> str:
    several = sorted(pairs, key=_order)
    lines = [f"{_options(body, several)} ({_periods(there[body], words)})" for body in several]
    return f"there are reports of {len(several)} bodies; choose one: {_listed(lines, '; ')}"


def _none(
    there: dict[Body, list[Period]],
    meant: set[Body],
    unclear: int,
    wanted: _Wanted,
    asked: Asked,
    words: Wording,
) -> str:
    """Why there are no two reports, and what there is: of the bodies meant, else of the province, else all."""
    if not there:
        return f"none of {unclear} articles tells the body, its period, and tasks or figures: nothing to compare"
    near = meant or {body for body in there if body.province == wanted.province} or set(there)
    named = [f"{_called(body)}: {_periods(there[body], words)}" for body in sorted(near, key=_order)]
    but = f"there are {_listed(named, '; ')}"
    if not meant:
        names = [name for name in (asked.commune, asked.district, asked.province, asked.level) if name]
        some = f" (in {unclear} articles no body or no period is named)" if unclear else ""
        return f"no report of {', '.join(names)}{some}; {but}"
    given = [period for period in (wanted.first, wanted.last) if period]
    lacking = [
        words.period(period)
        for period in given
        if not any(same(period, known) for body in meant for known in there[body])
    ]
    if lacking:
        return f"no report on {' and none on '.join(lacking)}; {but}"
    if len(given) == 2:
        one = same(*given)
        return "--from and --to are one period" if one else f"no body has reports on both periods; {but}"
    if given:
        side = "after" if wanted.first else "before"
        return f"no report on a period {side} {words.period(given[0])}; {but}"
    return f"reports of one body on two periods are needed; {but}"


def _called(body: Body) -> str:
    names = ", ".join(name for name in (body.commune, body.district, body.province) if name)
    return f"{names} ({body.level})" if names else f"{body.level} level"


def _options(body: Body, others: Sequence[Body]) -> str:
    """The options that mean ``body`` and none of ``others``."""
    options = []
    if body.level in ("national", "province"):
        options.append(f"--level {body.level}")
    if body.commune:
        options.append(f'--commune "{body.commune}"')
    namesakes = [other for other in others if other.commune == body.commune and other != body]
    if body.district and (body.level == "district" or any(other.province == body.province for other in namesakes)):
        options.append(f'--district "{body.district}"')
    if body.province and len({other.province for other in others}) > 1:
        options.insert(0, f'--province "{body.province}"')
    return " ".join(options)


def _order(body: Body) -> tuple[str, int, str, str]:
    levels: tuple[Level, ...] = get_args(Level)
    province, district, commune = (bare(fold(name or "")) for name in body[1:])
    return province, levels.index(body.level), district, commune


def _periods(periods: list[Period], words: Wording) -> str:
    return _listed([words.period(period) for period in in_order(periods)][::-1])


def _path(reports: list[Record]) -> str:
    return reports[0].source.path


def _listed(names: list[str], separator: str = ", ") -> str:
    more = len(names) - _NAMED
    return separator.join(names[:_NAMED]) + (f"{separator}and {more} more" if more > 0 else "")
