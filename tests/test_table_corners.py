"""The unit in the first cell of a table, over the names of its rows."""

from __future__ import annotations

import pytest

from .test_table_kinds import found, table

UNITS = [("亿元", 10**8, "元"), ("万元", 10**4, "元"), ("万吨", 10**4, "吨"), ("公顷", 1, "公顷"), ("万千瓦时", 10**4, "千瓦时")]


def values(text: str) -> list[tuple[float, str]]:
    return [(i["value"]["low"], i["value"]["unit"]) for i in found(text) if i["value"]]


@pytest.mark.parametrize("corner", ["单位：{}", "单位:{}", "指标（{}）", "指标({})", "项目　　单位：{}", "（单位：{}）", "计量单位：{}", "指标（单位：{}）", "指标 单位：{}", "项目<br>单位：{}"])
@pytest.mark.parametrize(("unit", "factor", "name"), UNITS)
def test_the_first_cell_says_the_unit(corner, unit, factor, name):
    rows = table([(corner.format(unit), "2023年", "2022年", "增长%"), ("甲项", 156, 150, 4.0), ("乙项", 120, 111, 8.1)])
    assert values(f"东岭区2023年主要指标\n\n{rows}") == [(low * factor, name) for low in (156, 150, 120, 111)]


@pytest.mark.parametrize("corner", ["单位：万元、%", "指标（万元、%）", "指标（单位：万元，%）", "单位：万元 %"])
def test_several_units_in_the_first_cell(corner):
    rows = table([(corner, "本年目标", "1-11月完成", "完成率", "同比增长"), ("引进资金", 5200, 4862, 93.5, 7.7), ("投资", 8300, 7621, 91.8, 2.9)])
    told = found(f"东岭区2023年目标完成情况\n\n{rows}")
    assert [(q["low"], q["unit"]) for i in told for q in (i["value"], *i["changes"]) if q] == [
        (52000000, "元"), (48620000, "元"), (7.7, "%"), (93.5, "%"), (83000000, "元"), (76210000, "元"), (2.9, "%"), (91.8, "%"),
    ]  # fmt: skip


@pytest.mark.parametrize("corner", ["月份（月）", "学校（所）", "年份（年）", "指标（不含农户）", "指标（续）", "村（社区）"])
def test_what_stands_in_brackets_over_the_rows_may_be_no_unit(corner):
    rows = table([(corner, "甲类（万元）", "户数（户）"), ("东片", 156, 15), ("西片", 120, 11)])
    assert values(f"东岭区2023年情况\n\n{rows}") == [(1560000, "元"), (15, "户"), (1200000, "元"), (11, "户")]


@pytest.mark.parametrize("corner", ["单位：亿元", "指标（亿元）"])
def test_a_row_keeps_the_unit_of_its_own(corner):
    rows = table([(corner, "2023年", "2022年"), ("甲项", 156, 150), ("城镇化率（%）", 52.1, 51.3), ("乙产量（万吨）", 3, 2)])
    assert [unit for _, unit in values(f"东岭区2023年主要指标\n\n{rows}")] == ["元", "元", "%", "%", "吨", "吨"]
