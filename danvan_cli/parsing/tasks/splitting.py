"""Cutting a stretch of demands into pieces of work: at semicolons, and at commas where a new main verb opens more."""

from __future__ import annotations

import re
from typing import NamedTuple

from danvan_cli.lexicon import lower
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.clauses import (
    Clause,
    anchor_at,
    chunks,
    doer_at,
    is_nominal,
    open_clause,
    skip,
    skip_mark,
    verb_chain,
    word_before,
)
from danvan_cli.parsing.demands import Work
from danvan_cli.parsing.leadins import list_mark, trim_end
from danvan_cli.parsing.timeline import Timeline

_A_LIST = 3
_NUMBER = re.compile(r"\(\d{1,2}\) ")
_LONGEST_TASK = 600
_SHORT = 4
_LONGEST_SHORT = 60
_LONGEST_NAME = 80
_LONGEST_TOPIC = 100
_THINGS = tuple(map(lower, ("việc ", "hiệu quả ", "kết quả ", "chất lượng ", "tiến độ ", "trách nhiệm ", "công tác ")))
_TOPICS = ("về ", "đối với ", "công tác ", "lĩnh vực ")
_KINDRED = ({"near", "listen"}, {"inspect", "solve"})
"""Groups whose verbs are steps of one work: to stay near the people and listen, to look into a case and settle it."""
_GOES_WITH = "goes with the one before"
"""The rule of a named document in a row ("Chỉ thị số 1; Kế hoạch số 2"), which is an object of the verb before it."""
_REASONS = (" bởi ", " vì ")
_POLICY = ("press", "raise", "focus", "near")


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
        whom = skip(low, _behind_verbs(article, work, chunk_start - 1), chunk_start - 1, " ")
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
    spans = [(at, end)] if list_mark(article, start, end) else _at_commas(article, at, end, listed=of >= _A_LIST)
    doer = clause.doer[0] if clause.doer else None
    alone = len(spans) == 1 and (not first or clause.doer_kind == "each")
    keeps = doer is not None and (alone or clause.doer_kind == "share")
    head = Piece(*spans[0], rule, doer, keeps)
    found = [head, *(Piece(a, b, "goes on") for a, b in spans[1:])]
    return [piece for piece in found if _says_what(article, piece.start, piece.end)]


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


def _says_what(article: Article, start: int, end: int) -> bool:
    """Whether ``start:end`` says what is to be done, not only that something is ("kiểm tra, xử lý")."""
    words = len(article.low[start : min(end, start + _LONGEST_SHORT)].split())
    if words > _SHORT or end - start > _LONGEST_SHORT:
        return True
    verbs, _, _ = verb_chain(article, start, end)
    policy = bool(verbs) and verbs[0].value in _POLICY
    return policy or (words == _SHORT and _behind_verbs(article, start, end) < end)


def _behind_leading(article: Article, timeline: Timeline, clause: Clause, end: int) -> int:
    """ "tiếp tục lãnh đạo, chỉ đạo Ban Dân vận … tiếp tục làm tốt": the work is what the body that is led does."""
    if article.low.endswith("lãnh đạo, chỉ đạo", clause.work, clause.chain_end):
        led = open_clause(article, timeline, clause.chain_end, end, told=True)
        if led.doer and led.verb:
            return led.work
    return clause.work


def _at_commas(article: Article, start: int, end: int, *, listed: bool) -> list[tuple[int, int]]:
    """``start:end`` cut at the commas behind which a new main verb opens a new piece of work.

    Where semicolons already part the list (``listed``), a comma parts only verbs of policy ("làm tốt …, nâng cao …").
    """
    pieces: list[tuple[int, int]] = []
    begin = start
    for chunk_start, chunk_end in chunks(article.low, start, end, ","):
        seams = [chunk_start] if chunk_start > start else []
        # "xử lý nghiêm các vụ việc đồng thời công khai kết quả": a seam without a comma.
        together = article.anchors_in("task_carry_on", chunk_start + 1, chunk_end)
        seams += [word.start for word in together if word.value == "seam"]
        for seam in seams:
            at = _behind_and(article, seam, chunk_end)
            if _says_what(article, begin, seam - 1) and _opens_new_work(
                article, begin, seam - 1, at, end, listed=listed
            ):
                pieces.append((begin, seam - 1))
                begin = at
    pieces.append((begin, end))
    return pieces


def _behind_and(article: Article, start: int, end: int) -> int:
    at = skip(article.low, start, end, " ")
    carry_on = anchor_at(article, "task_carry_on", at)
    if carry_on is None:
        return at
    after = skip(article.low, carry_on.end, end, " ")
    return after if verb_chain(article, after, end)[0] else at


