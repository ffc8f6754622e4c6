"""The top of the page: what was read, and the main figures of the period that most bodies report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from danvan_cli.corpus.aggregation import Total, body_key
from danvan_cli.output.report.citing import View
from danvan_cli.output.report.parts import made_of, named, section, shown_total, unit_of
from danvan_cli.output.web.page import escaped
from danvan_cli.record import Level, Period

Focus = tuple[Level | None, Period]


def what_was_read(view: View) -> Iterator[str]:
    """Counts of articles, provinces, outlets, periods, people and figures."""
    overview, number = view.overview, view.words.number
    records = overview.records
    counts = [
        ("provinces", len({record.locality.province for record in records} - {None})),
        ("outlets", len({record.outlet for record in records} - {None})),
        ("people", len(overview.people)),
        ("figures_read", len(overview.figures)),
    ]
    yield f'<p class="lead">{escaped(_articles(view))}</p>'
    yield '<dl class="counts">'
    for key, count in counts:
        if count:
            yield f"<div><dt>{escaped(view.says(key))}</dt><dd>{escaped(number(count))}</dd></div>"
    periods = sorted(record.reported_period.start for record in records if record.reported_period)
    ends = sorted(record.reported_period.end for record in records if record.reported_period)
    if periods:
        span = f"{periods[0][:4]}–{ends[-1][:4]}" if periods[0][:4] != ends[-1][:4] else ends[-1][:4]
        yield f"<div><dt>{escaped(view.says('periods'))}</dt><dd>{span}</dd></div>"
    yield "</dl>"


def _articles(view: View) -> str:
    count = view.counted("one_article", "articles", len(view.overview.records))
    copies = len(view.overview.copies)
    return f"{count}, {view.says('copies', count=view.words.number(copies))}" if copies else count


def main_figures(view: View) -> Iterator[str]:
    """A card an indicator: its total in the period in focus, and what it is made of."""
    focus = _focus(view.overview.totals)
    if focus is None:
        yield from section("at_a_glance", view, view.words.of("note", "no_figures"))
        return
    level, period = focus
    words = view.words
    level_name = words.of("level", level) if level else ""
    note = view.says("focus", period=words.period(period), level=level_name)
    yield from section("at_a_glance", view, note[0].upper() + note[1:])
    yield '<div class="cards">'
    best: dict[str, Total] = {}
    for total in view.overview.totals:
        if _focus_of(total) == (level, period.start, period.end):
            known = best.get(total.indicator)
            if known is None or (total.bodies, -len(total.kinds)) > (known.bodies, -len(known.kinds)):
                best[total.indicator] = total
    for total in best.values():
        yield from _card(total, view)
    yield "</div>"


def _card(total: Total, view: View) -> Iterator[str]:
    words = view.words
    count = view.counted("one_body", "bodies", total.bodies)
    differ = f" · {words.of('note', 'disagree')}" if total.total is None and total.unit != "%" else ""
    size = "big" if total.total is not None else "big range"
    value = f"{escaped(shown_total(total, words))} <small>{escaped(unit_of(total.unit))}</small>"
    yield (
        f'<details class="card"><summary><span class="name">{escaped(named(total, words))}</span>'
        f'<span class="{size}">{value}</span>'
        f'<span class="dim">{escaped(count + differ)}</span></summary>{made_of(total.figures, view)}</details>'
    )


_Key = tuple[Level | None, str, str]


def _focus_of(total: Total) -> _Key | None:
    return (total.level, total.period.start, total.period.end) if total.period else None


def _focus(totals: Sequence[Total]) -> Focus | None:
    """The level and period of which most bodies give figures; of several the longest, and then the latest."""
    bodies: dict[_Key, set[object]] = defaultdict(set)
    periods: dict[_Key, Focus] = {}
    for total in totals:
        key = _focus_of(total)
        if key and total.period:
            bodies[key] |= {body_key(figure) for figure in total.figures}
            periods.setdefault(key, (total.level, total.period))

    def rank(key: _Key) -> tuple[int, int, str, str]:
        level, start, end = key
        return len(bodies[key]), (date.fromisoformat(end) - date.fromisoformat(start)).days, end, level or ""

    return periods[max(bodies, key=rank)] if bodies else None
