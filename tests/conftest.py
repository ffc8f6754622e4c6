"""Settings of all tests, and the command line as a function."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from commands import Danvan

# A busy machine takes long over an example that a free one runs at once: time is not what the properties are about.
settings.register_profile("danvan", deadline=None, derandomize=True)
settings.load_profile("danvan")

# What the tests read stays out of the cache of whoever runs them.
os.environ["DANVAN_CACHE"] = tempfile.mkdtemp(prefix="danvan-tests-")


def pytest_unconfigure() -> None:
    shutil.rmtree(os.environ["DANVAN_CACHE"], ignore_errors=True)


@pytest.fixture
def danvan(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Danvan:
    """``danvan`` as a function: the real command line in this process, with what it printed and how it ended."""
    from commands import Ran  # once the cache has its place

    from danvan_cli.cli.app import app

    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    monkeypatch.delenv("COLUMNS", raising=False)

    def call(*args: Any) -> Ran:
        status: Any = 0
        try:
            app()([str(arg) for arg in args], prog_name="danvan")
        except SystemExit as end:
            status = end.code
        printed = capsys.readouterr()
        return Ran(printed.out, printed.err, int(status or 0))

    return call


@pytest.fixture
def article(tmp_path: Path) -> Path:
    from commands import ARTICLE

    path = tmp_path / "bai.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path
