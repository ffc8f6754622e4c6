"""The README shows what danvan prints, and nothing else."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import pytest

from danvan_cli.cli.app import COMMANDS
from readme import README, ROOT, Shown, run, shown

# jq is no Python package and need not be on the machine; where it is, its examples are checked too.
EXAMPLES = [example for example in shown() if "| jq" not in example.command or shutil.which("jq")]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.command)
def test_the_readme_shows_real_output(example: Shown) -> None:
    assert run(example.command) == example.output


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_shows_every_command(command: str) -> None:
    assert f"danvan {command}" in README.read_text(encoding="utf-8")


def test_the_library_example_runs() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", f"{example}\nprint(len(changes))"], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Nông Thị Lệ Hằng ['Ủy viên Ban Thường vụ Tỉnh ủy', 'Trưởng Ban Dân vận Tỉnh ủy']" in done.stdout
