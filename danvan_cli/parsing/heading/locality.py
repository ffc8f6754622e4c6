"""Whose work the article is about: the tier of the body, and the province, district and commune it lies in.

The tier is that of whoever holds the event; else of the first body in the headline, else in the lead. The province is
the one that most evidence names: bodies and places of the headline and the lead count most, the paper's own province
some, mere mentions in the text least.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import get_args

from danvan_cli.lexicon import fold
from danvan_cli.lexicon.places import ERA_CHANGE, districts
from danvan_cli.lexicon.places import province as province_named
from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.heading.opening import Opening
from danvan_cli.parsing.places import PlaceMention
from danvan_cli.record import Level, Locality

_IN_TITLE, _IN_FIRST, _IN_LEAD, _OF_OUTLET, _IN_TEXT = 6.0, 4.0, 2.0, 3.0, 0.25
_MOST_OF_TEXT = 2.0
_OF_VENUE = 0.75
"""Part of its weight that a place has after "tại": others may only have met there."""
_LEVELS = get_args(Level)
# "làm việc với Huyện ủy …"; "kiểm tra công tác dân vận tại huyện …".
_VISITS = re.compile(fold(r"\blàm việc (?:với|tại)\s|\b(kiểm tra|giám sát|khảo sát)\s[^,.;:()]{3,70}?\s(?:tại|ở)\s"))
_NEXT_PLACE = 4
_VISIT_REACH = 600
"""Characters of the headline and of the first sentence in which a visit is told."""
_CLAUSE_END = re.compile(fold(r"[,.;:()]|\bvề\b"))
_HOST_REACH = 80
_CAMPAIGN_REACH = 70
"""Characters from "Ban Chỉ đạo" over what it steers to the place that it is of."""
_BY = re.compile(r"\b(?:được|do|bị)\s+$")
# Assigning somebody is the centre's act; "chuẩn y", "phê chuẩn" only confirm what the place itself has decided.
_APPOINTS = re.compile(fold(r"\s+(?:phân công|điều động|luân chuyển)"))
_PARTIES = ("giữa ", " do ")
"""What makes the next body act, though "tại" stands before it: "tại buổi làm việc giữa UBND tỉnh với …"."""
# Whoever comes to an event ("Dự lễ có …") need not be whose work it is.
_GUESTS = re.compile(
    r"\W{0,3}" + fold(r"(?:(?:cùng|tham|đến|về|tới) )?dự\b(?! (?:án|kiến|thảo|báo|toán|phòng|luật|bị|tính|đoán)\b)")
)
_TAKES_OFFICE = re.compile(fold(r"\b(?:giữ chức(?: vụ)?|được bầu(?: làm| giữ)?|trở thành|làm|về làm|thay)\s"))
_SUBJECT_WORDS = 5
_NO_SUBJECT = re.compile(fold(r"\b(?:tại|ở|về|thăm|với|từ|cho|đến|tới|và|của) (?:\S+ )?$"))
# "chi nhánh quận Bình Thạnh, TPHCM": where a bank has a branch.
_BRANCH, _BRANCH_REACH = re.compile(fold(r"\bchi nhánh (?:[^\s.;]+ ){0,4}$")), 40
_VENUE = re.compile(r"\btại\s$")
_HELD_AT = re.compile(r"\b(?:tại|ở)\s")
# A seat on a central committee or in the assembly is a person's rank: it is not that committee's work.
_MEMBER = ("ủy viên ", "ủy viên dự khuyết ", "ủy viên ban chấp hành ", "ủy viên bch ", "đại biểu ")
_ANNIVERSARY = ("ngày truyền thống ", "ngày thành lập ", "năm thành lập ")
"""Whoever's anniversary is kept need not be there."""


def read_locality(article: Article, opening: Opening, places: list[PlaceMention], day: str | None) -> Locality:
    """The tier and the place; ``day`` chooses between the provinces before and since 2025-07-01."""
    scores = _province_scores(article, opening, places)
    best = max(scores, key=lambda name: scores[name]) if scores else None
    level = _level(article, opening, places, best)
    district = _district(opening, places, best) if level in ("district", "commune") else None
    if district and district[1]:
        best = best if best and any(d.province == best for d in districts().get(district[0], ())) else district[1]
    if level == "national":
        best = _in_title(opening, places)
    unit = province_named(best, day) if best else None
    return Locality(
        level=level,
        province=unit.name if unit else None,
        province_code=unit.code if unit else None,
        province_today=unit.today if unit else None,
        district=district[0] if district and not (day and day >= ERA_CHANGE) else None,
        commune=next((p.name for p in places if p.level == "commune"), None) if level == "commune" else None,
    )


