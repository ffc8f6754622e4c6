"""Records made up for tests of what comes after parsing; places are real, people and figures invented."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from danvan_cli.record import (
    Action,
    Change,
    Event,
    Evidence,
    Level,
    Locality,
    Official,
    Period,
    Position,
    Record,
    Shortcoming,
    Source,
    Statistic,
    Summary,
    Task,
    TaskList,
    Warning,
)

YEAR_2019 = Period("năm 2019", "2019-01-01", "2019-12-31")
YEAR_2020 = Period("năm 2020", "2020-01-01", "2020-12-31")
HALF_2020 = Period("6 tháng đầu năm 2020", "2020-01-01", "2020-06-30")


def evidence(text: str) -> Evidence:
    return Evidence(0, len(text), text, "made up")


def statistic(indicator: str = "petitions_received", value: float = 364, unit: str = "đơn", **more: Any) -> Statistic:
    given: dict[str, Any] = {
        "label": "",
        "bound": "exact",
        "kinds": [],
        "period": None,
        "change": None,
        "scope": None,
        "derived": False,
        "evidence": evidence(f"{value:g} {unit}"),
    }
    return Statistic(indicator=indicator, value=value, unit=unit, **{**given, **more})  # type: ignore[arg-type]


def official(name: str, titles: list[str], actions: list[Action], province: str | None = "Lạng Sơn") -> Official:
    positions = [Position(title, None, None, province, False, evidence(title)) for title in titles]
    return Official(name, "đồng chí", positions, actions, [evidence(name)])


def task(number: int, text: str, **more: Any) -> Task:
    return Task(number, text, more.pop("period", None), more.pop("assigned_by", None), evidence(text), **more)


def record(
    path: str = "bai.txt",
    province: str | None = "Lạng Sơn",
    *,
    date: str = "2019-12-26",
    level: Level = "province",
    period: Period | None = YEAR_2019,
    **more: Any,
) -> Record:
    made = Record(
        Source(path, "text", "utf-8", sha256(path.encode()).hexdigest(), 1000),
        title=f"{province} tổng kết công tác dân vận {period.label if period else ''}".strip(),
        event=Event("annual_review", date, "26/12"),
        locality=Locality(level, province),
        reported_period=period,
    )
    for key, value in more.items():
        setattr(made, key, value)
    return made


def full_record() -> Record:
    """An article that has everything, some of it long."""
    return record(
        published="2019-12-26T19:20",
        outlet="Báo Vùng Cao",
        planned_period=YEAR_2020,
        event=Event("annual_review", "2019-12-26", "26/12", "morning", "Ban Dân vận Tỉnh ủy", "thành phố Lạng Sơn"),
        officials=[
            official(
                "Hoàng Thị Bích Vân",
                ["Ủy viên Ban Thường vụ Tỉnh ủy", "Trưởng Ban Dân vận Tỉnh ủy", "Chủ tịch Ủy ban MTTQ Việt Nam tỉnh"],
                ["chair", "conclude", "direct"],
            ),
            official("Lương Văn Hải", ["Phó Trưởng Ban Dân vận Tỉnh ủy"], ["report"]),
        ],
        statistics=[
            statistic("visits", 2213, "lượt", change=Change("down", 146, "lượt"), evidence=evidence("2.213 lượt")),
            statistic(
                kinds=["complaint", "denunciation", "proposal", "feedback"],
                value=1418,
                bound="at_least",
                evidence=evidence("tiếp nhận hơn 1.418 đơn khiếu nại, tố cáo, kiến nghị, phản ánh"),
            ),
            statistic(value=364, kinds=["complaint"], parent=1, evidence=evidence("364 đơn khiếu nại")),
            statistic("resolution_rate", 93.1, "%", evidence=evidence("đạt tỷ lệ 93,1%")),
            statistic("resolution_rate", 82.06, "%", derived=True, of="petitions_received"),
            statistic(
                "other",
                12.5,
                "km đường",
                label="km đường giao thông nông thôn được bê tông hóa",
                evidence=evidence("bê tông hóa được 12,5 km đường giao thông nông thôn"),
            ),
            statistic(
                "skilled_mobilization_models",
                1250,
                "mô hình",
                bound="about",
                period=YEAR_2020,
                evidence=evidence("xây dựng khoảng 1.250 mô hình “Dân vận khéo” trên các lĩnh vực"),
            ),
        ],
        tasks=[
            task(
                1,
                "tiếp tục đổi mới phương thức, nội dung hoạt động của hệ thống dân vận các cấp theo hướng gần dân, "
                "sát dân, trọng dân, có trách nhiệm với dân",
                assigned_by="Hoàng Thị Bích Vân",
                deadline="trước ngày 30/9",
            ),
            task(2, "nắm chắc tình hình Nhân dân vùng biên giới"),
        ],
        task_list=TaskList(12, 2, truncated=True),
        shortcomings=[Shortcoming("một số mô hình chưa được nhân rộng", evidence("một số mô hình chưa"))],
        summary=Summary(
            "Sáng 26/12/2019, tại thành phố Lạng Sơn, Ban Dân vận Tỉnh ủy tổng kết công tác dân vận năm 2019. Các cơ "
            "quan tiếp 2.213 lượt công dân, tiếp nhận hơn 1.418 đơn; tỷ lệ giải quyết đạt 93,1%."
        ),
        warnings=[Warning("rate_mismatch", "nêu 93,1% nhưng 343/418 là 82,1%")],
    )


def evidence_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every evidence anywhere in a record."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from evidence_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from evidence_in(inner)
