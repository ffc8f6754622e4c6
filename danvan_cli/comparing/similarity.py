"""How much two tasks are the same piece of work, whatever words, order and figures they use: 0 to 1."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log

from danvan_cli.comparing.wording import Wording

THRESHOLD = 0.35
"""From here on two tasks may be the same work."""

# A long restatement of a short task shares little of its own words but nearly all of the short one's.
_OF_THE_SHORTER = 0.4
# A word that more tasks of a list hold brings no two of them together by itself: thousands of tasks stay cheap.
_COMMON = 500
# Tasks that name different deeds are different work, however much their objects agree.
_OTHER_DEED = 0.72
# Tasks that share verbs, people and places but no subject are different work of one kind.
_OTHER_SUBJECT = 0.72


class Similarity:
    """The similarity of the tasks of two lists: a word that many tasks of a list share tells little of any of them."""

    def __init__(self, old: Sequence[Wording], new: Sequence[Wording]) -> None:
        """``old`` and ``new`` are the two lists, whole."""
        in_old = Counter(feature for wording in old for feature in wording.features)
        in_new = Counter(feature for wording in new for feature in wording.features)
        self._rarity = {f: 1 / (1 + log(max(in_old[f], in_new[f]))) for f in in_old | in_new}
        self._old = [self._weigh(wording) for wording in old]
        self._new = [self._weigh(wording) for wording in new]
        self._wordings = old, new

    def _weigh(self, wording: Wording) -> dict[str, float]:
        return {f: weight * self._rarity[f] for f, weight in wording.features.items() if weight}

    def pairs(self) -> Iterator[tuple[int, int, float]]:
        """All (old, new, similarity) from the threshold on; only tasks that share a word are looked at."""
        holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for j, features in enumerate(self._new):
            for feature, weight in features.items():
                holders[feature].append((j, weight))
        totals = [sum(features.values()) for features in self._new]
        for i, features in enumerate(self._old):
            total = sum(features.values())
            shared: defaultdict[int, float] = defaultdict(float)
            common: list[str] = []
            for feature, weight in features.items():
                its_holders = holders.get(feature, ())
                if len(its_holders) > _COMMON:
                    common.append(feature)
                    continue
                for j, its_weight in its_holders:
                    shared[j] += min(weight, its_weight)
            for j in sorted(shared):
                also = sum(min(features[f], self._new[j][f]) for f in common if f in self._new[j])
                value = self._value(shared[j] + also, total, totals[j])
                value = round(value * self._conflict(i, j), 6)
                if value >= THRESHOLD:
                    yield i, j, value

    def _conflict(self, i: int, j: int) -> float:
        old, new = self._wordings[0][i], self._wordings[1][j]
        factor = 1.0
        if old.actions and new.actions and not old.actions & new.actions:
            factor *= _OTHER_DEED
        if old.objects and new.objects and not old.objects & new.objects:
            factor *= _OTHER_SUBJECT
        return factor

    @staticmethod
    def _value(shared: float, old: float, new: float) -> float:
        of_both = 2 * shared / (old + new)
        of_the_shorter = shared / min(old, new)
        return (1 - _OF_THE_SHORTER) * of_both + _OF_THE_SHORTER * of_the_shorter