def _zones(opening: Opening) -> list[tuple[int, int, float]]:
    title = opening.title_line
    zones = [(title.start, title.end, _IN_TITLE)] if title else []
    return zones + [
        (sentence.start, sentence.end, _IN_LEAD if i else _IN_FIRST) for i, sentence in enumerate(opening.lead)
    ]


def _province_scores(article: Article, opening: Opening, places: list[PlaceMention]) -> dict[str, float]:
    """How much speaks for each province, in order of text.

    A district whose name stands in several provinces ("Châu Thành") strengthens one that something else speaks for.
    """
    zones = _zones(opening)
    zones += [(line.start, line.end, _OF_OUTLET) for line in article.lines if line.kind == "outlet"]
    scores: dict[str, float] = {}
    seen: Counter[str] = Counter()
    for place in places:
        before = article.low[max(0, place.start - _BRANCH_REACH) : place.start]
        if place.province and not _BRANCH.search(before):
            weight = next((w for start, end, w in zones if start <= place.start < end), 0.0)
            if _VENUE.search(article.low, max(0, place.start - 5), place.start):
                weight *= _OF_VENUE
            scores[place.province] = scores.get(place.province, 0.0) + weight
            seen[place.province] += 1
    for name, count in seen.items():
        scores[name] += min(count * _IN_TEXT, _MOST_OF_TEXT)
    for outlet in opening.outlets:
        if outlet.province:
            scores[outlet.province] = scores.get(outlet.province, 0.0) + _OF_OUTLET / len(opening.outlets)
    for place in places:
        if place.level == "district" and not place.province:
            for district in districts().get(place.name, ()):
                if district.province in scores:
                    scores[district.province] += _IN_LEAD
    return scores


def _in_title(opening: Opening, places: list[PlaceMention]) -> str | None:
    title = opening.title_line
    if title is None:
        return None
    return next((p.province for p in places if title.start <= p.start < title.end and p.province), None)


def _bodies(article: Article, start: int, end: int) -> list[Anchor]:
    """Bodies that act in ``start:end``: not where something takes place, nor one of many ("các huyện, thị ủy")."""
    found = []
    bodies = article.anchors_in("body", start, end)
    others = [other for other in article.anchors_in("organization", start, end) if other.value != "national"]
    for anchor in sorted(bodies + others):
        before = article.low[max(start, anchor.start - 34) : anchor.start]
        clause = before[before.rfind(",") + 1 :]
        takes_place = "tại " in clause and not clause.endswith(_PARTIES)
        if takes_place or "các " in before[-26:] or "mỗi " in clause or before.endswith((*_MEMBER, *_ANNIVERSARY)):
            continue
        found.append(anchor)
    return found


def _holders(article: Article, start: int, end: int) -> list[Anchor]:
    """Bodies that hold the event: those before the verb of holding, or the one that appoints somebody."""
    for body in article.anchors_in("body", start, end):
        if _BY.search(article.low, max(start, body.start - 8), body.start) and _APPOINTS.match(article.low, body.end):
            return [body]
    verbs = article.anchors_in("held", start, end)
    return _bodies(article, start, verbs[0].start) if verbs else []


def _visited(article: Article, opening: Opening, places: list[PlaceMention], best: str | None) -> Level | None:
    """The tier of the one body or place that others come to work with, or whose work for the people they inspect:
    theirs is the work that is reported.
    """
    title = opening.title_line
    spans = [(title.start, title.end)] if title else []
    spans += [(sentence.start, sentence.end) for sentence in opening.lead[:1]]
    for start, end in spans:
        for match in _VISITS.finditer(article.low, start, min(end, start + _VISIT_REACH)):
            if match[1] and not article.anchors_in("work_topic", match.start(), match.end()):
                continue
            reach = min(end, match.end() + _HOST_REACH)
            stop = _CLAUSE_END.search(article.low, match.end(), reach)
            last = stop.start() if stop else reach
            hosts = [
                tier for body in _bodies(article, match.end(), last) if (tier := _tier(article, body, places, best))
            ]
            named = [p for p in places if match.end() <= p.start < last + _NEXT_PLACE]
            if len(set(hosts)) == 1:
                return hosts[0]
            if not hosts and len(named) == 1:
                return named[0].level
    return None


