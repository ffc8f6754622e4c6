"""Who demands: somebody in office here and now, or private people, a document told of, a subordinate clause."""

from __future__ import annotations

from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.phrases import anchor_at, chunks, nominal_before, skip

LEAD_IN_WITHIN = 400
_PRESENTED_IN = 2
_LONGEST_SYLLABLE = 12
_SUBORDINATORS = ("sau khi ", "khi ", "nếu ", "theo ", "được ", "trước khi ")
_TO_WHOM = ("cho ", "với ", "gửi ", "tới ", "đến ")
"""Before whom something is done to, who demands nothing."""
_ISSUING = ("ban hành ", "ký ", "gửi ", "vừa có ", "phát đi ")
_SUBORDINATE = frozenset({"được", "do", "mà", "nếu"})
"""Words that make a demand part of something else: "nhiệm vụ do Tỉnh ủy giao", "nếu thấy sai sẽ yêu cầu …"."""


def led_before(article: Article, start: int, at: int) -> bool:
    """Whether somebody in office is the subject of what stands before ``at``."""
    return bool(article.anchors_in("task_leader", start, at))


def has_subject(article: Article, heading: Heading, directive: Anchor, start: int, end: int) -> bool:
    """Whether somebody in office demands here and now: no noun, no subordinate clause, nobody private, nothing done."""
    low = article.low
    near = max(start, directive.start - LEAD_IN_WITHIN)
    before = low[near : directive.start]
    clause_start = near + 1 + max(before.rfind(mark) for mark in ",;:")
    together = before.rfind(" đồng thời ")
    if together >= 0:
        clause_start = max(clause_start, near + together + 1)
    if before.endswith(" và ") and led_before(article, near, directive.start):
        clause_start = directive.start  # "Bí thư ghi nhận những kết quả mà xã đạt được và mong muốn …"
    noun = nominal_before(article, directive.start)
    if noun and not _after_modal_or_past(low, directive.start):
        # "Văn bản nêu rõ: …", "ban hành văn bản yêu cầu …" demand, "có văn bản đề nghị …" does not.
        if noun.value != "document":
            return False
        issued = low.startswith(("yêu cầu", "giao"), directive.start) and low.endswith(_ISSUING, near, noun.start)
        return noun.start == skip(low, clause_start, end) or (issued and heading.reported_period is None)
    if before.rstrip().endswith("để") or low.startswith((" được ", " xin "), directive.end):
        return False  # "đề nghị được nghỉ": asked for oneself
    if low.startswith(_SUBORDINATORS, skip(low, clause_start, end)):
        return False
    if _is_resident(article, near, directive.start) or _speaks_for_people(article, near, clause_start, directive.start):
        return False
    if is_private(article, clause_start, directive.start) or _is_asked(article, start, directive.start):
        return False
    if _SUBORDINATE & set(low[clause_start : directive.start].split()):
        return False
    leader = bool(article.anchors_in("task_leader", near, directive.start))
    done = before.rstrip().endswith(("đã", "vừa", "đã trực tiếp", "cũng đã"))
    if directive.value == "steer" and " việc " in low[clause_start : directive.start]:
        return False  # "kiểm tra việc UBND tỉnh chỉ đạo thu hồi đất": what was done
    if directive.value == "steer":
        return leader or bool(article.anchors_in("task_doer", clause_start, directive.start))
    if done and not leader:
        return heading.reported_period is None and low.startswith(("giao", "yêu cầu"), directive.start)
    return True


def _is_resident(article: Article, start: int, at: int) -> bool:
    """Whether who demands at ``at`` is presented by the place that he lives in: "Bà Lan (tổ dân phố số 9) đề nghị"."""
    low = article.low
    parts = [(a, b) for a, b in chunks(low, start, at, ",;:") if a < b][-_PRESENTED_IN:]
    if low[at - 2 : at - 1] == ")":
        parts = [(low.rfind("(", start, at) + 1, at - 1), *parts]
    lives = any(anchor_at(article, "task_residence", skip(low, *part)) for part in parts)
    return lives and bool(article.anchors_in("task_person", start, at))


def _speaks_for_people(article: Article, start: int, clause_start: int, at: int) -> bool:
    """Whether the demand at ``at`` has no subject of its own behind its comma, and the one before it is people's."""
    if skip(article.low, clause_start, at, " ,") < at or article.anchors_in("task_leader", start, at):
        return False
    parts = chunks(article.low, start, clause_start - 1, ",;:")[-_PRESENTED_IN:]
    for part in parts:
        begin = skip(article.low, *part)
        for people in article.anchors_in("task_private", begin, part[1]):
            # "đồng chí Phan Kỳ Anh ghi nhận; lưu ý …": a name is no pronoun; "đoàn nghe … của cử tri; đề nghị …".
            named = article.plain[people.start].isupper() and people.start > begin
            subject = not article.anchors_in("task_doer", begin, people.start)
            if people.value != "office" and not named and subject:
                return True
    return False


def _is_asked(article: Article, start: int, at: int) -> bool:
    """Whether ``at`` stands in a list of what people ask for: "Có 35 ý kiến của người dân: …; đề nghị lắp camera"."""
    colon = article.low.rfind(":", start, at)
    if colon < 0 or article.anchors_in("task_leader", colon, at):
        return False
    return is_private(article, max(start, colon - LEAD_IN_WITHIN), colon)


def is_private(article: Article, start: int, end: int) -> bool:
    """Whether ``start:end`` names people who hold no office."""
    return any(
        anchor.value != "office"
        and not _is_part_of_name(article.plain, anchor.start)
        and not article.low.endswith(_TO_WHOM, start, anchor.start)
        for anchor in article.anchors_in("task_private", start, end)
    )


def _is_part_of_name(plain: str, at: int) -> bool:
    """Whether the word at ``at`` is a part of a name ("Võ Tuấn Anh"), behind another word with a capital."""
    if not plain[at].isupper() or plain[at - 1 : at] != " ":
        return False
    before = plain.rfind(" ", max(0, at - _LONGEST_SYLLABLE), at - 1) + 1
    return before > 0 and plain[before].isupper()


def is_foreign(article: Article, start: int, end: int) -> bool:
    """Whether ``start:end`` names the envoy of another country."""
    return any(anchor.value == "foreign" for anchor in article.anchors_in("task_private", start, end))


def _after_modal_or_past(low: str, start: int) -> bool:
    return low[max(0, start - 8) : start].rstrip().endswith(("đã", "đang", "cũng", "sẽ"))
