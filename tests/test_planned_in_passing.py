"""What is planned told among what was done, and titles of key work that was done."""

from __future__ import annotations

import pytest

from .test_told_of_acts import on

PLANNED = ["2024年计划招生1200人", "2024年拟招聘教师30人", "2024年预计新增学位800个", "2024年力争建成教室12间"]


@pytest.mark.parametrize("planned", PLANNED)
@pytest.mark.parametrize("before", ["", "在校生3426人，"])
def test_a_figure_planned_in_passing_turns_nothing_behind_it(planned, before):
    found = on("某县第一中学2023年工作总结", f"一、基本情况\n{before}{planned}。专任教师186人。\n二、教学\n本科上线612人。")
    told = [(i["period"], i["modality"]) for i in found]
    assert told == [("2023", "actual")] * bool(before) + [("2024", "target")] + [("2023", "actual")] * 2


@pytest.mark.parametrize("planned", PLANNED)
def test_what_else_its_sentence_says_is_planned_too(planned):
    found = on("某县第一中学2023年工作总结", f"一、基本情况\n{planned}，投入资金200万元。获奖12项。")
    assert [(i["period"], i["modality"]) for i in found] == [("2024", "target"), ("2024", "target"), ("2023", "actual")]


@pytest.mark.parametrize("opening", ["2024年，计划新建学校3所", "2024年，我局将新建学校3所", "2024年主要预期目标是：新建学校3所"])
def test_a_plan_that_opens_goes_on(opening):
    found = on("某县教育局2023年工作总结", f"一、工作情况\n建成学校2所。\n{opening}。改造教室40间。")
    assert [(i["period"], i["modality"]) for i in found] == [("2023", "actual"), ("2024", "target"), ("2024", "target")]


@pytest.mark.parametrize("kind", ["情况汇报", "汇报", "总结", "开展情况", "成效", "情况通报"])
def test_key_work_that_was_done(kind):
    [done, planned] = on(f"某区民政局2023年重点工作{kind}\n2023年11月12日\n", "一、主要工作\n建成养老机构21家。\n二、明年安排\n新增床位400张。")
    assert [(i["period"], i["modality"]) for i in (done, planned)] == [("2023", "actual"), ("2024", "target")]


@pytest.mark.parametrize("kind", ["", "计划", "安排", "任务分工方案"])
def test_key_work_to_come(kind):
    [planned] = on(f"某区民政局2023年重点工作{kind}", "一、养老\n建成养老机构21家。")
    assert (planned["period"], planned["modality"]) == ("2023", "target")
