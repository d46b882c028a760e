"""What heads and notes of a table say of its columns: amounts and rates, shares of the year before, indices, school
years, units of sections, kinds behind names."""

from __future__ import annotations

from itertools import product

import pytest

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.read import read_text

from .test_table_kinds import found, table, whole


def changes(text: str) -> list[list[tuple[str, float, str]]]:
    return [[(c["basis"], c["low"], c["unit"]) for c in i["changes"]] for i in found(text)]


@pytest.mark.parametrize(("size", "factor"), [("亿元", 10**8), ("万元", 10**4)])
@pytest.mark.parametrize("split", ["、", "，", ","])
@pytest.mark.parametrize("rate", ["同比增长", "比上年同期增长", "同比增幅", "同比增速", "同比±%"])
@pytest.mark.parametrize(
    "amount", ["比上月增减", "比上月末增减", "比年初增减", "比年初增加", "较年初净增", "比年初新增", "较上月增加", "比年初增减额"]
)
def test_what_stands_beside_a_rate_under_two_units_is_an_amount(size, factor, split, rate, amount):
    rows = [("一、各项存款", 846.37, 18.42, 7.3), ("二、各项贷款", 968.25, -11.36, 8.1), ("其他", 31.5, 2.2, -1.0)]
    text = f"白溪市信贷收支表（2024年8月末）\n单位：{size}{split}%\n\n{table([('项目', '余额', amount, rate), *rows])}"
    told = changes(text)
    assert [[(round(low / (factor if unit == "元" else 1), 2), unit) for _, low, unit in one] for one in told] == [
        [(moved, "元"), (grown, "%")] for _, _, moved, grown in rows
    ]


@pytest.mark.parametrize(
    ("head", "moved"), [("同比增减", (8.4, "%")), ("同比增长", (8.4, "%")), ("比年初增减", (840000000, "元")), ("比上月末增减", (840000000, "元"))]
)
@pytest.mark.parametrize("other", [(), ("占比",), ("椽檐枘凿",)])
def test_what_moved_since_a_day_is_an_amount_and_what_moved_in_a_year_a_rate(head, moved, other):
    rows = table([("项目", "余额", head, *other), *(row[: 3 + len(other)] for row in (("各项存款", 846.37, 8.4, 71), ("各项贷款", 968.25, -1.3, 29)))])
    told = changes(f"白溪市2024年8月信贷收支表\n单位：亿元、%\n\n{rows}")
    assert told[0][0][1:] == moved


@pytest.mark.parametrize("head", ["本月末余额", "本期末余额", "期末余额", "年末余额", "月末余额"])
def test_the_end_of_a_time_is_none_of_a_name(head):
    rows = table([("项目", head), ("各项存款", 846.37), ("各项贷款", 968.25)])
    assert found(f"白溪市2024年8月信贷收支表\n单位：亿元\n\n{rows}")[0]["name"] == "各项存款余额"


@pytest.mark.parametrize(
    ("head", "against"),
    [
        ("决算数为上年决算数的%", "上年"),
        ("为上年决算数的%", "上年"),
        ("执行数为上年执行数的百分比（%）", "上年"),
        ("为上年同期%", "上年同期"),
        ("占上年%", "上年"),
        ("为去年%", "去年"),
        ("为2022年%", "2022年"),
        ("相当于上年的比例（%）", "上年"),
    ],
)
@pytest.mark.parametrize("names", [("税收收入", "非税收入"), ("粮食产量", "油料产量")])
def test_a_share_of_the_year_before_is_no_change(head, against, names):
    rows = table([("项目", "2022年决算数", "2023年决算数", head), (names[0], 400, 408, 102.0), (names[1], 200, 163, 81.5)])
    shares = [i for i in found(f"青溪县2023年决算表\n单位：万元\n\n{rows}") if i["value"]["unit"] == "%"]
    assert [(i["value"]["low"], i["period"], i["modality"]) for i in shares] == [(102, "2023", "actual"), (81.5, "2023", "actual")]
    assert all(against in whole(i) and name in whole(i) for i, name in zip(shares, names, strict=True))
    assert not any(i["changes"] for i in found(f"青溪县2023年决算表\n单位：万元\n\n{rows}"))


