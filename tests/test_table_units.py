"""Units that a table says once for many cells: in a note, by the words of a head, by the columns beside it; and times that a head says twice or for others."""

from __future__ import annotations

import pytest

from pipeline.records import Span
from pipeline.tabulate.columns import head_of
from pipeline.tabulate.period import Period
from pipeline.tabulate.words import words

from .test_table_kinds import found, table, whole


def values(text: str) -> list[tuple[float, str]]:
    return [(i["value"]["low"], i["value"]["unit"]) for i in found(text) if i["value"]]


@pytest.mark.parametrize(
    "note",
    [
        "单位：{}（另有注明的除外）",
        "（单位：{}，特别说明者除外）",
        "单位：{}，百分比除外",
        "除另有说明外，单位：{}",
        "（除另有标明外，金额单位为人民币{}）",
        "（除特别注明外，金额单位均为人民币{}）",
        "（以人民币{}列示，另有指明者除外）",
        "（人民币{}，另有说明除外）",
        "（除百分比外，人民币{}）",
        "金额单位：人民币{}（除特别注明外）",
        "如无特别说明，单位：{}",
        "（本表以{}为单位）",
        "（{}）",
    ],
)
@pytest.mark.parametrize(("size", "factor"), [("百万元", 10**6), ("千元", 1000), ("亿元", 10**8)])
@pytest.mark.parametrize("place", ["\n{}\n\n", "\n\n{}\n\n", "{}\n\n"])
def test_a_note_that_leaves_something_out_tells_the_unit(note, size, factor, place):
    rows = table([("县区", "2023年", "人均（元）"), ("柳河县", 38, 120), ("新店县", 21, 95)])
    told = found(f"2023年云山市财政支出{place.format(note.format(size))}{rows}")
    assert [(i["value"]["low"], i["value"]["unit"]) for i in told] == [(38 * factor, "元"), (120, "元"), (21 * factor, "元"), (95, "元")]
    assert not [i["name"] for i in told if "单位" in whole(i) or "除" in whole(i)]


@pytest.mark.parametrize("said", ["（按现行价格计算）", "（续）", "（不含市本级）", "编制单位：万元县财政局", "（以上年为100）"])
def test_brackets_below_a_title_that_are_no_unit(said):
    assert {unit for _, unit in values(f"2023年云山市基本情况\n{said}\n\n{table([('县区', '得数'), ('柳河县', 38), ('新店县', 21)])}")} == {""}


@pytest.mark.parametrize(
    ("units", "heads", "said"),
    [
        ("亿元、个月", ("当期结余", "可支付月数"), ("元", "个月")),
        ("万元、天", ("累计结余", "平均住院天数"), ("元", "天")),
        ("亿元、月", ("滚存结余", "支撑能力（月数）"), ("元", "月")),
        ("万元、小时", ("罚没收入", "平均办理时长"), ("元", "小时")),
    ],
)
@pytest.mark.parametrize("rows", [("1.统筹基金", "2.个人账户"), ("（一）单位账户", "（二）家庭账户"), ("学校", "企业")])
def test_a_column_tells_its_unit_before_its_row(units, heads, said, rows):
    text = table([("项目", *heads), ("一、职工医保", 41, 15), (rows[0], 30, 16), (rows[1], 11, 14)])
    assert [unit for _, unit in values(f"2023年基金情况\n单位：{units}\n\n{text}")] == [*said] * 3


@pytest.mark.parametrize("word", ["批次", "人次", "件次", "户次", "场次"])
@pytest.mark.parametrize("other", ["人", "件", "户"])
@pytest.mark.parametrize("part", ["其中：集体{}", "集体{}", "{}合计"])
def test_the_word_a_head_ends_in_is_its_unit(word, other, part):
    rows = table([("事项", f"来访（{other}）", part.format(word)), ("征地", 86, 3), ("社保", 64, 5)])
    assert values(f"2023年信访情况\n\n{rows}") == [(86, other), (3, word), (64, other), (5, word)]
    rows = table([("事项", "来访数", part.format(word)), ("征地", 86, 3), ("社保", 64, 5)])
    assert [unit for _, unit in values(f"2023年信访情况\n单位：{other}\n\n{rows}")] == [other, word] * 2


@pytest.mark.parametrize("head", ["得分", "自评得分", "综合评分", "扣分", "考核得分", "总分", "数量指标得分"])
@pytest.mark.parametrize("note", ["单位：万元", "金额单位：元", "单位：亿元、%", "单位：人、万元"])
def test_a_score_is_no_sum(head, note):
    rows = table([("资金", "预算数", head), ("上级资金", 400, 9.5), ("本级资金", 220, 8)])
    assert [unit for _, unit in values(f"2023年绩效自评表\n{note}\n\n{rows}")][1::2] == ["分", "分"]
    rows = table([("项目", "甲项目", "乙项目"), ("支出金额", 400, 9), (head, 95, 98)])
    assert [unit for _, unit in values(f"2023年绩效自评表\n{note}\n\n{rows}")][2:] == ["分", "分"]


