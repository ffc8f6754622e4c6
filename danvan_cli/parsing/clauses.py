"""The clause grammar that tasks are read with: where time frame, doer, modal and verb stand in a stretch of text.

A demand reads ``[carry-on] [time to come,] [doer] [cần | phải | sẽ] [adverb] verb object``. Every word class is a kind
of anchor in ``lexicon/terms/tasks.tsv``; the functions here only say in which order the classes may stand.
"""

from __future__ import annotations

from typing import NamedTuple

from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.phrases import anchor_at, chunks, doer_at, is_nominal, skip, skip_mark, verb_chain
from danvan_cli.parsing.timeline import Timeline

_LONGEST_DOER = 220
_LONGEST_PREFACE = 260
_LONGEST_TIME = 32
_LONGEST_THING = 100
_SAYING = ("say", "set", "wish", "hope", "pledge")
_MOST_MODALS = 4
_MOST_BODIES = 12
_THEREFORE = (", do đó ", ", vì vậy ", ", do vậy ", ", vì thế ", ", bởi vậy ", ", do đó, ", ", vì vậy, ", ", do vậy, ")
_LONGEST_BODY = 80
_QUANTIFIERS = ("các", "những", "một số", "mọi", "toàn", "cả")
_LONGEST_WORD = 12
_DENIALS = frozenset(["không", "thuộc", "chưa"])
_STRICT = ("phải ", "cần phải ", "sẽ phải ", "cũng phải ")
_NO_VERBS = (
    "là ",
    "sự ",
    "những ",
    "các ",
    "một ",
    "chịu ",
    "gánh ",
    "mất ",
    "chi ",
    "bỏ ",
    "đối mặt ",
    "nhập viện ",
    "chăng ",
    "không ",
)
"""Behind "phải": what is no verb, or what befalls somebody."""


class Clause(NamedTuple):
    """The opening of a clause.

    ``start`` is behind marks, carry-ons, prefaces and time frames; ``doer`` is who works, if the clause says so;
    ``work`` is where the verb phrase begins, behind the modal.
    """

    start: int
    doer: tuple[int, int] | None
    doer_kind: str
    modal: str
    work: int
    verb: Anchor | None
    chain_end: int
    """Where the row of verbs at ``work`` ends and their object begins."""
    framed: bool
    """Whether a time to come was named before it."""


def open_clause(article: Article, timeline: Timeline, start: int, end: int, *, told: bool = False) -> Clause:
    """Read the opening of the clause at ``start``.

    ``told`` says that it stands behind a verb of demanding, so that whoever is named first is the one told to work.
    """
    at, framed = _skip_prefaces(article, timeline, start, end)
    at = _behind_reason(article.low, at, end)
    phrase = _verb_phrase(article, at, end)
    if phrase:
        return Clause(at, None, "", phrase.modal, phrase.start, phrase.verb, phrase.end, framed)
    if told:
        last = _last_of_bodies(article, at, end)
        if last > at:
            clause = open_clause(article, timeline, last, end, told=True)
            return clause._replace(start=at, doer=(at, clause.doer[1])) if clause.doer else clause
    limit = _doer_limit(article, at, end)
    if _names_a_case(article.low, at, limit):
        return Clause(at, None, "", "", at, None, at, framed)
    doer = doer_at(article, at)
    if doer or told:
        found = _after_doer(article, at, limit, owed=doer is not None)
        if found:
            stop, phrase = found
            kind = doer.value if doer else "many"
            # A motto in quotes is said of somebody; it is no part of a name.
            whole = (at, stop) if '"' not in article.low[at:stop] else None
            return Clause(at, whole, kind, phrase.modal, phrase.start, phrase.verb, phrase.end, framed)
    # Whoever it is that must: "sau buổi làm việc cơ quan chức năng sẽ xem xét".
    for modal in article.anchors_in("task_modal", at, limit):
        phrase = _verb_phrase(article, modal.start, end)
        if phrase and article.anchors_in("task_doer", at, modal.start):
            return Clause(phrase.start, None, "many", phrase.modal, phrase.start, phrase.verb, phrase.end, framed)
    return Clause(at, None, "", "", at, None, at, framed)


