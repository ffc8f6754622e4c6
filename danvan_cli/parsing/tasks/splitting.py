"""Cutting a stretch of demands into pieces of work: at semicolons, and at commas where a new main verb opens more."""

from __future__ import annotations

from typing import NamedTuple

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.clauses import (
    Clause,
    Timeline,
    anchor_at,
    chunks,
    doer_at,
    is_nominal,
    open_clause,
    skip,
    skip_mark,
    verb_chain,
)
from danvan_cli.parsing.leadins import Work, list_mark, trim_end

_LONGEST_DELEGATION = 200
_A_LIST = 3
_LONGEST_TASK = 600
_SHORT = 4
_KINDRED = ({"near", "listen"}, {"inspect", "solve"})
"""Groups whose verbs are steps of one work: to stay near the people and listen, to look into a case and settle it."""
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
    end = trim_end(article.low, start, end)
    at = skip_mark(article, start, end)
    if article.low[end - 1] == ":" or at >= end:
        return None
    clause = open_clause(article, timeline, at, end)
    if clause.verb is None and len(article.low[at:end].split()) < 6:
        return None
    return Piece(at, end, "list item")


def split_work(article: Article, timeline: Timeline, work: Work) -> list[Piece]:
    """The tasks that a stretch of text sets, in order."""
    pieces: list[Piece] = []
    segments = chunks(article.low, work.start, work.end, ";")
    for i, (start, end) in enumerate(segments):
        pieces += _segment(article, timeline, start, end, work, first=i == 0, of=len(segments))
    return pieces


def with_doers(pieces: list[Piece]) -> list[Piece]:
    """Put a doer back where it is named for one piece alone; one doer of several pieces goes with the lead-in."""
    resolved = []
    for i, piece in enumerate(pieces):
        alone = i + 1 == len(pieces) or pieces[i + 1].doer is not None or pieces[i + 1].rule != "goes on"
        start = piece.doer if piece.doer is not None and (piece.keeps_doer or alone) else piece.start
        resolved.append(piece._replace(start=start))
    return resolved


def _segment(
    article: Article, timeline: Timeline, start: int, end: int, work: Work, *, first: bool, of: int
) -> list[Piece]:
    """The tasks of one of the ``of`` stretches between semicolons."""
    low = article.low
    end = trim_end(low, start, end)
    start = skip(low, start, end)
    if start >= end:
        return []
    rule = work.rule if first else "goes on"
    clause = open_clause(article, timeline, start, end, told=first and work.directive is not None)
    if clause.verb is not None and clause.verb.value == "order" and clause.doer is None:
        # "…; đề nghị các xã tổ chức …": a lead-in of its own.
        inner = open_clause(article, timeline, clause.verb.end, end, told=True)
        clause = inner if inner.doer and inner.verb else clause
    if clause.verb is None:
        colon = low.find(":", clause.start, end)
        named = doer_at(article, clause.start) and colon >= 0
        if named and verb_chain(article, skip(low, colon + 1, end), end)[0]:
            return [Piece(skip(low, colon + 1, end), end, rule)]
        return [Piece(clause.start, end, rule)] if clause.start < end else []
    if clause.modal and low.startswith("được ", clause.work):
        return [Piece(clause.start, end, rule)]
    at = clause.work if of == 1 else _behind_delegation(article, clause, end)
    spans = [(at, end)] if list_mark(article, start, end) else _at_commas(article, at, end, listed=of >= _A_LIST)
    doer = clause.doer[0] if clause.doer and not (work.delegated and first) else None
    keeps = doer is not None and len(spans) == 1 and (not first or clause.doer_kind == "each")
    head = Piece(*spans[0], rule, doer, keeps)
    found = [head, *(Piece(a, b, "goes on") for a, b in spans[1:])]
    return [piece for piece in found if _says_what(article, piece)]


def _says_what(article: Article, piece: Piece) -> bool:
    """Whether the piece says what is to be done, not only that something is ("kiểm tra, xử lý")."""
    words = len(article.low[piece.start : piece.end].split())
    if words > _SHORT:
        return True
    verbs, _, _ = verb_chain(article, piece.start, piece.end)
    policy = bool(verbs) and verbs[0].value in _POLICY
    return policy or (words == _SHORT and _behind_verbs(article, piece.start, piece.end) < piece.end)


def _behind_delegation(article: Article, clause: Clause, end: int) -> int:
    """ "sẽ tiếp tục lãnh đạo, chỉ đạo Ban Dân vận … tiếp tục làm tốt": the work is what the one told to do it does."""
    if clause.verb is None or not _hands_on(article, clause):
        return clause.work
    verbs = article.anchors_in("task_verb", clause.work, min(end, clause.work + 60))
    steer = next((v for v in verbs if article.low.endswith("chỉ đạo", v.start, v.end)), None)
    if steer is None:
        return clause.work
    at = skip(article.low, steer.end, end, " ")
    doer = anchor_at(article, "task_doer", at)
    if doer is None or doer.value != "many":
        return clause.work
    for verb in article.anchors_in("task_verb", at + 1, min(end, at + _LONGEST_DELEGATION)):
        if verb.value not in ("noun", "tail", "keep") and not is_nominal(article, verb.start):
            return verb.start
    return clause.work


