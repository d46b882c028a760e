"""What blind sets of tables had wrong at first sight, in neighbours of other offices: what a growth counts, years before a plan, notes in the order of their columns."""

from __future__ import annotations

import pytest

from .test_table_kinds import found, table, whole
from .test_table_units import values


def grown(text: str) -> list[tuple[float, str, float, str]]:
    return [(i["value"]["low"], i["value"]["unit"], c["low"], c["unit"]) for i in found(text) if i["value"] for c in i["changes"]]


@pytest.mark.parametrize("over", ["同比增减%", "比上年增减（%）", "同比增减", "增长（%）"])
@pytest.mark.parametrize(("one", "other"), [("件", "人"), ("户", "人"), ("起", "人次")])
@pytest.mark.parametrize("title", ["东陵县2023年、2024年救助情况对比表", "东陵县救助情况对比表（2023—2024年）", "东陵县2024年救助情况"])
def test_units_below_a_growth_say_what_grew_and_not_by_how_much(over, one, other, title):
    heads = [("类别", "2023年", "", "2024年", "", over, ""), ("", one, other, one, other, one, other)]
    rows = [("临时救助", 112, 165, 98, 139, -12.5, -15.8), ("医疗救助", 47, 71, 55, 84, 17.0, 18.3), ("其他", 286, 402, 271, 377, -5.2, -6.2)]
    told = found(f"{title}\n\n{table([*heads, *rows])}")
    assert grown(f"{title}\n\n{table([*heads, *rows])}") == [(row[3 + n], unit, row[5 + n], "%") for row in rows for n, unit in enumerate((one, other))]
    assert [(i["period"], i["modality"]) for i in told] == [("2023", "actual")] * 2 + [("2024", "actual")] * 2 + [("2023", "actual")] * 2 + [
        ("2024", "actual")
    ] * 2 + [("2023", "actual")] * 2 + [("2024", "actual")] * 2


@pytest.mark.parametrize(("one", "other"), [("人", "万元"), ("件", "人次")])
def test_units_below_a_difference_are_its_own(one, other):
    heads = [("项目", "本期", "", "上年同期", "", "比上年同期增减", ""), ("", one, other, one, other, one, other)]
    rows = [("康复", 620, 186, 580, 160, 40, 26), ("托养", 310, 62, 330, 70, -20, -8), ("就业", 90, 54, 84, 50, 6, 4)]
    factor = 10000 if other == "万元" else 1
    told = grown(f"北坡县2024年上半年帮扶情况\n\n{table([*heads, *rows])}")
    assert [(moved, unit) for _, _, moved, unit in told] == [pair for row in rows for pair in ((row[5], one), (row[6] * factor, other.removeprefix("万")))]


@pytest.mark.parametrize(
    ("words", "last"),
    [("前7个月", "07"), ("前七个月", "07"), ("前11个月", "11"), ("前十个月", "10"), ("头五个月", "05"), ("1月份至8月份", "08"), ("1至9月", "09")],
)
@pytest.mark.parametrize("title", ["2024年{}河口县外贸情况", "河口县2024年{}外贸情况", "{}河口县外贸情况（2024年）"])
def test_the_first_months_of_a_year_are_its_time(words, last, title):
    rows = table([("国别", "进出口（万元）", "出口（万元）", "同比%"), ("日本", 820, 610, 3.1), ("泰国", 410, 190, -2.4)])
    told = found(f"{title.format(words)}\n\n{rows}")
    assert {i["period"] for i in told} == {f"2024-01/2024-{last}"}
    assert not [i["name"] for i in told if "月" in whole(i) or "2024" in whole(i)]


