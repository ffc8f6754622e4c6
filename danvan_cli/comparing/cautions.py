"""What a reader should know before trusting a comparison: one file twice, two bodies, unlike periods, a merger."""

from __future__ import annotations

from danvan_cli.comparing.periods import alike, same
from danvan_cli.lexicon import fold
from danvan_cli.lexicon.places import era_of, province, provinces
from danvan_cli.record import Level, Locality, Period, Record, Warning

_LEVELS: dict[Level, str] = {
    "national": "cấp trung ương",
    "province": "cấp tỉnh",
    "district": "cấp huyện",
    "commune": "cấp xã",
}


def cautions(old: Record, new: Record) -> list[Warning]:
    """The warnings of a comparison of ``old`` with ``new``, each on one line of Vietnamese."""
    found: list[Warning] = []
    if old.source.sha256 == new.source.sha256:
        found.append(Warning("same_article", "Hai báo cáo là cùng một tệp: không có gì để so sánh."))
    else:
        found += _places(old, new) or _bodies(old.locality, new.locality)
        found += _organizers(old.event.organizer, new.event.organizer)
        if old.reported_period and new.reported_period:
            found += _periods(old.reported_period, new.reported_period)
    empty = [name for name, record in (("cũ", old), ("mới", new)) if not record.tasks]
    if empty:
        found.append(Warning("no_tasks", f"Không tìm thấy nhiệm vụ nào trong báo cáo {' và báo cáo '.join(empty)}."))
    return found


def _bodies(old: Locality, new: Locality) -> list[Warning]:
    """Whether one is of a province and the other of a district in it, or of two districts."""
    pairs = ((old.level, new.level), (old.district, new.district), (old.commune, new.commune))
    if all(one == other or None in (one, other) for one, other in pairs):
        return []
    message = f"Hai báo cáo của hai đơn vị khác nhau: {_body(old)} và {_body(new)}."
    return [Warning("different_body", message)]


def _body(place: Locality) -> str:
    names = [name for name in (place.commune, place.district, place.province) if name]
    level = _LEVELS[place.level] if place.level else "không rõ cấp"
    return f"{', '.join(names)} ({level})" if names else level


def _organizers(old: str | None, new: str | None) -> list[Warning]:
    """Whether two committees report; one name within the other ("Ban Dân vận Tỉnh ủy Lạng Sơn") is one committee."""
    if old is None or new is None or fold(old) in fold(new) or fold(new) in fold(old):
        return []
    return [Warning("different_organizer", f"Hai hội nghị do hai đơn vị khác nhau tổ chức: {old} và {new}.")]


def _periods(old: Period, new: Period) -> list[Warning]:
    """Whether the two are periods of one kind, the earlier first."""
    found: list[Warning] = []
    if same(old, new):
        found.append(Warning("same_period", f"Hai báo cáo cùng một kỳ ({_days(old)}), không phải hai kỳ liên tiếp."))
    else:
        overlap = old.start <= new.end and new.start <= old.end
        days = f"{_days(old)} và {_days(new)}"
        if not alike(old, new):
            message = (
                f"Hai kỳ báo cáo không cùng độ dài{' và trùng nhau một phần' if overlap else ''}: {days}. "
                "Không nên so sánh trực tiếp số liệu."
            )
            found.append(Warning("unlike_periods", message))
        elif overlap:
            found.append(Warning("overlapping_periods", f"Hai kỳ báo cáo trùng nhau một phần: {days}."))
    if new.end < old.end:
        message = f"Kỳ báo cáo thứ nhất ({old.label}) muộn hơn kỳ thứ hai ({new.label}): có thể hai tệp bị đảo thứ tự."
        found.append(Warning("periods_out_of_order", message))
    return found


def _days(period: Period) -> str:
    first, last = ("/".join(str(int(part)) for part in day.split("-")[::-1]) for day in (period.start, period.end))
    return f"{period.label}, {first} – {last}" if period.label else f"{first} – {last}"


def _places(old: Record, new: Record) -> list[Warning]:
    """Whether both reports are of one province, and of the same province on both sides of 2025-07-01."""
    name_old, name_new = old.locality.province, new.locality.province
    if name_old is None or name_new is None:
        return []
    day_old, day_new = _day(old), _day(new)
    place_old, place_new = province(name_old, day_old), province(name_new, day_new)
    across = era_of(day_old) == "63" and era_of(day_new) == "34"
    if place_old is None or place_new is None:
        is_one = name_old == name_new
    elif across:
        is_one = place_old.today == place_new.today
    else:
        is_one = place_old.name == place_new.name
    if not is_one:
        message = f"Hai báo cáo của hai tỉnh, thành phố khác nhau: {name_old} và {name_new}."
        return [Warning("different_province", message)]
    if not across or place_new is None:
        return []
    parts = [p.name for p in provinces() if p.era == "63" and p.today == place_new.today]
    if len(parts) == 1:
        return []
    message = (
        f"Từ ngày 01/7/2025, {place_new.name} gồm {', '.join(parts[:-1])} và {parts[-1]} cũ: "
        "số liệu và nhiệm vụ hai kỳ không cùng một địa bàn."
    )
    return [Warning("merged_province", message)]


def _day(record: Record) -> str | None:
    """A day in the era that the report speaks of: the last one of its period, else that of the event or the page."""
    if record.reported_period is not None:
        return record.reported_period.end
    day = record.event.date or record.published
    return day[:10] if day else None
