"""Sentences into indicators."""

from __future__ import annotations

import dataclasses

import pytest

from pipeline.chain import analyse
from pipeline.extract import extract
from pipeline.read import read_text
from pipeline.records import Indicator, Quantity
from pipeline.segment import segment

from .conftest import cases

_BOUND = {"exact": "", "min": "≥", "max": "≤", "approx": "~", "range": ""}


def indicators(text: str) -> tuple[Indicator, ...]:
    report = dataclasses.replace(read_text(text), review_year=2023, plan_year=2024, furniture=())
    return extract(segment(report))[1]


def shape(q: Quantity) -> str:
    low = f"{float(q.low):.15g}" + (f"~{float(q.high):.15g}" if q.high != q.low else "")
    return f"{_BOUND[q.bound]}{low}{q.unit}"


def written(indicator: Indicator) -> str:
    value = " ".join(([f"<{shape(indicator.base)}"] if indicator.base else []) + ([shape(indicator.value)] if indicator.value else []))
    target = "T" if indicator.modality == "target" else ""
    parts = ([value + target] if value else []) + [f"{c.basis} {shape(c.quantity)}" for c in indicator.changes]
    parts += [f"第{int(indicator.rank.quantity.low)}位"] if indicator.rank else []
    return f"{indicator.name}: {', '.join(parts)}"


@pytest.mark.parametrize(
    ("time", "period"),
    [
        ("2022年1—11月，", "2022-01/2022-11"), ("2022年一季度，", "2022-Q1"), ("2022年第三季度，", "2022-Q3"), ("2022年前三季度，", "2022-01/2022-09"),
        ("2022年上半年，", "2022-H1"), ("2022年前八个月，", "2022-01/2022-08"), ("到“十五五”末，", "2030"), ("到2030年，", "2030"),
    ],
)  # fmt: skip
def test_periods_within_a_year_and_at_the_end_of_a_plan(time: str, period: str):
    assert indicators(f"{time}粮食产量达到50万吨。")[0].period == period


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("新增城镇就业12万人。", "2019/2023"),  # what came in the years
        ("新增公路通车里程300公里。", "2019/2023"),
        ("公路通车里程达到4200公里。", "2023"),  # how it stood in the end
        ("养老保险参保率稳定在96%以上。", "2023"),
        ("粮食产量稳定在50万吨以上。", "2019/2023"),
        ("国有企业资产总额增长80%、达到320亿元。", "2023"),
        ("冻土最大深度达到96厘米。", "2023"),
        ("培育规模以上经营主体260户。", "2019/2023"),
    ],
)
def test_a_look_back_over_years_tells_flows_of_the_years_and_stocks_of_the_last(sentence: str, period: str):
    text = f"汐江市2024年政府工作报告\n——2024年1月10日在汐江市第九届人民代表大会第三次会议上\n一、过去五年工作回顾\n{sentence}\n"
    assert analyse(read_text(text)).indicators[0].period == period


def test_a_part_of_a_year_compared_with_is_no_period():
    assert indicators("2023年，粮食产量比2022年上半年增长5%。")[0].period == "2023"


@pytest.mark.parametrize("base", ["超过2019年同期", "恢复到2019年的九成", "高于2019年"])
def test_a_year_that_was_reached_or_passed_is_no_period(base: str):
    assert indicators(f"入境游客{base}，接待量居全省第三位。")[-1].period == "2023"


def test_a_span_of_years_told_of_one_figure_does_not_hold_for_the_next_sentence():
    found = indicators("一、2023年工作回顾\n城区人口五年间翻了一番，学位一直紧张。新增学位3960个。\n五年来，成绩不小。新建学校12所。")
    assert [i.period for i in found] == ["2019/2023", "2023", "2019/2023"]


@pytest.mark.parametrize("goal", ["拥堵指数较上年下降5%。", "财政收入比去年增长6%。"])
def test_a_goal_measured_against_the_year_before_is_a_target(goal: str):
    assert indicators(f"二、2024年工作计划\n{goal}")[0].modality == "target"


@pytest.mark.parametrize("sentence", ["三项计划共录取学生9万人。", "“英才计划”下达资金7亿元。"])
def test_a_plan_by_name_is_no_target(sentence: str):
    assert indicators(sentence)[0].modality == "actual"


@pytest.mark.parametrize(("text", "expected"), cases("indicators.txt"))
def test_case(text: str, expected: str):
    assert " | ".join(map(written, indicators(text))) == expected


def test_years_come_from_the_report_and_its_words():
    found = indicators("去年新增就业3万人。2020年到2022年累计培训9万人次。到2030年覆盖率达到90%。")
    assert [(i.period, i.modality) for i in found] == [("2023", "actual"), ("2020/2022", "actual"), ("2030", "target")]


def test_an_indicator_is_found_in_a_plan_as_a_target():
    found = indicators("一、2023年工作回顾\n新增就业3万人。\n二、2024年工作计划\n新增就业4万人。")
    assert [(i.period, i.modality) for i in found] == [("2023", "actual"), ("2024", "target")]


def test_a_row_that_does_not_say_of_what_is_trusted_less():
    accidents, deaths = indicators("一般程序道路交通事故162起，死亡39人。")
    assert 0 < accidents.confidence < 1
    alone = indicators("2023年，我们聚焦重点。完成21项。")[0]
    assert alone.confidence < deaths.confidence


@pytest.mark.parametrize(
    ("sentence", "period"),
    [("三年内参保率提高到90%。", "2026"), ("用三年时间，解决75万户住房困难。", "2024/2026"), ("五年内市财政将投入20亿元。", "2024/2028"), ("年内新建学校3所。", "2024")],
)
def test_a_span_of_years_ahead_is_counted_from_the_year_planned_for(sentence: str, period: str):
    assert indicators(f"二、2024年工作计划\n{sentence}")[0].period == period
