"""What period a document is of, and where it turns ahead: parts of a year behind what was due in it, plans of many years, terms, assessments, speeches, shortcomings told with plans."""

from __future__ import annotations

from itertools import product

import pytest

from pipeline.chain import analyse
from pipeline.read import read_text

from .test_header import seen


def told(text: str) -> list[tuple[str | None, str]]:
    return [(one.period, one.modality) for one in analyse(read_text(text)).indicators]


DUE = ["国民经济和社会发展计划", "国民经济和社会发展计划、财政预算", "财政预算", "重点工作任务", "民生实事项目", "工作要点"]
PARTS = [("上半年", "H1", "7月20日"), ("1—8月", "01/2023-08", "9月20日"), ("前三季度", "01/2023-09", "10月20日"), ("一季度", "Q1", "4月20日")]


@pytest.mark.parametrize(("due", "part"), list(product(DUE, PARTS)))
@pytest.mark.parametrize("done", ["执行情况", "完成情况", "推进落实情况"])
def test_a_part_of_the_year_in_which_something_was_due_is_of_that_year(due, part, done):
    name, within, day = part
    found = seen(f"关于松原县2023年{due}{name}{done}的报告\n松原县人民政府\n2023年{day}\n{name}，新建学校6所。\n")
    assert (found["review"], found["plan"]) == (f"2023-{within}", "")


@pytest.mark.parametrize(("title", "review", "plan"), [
    ("松原县水利局2022年工作总结和2023年上半年工作计划", "2022", "2023-H1"),
    ("松原县水利局上半年工作总结及2023年下半年工作计划", "2023-H1", "2023-H2"),
    ("松原县水利局五年工作回顾与2021年工作安排", "2016/2020", "2021"),
])  # fmt: skip
def test_what_is_planned_beside_a_part_stays_planned(title, review, plan):
    found = seen(f"{title}\n2023年7月5日\n新建泵站12座。\n")
    assert (found["review"], found["plan"]) == (review, plan)


def test_the_half_year_behind_the_account_of_the_year_before_was_done():
    text = "关于2022年财政决算（草案）和2023年上半年预算执行情况的报告\n2023年8月20日\n一、2022年财政决算情况\n税收收入5亿元。\n二、2023年上半年预算执行情况\n税收收入3亿元。\n"
    assert told(text) == [("2022", "actual"), ("2023-H1", "actual")]


OUTLINES = [
    ("松原市国民经济和社会发展第十四个五年规划和2035年远景目标纲要", "2016/2020", "2021/2025"), ("松原市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要", "2016/2020", "2021/2025"),
    ("松原市“十四五”教育发展规划", "2016/2020", "2021/2025"), ("松原市“十四五”教育发展规划（2021—2025年）", "2016/2020", "2021/2025"),
    ("松原市养老服务体系规划（2022—2030年）", "2021", "2022/2030"), ("关于松原市“十五五”规划纲要（草案）的说明", "2021/2025", "2026/2030"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "review", "plan"), OUTLINES)
@pytest.mark.parametrize(("foundation", "aims"), [("一、发展基础", "二、发展目标"), ("第一章　发展现状与形势", "第二章　主要目标"), ("一、取得的成就", "二、规划目标"), ("", "一、发展目标"), ("", "第一章　总体要求")])
def test_a_plan_of_many_years_plans_them(title, review, plan, foundation, aims):
    base = f"{foundation}\n幼儿园入园率81%。\n" if foundation else ""
    text = f"{title}\n松原市人民政府办公室\n2021年2月\n{base}{aims}\n幼儿园入园率达到95%，新建幼儿园60所。\n"
    found = seen(text)
    assert (found["review"], found["plan"]) == (review if foundation else "", plan)
    before = [(review[-4:], "actual")] if foundation else []
    assert told(text) == [*before, (plan[-4:], "target"), (plan, "target")]


def test_years_before_a_plan_are_told_and_it_starts_from_them():
    text = "松原市“十四五”教育发展规划\n松原市教育局\n2021年12月\n一、主要目标\n2020年全市幼儿园320所。到2025年，入园率由81%提高到95%。"
    [stood, aimed] = analyse(read_text(text)).indicators
    assert (stood.period, stood.modality) == ("2020", "actual")
    assert (aimed.period, aimed.modality, aimed.base.period) == ("2025", "target", "2020")


@pytest.mark.parametrize("title", ["松原市“十四五”规划编制情况的报告", "松原市自然资源和规划局2020年工作总结", "松原市规划展览馆2020年度工作总结"])
def test_work_on_a_plan_is_no_plan(title):
    found = seen(f"{title}\n松原市发展和改革委员会\n2020年12月20日\n一、工作情况\n召开座谈会12场。\n")
    assert (found["review"][:4], found["plan"]) == ("2020", "")


@pytest.mark.parametrize(("said", "years", "start"), [("三年累计", (2022, 2024), 2022), ("三年合计", (2022, 2024), 2022), ("五年累计", (2021, 2025), 2021)])
def test_all_years_of_a_plan_together(said, years, start):
    [found] = told(f"松原市工业强市行动计划（{years[0]}—{years[1]}年）\n松原市人民政府\n{start}年3月\n一、行动目标\n{said}新增企业60家。\n")
    assert found == (f"{years[0]}/{years[1]}", "target")


