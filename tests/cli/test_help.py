"""Every command explains itself, and its help ends with an example that a user can type."""

from __future__ import annotations

import pytest
from commands import Danvan

from danvan_cli.cli.app import COMMANDS


@pytest.mark.parametrize("command", [*COMMANDS, None])
def test_help_ends_with_an_example(danvan: Danvan, command: str | None) -> None:
    ran = danvan(*([command] if command else []), "--help")
    assert ran.status == 0
    last = ran.out.strip().split("\n\n")[-1].splitlines()
    assert last[0].strip().startswith("Example")
    assert all(line.strip().startswith(f"danvan {command or ''}".strip()) for line in last[1:])


def test_the_list_of_commands_cuts_no_description(danvan: Danvan) -> None:
    assert "..." not in danvan("--help").out.partition("Commands:")[2]


def test_a_mistyped_command_is_answered_with_the_nearest(danvan: Danvan) -> None:
    ran = danvan("sumarize")
    assert ran.status == 2
    assert "summarize" in ran.err


def test_without_a_command_the_help_is_shown(danvan: Danvan) -> None:
    assert "summarize" in danvan().err + danvan("--help").out
