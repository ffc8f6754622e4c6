"""The options that commands share, written down once.

A command takes them as one parameter, ``output: Output``, and :func:`with_output` spells it out for typer.
"""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from danvan_cli.cli.printing import Output, in_color, lang_of
from danvan_cli.output.formats import NAMES, by_suffix, is_binary

__all__ = ["Output", "Paths", "with_output"]

_TABLES = "; csv has the table that the command is about, xlsx that and others"

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders (read with all their folders), ZIP archives, datasets that extract wrote, or - for stdin.",
    ),
]


def _format_option(names: tuple[str, ...]) -> Any:
    """The type of ``--format`` of a command that prints ``names``."""
    return Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join(names),
            help="How to print" + _TABLES * ("csv" in names) + ".",
            show_default=False,
        ),
    ]


def _options(
    names: tuple[str, ...],
    *,
    format: str | None = None,  # noqa: A002 - the option's own name
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there; the ending can choose the format."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Let --output replace a file.")] = False,
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar="vi|en", help="Language of labels and of the brief; else that of the locale."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No notes on standard error, only errors.")] = False,
    no_color: Annotated[
        bool, typer.Option("--no-color", help="No colours; so does the environment variable NO_COLOR.")
    ] = False,
) -> Output:
    """Check the shared options, before any article is read. Raises BadParameter."""
    path = Path(output) if output and output != "-" else None
    chosen = _one_of("--format", format, names)
    if json and chosen not in (None, "json"):
        raise typer.BadParameter(f"--json means --format json, not {chosen}; give one of them", param_hint="--json")
    if json and "json" not in names:
        raise typer.BadParameter(f"this command prints no json, only {', '.join(names)}", param_hint="--json")
    ending = path.suffix if path else ""
    if chosen is None and not json and ending and by_suffix(ending) not in names:
        raise typer.BadParameter(
            f"danvan writes no {ending} file; add --format {'|'.join(names)}", param_hint="--output"
        )
    name = "json" if json else chosen or by_suffix(ending) or ""
    if name and is_binary(name) and path is None and sys.stdout.isatty():
        raise typer.BadParameter(f"{name} is no text for a terminal; add -o FILE.{name}", param_hint="--format")
    _check_destination(path, force)
    return Output(
        format=name,
        path=path,
        lang=lang_of(_one_of("--lang", lang, ("vi", "en"))),
        quiet=quiet,
        color=in_color(refused=no_color),
    )


def with_output(
    default: str, *, also: tuple[str, ...] = (), only: tuple[str, ...] = ()
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the shared options: its parameter ``output`` is filled from them, ``default`` its format.

    ``also`` names formats that this command alone prints, ``only`` those of a command that prints no others.
    """
    names = only or (*NAMES, *also)

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        shared = dict(inspect.signature(_options, eval_str=True).parameters)
        del shared["names"]
        shared["format"] = shared["format"].replace(annotation=_format_option(names))
        own = inspect.signature(command, eval_str=True).parameters

        @wraps(command)
        def wrapper(**given: Any) -> None:
            output = _options(names, **{name: given.pop(name) for name in shared})
            command(**given, output=output if output.format else output._replace(format=default))

        parameters = [p.replace(kind=p.KEYWORD_ONLY) for name, p in own.items() if name != "output"]
        signature = inspect.Signature([*parameters, *shared.values()])
        wrapper.__signature__ = signature  # type: ignore[attr-defined]
        wrapper.__annotations__ = {}
        del wrapper.__wrapped__
        return wrapper

    return decorate


def _check_destination(path: Path | None, force: bool) -> None:
    """Make sure, before any article is read, that ``--output`` can be written and may be. Raises BadParameter."""
    if path is None:
        return
    if path.is_dir():
        raise typer.BadParameter(f"{path} is a folder; name a file in it", param_hint="--output")
    if not path.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {path.parent}; create it first", param_hint="--output")
    if not os.access(path.parent, os.W_OK):
        raise typer.BadParameter(f"you may not write into {path.parent}; choose another folder", param_hint="--output")
    if path.is_file() and not force:
        person = sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()
        if not (person and typer.confirm(f"{path} exists. Replace it?", err=True)):
            raise typer.BadParameter(f"{path} exists; add --force to replace it", param_hint="--output")


def _one_of(option: str, value: str | None, choices: tuple[str, ...]) -> str | None:
    if value is None or value in choices:
        return value
    raise typer.BadParameter(f"{value!r} is none of {', '.join(choices)}", param_hint=option)
