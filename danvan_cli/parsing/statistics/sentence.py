"""One sentence at a time: its figures with indicator, kinds, change, parent and period."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.numbers import open_noun
from danvan_cli.parsing.sentences import Sentence
from danvan_cli.parsing.statistics.breakdowns import by_tiers, continues, join_achieved, parent_of
from danvan_cli.parsing.statistics.changes import (
    Movement,
    change_of,
    fractions,
    goes_on,
    host_of,
    is_result_of,
    movement,
)
from danvan_cli.parsing.statistics.figure import Figure, carried_noun, figures_of, leading_noun, money_left_out
from danvan_cli.parsing.statistics.indicators import classify
from danvan_cli.parsing.statistics.kinds import give_totals_the_kinds_of_their_parts, read_kinds
from danvan_cli.parsing.statistics.periods import Periods
from danvan_cli.parsing.statistics.topics import Reading
from danvan_cli.parsing.statistics.vetoes import attended, no_figure
from danvan_cli.record import Change

# Figures that a new one may relate to; bounds the work of a sentence with thousands of them.
_RECENT = 24
# How far back in its paragraph a sentence's theme may be named.
_PARAGRAPH = 600


class SentenceReader:
    """Reads the sentences of one article in order; remembers the one before, whose figures the next may go on with."""

    def __init__(self, article: Article, heading: Heading, periods: Periods) -> None:
        self._article = article
        self._heading = heading
        self._periods = periods
        self._previous: list[Figure] = []
        title = heading.title_line
        self._title = (title.start, title.end) if title else (-1, -1)
        self._skilled_title = bool(title) and any(
            anchor.value == "model" for anchor in article.anchors_in("figure_topic", *self._title)
        )

    def read(self, sentence: Sentence) -> list[Figure]:
        """The figures of ``sentence`` that are statistics."""
        article = self._article
        title = self._title[0] <= sentence.start < self._title[1]
        part = continues(article, sentence.start)
        more = part or article.anchors.at("figure_goes_on", sentence.start) or by_tiers(article, sentence)
        earlier = list(self._previous) if more else []
        paragraph = max(sentence.line.start, sentence.start - _PARAGRAPH)
        skilled = self._skilled_title or any(
            anchor.value == "model" for anchor in article.anchors_in("figure_topic", paragraph, sentence.end)
        )
        kept: list[Figure] = []
        last: Movement | None = None
        end = sentence.start
        waiting: Change | None = None
        for figure in figures_of(article, sentence, title):
            moved = movement(article, figure) or goes_on(article, figure, last, end)
            last, end = moved, figure.end
            if moved is not None:
                change = change_of(article, self._heading, figure, moved)
                host = host_of(article, figure, moved, earlier)
                if host is None and self._periods.planned(figure) and self._is_statistic(figure, earlier, skilled):
                    # A change that is set for the time to come is a target ("kéo giảm 5% số vụ phạm pháp hình sự").
                    earlier.append(figure)
                    kept.append(figure)
                elif host is None:
                    waiting = waiting or change
                elif host.change is None:
                    host.change = change
                continue
            earlier = earlier[-_RECENT:]
            if not self._is_statistic(figure, earlier, skilled):
                continue
            if waiting is not None and is_result_of(article, figure):
                figure.change, waiting = waiting, None
            earlier.append(figure)
            kept.append(figure)
        for start, change in fractions(article, sentence):
            host = next((f for f in reversed(kept) if f.end <= start), None)
            if host is not None and host.change is None:
                host.change = change
        join_achieved(article, kept)
        give_totals_the_kinds_of_their_parts(article, kept)
        self._previous = kept
        return kept

    def _is_statistic(self, figure: Figure, earlier: list[Figure], skilled: bool) -> bool:
        """Classify ``figure``; false where it is no statistic."""
        article = self._article
        first = not any(f.sentence == figure.sentence for f in earlier)
        if figure.value == 0 and figure.number.in_words:
            return self._is_zero(figure, earlier, skilled)
        if figure.noun is None and not self._find_noun(figure, earlier):
            return False
        figure.indicator, figure.rule = classify(article, figure, earlier, skilled)
        if figure.indicator == "other":
            if figure.title or no_figure(article, figure, first):
                return False
        elif attended(article, figure, first):
            return False
        figure.kinds = read_kinds(article, figure, earlier)
        figure.period = self._periods.of(figure, None if first else earlier[-1])
        figure.parent = parent_of(article, figure, earlier)
        if figure.parent is not None:
            figure.period = figure.parent.period
        return True

    def _is_zero(self, figure: Figure, earlier: list[Figure], skilled: bool) -> bool:
        """Classify a figure that says that nothing arose: petitions, groups and turns of reception are counted so."""
        leading = self._article.low[figure.before : figure.number.left]
        if figure.kind in ("petition", "group") or (figure.noun is None and "tiếp" in leading):
            reading = classify(self._article, figure, earlier, skilled)
            if figure.noun is None:
                reading = Reading("visits", "nothing arose")
            figure.indicator, figure.rule = reading
            figure.kinds = read_kinds(self._article, figure, earlier)
            figure.period = self._periods.of(figure, None)
            return figure.indicator != "other" and figure.period is None
        return False

    def _find_noun(self, figure: Figure, earlier: list[Figure]) -> bool:
        """Give a number with no known noun after it the noun before it, or one that the lexicon does not know.

        An unknown noun counts only in an article that reports a period: other news count anything.
        """
        article = self._article
        noun = leading_noun(article, figure, bool(earlier))
        if noun is not None:
            figure.noun, figure.tail = noun, figure.end
            return True
        noun = carried_noun(article, figure, earlier[-1] if earlier else None) or money_left_out(article, figure)
        if noun is None and self._heading.reported_period is not None:
            noun = open_noun(article, figure.number.right, figure.tail)
            figure.end = noun.end if noun else figure.end
        figure.noun = noun
        return noun is not None