@pytest.mark.parametrize("whom", ["部分国家（地区）", "主要国家和地区", "主要国家(地区)", "各国家和地区"])
def test_one_way_of_trade_is_not_called_both(whom):
    heads = [("国别（地区）", "进出口", "出口", "进口", "累计比去年同期±%", "", ""), ("", "", "", "", "进出口", "出口", "进口")]
    rows = [("日本", 820, 610, 210, 3.1, 2.2, 5.9), ("泰国", 410, 190, 220, -2.4, -1.0, -3.6)]
    told = found(f"2024年1—7月河口县对{whom}进出口商品总值表\n单位：万美元\n\n{table([*heads, *rows])}")
    assert ["进出口" in whole(i) for i in told] == [True, False, False] * 2
    assert [c["low"] for i in told for c in i["changes"]] == [*rows[0][4:], *rows[1][4:]]


@pytest.mark.parametrize("title", ["2025年度用水控制目标分解表", "2025年用水计划表", "2025年用水任务下达表"])
@pytest.mark.parametrize(
    ("before", "modality"), [("2024年用水量", "actual"), ("2023年用水量", "actual"), ("2024年计划用水量", "target"), ("2025年用水量", "target")]
)
def test_a_year_before_the_plan_is_reached_unless_its_head_plans(title, before, modality):
    rows = table([("乡镇", f"{before}（万立方米）", "2025年控制用水量（万立方米）"), ("东镇", 820, 850), ("西镇", 410, 430)])
    told = found(f"云峰县{title}\n\n{rows}")
    assert [i["modality"] for i in told] == [modality, "target"] * 2


@pytest.mark.parametrize("done", ["9月底已参保", "9月末已参保人数", "截至9月底已参保"])
def test_what_was_done_by_a_day_of_the_year_planned_is_reached(done):
    rows = table([("街道", "2024年参保人数", "2025年任务数", done, "占任务%"), ("东风", 8100, 8300, 4100, 49.4), ("和平", 6050, 6200, 3200, 51.6)])
    told = found(f"阳山区2025年参保任务分解表\n单位：人\n\n{rows}")
    assert [i["modality"] for i in told] == ["actual", "target", "actual", "actual"] * 2
    assert [i["period"] for i in told] == ["2024", "2025", "2025-09", "2025-09"] * 2


@pytest.mark.parametrize(
    ("whole_row", "part", "unit"),
    [("客运量（万人）", "其中：水路", "人"), ("三、吞吐量（万吨）", "　　其中：外贸", "吨"), ("旅客周转量（万人公里）", "#长途", "人公里")],
)
def test_a_part_has_the_unit_that_its_whole_states(whole_row, part, unit):
    rows = table([("指标", "5月", "1—5月"), (whole_row, 652.18, 3089.47), (part, 47.3, 219.56)])
    assert values(f"2024年5月港口生产情况\n\n{rows}") == [(6521800, unit), (30894700, unit), (473000, unit), (2195600, unit)]


@pytest.mark.parametrize(("part", "unit"), [("其中：旅客满意率", "%"), ("其中：发运批次", "批次"), ("其中：运费收入", "元")])
def test_a_part_whose_name_tells_another_unit_does_not(part, unit):
    rows = table([("指标", "5月"), ("客运量（万人）", 652.18), (part, 47.3)])
    assert values(f"2024年5月港口生产情况\n单位：%、批次、元\n\n{rows}")[1] == (47.3, unit)


@pytest.mark.parametrize(("one", "other"), [("批", "人次"), ("处", "公里"), ("条", "万元"), ("场", "人次"), ("班", "人")])
@pytest.mark.parametrize("inner", ["集体访", "其中：集体访"])
def test_a_word_that_is_a_thing_too_is_a_unit_beside_units(one, other, inner):
    heads = [("年度", "来访", "", inner, ""), ("", one, other, one, other)]
    told = found(f"白水县2019—2020年情况统计\n\n{table([*heads, ('2019年', 638, 2147, 71, 1263), ('2020年', 421, 1302, 38, 702)])}")
    assert [i["value"]["unit"] for i in told] == [one, other.removeprefix("万"), one, other.removeprefix("万")] * 2
    assert not [i for i in told if one in i["name"]]


