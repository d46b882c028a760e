"""Growth in the tables of plans: over several years, and of the year that is planned."""

from __future__ import annotations

import pytest

from .test_table_kinds import found, table

PLAN = "白溪市“十四五”规划主要指标\n白溪市人民政府\n2021年3月10日\n\n"


def changes(text: str) -> list[tuple]:
    return [(i["name"], i["period"], i["modality"], c["low"], c["basis"]) for i in found(text) for c in i["changes"]]


@pytest.mark.parametrize("mean", ["年均增速", "年均增长（%）", "“十四五”年均增长（%）", "年均增速（%）"])
@pytest.mark.parametrize(("first", "last"), [("2020年", "2025年"), ("2020年实际", "2025年目标"), ("2020年基数", "2025年")])
def test_a_mean_growth_is_of_the_years_between(mean, first, last):
    rows = table([("指标", first, last, mean), ("地区生产总值（亿元）", 158, 220, "7%"), ("粮食产量（万吨）", 12, 12.5, "0.8%")])
    assert changes(PLAN + rows) == [("地区生产总值", "2021/2025", "target", 7, "annual_average"), ("粮食产量", "2021/2025", "target", 0.8, "annual_average")]


@pytest.mark.parametrize("growth", ["增长（%）", "增速（%）", "增幅"])
def test_the_numbers_tell_a_mean_growth(growth):
    rows = table([("指标", "2020年", "2025年", growth), ("地区生产总值（亿元）", 158, 220, 7), ("粮食产量（万吨）", 12, 12.5, 0.8), ("财政收入（亿元）", 10.2, 13, 5)])
    assert [c[1:] for c in changes(PLAN + rows)] == [("2021/2025", "target", low, "annual_average") for low in (7, 0.8, 5)]


@pytest.mark.parametrize("growth", ["增长（%）", "增速（%）"])
def test_the_numbers_tell_a_growth_of_all_years(growth):
    rows = table([("指标", "2020年", "2025年", growth), ("地区生产总值（亿元）", 158, 220, 39.2), ("粮食产量（万吨）", 12, 12.5, 4.2), ("财政收入（亿元）", 10.2, 13, 27.5)])
    assert [c[1:] for c in changes(PLAN + rows)] == [("2025", "target", low, "base") for low in (39.2, 4.2, 27.5)]


@pytest.mark.parametrize("brackets", ["（{}）", "({})", "[{}]", "〔{}〕"])
@pytest.mark.parametrize("head", ["年均增速（累计）", "年均增长[累计]", "年均增速（%）"])
def test_brackets_hold_what_all_years_make_together(brackets, head):
    rows = table([("指标", "2020年", "2025年", head), ("地区生产总值（亿元）", 158, 220, "7"), ("城镇化率（%）", 51, 58, brackets.format(7))])
    [_, (name, period, _, low, basis)] = changes(PLAN + rows)
    summed = "累计" in head or brackets[0] in "[〔"
    assert (name, period, low, basis) == ("城镇化率", "2021/2025", 7, "base") if summed else low == -7


@pytest.mark.parametrize(("done", "aim"), [("2023年实际", "2024年目标"), ("2023年完成", "2024年计划"), ("2023年", "2024年预期目标")])
@pytest.mark.parametrize("growth", ["增长（%）", "增速（%）", "比上年增长（%）"])
def test_growth_behind_an_aim_is_of_the_aim(done, aim, growth):
    rows = table([("指标", done, aim, growth), ("地区生产总值（亿元）", 186.4, 199, 7), ("财政收入（亿元）", 12.1, 12.8, 6)])
    told = changes(f"白溪市2024年国民经济和社会发展计划主要指标表\n2024年1月10日\n\n{rows}")
    assert [c[1:] for c in told] == [("2024", "target", 7, "yoy"), ("2024", "target", 6, "yoy")]


def test_growth_behind_what_was_reached_of_an_aim_is_of_what_was_reached():
    rows = table([("指标", "2023年目标", "2023年实际", "增长（%）"), ("地区生产总值（亿元）", 190, 186.4, 5.2), ("财政收入（亿元）", 12, 12.1, 6)])
    told = changes(f"白溪市2023年国民经济和社会发展计划执行情况表\n2024年1月10日\n\n{rows}")
    assert [c[1:] for c in told] == [("2023", "actual", 5.2, "yoy"), ("2023", "actual", 6, "yoy")]


HEADS = ["年均/累计", "年均[累计]", "年均（累计）", "年均增长/[累计]", "年均增速（%）/累计", "“十四五”年均/累计", "年均〔五年累计〕", "年均增长（%）"]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("brackets", ["[{}]", "〔{}〕", "［{}］"])
def test_a_sum_is_in_the_unit_of_its_row(head, brackets):
    rows = [
        ("地区生产总值（亿元）", 300, 420, "7%左右"), ("城镇化率（%）", 55.1, 60, brackets.format(4.9)), ("发明专利拥有量（件）", 1.2, 2, brackets.format(0.8)),
        ("平均受教育年限（年）", 10.1, 10.8, brackets.format(0.7)), ("研发经费投入增长（%）", "—", "—", ">10"), ("单位GDP能耗降低（%）", "—", "—", brackets.format(13)), ("水库库容（万立方米）", 820, 910, brackets.format(90)),
    ]  # fmt: skip
    told = [c for i in found(PLAN + table([("指标", "2020年", "2025年", head), *rows])) for c in i["changes"]]
    assert [(c["low"], c["unit"], c["basis"], c["form"]) for c in told] == [
        (7, "%", "annual_average", "rate"), (4.9, "百分点", "base", "difference"), (0.8, "件", "base", "difference"), (0.7, "年", "base", "difference"),
        (10, "%", "annual_average", "rate"), (-13, "%", "base", "rate"), (900000, "立方米", "base", "difference"),
    ]  # fmt: skip
    assert {(i["period"], i["modality"]) for i in found(PLAN + table([("指标", "2020年", "2025年", head), *rows])) if i["changes"]} == {("2021/2025", "target")}


@pytest.mark.parametrize("head", ["年均/累计", "年均增长（%）"])
def test_the_numbers_tell_a_sum_that_is_a_rate(head):
    rows = table([("指标", "单位", "2020年", "2025年", head), ("地区生产总值", "亿元", 158, 220, "7"), ("粮食产量", "万吨", 12, 12.6, "[5]"), ("游客", "万人次", 200, 240, "[20]")])
    assert [(c["low"], c["unit"], c["form"]) for i in found(PLAN + rows) for c in i["changes"]] == [(7, "%", "rate"), (5, "%", "rate"), (20, "%", "rate")]


@pytest.mark.parametrize("head", ["年均", "年均降雨量（毫米）", "累计", "五年累计（亿元）"])
def test_a_mean_or_a_sum_by_itself_is_a_level(head):
    rows = table([("站点", "2025年", head), ("东站", 158, 220), ("西站", 120, 180)])
    assert [i["changes"] for i in found(f"白溪市观测情况\n\n{rows}")] == [[]] * 4
