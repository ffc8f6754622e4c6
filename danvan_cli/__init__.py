"""danvan reads what Vietnamese public bodies report about themselves.

The library in four verbs: ``read(path)`` gives a Document, ``parse(document)`` a Record, ``diff(old, new)`` a Diff, and
``brief(record, "en")`` the brief of a record in English (its own, ``record.summary``, is Vietnamese).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from danvan_cli.comparing import diff
    from danvan_cli.output.brief import brief
    from danvan_cli.parsing import parse
    from danvan_cli.reading import read

__all__ = ["brief", "diff", "parse", "read"]
__version__ = "0.1.0"

_HOME = {
    "brief": "danvan_cli.output.brief",
    "read": "danvan_cli.reading",
    "parse": "danvan_cli.parsing",
    "diff": "danvan_cli.comparing",
}


def __getattr__(name: str) -> Any:
    """Import a verb when it is first used, so that importing the package costs nothing."""
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'danvan_cli' has no attribute {name!r}")