def _opens_new_work(article: Article, begin: int, comma: int, at: int, end: int, *, listed: bool) -> bool:
    """Whether the verb phrase at ``at`` is new work beside ``begin:comma``: each has an object of its own."""
    low = article.low
    verbs, _, _ = verb_chain(article, at, end)
    begin = max(begin, comma - _LONGEST_TASK)
    if not verbs or verbs[0].value in ("tail", "keep", "lead", "report"):
        return False
    group = verbs[0].value
    object_start = _behind_verbs(article, begin, comma)
    # "đổi mới, nâng cao chất lượng …", "khẩn trương, quyết tâm tìm …": what is still to come belongs to both.
    if not low[object_start:comma].strip(" ,") or verb_chain(article, begin, end)[1] > comma:
        return False
    behind = skip(low, _behind_verbs(article, at, end), end, " ")
    if group == "focus":
        return len(verbs) > 1 or low.startswith(("công tác ", "việc "), behind)
    row = verb_chain(article, begin, comma)[0]
    if row and row[-1].value == "steer" and _names_a_body_only(article, object_start, comma):
        return False
    if _waits_for_object(article, object_start, comma):
        return False
    if group == "press":
        return True
    # "đẩy mạnh cải cách hành chính, công khai, minh bạch": nouns in a row; so is "các kiến nghị, đề xuất của dân".
    if behind >= end or low[behind] == "," or anchor_at(article, "task_noun_behind", behind):
        return False
    # "khắc phục những tồn tại, hạn chế để phát triển": a verb that needs an object and has none is a noun.
    if group == "raise" and low.startswith((" để ", " nhằm "), verbs[0].end):
        return False
    if article.anchors_in("task_purpose", object_start, comma):
        return False
    if _moves_people(article, begin, object_start, comma):
        return False
    if group == "raise":
        return True
    if _row_goes_on(article, object_start, comma) or (listed and not (row and row[-1].value in ("press", "raise"))):
        return False
    head = row[-1].value if row else ""
    return not any({group, head} <= kindred for kindred in _KINDRED)


def _behind_verbs(article: Article, start: int, end: int) -> int:
    """Behind the row of verbs at ``start``, joined by commas or "và", where their object begins."""
    verbs, stop, _ = verb_chain(article, start, end)
    while verbs and verbs[-1].value != "near":
        at = skip(article.low, stop, end, " ,")
        if article.low.startswith("và ", at):
            at += 3
        if at == stop:
            break
        verbs, after, _ = verb_chain(article, at, end)
        stop = after if verbs else stop
    return verbs[-1].start if verbs and verbs[-1].value == "near" else stop


def _row_goes_on(article: Article, object_start: int, comma: int) -> bool:
    """Whether a verb behind the comma stands in a row with words before it.

    "làm tốt công tác tiếp dân, giải quyết đơn thư", "các hoạt động quảng bá …, xúc tiến …": the verbs behind "công tác"
    are nouns in a row; "báo cáo sơ kết, tổng kết việc …", "trong quá trình tiếp, giải quyết …": a verb right before the
    comma still waits for its object.
    """
    at = skip(article.low, object_start, comma, " ")
    at += next((len(word) for word in ("các ", "những ") if article.low.startswith(word, at)), 0)
    last = article.low.rfind(" ", object_start, comma)
    process = word_before(article, "task_process", last) if last > 0 else None
    if process is not None and process.start >= object_start:
        return True
    noun = anchor_at(article, "task_row", at)
    if noun and anchor_at(article, "task_verb", skip(article.low, noun.end, comma, " ")):
        return True
    return any(v.end == comma for v in article.anchors_in("task_verb", max(object_start, comma - 40), comma))


def _waits_for_object(article: Article, start: int, comma: int) -> bool:
    """Whether a body's verb right before the comma shares its object: "tham mưu cấp ủy quán triệt, triển khai …"."""
    if doer_at(article, skip(article.low, start, comma, " ")) is None:
        return False
    last = [v for v in article.anchors_in("task_verb", start, comma) if v.end == comma and v.value != "noun"]
    return bool(last) and last[0].start > start and not is_nominal(article, last[0].start)


def _names_a_body_only(article: Article, start: int, end: int) -> bool:
    """Whether ``start:end`` only says who is led: "chỉ đạo các ngành chức năng, tiếp tục rà soát …" is one work."""
    at = skip(article.low, start, end, " ")
    return doer_at(article, at) is not None and not any(
        verb.value != "noun" and not is_nominal(article, verb.start)
        for verb in article.anchors_in("task_verb", at + 1, end)
    )


def _moves_people(article: Article, begin: int, object_start: int, comma: int) -> bool:
    """Whether the verbs at ``begin`` move people to work: "vận động nhân dân hiến đất, góp công" is one work."""
    return any(moved.end <= object_start + 1 for moved in article.anchors_in("task_causative", begin, comma))
