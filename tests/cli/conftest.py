"""``danvan`` as a function: the real command line in this process, with what it printed and how it ended."""

from __future__ import annotations

from typing import Any

import pytest
from commands import ARTICLE, Danvan, Ran

from danvan_cli.cli.app import app


@pytest.fixture
def danvan(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Danvan:
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
def article(tmp_path: Any) -> Any:
    path = tmp_path / "bai.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path