def test_a_share_of_the_year_before_of_a_budget_is_planned():
    rows = table([("项目", "2023年执行数", "2024年预算数", "预算数为上年执行数的%"), ("税收收入", 400, 408, 102.0), ("非税收入", 200, 163, 81.5)])
    shares = [i for i in found(f"青溪县2024年预算表\n单位：万元\n\n{rows}") if i["value"]["unit"] == "%"]
    assert [(i["period"], i["modality"]) for i in shares] == [("2024", "target")] * 2


@pytest.mark.parametrize("price", ["", "价格"])
@pytest.mark.parametrize(("before", "equals"), [("以", "为"), ("", "="), ("", "＝")])
@pytest.mark.parametrize("against", ["上月", "上年同月", "上年同期", "上年"])
@pytest.mark.parametrize("title", ["居民消费价格指数", "居民消费价格分类指数", "商品零售价格分类指数"])
def test_a_column_against_100_is_an_index_of_the_time_of_its_table(price, before, equals, against, title):
    head = f"{before}{against}{price}{equals}100"
    names = ("粮食", "鲜菜", "衣着")
    rows = table([("类别", head, f"1—9月平均（{head}）"), *((name, 100.2, 99.4) for name in names)])
    told = found(f"白溪市2025年9月{title}\n\n{rows}")
    assert [(i["period"], i["value"]["low"], i["value"]["unit"]) for i in told] == [("2025-09", 100.2, ""), ("2025-01/2025-09", 99.4, "")] * 3
    assert all(name in i["name"] and "价格指数" in i["name"] and against in i["name"] for name, i in zip((n for n in names for _ in "12"), told, strict=True))


@pytest.mark.parametrize("years", ["2023/2024学年", "2023-2024学年", "2023—2024学年度", "2023/2024学年初", "2023—24学年", "2023/24学年度"])
@pytest.mark.parametrize("place", ["title", "behind", "heads"])
def test_a_school_year_is_the_time_of_two_years(years, place):
    head = f"{years}在校生数" if place == "heads" else "在校生数"
    title = {"title": f"澄湾县{years}各级各类学校基本情况", "behind": f"各级各类学校基本情况（{years}）", "heads": "各级各类学校基本情况"}[place]
    told = found(f"{title}\n单位：人\n\n{table([('类别', head), ('普通高中', 2168), ('初中', 4870), ('小学', 5236)])}")
    assert [(i["period"], i["name"]) for i in told] == [("2023/2024", f"{name}在校生数") for name in ("普通高中", "初中", "小学")]


@pytest.mark.parametrize("dash", ["—", "-", "", "/"])
@pytest.mark.parametrize("marks", [("一、", "二、", "　1.", "　2."), ("（一）", "（二）", "　1.", "　2."), ("一、", "二、", "", "")])
@pytest.mark.parametrize("unit", ["万元", "亿元"])
def test_the_unit_of_a_section_holds_until_the_next(dash, marks, unit):
    first, second, one, two = marks
    rows = [
        (f"{first}“三公”经费支出（{unit}）", dash, dash),
        (f"{one}因公出国（境）费", 3, 2),
        (f"{two}公务接待费", 10.5, 7.5),
        (f"{second}相关统计数", dash, dash),
        ("　1.公务用车保有量（辆）", 7, 9),
        ("　2.其他事项", 6, 8),
    ]
    told = found(f"2024年决算表\n\n{table([('项目', '预算数', '决算数'), *rows])}")
    assert [i["value"]["unit"] for i in told] == ["元"] * 4 + ["辆"] * 2 + [""] * 2


