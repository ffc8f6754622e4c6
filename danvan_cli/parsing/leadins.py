"""Where work opens in a sentence: behind "đồng chí đề nghị", behind a time to come, behind "nhiệm vụ trọng tâm như"."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.clauses import (
    Clause,
    anchor_at,
    chunks,
    doer_at,
    open_clause,
    owed_at,
    skip,
    skip_mark,
    verb_chain,
)
from danvan_cli.parsing.demands import (
    ANSWERS,
    LEAD_IN_WITHIN,
    MOST_OPENERS,
    NOUN_TO_COLON,
    SAYING,
    Work,
    end_of_quote,
    is_demand,
    is_foreign,
    is_past,
    is_private,
    is_task_verb,
    read_demand,
)
from danvan_cli.parsing.heading import Heading
from danvan_cli.parsing.timeline import Timeline

_PERSON_WITHIN = 160
_LONGEST_STOP = 4
_FRAME_BEHIND = 90
_LONGEST_ATTRIBUTION = 120
_MODAL_TO_COLON = 60
_LONGEST_PARTICIPLE = 6
_LONGEST_QUOTE = 600
_LONGEST_COUNT = 110
_WORDS_BEHIND_COUNT = 4
_SOME_FEW = frozenset(["mấy", "số", "các", "những", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám"])
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
_URGENTLY = ("khẩn trương ", "nghiêm túc ", "chủ động ", "sớm ", "kịp thời ", "tăng cường ", "đẩy mạnh ")
_BESIDE = (" đồng thời", " và")
_ANSWERED = (*ANSWERS, "advise", "report", "inform", "listen")
_GRANTS = ("bố trí ", "chuyển ", "sửa ", "nâng cấp ", "lắp ", "đầu tư ")
_UNDER_WAY = frozenset(["đang", "hiện"])
_URGED = ("press", "raise", "inform", "advise")
_HANDED = ("inspect", "solve", "press", "raise", "inform", "advise", "hold")
_HANDED_WITHIN = 900
_ALL_OF = ("các ", "mỗi ", "từng ", "tất cả ", "toàn ")


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
    if work is not None and _only_counts(article, work.start, work.end):
        return work._replace(start=work.end)
    return work


def _find(
    article: Article, heading: Heading, timeline: Timeline, start: int, end: int, going_on: bool, spoken: bool
) -> Work | None:
    if going_on and anchor_at(article, "task_mark", skip(article.low, start, end)):
        return Work(start, end, "list item", None)
    work = (
        _announced(article, timeline, start, end, going_on)
        or _quoted(article, timeline, start, end)
        or _owed_below(article, start, end)
    )
    if work:
        return work
    said = end_of_quote(article.low, start, start + 1, end)
    if going_on and said == end:
        said = _end_of_open_quote(article.low, start, end)
    clause = open_clause(article, timeline, start, said)
    if clause.modal != "must" and anchor_at(article, "section_event", skip(article.low, start, end)):
        going_on = False
    if article.low.startswith("chúng tôi ", clause.start) and not _is_quoted(article, start):
        return None  # the paper itself: "Chúng tôi sẽ tiếp tục phản ánh."
    opens = clause.verb is not None and not is_past(article, start, clause, said) and not is_demand(article, clause)
    if opens and clause.framed:
        return Work(clause.start, said, "time to come", None)
    demanded = read_demand(article, heading, timeline, start, end)
    # "Không để vụ việc kéo dài, UBND tỉnh yêu cầu các xã …": the demand comes behind.
    leads = demanded is not None and clause.verb is not None and clause.verb.value == "keep"
    if opens and going_on and not leads and _goes_on(article, heading, start, said, clause):
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


def _only_counts(article: Article, start: int, end: int) -> bool:
    """Whether ``start:end`` names no more than how many works follow: "tập trung vào mấy việc lớn. Một là, …"."""
    following = skip(article.low, end, min(len(article.low), end + _LONGEST_STOP), " .:;\n")
    if end - start > _LONGEST_COUNT or skip_mark(article, following, len(article.low)) == following:
        return False
    for noun in article.anchors_in("task_list", start, end):
        before = article.low[start : noun.start].split()
        counted = bool(before) and (before[-1] in _SOME_FEW or before[-1].isdigit())
        if counted and len(article.low[noun.end : end].split()) <= _WORDS_BEHIND_COUNT:
            return True
    return False


def _own_work(article: Article, heading: Heading, start: int, clause: Clause, spoken: bool) -> str | None:
    """The rule by which ``clause`` sets work without a verb of demanding, if it does."""
    if _is_duty(article, start, clause, spoken):
        return "duty"
    if is_task_verb(clause.verb) and clause.doer_kind in ("", "many") and _told_by_document(article, start):
        return "duty"
    # "Phấn đấu đến cuối năm, toàn huyện có 90% thôn đạt chuẩn": an aim without a subject.
    aims = clause.verb is not None and article.low.startswith("phấn đấu", skip(article.low, start, clause.chain_end))
    if aims and clause.doer is None and (spoken or _is_timed(heading)):
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


def _owed_below(article: Article, start: int, end: int) -> Work | None:
    """ "Theo văn bản, các cơ quan phải:", "các xã cần làm tốt:": what is owed stands on the lines below."""
    low = article.low
    if end == start or low[end - 1] != ":":
        return None
    near = max(start, end - _MODAL_TO_COLON)
    for modal in article.anchors_in("task_modal", near, end):
        if not modal.value or any(c in ",;:." for c in low[modal.end : end - 1]):
            continue
        before = max(start, modal.start - LEAD_IN_WITHIN)
        if article.anchors_in("task_doer", before, modal.start) and not is_private(article, before, modal.start):
            return Work(end, end, "announced list", None)
    return None


def trim_end(low: str, start: int, end: int) -> int:
    """``end`` without the stop, ellipsis and end mark of a sentence."""
    quotes = low.count('"', start, end)
    while end > start:
        if low[end - 1] == ":" and low[end - 2 : end - 1].isalnum():
            break
        if low[end - 1] == '"':
            if quotes % 2 == 0:
                break
            quotes -= 1
        elif low[end - 1] not in " .…/;,:!?":
            break
        end -= 1
    return end


def _answers(article: Article, heading: Heading, clause: Clause, spoken: bool) -> bool:
    """Whether what a body will do is a task: in a report or a speech whatever it is, elsewhere what answers a case."""
    told = spoken or heading.reported_period is not None
    if anchor_at(article, "task_choice", clause.work) is not None:
        return False  # "chúng ta sẽ bầu Chủ tịch mới": what a meeting is for
    return is_task_verb(clause.verb) and (told or (clause.verb is not None and clause.verb.value in ANSWERS))


def _is_timed(heading: Heading) -> bool:
    """Whether the article reports a period or plans one."""
    return heading.reported_period is not None or heading.planned_period is not None


def _goes_on(article: Article, heading: Heading, start: int, end: int, clause: Clause) -> bool:
    """A verb phrase goes on with the tasks before; so does a doer with a modal, and in a report or plan one without."""
    if clause.verb is None or (clause.verb.value == "tail" and not clause.modal):
        return False
    told_on = article.low.startswith("đồng thời", start) or article.low[max(0, start - 3) : start].rstrip().endswith(
        ":"
    )
    bare = clause.doer is not None and clause.doer_kind not in ("each", "share") and not clause.modal
    if bare and not told_on and not _is_timed(heading) and not _is_urged(article, start, clause):
        return False  # what somebody does is news there
    if clause.modal == "will" and article.low.startswith("được ", clause.work):
        return False  # what will be done to a thing is news of it
    if _speaker_behind(article, clause, end):
        return False
    # A sentence about a person, or about what a person says, is a new one.
    reach = min(end, start + _PERSON_WITHIN)
    parts = chunks(article.low, start, reach, ",")[:2]
    if any(anchor_at(article, "task_person", skip(article.low, *part)) for part in parts):
        return False
    person = next(iter(article.anchors_in("task_person", start, reach)), None)
    said = article.anchors_in("task_directive", person.end, reach) if person else []
    return not any(anchor.value in SAYING for anchor in said)


def _is_urged(article: Article, start: int, clause: Clause) -> bool:
    """Whether a body's work goes on with a demand of its paragraph: "Các xã rà soát …", "UBND xã khẩn trương …"."""
    doing = _UNDER_WAY & set(article.low[start : clause.work].split())
    if doing or (clause.doer and article.anchors_in("task_leader", *clause.doer)):
        return False
    if _is_handed_out(article, start, clause):
        return True
    urged = article.low.startswith(_URGENTLY, clause.work)
    if urged and clause.doer is not None and clause.doer_kind == "many":
        return True
    sentence = article.sentence_at(start)
    if sentence is None or sentence.line.start == sentence.start or clause.doer is None:
        return False
    plural = article.low.startswith(_ALL_OF, clause.doer[0])
    urged = anchor_at(article, "task_adverb", clause.work) is not None
    told = clause.verb is not None and clause.verb.value in _URGED
    # News of what a body did has days and figures in it.
    figures = any(c.isdigit() for c in article.low[start : sentence.end])
    return plural or urged or told or not figures


