"""What the README shows, run for real: ``python tests/readme.py`` writes the outputs anew, a test compares them.

A block that opens with ```` ```console ```` holds lines ``$ COMMAND`` and what each prints. The commands run in the
repository's root, with the danvan of this environment on the path, English labels, no colour, and 100 columns.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


class Shown(NamedTuple):
    """A command of the README and the output that stands below it."""

    command: str
    output: str


def shown() -> Iterator[Shown]:
    """Every command that the README shows, in order."""
    for block in _BLOCK.finditer(README.read_text(encoding="utf-8")):
        yield from _commands(block[1])


def _commands(block: str) -> Iterator[Shown]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield Shown(command, output.strip("\n"))


def run(command: str) -> str:
    """What ``command`` prints, standard error included, without white space at the ends of lines."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {
        **os.environ,
        "PATH": path,
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
        "LANG": "C.UTF-8",
    }
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()).strip("\n")


def _rewritten(block: re.Match[str]) -> str:
    parts = [f"$ {part.command}\n{run(part.command)}".rstrip() for part in _commands(block[1])]
    return "```console\n" + "\n\n".join(parts) + "\n```"


if __name__ == "__main__":
    README.write_text(_BLOCK.sub(_rewritten, README.read_text(encoding="utf-8")), encoding="utf-8")
