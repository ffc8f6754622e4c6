"""Cutting a stretch of demands into pieces of work: at semicolons, and at commas where a new main verb opens more."""

from __future__ import annotations

import re
from typing import NamedTuple

from danvan_cli.lexicon import lower
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.clauses import Clause, open_clause
from danvan_cli.parsing.demands import Work
from danvan_cli.parsing.phrases import (
    anchor_at,
    chunks,
    doer_at,
    list_mark,
    skip,
    skip_mark,
    trim_end,
    verb_chain,
    word_before,
)
from danvan_cli.parsing.tasks.seams import at_commas, behind_verbs, says_what
from danvan_cli.parsing.timeline import Timeline

_A_LIST = 3
_NUMBER = re.compile(r"\(\d{1,2}\) ")
_SHORT = 4
_LONGEST_NAME = 80
_LONGEST_TOPIC = 100
_THINGS = tuple(map(lower, ("việc ", "hiệu quả ", "kết quả ", "chất lượng ", "tiến độ ", "trách nhiệm ", "công tác ")))
_TOPICS = ("về ", "đối với ", "công tác ", "lĩnh vực ")
_GOES_WITH = "goes with the one before"
"""The rule of a named document in a row ("Chỉ thị số 1; Kế hoạch số 2"), which is an object of the verb before it."""
_REASONS = (" bởi ", " vì ")


class Piece(NamedTuple):
    """One task: ``text[start:end]``; ``doer`` is where the name of who does it begins, if the clause names one."""

    start: int
    end: int
    rule: str
    doer: int | None = None
    keeps_doer: bool = False
    """Whether the doer is named for this piece alone, whatever follows."""


def read_item(article: Article, timeline: Timeline, start: int, end: int) -> Piece | None:
    """The task that an item of a list sets; ``None`` where the item only names what its own items are about."""
    stopped = article.low[end - 1] in ".;"
    end = trim_end(article.low, start, end)
    at = skip_mark(article, start, end)
    if article.low[end - 1] == ":" or at >= end:
        return None
    clause = open_clause(article, timeline, at, end)
    if not stopped and _is_topic(article, at, end):
        return None
    if clause.verb is None and len(article.low[at:end].split()) < (_SHORT if stopped else 6):
        return None
    return Piece(at, end, "list item")


def _is_topic(article: Article, start: int, end: int) -> bool:
    """Whether an item only names a field of work, which the lines below are about: "2. Về giải quyết đơn thư"."""
    topic = article.low.startswith(_TOPICS, start) and end - start <= _LONGEST_TOPIC
    return (
        topic
        and not any(c in article.low[start:end] for c in ",;:")
        and not article.anchors_in("task_modal", start, end)
    )


def split_work(article: Article, timeline: Timeline, work: Work) -> list[Piece]:
    """The tasks that a stretch of text sets, in order."""
    pieces: list[Piece] = []
    segments = _joined_bodies(article, timeline, work, _segments(article, work))
    told = work.directive is not None
    for segment in segments:
        for start, end in _at_doers(article, timeline, *segment, told=told):
            first = start == work.start
            rule = work.rule if first else "goes on"
            for piece in _clause(article, timeline, start, end, rule, first=first, told=told, of=len(segments)):
                if piece.rule == _GOES_WITH and pieces:
                    pieces[-1] = pieces[-1]._replace(end=piece.end)
                else:
                    pieces.append(piece)
            told = False
    if work.delegated and pieces and all(piece.doer is None for piece in pieces[1:]):
        pieces[0] = pieces[0]._replace(doer=None)
    return pieces


def _segments(article: Article, work: Work) -> list[tuple[int, int]]:
    """The work cut at semicolons; where "một là" or "(1)" marks the items, at these alone and without their lead-in."""
    low = article.low
    parts = [part for whole in chunks(low, work.start, work.end, ";") for part in _at_orders(article, *whole)]
    marks = [mark.start for mark in article.anchors_in("task_mark", work.start, work.end)]
    marks = marks or [number.start() for number in _NUMBER.finditer(low, work.start, work.end)]
    marks = [at for at in marks if at == work.start or low[max(0, at - 2) : at].rstrip()[-1:] in (":", ";", ".")]
    if not marks or (marks[0] != work.start and low[max(0, marks[0] - 2) : marks[0]].strip() != ":"):
        return parts
    return list(zip(marks, [*marks[1:], work.end], strict=True))