@pytest.mark.parametrize(("one", "other"), [("批", "其他"), ("县", "市"), ("村", "社区")])
def test_a_word_that_is_a_thing_too_is_none_beside_things(one, other):
    heads = [("年度", "数量", "", "合计（个）"), ("", one, other, "")]
    told = found(f"白水县2019—2020年情况统计\n\n{table([*heads, ('2019年', 38, 47, 85), ('2020年', 41, 32, 73)])}")
    assert one in whole(told[0])


@pytest.mark.parametrize("note", ["（奖牌：枚）", "（奖牌：枚，得分：分）", "（单位：人，奖牌：枚）"])
def test_a_unit_of_one_thing_in_the_title_is_of_all_of_its_kind(note):
    rows = table([("项目", "金牌", "银牌", "铜牌", "奖牌小计", "得分", "名次"), ("田径", 6, 9, 7, 22, 418.5, 3), ("游泳", 8, 4, 5, 17, 362, 2)])
    told = found(f"江阴代表团2024年参加省运动会成绩{note}\n\n{rows}")
    assert [i["value"]["unit"] for i in told if i["value"]] == ["枚", "枚", "枚", "枚", "分"] * 2


def test_a_unit_of_sums_in_the_title_is_of_the_whole_table():
    rows = table([("贸易方式", "出口", "进口"), ("一般贸易", 80.2, 40.3), ("加工贸易", 41.0, 19.1)])
    assert values(f"南港2024年进出口情况（金额：亿元）\n\n{rows}") == [(8.02e9, "元"), (4.03e9, "元"), (4.1e9, "元"), (1.91e9, "元")]


@pytest.mark.parametrize("total", ["合计", "小计", "总数"])
def test_a_total_behind_its_parts_has_their_unit(total):
    rows = table([("项目", "甲等（件）", "乙等（件）", "丙等（件）", total), ("论文", 6, 9, 7, 22), ("教具", 8, 4, 5, 17)])
    assert [unit for _, unit in values(f"江阴2024年评比结果\n\n{rows}")] == ["件"] * 8


@pytest.mark.parametrize("term", ["届", "次", "轮"])
@pytest.mark.parametrize("than", ["比上{}增减（百分点）", "较上{}±（百分点）", "比上一{}增减（百分点）"])
def test_the_term_before_is_of_no_year_that_is_said(term, than):
    rows = table(
        [
            ("类别", "构成", "当选人数（人）", "占比（%）", f"上{term}占比（%）", than.format(term)),
            ("性别", "男", 168, 68.3, 70.9, -2.6),
            ("", "女", 78, 31.7, 29.1, 2.6),
        ]
    )
    told = found(f"柳坪县代表构成情况表（2021年换届选举）\n\n{rows}")
    assert [i["period"] for i in told] == ["2021", "2021", None] * 2
    changes = [(i["value"]["low"], c["low"], c["unit"], c["basis"], c["against"][0]) for i in told for c in i["changes"]]
    assert changes == [(68.3, -2.6, "百分点", "base", "上"), (31.7, 2.6, "百分点", "base", "上")]
    assert all("代表" in whole(i) for i in told)


@pytest.mark.parametrize("order", [("本月", "1—10月累计"), ("1—10月累计", "本月"), ("10月", "1—10月")])
@pytest.mark.parametrize("share", ["占年度目标%", "完成年度目标%", "年度目标完成率%"])
def test_how_far_the_aim_of_a_year_was_reached_is_of_all_its_months(order, share):
    rows = table([("指标", "单位", "年度目标", *order, share), ("新增就业", "人", 5200, 463, 5017, 96.5), ("技能培训", "人次", 3600, 512, 3288, 91.3)])
    told = [i for i in found(f"平江县2024年10月就业指标完成情况\n\n{rows}") if "完成率" in i["name"]]
    assert [(i["period"], i["value"]["unit"]) for i in told] == [("2024-01/2024-10", "%")] * 2


