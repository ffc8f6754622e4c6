"""``danvan summarize FILE`` and ``danvan extract FILE`` without typer: that takes longer to load than all the rest.

Only command lines are taken here that leave no doubt: one file that is there, and options of a short list. All others,
and with them every wrong one, typer reads. What is printed is the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from danvan_cli.cli.articles import Articles, holds_many
from danvan_cli.cli.printing import Output, in_color, lang_of, show_records
from danvan_cli.cli.streams import told
from danvan_cli.output.formats import NAMES, is_binary

_DEFAULT_FORMATS: Final = {"summarize": "table", "extract": "jsonl"}
_FLAGS: Final = {"--json": "json", "--quiet": "quiet", "-q": "quiet", "--no-color": "no_color"}
_VALUES: Final = {"--format": "format", "-f": "format", "--lang": "lang"}


class _Asked(NamedTuple):
    command: str
    path: str
    flags: frozenset[str]
    values: dict[str, str]


def answer(arguments: list[str]) -> int | None:
    """Run the command that ``arguments`` are if it is one of these: its exit status, ``None`` where it is not."""
    asked = _asked(arguments)
    output = _output(asked) if asked else None
    if asked is None or output is None or not Path(asked.path).is_file() or holds_many(asked.path):
        return None
    articles = Articles([asked.path], quiet=output.quiet)
    with told():
        show_records(articles, output)
    return articles.status()


def _asked(arguments: list[str]) -> _Asked | None:
    command, *rest = arguments or [""]
    if command not in _DEFAULT_FORMATS:
        return None
    paths: list[str] = []
    flags: set[str] = set()
    values: dict[str, str] = {}
    words = iter(rest)
    for word in words:
        if word in _FLAGS:
            flags.add(_FLAGS[word])
        elif word in _VALUES:
            values[_VALUES[word]] = next(words, "")
        elif word.startswith("-"):
            return None
        else:
            paths.append(word)
    return _Asked(command, paths[0], frozenset(flags), values) if len(paths) == 1 else None


def _output(asked: _Asked) -> Output | None:
    """How to print; ``None`` where the options say nothing that all formats and languages know."""
    chosen = asked.values.get("format", "json" if "json" in asked.flags else _DEFAULT_FORMATS[asked.command])
    lang = asked.values.get("lang")
    if chosen not in NAMES or is_binary(chosen) or lang not in (None, "vi", "en"):
        return None
    if "json" in asked.flags and chosen != "json":
        return None
    return Output(
        format=chosen,
        path=None,
        lang=lang_of(lang),
        quiet="quiet" in asked.flags,
        color=in_color(refused="no_color" in asked.flags),
    )
