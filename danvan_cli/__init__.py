"""danvan reads what Vietnamese public bodies report about themselves.

The library in three verbs: ``read(path)`` gives a Document, ``parse(document)`` a Record, ``diff(old, new)`` a Diff.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from danvan_cli.comparing import diff
    from danvan_cli.parsing import parse
    from danvan_cli.reading import read

__all__ = ["diff", "parse", "read"]
__version__ = "0.1.0"

_HOME = {"read": "danvan_cli.reading", "parse": "danvan_cli.parsing", "diff": "danvan_cli.comparing"}


def __getattr__(name: str) -> Any:
    """Import a verb when it is first used, so that importing the package costs nothing."""
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'danvan_cli' has no attribute {name!r}")
