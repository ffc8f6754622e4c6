"""What became of each task of the old period, and which tasks the new one adds."""

from __future__ import annotations

from collections.abc import Sequence

from danvan_cli.comparing.alignment import best_pairs
from danvan_cli.comparing.notes import what_changed
from danvan_cli.comparing.similarity import THRESHOLD, Similarity
from danvan_cli.comparing.wording import read_wording
from danvan_cli.record import Task, TaskChange


def compare_tasks(old: Sequence[Task], new: Sequence[Task]) -> list[TaskChange]:
    """Every task of both lists once: the old ones in order, dropped ones in place, then the added ones in order."""
    old_wordings = [read_wording(task.text) for task in old]
    new_wordings = [read_wording(task.text) for task in new]
    similar = {(i, j): value for i, j, value in Similarity(old_wordings, new_wordings).pairs()}
    pairs = best_pairs((i, j, value - THRESHOLD) for (i, j), value in similar.items())
    changes: list[TaskChange] = []
    for i, task in enumerate(old):
        j = pairs.get(i)
        if j is None:
            changes.append(TaskChange("dropped", task, None, 0.0, ""))
            continue
        note = what_changed(old_wordings[i], new_wordings[j])
        changes.append(TaskChange("changed" if note else "same", task, new[j], round(similar[i, j], 2), note))
    taken = set(pairs.values())
    changes += [TaskChange("added", None, task, 0.0, "") for j, task in enumerate(new) if j not in taken]
    return changes