@pytest.mark.parametrize(
    ("note", "crop", "machines", "unit"), [("亩、%、台", "小麦", "收割机", "台"), ("亩、%、人", "棉花", "劳力", "人"), ("亩、%、辆", "甘蔗", "运蔗车", "辆")]
)
@pytest.mark.parametrize("rate", ["收获进度", "完成程度", "收获率"])
def test_a_unit_behind_the_ratio_of_a_note_is_of_no_column_before_it(note, crop, machines, unit, rate):
    heads = ("乡镇", f"{crop}应收面积", "累计已收", "其中：当日收获", rate, "上年同期进度", f"投入{machines}")
    rows = table([heads, ("双桥镇", 42600, 38766, 5210, 91.0, 84.5, 186), ("大石镇", 38150, 31283, 6040, 82.0, 85.1, 164)])
    told = found(f"安乐县2024年秋收日报（10月8日）\n单位：{note}\n\n{rows}")
    assert [i["value"]["unit"] for i in told] == ["亩", "亩", "亩", "%", "%", unit] * 2
    assert not [i for i in told if "日报" in whole(i) or "8日" in whole(i)]


@pytest.mark.parametrize("name", ["存贷比", "余额存贷比", "新增贷存比"])
def test_a_ratio_named_so_is_in_percent_where_the_note_has_it(name):
    rows = table([("银行", "存款余额", "贷款余额", name, "不良率"), ("甲行", 118.6, 86.1, 72.6, 0.8), ("乙行", 39.2, 17.3, 44.1, 0.9)])
    told = values(f"2024年三季度末景山县存贷情况\n单位：亿元、%\n\n{rows}")
    assert [unit for _, unit in told] == ["元", "元", "%", "%"] * 2
    assert told[2] == (72.6, "%")


@pytest.mark.parametrize("ranked", ["增速排名", "增幅排名", "增幅位次"])
@pytest.mark.parametrize("went", ["进度排名", "排名", "位次"])
def test_a_rank_is_of_what_its_head_names(ranked, went):
    rows = table(
        [("乡镇", "年度任务", "累计完成", "占任务%", went, "同比增减%", ranked), ("东镇", 8600, 6106, 71.0, 2, 10.1, 1), ("西镇", 5400, 3510, 65.0, 1, 3.8, 2)]
    )
    told = [i for i in found(f"2024年1—8月税收收入完成情况\n单位：万元\n\n{rows}") if i["rank"]]
    assert ["完成率" in i["name"] for i in told] == [True, False] * 2
    assert [i["rank"]["low"] for i in told] == [2, 1, 1, 2]
    assert all("税收" in whole(i) for i in told)


@pytest.mark.parametrize("row", ["地区生产总值增速", "工业增加值增长", "居民收入增长率"])
def test_how_far_an_aim_of_growth_was_reached_is_no_growth(row):
    rows = table(
        [("指标", "单位", "目标", "完成", "完成率%", "分值", "得分"), (row, "%", 6.0, 6.3, 105.0, 10, 9.5), ("财政收入", "亿元", 12.0, 12.6, 105.0, 20, 20)]
    )
    told = found(f"林溪县2024年目标完成情况表\n\n{rows}")
    assert [(i["value"] or {}).get("unit") for i in told] == [None, None, "%", "分", "分", "元", "元", "%", "分", "分"]
    assert [c["low"] for i in told for c in i["changes"]] == [6.0, 6.3]
    assert all(row in whole(i) for i in told[2:5])


