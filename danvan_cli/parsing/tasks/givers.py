"""Who set a task: the official whose demand the sentence reports."""

from __future__ import annotations

from bisect import bisect_left

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.sentences import Sentence
from danvan_cli.record import Official

_GOES_ON_WITHIN = 600
_PRONOUNS = ("đồng chí ", "ông ", "bà ")


class Givers:
    """Follows who speaks from sentence to sentence."""

    def __init__(self, article: Article, officials: list[Official]) -> None:
        self._article = article
        self._low = article.low
        self._mentions = sorted(
            (mention.start, official.name) for official in officials for mention in official.mentions
        )
        self._starts = [start for start, _ in self._mentions]
        self._last: str | None = None
        self._last_end = -_GOES_ON_WITHIN - 1

    def of(self, sentence: Sentence, directive: int | None) -> str | None:
        """Who sets the tasks of ``sentence``, whose verb of demanding stands at ``directive``."""
        if directive is None:
            # Without a verb of demanding of its own the sentence goes on with what somebody has said just before.
            if sentence.start - self._last_end > _GOES_ON_WITHIN:
                self._last = self._speaker_before(sentence)
            self._last_end = sentence.end
            return self._last
        named = self._mentions[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, directive)]
        if named:
            self._last = named[-1][1]
        elif self._low.startswith(_PRONOUNS, sentence.start):
            before = bisect_left(self._starts, sentence.start)
            self._last = self._mentions[before - 1][1] if before else None
        else:
            self._last = None
        self._last_end = sentence.end
        return self._last

    def _speaker_before(self, sentence: Sentence) -> str | None:
        """The last official of the paragraph before ``sentence`` whom a verb of saying follows."""
        start = sentence.line.start
        said = self._article.anchors_in("task_directive", start, sentence.start)
        spoken = [anchor.start for anchor in said if anchor.value != "noun"]
        if not spoken:
            return None
        named = self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, spoken[-1])]
        return named[-1][1] if named else None
