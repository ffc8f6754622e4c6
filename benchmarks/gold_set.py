"""A folder in the gold format: its articles, answers and pairs, and danvan's own reading of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from scoring import Answer, Verdict, score_pair, score_record

import danvan_cli

ROOT = Path(__file__).resolve().parent.parent


class GoldSet(NamedTuple):
    """``articles`` are the files, by the answers' names; ``digest`` changes with any article, answer or pair."""

    folder: Path
    articles: dict[str, Path]
    answers: dict[str, Answer]
    pairs: list[dict[str, Any]]
    digest: str

    @property
    def name(self) -> str:
        """The folder from the root of the repository where it is inside, else its own path: a stable name."""
        folder = self.folder.resolve()
        return folder.relative_to(ROOT).as_posix() if folder.is_relative_to(ROOT) else folder.as_posix()


def load(folder: Path, data: Path = ROOT) -> GoldSet:
    """Read ``folder``; an answer's ``text_path`` starts from ``data``. ``FileNotFoundError`` if it is no gold set."""
    paths = sorted((folder / "answers").glob("*.json"))
    if not paths:
        raise FileNotFoundError(f"{folder} has no answers/*.json: not a gold set")
    answers = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in paths}
    articles = {
        name: data / answer["text_path"] if "text_path" in answer else folder / "articles" / f"{name}.txt"
        for name, answer in answers.items()
    }
    pairs_file = folder / "pairs.json"
    pairs = json.loads(pairs_file.read_text(encoding="utf-8")) if pairs_file.exists() else []
    digest = hashlib.sha256()
    for name, answer in answers.items():
        digest.update(json.dumps([name, answer], ensure_ascii=False, sort_keys=True).encode())
        digest.update(articles[name].read_bytes().replace(b"\r\n", b"\n"))  # however git checked it out
    digest.update(json.dumps(pairs, sort_keys=True).encode())
    return GoldSet(folder, articles, answers, pairs, digest.hexdigest())


def judge(gold: GoldSet) -> Iterator[Verdict]:
    """Read, parse and compare with danvan in this process, and judge everything."""
    records = {name: danvan_cli.parse(danvan_cli.read(path)) for name, path in gold.articles.items()}
    for name, record in records.items():
        yield from score_record(name, gold.answers[name], msgspec.to_builtins(record))
    for pair in gold.pairs:
        if pair["old"] in records and pair["new"] in records:
            diff = danvan_cli.diff(records[pair["old"]], records[pair["new"]])
            yield from score_pair(pair, gold.answers, msgspec.to_builtins(diff))
