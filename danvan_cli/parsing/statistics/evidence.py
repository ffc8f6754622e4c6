"""The words that a figure stands on: number, unit and what is counted, and no more.

The words begin at the verb or noun that governs the figure in its clause ("hỗ trợ xây mới 172 nhà") and end with the
counted noun phrase ("hiến 8.000 m2 đất rừng"). A figure that leans on the one before it ("đạt 82,7%", "412 lượt/530
người", "13 tập thể, 5 cá nhân") begins with that one where the two are short.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.phrases import is_nominal
from danvan_cli.parsing.statistics.figure import TAIL_REACH, Figure
from danvan_cli.parsing.statistics.topics import phrase_end, topics
from danvan_cli.record import Evidence

# Lengths in syllables: of a lead, of what follows the noun, of two figures told together, of a share and its figure.
_LEAD = 10
_PHRASE = 10
_PAIR = 16
_SHARE = 20
# How far to the left a lead is looked for, in code points.
_REACH = 160
_QUOTE_REACH = 60
# How far before the words quotes are counted to tell whether one is open.
_QUOTED = 400
_PUNCTUATION = ".,:!?…\"'"
_SYLLABLE = re.compile(r"\S+")
# Words that only join a figure to what stands before it.
_JOINTS = re.compile(
    r"(?:[\s,:/(\-+*•]|\d{1,2}[.)]\s|(?:và|với|cùng|cùng với|đồng thời|trong đó|trong đó có|ngoài ra|là|theo đó|"
    r"qua đó|riêng|cụ thể|thì|đến nay|hiện|hiện nay|hiện có|dịp này|nay)(?!\w))*"
)
# Words that tell nothing by themselves of what is counted.
_LIGHT = re.compile(
    r"(?:\s|(?:đạt|chiếm|tỷ lệ|tỉ lệ|tỷ lệ đạt|bằng|là|có|được|còn|xuống|lên|tới|tương đương|tương ứng|gồm|trên|"
    r"xong|thành|khoảng|số|của|cả|"
    r"tổng cộng|tổng số|trị giá|tổng trị giá|kinh phí|số tiền|tổng kinh phí|tổng số tiền|với|trên)(?!\w))*"
)
# "Toàn tỉnh có 2.345 mô hình …": the words before "có" say where or when.
_THERE_IS = re.compile(r"(?<!\w)có $")
_SIDE_BY_SIDE = re.compile(r"\s*(?:/|,|và|-)\s*")
# Indicators whose noun phrase tells all where it holds their topic: "93 buổi tuyên truyền", "12 nhiệm vụ trọng tâm".
_NAMED: frozenset[str] = frozenset(
    {"outreach_sessions", "dialogues", "supervisions", "skilled_mobilization_models", "key_tasks"}
)
_RESOLVED = ("resolve", "resolve_rate")
_HELPERS = ("rằng", "cho biết", "cho hay", "đã", "sẽ", "đang")
_RATES = ("tỷ lệ", "tỉ lệ")


class Words(NamedTuple):
    """The words of one figure; ``governed`` where a verb before it takes it as its object."""

    start: int
    end: int
    governed: bool
    leans: bool
    """Whether nothing before it in its clause says what is counted."""


def evidences(article: Article, figures: list[Figure]) -> list[Evidence]:
    """The evidence of ``figures``, which stand in order of text; time is linear in their number."""
    words: list[Words] = []
    for i, figure in enumerate(figures):
        at = _first_side(figures, i)
        previous = figures[at - 1] if at and figures[at - 1].sentence == figure.sentence else None
        own = _own_words(article, figure, previous)
        if own.leans and previous is not None:
            own = _with_previous(article, figure, own, previous, words[at - 1])
        words.append(own)
    return [
        _closed(article, figures[i], span.start, _with_next(article, figures, words, i)) for i, span in enumerate(words)
    ]


def _closed(article: Article, figure: Figure, start: int, end: int) -> Evidence:
    """The words ``start:end`` with the quotation and the bracket that they cut through whole, where these are short."""
    plain = article.plain
    if plain.count('"', start, end) % 2:
        opened_before = plain.count('"', max(figure.sentence.start, start - _QUOTED), start) % 2 == 1
        if opened_before:
            opening = plain.rfind('"', max(figure.sentence.start, start - _QUOTE_REACH), start)
            start = opening if opening >= 0 else plain.find('"', start, end) + 1
        else:
            closing = plain.find('"', end, min(end + _QUOTE_REACH, figure.sentence.end))
            if plain[start] == '"' and closing < 0:
                start += 1
            end = closing + 1 if 0 <= closing <= end + 1 else end
    if plain.count("(", start, end) > plain.count(")", start, end) and plain[end : end + 1] == ")":
        end += 1
    return article.evidence(start, end, figure.rule)


def _first_side(figures: list[Figure], i: int) -> int:
    """The index of the first side of the ratio or range that the figure at ``i`` is the second side of."""
    second = figures[i].number.part in ("denominator", "high")
    return i - 1 if second and i and figures[i - 1].number.part in ("numerator", "low") else i


def _own_words(article: Article, figure: Figure, previous: Figure | None) -> Words:
    """The words of a figure by itself."""
    left = figure.number.left
    begin, leans = _lead(article, figure, previous)
    end = _phrase_end(article, figure, governed=False)
    if leans and figure.bracket >= figure.before and figure.parent is None:
        # "đường cát (10.805 kg)": what is counted stands before the bracket.
        begin, cut = _segment(article, max(figure.before, figure.bracket - _REACH), figure.bracket)
        leans = not cut
    if leans and previous is None and end == figure.end:
        # "Hòa giải ở cơ sở, đạt tỷ lệ 86,2%", "Dân vận khéo: 176 mô hình": what is counted stands before the stop.
        farther, _ = _segment(
            article, max(figure.sentence.start, begin - _REACH), max(begin - 2, figure.sentence.start)
        )
        named = figure.is_percent or bool(topics(article, farther, begin))
        if named and _syllables(article, farther, left) <= _PAIR:
            begin, leans = farther, False
    start, governed = (begin, False) if leans else _governor(article, figure, begin)
    if governed:
        end = _phrase_end(article, figure, governed=True)
    elif (leans or end > figure.end) and _THERE_IS.search(article.low, start, left):
        start = left
    if figure.indicator in _NAMED and figure.noun is not None:
        named_by = topics(article, figure.noun.start, end)
        announced = figure.indicator == "key_tasks" and (end > figure.end or "nhiệm vụ" in figure.words)
        if named_by or announced:
            start = left
        if named_by:
            end = max(figure.end, named_by[0].end)
    return Words(start, end, governed, _leans(article, figure, previous, leans, start, end))


def _leans(article: Article, figure: Figure, previous: Figure | None, light: bool, start: int, end: int) -> bool:
    """Whether the words of a figure need those of the one before it; ``light`` where none lead to it."""
    if figure.noun is not None and figure.noun.start < figure.before:
        return True
    if figure.indicator == "resolution_rate":
        return not any(topic.value in _RESOLVED for topic in topics(article, start, end))
    if figure.indicator == "mediations" and "hòa giải" not in article.low[start:end]:
        return True
    attends = previous is not None and previous.kind == "session" and figure.kind in ("turn", "person")
    return light and (end == figure.end or figure.kind == "money" or attends)


def _with_previous(article: Article, figure: Figure, own: Words, previous_figure: Figure, previous: Words) -> Words:
    """``own`` from where the words of the figure before it begin, where both together are short."""
    outside = figure.clause != previous_figure.clause or previous_figure.bracket not in (-1, figure.bracket)
    most = _SHARE if figure.is_percent or figure.bracket >= previous.start else _PAIR
    if not outside and previous.start <= own.start and _syllables(article, previous.start, own.end) <= most:
        return Words(previous.start, own.end, previous.governed, False)
    return own


def _with_next(article: Article, figures: list[Figure], words: list[Words], i: int) -> int:
    """Where the words of the figure at ``i`` end: with the next one, where both share what is said behind that.

    "6 tập thể và 10 cá nhân được nhận Bằng khen", "khởi tố 11 vụ/20 bị can về tội …".
    """
    figure, own = figures[i], words[i]
    if i + 1 == len(figures) or own.end != figure.end or figures[i + 1].sentence != figure.sentence:
        return own.end
    following = figures[i + 1]
    ratio = article.low[own.end : following.number.left].strip() == "/"
    shares = own.end <= following.number.left and _SIDE_BY_SIDE.fullmatch(article.low, own.end, following.number.left)
    if not shares or words[i + 1].end == following.end or (own.governed and not ratio) or following.is_percent:
        return own.end
    together = _syllables(article, own.start, words[i + 1].end) <= _PAIR
    return words[i + 1].end if together else own.end


def _syllables(article: Article, start: int, end: int) -> int:
    return len(article.low[start:end].split())


def _lead(article: Article, figure: Figure, previous: Figure | None) -> tuple[int, bool]:
    """Where the words that lead to a figure begin in its clause, and whether they say nothing of what is counted."""
    left = figure.number.left
    floor = max(figure.before, figure.bracket + 1, left - _REACH)
    begin, cut = _segment(article, floor, left)
    if not cut and previous is not None and previous.end == figure.before:
        # No comma parts it from the noun phrase of the figure before: "73 cây cầu và làm 212 km đường".
        begin = _behind_phrase(article, floor, left)
    begin = min(_JOINTS.match(article.low, begin, left).end(), left)  # type: ignore[union-attr]
    return begin, _LIGHT.fullmatch(article.low, begin, left) is not None


def _segment(article: Article, floor: int, left: int) -> tuple[int, bool]:
    """Where the stretch behind the last comma or colon of ``floor:left`` begins, and whether there is one.

    A comma inside a term or between kinds of petition ("khiếu nại, tố cáo") parts nothing.
    """
    low = article.low
    at = left
    while True:
        at = max(low.rfind(", ", floor, at), low.rfind(": ", floor, at))
        if at < 0:
            return floor, False
        if low[at] == ":" or not _joins(article, at, floor, left):
            return at + 2, True


def _joins(article: Article, comma: int, floor: int, left: int) -> bool:
    if any(term.start < comma < term.end for term in topics(article, max(floor, comma - _QUOTE_REACH), left)):
        return True
    for kind in ("petition_kind", "counted"):
        around = article.anchors_in(kind, max(floor, comma - _QUOTE_REACH), left)
        if any(anchor.start < comma < anchor.end for anchor in around):
            return True
        if article.anchors.at(kind, comma + 2) is not None and any(anchor.end == comma for anchor in around):
            return True
    return False


def _behind_phrase(article: Article, floor: int, left: int) -> int:
    """Where the words after the noun phrase that ends somewhere in ``floor:left`` begin: at "và", "với" or a verb."""
    if article.low[floor:left].endswith(" với "):
        return left
    joint = article.low.rfind(" và ", floor, left)
    if joint >= 0:
        return joint
    verb = next(iter(_verbs(article, floor, left)), None)
    joint = article.low.rfind(" với ", floor, left) if verb is None else verb
    return joint if joint >= 0 else left


def _verbs(article: Article, start: int, end: int) -> list[int]:
    """Where verbs begin within ``start:end``: no nouns made of verbs, no names ("Thanh tra tỉnh")."""
    found = [a for a in article.anchors_in("task_verb", start, end) if a.value not in ("noun", "tail")]
    found += [a for a in article.anchors_in("figure_verb", start, end) if a.value]
    return sorted(
        a.start
        for a in found
        if a.start == start or (article.plain[a.start].islower() and not is_nominal(article, a.start))
    )


def _governor(article: Article, figure: Figure, begin: int) -> tuple[int, bool]:
    """Where the verb or noun that governs a figure begins, from ``begin`` on, and whether it is a verb."""
    left = figure.number.left
    low = article.low
    for helper in _HELPERS:
        at = low.rfind(f"{helper} ", begin, left)
        if at >= 0 and (at == begin or low[at - 1] == " ") and not _LIGHT.fullmatch(low, at + len(helper), left):
            begin = at + len(helper) + 1
    if figure.is_percent:
        rate = max(low.rfind(word, begin, left) for word in _RATES)
        if rate >= 0 and not _LIGHT.fullmatch(low, rate, left):
            return rate, False
        if _syllables(article, begin, left) <= _PAIR:
            return begin, False
    for verb in _verbs(article, begin, left):
        if _syllables(article, verb, left) <= _LEAD:
            return verb, True
    if _syllables(article, begin, left) <= _LEAD:
        return begin, False
    named = topics(article, begin, left)
    return (named[-1].start if named else left), False


def _coordinated(article: Article, comma: int, figure: Figure) -> int:
    """The end of a noun phrase past the commas between its nouns: "45% cán bộ, hội viên được suy tôn"."""
    while comma < figure.tail and _joins(article, comma, figure.end, figure.tail):
        following = article.low.find(",", comma + 1, figure.tail)
        comma = following if following >= 0 else figure.tail
    return comma


def _phrase_end(article: Article, figure: Figure, governed: bool) -> int:
    """Where the counted noun phrase ends; of a figure that no verb takes as its object, the predicate after it too."""
    low = article.low
    limit = _coordinated(article, phrase_end(article, figure), figure)
    following = limit == figure.tail < min(figure.sentence.end, figure.end + TAIL_REACH) and low[limit] not in ";()"
    end = soft = name = figure.end
    count, predicate = 0, False
    at = figure.end
    while (syllable := _SYLLABLE.search(article.plain, at, limit)) is not None:
        start, at = syllable.span()
        stop = article.anchors.at("evidence_stop", start)
        said = stop.value if stop is not None else ""
        if said == "always" or (said == "predicate" and governed):
            return end
        if said or (count and not predicate and start in _verbs(article, start, limit)):
            soft, predicate = end, bool(said)
        if article.plain[start] in "\"'“‘":
            closed = article.plain.find('"', start + 1, min(start + _QUOTE_REACH, figure.sentence.end))
            if closed < 0:
                return end
            end = at = closed + 1
            continue
        count += 1
        if count > _PHRASE:
            return max(soft, name)
        if name == figure.end and article.plain[start].isupper():
            name = end
        end = start + len(article.plain[start:at].rstrip(_PUNCTUATION))
        if end < at and article.plain[end] != ",":
            return end
    # The words before the next number may be its own.
    return soft if following else end
