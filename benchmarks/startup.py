"""What one article costs: ``danvan summarize`` and ``danvan extract`` beside the smallest typer program with a table.

    python benchmarks/startup.py
    python benchmarks/startup.py --rounds 40 --article bai.txt

The programs run in turns, so that a busy machine slows all of them alike. Each figure is the median of a command's wall
time and, in brackets, its ratio to the hello-world program: a typer app that prints one rich table. The first run of
each, which fills caches (Python's bytecode, danvan's vocabulary), is not counted.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
HELLO = """
import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer()


@app.command()
def hello(name: str) -> None:
    table = Table(title="Hello")
    table.add_column("name")
    table.add_row(name)
    Console().print(table)


app()
"""
TARGETS = {"danvan summarize": 1.3, "danvan extract --format jsonl": 1.0}


def commands(article: Path, folder: Path) -> dict[str, list[str]]:
    """What is measured, by the name that is printed."""
    program = folder / "hello.py"
    program.write_text(HELLO, encoding="utf-8")
    danvan = [sys.executable, "-m", "danvan_cli"]
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "hello world (typer, one rich table)": [sys.executable, str(program), "world"],
        "danvan summarize": [*danvan, "summarize", str(article)],
        "danvan extract --format jsonl": [*danvan, "extract", str(article), "--format", "jsonl"],
    }


def measure(programs: dict[str, list[str]], rounds: int, folder: Path) -> dict[str, float]:
    """Median seconds of each program."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPATH": str(ROOT), "DANVAN_CACHE": str(folder)}
    times: dict[str, list[float]] = {name: [] for name in programs}
    for number in range(rounds + 1):
        for name, command in programs.items():
            start = time.perf_counter()
            subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
            if number:
                times[name].append(time.perf_counter() - start)
    return {name: median(found) for name, found in times.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--article", type=Path, default=ROOT / "tests/gold/articles/ca-mau-2016-quy-1.txt")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        medians = measure(commands(options.article, Path(folder)), options.rounds, Path(folder))
    hello = medians["hello world (typer, one rich table)"]
    print(f"median of {options.rounds} runs in turns, Python {sys.version.split()[0]}, {options.article.name}")
    for name, seconds in medians.items():
        target = f"   wanted: at most {TARGETS[name]:.1f} x" if name in TARGETS else ""
        print(f"{name:<36} {seconds * 1000:7.1f} ms   ({seconds / hello:.2f} x){target}")


if __name__ == "__main__":
    main()