def _is_handed_out(article: Article, start: int, clause: Clause) -> bool:
    """Whether a named body goes on with the work that was handed out just before: "Chủ tịch giao Sở A …. Sở B …"."""
    if clause.doer is None or clause.verb is None or not article.plain[clause.doer[0]].isupper():
        return False
    if clause.verb.value not in _HANDED and not article.low.startswith(("chủ trì", "phối hợp"), clause.work):
        return False
    near = article.anchors_in("task_directive", max(0, start - _HANDED_WITHIN), start)
    return any(a.value == "order" and article.low.startswith("giao", a.start) for a in near)


def _speaker_behind(article: Article, clause: Clause, end: int) -> bool:
    """Whether the clause only says how somebody comes to speak: "Giải trình thêm, Bộ trưởng … khẳng định"."""
    low = article.low
    reach = min(end, clause.start + _PERSON_WITHIN)
    parts = chunks(low, clause.start, reach, ",")
    if clause.doer or len(parts) < 2 or len(low[slice(*parts[0])].split()) > _LONGEST_PARTICIPLE:
        return False
    at = skip(low, *parts[1])
    said = any(a.value in SAYING or a.value == "order" for a in article.anchors_in("task_directive", at, parts[1][1]))
    return said and (article.plain[at : at + 1].isupper() or anchor_at(article, "task_leader", at) is not None)


