"""An option whose value may be left out: ``--province`` alone groups, ``--province "Lạng Sơn"`` filters.

typer knows no such option. :class:`OptionalValueCommand` settles, before typer reads the command line, whether the word
after the option is its value; ``--option=VALUE`` always carries one. Where the option stands alone its value is
:data:`ALONE`, which no one can type.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

from typer.core import TyperCommand

ALONE = "\0"
"""The value of an option that was given without one; no argument of a process can hold this character."""


def settle(
    args: list[str], optional: Mapping[str, Callable[[str], bool]], takes_value: Callable[[str], bool]
) -> list[str]:
    """The arguments with ``--option=VALUE`` in place of every option of ``optional``, however it was written.

    ``optional`` says of each option whether a word that follows it is its value; ``takes_value`` knows the other
    options of the command that have a value, so that theirs is left alone.
    """
    settled: list[str] = []
    waiting = deque(args)
    while waiting:
        word = waiting.popleft()
        if word == "--":
            return [*settled, word, *waiting]
        if word not in optional:
            settled.append(word)
            if waiting and takes_value(word):
                settled.append(waiting.popleft())
        # A word that begins with a dash is the next option; a dash alone is standard input.
        elif waiting and not waiting[0].startswith("-") and optional[word](waiting[0]):
            settled.append(f"{word}={waiting.popleft()}")
        else:
            settled.append(f"{word}={ALONE}")
    return settled


class OptionalValueCommand(TyperCommand):
    """A command with such options; a subclass says which, and what a value of each looks like."""

    optional: Mapping[str, Callable[[str], bool]]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Settle the options, then let typer read them."""
        valued = {
            name
            for param in self.params
            if param.param_type_name == "option" and not getattr(param, "is_flag", False)
            for name in param.opts
        }

        def takes_value(word: str) -> bool:
            if word.startswith("--"):
                return word in valued
            # In "-qo FILE" the last letter takes the next word; in "-oFILE" the rest of the word is the value.
            if not word.startswith("-"):
                return False
            first = next((i for i, letter in enumerate(word) if i and f"-{letter}" in valued), None)
            return first == len(word) - 1

        return super().parse_args(ctx, settle(args, self.optional, takes_value))
