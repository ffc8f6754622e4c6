"""The best one-to-one pairing of two lists: maximum-weight bipartite matching over the pairs that may be one work.

The Hungarian method as successive shortest augmenting paths with potentials, over candidate pairs only: lists of
hundreds of tasks cost what their candidates cost, not the cube of their length. Source of the method: Jonker and
Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems", Computing 38, 1987.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from heapq import heappop, heappush
from math import inf


def best_pairs(candidates: Iterable[tuple[int, int, float]]) -> dict[int, int]:
    """Old index → new index: no other one-to-one choice of the candidates has a greater sum of gains.

    A candidate is (old, new, gain), its indices from 0 on and its gain at least 0. Among equals the earlier is chosen.
    """
    costs: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for old, new, gain in candidates:
        costs[old][new] = -gain
    for old, row in costs.items():
        row[-1 - old] = 0.0  # a place of its own for each old task that is better left unpaired
    place: dict[int, int] = {}
    owner: dict[int, int] = {}
    # Potentials keep every reduced cost, cost - of_old - of_new, at 0 or more, as the search for shortest paths needs.
    of_old = {old: min(row.values()) for old, row in costs.items()}
    of_new: defaultdict[int, float] = defaultdict(float)
    for start in sorted(costs):
        distance: dict[int, float] = {}
        comes_from: dict[int, int] = {}
        settled: set[int] = set()
        queue: list[tuple[float, bool, int]] = []
        old, here = start, 0.0
        while True:
            for new, cost in costs[old].items():
                reach = here + cost - of_old[old] - of_new[new]
                # A place once settled stays so: with rounded sums a zero-cost cycle could otherwise look shorter.
                if new not in settled and reach < distance.get(new, inf):
                    distance[new], comes_from[new] = reach, old
                    heappush(queue, (reach, new in owner, new))  # of equals, a free place first
            here, _, end = heappop(queue)
            while end in settled or here > distance[end]:  # an entry that a shorter path has overtaken
                here, _, end = heappop(queue)
            settled.add(end)
            if end not in owner:
                break
            old = owner[end]
        of_old[start] += here
        for new in settled - {end}:
            of_new[new] += distance[new] - here
            of_old[owner[new]] += here - distance[new]
        while True:  # along the path, each old task takes the place that the next one gives up
            old = comes_from[end]
            given_up = place.get(old)
            place[old], owner[end] = end, old
            if given_up is None:
                break
            end = given_up
    return {old: new for old, new in sorted(place.items()) if new >= 0}
