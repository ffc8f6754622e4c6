"""What an office's words stand for: its role, its organisation in full, its level and its province."""

from __future__ import annotations

import re
from typing import NamedTuple

from danvan_cli.lexicon import fold
from danvan_cli.lexicon.places import provinces
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.officials.positions import PositionPhrase
from danvan_cli.record import Level, Locality

# Abbreviations on one side of a comparison of offices.
_EXPANSIONS = (
    ("ubmttqvn", "ủy ban mặt trận tổ quốc việt nam"),
    ("ubmttq", "ủy ban mặt trận tổ quốc"),
    ("mttqvn", "mặt trận tổ quốc việt nam"),
    ("mttq", "mặt trận tổ quốc"),
    ("ubnd", "ủy ban nhân dân"),
    ("hđnd", "hội đồng nhân dân"),
    ("ubkt", "ủy ban kiểm tra"),
    ("bch", "ban chấp hành"),
    ("btv", "ban thường vụ"),
    ("t.ư", "trung ương"),
    ("tư", "trung ương"),
    ("tw", "trung ương"),
    ("gd-đt", "giáo dục đào tạo"),
    ("gd&đt", "giáo dục đào tạo"),
    ("tn-mt", "tài nguyên môi trường"),
    ("tn&mt", "tài nguyên môi trường"),
    ("đbqh", "đại biểu quốc hội"),
    ("lđlđ", "liên đoàn lao động"),
    ("lhpn", "liên hiệp phụ nữ"),
    ("ccb", "cựu chiến binh"),
    ("tphcm", "hồ chí minh"),
    ("tp.hcm", "hồ chí minh"),
    ("tp", "thành phố"),
    ("tx", "thị xã"),
    ("ub", "ủy ban"),
    ("nhnn", "ngân hàng nhà nước"),
    ("nn", "nhà nước"),
    ("tandtc", "tòa án nhân dân tối cao"),
    ("tand", "tòa án nhân dân"),
    ("vksnd", "viện kiểm sát nhân dân"),
    ("gtvt", "giao thông vận tải"),
    ("gd", "giáo dục"),
    ("đt", "đào tạo"),
    ("khcn", "khoa học công nghệ"),
    ("tnmt", "tài nguyên môi trường"),
    ("lđtbxh", "lao động thương binh xã hội"),
    ("lđ-tb&xh", "lao động thương binh xã hội"),
    ("lđtb&xh", "lao động thương binh xã hội"),
    ("tt&tt", "thông tin truyền thông"),
    ("nn&ptnt", "nông nghiệp phát triển nông thôn"),
    ("kh-đt", "kế hoạch đầu tư"),
    ("kh&đt", "kế hoạch đầu tư"),
    ("vhtt&dl", "văn hóa thể thao du lịch"),
    ("chqs", "chỉ huy quân sự"),
    ("bđbp", "bộ đội biên phòng"),
    ("cs", "cộng sản"),
)
_EXPAND = {short: fold(full) for short, full in _EXPANSIONS}
_TOKEN = re.compile(r"[^\W_]+(?:[.&\-][^\W_]+)*")
_EMPTY_WORDS = frozenset(["của", "và", "thuộc", "tỉnh", "cho"])
_CENTRAL_CITIES = frozenset({"hà nội", "hồ chí minh", "đà nẵng", "hải phòng", "cần thơ", "huế", "đồng nai"})


def office_key(low: str, phrase: PositionPhrase) -> frozenset[str]:
    """The words that tell an office's organisation from others, abbreviations spelt out."""
    return frozenset(_spell(f"{_swallowed(phrase)} {low[phrase.head_end : phrase.end]}"))


def _swallowed(phrase: PositionPhrase) -> str:
    """The organisation that an abbreviation of office and organisation in one holds (UVBTV)."""
    role = fold(phrase.role)
    return role.removeprefix("ủy viên ") if role.startswith(("ủy viên ban", "ủy viên bộ", "ủy viên trung")) else ""


def _role(phrase: PositionPhrase) -> str:
    if phrase.role == "Đại biểu":
        return "Đại biểu Quốc hội"
    return "Ủy viên" if _swallowed(phrase) else phrase.role


def same_office(low: str, one: PositionPhrase, other: PositionPhrase) -> bool:
    """Whether two phrases can mean one office, the shorter leaving out what the longer says."""
    if _role(one) != _role(other) or one.former != other.former:
        return False
    levels, others = _levels(one), _levels(other)
    if levels and others and not levels & others:
        return False
    left, right = office_key(low, one), office_key(low, other)
    return left <= right or right <= left


def _levels(phrase: PositionPhrase) -> set[str]:
    levels = {unit.value for unit in phrase.units} | {organization.value for organization in phrase.organizations}
    return levels & {"province", "city", "district", "commune", "hamlet", "national"}


