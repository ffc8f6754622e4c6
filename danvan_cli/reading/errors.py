"""The one error of reading."""

from __future__ import annotations


class ReadError(Exception):
    """An input that cannot be read: ``path`` and, in one line, what is wrong and what to do."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{'standard input' if path == '-' else path}: {problem}")
        self.path = path
        self.problem = problem

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str]]:
        """Both parts go along when a worker hands the error back."""
        return (ReadError, (self.path, self.problem))