@pytest.mark.parametrize("dash", ["—", "-"])
def test_a_row_without_figures_gives_its_unit_to_none_beside_it(dash):
    rows = [("新开工面积（万平方米）", dash), ("开工进度", 31), ("商品房销售额", 12)]
    assert [i["value"]["unit"] for i in found(f"2024年房地产主要指标\n\n{table([('指标', '2024年'), *rows])}")] == ["", ""]


@pytest.mark.parametrize("head", ["规格等级", "规格", "规格型号", "等级", "型号", "品牌", "产地"])
@pytest.mark.parametrize("unit", [True, False])
def test_the_kind_behind_a_name_belongs_to_it(head, unit):
    names = [("猪肉", "五花肉"), ("", "精瘦肉"), ("", "排骨"), ("鸡蛋", "新鲜完整"), ("大米", "")]
    rows = [(name, kind, *(("元/公斤",) if unit else ()), 3.1 + n) for n, (name, kind) in enumerate(names)]
    heads = ("品种", head, *(("计量单位",) if unit else ()), "本月均价")
    told = [i["name"] for i in found(f"白溪市2026年2月食品零售价格监测表\n\n{table([heads, *rows])}")]
    assert told == ["猪肉（五花肉）均价", "猪肉（精瘦肉）均价", "猪肉（排骨）均价", "鸡蛋（新鲜完整）均价", "大米均价"]


@pytest.mark.parametrize(
    ("title", "head", "before"),
    [
        ("2025年第三季度", "上季度", "2025-Q2"),
        ("2025年9月", "上月", "2025-08"),
        ("2025年1月", "上月", "2024-12"),
        ("2025年", "上年", "2024"),
    ],
)
@pytest.mark.parametrize("rank", ["排名", "位次", "名次"])
def test_a_rank_of_the_time_before_is_of_that_time(title, head, before, rank):
    rows = table([("单位", "综合得分", head + rank), ("县水务局", 97.5, 3), ("县教育局", 95.1, 2), ("县供电公司", 94, 1)])
    told = [i for i in found(f"平湾县{title}热线办理情况通报表\n\n{rows}") if i["rank"]]
    assert [(i["period"], i["rank"]["low"]) for i in told] == [(before, 3), (before, 2), (before, 1)]
    assert not any("上" in whole(i) or "季度" in whole(i) for i in told)


@pytest.mark.parametrize(("word", "money"), list(product(["出口", "进口", "成交", "销售"], ["金额", "价值"])))
def test_sums_beside_quantities_have_the_unit_of_the_note(word, money):
    rows = table(
        [
            ("商品名称", "计量单位", "10月", "", "1至10月累计", ""),
            ("", "", "数量", money, "数量", money),
            ("茶叶", "吨", 327, 185, 3418, 1976),
            ("汽车", "辆", 604, 1108, 5377, 9863),
            ("服装", "-", "-", 4286, "-", 39517),
        ]
    )
    told = found(f"2024年10月全市主要{word}商品量值表\n金额单位：万元\n\n{rows}")
    assert [(i["name"], i["value"]["unit"]) for i in told[:4]] == [
        (f"茶叶{word}量", "吨"),
        (f"茶叶{word}额", "元"),
        (f"茶叶{word}量", "吨"),
        (f"茶叶{word}额", "元"),
    ]
    assert [(i["value"]["low"], i["value"]["unit"]) for i in told[-2:]] == [(42860000, "元"), (395170000, "元")]


