"""Kinds of tables as offices publish them: what was read wrongly in one, in its neighbours."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Any

import pytest

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.read import read_bytes, read_text

from . import table_formats
from .table_formats import SETTINGS, agreement


def found(text: str) -> list[dict[str, Any]]:
    return [i for i in emit(analyse(read_text(text)), model="test")["indicators"] if i["cell"]]


def table(rows: Iterable[Iterable[object]]) -> str:
    first, *rest = (f"| {' | '.join(map(str, row))} |" for row in rows)
    return "\n".join([first, "|" + " --- |" * (first.count("|") - 1), *rest]) + "\n"


def whole(indicator: dict[str, Any]) -> str:
    return "".join(filter(None, (indicator["topic"], indicator["name"], indicator["scope"])))


@pytest.mark.parametrize(("size", "factor"), [("元", 1), ("千元", 1000), ("万元", 10**4), ("百万元", 10**6)])
@pytest.mark.parametrize(
    "note",
    [
        "单位：{}　币种：人民币",
        "（单位：{} 币种：人民币）",
        "单位：人民币{}",
        "单位：{}（人民币）",
        "金额单位：人民币{}",
        "币种：人民币　单位：{}",
    ],
)
def test_the_currency_beside_a_unit_changes_no_number(size, factor, note):
    rows = table([("项目", "2023年"), ("营业收入", 38), ("营业成本", 21)])
    text = f"2023年主要会计数据\n{note.format(size)}\n\n{rows}"
    assert [(i["value"]["low"], i["value"]["unit"]) for i in found(text)] == [
        (38 * factor, "元"),
        (21 * factor, "元"),
    ]


@pytest.mark.parametrize("gap", [" ", "", "　", "-"])
@pytest.mark.parametrize(
    ("codes", "names"),
    [
        (("201", "20101", "2010101"), ("一般公共服务支出", "人大事务", "行政运行")),
        (("301", "30101", "30102"), ("工资福利支出", "基本工资", "津贴补贴")),
        (("501", "50101", "50102"), ("机关工资福利支出", "工资奖金", "社会保障缴费")),
    ],
)
def test_a_code_before_a_name_is_none_of_it(gap, codes, names):
    rows = [(f"{code}{gap}{name}", n) for n, (code, name) in enumerate(zip(codes, names, strict=True), 3)]
    text = f"2024年支出预算表\n单位：万元\n\n{table([('科目', '预算数'), *rows, ('合计', 9)])}"
    told = [(i["name"], i["topic"]) for i in found(text)][:3]
    parents = [None, names[0], names[1] if codes[2].startswith(codes[1]) else names[0]]
    assert told == list(zip(names, parents, strict=True))


@pytest.mark.parametrize(
    "names",
    [
        ("3岁以下儿童", "60岁以上老人", "65岁以上老人"),
        ("100人以下企业", "500人以上企业", "其他企业"),
        ("110报警", "119接警", "120急救"),
    ],
)
def test_numbers_that_begin_names_are_no_codes(names):
    text = f"2023年基本情况表\n单位：个\n\n{table([('类别', '数量'), *zip(names, (3, 4, 5), strict=True)])}"
    told = [i["name"] for i in found(text)]
    assert [said[: len(name)] for said, name in zip(told, names, strict=True)] == list(names)


HEADS = ("因公出国（境）费", "公务接待费", "公务用车购置费", "会议费", "培训费")


@pytest.mark.parametrize("many", [2, 3, 5])
@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize("two", [False, True])
def test_one_row_below_heads_that_say_all_of_it(many, numbered, two):
    heads = HEADS[:many]
    rows: list[Iterable[object]] = [heads]
    if two:
        rows = [("2023年决算数", *[""] * (many - 1)), heads]
    if numbered:
        rows.append(range(1, many + 1))
    rows.append([f"{n}.50" for n in range(many)])
    text = f"2023年“三公”经费支出决算表\n\n单位：万元\n\n{table(rows)}"
    told = found(text)
    assert [(i["name"], i["value"]["low"]) for i in told] == [(head, n * 10000 + 5000) for n, head in enumerate(heads)]
    assert {(i["period"], i["modality"]) for i in told} == {("2023", "actual")}


@pytest.mark.parametrize(
    "rows",
    [
        [("甲组", "乙组"), (3, 4), (5, 6)],  # no name says which row is which
        [("3", "4", "5"), (1, 2, 3)],
        [("数量", "数量"), (3, 4)],
    ],
)
def test_rows_of_numbers_that_nothing_names_stay_text(rows):
    assert found(f"登记情况\n\n{table(rows)}") == []


@pytest.mark.parametrize(
    ("thing", "part"),
    [("企业数", "亏损企业"), ("在校生数", "女生"), ("床位数", "重症床位"), ("项目数", "续建项目")],
)
@pytest.mark.parametrize("lone", ["（{}）", "合计（{}）", "总数（{}）"])
@pytest.mark.parametrize("unit", ["家", "万人"])
def test_a_unit_said_of_the_whole_holds_for_the_part_beside_it(thing, part, lone, unit):
    rows = [
        ("行业", thing, "", "收入（亿元）"),
        ("", lone.format(unit), f"其中：{part}", ""),
        ("制造业", 12, 3, 40),
        ("建筑业", 9, 2, 30),
    ]
    units = [i["value"]["unit"] for i in found(f"2023年基本情况表\n\n{table(rows)}")]
    assert units == [unit[-1], unit[-1], "元"] * 2


@pytest.mark.parametrize("total", ["合计", "总计", "合　计", "小计"])
def test_a_total_named_where_rows_are_numbered(total):
    rows = [("序号", "学校名称", "班级数（个）", "学生数（人）"), (1, "一中", 60, 3012)]
    rows += [(2, "二中", 42, 2105), (total, "", 102, 5117)]
    told = found(f"2023年学校基本情况统计表\n\n{table(rows)}")
    assert [i["value"]["low"] for i in told] == [60, 3012, 42, 2105, 102, 5117]
    assert all(total.replace("\u3000", "") in i["name"] for i in told[-2:])


@pytest.mark.parametrize("share", ["占总收入%", "占全部收入的比重（%）", "占财政收入比例"])
@pytest.mark.parametrize("row", ["一般公共预算收入", "税收收入", "政府性基金收入", "增值税"])
def test_a_share_keeps_the_name_of_what_it_is_of(share, row):
    rows = [("项目", "2023年", share), (row, 286, 58.3), ("其他收入", 190, 41.7)]
    part = found(f"2023年收入构成表\n单位：万元\n\n{table(rows)}")[1]
    assert (part["value"]["unit"], row in part["name"], "占" in part["name"]) == ("%", True, True)


@pytest.mark.parametrize("head", ["资产总计", "负债合计", "所有者权益合计"])
def test_a_row_of_totals_keeps_a_head_that_says_total(head):
    rows = [("行业", f"{head}（亿元）", "利润总额（亿元）"), ("总计", 34, 1.4), ("轻工业", 9, 0.5)]
    first, second, *_ = found(f"2023年工业企业主要指标\n\n{table(rows)}")
    assert (first["name"], "利润总额" in second["name"]) == (head, True)


@pytest.mark.parametrize(
    "sorted_by",
    ["按行业分", "按登记注册类型分组", "按企业规模分", "在总计中：", "总计中：按行业分"],
)
def test_how_rows_are_sorted_is_no_topic(sorted_by):
    rows = [("项目", "营业收入（亿元）"), ("总计", 28), (sorted_by, "")]
    rows += [("　轻工业", 9), ("　重工业", 19)]
    told = found(f"2023年工业企业主要指标\n\n{table(rows)}")
    assert [i["name"] for i in told][1:] == ["轻工业营业收入", "重工业营业收入"]
    assert all("按" not in whole(i) and "总计中" not in whole(i) for i in told)


@pytest.mark.parametrize(
    "note",
    [
        "注：产品销售率同比为百分点。",
        "说明：1.增速按可比价格计算。2.产品销售率同比为增减百分点。",
        "注：比率指标同比为百分点。",
        "注：单位为“%”的指标，其同比为百分点",
    ],
)
@pytest.mark.parametrize("way", ["text", "csv"])
def test_a_note_says_that_a_share_moves_by_points(note, way):
    rows = [
        ("指标", "单位", "本月", "同比±%"),
        ("产品销售率", "%", 97.8, 0.3),
        ("产值", "万元", 88, 4.1),
    ]
    if way == "text":
        document = emit(analyse(read_text(f"2024年5月月报\n\n{table(rows)}\n{note}\n")), model="t")
    else:
        lines = [("2024年5月月报", "", "", ""), *rows, (note.replace(",", "，"), "", "", "")]
        data = "\n".join(",".join(map(str, line)) for line in lines).encode()
        document = emit(analyse(read_bytes(data, place="a.csv")), model="t")
    changes = [i["changes"][0] for i in document["indicators"] if i["cell"]]
    assert [(c["low"], c["unit"]) for c in changes] == [(0.3, "百分点"), (4.1, "%")]
    assert [document["text"][slice(*span)] for span in document["tables"][0]["notes"]][:1] != []


def test_without_a_note_the_head_says_what_moves():
    rows = [
        ("指标", "单位", "本月", "同比±%"),
        ("产品销售率", "%", 97.8, 0.3),
        ("产值", "万元", 88, 4.1),
    ]
    text = f"2024年5月月报\n\n{table(rows)}\n注：增速按可比价格计算。\n"
    assert [i["changes"][0]["unit"] for i in found(text)] == ["%", "%"]


@pytest.mark.parametrize("head", ["性别比（女=100）", "性别比", "价格指数（2015年=100）", "生师比", "城乡居民收入比"])
@pytest.mark.parametrize("note", ["单位：户、人", "单位：人", "单位：万元"])
def test_what_has_no_unit_takes_none_from_the_note(head, note):
    rows = [("地区", "人口数", head), ("青溪县", 431, 103.7), ("云岭县", 84, 99.7)]
    told = found(f"2020年人口情况表\n{note}\n\n{table(rows)}")
    assert {i["value"]["unit"] for i in told if i["value"]["low"] in (103.7, 99.7)} == {""}


@pytest.mark.parametrize(("inner", "unit"), [("男", "人"), ("女", "人"), ("家庭户", "户")])
def test_of_two_units_of_a_note_persons_have_theirs(inner, unit):
    over = "户数" if unit == "户" else "人口数"
    rows = [("地区", over, ""), ("", "合计", inner), ("青溪县", 431, 219), ("云岭县", 84, 42)]
    told = found(f"2020年人口普查主要数据\n单位：户、人\n\n{table(rows)}")
    assert {i["value"]["unit"] for i in told} == {unit}


@pytest.mark.parametrize("fall", ["下降", "降低", "减少", "下降率"])
@pytest.mark.parametrize("number", [2.9, -2.9])
def test_a_fall_is_negative(fall, number):
    rows = [("指标", "单位", "2023年"), (f"单位GDP能耗{fall}", "%", number), ("产值", "亿元", 3)]
    first = found(f"2023年主要指标\n\n{table(rows)}")[0]
    assert (first["changes"][0]["low"], first["name"]) == (-2.9, "单位GDP能耗")


@pytest.mark.parametrize("both", ["涨跌幅度", "增减", "升降", "增长", "上升或下降", "涨跌幅"])
def test_a_head_for_both_ways_turns_no_sign(both):
    rows = [("指标", f"比上年{both}（%）"), ("粮食价格", 2.6), ("衣着价格", -0.4)]
    told = found(f"2023年价格情况表\n\n{table(rows)}")
    assert [i["changes"][0]["low"] for i in told] == [2.6, -0.4]


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("（一）2023年度主要会计数据", "（一）"),
        ("二、2023年主要会计数据", "二、"),
        ("近五年医院运行情况", "近五年"),
        ("2023年秋季学期中小学基本情况表", "学期"),
        ("各乡（镇、街道）2023年基本情况", "街道"),
        ("2023年青溪县县级支出表（功能分类）", "分类"),
        ("2023年国民经济和社会发展主要预期目标", "预期"),
    ],
)
def test_what_titles_say_of_every_table_is_no_topic(title, wrong):
    rows = [("名称", "2023年（个）"), ("甲类床位", 4), ("乙类床位", 5)]
    assert all(wrong not in whole(i) for i in found(f"{title}\n\n{table(rows)}"))


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("公务用车购置及运行维护费", "公务用车购置费"),
        ("基本养老保险基金", "基本养老保险费"),
        ("固定资产投资", "固定资产投资项目"),
    ],
)
def test_a_head_that_says_its_outer_one_anew_stands_alone(outer, inner):
    rows = [("单位", outer, ""), ("", "小计", inner), ("甲局", 33, 18), ("乙局", 12, 7)]
    names = [i["name"] for i in found(f"2023年支出情况表\n单位：万元\n\n{table(rows)}")]
    assert all(name.count(inner[:4]) == 1 for name in names)


@pytest.mark.parametrize("again", ["续表", "（续表）", "续表1", "续上表", "续表3-7"])
def test_the_rest_of_a_table_has_its_title_and_unit(again):
    heads = ("地区", "粮食产量", "油料产量")
    first, rest = [heads, ("青溪县", 40, 3), ("云岭县", 51, 1)], [heads, ("桐湾县", 28, 1)]
    rest.append(("石鼓县", 22, 8))
    text = f"3-7 各县主要农产品产量（2022年）\n单位：吨\n\n{table(first)}\n{again}\n\n{table(rest)}"
    told = found(text)
    assert [(i["scope"], i["period"], i["value"]["unit"], i["topic"]) for i in told][::2] == [
        (place, "2022", "吨", None) for place in ("青溪县", "云岭县", "桐湾县", "石鼓县")
    ]


@pytest.mark.parametrize("marks", [("一、", "二、"), ("1.", "2."), ("（一）", "（二）")])
def test_rows_numbered_alike_are_no_parts_of_each_other_however_they_stand(marks):
    rows = [("项目", "执行数"), (f"{marks[0]}债务发行额", 27), (f"　{marks[1]}财政赤字", 8)]
    told = found(f"2023年债务情况表\n单位：亿元\n\n{table(rows)}")
    assert [i["part_of"] for i in told] == [None, None]
    assert "发行额" not in whole(told[1])


@pytest.mark.parametrize("adjusted", ["调整后", "追溯调整后", "重述后"])
def test_growth_against_adjusted_figures_belongs_to_the_level_of_this_year(adjusted):
    rows = [
        ("项目", "2023年", "2022年", "", "本年比上年增减（%）"),
        ("", "", "调整前", "调整后", adjusted),
        ("营业收入", 38, 35, 36, 6.02),
        ("净利润", 3, 2, 2.5, 7.5),
    ]
    told = found(f"主要会计数据\n单位：万元\n\n{table(rows)}")
    assert [(i["period"], [c["low"] for c in i["changes"]]) for i in told[:3]] == [
        ("2023", [6.02]),
        ("2022", []),
        ("2022", []),
    ]


@pytest.mark.parametrize(("row", "part"), [("固定资产投资增长率", "工业技改投资"), ("进出口增速", "出口")])
def test_parts_in_other_units_are_of_the_row_above(row, part):
    rows = [("指标", "单位", "2023年"), ("地区生产总值", "亿元", 214), (row, "%", 4.3)]
    rows.append((f"其中：{part}", "亿元", 12))
    told = found(f"2023年主要指标\n\n{table(rows)}")
    assert told[2]["topic"] is None or "地区生产总值" not in told[2]["topic"] or part == "出口"


@pytest.mark.parametrize("head", ["平均增长速度（%）", "年均增长（%）", "平均每年增长（%）"])
def test_growth_on_average_has_the_years_it_is_of(head):
    rows = [("指标", "单位", "2023年", head, ""), ("", "", "", "2016—2020", "2021—2023")]
    rows += [("粮食产量", "万吨", 19, 0.7, 0.9), ("地区生产总值", "亿元", 1688, 6.9, 6.3)]
    told = [i for i in found(f"主要年份总量与速度指标\n\n{table(rows)}") if i["changes"]]
    assert [(i["period"], i["name"], i["changes"][0]["basis"]) for i in told][:2] == [
        ("2016/2020", "粮食产量", "annual_average"),
        ("2021/2023", "粮食产量", "annual_average"),
    ]


@pytest.mark.parametrize(("setting", "gap"), [*product(["narrow", "right"], [" ", ""])])
def test_codes_rule_over_where_names_stand_on_a_page(setting, gap):
    names = [
        f"201{gap}一般公共服务支出",
        f"20101{gap}人大事务",
        f"2010101{gap}行政运行",
        "支出总计",
    ]
    rows = [("功能分类科目", "2023年执行数", "2024年预算数"), *((n, 41, 52) for n in names)]
    text = f"2024年市级支出表\n单位：万元\n\n{table(rows)}"
    same, every, odd = agreement(text, lambda text: table_formats.pdf(text, SETTINGS[setting]))
    assert (same, odd) == (every, {})


@pytest.mark.parametrize(
    ("now", "then", "periods"),
    [
        ("本月", "上年同月", ("2023-11", "2022-11")),
        ("本月完成", "上年同期", ("2023-11", "2022-11")),
        ("当月", "去年同期", ("2023-11", "2022-11")),
        ("累计", "上年同期", ("2023-01/2023-11", "2022-01/2022-11")),
        ("累计完成", "上年累计", ("2023-01/2023-11", "2022-01/2022-11")),
        ("本年累计", "上年同期", ("2023-01/2023-11", "2022-01/2022-11")),
    ],
)
@pytest.mark.parametrize("deep", [False, True])
def test_the_same_time_of_the_year_before(now, then, periods, deep):
    rows: list[Iterable[object]] = [("项目", now, f"{now}{then}")]
    if deep:
        rows = [("项目", now, ""), ("", "税额", then)]
    rows += [("采矿业", 402, 560), ("制造业", 88, 92)]
    told = found(f"2023年1-11月分行业税收情况表\n单位：万元\n\n{table(rows)}")
    assert tuple(i["period"] for i in told[:2]) == periods
    assert all("月" not in i["name"] and "累计" not in i["name"] for i in told)


@pytest.mark.parametrize(
    ("head", "written"),
    [("2024年半年度", "2024-H1"), ("2024年上半年", "2024-H1"), ("2024年下半年", "2024-H2")],
)
def test_half_a_year_by_its_names(head, written):
    rows = [("项目", head), ("营业收入", 318), ("营业成本", 202)]
    assert {i["period"] for i in found(f"合并利润表\n单位：元\n\n{table(rows)}")} == {written}


@pytest.mark.parametrize("total", ["合计（3个）", "总计（共48项）", "合计"])
@pytest.mark.parametrize("group", ["交通（2个）", "水利（共12项）"])
def test_how_many_there_are_is_none_of_a_name(total, group):
    rows = [("序号", "项目名称", "总投资"), ("一", group, 96), (1, "高速公路", 82)]
    rows += [(2, "通用机场", 14), (total, "", 96)]
    told = found(f"2024年重点项目投资情况表\n单位：亿元\n\n{table(rows)}")
    assert [i["value"]["low"] // 10**8 for i in told] == [96, 82, 14, 96]
    assert all("（" not in i["name"] for i in told)


@pytest.mark.parametrize("since", ["“十三五”以来", "“十三五”时期以来", "2016年以来", "“十三五”至今"])
def test_years_since_a_plan_are_none_of_a_plan(since):
    rows = [("年份", "参保人数（人）"), ("2018年", 42), ("2021年", 50), ("2023年", 53)]
    told = found(f"青溪县{since}社会保险情况\n\n{table(rows)}")
    assert [(i["period"], i["modality"]) for i in told] == [(year, "actual") for year in ("2018", "2021", "2023")]


@pytest.mark.parametrize("filled", ["（损失以“－”号填列）", "（亏损以“-”号填列）", "(净亏损以负号列示)"])
@pytest.mark.parametrize("added", ["加：", "减：", "加:"])
def test_how_a_statement_is_written_is_none_of_a_name(filled, added):
    rows = [("项目", "2023年"), ("二、营业总成本", 271), ("其中：营业成本", 202)]
    rows += [("　　　财务费用", 29), (f"{added}其他收益", 6), (f"　　投资收益{filled}", -1)]
    rows += [(f"三、营业利润{filled}", 48)]
    told = found(f"利润表\n单位：元\n\n{table(rows)}")
    assert [i["name"] for i in told][3:] == ["其他收益", "投资收益", "营业利润"]
    assert [i["part_of"] for i in told][3:] == [None, None, None]


@pytest.mark.parametrize("change", ["±%", "增长（%）", "增减%", "%"])
@pytest.mark.parametrize(("year", "basis"), [("2020", "base"), ("2022", "yoy")])
def test_a_change_against_a_year_is_against_a_base_unless_it_is_the_year_before(change, year, basis):
    rows = [
        ("项目", "2023年", f"比{year}年{change}"),
        ("焦炭产量", 50, -5.1),
        ("原煤产量", 62, 7.4),
    ]
    told = found(f"2023年能源产量情况\n单位：万吨\n\n{table(rows)}")
    assert [[(c["low"], c["basis"], c["against"]) for c in i["changes"]] for i in told] == [
        [(low, basis, f"{year}年" if basis == "base" else None)] for low in (-5.1, 7.4)
    ]


def test_a_share_over_years_compares_with_none():
    rows = [
        ("流域", "断面占比（%）", ""),
        ("", "2021年", "2023年"),
        ("干流", 83, 92),
        ("支流", 74, 84),
    ]
    told = found(f"地表水水质\n\n{table(rows)}")
    assert [(i["value"]["low"], i["period"]) for i in told][:2] == [(83, "2021"), (92, "2023")]


@pytest.mark.parametrize("row_unit", ["亿立方米", "万吨", "亿千瓦时"])
def test_a_column_with_a_unit_beside_one_that_takes_the_rows(row_unit):
    rows = [("项目", "实物量", "折标煤（万吨）"), (f"天然气（{row_unit}）", 5, 65)]
    rows += [("焦炭（万吨）", 52, 51)]
    told = found(f"2023年能源消费\n\n{table(rows)}")
    assert [i["value"]["unit"] for i in told] == [row_unit[1:], "吨", "吨", "吨"]


def test_a_row_with_a_unit_of_its_own_under_one_for_all_columns():
    rows = [
        ("项目", "2022年（亿元）", "2023年（亿元）"),
        ("产值", 5, 6),
        ("旅客（万人次）", 52, 51),
    ]
    units = [i["value"]["unit"] for i in found(f"主要指标\n\n{table(rows)}")]
    assert units == ["元", "元", "人次", "人次"]


@pytest.mark.parametrize("number", ["7-3　", "3-12 ", "1-2-3 ", "12－4　"])
def test_the_number_of_a_table_of_a_yearbook_is_no_topic(number):
    rows = [("名称", "2023年（个）"), ("甲类床位", 4), ("乙类床位", 5)]
    told = found(f"{number}医疗卫生资源情况\n\n{table(rows)}")
    assert all(not any(mark.isdigit() for mark in whole(i)) for i in told)


@pytest.mark.parametrize("months", ["1-9月", "2023年1-9月"])
def test_months_that_begin_a_title_are_its_time(months):
    rows = [("名称", "完成（亿元）"), ("甲类投资", 4), ("乙类投资", 5)]
    text = f"青溪县2023年工作情况\n\n{months}重点项目投资情况\n\n{table(rows)}"
    assert {i["period"] for i in found(text)} == {"2023-01/2023-09"}


@pytest.mark.parametrize("plan", ["年度计划", "全年目标", "年初预算数", "年度目标任务"])
@pytest.mark.parametrize(("part", "done"), [("上半年", "2024-H1"), ("1-9月", "2024-01/2024-09")])
def test_what_is_planned_in_a_table_of_some_months_is_of_the_year(plan, part, done):
    rows = [
        ("指标", plan, "实际完成", "同比增长（%）"),
        ("财政收入", 126, 65, 4.1),
        ("税收", 90, 40, 3),
    ]
    told = found(f"2024年{part}主要指标完成情况\n单位：万元\n\n{table(rows)}")
    assert [(i["period"], i["modality"]) for i in told[:2]] == [
        ("2024", "target"),
        (done, "actual"),
    ]


@pytest.mark.parametrize(
    ("head", "basis"),
    [("与时间进度比较", "plan"), ("与全省平均水平相比", "peer"), ("较年度目标相差", "plan")],
)
def test_how_far_a_figure_is_from_another(head, basis):
    rows = [("指标", "完成率（%）", f"{head}（百分点）"), ("投资", 46.7, -3.3), ("收入", 51.8, 1.8)]
    told = found(f"2024年上半年完成情况\n\n{table(rows)}")
    changes = [c for i in told for c in i["changes"]]
    assert [(c["low"], c["unit"], c["basis"]) for c in changes] == [
        (-3.3, "百分点", basis),
        (1.8, "百分点", basis),
    ]


@pytest.mark.parametrize("head", ["与2010年相比比重变化", "比2010年比重提高", "比重比2010年增减"])
def test_a_share_that_moved_moved_by_points(head):
    rows = [
        ("年龄", "人口数", "比重", head),
        ("0-14岁", 231, 19.15, -1.86),
        ("其他", 743, 61.7, 2.4),
    ]
    told = found(f"2020年人口年龄构成\n单位：人、%、百分点\n\n{table(rows)}")
    changed = [(i["period"], c["low"], c["unit"]) for i in told for c in i["changes"]]
    assert changed == [("2020", -1.86, "百分点"), ("2020", 2.4, "百分点")]


@pytest.mark.parametrize("end", ["月末", "月底", "月份", "月"])
def test_the_end_of_a_month_is_of_the_month(end):
    rows = [("项目", "余额", "比年初增减额", "比上年同期多增（少增）额", "同比增长（%）")]
    rows += [("住户存款", 17, 1.3, -0.9, 12.7), ("机关存款", 2, 0.1, 0.2, 2.3)]
    told = found(f"2024年3{end}金融机构信贷收支情况\n单位：亿元\n\n{table(rows)}")
    assert [(i["period"], [c["low"] for c in i["changes"]]) for i in told] == [
        ("2024-03", [130000000, -90000000, 12.7]),
        ("2024-03", [10000000, 20000000, 2.3]),
    ]


@pytest.mark.parametrize("second", ["各项贷款", "各项支出"])
def test_what_has_no_number_is_no_part_of_what_is_smaller(second):
    rows = [("项目", "余额"), ("各项存款", 24), ("（一）住户存款", 17), ("（二）企业存款", 7)]
    rows += [(second, 19), ("（一）短期", 5), ("（二）中长期", 13)]
    told = found(f"2024年3月信贷情况\n单位：亿元\n\n{table(rows)}")
    at = {i["id"]: n for n, i in enumerate(told)}
    assert [at.get(i["part_of"]) for i in told] == [None, 0, 0, None, 3, 3]


@pytest.mark.parametrize("mean", ["全市平均", "合 计", "全县合计", "平均水平"])
def test_words_in_the_column_of_numbers_name_a_row(mean):
    rows = [("序号", "县区", "综合指数"), (1, "右卫县", 3.1), (2, "应阳县", 3.4), (mean, "", 3.6)]
    assert [i["value"]["low"] for i in found(f"2024年空气质量\n\n{table(rows)}")] == [3.1, 3.4, 3.6]


@pytest.mark.parametrize("row", [("公　式", "A=B+C", "B", "C"), ("栏次", "1=2+3", "2", "3")])
def test_how_columns_are_reckoned_is_none_of_their_names(row):
    rows = [
        ("地区", "债务限额", "一般债务", "专项债务"),
        row,
        ("青溪县", 41, 19, 22),
        ("云岭县", 9, 4, 5),
    ]
    told = found(f"2023年债务限额情况表\n单位：亿元\n\n{table(rows)}")
    assert {i["name"] for i in told} == {"债务限额", "一般债务", "专项债务"}


@pytest.mark.parametrize("years", ["五年", "近五年", "三年", ""])
def test_so_many_years_are_none_of_a_name(years):
    rows = [("项目", "2022年", "2023年", f"{years}年均增速（%）"), ("营业收入", 103, 112, 6.8)]
    rows.append(("研发投入", 3, 4, 9.0))
    told = [i for i in found(f"主要经济指标\n单位：亿元\n\n{table(rows)}") if i["changes"]]
    assert [(i["name"], i["changes"][0]["basis"]) for i in told] == [
        ("营业收入", "annual_average"),
        ("研发投入", "annual_average"),
    ]


@pytest.mark.parametrize(
    ("sign", "unit"),
    [
        ("μg/m³", "微克/立方米"),
        ("ug/m3", "微克/立方米"),
        ("mg/m³", "毫克/立方米"),
        ("mg/L", "毫克/升"),
        ("元/㎡", "元/平方米"),
        ("元/月", "元/月"),
        ("kg/hm²", "公斤/公顷"),
    ],
)
def test_signs_of_rates(sign, unit):
    rows = [("区域", f"平均浓度（{sign}）"), ("桐湾区", 31), ("南山区", 28)]
    assert {i["value"]["unit"] for i in found(f"2023年监测情况\n\n{table(rows)}")} == {unit}


@pytest.mark.parametrize("level", ["浓度", "数量", "总产"])
def test_growth_beside_a_level_below_one_head_belongs_to_it(level):
    rows = [("区域", "臭氧", "", "颗粒物", ""), ("", level, "同比（%）", level, "同比（%）")]
    rows += [("桐湾区", 58, -6.5, 29, -3.3), ("南山区", 63, 1.6, 31, 2)]
    told = found(f"2023年监测情况\n\n{table(rows)}")
    assert [[c["low"] for c in i["changes"]] for i in told] == [[-6.5], [-3.3], [1.6], [2]]


@pytest.mark.parametrize("place", ["湄川市", "全省", "青溪县"])
def test_a_total_of_a_place_is_of_the_place(place):
    rows = [("地区", "债务限额（亿元）"), (f"{place}合计", 41), ("云岭县", 9)]
    told = found(f"2023年债务限额情况表\n\n{table(rows)}")
    assert [(i["name"], i["scope"]) for i in told] == [("债务限额", place), ("债务限额", "云岭县")]


@pytest.mark.parametrize(
    ("title", "then", "now"),
    [
        ("2024年第二季度", "上季度", "本季度"),
        ("2024年6月", "上月", "本月"),
        ("2024年第一季度", "上季度数", "本季度数"),
        ("2024年1月份", "上月末", "本月"),
    ],
)
def test_the_part_of_the_year_before_that_of_the_table(title, then, now):
    before = {"2024年第二季度": "2024-Q1", "2024年6月": "2024-05", "2024年第一季度": "2023-Q4"}
    rows = [("单位", "满意率（%）", ""), ("", now, then), ("住建局", 91, 90), ("公安局", 96, 95)]
    told = found(f"{title}政务服务办理情况\n\n{table(rows)}")
    assert told[1]["period"] == before.get(title, "2023-12")
    assert told[0]["period"] != told[1]["period"]
    assert {i["name"][-3:] for i in told} == {"满意率"}


@pytest.mark.parametrize("share", ["构成（%）", "比重（%）", "占比（%）"])
def test_what_a_whole_is_made_up_of_stands_behind_its_part(share):
    rows = [("指标", "投资额（亿元）", share), ("第一产业", 20, 4), ("第二产业", 180, 96)]
    told = found(f"2023年固定资产投资情况\n\n{table(rows)}")
    assert told[1]["name"].startswith("第一产业")


@pytest.mark.parametrize("sorted_by", ["按用途分", "按来源分组", "分产业", "分行业"])
def test_how_columns_are_sorted_is_none_of_their_names(sorted_by):
    rows = [("分区", "总用水量", sorted_by, ""), ("", "", "农业", "生活"), ("青溪县", 3, 2, 1)]
    rows.append(("云岭县", 4, 3, 1))
    told = found(f"2022年用水量\n单位：亿立方米\n\n{table(rows)}")
    assert {i["name"] for i in told} == {"总用水量", "农业", "生活"}


@pytest.mark.parametrize(
    ("months", "periods"),
    [
        (("1月", "2月", "3月"), ("2023-01", "2023-02", "2023-03")),
        (("1月份", "2月份", "12月份"), ("2023-01", "2023-02", "2023-12")),
        (("1-2月", "1-3月", "1-4月"), ("2023-01/2023-02", "2023-01/2023-03", "2023-01/2023-04")),
        (("2022年12月", "2023年1月", "2023年2月"), ("2022-12", "2023-01", "2023-02")),
    ],
)
@pytest.mark.parametrize("head", ["月份", "时间", "时段"])
def test_rows_that_are_months(months, periods, head):
    rows = [(head, "平均气温（℃）", "降水量（毫米）"), *((month, 4.8, 41.6) for month in months)]
    told = found(f"2023年湄川市各月气温和降水量\n\n{table(rows)}")
    assert [i["period"] for i in told] == [period for period in periods for _ in range(2)]
    assert [i["name"] for i in told[:2]] == ["平均气温", "降水量"]


@pytest.mark.parametrize("usual", ["常年", "常年同期", "多年平均", "历史同期"])
def test_what_is_usual_is_a_base(usual):
    rows = [("区域", "降水量（毫米）", f"比{usual}（%）"), ("桐湾区", 41, -22.4), ("南山区", 66, 3.9)]
    told = found(f"2023年降水量\n\n{table(rows)}")
    assert [[(c["low"], c["basis"]) for c in i["changes"]] for i in told] == [
        [(-22.4, "base")],
        [(3.9, "base")],
    ]


@pytest.mark.parametrize("unit", ["元/500克", "元/公斤", "元/50公斤"])
@pytest.mark.parametrize("sort", ["规格等级", "规格", "等级"])
def test_prices_by_sort_and_unit(unit, sort):
    rows = [("品种", sort, "单位", "本月均价", "上月均价", "环比±%")]
    rows += [("粳米", "标一", unit, 2.86, 2.85, 0.35), ("面粉", "特一粉", unit, 2.42, 2.42, 0)]
    told = found(f"农副产品零售均价（2024年6月）\n\n{table(rows)}")
    assert [(i["period"], len(i["changes"])) for i in told[:2]] == [("2024-06", 1), ("2024-05", 0)]
    assert all(i["value"]["unit"] == unit for i in told)
    assert ["粳米" in i["name"] for i in told] == [True, True, False, False]


@pytest.mark.parametrize("name", ["一般公共预算教育经费", "一般公共预算财政拨款", "公共财政预算教育投入"])
def test_a_budget_inside_a_name_plans_nothing(name):
    rows = [("地区", f"{name}（元）", ""), ("", "2021年", "2022年"), ("全市", 11, 12), ("青溪县", 9, 10)]
    told = found(f"2022年全市教育经费执行情况\n\n{table(rows)}")
    assert {(i["name"], i["modality"]) for i in told} == {(name, "actual")}


@pytest.mark.parametrize("change", ["增减变动", "增减", "变动情况"])
@pytest.mark.parametrize("thing", ["资产总额", "在建工程", "固定资产净值"])
def test_of_several_units_sums_have_that_of_money(change, thing):
    rows = [("项目", "期初数", "期末数", change, "行政单位期末数")]
    rows += [(thing, 612, 640, 28, 180), ("车辆", 8, 9, 1, 3)]
    told = found(f"2023年度国有资产情况表\n单位：万元、平方米、辆\n\n{table(rows)}")
    amounts = [q for i in told[:3] for q in [i["value"], *i["changes"]]]
    assert {q["unit"] for q in amounts} == {"元"}
    assert {i["value"]["unit"] for i in told[3:]} == {"辆"}


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("在校（园）学生数", "人"),
        ("在校生（人）", "人"),
        ("招生（人）比上年增长", "人"),
        ("参加（户）代表", "人"),
    ],
)
def test_a_word_in_brackets_inside_a_head_is_no_unit(head, unit):
    rows = table([("类别", head), ("小学", 512), ("初中", 340)])
    told = found(f"2023年教育情况\n单位：人\n\n{rows}")
    quantities = [i["value"] or i["changes"][0] for i in told]
    assert [(q["low"], q["unit"]) for q in quantities] == [(512, unit), (340, unit)]


@pytest.mark.parametrize("of", ["公式", "计算公式", "栏次", "逻辑关系", "编码关系"])
@pytest.mark.parametrize("codes", ["ABCD", ("A=B+C", "B", "C", "D＝A－B")])
def test_how_rows_are_reckoned_is_none_of_their_names(of, codes):
    names = ("发行额", "一般债券", "专项债券", "偿还额")
    rows = [(name, code, n) for n, (name, code) in enumerate(zip(names, codes, strict=True), 3)]
    text = f"2024年债券情况\n单位：亿元\n\n{table([('项目', of, '金额'), *rows])}"
    told = found(text)
    assert [i["name"] for i in told] == list(names)
    assert not {"A", "B", "C"} & set("".join(map(whole, told)))


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("2025年还本预算数", "target"),
        ("2025年还本计划数", "target"),
        ("2025年还本预计执行数", "actual"),
        ("2023年还本决算数", "actual"),
    ],
)
@pytest.mark.parametrize("marker", ["二、", "2.", ""])
def test_what_a_row_says_of_its_time_holds_for_its_parts(words, modality, marker):
    inner = "（一）" if marker == "二、" else "其中："
    rows = [
        (f"{marker.replace('二', '一').replace('2', '1')}2024年发行执行数", 9),
        (f"{inner}一般债券", 4),
        (f"{marker}{words}", 7),
        (f"{inner}一般债券", 5),
    ]
    told = found(f"2024年债券情况\n单位：亿元\n\n{table([('项目', '金额'), *rows])}")
    assert [(i["period"], i["modality"]) for i in told] == [
        *[("2024", "actual")] * 2,
        *[(words[:4], modality)] * 2,
    ]
    assert [i["name"] for i in told][::2] == ["发行", "还本"]


@pytest.mark.parametrize(
    ("title", "part", "to_date"),
    [
        ("第一季度报告", "2024-Q1", "2024-Q1"),
        ("半年度报告", "2024-H1", "2024-H1"),
        ("第三季度报告", "2024-Q3", "2024-01/2024-09"),
    ],
)
@pytest.mark.parametrize("first", ["本报告期", "报告期", "本报告期金额"])
@pytest.mark.parametrize("second", ["年初至报告期末", "年初至本报告期末", "年初到报告期末"])
def test_the_time_of_a_report_is_that_of_its_tables(title, part, to_date, first, second):
    rows = table(
        [
            ("项目", first, "本报告期比上年同期增减（%）", second, f"{second}比上年同期增减（%）"),
            ("营业收入（元）", 530, 8.1, 1206, 5.2),
            ("营业成本（元）", 410, 7.0, 988, 4.4),
        ]
    )
    told = found(f"甲泉股份有限公司2024年{title}\n\n主要会计数据\n\n{rows}")
    assert [(i["name"], i["period"], len(i["changes"])) for i in told] == [(name, period, 1) for name in ("营业收入", "营业成本") for period in (part, to_date)]


@pytest.mark.parametrize("head", ["排名", "位次", "名 次", "综合排名"])
@pytest.mark.parametrize("before", ["上月排名", "上月位次", "上月名次"])
def test_ranks_before_names_and_of_the_month_before(head, before):
    units = ("甲局", "乙局", "丙局")
    rows = [(n, unit, 90 - n, 4 - n) for n, unit in enumerate(units, 1)]
    text = table([(head, "承办单位", "办结率（%）", before), *rows])
    told = found(f"2024年9月工单办理情况\n\n{text}")
    ranks = [(i["rank"]["low"], i["rank"]["among"], i["period"]) for i in told if i["rank"]]
    assert ranks == [rank for n in (1, 2, 3) for rank in ((n, None, "2024-09"), (4 - n, None, "2024-08"))]


@pytest.mark.parametrize("head", ["序号", "编号", "排序", "行次", ""])
def test_what_only_counts_rows_is_no_rank(head):
    text = table([(head, "单位", "办结率（%）"), (1, "甲局", 98), (2, "乙局", 91)])
    assert not any(i["rank"] for i in found(f"2024年9月工单办理情况\n\n{text}"))


@pytest.mark.parametrize("band", ["{}年", "一、{}年", "{}年度", "（一）{}年"])
@pytest.mark.parametrize("years", [(2022, 2023), (2019, 2024)])
def test_a_row_that_is_only_a_time_dates_the_rows_below_it(band, years):
    rows = [row for year in years for row in ((band.format(year), "", ""), ("甲区", 18, 64), ("乙县", 31, 142))]
    told = found(f"供地情况\n\n{table([('区域', '宗数（宗）', '面积（公顷）'), *rows])}")
    assert [i["period"] for i in told] == [str(year) for year in years for _ in range(4)]


def test_a_row_that_is_a_time_with_figures_dates_only_itself():
    rows = [("2022年", 18), ("2023年", 21), ("甲区", 9)]
    told = found(f"2024年供地情况\n单位：宗\n\n{table([('项目', '宗数'), *rows])}")
    assert [i["period"] for i in told] == ["2022", "2023", "2024"]


@pytest.mark.parametrize("lead", ["其中：", "#", "其中:"])
@pytest.mark.parametrize(("head", "unit"), [("面积（公顷）", "公顷"), ("床位（张）", "张")])
def test_a_part_beside_its_whole_has_its_unit(lead, head, unit):
    heads = ("区域", head, f"{lead}公办", f"{lead}占比", "收入（元）", f"{lead}补贴")
    rows = table([heads, ("甲区", 64, 30, 47, 8, 5), ("乙县", 88, 20, 23, 9, 6)])
    told = [i["value"]["unit"] for i in found(f"2023年情况\n\n{rows}")]
    assert [told[n] for n in (0, 1, 3, 4)] == [unit, unit, "元", "元"]


@pytest.mark.parametrize("sign", ["±%", "（±%）", "+-%", "（+/-%）", "同比±%", "增长±%"])
def test_a_sign_beside_a_unit_says_a_change(sign):
    rows = table([("作物", "2023", "2024", sign), ("稻谷", 121, 124, 2.5), ("小麦", 60, 66, 10)])
    told = found(f"主要作物面积\n单位：公顷\n\n{rows}")
    assert [i["changes"][0]["low"] for i in told if i["period"] == "2024"] == [2.5, 10]


@pytest.mark.parametrize("classes", [("全额", "差额"), ("全额", "差额", "自收自支")])
def test_posts_paid_in_part_are_no_change(classes):
    size = len(classes)
    rows = table([("部门", *classes), ("甲局", *range(7, 7 + size)), ("乙局", *range(1, 1 + size))])
    told = found(f"2024年编制情况\n单位：名\n\n{rows}")
    assert len(told) == 2 * size
    assert not any(i["changes"] for i in told)


@pytest.mark.parametrize("heads", [("2022年", "2023年"), ("2019", "2024")])
def test_nothing_is_planned_where_nothing_tells_the_time(heads):
    rows = table([("区域", *heads), ("甲区", 18, 64), ("乙县", 31, 142)])
    assert {i["modality"] for i in found(f"表5　供地情况\n单位：宗\n\n{rows}")} == {"actual"}


@pytest.mark.parametrize("title", ["第三季度报告", "半年度报告"])
@pytest.mark.parametrize("commas", ["", ",,", ",,,,"])
def test_empty_cells_behind_the_title_of_a_document_are_none_of_it(title, commas):
    rows = f"甲泉公司2024年{title}{commas}\n项目,本报告期,上年同期\n收入（元）,5,4\n成本（元）,4,3\n"
    report = read_bytes(rows.encode(), place="a.csv")
    assert report.review_period == {"第": "2024-Q3", "半": "2024-H1"}[title[0]]
