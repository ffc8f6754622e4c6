"""``danvan officials``: who was there, in which office."""

from __future__ import annotations

from typing import Annotated

import typer

from danvan_cli.cli.articles import Articles, say
from danvan_cli.cli.choosing import ChoosingCommand, Provinces, Since, Until, needed, selection
from danvan_cli.cli.options import Output, Paths, with_output
from danvan_cli.cli.printing import show
from danvan_cli.corpus.people import people
from danvan_cli.corpus.people.asking import Asked, asked, known_role, names_of, nearest, organizations_of, roles
from danvan_cli.lexicon.folding import bare, fold
from danvan_cli.output.formats import Listing
from danvan_cli.output.views.officials import persons

Command = ChoosingCommand

Name = Annotated[
    str | None,
    typer.Option("--name", metavar="NAME", help='Only who is called so, or so in part: "Lan Hương", lan huong.'),
]
Role = Annotated[
    str | None,
    typer.Option(
        "--role", metavar="ROLE", help='Only who holds or held such an office: "bí thư" (which is no "phó bí thư").'
    ),
]
Organization = Annotated[
    str | None,
    typer.Option(
        "--organization", metavar="BODY", help='Only who holds or held an office there: MTTQ, "Ban Dân vận", "Sở Y tế".'
    ),
]


@with_output("table", also=("popolo",))
def officials(
    paths: Paths,
    output: Output,
    name: Name = None,
    role: Role = None,
    organization: Organization = None,
    province: Provinces = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """List officials, their offices and what they did.

    Over several articles one row is one person: a name in one province. A name alone never joins two provinces; an
    office that both give does, and the provinces merged in 2025. Where a row may be wrong it says how sure it is, and
    why. Years behind an office are those of the articles that give it. With --role and --organization it must be one
    office that is both. JSON is an array of persons, with the evidence of every article; --format popolo gives Popolo
    persons, organizations, memberships and posts.

    \b
    Examples:
      danvan officials bai.txt
      danvan officials samples --role "chủ tịch" --organization MTTQ
      danvan officials samples --province "Lạng Sơn" --format popolo -o lang-son.json
    """
    chosen, grouped = selection(province, since, until)
    wanted = _asked(name, role, organization)
    articles = Articles(paths, quiet=output.quiet)
    everyone = people(
        articles.records(lambda record: record.officials, needed(chosen, "officials", whole=True)), chosen
    )
    found = [person for person in everyone if wanted.has(person)]
    if grouped:
        found.sort(key=lambda person: (person.province is None, bare(fold(person.province or ""))))
    show(Listing(articles.choosing(found), persons, "person"), output)
    if not found and not output.quiet:
        if not any(map(asked(name, None, None).has, everyone)):
            _hint("--name", name, names_of(everyone))
        if not any(map(asked(None, None, organization).has, everyone)):
            _hint("--organization", organization, organizations_of(everyone))
    articles.leave("officials")


def _asked(name: str | None, role: str | None, organization: str | None) -> Asked:
    """What the options ask for. Raises BadParameter for an empty word and for a role that there is not."""
    for option, value in (("--name", name), ("--role", role), ("--organization", organization)):
        if value is not None and not value.strip():
            raise typer.BadParameter("it is empty; write a word, or leave the option out", param_hint=option)
    if role is not None and not known_role(role):
        near = nearest(role, roles())
        hint = f"; did you mean {' or '.join(near)}?" if near else '; write one like "bí thư" or "chủ tịch"'
        raise typer.BadParameter(f"there is no role {role!r}{hint}", param_hint="--role")
    return asked(name, role, organization)


def _hint(option: str, typed: str | None, there: list[str]) -> None:
    """Name what is there and most like what was typed."""
    near = nearest(typed, there) if typed else []
    if near:
        say(f"{option} {typed!r}: the nearest in these articles: {', '.join(near)}")
