"""What a reader should know before trusting a comparison: one file twice, two provinces, a merger in between."""

from __future__ import annotations

from danvan_cli.lexicon.places import era_of, province, provinces
from danvan_cli.record import Record, Warning


def cautions(old: Record, new: Record) -> list[Warning]:
    """The warnings of a comparison of ``old`` with ``new``, each on one line of Vietnamese."""
    found: list[Warning] = []
    if old.source.sha256 == new.source.sha256:
        found.append(Warning("same_article", "Hai báo cáo là cùng một tệp: không có gì để so sánh."))
    found += _places(old, new)
    if old.reported_period and new.reported_period and new.reported_period.end < old.reported_period.end:
        message = (
            f"Kỳ báo cáo thứ nhất ({old.reported_period.label}) muộn hơn kỳ thứ hai ({new.reported_period.label}): "
            "có thể hai tệp bị đảo thứ tự."
        )
        found.append(Warning("periods_out_of_order", message))
    empty = [name for name, record in (("cũ", old), ("mới", new)) if not record.tasks]
    if empty:
        found.append(Warning("no_tasks", f"Không tìm thấy nhiệm vụ nào trong báo cáo {' và báo cáo '.join(empty)}."))
    return found


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
