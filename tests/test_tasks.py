"""Tasks: where they open, where they are split, what goes with the lead-in, and what is none."""

from __future__ import annotations

from typing import Any

import pytest

from support import examples, record


@pytest.mark.parametrize("row", examples("tasks"), ids=lambda row: row["why"])
def test_the_tasks_of_a_text_are_those_a_careful_reader_names(row: dict[str, Any]) -> None:
    found = record(row["text"])
    assert [task.text for task in found.tasks] == row["tasks"]


@pytest.mark.parametrize("row", examples("tasks"), ids=lambda row: row["why"])
def test_a_task_is_a_slice_of_the_text_and_tasks_are_numbered_in_order(row: dict[str, Any]) -> None:
    found = record(row["text"])
    assert [task.number for task in found.tasks] == list(range(1, len(found.tasks) + 1))
    for task in found.tasks:
        assert task.text == row["text"][task.evidence.start : task.evidence.end]
    starts = [task.evidence.start for task in found.tasks]
    assert starts == sorted(starts)


REVIEW = """
Ban Dân vận Huyện ủy triển khai 12 nhiệm vụ trọng tâm 6 tháng cuối năm 2021
Sáng 5/7/2021, Ban Dân vận Huyện ủy Nậm Tăng tổ chức hội nghị sơ kết công tác dân vận 6 tháng đầu năm 2021, triển khai nhiệm vụ 6 tháng cuối năm 2021. Đồng chí Lò Văn Hặc, Trưởng Ban Dân vận Huyện ủy chủ trì.
Kết luận hội nghị, đồng chí Lò Văn Hặc yêu cầu trong 6 tháng cuối năm, các xã xây dựng ít nhất 02 mô hình mới trước ngày 30/9; đẩy mạnh thực hiện chủ đề “Năm Dân vận khéo” 2021; giải quyết trên 90% đơn thư thuộc thẩm quyền…
"""  # noqa: E501 - one paragraph a line, as a page has it


def test_a_task_carries_who_set_it_its_period_deadline_theme_and_targets() -> None:
    models, theme, petitions = record(REVIEW).tasks
    assert {task.assigned_by for task in (models, theme, petitions)} == {"Lò Văn Hặc"}
    assert models.period is not None
    assert (models.period.start, models.period.end) == ("2021-07-01", "2021-12-31")
    assert models.deadline == "trước ngày 30/9"
    assert [(t.value, t.unit, t.bound) for t in models.targets] == [(2, "mô hình", "at_least")]
    assert theme.theme == "Năm Dân vận khéo"
    assert theme.targets == []
    assert [(t.value, t.unit, t.bound) for t in petitions.targets] == [(90, "%", "at_least")]


def test_a_list_that_claims_more_than_it_names_and_ends_in_an_ellipsis_is_cut() -> None:
    found = record(REVIEW).task_list
    assert (found.claimed_count, found.listed_count, found.truncated) == (12, 3, True)


def test_an_article_without_tasks_claims_none() -> None:
    found = record("Chợ phiên Bản Khoang\nPhiên chợ họp mỗi tuần, có 3 nội dung thi đấu thể thao.\n").task_list
    assert (found.claimed_count, found.listed_count, found.truncated) == (None, 0, False)