def _behind_reason(low: str, start: int, end: int) -> int:
    """Behind the statement that the demand follows from: "Sở là cơ quan quan trọng, do đó Giám đốc Sở cần …"."""
    limit = min(end, start + _LONGEST_DOER)
    stated = low.find(" là ", start, limit)
    ends = [low.find(word, stated, limit) + len(word) for word in _THEREFORE if low.find(word, stated, limit) > 0]
    return min(ends) if stated > 0 and ends else start


def _last_of_bodies(article: Article, start: int, end: int) -> int:
    """Where the last of the bodies begins before whose common work semicolons stand: "giao Bộ A; Bộ B rà soát"."""
    low = article.low
    for _ in range(_MOST_BODIES):
        stop = low.find(";", start, min(end, start + _LONGEST_BODY))
        after = skip(low, stop + 1, end, " ")
        if stop < 0 or after >= end or not article.plain[after].isupper() or doer_at(article, start) is None:
            break
        if _after_doer(article, start, stop, owed=False):
            break
        start = after
    return start


def _names_a_case(low: str, start: int, end: int) -> bool:
    """Whether a clause says what is to be done where a case arises: "xã nào còn đơn quá hạn thì xã đó phải báo cáo"."""
    which = low.find(" nào ", start, end)
    return which >= 0 and low.find(" thì ", which, end) >= 0


def owed_at(article: Article, start: int, end: int) -> int | None:
    """Where the work begins that whatever stands at ``start`` needs ("Dự án cũng cần lấy ý kiến người dân")."""
    first = chunks(article.low, start, min(end, start + _LONGEST_THING), ",;:")[0]
    for modal in article.anchors_in("task_modal", *first):
        phrase = _verb_phrase(article, modal.start, end)
        if phrase and phrase.modal == "must" and phrase.verb.value != "tail":
            return phrase.start
    return None


class _VerbPhrase(NamedTuple):
    start: int
    modal: str
    verb: Anchor
    end: int


def _verb_phrase(article: Article, start: int, end: int, *, owed: bool = False) -> _VerbPhrase | None:
    """A modal, if any, and a row of verbs at ``start``; it begins behind the modal.

    ``owed`` says that a body stands before it, so that whatever word follows its "phải" is a verb.
    """
    at, modal = start, ""
    for _ in range(_MOST_MODALS):
        found = anchor_at(article, "task_modal", at)
        if found is None:
            break
        modal = modal or found.value
        at = skip(article.low, found.end, end, " ")
    verbs, chain_end, work = verb_chain(article, at, end)
    if owed and not verbs and _is_duty_word(article, start, at, end):
        stop = at + len(article.low[at : min(end, at + _LONGEST_WORD)].split(" ", 1)[0])
        return _VerbPhrase(at, modal, Anchor(at, stop, "task_verb", "lead"), stop)
    return _VerbPhrase(work, modal, verbs[0], chain_end) if verbs else None


def _is_duty_word(article: Article, start: int, at: int, end: int) -> bool:
    """Whether the word at ``at``, behind the modals at ``start``, can be a verb that the lexicon does not know."""
    low = article.low
    if not any(low.startswith(modal, start) for modal in _STRICT) or not low[at : at + 1].isalpha():
        return False
    return at < end and not low.startswith(_NO_VERBS, at) and not article.plain[at].isupper()


def _doer_limit(article: Article, start: int, end: int) -> int:
    """Up to where the words at ``start`` can name a doer: no further than a colon, a semicolon, a "cho biết"."""
    limit = min(end, start + _LONGEST_DOER)
    stops = [at for at in (article.low.find(mark, start, limit) for mark in ";:") if at >= 0]
    said = (a.start for a in article.anchors_in("task_directive", start, limit) if a.value in _SAYING)
    stops += [at for at in said if not _in_brackets(article.low, start, at)]
    stops += [at for at in (article.low.find(word, start, limit) for word in (" để ", " nhằm ")) if at >= 0]
    return min([limit, *stops])


def _after_doer(article: Article, start: int, end: int, *, owed: bool) -> tuple[int, _VerbPhrase] | None:
    """Where the doer at ``start`` ends, and the modal and verb behind it."""
    low = article.low
    candidates = sorted(
        {
            (anchor.start, kind == "task_modal")
            for kind in ("task_modal", "task_adverb", "task_verb")
            for anchor in article.anchors_in(kind, start + 1, end)
            if anchor.value not in ("noun", "tail")
        }
    )
    reach = start
    for at, modal in candidates:
        if (
            at < reach
            or _in_brackets(low, start, at)
            or low.count('"', start, at) % 2
            or (not modal and is_nominal(article, at))
        ):
            continue
        adverb = anchor_at(article, "task_adverb", at)
        reach = adverb.end if adverb else at
        # "trường hợp này không thuộc diện phải có …" denies a duty.
        denied = _DENIALS & set(low[start:at].split())
        phrase = _verb_phrase(article, at, end, owed=owed and not denied)
        if phrase:
            return at, phrase
    return None


