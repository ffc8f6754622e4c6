"""Sessions, models and tasks: what kind of work a cuộc, a mô hình or a nhiệm vụ is."""

from __future__ import annotations

from danvan_cli.parsing.article import Article
from danvan_cli.parsing.statistics.figure import Figure
from danvan_cli.parsing.statistics.topics import OTHER, Reading, Surroundings, Topic, has, topics
from danvan_cli.record import Indicator

_SESSIONS: dict[str, Indicator] = {
    "dialogue": "dialogues",
    "outreach": "outreach_sessions",
    "supervision": "supervisions",
    "other_session": "other",
}
# A topic that stands this close behind "cuộc" is its own; further on it may belong to something else.
_OWN_REACH = 24
_WEIGHTY = ("trọng tâm", "chủ yếu", "nhiệm vụ")
_WEIGHTY_REACH = 40


def sessions(article: Article, figure: Figure, around: Surroundings) -> Reading:
    """The indicator of meetings and events by what they are for, and the rule that found it."""
    own = next((topic for topic in around.inside if topic.value in _SESSIONS), None)
    leading = next((topic for topic in reversed(around.before) if topic.value in _SESSIONS), None)
    if own is not None and own.value == "other_session":
        own = _with_outreach(article, figure, own)
    near = own is not None and own.start - figure.end <= _OWN_REACH
    chosen = own if near else leading
    if chosen is not None:
        return Reading(_SESSIONS[chosen.value], f"sessions: {chosen.value}")
    previous = next((f for f in reversed(around.earlier) if f.kind == "session"), None)
    if previous is not None and previous.indicator is not None:
        return Reading(previous.indicator, "part of a figure of sessions")
    farther = own or next((topic for topic in around.heading if topic.value in _SESSIONS), None)
    return Reading(_SESSIONS[farther.value], f"sessions: {farther.value}") if farther is not None else OTHER


def _with_outreach(article: Article, figure: Figure, own: Topic) -> Topic:
    """Outreach where it is named beside another purpose: "57 lớp tập huấn, tuyên truyền pháp luật"."""
    following = topics(article, own.end, figure.tail)
    if not following or following[0].value != "outreach" or following[0].start - own.end != len(", "):
        return own
    counts_itself = article.low[following[0].end : following[0].end + 2].strip().isdigit()
    # "3 lớp tập huấn, tuyên truyền 12 buổi" are two figures.
    return own if counts_itself else Topic(own.start, own.end, "outreach")


def models(article: Article, figure: Figure, around: Surroundings) -> Reading:
    """The indicator of models: "Dân vận khéo" or a kind of their own, and the rule that found it."""
    if has(around.inside, "model"):
        return Reading("skilled_mobilization_models", 'models of "Dân vận khéo"')
    previous = next((f for f in reversed(around.earlier) if f.kind == "model"), None)
    if previous is not None and previous.indicator == "skilled_mobilization_models":
        return Reading("skilled_mobilization_models", "part of a figure of models")
    named = has(around.before, "model") or has(around.heading, "model")
    if named or (around.skilled and _is_bare(article, figure)):
        return Reading("skilled_mobilization_models", 'models where "Dân vận khéo" is the theme')
    return OTHER


def _is_bare(article: Article, figure: Figure) -> bool:
    """Whether the noun names no kind of model of its own ("mô hình tự quản" does, "mô hình đi vào hoạt động" not)."""
    at = figure.end
    while at < figure.tail and article.low[at] == " ":
        at += 1
    return at >= figure.tail or article.low[at] in ",.:" or article.anchors.at("model_goes_on", at) is not None


def tasks(article: Article, figure: Figure, around: Surroundings) -> Reading:
    """The indicator of tasks: the ones that an article announces ("12 nhiệm vụ trọng tâm"), and the rule."""
    if figure.number.part != "whole":
        return OTHER
    following = article.low[figure.end : min(figure.sentence.end, figure.end + _WEIGHTY_REACH)]
    if figure.words.startswith(("nhiệm vụ", "nhóm", "nội dung", "giải pháp")) and (
        "nhiệm vụ" in figure.words or any(word in following for word in _WEIGHTY)
    ):
        return Reading("key_tasks", "key tasks announced")
    announced = around.own == "announce" and figure.number.left - around.before[-1].end <= 1
    # A list follows ("lưu ý 4 việc trong năm 2024: một là …"), or sentences do ("nêu 3 yêu cầu đối với …").
    if announced and (":" in following or figure.words in ("yêu cầu", "việc")):
        return Reading("key_tasks", "key tasks announced")
    return OTHER
