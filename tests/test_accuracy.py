"""The accuracy gate: no figure of the gold set under its floor, and the benchmark as people run it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from support import ROOT, TESTS

GOLD = TESTS / "gold"
NO_SUCH_TASK = "trồng một triệu cây xanh trên mặt trăng"


def accuracy(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """``python benchmarks/accuracy.py ARGUMENTS``, run from the root of the repository."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return subprocess.run(
        [sys.executable, "benchmarks/accuracy.py", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold set of one pair of articles, free to be changed."""
    folder = tmp_path / "gold"
    (folder / "answers").mkdir(parents=True)
    pairs = json.loads((GOLD / "pairs.json").read_text(encoding="utf-8"))[:1]
    for name in (pairs[0]["old"], pairs[0]["new"]):
        shutil.copy(GOLD / "answers" / f"{name}.json", folder / "answers")
    (folder / "pairs.json").write_text(json.dumps(pairs), encoding="utf-8")
    return folder


@pytest.fixture
def floors(tmp_path: Path, gold: Path) -> Path:
    """Floors as they are today for ``gold``."""
    path = tmp_path / "floors.json"
    assert accuracy(gold, "--floors", path, "--update").returncode == 0
    return path


def set_floor(path: Path, figure: str, measure: str, value: float) -> None:
    stored = json.loads(path.read_text(encoding="utf-8"))
    (entry,) = stored.values()
    entry["floors"][figure][measure] = value
    path.write_text(json.dumps(stored), encoding="utf-8")


def floor(path: Path, figure: str, measure: str) -> float:
    (entry,) = json.loads(path.read_text(encoding="utf-8")).values()
    value: float = entry["floors"][figure][measure]
    return value


def change_answer(gold: Path, **values: Any) -> str:
    """Change the first answer of ``gold``; its name."""
    path = min((gold / "answers").glob("*.json"))
    answer = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**answer, **values}, ensure_ascii=False), encoding="utf-8")
    return path.stem


def test_no_figure_of_the_gold_set_is_under_its_floor() -> None:
    done = accuracy("tests/gold")
    assert done.returncode == 0, f"{done.stderr}\n{done.stdout}\npython benchmarks/accuracy.py tests/gold --verbose"


def test_a_figure_under_its_floor_is_named_and_ends_with_status_1(gold: Path, floors: Path) -> None:
    set_floor(floors, "tasks", "f1", 1.01)
    done = accuracy(gold, "--floors", floors)
    assert done.returncode == 1
    assert "tasks f1" in done.stderr
    assert "under its floor 1.0100" in done.stderr


def test_an_update_refuses_to_lower_a_floor_unless_told_to(gold: Path, floors: Path) -> None:
    set_floor(floors, "tasks", "f1", 1.01)
    refused = accuracy(gold, "--floors", floors, "--update")
    assert refused.returncode == 1
    assert "--allow-lower" in refused.stderr
    assert floor(floors, "tasks", "f1") == 1.01

    allowed = accuracy(gold, "--floors", floors, "--update", "--allow-lower")
    assert allowed.returncode == 0
    assert floor(floors, "tasks", "f1") <= 1.0


def test_an_update_raises_a_floor_that_the_figure_has_outgrown(gold: Path, floors: Path) -> None:
    today = floor(floors, "tasks", "f1")
    set_floor(floors, "tasks", "f1", 0.0)
    assert accuracy(gold, "--floors", floors, "--update").returncode == 0
    assert floor(floors, "tasks", "f1") == today


def test_a_changed_gold_set_is_noticed(gold: Path, floors: Path) -> None:
    change_answer(gold, key_facts=["23/12"])
    done = accuracy(gold, "--floors", floors)
    assert done.returncode == 1
    assert "has changed since its floors were measured" in done.stderr


def test_a_gold_set_without_floors_is_scored_and_says_so(gold: Path, tmp_path: Path) -> None:
    done = accuracy(gold, "--floors", tmp_path / "none.json")
    assert done.returncode == 0
    assert "no floors" in done.stderr
    assert "2 articles" in done.stdout


def test_gains_and_losses_against_a_kept_run_are_shown_by_article_with_the_words(gold: Path, tmp_path: Path) -> None:
    kept = tmp_path / "before.json"
    accuracy(gold, "--save", kept)
    same = accuracy(gold, "--against", kept)
    assert "0 gained, 0 lost" in same.stdout

    run = json.loads(kept.read_text(encoding="utf-8"))
    article, gained = next((v[0], v) for v in run["verdicts"] if v[1] == "tasks" and v[2] == "hit")
    gained[2] = "missed"
    run["verdicts"].append([article, "tasks", "hit", "việc mà nay không đọc được nữa", ""])
    run["verdicts"].append([article, "officials", "invented", "người không có thật", ""])
    kept.write_text(json.dumps(run), encoding="utf-8")

    shown = accuracy(gold, "--against", kept).stdout
    assert "2 gained, 1 lost" in shown
    assert f"+ tasks became right: {gained[3]}" in shown
    assert "+ officials no longer invented: người không có thật" in shown
    assert "- tasks became wrong: việc mà nay không đọc được nữa" in shown
    assert shown.index(f"\n{article}\n") < shown.index("+ tasks")


def test_verbose_names_every_miss_with_its_article(gold: Path) -> None:
    name = change_answer(gold, tasks=[NO_SUCH_TASK], province="Kiên Giang")
    (gold / "pairs.json").unlink()
    shown = accuracy(gold, "--verbose").stdout
    assert f"{name}  tasks missed: {NO_SUCH_TASK}" in shown
    assert f"{name}  province wrong: province (want 'kiên giang'" in shown


def test_json_carries_the_figures_and_the_falls(gold: Path, floors: Path) -> None:
    set_floor(floors, "tasks", "f1", 1.01)
    report = json.loads(accuracy(gold, "--floors", floors, "--json").stdout)
    assert report["articles"] == 2
    assert 0 <= report["figures"]["officials"]["precision"] <= 1
    assert [(fall["figure"], fall["measure"]) for fall in report["falls"]] == [("tasks", "f1")]


def test_a_folder_that_is_no_gold_set_is_one_line_and_status_2(tmp_path: Path) -> None:
    done = accuracy(tmp_path)
    assert done.returncode == 2
    assert done.stderr.strip().count("\n") == 0
    assert "not a gold set" in done.stderr