@pytest.mark.parametrize("part", ["1—10月", "1-10月份", "10月", "10月末", "一季度", "上半年", "前三季度"])
@pytest.mark.parametrize("moved", ["增减（百分点）", "提高（百分点）"])
@pytest.mark.parametrize("measure", ["固定资产投资", "规模以上工业增加值"])
def test_a_time_that_is_compared_with_is_none_of_the_numbers(part, moved, measure):
    rows = table([("行业", "同比增长（%）", f"比{part}{moved}"), ("采矿业", 21.4, -3.2), ("制造业", 11.7, 0.9), ("　其中：高技术制造业", 16.3, 2.5)])
    told = found(f"2024年1—11月{measure}分行业情况\n\n{rows}")
    assert {i["period"] for i in told} == {"2024-01/2024-11"}
    assert [(c["low"], c["unit"]) for i in told for c in i["changes"]] == [(21.4, "%"), (-3.2, "百分点"), (11.7, "%"), (0.9, "百分点"), (16.3, "%"), (2.5, "百分点")]
    assert all(measure in whole(i) and "比" not in whole(i) for i in told)


def test_growth_said_twice_is_of_the_level_before_each():
    rows = table([("指标", "2024年预计完成", "比上年增长（%）", "2025年计划", "比上年增长（%）"), ("地区生产总值", 127.8, 5.6, 135.8, 6.0), ("粮食产量", 21.6, 1.2, 21.7, 0.5)])
    told = found(f"青溪县2025年计划主要指标\n单位：亿元\n\n{rows}")
    assert [(i["period"], i["modality"], [c["low"] for c in i["changes"]]) for i in told[:2]] == [("2024", "actual", [5.6]), ("2025", "target", [6.0])]


@pytest.mark.parametrize("word", ["同比变化", "同比增减", "比上年同期增减"])
def test_a_row_of_changes_below_the_year_before_is_of_the_year(word):
    rows = table([("月份", "优良天数（天）", "PM2.5（微克/立方米）"), ("6月", 28, 21), ("1—7月", 184, 35), ("上年同期", 176, 38), (word, 8, -3)])
    told = found(f"平湾县2025年1—7月城区环境空气质量情况\n\n{rows}")
    assert [(i["period"], [(c["low"], c["unit"]) for c in i["changes"]]) for i in told if i["changes"]] == [
        ("2025-01/2025-07", [(8, "天")]),
        ("2025-01/2025-07", [(-3, "微克/立方米")]),
    ]


@pytest.mark.parametrize("numbers", [(41865, 15384, 9846), (12, 900, 31)])
def test_rows_of_one_measure_in_the_title_have_it_in_their_names(numbers):
    first, second, third = numbers
    rows = [("全社会用电总计", 99999), ("A、全行业用电合计", 88888), ("　　第二产业", 60000), ("　　　其中：工业", first), ("　　第三产业", second), ("B、居民生活用电", 10000), ("　　城镇居民", third)]
    told = found(f"白溪市2023年全社会用电量分季度情况\n单位：万千瓦时\n\n{table([('用电类别', '一季度'), *rows])}")
    assert all("用电" in whole(i) for i in told)


@pytest.mark.parametrize("whole_", ["总数", "合计", "小计", "总人数"])
@pytest.mark.parametrize("part", ["其中：女性", "#女性", "女性"])
@pytest.mark.parametrize("before", ["总户数", "出生人口", "土地面积"])
def test_columns_below_one_head_take_nothing_from_those_beside_it(whole_, part, before):
    heads = ("乡镇", before, "年末户籍人口", "", "死亡人口", "出生率（‰）")
    rows = [heads, ("", "", whole_, part, "", ""), ("东河镇", 120, 560, 270, 4, 7.1), ("西山镇", 150, 650, 310, 5, 6.5)]
    told = found(f"2024年白溪市各乡镇基本情况\n\n{table(rows)}")
    assert len(told) == 10
    assert not any(before in whole(i) for i in told if i["value"]["low"] not in (120, 150))
    assert all("户籍人口" in whole(i) and "女性" in whole(i) for i in told if i["value"]["low"] in (270, 310))
    assert [i["name"] for i in told if i["value"]["low"] in (4, 7.1)] == ["死亡人口", "出生率"]


