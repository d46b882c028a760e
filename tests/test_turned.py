"""What stands round a report turns nothing of it: dates and issues below a title, papers of a meeting, attachments, lines of a site."""

from __future__ import annotations

import pytest

from pipeline.chain import analyse
from pipeline.read import read_text

LINES = [
    *("二零二四年四月", "二〇二四年一月十五日", "2024年4月", "2024年4月15日", "2024 年 4 月", "（2024年4月15日）", "2024年第3期", "二○二四年三月", "2024-04-15"),
    *("2024年松原县两会材料之三", "县2024年人代会文件（八）", "2024年工作会议交流材料", "（审议稿）2024年1月", "2024年1月·松原", "松水发〔2024〕3号"),
    *("发布日期：2024年3月", "公开时间：2024年8月", "来源：县水利局 2024年2月", "签发人：张三  2024年1月8日", "附件：2024年重点项目清单", "县水利局办公室2024年1月5日印发"),
    *("根据《关于报送2024年度考核材料的通知》要求，现将有关情况报告如下：", "按照2024年全县工作会议部署，现将2023年工作汇报如下。", "为做好2024年工作，现将2023年工作总结如下："),
    *("2024年1月15日，松原县水利局发布本报告。", "本报告数据截至2023年12月31日，2024年4月经审定。", "2024年是新中国成立75周年。", "编者按：2024年全县水利工作会议召开，现摘登如下。"),
]
BODIES = ["一、基本情况\n新建泵站12座。\n二、社会绩效\n培训员工30人。\n", "工作开展情况如下：\n新建泵站12座。\n（一）队伍建设\n培训员工30人。\n", "新建泵站12座。\n\n培训员工30人。\n"]
TITLES = ["松原县水利局2023年工作总结", "松原县水利局\n2023年度报告", "松原水务集团有限公司2023年度环境、社会及公司治理（ESG）报告"]


def when(text: str) -> set[tuple[str, str | None]]:
    return {(one.modality, one.period) for one in analyse(read_text(text)).indicators if one.name in ("新建泵站", "培训员工")}


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("body", BODIES)
def test_a_line_below_the_title_turns_nothing(title: str, line: str, body: str):
    assert when(f"{title}\n{line}\n\n{body}") == {("actual", "2023")}


@pytest.mark.parametrize("line", LINES[:21])
def test_a_line_between_paragraphs_turns_nothing(line: str):
    assert when(f"松原县水利局2023年工作总结\n一、基本情况\n新建泵站12座。\n\n{line}\n\n培训员工30人。\n") == {("actual", "2023")}


@pytest.mark.parametrize("heading", ["2024年工作打算", "2024年重点工作", "2024年目标任务", "下一步工作安排", "2024年，我们将：", "二、2024年"])
def test_a_heading_that_plans_does(heading: str):
    done = analyse(read_text(f"松原县水利局2023年工作总结\n一、基本情况\n新建泵站12座。\n\n{heading}\n新建泵站15座。\n")).indicators
    assert [(one.modality, one.period) for one in done] == [("actual", "2023"), ("target", "2024")]


@pytest.mark.parametrize("annex", ["附件", "附件1", "附件2：", "附录："])
@pytest.mark.parametrize("name", ["2023年民生实事完成情况", "2023年十件实事落实情况", "2023年重点工作完成情况"])
def test_an_attachment_that_follows_the_parts_is_what_it_says(annex: str, name: str):
    parts = "一、2023年工作回顾\n改建渠道3公里。\n二、2024年工作打算\n改建渠道5公里。\n"
    colon = "" if annex.endswith("：") else "："
    text = f"松原县水利局2023年工作总结和2024年工作打算\n{parts}\n{annex}{colon}{name}\n新建泵站12座。\n"
    assert when(text) == {("actual", "2023")}
    assert {one.topic for one in analyse(read_text(text)).indicators if one.name == "新建泵站"} <= {None, "民生实事", "十件实事"}


@pytest.mark.parametrize("as_of", ["截至2023年11月底", "截止2023年10月末", "截至2023年12月"])
@pytest.mark.parametrize("told", ["86个问题已整改82个", "整改问题82个，整改率95%", "追回资金1260万元"])
def test_what_is_told_as_of_a_later_day_has_happened(as_of: str, told: str):
    text = f"松原县人民政府关于2022年度预算执行审计查出问题整改情况的报告\n一、整改情况\n{as_of}，{told}。\n"
    assert {one.modality for one in analyse(read_text(text)).indicators} == {"actual"}


def test_what_is_aimed_at_by_a_later_day_is_not():
    text = "松原县水利局2023年工作总结\n一、基本情况\n到2025年，新建泵站15座。\n"
    assert when(text) == {("target", "2025")}


@pytest.mark.parametrize("plan", ["《松原县国土空间总体规划（2021—2035年）》获批", "编制《松原水网建设规划（2024-2030年）》", "签署《沿线六县行动计划（2023—2025年）》"])
def test_the_years_of_a_document_that_is_named_date_nothing(plan: str):
    assert when(f"松原县水利局2023年工作总结\n一、基本情况\n{plan}，新建泵站12座。\n") == {("actual", "2023")}


@pytest.mark.parametrize("five", ["五年累计", "五年合计", "五年共"])
def test_five_years_together_are_those_that_are_planned(five: str):
    text = f"松原县人民政府2026年工作报告\n一、“十四五”时期工作回顾\n{five}新建泵站12座。\n二、“十五五”时期主要目标\n{five}新建泵站15座。\n"
    assert when(text) == {("actual", "2021/2025"), ("target", "2026/2030")}


@pytest.mark.parametrize("heading", ["二、下半年工作安排", "二、下步工作打算", "下半年，我局将：", "下一步，我局将做好以下工作："])
@pytest.mark.parametrize("line", ["", "2024年7月", "（2024年7月5日）", "县水利局办公室  2024年7月", "今年以来，我局认真落实各项部署。"])
def test_half_a_year_and_the_other_half(heading: str, line: str):
    text = f"松原县水利局2024年上半年工作总结\n{line}\n一、工作开展情况\n新建泵站12座。\n{heading}\n新建泵站15座。\n"
    assert [(one.modality, one.period) for one in analyse(read_text(text)).indicators] == [("actual", "2024-H1"), ("target", "2024-H2")]


@pytest.mark.parametrize("title", ["松原县水利局2024年工作要点", "松原县水利局2024年工作计划", "松原县2024年民生实事实施方案"])
@pytest.mark.parametrize("line", ["", *LINES[:12], "2023年，全县水利工作取得明显成效。", "目　录"])
def test_a_plan_is_a_plan_whatever_stands_below_its_title(title: str, line: str):
    assert when(f"{title}\n{line}\n一、总体要求\n坚持稳中求进。\n二、主要任务\n新建泵站12座。\n（一）加强培训\n培训员工30人。\n") == {("target", "2024")}
