"""A report that several outlets carry is found, one article of it is kept, and what disagrees is no copy."""

from __future__ import annotations

import random
from itertools import permutations

import msgspec
from records import HALF_2020, YEAR_2019, record, statistic, task

from danvan_cli.corpus.aggregation import Total, counted, figures, totals
from danvan_cli.corpus.copies import Copies, without_copies
from danvan_cli.corpus.selection import Selection
from danvan_cli.record import Record

TASKS = (
    "tiếp tục đổi mới phương thức hoạt động của hệ thống dân vận các cấp theo hướng gần dân, sát dân",
    "nắm chắc tình hình Nhân dân vùng biên giới, không để bị động, bất ngờ",
    "nhân rộng mô hình “Dân vận khéo” trong xây dựng nông thôn mới",
)


def report(
    path: str, *values: float, tasks: tuple[str, ...] = TASKS, province: str | None = "Lạng Sơn", **more: object
) -> Record:
    """An article with petitions, visits, dialogues… in this order, and tasks."""
    indicators = (("petitions_received", "đơn"), ("visits", "lượt"), ("dialogues", "cuộc"), ("mediations", "vụ việc"))
    given = [statistic(name, value, unit) for (name, unit), value in zip(indicators, values, strict=False)]
    return record(path, province, statistics=given, tasks=[task(i, t) for i, t in enumerate(tasks, 1)], **more)  # type: ignore[arg-type]


def copies(*records: Record) -> dict[str, str]:
    found = Copies()
    assert [r.source.path for r in found.noting(records)] == [r.source.path for r in records]
    return found.found()


def summed(*records: Record) -> list[Total]:
    found = Copies()
    kept = list(counted(figures(found.noting(records), Selection())))
    return totals(without_copies(kept, found.found()), ())


def test_the_same_words_on_the_same_body_and_period_are_one_report() -> None:
    assert copies(report("a.txt", 364, 2213), report("b.txt", 364, 2213)) == {"b.txt": "a.txt"}


def test_a_shortened_article_is_a_copy_of_the_whole_one() -> None:
    whole = report("whole.txt", 364, 2213, 148)
    short = report("a.txt", 364, tasks=TASKS[:1])
    assert copies(short, whole) == {"a.txt": "whole.txt"}


def test_the_same_meeting_in_other_words_is_one_report() -> None:
    one = report("a.txt", 364, 2213, 148)
    other = report("b.txt", 364, 2213, 148, tasks=("gần dân, nghe dân nói, nói cho dân hiểu, làm cho dân tin",))
    assert copies(one, other) == {"b.txt": "a.txt"}
    other.event.date = "2019-12-30"
    assert copies(one, other) == {}


def test_two_papers_on_a_meeting_of_the_whole_country_carry_one_report() -> None:
    other = ("gần dân, nghe dân nói, nói cho dân hiểu, làm cho dân tin",)
    one = report("a.txt", 364, 2213, 148, province=None, level="national")
    assert copies(one, report("b.txt", 364, 2213, 148, province=None, level="national", tasks=other)) == {
        "b.txt": "a.txt"
    }
    unknown = [report(f"{i}.txt", 364, 2213, 148, province=None, tasks=t) for i, t in enumerate((TASKS, other))]
    assert copies(*unknown) == {}


def test_one_file_under_two_names_counts_once_however_short() -> None:
    one, other = (report(path, 12, tasks=(), province=None) for path in ("a.txt", "b.txt"))
    assert copies(one, other) == {}
    other.source = msgspec.structs.replace(other.source, sha256=one.source.sha256)
    assert copies(one, other) == {"b.txt": "a.txt"}


def test_two_figures_alike_are_not_yet_one_report() -> None:
    assert copies(report("a.txt", 364, 2213, tasks=()), report("b.txt", 364, 2213, tasks=())) == {}


def test_other_bodies_periods_and_levels_are_other_reports() -> None:
    one = report("a.txt", 364, 2213, 148)
    assert copies(one, report("b.txt", 364, 2213, 148, province="Cao Bằng")) == {}
    assert copies(one, report("b.txt", 364, 2213, 148, period=HALF_2020)) == {}
    assert copies(one, report("b.txt", 364, 2213, 148, level="district")) == {}


def test_a_figure_that_contradicts_makes_another_report_and_both_are_shown() -> None:
    rows = report("a.txt", 364, 2213, 148), report("b.txt", 346, 2213, 148)
    assert copies(*rows) == {}
    petitions = next(total for total in summed(*rows) if total.indicator == "petitions_received")
    assert petitions.total is None
    assert [figure.value for figure in petitions.figures] == [364, 346]


def test_the_fullest_article_is_kept_then_the_earliest_whatever_order_they_come_in() -> None:
    rows = [
        report("c.txt", 364, 2213, published="2019-12-26T10:00"),
        report("a.txt", 364, 2213, published="2019-12-27T10:00"),
        report("b.txt", 364, published="2019-12-25T10:00"),
    ]
    for order in permutations(rows):
        assert copies(*order) == {"a.txt": "c.txt", "b.txt": "c.txt"}


def test_a_report_without_a_known_body_counts_once_too() -> None:
    rows = [report(f"{i}.txt", 364, 2213, province=None) for i in range(3)]
    petitions, visits = sorted(summed(*rows), key=lambda total: total.total or 0)
    assert (petitions.total, petitions.articles, petitions.figures[0].also_in) == (364, 1, ["1.txt", "2.txt"])
    assert visits.total == 2213


def test_what_only_the_copy_says_is_not_lost() -> None:
    whole = report("a.txt", 364, 2213, 148)
    more = report("b.txt", 364, 2213)
    more.statistics.append(statistic("mediations", 77, "vụ việc"))
    more.statistics.pop(1)
    found = {total.indicator: (total.total, total.figures[0].source) for total in summed(whole, more)}
    assert found["mediations"] == (77, "b.txt")
    assert found["petitions_received"] == (364, "a.txt")


def test_many_articles_of_one_formula_are_still_told_apart() -> None:
    rng = random.Random(7)
    rows = [report(f"{i:04}.txt", i + 1, 5000 + i, province=None) for i in range(800)]
    rows += [report(f"copy-{i:04}.txt", i + 1, 5000 + i, province=None) for i in range(0, 800, 100)]
    rng.shuffle(rows)
    assert copies(*rows) == {f"copy-{i:04}.txt": f"{i:04}.txt" for i in range(0, 800, 100)}


def test_a_half_and_its_year_are_no_copies() -> None:
    year, half = report("a.txt", 364, 2213, period=YEAR_2019), report("b.txt", 364, 2213, period=HALF_2020)
    assert sorted(total.total or 0 for total in summed(year, half)) == [364, 364, 2213, 2213]
