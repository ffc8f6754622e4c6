"""The command ``danvan``: its commands, each loaded only when it is called."""

from __future__ import annotations

from importlib import import_module
from inspect import cleandoc
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command as command_of

from danvan_cli.cli.streams import told

COMMANDS = (
    "summarize",
    "officials",
    "stats",
    "tasks",
    "diff",
    "trend",
    "report",
    "show",
    "extract",
    "text",
    "schema",
    "doctor",
    "cache",
)
"""In the order of the help; each is the module of its name beside this one, its function the same with its options."""

HELP = """Read Vietnamese articles on công tác dân vận: officials, figures, tasks, periods, each with its evidence.

A PATH is a file, a folder (read with all its folders), a ZIP archive, a dataset that extract wrote, or - for standard
input. Data goes to standard output, everything else to standard error.

\b
Exit status:
  0  done
  1  some input could not be read (the rest was), or diff --exit-code differs
  2  wrong usage
"""

EXAMPLES = """\b
Examples:
  danvan summarize bai.txt
  danvan stats samples --province
  danvan diff 2019.txt 2020.txt
"""


class _Commands(TyperGroup):
    """Commands by name, imported when they are asked for: one command costs one module."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in self.commands and cmd_name in COMMANDS:
            module = import_module(f"danvan_cli.cli.{cmd_name}")
            app = typer.Typer(add_completion=False, rich_markup_mode=None)
            command = getattr(module, cmd_name)
            # The examples of a docstring come last, below the options.
            text, mark, examples = cleandoc(command.__doc__).partition("\b\nExample")
            cls = getattr(module, "Command", TyperCommand)
            app.command(cmd_name, cls=cls, help=text, epilog=mark + examples)(command)
            self.commands[cmd_name] = command_of(app)
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in COMMANDS:
            for name in COMMANDS:  # so that typer can name the nearest
                self.get_command(ctx, name)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        with told():
            return super().invoke(ctx)


def _version(asked: bool) -> None:
    if asked:
        from danvan_cli import __version__

        typer.echo(f"danvan {__version__}")
        raise typer.Exit


def app() -> Any:
    """The command ``danvan`` with all its commands."""
    root = typer.Typer(
        name="danvan",
        cls=_Commands,
        add_completion=False,
        rich_markup_mode=None,
        no_args_is_help=True,
        help=HELP,
        epilog=EXAMPLES,
    )

    @root.callback()
    def danvan(
        version: bool = typer.Option(
            False, "--version", help="Print the version and leave.", callback=_version, is_eager=True
        ),
    ) -> None:
        pass

    return command_of(root)