def _end_of_preface(article: Article, start: int, end: int, *, topic: bool) -> int:
    """The comma that ends the phrase at ``start``: the first behind which a clause opens, else the first one.

    A ``topic`` may end in a colon: "Về công tác tiếp dân: niêm yết lịch tiếp".
    """
    low = article.low
    behind, end = end, chunks(low, start, end, ";:")[0][1]
    if topic and end < behind and low[end] == ":":
        return end
    parts = chunks(low, start, end, ",")
    then = low.find(" thì ", start, end)
    if then >= 0:
        return then + len(" thì ") - 1
    if len(parts) == 1:
        return len(low)
    for begin, stop in parts[1:]:
        at = skip(low, begin, stop, " ")
        doer = anchor_at(article, "task_doer", at)
        phrase = _verb_phrase(article, at, stop)
        if (
            anchor_at(article, "task_modal", at)
            or (doer and low[doer.start : doer.end] not in _QUANTIFIERS)
            or (doer and any(modal.value for modal in article.anchors_in("task_modal", at, stop)))
            or (phrase and phrase.verb.value not in ("tail", "keep") and phrase.end < stop)
            or article.anchors_in("task_directive", at, stop)
        ):
            return begin - 1
    return parts[0][1]


def _in_brackets(low: str, start: int, at: int) -> bool:
    opened = low.rfind("(", start, at)
    return opened >= 0 and low.find(")", opened, at) < 0


def _skip_prefaces(article: Article, timeline: Timeline, start: int, end: int) -> tuple[int, bool]:
    """Behind everything that stands before doer and verb, and whether a time to come was among it."""
    low, framed = article.low, False
    at = skip_mark(article, skip(low, start, end), end)
    for _ in range(8):
        at = skip(low, at, end)
        begin = at
        opener = anchor_at(article, "task_frame_opener", at)
        # "trong quý" is a time, "trong quý IV" a longer one.
        frames = (timeline.at(at), timeline.at(skip(low, opener.end, end, " ")) if opener else None)
        frame = max((f for f in frames if f), key=lambda f: f.end, default=None)
        if frame:
            framed = framed or frame.future
            at = frame.end
            # "những tháng cuối năm 2024": the year belongs to the frame.
            year = skip(low, at, end, " ")
            if low[year : year + 4].isdigit() and not low[year + 4 : year + 5].isdigit():
                at = year + 4
            if low.startswith(" là ", at):
                at += len(" là ")  # "Trước mắt là kiện toàn tổ chức"
            continue
        named = timeline.mention_end(at)
        if named and anchor_at(article, "task_modal", skip(low, named, end)):
            at = named  # "năm 2025 sẽ …"
            continue
        carry_on = anchor_at(article, "task_carry_on", at)
        preface = anchor_at(article, "task_preface", at)
        if preface and preface.value == "speaker":
            # "Theo Giám đốc Sở Y tế, …", not "Theo thống kê, …".
            office = anchor_at(article, "task_leader", skip(low, preface.end, end, " "))
            preface = preface if office else None
        if preface and (carry_on is None or preface.end >= carry_on.end):
            reach = _LONGEST_TIME if preface.value == "short" else _LONGEST_PREFACE
            comma = _end_of_preface(article, at, min(end, at + reach), topic=preface.value == "topic")
            # "khi tổ chức ngày hội phải gọn nhẹ, gần dân": what must be done stands before the comma already.
            if comma < end and not any(a.value == "must" for a in article.anchors_in("task_modal", at, comma)):
                framed = framed or any(frame.future for frame in timeline.between(at, comma))
                at = comma + 1
                continue
        verb = anchor_at(article, "task_verb", at)
        # "đặc biệt" opens a clause, "đặc biệt quan tâm" is its verb.
        if carry_on and carry_on.end <= end and (verb is None or verb.end <= carry_on.end):
            at = carry_on.end
            continue
        if at == begin:
            break
    return at, framed