@pytest.mark.parametrize("head", ["位次变化", "位次升降", "排名变化", "排名较上年变化", "位次较上月升降", "较上年位次变化", "名次变动"])
def test_how_far_a_place_moved_is_no_place(head):
    rows = table([("县区", "得分", "排名", head), ("东河区", 97.1, 3, 2), ("西山区", 99, 1, -1), ("北关区", 98, 2, "↓1")])
    told = found(f"2024年各区考核得分\n\n{rows}")
    assert [(i["scope"], i["rank"]["low"]) for i in told if i["rank"]] == [("东河区", 3), ("西山区", 1), ("北关区", 2)]
    assert not any(i["changes"] for i in told)


@pytest.mark.parametrize("noun", ["价格", "均价", ""])
@pytest.mark.parametrize(("title", "before", "year"), [("2024年6月", "2024-05", "2023-06"), ("2024年1月", "2023-12", "2023-01"), ("2024年第一季度", "2023-Q4", "2023-Q1")])
def test_the_last_time_beside_the_year_before_is_the_part_before(noun, title, before, year):
    heads = ("品种", f"本期{noun}", f"上期{noun}", "环比±%", f"上年同期{noun}", "同比±%")
    rows = table([heads, ("面粉", 2.41, 2.40, 0.4, 2.35, 2.6), ("大米", 3.1, 3.2, -3.1, 3.3, -6.1)])
    told = found(f"{title}白溪市主要农产品价格监测表\n单位：元/公斤\n\n{rows}")
    assert [i["period"] for i in told][1:3] == [before, year]


@pytest.mark.parametrize("before", ["上学年", "上年", "上年末"])
@pytest.mark.parametrize("term", ["", "第一学期", "第二学期"])
def test_a_school_year_is_compared_with_the_one_before(before, term):
    rows = table([("年级", "学生数（人）", f"比{before}增减（人）"), ("高一", 600, 20), ("高二", 620, -12)])
    told = found(f"2023—2024学年{term}各年级学生情况\n\n{rows}")
    assert [(i["name"], i["period"], [c["low"] for c in i["changes"]]) for i in told] == [("高一学生数", "2023/2024", [20]), ("高二学生数", "2023/2024", [-12])]


@pytest.mark.parametrize("gap", ["", "　", " "])
@pytest.mark.parametrize("made", ["编制单位：青溪县民政局", "填报单位：青溪县民政局", "制表部门: 青溪县民政局"])
def test_who_made_a_table_is_none_of_its_title(gap, made):
    rows = table([("项目", "预算数", "决算数"), ("合计", 13, 9), ("公务接待费", 3, 2)])
    told = found(f"2024年度“三公”经费支出决算表{gap}{made}\n\n{rows}")
    assert told[0]["name"] == "“三公”经费支出合计"
    assert told[2]["topic"] == "“三公”经费支出"


@pytest.mark.parametrize("word", ["进口", "出口", "销售"])
@pytest.mark.parametrize("unit", ["万元", "亿美元"])
def test_sums_and_quantities_grow_each_by_itself(word, unit):
    heads = ("商品名称", "单位", "数量", f"金额（{unit}）", "数量同比（%）", "金额同比（%）")
    rows = table([heads, ("铁矿砂", "万吨", 120, 98, 3.2, -2.1), ("原油", "万吨", 20, 88, 1.1, 4.5)])
    told = found(f"2024年1—5月全市主要{word}商品量值表\n\n{rows}")
    assert [(i["name"], [c["low"] for c in i["changes"]]) for i in told] == [
        (f"铁矿砂{word}量", [3.2]),
        (f"铁矿砂{word}额", [-2.1]),
        (f"原油{word}量", [1.1]),
        (f"原油{word}额", [4.5]),
    ]


