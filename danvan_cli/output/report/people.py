"""Officials, one row a person, under the names of their provinces."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from danvan_cli.corpus.people import Office, Person
from danvan_cli.lexicon.folding import bare, fold
from danvan_cli.output.report.citing import View
from danvan_cli.output.report.parts import FOLD_END, folded, link, section
from danvan_cli.output.web.page import escaped

_FEW = 40
"""So many people are shown at once; more of them province by province."""


def officials(view: View) -> Iterator[str]:
    """A table a province; who has an office of the whole country, or of no known place, comes last."""
    yield from section("officials", view, view.says("officials_note"))
    homes: dict[str, list[Person]] = {}
    for person in view.overview.people:
        homes.setdefault(person.province or "", []).append(person)
    few = len(view.overview.people) <= _FEW
    for home in sorted(homes, key=lambda name: (not name, bare(fold(name)))):
        people = homes[home]
        name = home or view.words.of("note", "no_province")
        yield folded(name, view.words.number(len(people)), opened=few)
        yield '<table class="people"><tbody>'
        for person in people:
            cells = (_offices(person, view), escaped(_deeds(person, view)))
            name = escaped(person.name) + _doubt(person, view)
            yield f"<tr><td>{name}</td>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
        yield "</tbody></table>"
        yield FOLD_END


def _offices(person: Person, view: View) -> str:
    """The offices of a person, those of one sentence as one link, each run of them with its years."""
    if not person.offices:
        seen = person.appearances[-1]
        return link(view.cite.of(seen.source, seen.mentions[0]), seen.title or seen.source)
    runs = groupby(person.offices, key=lambda office: (_target(office, view), _years(office, view)))
    return "<br>".join(
        link(target, "; ".join(office.title for office in offices))
        + (f" <small>{escaped(years)}</small>" if years else "")
        for (target, years), offices in runs
    )


def _target(office: Office, view: View) -> str:
    seen = office.sightings[-1]
    return view.cite.of(seen.source, seen.evidence)


def _years(office: Office, view: View) -> str:
    """The years of the articles that give the office, and that of the first that calls it a former one."""
    years = ["–".join(dict.fromkeys(day[:4] for day in (office.first, office.last) if day))]
    if office.left_by:
        years.append(f"{view.words.of('note', 'former')}: {office.left_by[:4]}")
    return "; ".join(filter(None, years))


def _deeds(person: Person, view: View) -> str:
    return ", ".join(
        view.words.of("action", deed.action) + (f" ×{deed.articles}" if deed.articles > 1 else "")
        for deed in person.actions
    )


def _doubt(person: Person, view: View) -> str:
    """How sure the row is one person, and why not; nothing where nothing speaks against it."""
    if not person.doubts:
        return ""
    why = "; ".join(view.words.of("doubt", doubt.code).format(*doubt.about) for doubt in person.doubts)
    label = f"{view.words.of('column', 'certainty')}: {view.words.of('certainty', person.certainty)}"
    return f"<details><summary>{escaped(label)}</summary>{escaped(why)}</details>"
