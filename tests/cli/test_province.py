"""``--province`` groups or filters wherever it stands on the command line."""

from __future__ import annotations

import json

import pytest
from commands import Danvan

from support import ROOT

SAMPLES = str(ROOT / "samples")


@pytest.mark.parametrize(
    "args",
    [
        [SAMPLES, "--province", "Lạng Sơn", "--json"],
        ["--json", "--province", "Lạng Sơn", SAMPLES],
        ["--province", "lang son", "--json", SAMPLES],
        [SAMPLES, "--json", "--province=tỉnh Lạng Sơn"],
    ],
)
@pytest.mark.parametrize("command", ["stats", "tasks"])
def test_with_a_name_only_that_province_is_left(danvan: Danvan, command: str, args: list[str]) -> None:
    found = json.loads(danvan(command, *args).out)
    assert {item["province"] for item in found} == {"Lạng Sơn"}


@pytest.mark.parametrize(
    "args", [[SAMPLES, "--province", "--json"], ["--province", SAMPLES, "--json"], ["--json", SAMPLES, "--province"]]
)
@pytest.mark.parametrize("command", ["stats", "tasks"])
def test_alone_it_groups_by_province(danvan: Danvan, command: str, args: list[str]) -> None:
    found = json.loads(danvan(command, *args).out)
    names = [item["province"] for item in found]
    groups = [name for i, name in enumerate(names) if i == 0 or names[i - 1] != name]
    assert len(groups) == len(set(groups)) > 3
    assert "Lạng Sơn" in groups


@pytest.mark.parametrize("command", ["stats", "tasks"])
def test_each_province_is_named_once_above_its_rows(danvan: Danvan, command: str) -> None:
    lines = [line.strip() for line in danvan(command, SAMPLES, "--province").out.splitlines()]
    assert lines.count("Lạng Sơn") == 1
    assert lines.index("Kon Tum") < lines.index("Lạng Sơn")
