"""Where work opens in a sentence: behind "đồng chí đề nghị", behind a time to come, behind "nhiệm vụ trọng tâm như"."""

from __future__ import annotations

from danvan_cli.parsing.announcing import announced, only_counts, owed_below
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.clauses import Clause, open_clause, owed_at
from danvan_cli.parsing.continuing import goes_on, is_timed
from danvan_cli.parsing.demands import (
    ANSWERS,
    Work,
    end_of_quote,
    is_demand,
    is_past,
    is_task_verb,
    read_demand,
)
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.phrases import anchor_at, skip, trim_end
from danvan_cli.parsing.quotations import end_of_open_quote, is_quoted, quoted
from danvan_cli.parsing.subjects import LEAD_IN_WITHIN, is_private
from danvan_cli.parsing.timeline import Timeline

_LONGEST_STOP = 4
_ACCORDINGLY = ("theo đó", "cụ thể", "trong đó")
_ISSUED = (
    "ban hành",
    "có văn bản",
    "có công văn",
    "có công điện",
    "có chỉ thị",
    "ký ",
    "vừa có",
    "có thông báo",
    "ra công điện",
)
_BESIDE = (" đồng thời", " và")
_ANSWERED = (*ANSWERS, "advise", "report", "inform", "listen")
_GRANTS = ("bố trí ", "chuyển ", "sửa ", "nâng cấp ", "lắp ", "đầu tư ")


def find_work(
    article: Article, heading: Heading, timeline: Timeline, start: int, end: int, going_on: bool, spoken: bool = False
) -> Work | None:
    """The work that the sentence ``start:end`` sets, if it sets any.

    ``going_on`` says that the sentence follows one that sets tasks, so that a bare verb phrase goes on with them;
    ``spoken`` that it follows what a leader says, so that whoever must do something is told to.
    """
    if _is_question(article.low, start, end):
        return None
    end = trim_end(article.low, start, end)
    work = _find(article, heading, timeline, start, end, going_on, spoken)
    if work is not None and only_counts(article, work.start, work.end):
        return work._replace(start=work.end)
    return work


def _find(
    article: Article, heading: Heading, timeline: Timeline, start: int, end: int, going_on: bool, spoken: bool
) -> Work | None:
    if going_on and anchor_at(article, "task_mark", skip(article.low, start, end)):
        return Work(start, end, "list item", None)
    work = (
        announced(article, timeline, start, end, going_on)
        or quoted(article, timeline, start, end)
        or owed_below(article, start, end)
    )
    if work:
        return work
    said = end_of_quote(article.low, start, start + 1, end)
    if going_on and said == end:
        said = end_of_open_quote(article.low, start, end)
    clause = open_clause(article, timeline, start, said)
    if clause.modal != "must" and anchor_at(article, "section_event", skip(article.low, start, end)):
        going_on = False
    if article.low.startswith("chúng tôi ", clause.start) and not is_quoted(article, start):
        return None  # the paper itself: "Chúng tôi sẽ tiếp tục phản ánh."
    opens = clause.verb is not None and not is_past(article, start, clause, said) and not is_demand(article, clause)
    if opens and clause.framed:
        return Work(clause.start, said, "time to come", None)
    demanded = read_demand(article, heading, timeline, start, end)
    # "Không để vụ việc kéo dài, UBND tỉnh yêu cầu các xã …": the demand comes behind.
    leads = demanded is not None and clause.verb is not None and clause.verb.value == "keep"
    if opens and going_on and not leads and goes_on(article, heading, start, said, clause):
        return Work(clause.start, said, "goes on", None)
    if demanded:
        return demanded
    if going_on and clause.verb is None:
        owed = owed_at(article, clause.start, said)
        if owed is not None and not is_private(article, start, owed):
            # "Việc chi trả phải xong trước 30/9": what must be done is the subject itself.
            subject = article.low.startswith("việc ", clause.start)
            return Work(clause.start, said, "duty", None) if subject else Work(owed, said, "goes on", None)
    rule = _own_work(article, heading, start, clause, spoken) if opens else None
    return Work(clause.start, said, rule, None) if rule else _promised_beside(article, timeline, start, end)