def _hands_on(article: Article, clause: Clause) -> bool:
    """Whether the row of verbs hands the work on: "lãnh đạo, chỉ đạo …" itself, or "tham mưu … chỉ đạo …"."""
    row = article.low[clause.work : clause.chain_end]
    return row.endswith(("chỉ đạo", "tham mưu"))


def _at_commas(article: Article, start: int, end: int, *, listed: bool) -> list[tuple[int, int]]:
    """``start:end`` cut at the commas behind which a new main verb opens a new piece of work.

    Where semicolons already part the list (``listed``), a comma parts only verbs of policy ("làm tốt …, nâng cao …").
    """
    low = article.low
    parts = chunks(low, start, end, ",")
    pieces: list[tuple[int, int]] = []
    begin = start
    for chunk_start, chunk_end in parts[1:]:
        at = _behind_and(article, chunk_start, chunk_end)
        if _opens_new_work(article, begin, chunk_start - 1, at, chunk_end, listed=listed):
            pieces.append((begin, chunk_start - 1))
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


def _opens_new_work(article: Article, begin: int, comma: int, at: int, chunk_end: int, *, listed: bool) -> bool:
    """Whether the verb phrase at ``at`` is a new piece of work beside ``begin:comma``."""
    low = article.low
    verbs, stop, _ = verb_chain(article, at, chunk_end)
    begin = max(begin, comma - _LONGEST_TASK)
    if not verbs or verbs[0].value in ("tail", "keep"):
        return False
    group = verbs[0].value
    object_start = _behind_verbs(article, begin, comma)
    # "đổi mới, nâng cao chất lượng …": verbs that share the object that is still to come.
    if not low[object_start:comma].strip(" ,"):
        return False
    bare = skip(low, stop, chunk_end, " ") >= chunk_end
    if group == "focus":
        rest = skip(low, stop, chunk_end, " ")
        return len(verbs) > 1 or low.startswith(("công tác ", "việc "), rest)
    if group == "press":
        return True
    if bare:
        return False
    if article.anchors_in("task_purpose", object_start, comma):
        return False
    others = _lets_others_work(article, begin, object_start, comma)
    if others == "people" or (others == "body" and group != "raise"):
        return False
    row = verb_chain(article, begin, comma)[0]
    policy = bool(row) and row[0].value in _POLICY
    if group == "raise":
        return policy
    if listed and not (row and row[-1].value == "press"):
        return False
    head = _head_group(article, begin, comma)
    if any({group, head} <= kindred for kindred in _KINDRED):
        return False
    return head not in (group, "go") and not _row_goes_on(article, object_start, comma)


def _behind_verbs(article: Article, start: int, end: int) -> int:
    """Behind the row of verbs at ``start``, joined by commas or "và", where their object begins."""
    verbs, stop, _ = verb_chain(article, start, end)
    while verbs:
        if verbs[-1].value == "near":
            return verbs[-1].start
        at = skip(article.low, stop, end, " ,")
        if article.low.startswith("và ", at):
            at += 3
        if at == stop:
            break
        verbs, after, _ = verb_chain(article, at, end)
        stop = after if verbs else stop
    return stop


def _head_group(article: Article, begin: int, comma: int) -> str:
    """The group of the verb that names the work: "tiếp tục đổi mới" is of the group of "đổi mới"."""
    verbs, _, _ = verb_chain(article, begin, comma)
    return verbs[-1].value if verbs else ""


def _row_goes_on(article: Article, object_start: int, comma: int) -> bool:
    """Whether a verb behind the comma stands in a row with words before it.

    "làm tốt công tác tiếp dân, giải quyết đơn thư": the verbs behind "công tác" are nouns in a row; "báo cáo sơ kết,
    tổng kết việc …": a verb right before the comma still waits for its object.
    """
    at = skip(article.low, object_start, comma, " ")
    noun = anchor_at(article, "task_row", at)
    if noun and anchor_at(article, "task_verb", skip(article.low, noun.end, comma, " ")):
        return True
    return any(v.end == comma for v in article.anchors_in("task_verb", max(object_start, comma - 40), comma))


def _lets_others_work(article: Article, begin: int, object_start: int, comma: int) -> str:
    """Whom the verbs at ``begin`` move to work: "people", a "body" or nobody.

    "vận động nhân dân hiến đất, góp công": what follows the comma is still what the people are moved to do.
    """
    moved = [m.value for m in article.anchors_in("task_causative", begin, comma) if m.end <= object_start + 1]
    return "people" if "people" in moved else moved[0] if moved else ""
