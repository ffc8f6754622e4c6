"""What a body sets itself, or is told to do, for the period to come."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.sections import Section
from danvan_cli.record import Official, Task, TaskList


def read_tasks(
    article: Article, heading: Heading, sections: list[Section], officials: list[Official]
) -> tuple[list[Task], TaskList]:
    """The tasks in order of text, and what the article says of its own list."""
    return [], TaskList()
