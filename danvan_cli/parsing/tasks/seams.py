"""Where a comma parts two works: behind it a new main verb has an object of its own."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.phrases import anchor_at, chunks, doer_at, is_nominal, skip, verb_chain, word_before

_SHORT = 4
_LONGEST_TASK = 600
_LONGEST_SHORT = 60
_KINDRED = ({"near", "listen"}, {"inspect", "solve"})
"""Groups whose verbs are steps of one work: to stay near the people and listen, to look into a case and settle it."""
_POLICY = ("press", "raise", "focus", "near")


def says_what(article: Article, start: int, end: int) -> bool:
    """Whether ``start:end`` says what is to be done, not only that something is ("kiểm tra, xử lý")."""
    words = len(article.low[start : min(end, start + _LONGEST_SHORT)].split())
    if words > _SHORT or end - start > _LONGEST_SHORT:
        return True
    verbs, _, _ = verb_chain(article, start, end)
    policy = bool(verbs) and verbs[0].value in _POLICY
    return policy or (words == _SHORT and behind_verbs(article, start, end) < end)


def at_commas(article: Article, start: int, end: int, *, listed: bool) -> list[tuple[int, int]]:
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
            if says_what(article, begin, seam - 1) and _opens_new_work(
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
    object_start = behind_verbs(article, begin, comma)
    # "đổi mới, nâng cao chất lượng …", "khẩn trương, quyết tâm tìm …": what is still to come belongs to both.
    if not low[object_start:comma].strip(" ,") or verb_chain(article, begin, end)[1] > comma:
        return False
    behind = skip(low, behind_verbs(article, at, end), end, " ")
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
    # "các hoạt động xây dựng, kịp thời xử lý …": a verb with an adverb of its own is no noun in a row.
    own_adverb = anchor_at(article, "task_adverb", at) is not None
    if (not own_adverb and _row_goes_on(article, object_start, comma)) or (
        listed and not (row and row[-1].value in ("press", "raise"))
    ):
        return False
    head = row[-1].value if row else ""
    if own_adverb and head != "near":
        return True
    return not any({group, head} <= kindred for kindred in _KINDRED)


def behind_verbs(article: Article, start: int, end: int) -> int:
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
    doer = doer_at(article, skip(article.low, start, comma, " "))
    if doer is None or doer.value == "topic":
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