@pytest.mark.parametrize("against", ["1—10月", "上月", "上年同期", "上半年", "前三季度"])
@pytest.mark.parametrize(("moved", "sign"), [("加快", 1), ("提升", 1), ("回升", 1), ("放缓", -1), ("回落", -1), ("加快或放缓", 1)])
def test_how_growth_moved_is_a_change_in_points(against, moved, sign):
    rows = table([("行业", "1—11月增长（%）", f"比{against}{moved}（百分点）"), ("采矿业", 6.2, 0.2), ("制造业", 2.2, 0.1)])
    told = found(f"白溪市2024年1—11月规模以上工业增加值情况\n\n{rows}")
    assert {i["period"] for i in told} == {"2024-01/2024-11"}
    assert [(c["low"], c["unit"]) for i in told for c in i["changes"]] == [(6.2, "%"), (0.2 * sign, "百分点"), (2.2, "%"), (0.1 * sign, "百分点")]
    assert not any("比" in whole(i) or i["value"] for i in told)


@pytest.mark.parametrize(("size", "factor"), [("元", 1), ("万元", 10**4), ("亿元", 10**8)])
@pytest.mark.parametrize("note", ["单位：{}", "单位：{}。本表反映当年安排的支出。", "（单位：{}）", "注：1.本表单位：{}。", "金额单位：{}"])
def test_a_unit_may_stand_behind_its_table(size, factor, note):
    rows = table([("单位名称", "培训费", "会议费"), ("区档案馆", 9.5, 1.5), ("区司法局", 4.5, 2.5)])
    sums = [(i["value"]["low"], i["value"]["unit"]) for i in found(f"2024年培训费会议费决算表\n\n{rows}\n{note.format(size)}\n")]
    assert sums == [(float(sum_) * factor, "元") for sum_ in (9.5, 1.5, 4.5, 2.5)]


@pytest.mark.parametrize("between", ["单位：万元", "2024年会议费表\n单位：万元", "2024年会议费表\n\n单位：万元"])
def test_the_unit_above_the_next_table_is_none_of_the_last(between):
    rows = table([("指标", "数值"), ("案卷", 95), ("来信", 15)])
    text = f"2024年案卷表\n\n{rows}\n{between}\n\n{table([('指标', '金额'), ('培训', 95), ('会议', 15)])}"
    assert [i["value"]["unit"] for i in found(text)] == ["", "", "元", "元"]


@pytest.mark.parametrize("whose", ["城镇居民", "农村居民", "在职职工", "退休人员"])
@pytest.mark.parametrize("note", ["单位：元、%", "单位：元，%"])
def test_a_sum_of_persons_is_no_number_of_them(whose, note):
    rows = table([("指标", whose, ""), ("", "绝对额", "增幅"), ("人均收入", 14845, 5.9), ("食品烟酒", 3127, 3.6)])
    told = found(f"2024年人均收支情况\n{note}\n\n{rows}")
    assert [i["value"]["unit"] for i in told if i["value"]] == ["元", "元"]


@pytest.mark.parametrize(("head", "unit"), [("门诊人次", "人次"), ("学生人数", "人"), ("手术台次", "台次"), ("班级数", "")])
@pytest.mark.parametrize("parts", [("本月", "去年同月"), ("计", "合计"), ("小计", "合计")])
def test_what_a_head_counts_holds_for_the_heads_below_it(head, unit, parts):
    rows = table([("科室", head, ""), ("", *parts), ("一部", 2416, 2308), ("二部", 1875, 1920)])
    assert {i["value"]["unit"] for i in found(f"白溪县2024年6月统计表\n\n{rows}")} == {unit}


@pytest.mark.parametrize("score", ["得分", "自评得分", "分值", "评分"])
@pytest.mark.parametrize(("unit", "size"), [("万册", 10**4), ("场", 1), ("%", 1)])
def test_marks_given_are_in_no_unit_of_the_row(score, unit, size):
    heads = ("三级指标", "计量单位", "年度指标值", "全年完成值", score)
    rows = table([heads, ("新增藏量", unit, 25, 26, 15), ("举办活动", unit, 12, 13, 10)])
    told = found(f"2024年度专项资金绩效自评表\n\n{rows}")
    kept = [(i["value"]["low"], i["value"]["unit"], i["modality"]) for i in told if i["value"]["unit"] != "分"]
    plain = unit.removeprefix("万")
    assert kept == [(n * size, plain, m) for n, m in ((25, "target"), (26, "actual"), (12, "target"), (13, "actual"))]