@pytest.mark.parametrize("share", ["占全县比重（%）", "占比（%）", "占总量比重（%）"])
def test_one_share_among_levels_is_of_that_which_its_numbers_fit(share):
    rows = [("合计", 58, 691753.6, 695401.7, -0.5, 100.0), ("煤炭开采业", 4, 138120.5, 141277.3, -2.2, 20.0), ("造纸业", 54, 553633.1, 554124.4, -0.1, 80.0)]
    told = found(
        f"青田县规模以上工业分行业能耗（2024年上半年）\n\n{table([('行业', '企业数（个）', '能源消费量（吨标准煤）', '上年同期（吨标准煤）', '增减（%）', share), *rows])}"
    )
    shares = [i for i in told if i["value"]["unit"] == "%"]
    assert [i["value"]["low"] for i in shares] == [100, 20, 80]
    assert all("能源消费量" in whole(i) for i in shares)


@pytest.mark.parametrize("time", ["三季度末", "上半年末", "9月末"])
def test_the_end_of_a_part_of_the_year_is_no_part_of_a_name(time):
    rows = table([("指标", time, "同比%"), ("生猪存栏（万头）", 32.1, -3.6), ("家禽存栏（万只）", 410, 3.0)])
    assert [i["name"] for i in found(f"太康县2024年畜牧业生产情况\n\n{rows}")] == ["生猪存栏", "家禽存栏"]


@pytest.mark.parametrize("part", ["其中：硬化（公里）", "#硬化（公里）", "其中：沥青路（公里）"])
def test_a_part_is_of_the_time_of_its_whole(part):
    rows = table([("乡镇", "2025年底总里程（公里）", part, "2026年计划新建（公里）"), ("东镇", 210.4, 188, 12.5), ("西镇", 98.2, 96, 4)])
    told = found(f"渠县2026年公路建设计划表\n\n{rows}")
    assert [(i["period"], i["modality"]) for i in told] == [("2025", "actual"), ("2025", "actual"), ("2026", "target")] * 2


@pytest.mark.parametrize(
    ("note", "unit", "factor"), [("万吨、毫克/升、%", "吨", 10000), ("毫克/升、吨、%", "吨", 1), ("万立方米、毫克/升、%", "立方米", 10000)]
)
def test_what_is_measured_in_so_much_to_a_litre_is_no_amount(note, unit, factor):
    rows = table([("厂名", "处理水量", "进水COD", "出水氨氮", "负荷率"), ("一厂", 312, 240, 28, 92.1), ("二厂", 188, 210, 25, 80.4)])
    told = values(f"绿水市2024年11月污水处理情况\n单位：{note}\n\n{rows}")
    assert told[:4] == [(312 * factor, unit), (240, "毫克/升"), (28, "毫克/升"), (92.1, "%")]


@pytest.mark.parametrize(("name", "unit"), [("生师比", ""), ("师生比", ""), ("抚养比", "%"), ("产销比", "%")])
def test_what_is_so_many_to_one_has_no_unit(name, unit):
    rows = table([("区县", "专任教师", name), ("南岸", 4200, 15.2), ("北岸", 3100, 16.4)])
    assert values(f"各区县2023年基本情况（单位：人、%）\n\n{rows}") == [(4200, "人"), (15.2, unit), (3100, "人"), (16.4, unit)]


@pytest.mark.parametrize("note", ["人、%、万元", "户、%、元", "件、%、亿元"])
@pytest.mark.parametrize("task", ["年度任务", "全年计划", "任务数"])
def test_a_task_before_the_ratio_of_a_note_is_no_sum(note, task):
    rows = table([("乡镇", task, "本周新增", "累计完成", "完成进度", "资金使用"), ("甲镇", 300, 12, 240, 80.0, 36), ("乙镇", 200, 8, 150, 75.0, 21)])
    told = [unit for _, unit in values(f"青峰县2024年康复服务进度周报\n单位：{note}\n\n{rows}")]
    assert told == [*[note[0]] * 3, "%", "元"] * 2


def test_a_row_that_tells_its_unit_keeps_it_beside_such_a_note():
    rows = table([("指标", "本月", "占比"), ("学员人数", 240, 80.0), ("学费收入", 36, 72.0)])
    assert values(f"青峰县2024年11月培训情况\n单位：人、%、万元\n\n{rows}") == [(240, "人"), (80, "%"), (360000, "元"), (72, "%")]


