"""The provinces of both eras and the districts of the old tier, as the tables hold them."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from danvan_cli.lexicon.tables import table

ERA_CHANGE = "2025-07-01"
"""The first day of the 34 provinces and of two tiers (Nghị quyết 202/2025/QH15)."""

Era = Literal["63", "34"]
_DAK = ("Đắk", "Đăk", "Đak")


class Province(NamedTuple):
    """A province in one era; ``code`` is an identity only together with ``era``."""

    era: Era
    code: str
    type: str
    """ "Tỉnh" or "Thành phố"."""
    name: str
    today: str
    """Name of the one of the 34 that the place lies in since 2025-07-01."""
    aliases: tuple[str, ...]
    """Other spellings of ``name``."""


class District(NamedTuple):
    """A unit of the tier that ended on 2025-06-30."""

    code: str | None
    """``None`` for one that had ended before."""
    type: str
    """ "Quận", "Huyện", "Thị xã" or "Thành phố"."""
    name: str
    province: str
    """Name of its province in the era of the 63."""


def era_of(day: str | None) -> Era | None:
    """The era of an ISO day, ``None`` without a day."""
    return None if day is None else "34" if day >= ERA_CHANGE else "63"


@cache
def provinces() -> tuple[Province, ...]:
    """The 63 provinces until 2025-06-30, then the 34 since."""
    rows = table("provinces")
    now = {row["code"]: row["name"] for row in rows if row["era"] == "34"}
    return tuple(
        Province(
            "34" if row["era"] == "34" else "63",
            row["code"],
            row["type"],
            row["name"],
            now[row["today"]],
            tuple(alias for alias in row["aliases"].split("|") if alias),
        )
        for row in rows
    )


@cache
def _by_name() -> dict[tuple[str, str], Province]:
    return {(province.era, province.name): province for province in provinces()}


def province(name: str, day: str | None = None) -> Province | None:
    """The province called ``name`` on ``day``; without a day, or where that era has none, the era that has one."""
    first: Era = era_of(day) or "63"
    second: Era = "34" if first == "63" else "63"
    return _by_name().get((first, name)) or _by_name().get((second, name))


@cache
def districts() -> dict[str, tuple[District, ...]]:
    """Districts by name, those merged into others before 2025-06-30 too; one name may stand in several provinces
    ("Châu Thành"), and a town and a district of one province may share it ("Cai Lậy").
    """
    names = {p.code: p.name for p in provinces() if p.era == "63"}
    found: dict[str, list[District]] = {}
    for row in (*table("districts"), *table("former_districts")):
        # The table tells namesakes apart: "Cai Lậy (Huyện)", "Cai Lậy (Thị xã)".
        name = row["name"].removesuffix(f" ({row['type']})")
        found.setdefault(name, []).append(District(row.get("code") or None, row["type"], name, names[row["province"]]))
    return {name: tuple(group) for name, group in found.items()}


def spellings(district: str) -> tuple[str, ...]:
    """How news writes a district's name: "Đắk", "Đăk" and "Đak" are one word of the highlands, "Quí" is "Quý"."""
    head, _, rest = district.partition(" ")
    if head in _DAK:
        return tuple(f"{dak} {rest}" for dak in _DAK)
    return (district, district.replace("Quí", "Quý")) if "Quí" in district else (district,)