CONGRESS = "在中国共产党松原区第七次代表大会上的报告\n（2021年9月28日）\n一、过去五年的工作\n五年来，引进项目428个。\n二、今后五年的目标任务\n今后五年，新建学校60所。\n"


@pytest.mark.parametrize(("aim", "review", "plan"), [("到2026年，入园率达到95%。", "2017/2021", "2022/2026"), ("到2025年，入园率达到95%。", "2016/2020", "2021/2025"), ("", "2016/2020", "2021/2025"), ("到2035年，入园率达到98%。", "2016/2020", "2021/2025")])
def test_a_congress_looks_ahead_to_the_year_it_names(aim, review, plan):
    assert told(CONGRESS + aim)[:2] == [(review, "actual"), (plan, "target")]


@pytest.mark.parametrize("title", ["松原县“十四五”规划实施情况中期评估报告", "松原县“十四五”教育发展规划中期评估报告"])
@pytest.mark.parametrize(("line", "said", "review"), [
    ("县发展和改革局　2023年8月", "2022年新建学校6所。", "2021/2023"), ("县发展和改革局　2023年3月", "2023年前完成。", "2021/2022"),
    ("", "截至2023年6月底，新建学校6所。", "2021/2023"), ("县发展和改革局\n2023年11月", "11项提前达到2025年目标。", "2021/2023"),
])  # fmt: skip
def test_an_assessment_reaches_to_when_it_was_made(title, line, said, review):
    assert seen(f"{title}\n{line}\n一、总体进展\n{said}\n“十四五”以来，到2025年、2022年、2022年的指标进展顺利。\n")["review"] == review


SPEECH = "在全县水利工作会议上的讲话\n（2024年2月27日）\n县水利局局长 周望\n\n同志们：\n一、去年工作回顾\n2023年，新建水库2座。\n"
TURNS = ["二、强化措施，推动工作上台阶\n", "二、真抓实干，确保完成全年任务\n", "二、突出重点，狠抓落实\n（一）抓工程。", "二、加压奋进\n今年的目标是：", "二、加压奋进\n今年，", "二、加压奋进\n6月底前必须", "二、加压奋进\n要", "今年，全县"]


@pytest.mark.parametrize("turn", TURNS)
def test_a_speech_at_the_start_of_a_year_turns_to_it(turn):
    [done, first, second] = told(f"{SPEECH}{turn}改造渠道12公里。新增灌溉面积600亩。\n")
    assert done == ("2023", "actual")
    assert first in (("2024", "target"), ("2024-06", "target"))
    assert second == ("2024", "target")


@pytest.mark.parametrize("goes_on", ["二、正视问题，清醒头脑\n", "二、认清形势\n", "（二）真抓实干\n", "我们要看到，", "", "今年以来，"])
def test_a_speech_goes_on_looking_back(goes_on):
    assert told(f"{SPEECH}{goes_on}灌溉面积600亩。\n") == [("2023", "actual")] * 2


@pytest.mark.parametrize("title", ["松原县水利局2023年工作总结", "松原县水利局工作总结"])
@pytest.mark.parametrize("heading", ["二、强化措施，推动工作上台阶", "二、真抓实干，确保完成全年任务"])
def test_no_summary_is_a_speech(title, heading):
    assert told(f"{title}\n（2024年1月8日）\n一、工程建设\n2023年，新建水库2座。\n{heading}\n新建泵站12座。\n")[-1] == ("2023", "actual")


MIXED = ["二、存在问题及下步打算", "二、主要问题和改进措施", "二、问题与安排", "四、存在的困难和下一步工作计划"]
STANDS = ["执法人员仅41人，平均年龄51岁。", "员额法官46人，超审限率0.4%。", "12个乡镇中有5个未实现“双过半”。", "办案系统使用率63%，服务满意度88.6分。", "增加值增长2.1%，比一季度回落1.4个百分点。", "欠税余额1.74亿元，较年初增加2300万元。", "社零总额下降0.8%。"]
PLANNED = ["一是加强执法培训，新增执法人员20人。", "新建法庭2个。", "力争办结率达到96%。", "下一步，办结案件500件。", "我局将培训干部300人。", "要完成培训300人。"]


@pytest.mark.parametrize(("heading", "stands"), list(product(MIXED, STANDS)))
def test_below_a_heading_of_both_things_stand_as_they_are_until_a_plan_opens(heading, stands):
    text = f"松原县司法局2023年工作总结\n2023年12月28日\n一、主要工作\n办结案件312件。\n{heading}\n{stands}\n"
    found = told(text)
    assert set(found) == {("2023", "actual")}
    for planned in PLANNED:
        assert told(f"{text}{planned}\n") == [*found, ("2024", "target")], planned
        assert told(text.rstrip() + planned) == [*found, ("2024", "target")], planned