@pytest.mark.parametrize("since", ["较年初", "比年初", "比上年末", "较上月末"])
@pytest.mark.parametrize("note", ["家、万元、%", "万元、%"])
def test_a_stock_since_a_day_moved_by_an_amount(since, note):
    rows = table([("乡镇", "注册资本", "贷款余额", since, "逾期率"), ("城关", 15000, 18200, 80, 3.2), ("河口", 5000, 4600, -20, 5.1)])
    told = grown(f"泸阳县2024年9月末贷款情况\n单位：{note}\n\n{rows}")
    assert told == [(182000000, "元", 800000, "元"), (46000000, "元", -200000, "元")]


@pytest.mark.parametrize("head", ["同比", "较上年", "比去年同期增减"])
def test_a_fall_to_less_than_nothing_is_no_rate(head):
    rows = table([("乡镇", "贷款余额（万元）", head), ("城关", 18200, 800), ("河口", 4600, -200)])
    assert [unit for *_, unit in grown(f"泸阳县2024年贷款情况\n\n{rows}")] == ["元", "元"]


@pytest.mark.parametrize("name", ["注册资本", "保费", "救助金", "公积金", "资金拨付", "码洋"])
def test_sums_of_money_by_their_names(name):
    rows = table([("乡镇", "机构", name), ("城关", 3, 15000), ("河口", 1, 5000)])
    assert values(f"泸阳县2024年机构情况\n单位：个、万元\n\n{rows}") == [(3, "个"), (150000000, "元"), (1, "个"), (50000000, "元")]


@pytest.mark.parametrize(("mean", "thing", "unit"), [("人均时长", "时长", "小时"), ("户均面积", "面积", "亩"), ("村均里程", "里程", "公里")])
def test_a_mean_is_in_the_unit_of_what_it_is_a_mean_of(mean, thing, unit):
    rows = table([("街道", f"{thing}（{unit}）", mean), ("东门", 3280, 8.0), ("西门", 2700, 9.0)])
    assert [one for _, one in values(f"城北区2024年活动情况\n\n{rows}")] == [unit] * 4


@pytest.mark.parametrize("than", ["比上届±", "同比增减", "比上年变化"])
def test_marks_differ_by_marks(than):
    rows = table([("学校", "平均分", than), ("一中", 612.4, 5.2), ("二中", 588.0, -1.9)])
    assert grown(f"巴州区各中学2024年中考情况\n\n{rows}") == [(612.4, "分", 5.2, "分"), (588, "分", -1.9, "分")]


@pytest.mark.parametrize("sign", ["；", "，", "、"])
def test_two_things_in_brackets_of_a_title(sign):
    rows = table([("项目", "运动员", "教练员", "训练经费"), ("田径", 42, 6, 36), ("射击", 18, 3, 22)])
    told = found(f"南江县2024年省运会备战经费表（金额：万元{sign}人数：人）\n\n{rows}")
    assert [i["value"]["unit"] for i in told] == ["人", "人", "元"] * 2
    assert not [i for i in told if "金额" in whole(i)]


@pytest.mark.parametrize("whom", ["妇女代表大会代表", "工会会员代表"])
def test_a_title_of_deputies_is_no_table(whom):
    rows = table([("文化程度", "人数（名）"), ("大专以上", 120), ("高中", 60)])
    assert all(whom in whole(i) for i in found(f"四会县2024年{whom}构成\n\n{rows}"))