def _spell(text: str) -> list[str]:
    found = []
    for token in _TOKEN.findall(text):
        for part in [token] if token in _EXPAND else re.split(r"[.&\-]", token):
            found += _EXPAND.get(part, part).split(" ")
    return [word for word in found if word and word not in _EMPTY_WORDS]


class Resolution(NamedTuple):
    """An office's organisation, where it is, and at which level."""

    organization: str | None
    province: str | None
    level: Level | None


def resolve(article: Article, phrase: PositionPhrase, siblings: list[PositionPhrase], locality: Locality) -> Resolution:
    """The organisation of ``phrase``; what it leaves out comes from ``siblings``, then the article."""
    text, low = article.text, article.low
    words = text[phrase.head_end : phrase.end].strip()
    lent = ""
    if not phrase.units and not phrase.places:
        lent = _lent(article, phrase, siblings)
    level = _level(article, phrase, lent, locality)
    province = _province(article, phrase)
    if province is None and level in ("province", "district", "commune"):
        province = _province_of(article, siblings) or locality.province
    organization = " ".join(part for part in (_noun(phrase), words, lent) if part) or None
    if organization and level in ("province", "district", "commune") and not phrase.places:
        own = (
            locality.province if level == "province" else locality.district if level == "district" else locality.commune
        )
        if own and own.lower() not in low[phrase.start : phrase.end] and own not in organization:
            organization = f"{organization} {own}"
    return Resolution(organization, province, level)


def _noun(phrase: PositionPhrase) -> str:
    """The organisation's noun that the head swallowed: Trưởng ban Dân vận heads the Ban Dân vận."""
    head = phrase.role.split(" ")
    if phrase.organizations and not phrase.units and phrase.organizations[0].start == phrase.head_end + 1:
        return ""
    for noun in ("ban", "phòng", "khoa"):
        if noun in [word.lower() for word in head]:
            return noun.capitalize()
    return ""


def _lent(article: Article, phrase: PositionPhrase, siblings: list[PositionPhrase]) -> str:
    """ "Ủy viên Ban Thường vụ" before "Trưởng ban Dân vận Tỉnh ủy" is of the Tỉnh ủy."""
    own = article.low[phrase.head_end : phrase.end].strip()
    if own not in ("ban thường vụ", "ban chấp hành", "btv", "bch", "thường vụ", "ban thường vụ", ""):
        return ""
    if not own and not phrase.role.startswith(("Bí thư", "Phó Bí thư", "Ủy viên")):
        return ""
    for sibling in siblings:
        for anchor in sibling.organizations:
            if article.low[anchor.start : anchor.end].endswith("ủy"):
                return article.text[anchor.start : sibling.end]
    return ""


def _level(article: Article, phrase: PositionPhrase, lent: str, locality: Locality) -> Level | None:
    if phrase.foreign:
        return "national"
    order: tuple[Level, ...] = ("commune", "district", "province", "national")
    marks = {unit.value for unit in phrase.units} | {anchor.value for anchor in phrase.organizations}
    if "hamlet" in marks:
        return "commune"
    words = f"{article.low[phrase.head_end : phrase.end]} {lent.lower()}"
    for level in order:
        if level in marks:
            return level
    if "city" in marks or "thành ủy" in words or "thành đoàn" in words or phrase.role == "Thành ủy viên":
        if any(city in words for city in _CENTRAL_CITIES):
            return "province"
        named = bool(phrase.places)
        return "district" if named or locality.level == "district" else "province" if locality.level else "district"
    by_word: tuple[tuple[str, Level], ...] = (
        ("tỉnh ủy", "province"),
        ("huyện ủy", "district"),
        ("thị ủy", "district"),
        ("quận ủy", "district"),
        ("trung ương", "national"),
        ("việt nam", "national"),
    )
    for word, level in by_word:
        if word in words or word in phrase.role.lower():
            return level
    if phrase.role.split(" ")[0] in ("Bộ", "Thứ", "Thủ") or "Thủ tướng" in phrase.role or "nước" in phrase.role:
        return "national"
    if _province(article, phrase):
        return "province"
    return locality.level if phrase.organizations or not words.strip() else None


def _province(article: Article, phrase: PositionPhrase) -> str | None:
    found = article.anchors_in("province", phrase.head_end, phrase.reach)
    return found[-1].value if found else None


def _province_of(article: Article, siblings: list[PositionPhrase]) -> str | None:
    return next((name for sibling in siblings if (name := _province(article, sibling))), None)


def known_province(name: str) -> bool:
    """Whether ``name`` is a province's in either era."""
    return any(province.name == name for province in provinces())