def _level(article: Article, opening: Opening, places: list[PlaceMention], best: str | None) -> Level | None:
    visited = _visited(article, opening, places, best)
    if visited:
        return visited
    title = opening.title_line
    candidates: list[Anchor] = []
    aside: list[Anchor] = []
    guests: list[Anchor] = []
    holders: list[Anchor] = []
    for i, sentence in enumerate(opening.lead):
        if i and _GUESTS.match(article.low, sentence.start, sentence.end):
            guests += _bodies(article, sentence.start, sentence.end)
            continue
        holders += _holders(article, sentence.start, sentence.end)
        candidates += holders
        if i == 0 and title:
            candidates += _bodies(article, title.start, title.end)
        bodies = _bodies(article, sentence.start, sentence.end)
        # Beyond the first sentence the centre is there for its resolutions and elections.
        aside += [body for body in bodies if i and body.value == "national"]
        candidates += [body for body in bodies if not i or body.value != "national"]
    for anchor in candidates:
        level = _tier(article, anchor, places, best)
        if level == "national" and anchor not in holders:
            return _appointed(article, opening, places, best) or _of_headline(article, opening, places) or level
        if level:
            return level
    if guests:
        level = _of_place(article, opening, places)
        level = level or next((tier for body in guests if (tier := _tier(article, body, places, best))), None)
        if level:
            return level
    own = Counter(anchor.value for anchor in article.anchors.of("own"))
    if own:
        value = own.most_common(1)[0][0]
        return _city_tier(best) if value == "city" else value  # type: ignore[return-value]
    return "national" if aside else "province" if best else None


def _appointed(article: Article, opening: Opening, places: list[PlaceMention], best: str | None) -> Level | None:
    """The tier of the body to which the headline says that somebody is appointed, whatever office he has left."""
    title = opening.title_line
    office = _TAKES_OFFICE.search(article.low, title.start, title.end) if title else None
    if title is None or office is None:
        return None
    bodies = _bodies(article, office.end(), title.end)
    return next((tier for body in bodies if (tier := _tier(article, body, places, best))), None)


def _of_headline(article: Article, opening: Opening, places: list[PlaceMention]) -> Level | None:
    """The tier of the place that the headline opens with: "Đắk Nông xin ý kiến Thủ tướng", "Phó Bí thư Yên Bái …"."""
    title = opening.title_line
    if title is None:
        return None
    for place in places:
        if title.start <= place.start < title.end:
            before = article.low[title.start : place.start]
            centre = [a for a in article.anchors_in("body", title.start, place.start) if a.value == "national"]
            acts = len(before.split()) <= _SUBJECT_WORDS and not centre and not _NO_SUBJECT.search(before)
            return place.level if acts else None
    return None


def _of_place(article: Article, opening: Opening, places: list[PlaceMention]) -> Level | None:
    """The tier of the first place that the first sentence names, unless it only says where something was held."""
    first = opening.lead[0]
    for place in places:
        if first.start <= place.start < first.end:
            clause = article.low[max(first.start, place.start - 34) : place.start].rpartition(",")[2]
            return None if _HELD_AT.search(clause) else place.level
    return None


def _tier(article: Article, anchor: Anchor, places: list[PlaceMention], best: str | None) -> Level | None:
    value = anchor.value
    after = article.anchors.at("place_type", anchor.end + 1)
    if after and after.value != "any":
        value = after.value  # "Mặt trận Tổ quốc Việt Nam phường" is the ward's
    if value in _LEVELS:
        return value  # type: ignore[return-value]
    named = next((p for p in places if anchor.start <= p.start <= anchor.end + _reach(article, anchor)), None)
    if value in ("named", "campaign", "-"):
        return named.level if named else None
    if value != "city":
        return None
    if named:
        return "province" if named.level == "province" else "district"
    return _city_tier(best)


def _reach(article: Article, anchor: Anchor) -> int:
    """How many characters behind a body's name its place may begin."""
    if anchor.value != "campaign":
        return 6
    stop = _CLAUSE_END.search(article.low, anchor.end, anchor.end + _CAMPAIGN_REACH)
    return stop.start() - anchor.end if stop else _CAMPAIGN_REACH


def _city_tier(province: str | None) -> Level:
    """The tier of a city that the text does not name: the article's own province, or a city within it."""
    unit = province_named(province) if province else None
    return "province" if unit and unit.type == "Thành phố" else "district"


def _district(opening: Opening, places: list[PlaceMention], best: str | None) -> tuple[str, str | None] | None:
    """The first district of the headline or the lead, and its province where it can be told."""
    for start, end, _ in [*sorted(_zones(opening), key=lambda zone: -zone[2]), (0, 1 << 60, 0.0)]:
        for place in places:
            if place.level == "district" and start <= place.start < end:
                return place.name, place.province or best
    return None