@pytest.mark.parametrize("name", ["药占比（%）", "病床使用率（%）", "优秀率（%）"])
@pytest.mark.parametrize("than", ["同比±", "同比增减", "比上年同期增减"])
def test_a_change_below_the_head_of_a_ratio_is_in_points(name, than):
    rows = table(
        [("医院", "收入（万元）", "", name, ""), ("", "本期", "同比%", "本期", than), ("县医院", 21000, 5.0, 28.1, -1.2), ("中医院", 8200, 2.2, 33.4, 0.6)]
    )
    told = grown(f"黔山县2024年上半年医院运行指标\n\n{rows}")
    assert told == [(2.1e8, "元", 5, "%"), (28.1, "%", -1.2, "百分点"), (8.2e7, "元", 2.2, "%"), (33.4, "%", 0.6, "百分点")]


@pytest.mark.parametrize("note", ["（元、%）", "（单位：元、%）", "（元，%）"])
def test_whose_a_sum_is_says_no_unit(note):
    rows = table(
        [
            ("指标", "城镇居民", "", "农村居民", ""),
            ("", "绝对额", "增速", "绝对额", "增速"),
            ("人均可支配收入", 31200, 4.4, 15200, 6.6),
            ("工资性收入", 18100, 4.0, 7200, 6.1),
        ]
    )
    told = grown(f"柳江区2024年前三季度居民收支情况{note}\n\n{rows}")
    assert {(unit, moved) for _, unit, _, moved in told} == {("元", "%")}


@pytest.mark.parametrize(("head", "unit"), [("动力", "千瓦"), ("总动力", "千瓦"), ("保有量", "台")])
def test_power_is_in_kilowatts_where_the_note_has_them(head, unit):
    rows = table([("机具", "数量", head), ("拖拉机", 820, 3), ("收割机", 310, 2)])
    assert [one for _, one in values(f"海坪县2024年农机情况\n单位：台、千瓦\n\n{rows}")] == ["台", unit] * 2


@pytest.mark.parametrize("maker", ["禾川县公安局交通警察大队", "青禾县统计局", "海坪县人民医院", "某市邮政管理局"])
def test_the_body_below_a_title_is_no_title(maker):
    rows = table([("道路类型", "事故起数", "", "死亡人数", ""), ("", "起", "±%", "人", "±%"), ("国道", 63, 8.6, 15, -11.8), ("省道", 87, -8.4, 19, -17.4)])
    told = found(f"2024年1—9月份道路交通事故情况统计表（按道路类型）\n\n{maker}\n\n{rows}")
    assert {i["period"] for i in told} == {"2024-01/2024-09"}
    assert not any(maker in (i["topic"] or "") for i in told)


@pytest.mark.parametrize("head", ["全年累计", "全年累计数", "累计"])
@pytest.mark.parametrize("row", ["订销报纸累计数", "快递业务量", "函件累计"])
def test_what_is_summed_up_over_the_year_is_of_the_year(head, row):
    told = found(f"2024年泾源州邮政行业运行情况\n\n{table([('指标名称', '单位', '一季度', '二季度', head), (row, '万件', 486, 491, 977), ('邮政业务量', '万件', 12, 13, 25)])}")
    assert [i["period"] for i in told if i["value"]["text"] in ("977", "25")] == ["2024", "2024"]
    assert all(not i["name"].startswith("全") for i in told)


@pytest.mark.parametrize(("head", "unit", "row"), [("每股计（元/股）", "元/股", "基本每股收益"), ("盈利能力（%）", "%", "净息差"), ("人员（人）", "人", "在岗")])
@pytest.mark.parametrize("mark", ["", "**"])
def test_a_head_with_nothing_beside_it_gives_its_unit_to_the_rows_below(head, unit, row, mark):
    rows = [("营业收入", 3862.4, 3705.2), (f"{mark}{head}{mark}", "", ""), (row, 62, 58), ("同类平均", 51, 49), (f"{mark}规模{mark}", "", ""), ("资产总额", 182640.5, 170213.9)]
    told = values(f"丰禾银行2024年主要指标\n金额单位：百万元\n\n{table([('项目', '2024年', '2023年'), *rows])}")
    assert [one for _, one in told] == ["元"] * 2 + [unit] * 4 + ["元"] * 2