@pytest.mark.parametrize("blank", ["", " "])
@pytest.mark.parametrize("head", ["建设内容", "内容及规模", "建设规模", "具体措施"])
def test_a_second_thing_of_one_project_is_a_row_of_its_own(blank, head):
    names = ("项目名称", head, "单位", "目标任务", "完成数")
    rows = [("学前工程", "新建公办园", "所", 4, 5), (blank, "新增托位", "个", 600, 645), ("小区改造", "加装电梯", "部", 40, 33)]
    told = found(f"2024年民生实事完成情况\n\n{table([names, *rows])}")
    assert [(i["value"]["low"], i["value"]["unit"]) for i in told] == [(n, u) for _, _, u, *ns in rows for n in ns]
    assert [rows[at // 2][1] in whole(i) for at, i in enumerate(told)] == [True] * 6


@pytest.mark.parametrize(("part", "period"), [("1—10月", "2024-10"), ("1-5月", "2024-05")])
@pytest.mark.parametrize("title", ["白溪县2024年项目投资完成情况（{}）", "白溪县2024年投资进度表（{}）"])
def test_the_month_is_the_last_that_a_title_names_anywhere(title, part, period):
    rows = table([("项目名称", "本月完成投资", "累计完成投资"), ("东桥", 2860, 26450), ("西路", 1450, 13210)])
    told = found(f"{title.format(part)}\n单位：万元\n\n{rows}")
    assert [i["period"] for i in told] == [period, f"2024-01/{period}"] * 2


@pytest.mark.parametrize("codes", [("01", "02", "03"), ("A1", "B1", "C1"), ("11", "12", "13")])
def test_codes_that_only_count_leave_the_indents(codes):
    names = ("生猪期末存栏", "　能繁母猪", "生猪出栏")
    rows = [(name, code, "万头", n) for name, code, n in zip(names, codes, (31, 3, 11), strict=True)]
    told = found(f"2024年三季度生产情况\n\n{table([('指标名称', '代码', '计量单位', '本期'), *rows])}")
    assert [i["topic"] for i in told][1] == "生猪期末存栏"


@pytest.mark.parametrize("maker", ["制表单位", "填表单位", "编制单位", "填报单位", "主管单位", "单位"])
@pytest.mark.parametrize("body", ["教育局", "白溪县民政局", "城关镇", "北街道办事处"])
@pytest.mark.parametrize("beside", ["", "　　联系电话：0735-8221907"])
@pytest.mark.parametrize("place", ["note", "last row"])
def test_who_made_a_table_is_no_unit(maker, body, beside, place):
    made = f"{maker}：{body}{beside}"
    rows = [("乡镇", "户数", "金额（元）"), ("城关镇", 412, 396), ("黄沙镇", 56, 52), *([(made, "", "")] if place == "last row" else [])]
    told = found(f"白溪县2024年9月资金发放统计表\n\n{table(rows)}" + (f"\n{made}\n" if place == "note" else ""))
    assert [i["value"]["unit"] for i in told] == ["户", "元"] * 2


@pytest.mark.parametrize("note", ["注：本表金额单位为万元。", "单位：万元", "注：1.单位：万元；2.数据为快报数"])
def test_a_unit_in_a_note_is_evidence(note):
    text = f"2024年经费表\n\n{table([('项目', '数额'), ('培训', 9.5), ('会议', 4.5)])}\n{note}\n"
    document = emit(analyse(read_text(text)), model="test")
    assert [document["text"][slice(*one["unit"])] for one in document["tables"]] == ["万元"]
    assert [i["value"]["low"] for i in document["indicators"]] == [95000, 45000]