def _quoted(article: Article, timeline: Timeline, start: int, end: int) -> Work | None:
    """ "“Các xã cần …”, đồng chí … nhấn mạnh": a demand in quotes, with who makes it behind them."""
    low = article.low
    close = low.rfind('"', start, end)
    if close == start:
        # The quotation goes on in the next sentences of its paragraph, with who makes it behind them.
        reach = min(len(low), start + _LONGEST_QUOTE)
        line_end = low.find("\n", end, reach)
        limit = line_end if line_end >= 0 else reach
        close = low.find('"', end, limit)
        if close < 0:
            return None
        stop = low.find(".", close, limit)
        return _told(article, timeline, start, end, (close, stop if stop >= 0 else limit))
    return _told(article, timeline, start, close, (close, end)) if close >= 0 else None


def _is_quoted(article: Article, start: int) -> bool:
    """Whether the sentence at ``start`` opens with, or stands in, a quotation."""
    sentence = article.sentence_at(start)
    begin = sentence.line.start if sentence else start
    return article.low[start : start + 1] == '"' or article.low.count('"', begin, start) % 2 == 1


def _end_of_open_quote(low: str, start: int, end: int) -> int:
    """Where the quotation that an earlier sentence opened ends ("Không để dân chờ”, ông … nói"), else ``end``."""
    close = low.find('"', start + 1, end)
    if close < 0 or low.count('"', start, end) % 2 == 0 or not low.startswith((",", " -"), close + 1):
        return end
    return close


