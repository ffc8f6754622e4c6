"""Coverage-guided fuzzing of the reader and of the core: ``python tests/fuzz/fuzz.py reading|parsing [SECONDS]``.

Needs the extra ``fuzz`` (atheris). What it mutates begins with the samples and a small file of each format. An input
that fails is written into the folder where it runs: put it into a test with its mending. A ReadError is an answer;
every other exception is a fault.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS.parent), str(TESTS)]

with atheris.instrument_imports(include=["danvan_cli"]):
    from holding import parsing_holds, reading_holds

    import files

TARGETS = {"reading": reading_holds, "parsing": parsing_holds}
LARGEST = 8_192
"""Bytes of an input: enough for an article, little enough for many of them in a second."""


def write_seeds(folder: Path) -> None:
    """Write what the fuzzer begins with."""
    texts = [path.read_text(encoding="utf-8")[:2_000] for path in (TESTS.parent / "samples").rglob("*.txt")]
    seeds = [text.encode() for text in texts]
    seeds += [texts[0].encode("utf-16"), files.encoded(texts[1], "tcvn3")[0], files.encoded(texts[2], "vni")[0]]
    seeds += [f"<html><body><h1>Hội nghị</h1><p>{text}</p></body></html>".encode() for text in texts[:2]]
    seeds += [files.word_document("Hội nghị"), files.pdf("Hội nghị giao ban")]
    for number, data in enumerate(seeds):
        (folder / f"{number:03}").write_bytes(data)


def main() -> None:
    """Fuzz one of the targets for so many seconds."""
    target, seconds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60
    with tempfile.TemporaryDirectory() as folder:
        write_seeds(Path(folder))
        options = [f"-max_total_time={seconds}", f"-max_len={LARGEST}", "-timeout=60", "-rss_limit_mb=2048", "-seed=8"]
        atheris.Setup([sys.argv[0], folder, *options], TARGETS[target])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
