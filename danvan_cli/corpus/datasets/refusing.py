"""Datasets that are not danvan's, or not this danvan's."""

from __future__ import annotations

from danvan_cli.reading import ReadError
from danvan_cli.record import SCHEMA_VERSION


def check_version(path: str, version: object) -> None:
    """Raises :class:`ReadError` where a dataset's schema version is another than that of this program."""
    if version != SCHEMA_VERSION:
        raise ReadError(
            path,
            f"was written by another danvan (schema version {version}, this one has {SCHEMA_VERSION}); "
            "run danvan extract again",
        )


def foreign(path: str, label: str) -> ReadError:
    """What to say of a file of another program."""
    return ReadError(path, f"is {label}, but none that danvan extract wrote; give one of those, or the articles")


def unreadable(path: str, label: str, error: Exception) -> ReadError:
    """What to say of a file that is cut off or damaged."""
    return ReadError(
        path, f"cannot be read as {label} of danvan ({str(error).splitlines()[0]}); run danvan extract again"
    )