def _told(article: Article, timeline: Timeline, start: int, close: int, told: tuple[int, int]) -> Work | None:
    """The demand that opens a quotation ``start:close``; ``told`` runs from its end to that of who makes it."""
    low, (opened, end) = article.low, told
    after = skip(low, opened + 1, end, " ,-.")
    if after >= end or end - after > _LONGEST_ATTRIBUTION:
        return None
    said = [a for a in article.anchors_in("task_directive", after, end) if a.value != "noun"]
    if not said or not article.anchors_in("task_leader", after, end) or is_private(article, after, end):
        return None
    clause = open_clause(article, timeline, start, close)
    if clause.verb is None or is_past(article, start, clause, close):
        return None
    if clause.doer and is_private(article, *clause.doer):
        return None  # "“Người dân cần nhất là được trả lời”"
    promised = clause.modal == "will" and clause.doer and clause.verb.value in ANSWERS
    if clause.modal == "must" or promised or (said[-1].value == "order" and not clause.doer):
        return Work(clause.start, trim_end(low, start, close), "demand in quotes", said[-1].start)
    return None


def _announced(article: Article, timeline: Timeline, start: int, end: int, going_on: bool) -> Work | None:
    """ "… nhiệm vụ trọng tâm như: …", "… tập trung vào các nội dung:", "Báo cáo đề ra nhiệm vụ năm 2023: …"."""
    low = article.low
    for noun in article.anchors_in("task_list", start, end)[:MOST_OPENERS]:
        near = max(start, noun.start - LEAD_IN_WITHIN)
        future = any(frame.future for frame in timeline.between(near, min(end, noun.end + _FRAME_BEHIND)))
        said = [a.value for a in article.anchors_in("task_directive", near, noun.start)]
        demanded = "order" in said or (noun.value == "strong" and any(word in said for word in SAYING))
        if noun.value == "weak" and not demanded and _is_told_of(article, start, noun.start):
            continue
        if not (future or demanded or (going_on and noun.value == "strong")) or is_foreign(article, near, noun.start):
            continue
        limit = min(end, noun.end + NOUN_TO_COLON)
        colon = low.find(":", noun.end, limit)
        if colon >= 0 and not any(c in ";." for c in low[noun.end : colon]):
            if noun.value == "weak" and _lists_things(article, timeline, near, colon + 1, end):
                continue  # "đề nghị huyện làm rõ các nội dung: hiệu quả của Quỹ; …": objects of one verb
            return Work(skip(low, colon + 1, end), end, "announced list", _directive_before(article, near, noun.start))
        for word in (" như ", " gồm ", " là ", " trong đó ") if noun.value == "strong" else ():
            at = low.find(word, noun.end - 1, limit)
            if at < 0 or any(c in ";." for c in low[noun.end : at]):
                continue
            clause = open_clause(article, timeline, at + len(word), end)
            if clause.verb is not None and clause.doer is None and clause.verb.value != "tail":
                rule = "announced list"
                return Work(at + len(word), end, rule, _directive_before(article, near, noun.start))
    return None


def _lists_things(article: Article, timeline: Timeline, start: int, colon: int, end: int) -> bool:
    """Whether things are named behind the colon, which the verb before it is to be done to."""
    behind = skip(article.low, colon, end)
    if behind >= end or not article.low[behind].isalpha() or verb_chain(article, behind, end)[0]:
        return False
    doer = doer_at(article, behind)
    if doer is not None and doer.value != "topic":
        return False
    ordered = [a for a in article.anchors_in("task_directive", start, colon) if a.value == "order"]
    return bool(ordered) and open_clause(article, timeline, ordered[-1].end, colon, told=True).verb is not None


def _is_told_of(article: Article, start: int, at: int) -> bool:
    """Whether the noun at ``at`` names what was talked of or asked for: "đã trả lời ý kiến về các vấn đề: …"."""
    near = max(start, at - _PERSON_WITHIN)
    return " đã " in article.low[near:at] or is_private(article, near, at)


def _directive_before(article: Article, start: int, end: int) -> int | None:
    found = [a for a in article.anchors_in("task_directive", start, end) if a.value != "noun"]
    return found[-1].start if found else None


def list_mark(article: Article, start: int, end: int) -> bool:
    """Whether the line ``start:end`` is an item of a list."""
    return skip_mark(article, start, end) > start
