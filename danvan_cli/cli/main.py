"""The command line (a stopgap until the commands have their modules)."""

from __future__ import annotations

import sys

import msgspec

from danvan_cli import diff, parse, read


def run() -> None:
    """Entry point of ``danvan``."""
    command, *args = sys.argv[1:]
    paths = [a for a in args if not a.startswith("-") and a not in ("json", "jsonl")]
    if command == "extract":
        for path in paths:
            sys.stdout.write(msgspec.json.encode(parse(read(path))).decode() + "\n")
    elif command == "diff":
        sys.stdout.write(msgspec.json.encode(diff(parse(read(paths[0])), parse(read(paths[1])))).decode() + "\n")
    elif command == "text":
        sys.stdout.write(read(paths[0]).text)