def _told_by_document(article: Article, start: int) -> bool:
    """Whether the sentence at ``start`` says what the document demands whose issue the one before it tells."""
    low = article.low
    if not low.startswith(_ACCORDINGLY, start):
        return False
    behind = start
    while behind > 0 and low[behind - 1] in " \n":
        behind -= 1
    before = article.sentence_at(behind - 1) if behind else None
    if before is None or before.start >= start:
        return False
    issued = any(word in low[before.start : before.end] for word in _ISSUED)
    return issued and any(a.value == "document" for a in article.anchors_in("task_nominal", before.start, before.end))


def _promised_beside(article: Article, timeline: Timeline, start: int, end: int) -> Work | None:
    """What somebody in office will do beside what he did: "đã trả lời 5 ý kiến; đồng thời sẽ chuyển 3 ý kiến"."""
    low = article.low
    for modal in article.anchors_in("task_modal", start, end):
        near = max(start, modal.start - LEAD_IN_WITHIN)
        if modal.value != "will" or not low[near : modal.start].rstrip(" ,").endswith(_BESIDE):
            continue
        clause = open_clause(article, timeline, modal.start, end)
        if clause.verb is None or not (clause.verb.value in _ANSWERED or low.startswith(_GRANTS, clause.work)):
            continue
        said = article.anchors_in("task_directive", near, modal.start)
        spoken = article.anchors_in("task_leader", near, modal.start) or anchor_at(article, "task_doer", start)
        if spoken and not any(a.value == "hope" for a in said):
            return Work(clause.start, end, "promise", None)
    return None


def _is_question(low: str, start: int, end: int) -> bool:
    """Whether the sentence asks; a title in quotes that asks at its end ("làm rõ tin “Vì sao?”") does not count."""
    mark = low.find("?", max(start, end - _LONGEST_STOP), end)
    if mark < 0:
        return False
    titled = low[mark + 1 : mark + 2] == '"' and low.rfind('"', start, mark) > start
    return not titled


def _own_work(article: Article, heading: Heading, start: int, clause: Clause, spoken: bool) -> str | None:
    """The rule by which ``clause`` sets work without a verb of demanding, if it does."""
    if _is_duty(article, start, clause, spoken):
        return "duty"
    if is_task_verb(clause.verb) and clause.doer_kind in ("", "many") and _told_by_document(article, start):
        return "duty"
    # "Phấn đấu đến cuối năm, toàn huyện có 90% thôn đạt chuẩn": an aim without a subject.
    aims = clause.verb is not None and article.low.startswith("phấn đấu", skip(article.low, start, clause.chain_end))
    if aims and clause.doer is None and (spoken or is_timed(heading)):
        return "aim"
    if clause.doer is None or clause.doer_kind != "many" or clause.verb is None:
        return None
    # "Tỉnh phấn đấu thu hút thêm 100 dự án": what a body strives for.
    if article.low.startswith("phấn đấu", clause.verb.start):
        return "aim"
    return "announcement" if clause.modal == "will" and _answers(article, heading, clause, spoken) else None


def _is_duty(article: Article, start: int, clause: Clause, spoken: bool) -> bool:
    """Whether the clause says who must do what, in a leader's speech or as a document has it ("Theo đó, …")."""
    if clause.modal != "must" or not is_task_verb(clause.verb):
        return False
    if not (spoken or article.low.startswith("theo đó", start)) or is_private(article, start, clause.work):
        return False
    return clause.doer is not None or not clause.doer_kind


def _answers(article: Article, heading: Heading, clause: Clause, spoken: bool) -> bool:
    """Whether what a body will do is a task: in a report or a speech whatever it is, elsewhere what answers a case."""
    told = spoken or heading.reported_period is not None
    if anchor_at(article, "task_choice", clause.work) is not None:
        return False  # "chúng ta sẽ bầu Chủ tịch mới": what a meeting is for
    return is_task_verb(clause.verb) and (told or (clause.verb is not None and clause.verb.value in ANSWERS))