def _at_orders(article: Article, start: int, end: int) -> list[tuple[int, int]]:
    """``start:end`` cut where "và" leads to a demand of somebody else: "rà soát chính sách và yêu cầu các sở …"."""
    parts = []
    for order in article.anchors_in("task_directive", start, end):
        seam = order.start - len(" và ")
        if order.value != "order" or seam <= start or not article.low.startswith(" và ", seam):
            continue
        if doer_at(article, skip(article.low, order.end, end, " ")):
            parts.append((start, seam))
            start = order.start
    return [*parts, (start, end)]


def _joined_bodies(
    article: Article, timeline: Timeline, work: Work, segments: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The segments with bodies in a row before a semicolon put to what they do: "Bộ A; Bộ B; Bộ C rà soát …".

    Where the work is handed to them ("giao Bộ A; Bộ B …"), their names are no part of it and go.
    """
    joined: list[tuple[int, int]] = []
    waiting: int | None = None
    for i, (start, end) in enumerate(segments):
        at = skip(article.low, start, end)
        more = i + 1 < len(segments)
        named = at if waiting is None else waiting
        first = at + (len("các ") if article.low.startswith("các ", at) else 0)
        doer = doer_at(article, at) is not None or waiting is not None
        begins = doer and article.plain[first : first + 1].isupper()
        bare = more and begins and ":" not in article.low[at:end] and end - at <= _LONGEST_NAME
        if bare and open_clause(article, timeline, at, end, told=True).verb is None:
            waiting = named
            continue
        if waiting is not None and not begins:
            joined.append((waiting, segments[i - 1][1]))  # no row after all
        joined.append((named if waiting is not None and begins and not work.delegated else start, end))
        waiting = None
    return joined


def with_doers(pieces: list[Piece]) -> list[Piece]:
    """Put a doer back where it is named for one piece alone; one doer of several pieces goes with the lead-in."""
    resolved = []
    for i, piece in enumerate(pieces):
        alone = i + 1 == len(pieces) or pieces[i + 1].doer is not None or pieces[i + 1].rule != "goes on"
        start = piece.doer if piece.doer is not None and (piece.keeps_doer or alone) else piece.start
        resolved.append(piece._replace(start=start))
    return resolved


def _at_doers(article: Article, timeline: Timeline, start: int, end: int, *, told: bool) -> list[tuple[int, int]]:
    """``start:end`` cut at the commas where another doer opens a clause: "Sở A lập …, Phòng B rà soát …, giao C …".

    "phối hợp với Công an, Thanh tra rà soát", "chỉ đạo các phòng, ban rà soát": doers in a row are no such clause.
    """
    low = article.low
    clause = open_clause(article, timeline, start, end, told=told)
    parts: list[tuple[int, int]] = []
    begin, work = start, clause.work
    for chunk_start, chunk_end in chunks(low, start, end, ",")[1:] if clause.doer else ():
        if chunk_start <= work:
            continue
        at, ordered = _behind_giao(article, chunk_start, chunk_end)
        clause = open_clause(article, timeline, at, chunk_end)
        if clause.doer is None or clause.doer[0] != at or clause.verb is None:
            continue
        # "giao việc để mọi người làm, xã hội làm": who works there is a part of what the work is for.
        if not ordered and article.plain[at].islower() and " để " in low[work:chunk_start]:
            continue
        if not ordered and _is_bare_kind(article, at) and _ends_in_doer(article, begin, chunk_start - 1):
            continue
        whom = skip(low, behind_verbs(article, work, chunk_start - 1), chunk_start - 1, " ")
        whom += 4 if low.startswith(("với ", "cho "), whom) else 0
        if ordered or (whom < chunk_start - 1 and doer_at(article, whom) is None):
            parts.append((begin, chunk_start - 1))
            begin, work = at, clause.work
    return [*parts, (begin, end)]


def _is_bare_kind(article: Article, at: int) -> bool:
    """Whether a kind of body in one word stands at ``at`` ("ngành"), which names none by itself."""
    doer = doer_at(article, at)
    return doer is not None and article.plain[at].islower() and " " not in article.low[at : doer.end]


def _ends_in_doer(article: Article, start: int, end: int) -> bool:
    """Whether a kind of body stands right before ``end``, in a row with what follows: "trụ sở của các bộ, ngành"."""
    last = word_before(article, "task_doer", end)
    return last is not None and last.start >= start and word_before(article, "task_doer", last.start) is not None


def _behind_giao(article: Article, start: int, end: int) -> tuple[int, bool]:
    """Behind the "và giao" of a clause at ``start``, and whether it has one."""
    at = skip(article.low, start, end, " ")
    carry_on = anchor_at(article, "task_carry_on", at)
    at = skip(article.low, carry_on.end, end, " ") if carry_on else at
    order = anchor_at(article, "task_directive", at)
    if order is None or order.value != "order" or not article.low.startswith("giao", at):
        return at, False
    return skip(article.low, order.end, end, " "), True


def _clause(
    article: Article, timeline: Timeline, start: int, end: int, rule: str, *, first: bool, told: bool, of: int
) -> list[Piece]:
    """The tasks of one clause; semicolons part the work into ``of`` stretches; ``told`` as in open_clause."""
    low = article.low
    reason = next((at for at, _ in chunks(low, start, end, ",")[1:] if low.startswith(_REASONS, at)), end + 1)
    end = trim_end(low, start, min(end, reason - 1))
    start = skip(low, start, end)
    if start >= end:
        return []
    clause = open_clause(article, timeline, start, end, told=told)
    if low.startswith("có thể ", clause.start):
        return []  # "…; có thể lập thêm tổ": what is allowed
    if not first and not clause.modal and _is_thing(article, start):
        return [Piece(start, end, _GOES_WITH)]  # "giám sát việc thu quỹ; các vấn đề mà dân quan tâm"
    if clause.verb is not None and clause.verb.value == "order" and clause.doer is None:
        # "…; đề nghị các xã tổ chức …": a lead-in of its own.
        inner = open_clause(article, timeline, clause.verb.end, end, told=True)
        clause = inner if inner.doer and inner.verb else clause
    if clause.verb is None:
        colon = low.find(":", clause.start, end)
        named = doer_at(article, clause.start) and colon >= 0
        if named and verb_chain(article, skip(low, colon + 1, end), end)[0]:
            return [Piece(skip(low, colon + 1, end), end, rule)]
        if not first and article.plain[start].isupper() and not doer_at(article, start):
            return [Piece(start, end, _GOES_WITH)]
        return [Piece(clause.start, end, rule)] if clause.start < end else []
    if clause.modal and _is_passive(article, clause, end):
        return [Piece(clause.start, end, rule)]
    at = _behind_leading(article, timeline, clause, end)
    spans = [(at, end)] if list_mark(article, start, end) else at_commas(article, at, end, listed=of >= _A_LIST)
    doer = clause.doer[0] if clause.doer else None
    alone = len(spans) == 1 and (not first or clause.doer_kind == "each")
    keeps = doer is not None and (alone or clause.doer_kind == "share")
    head = Piece(*spans[0], rule, doer, keeps)
    found = [head, *(Piece(a, b, "goes on") for a, b in spans[1:])]
    return [piece for piece in found if says_what(article, piece.start, piece.end)]


def _is_thing(article: Article, start: int) -> bool:
    """Whether a thing is named at ``start``, which does no work: "các vấn đề …", "việc …"."""
    low = article.low
    many = next((len(word) for word in ("các ", "những ", "một số ") if low.startswith(word, start)), 0)
    if not many:
        return low.startswith(_THINGS, start)
    thing = anchor_at(article, "task_nominal", start + many)
    return thing is not None and thing.value != "body"


def _is_passive(article: Article, clause: Clause, end: int) -> bool:
    """Whether the clause says what is to be done to its subject: "cần được đổi mới", "cần tiếp tục được đổi mới"."""
    low = article.low
    behind = skip(low, verb_chain(article, clause.work, end)[1], end, " ")
    return low.startswith("được ", clause.work) or low.startswith("được ", behind)


def _behind_leading(article: Article, timeline: Timeline, clause: Clause, end: int) -> int:
    """ "tiếp tục lãnh đạo, chỉ đạo Ban Dân vận … tiếp tục làm tốt": the work is what the body that is led does."""
    if article.low.endswith("lãnh đạo, chỉ đạo", clause.work, clause.chain_end):
        led = open_clause(article, timeline, clause.chain_end, end, told=True)
        if led.doer and led.verb:
            return led.work
    return clause.work
