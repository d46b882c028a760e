"""Heads and titles of tables in combinations: what offices put into them, each part read by itself."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.read import read_text

from .tabled import cases, expected, faults, grid, parts, quantities
from .test_table_kinds import found, table, whole


def by_cell(text: str) -> dict[tuple[int, int], tuple[str, Any, str, dict[str, Any]]]:
    """Role, number, unit and indicator of each cell with a number."""
    document = emit(analyse(read_text(text)), model="test")
    at = {tuple(c["span"]): (c["row"], c["column"]) for t in document["tables"] for c in t["cells"]}
    told = [(*q, i) for i in document["indicators"] for q in ((r, q) for r, q, _ in quantities(i))]
    return {
        place: (role, q["low"], q["unit"], {**i, **({"basis": q["basis"]} if role == "change" else {})})
        for role, q, i in told
        for span, place in at.items()
        if span[0] <= q["span"][0] and q["span"][1] <= span[1]
    }


NUMBERS = ["", "附表3　", "附件2：", "表2-1 ", "**附表一：**", "3-12　", "### "]
TIMES = {"2023年": "2023", "2023年度": "2023", "2024年上半年": "2024-H1", "2024年1—9月": "2024-01/2024-09", "2024年第三季度": "2024-Q3", "2024年10月": "2024-10"}
UNIT_LINES = [
    "{title}\n单位：万元\n\n{rows}",
    "{title}\n\n（单位：万元）\n\n{rows}",
    "{title}（单位：万元）\n\n{rows}",
    "{title}　　　　　单位：万元\n\n{rows}",
    "{title}\n（按现行价格计算）　　　　　　单位：万元\n\n{rows}",
    "{title}\n编制单位：青岩县财政局　　　　　　金额单位：万元\n\n{rows}",
    "附表\n{title}\n公开05表　　单位：万元\n\n{rows}",
    "附件3　　　　　　单位：万元\n{title}\n\n{rows}",
    "{title}\n\n{rows}\n注：金额单位为万元。\n",
    "{title}\n\n{rows}\n说明：1.本表单位：万元。2.数据为快报数。\n",
]


@pytest.mark.parametrize("layout", UNIT_LINES)
@pytest.mark.parametrize("number", NUMBERS)
def test_number_time_and_unit_of_a_title_are_read_each_by_itself(number, layout):
    for said, period in TIMES.items():
        rows = table([("项目", "金额"), ("教育支出", 38), ("卫生健康支出", 21)])
        text = layout.format(title=f"{number}青岩县{said}财政支出情况表", rows=rows)
        told = [(i["name"], i["period"], i["value"]["low"], i["value"]["unit"]) for i in found(text)]
        assert told == [("教育支出", period, 380000, "元"), ("卫生健康支出", period, 210000, "元")], text


@pytest.mark.parametrize("said", ["（2024年1—9月）", "2024年1-9月", "（截至2024年9月底）", "2024年9月"])
@pytest.mark.parametrize("beside", ["单位：万元", "（单位：万元）"])
def test_a_time_alone_below_the_title(said, beside):
    rows = table([("项目", "金额"), ("教育支出", 38), ("卫生健康支出", 21)])
    for text in (f"青岩县财政支出情况表\n{said}\n{beside}\n\n{rows}", f"青岩县财政支出情况表\n{said}　　　　{beside}\n\n{rows}"):
        told = [(i["period"], i["value"]["low"]) for i in found(text)]
        assert told[0][0] in ("2024-01/2024-09", "2024-09")
        assert [low for _, low in told] == [380000, 210000]


BASES = {"同比": "yoy", "比上年": "yoy", "比上年同期": "yoy", "较上年同期": "yoy", "环比": "previous_period", "比上月": "previous_period", "比年初": "base", "较2019年": "base", "年均": "annual_average"}
RATES = ["增长（%）", "增长%", "增减（%）", "±%", "增幅（%）", "增速（%）", "增长率（%）", "（%）"]
AMOUNTS = ["增减额", "增减量", "增加额"]


@pytest.mark.parametrize(("base", "basis"), BASES.items())
@pytest.mark.parametrize("word", RATES)
def test_a_comparison_with_a_rate(base, basis, word):
    if base in ("比年初", "较2019年", "年均", "比上年", "比上年同期", "比上月", "较上年同期") and word == "（%）":
        return  # 比上年（%） may be a share of it
    cells = by_cell(f"2023年主要指标\n\n{table([('指标', '产值（亿元）', base + word), ('工业', 86, 5.2), ('建筑业', 20, -1.4)])}")
    assert [cells[row, 2][:3] for row in (1, 2)] == [("change", 5.2, "%"), ("change", -1.4, "%")]
    assert {cells[row, 2][3]["basis"] for row in (1, 2)} == {basis}
    assert "产值" in whole(cells[1, 2][3])


@pytest.mark.parametrize("base", ["同比", "比上年", "比上年同期", "较年初"])
@pytest.mark.parametrize("word", AMOUNTS)
@pytest.mark.parametrize("note", ["head", "note", "row"])
def test_a_comparison_by_an_amount_has_the_unit_of_the_level(base, word, note):
    level, row = ("余额（万元）" if note == "head" else "余额"), ("存款（万元）" if note == "row" else "存款")
    above = "单位：万元\n" if note == "note" else ""
    cells = by_cell(f"2023年末存贷款情况\n{above}\n{table([('项目', level, base + word), (row, 860, 52), (row.replace('存', '贷'), 200, -14)])}")
    assert [cells[n, 2][:3] for n in (1, 2)] == [("change", 520000, "元"), ("change", -140000, "元")]


@pytest.mark.parametrize("word", ["增减", "比上年增减", "变动", "2023年比2022年增减", "同比变化"])
@pytest.mark.parametrize("unit", ["个", "万人次", "万元"])
def test_the_numbers_beside_it_say_whether_a_change_is_an_amount_or_a_rate(word, unit):
    rows = [("机构数", 126, 120), ("从业人员", 181.5, 170.2), ("流通量", 171.5, 96.4), ("收入", 88.0, 92.5)]
    for amount in (True, False):
        change = [round(now - then, 1) if amount else round((now / then - 1) * 100, 1) for _, now, then in rows]
        body = [(f"{name}（{unit}）", then, now, moved) for (name, now, then), moved in zip(rows, change, strict=True)]
        cells = by_cell(f"文化事业基本情况\n\n{table([('项目', '2022年', '2023年', word), *body])}")
        factor = 10**4 if unit[0] == "万" else 1
        for n, moved in enumerate(change, 1):
            wanted = (moved * factor, unit.removeprefix("万")) if amount else (moved, "%")
            assert cells[n, 3][0] == "change"
            assert (round(float(cells[n, 3][1]), 3), cells[n, 3][2]) == (round(wanted[0], 3), wanted[1])
            assert cells[n, 3][3]["period"] == "2023"


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 1, 2), (1, 3, 2), (2, 1, 3)])
def test_growth_belongs_to_what_it_is_reckoned_from(order):
    columns = {1: ("全年任务", 12800, 6200, 2900), 2: ("累计完成", 13012, 6318, 3002), 3: ("去年同期", 12250, 5980, 2710)}
    picked = [columns[n] for n in order]
    names = ("县级", "城关镇", "青溪镇")
    rows = [(name, *(column[n] for column in picked), round((now / then - 1) * 100, 1)) for n, (name, now, then) in enumerate(zip(names, columns[2][1:], columns[3][1:], strict=True), 1)]
    cells = by_cell(f"2024年1—9月税收完成情况\n单位：万元\n\n{table([('乡镇', *(column[0] for column in picked), '增减%'), *rows])}")
    for n in (1, 2, 3):
        role, _, unit, indicator = cells[n, 4]
        assert (role, unit, indicator["period"], indicator["modality"]) == ("change", "%", "2024-01/2024-09", "actual")
        assert indicator["value"]["low"] == columns[2][n] * 10**4


AGES = {
    "years": ["0—14岁", "15—59岁", "60岁及以上"],
    "under": ["18岁以下", "18—35岁", "36岁以上"],
    "waves": ["30岁及以下", "31～40岁", "41～50岁"],
    "bare": ["0-4", "5-9", "10-14"],
}


@pytest.mark.parametrize("ages", AGES.values(), ids=AGES)
@pytest.mark.parametrize("sides", [1, 2])
def test_classes_by_their_bounds_name_rows(ages, sides):
    heads = ("年龄组", "人口数（人）", "比重（%）")
    rows = [(age, 4000 + n, 20 + n) for n, age in enumerate(ages)]
    if sides == 2:
        heads, rows = heads * 2, [(*row, row[0].replace("1", "7").replace("0", "8"), *row[1:]) for row in rows]
    cells = by_cell(f"2020年青岩县常住人口年龄构成\n\n{table([heads, *rows])}")
    for n, age in enumerate(ages, 1):
        assert cells[n, 1][:3] == ("value", 3999 + n, "人")
        assert cells[n, 2][2] == "%"
        assert age.replace("～", "~") in whole(cells[n, 1][3])
    assert len(cells) == len(ages) * 2 * sides


@pytest.mark.parametrize("ages", [AGES["years"], AGES["under"], AGES["waves"]])
@pytest.mark.parametrize("over", ["按年龄分", "按年龄分（人）", "年龄结构（人）", "其中"])
def test_classes_by_their_bounds_head_columns(ages, over):
    rows = [("职务", "合计（人）", over, "", ""), ("", "", *ages), ("正高级", 85, "", 31, 54), ("副高级", 256, 4, 140, 112)]
    cells = by_cell(f"2024年末专任教师情况\n\n{table(rows)}")
    for column, age in enumerate(ages, 2):
        assert age.replace("～", "~") in whole(cells[3, column][3])
        assert cells[3, column][2] == "人"
    assert len(cells) == 7


@pytest.mark.parametrize("unit", ["万亩", "公斤/亩", "吨", "万元", "元/平方米", "万千瓦时", "人", "个"])
@pytest.mark.parametrize("bracket", ["{}", "（{}）", "({})"])
def test_a_unit_alone_as_the_second_head(unit, bracket):
    rows = [("品种", "数量甲", "", "数量乙", ""), ("", bracket.format(unit), "比上年±%", "吨", "同比%"), ("水稻", 18.6, 1.1, 72, 0.8), ("玉米", 9.8, -3.2, 41, 1.9)]
    cells = by_cell(f"2023年主要情况\n\n{table(rows)}")
    size = 10**4 if unit[0] == "万" else 1
    assert (float(cells[2, 1][1]), cells[2, 1][2]) == (18.6 * size, unit.removeprefix("万"))
    assert unit not in cells[2, 1][3]["name"]
    assert [cells[2, n][0] for n in (1, 2, 3, 4)] == ["value", "change", "value", "change"]


TWO_UNITS = [
    ("亩、万株", ("人工造林", "封山育林", "义务植树"), ("亩", "亩", "株")),
    ("头、只", ("生猪存栏", "牛存栏", "羊存栏"), ("头", "头", "只")),
    ("公里、座", ("公路里程", "村道里程", "桥梁"), ("公里", "公里", "座")),
    ("所、人", ("学校数", "在校生", "专任教师"), ("所", "人", "人")),
    ("户、人、万元", ("户数", "保障人数", "保障资金"), ("户", "人", "元")),
    ("套、平方米", ("保障房套数", "安置房套数", "建筑面积"), ("套", "套", "平方米")),
    ("万千瓦时、万立方米", ("用电量", "工业用电量", "用水量"), ("千瓦时", "千瓦时", "立方米")),
]


@pytest.mark.parametrize(("note", "things", "units"), TWO_UNITS)
@pytest.mark.parametrize("across", [True, False])
def test_several_units_in_a_note_go_to_what_is_counted_in_them(note, things, units, across):
    rows = [("县区", *things), ("甲县", 3, 4, 5), ("乙县", 6, 7, 8)] if across else [("项目", "甲县", "乙县"), *((thing, n, n + 1) for n, thing in enumerate(things, 3))]
    cells = by_cell(f"2024年基本情况表\n单位：{note}\n\n{table(rows)}")
    told = [cells[(1, n) if across else (n, 1)][2] for n in range(1, len(things) + 1)]
    assert told == list(units)


@pytest.mark.parametrize("trait", ["所属行业", "类型", "所在乡镇", "建设性质", "级别", "行业"])
@pytest.mark.parametrize("name", ["企业名称", "项目名称", "单位名称", "学校"])
def test_what_a_column_says_of_a_named_row_names_nothing(trait, name):
    rows = [("序号", name, trait, "产值（万元）", "同比（%）"), (1, "青岩甲", "丙类", 86, 1.2), (2, "青岩乙", "丙类", 40, 3.1), (3, "青岩丁", "戊类", 21, 4.0)]
    cells = by_cell(f"2023年重点情况表\n\n{table(rows)}")
    for n, own in ((1, "青岩甲"), (2, "青岩乙"), (3, "青岩丁")):
        assert own in whole(cells[n, 3][3])
        assert "类" not in whole(cells[n, 3][3])


@pytest.mark.parametrize("quarters", [("一季度", "二季度"), ("第一季度", "第二季度"), ("1季度", "2季度"), ("上半年", "下半年"), ("1月", "2月")])
@pytest.mark.parametrize("head", ["2024年分季度指标", "分季度指标"])
def test_a_part_of_a_year_whose_year_stands_before_it(quarters, head):
    rows = [("年　度", "时　期", "收入（亿元）", "亏损面（%）"), ("2022年", quarters[0], 118, 24), ("", quarters[1], 131, 21), ("2023年", quarters[0], 124, 23), ("", quarters[1], 139, 20)]
    periods = [i["period"] for i in found(f"青岩县{head}\n\n{table(rows)}")]
    assert [p[:4] for p in periods] == ["2022"] * 4 + ["2023"] * 4
    assert {p[4:] for p in periods[:2]} == {p[4:] for p in periods[4:6]} != {p[4:] for p in periods[2:4]}


@pytest.mark.parametrize("months", [("1月", "2月", "12月"), ("1", "2", "12"), ("1月份", "2月份", "12月份")])
def test_months_down_and_years_across(months):
    rows = [("月份", "降水量（毫米）", ""), ("", "2022年", "2023年"), *((month, f"{n}.5", f"{n + 1}.5") for n, month in enumerate(months, 12))]
    told = [(i["period"], i["value"]["low"]) for i in found(f"青岩县降水情况\n\n{table(rows)}")]
    assert told == [(f"{year}-{month}", n + add + 0.5) for n, month in ((12, "01"), (13, "02"), (14, "12")) for year, add in ((2022, 0), (2023, 1))]


@pytest.mark.parametrize("part", ["#{}", "其中：{}", "其中:{}", "＃{}"])
@pytest.mark.parametrize(("whole_of", "thing"), [("学生数", "女生"), ("就业人员", "女性"), ("床位", "重症床位")])
def test_a_part_beside_its_whole_keeps_both_names(part, whole_of, thing):
    rows = [("单位", whole_of, "", "收入（万元）"), ("", "合计（人）", part.format(thing), ""), ("甲校", 268, 129, 80), ("乙校", 274, 131, 90)]
    for rows_ in (rows, [("单位", f"{whole_of}（人）", part.format(thing), "收入（万元）"), ("甲校", 268, 129, 80), ("乙校", 274, 131, 90)]):
        at = len(rows_) - 2
        role, number, unit, indicator = by_cell(f"2023年情况\n\n{table(rows_)}")[at, 2]
        assert (role, number, unit) == ("value", 129, "人")
        assert thing in whole(indicator)
        assert whole_of in whole(indicator) or thing.endswith(whole_of)
        assert "其中" not in whole(indicator)


@pytest.mark.parametrize(("count", "unit"), [("企业个数", "个"), ("企业数", ""), ("户数", "户"), ("从业人数", "人"), ("折标系数", ""), ("件数", "件")])
def test_a_count_beside_a_column_of_units_keeps_its_own(count, unit):
    rows = [("产品", "计量单位", count, "产量", "同比%"), ("水泥", "万吨", 2, 21, -8.2), ("服装", "万件", 5, 30, 12.0), ("电力", "万千瓦时", 3, 86, 1.0)]
    cells = by_cell(f"2024年主要产品产量\n\n{table(rows)}")
    assert cells[1, 2][1:3] == (2, unit)
    assert cells[1, 3][1:3] == (210000, "吨")


@pytest.mark.parametrize("last", ["上年同期", "去年同期", "上年同期数", "年初数", "上年"])
def test_growth_behind_the_year_before_alone_is_of_now(last):
    rows = [("项目", last, "增减额", "增减%"), ("教育", 86, 3, 3.5), ("卫生", 40, -2, -5.0)]
    cells = by_cell(f"2024年1—9月支出情况\n单位：万元\n\n{table(rows)}")
    assert {cells[n, c][3]["period"][:4] for n in (1, 2) for c in (2, 3)} == {"2024"}
    assert {cells[n, 1][3]["period"][:4] for n in (1, 2)} == {"2023"}


@pytest.mark.parametrize("blank", ["—", "", "…", "待核"])
def test_growth_without_a_level_keeps_name_and_time_of_its_column(blank):
    heads = ("地区", "1—9月产值（亿元）", "同比%", "9月产值（亿元）", "同比%")
    cells = by_cell(f"2024年9月工业情况\n\n{table([heads, ('青岩县', 86, 1.2, 10, 3.4), ('白沙县', 40, 2.1, 6, 0.4), ('石门区', blank, 2.2, blank, 4.4)])}")
    assert [(cells[3, c][0], cells[3, c][3]["period"], "产值" in cells[3, c][3]["name"]) for c in (2, 4)] == [
        ("change", "2024-01/2024-09", True),
        ("change", "2024-09", True),
    ]


@pytest.mark.parametrize("peer", ["全市", "全省"])
@pytest.mark.parametrize("beside", ["与{}比较（百分点）", "与{}平均之差（百分点）"])
def test_what_is_compared_with_others_is_of_the_first_place(peer, beside):
    rows = [("指标", "石门区", "", peer, "", beside.format(peer), f"{peer}位次"), ("", "总量（亿元）", "增速（%）", "总量（亿元）", "增速（%）", "", ""), ("工业增加值", 31, 5.8, 241, 5.5, 0.3, 4), ("固定资产投资", "—", 4.2, "—", 3.1, 1.1, 3)]
    cells = by_cell(f"2024年前三季度主要经济指标\n\n{table(rows)}")
    for row in (2, 3):
        assert {cells[row, column][3]["scope"] for column in (2, 5, 6)} == {"石门区"}
        assert cells[row, 4][3]["scope"] == peer
        assert cells[row, 5][3]["basis"] == "peer"


@pytest.mark.parametrize("peer", ["全省", "全国", "全市平均"])
def test_a_peer_alone_behind_growth_is_its_growth(peer):
    rows = [("指标名称", "本月", "同比", "1-本月", "同比", peer, "位次"), ("工业增加值", "—", 6.1, "—", 5.8, 6.0, 9), ("零售总额", 31.2, 4.7, 270.8, 5.0, 4.9, 6), ("进出口总额", 8.4, -2.0, 71.6, 1.3, 3.3, 10)]
    cells = by_cell(f"2024年9月主要指标\n单位：亿元、%\n\n{table(rows)}")
    for row in (1, 2, 3):
        role, number, unit, indicator = cells[row, 5]
        assert (role, number, unit, indicator["period"]) == ("change", rows[row][5], "%", "2024-01/2024-09")
        assert peer in whole(indicator)
        assert peer not in whole(cells[row, 6][3])


@pytest.mark.parametrize(("came", "went"), [("年内增加", "年内减少"), ("本年增加", "本年减少"), ("增加", "减少"), ("增加数", "减少数")])
def test_what_came_and_what_went_are_levels(came, went):
    cells = by_cell(f"2023年土地情况\n单位：公顷\n\n{table([('地类', '年初面积', came, went, '年末面积'), ('耕地', 41206, 120, 86, 41240), ('园地', 8620, 12, 40, 8592)])}")
    for column, word in ((2, "增加"), (3, "减少")):
        assert cells[1, column][:3] == ("value", 120 if column == 2 else 86, "公顷")
        assert word in cells[1, column][3]["name"]


@pytest.mark.parametrize(("said", "period"), [("2024年6月1日—8月31日", "2024-06/2024-08"), ("2023—2024学年初", "2023/2024"), ("2024年1月1日至2024年3月31日", "2024-01/2024-03")])
@pytest.mark.parametrize("where", ["{title}（{said}）", "{title}\n（{said}）"])
def test_days_and_school_years_of_a_title(said, period, where):
    title = where.format(title="石门区损失统计表", said=said)
    assert {i["period"] for i in found(f"{title}\n\n{table([('类别', '数量（间）'), ('甲类', 12), ('乙类', 40)])}")} == {period}


@pytest.mark.parametrize("rate", ["自然增长率（‰）", "出生率（‰）", "死亡率（‰）", "机械增长率（‰）"])
@pytest.mark.parametrize("title", ["青岩县人口自然变动情况", "青岩县人口变化情况表", "青岩县人口情况"])
def test_rates_that_are_no_changes(rate, title):
    cells = by_cell(f"{title}\n\n{table([('年份', '出生人数（人）', rate), (2022, 2906, 8.0), (2023, 2640, -7.3)])}")
    assert [cells[row, 2][0] for row in (1, 2)] == ["value", "value"]
    assert rate.partition("（")[0] in cells[1, 2][3]["name"]
    assert cells[1, 1][1] == 2906


def _rows(text: str) -> tuple[list[str], list[list[str]], list[str]]:
    lines = text.split("\n")
    at = [n for n, line in enumerate(lines) if line.startswith("|")]
    rows = [re.split(r"(?<!\\)\|", lines[n].strip())[1:-1] for n in at if not re.fullmatch(r"[\s|:-]+", lines[n])]
    return lines[: at[0]], rows, lines[at[-1] + 1 :]


Rows = list[list[str]]
WAYS: dict[str, tuple[Callable[[Rows, int], Rows], tuple[int, int]]] = {
    "spaced names": (lambda rows, first: [[_spaced(row[0]) if n >= first else row[0], *row[1:]] for n, row in enumerate(rows)], (0, 0)),
    "spaced heads": (lambda rows, first: [list(map(_spaced, row)) if n < first else row for n, row in enumerate(rows)], (0, 0)),
    "remarks": (lambda rows, first: [[*row, "备注" if n == 0 else " "] for n, row in enumerate(rows)], (0, 0)),
    "who answers": (lambda rows, first: [[*row, "责任单位" if n == 0 else "" if n < first else f"县{'发改统计财政商务'[n % 4 * 2:][:2]}局"] for n, row in enumerate(rows)], (0, 0)),
    "numbers of columns": (lambda rows, first: [*rows[:first], ["栏次", *map(str, range(1, len(rows[0])))], *rows[first:]], (1, 0)),
    "a blank row": (lambda rows, first: [*rows[:-1], [" "] * len(rows[0]), rows[-1]], (0, 0)),
}


def _spaced(word: str) -> str:
    said = word.strip()
    return word.replace(said, "　".join(said)) if re.fullmatch(r"\p{Han}{2}".replace(r"\p{Han}", "[一-龥]"), said) else word


@pytest.mark.parametrize("way", WAYS)
def test_what_changes_no_meaning_changes_no_cell(way):
    """The cases with columns of remarks, numbers of columns and wide words added to them."""
    write, (down, right) = WAYS[way]
    total = wrong = 0
    for path in cases(aside=True)[::4]:
        text, said = parts(path)
        before, rows, after = _rows(text)
        wanted = list(expected(text, said))
        first = min(cell.row for cell in wanted)
        if len({len(row) for row in rows}) > 1 or (first > 1 and rows[first - 1][0].strip()):
            continue
        new = write(rows, first)
        again = "\n".join([*before, *table(new).split("\n"), *after])
        at, document = grid(again), emit(analyse(read_text(again)), model="test")
        for cell in wanted:
            row = cell.row + down * (cell.row >= first) + (way == "a blank row" and cell.row == len(rows) - 1)
            total += 1
            wrong += bool(faults(replace(cell, span=at[row, cell.column + right][1]), document))
    assert total > 400
    assert wrong * 200 <= total


@pytest.mark.parametrize("unread", ["椽檐枘凿", "甲乙丙丁", "（待定）"])
def test_a_head_that_cannot_be_read_takes_no_neighbour_away(unread):
    """Roles, numbers and units of all other columns."""
    total = wrong = 0
    for path in cases(aside=True)[::3]:
        text, said = parts(path)
        before, rows, after = _rows(text)
        wanted = list(expected(text, said))
        if len({len(row) for row in rows}) > 1 or min(cell.row for cell in wanted) > 1:
            continue
        for column in sorted({cell.column for cell in wanted})[1::2]:
            heads = [unread if n == column else word for n, word in enumerate(rows[0])]
            again = "\n".join([*before, *table([heads, *rows[1:]]).split("\n"), *after])
            at, document = grid(again), emit(analyse(read_text(again)), model="test")
            for cell in wanted:
                if cell.column != column:
                    total += 1
                    lost = {"missed", "role", "number"} & set(faults(replace(cell, span=at[cell.row, cell.column][1]), document))
                    wrong += bool(lost)
    assert total > 400
    assert wrong * 100 <= total


def test_every_pair_of_a_time_and_a_state_in_one_head():
    """预算, 决算, 计划 and 完成 with years and months, joined or one above the other."""
    times = {"2023年": "2023", "2024年": "2024", "2024年1—6月": "2024-01/2024-06"}
    states = {"预算数": "target", "计划": "target", "目标": "target", "决算数": "actual", "执行数": "actual", "完成": "actual", "实际完成": "actual"}
    for (said, period), (word, modality) in product(times.items(), states.items()):
        for rows in ([("项目", said + word, "备注")], [("项目", said, "备注"), ("", word, "")]):
            text = f"财政收支情况\n单位：万元\n\n{table([*rows, ('教育', 86, ''), ('卫生', 40, '')])}"
            assert {(i["period"], i["modality"], i["value"]["low"]) for i in found(text)} == {(period, modality, 860000), (period, modality, 400000)}, text


@pytest.mark.parametrize("seed", range(4))
def test_no_table_however_torn_stops_a_document(seed):
    """Cells lost, swapped and put elsewhere, rows and columns emptied: what is read has a name, what cannot be read is left out."""
    chance = random.Random(seed)
    texts = [_rows(parts(path)[0]) for path in cases(aside=True)[seed::4]]
    words = [word for _, rows, _ in texts for row in rows for word in row]
    for before, rows, after in texts:
        torn = [list(row) for row in rows]
        for _ in range(chance.randint(1, 6)):
            row, column = chance.choice(torn), chance.randrange(min(map(len, torn)))
            match chance.randrange(4):
                case 0:
                    row[column] = " "
                case 1:
                    row[column] = chance.choice(words)
                case 2:
                    row[:] = [" "] * len(row)
                case _:
                    for other in torn:
                        other[column] = " "
        text = "\n".join([*before[chance.randrange(2) * 2 :], *table(torn).split("\n"), *after])
        assert all(i["name"].strip() for i in found(text)), text