@pytest.mark.parametrize(
    ("units", "whole_of", "part", "unit"),
    [
        ("万元、亩", "土地面积", "机动地", "亩"),
        ("万元、人", "在册职工", "参公", "人"),
        ("亿元、万人", "参保人数", "灵活就业", "人"),
        ("万元、户", "脱贫户", "搬迁", "户"),
        ("万元、公里", "公路里程", "硬化", "公里"),
    ],
)
def test_a_part_has_the_unit_of_its_whole(units, whole_of, part, unit):
    across = table([("村", "资产总额", whole_of, f"其中：{part}", "负债总额"), ("双桥村", 186, 318, 12, 9), ("大塘村", 53, 284, 16, 7)])
    factor = 10**4 if "万人" in units else 1
    assert values(f"2023年汇总表\n单位：{units}\n\n{across}")[2::4] == [(12 * factor, unit), (16 * factor, unit)]
    down = table([("项目", "2022年", "2023年"), ("资产总额", 186, 190), (whole_of, 318, 320), (f"其中：{part}", 12, 14)])
    assert values(f"2023年汇总表\n单位：{units}\n\n{down}")[4:] == [(12 * factor, unit), (14 * factor, unit)]


@pytest.mark.parametrize(
    ("units", "heads", "said"),
    [
        ("件、万元、天", ("收案", "执行金额", "审理天数"), ("件", "元", "天")),
        ("场次、万元", ("文艺演出", "演出经费"), ("场次", "元")),
        ("万元、人", ("基本工资", "编制", "在职", "退休"), ("元", "人", "人", "人")),
        ("人次、天、元", ("出院", "平均住院日", "次均费用"), ("人次", "天", "元")),
    ],
)
def test_columns_have_the_units_of_a_note_in_its_order(units, heads, said):
    rows = table([("部门", *heads), ("甲部", *range(3, 3 + len(heads))), ("乙部", *range(5, 5 + len(heads)))])
    assert [unit for _, unit in values(f"2023年工作情况\n单位：{units}\n\n{rows}")] == [*said] * 2


@pytest.mark.parametrize("due", ["应交", "应收", "应上缴", "任务", "考核目标", "预算", "年初计划"])
@pytest.mark.parametrize("form", ["完成{}%", "完成{}（%）", "完成{}的%", "完成{}的比例（%）"])
def test_what_was_completed_of_what_keeps_both_words(due, form):
    told = found(f"2023年收缴情况表\n单位：万元\n\n{table([('单位', '实收数', form.format(due)), ('甲局', 40, 96.5), ('乙局', 21, 100)])}")
    shares = [i for i in told if i["value"]["unit"] == "%"]
    assert [("完成" in i["name"], due in i["name"], i["modality"]) for i in shares] == [(True, True, "actual")] * 2


@pytest.mark.parametrize("head", ["下达任务", "下达计划", "完成投资", "完成面积"])
def test_what_was_given_to_do_is_no_completion(head):
    text = words(head, Span(0, len(head)), "column_head")
    assert head_of([text], Period(2023, 2023)).role == "level"


@pytest.mark.parametrize(
    ("name", "months", "period"),
    [("第一季度", "1—3月", "Q1"), ("二季度", "4-6月", "Q2"), ("三季度", "7～9月份", "Q3"), ("第四季度", "10—12月", "Q4"), ("上半年", "1—6月", "H1"), ("下半年", "7-12月", "H2")],
)
@pytest.mark.parametrize("form", ["{name}（{months}）", "{months}（{name}）", "2023年{name}（{months}）"])
def test_a_part_of_a_year_said_twice_is_that_part(name, months, period, form):
    said = form.format(name=name, months=months)
    across = table([("项目", said), ("营业收入", 38), ("营业成本", 21)])
    down = table([("期间", "营业收入"), (said, 38), ("全年", 90)])
    told = found(f"2023年经营数据\n单位：万元\n\n{across}")
    assert [(i["period"], i["name"].endswith(("收入", "成本"))) for i in told] == [(f"2023-{period}", True)] * 2
    assert found(f"2023年经营数据\n单位：万元\n\n{down}")[0]["period"] == f"2023-{period}"


@pytest.mark.parametrize(("time", "period"), [("2023年前三季度", "2023-01/2023-09"), ("2023年上半年", "2023-H1"), ("2023年1—11月", "2023-01/2023-11")])
@pytest.mark.parametrize("title", ["火灾统计（按起火原因）", "安全事故情况表"])
def test_columns_without_a_time_have_the_only_one_that_is_said(time, period, title):
    heads = [("原因", "起数", "", "亡人", "", "伤人（人）", "直接损失（万元）"), ("", time, "同比±%", time, "同比增减", "", "")]
    rows = [("电气", 386, 9.7, 3, -2, 9, 842.6), ("吸烟", 147, -8.1, "—", -1, 1, 63.7), ("自燃", 58, 18.4, 2, 1, "—", 127.9)]
    told = found(f"{title}\n\n{table([*heads, *rows])}")
    assert {i["period"] for i in told} == {period}
    died = [i for i in told if "亡人" in i["name"]]
    assert [c["unit"] for i in died for c in i["changes"]] == ["人"] * 3


@pytest.mark.parametrize("level", ["亡人", "死亡人数", "起数", "案件（件）", "户数"])
@pytest.mark.parametrize("head", ["同比增减", "比上年增减", "同比±"])
def test_a_count_that_no_rate_explains_moved_by_an_amount(level, head):
    small = table([("类别", level, head), ("甲", 3, -2), ("乙", 7, 1), ("丙", 5, -4)])
    rates = table([("类别", level, head), ("甲", 386, 9.7), ("乙", 147, -8.1), ("丙", 58, 18.4)])
    forms = [{c["form"] for i in found(f"2023年统计表\n\n{rows}") for c in i["changes"]} for rows in (small, rates)]
    assert forms == [{"difference"}, {"rate"}]
