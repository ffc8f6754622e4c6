"""Where danvan keeps what can be made again."""

from __future__ import annotations

import os
import sys
from pathlib import Path

VOCABULARY, PATTERNS = "vocabulary.txt", "patterns.bin"
"""What every start is quicker by: the indexed vocabulary, and compiled regular expressions."""


def cache_folder() -> Path:
    """The folder of the user for what can be made again: ``DANVAN_CACHE``, else the one of the platform."""
    if own := os.environ.get("DANVAN_CACHE"):
        return Path(own)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "danvan" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "danvan"
    given = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(given) if given.startswith("/") else Path.home() / ".cache") / "danvan"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file of the cache folder, all of it or nothing, whoever else writes or reads it at that moment.

    Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
