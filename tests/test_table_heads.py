"""What heads say together: times below times, amounts beside rates, sides of a table, codes, classes over several rows."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.read import read_bytes, read_text

from .tabled import quantities


def found(text: str) -> list[dict[str, Any]]:
    return [i for i in emit(analyse(read_text(text)), model="test")["indicators"] if i["cell"]]


@pytest.mark.parametrize(("time", "period", "before"), [
    ("3月份", "2024-03", "2023-03"), ("1-3月累计", "2024-01/2024-03", "2023-01/2023-03"), ("一季度", "2024-Q1", "2023-Q1"), ("上半年", "2024-H1", "2023-H1"), ("2024年1—5月", "2024-01/2024-05", "2023-01/2023-05"),
])  # fmt: skip
@pytest.mark.parametrize(
    ("now", "then"), [("本期", "上年同期"), ("实际", "去年同期数"), ("本期数", "同期")]
)
@pytest.mark.parametrize("levels", [1, 2])
def test_a_time_counted_from_the_one_above_it(time, period, before, now, then, levels):
    heads = (
        [f"| 项目 | {time} |  |", "| --- | --- | --- |", f"|  | {now} | {then} |"]
        if levels == 2
        else [f"| 项目 | {time}{now} | {time}{then} |", "| --- | --- | --- |"]
    )
    text = (
        "2024年主要经营指标表\n单位：万元\n\n"
        + "\n".join([*heads, "| 营业收入 | 86 | 90 |", "| 营业成本 | 71 | 70 |"])
        + "\n"
    )
    assert [(i["period"], i["value"]["low"]) for i in found(text)] == [
        (period, 860000),
        (before, 900000),
        (period, 710000),
        (before, 700000),
    ]


@pytest.mark.parametrize(
    "title", ["2023年居民消费价格比上年涨跌幅度", "2024年汐江县上年结转资金安排表"]
)
def test_a_year_compared_with_is_no_time_of_a_title(title):
    text = f"{title}\n单位：%\n\n| 指标 | 全市 | 城市 |\n| --- | --- | --- |\n| 食品烟酒 | 2.6 | 2.5 |\n| 衣着 | 0.4 | 0.5 |\n"
    assert {i["period"] for i in found(text)} == {title[:4]}


@pytest.mark.parametrize(
    ("amount", "rate"),
    [
        *product(
            ["增减", "增减量", "增减额", "增减数", "变动值"],
            ["增减%", "增减率（%）", "增幅（%）", "±%"],
        )
    ],
)
def test_an_amount_beside_a_rate(amount, rate):
    text = f"2023年运行情况表\n\n| 指标 | 单位 | 2023年 | 2022年 | 同比{amount} | 同比{rate} |\n| --- | --- | --- | --- | --- | --- |\n| 出院人次 | 万人次 | 18.4 | 17.2 | 1.2 | 7.0 |\n| 床位使用率 | % | 91.6 | 86.2 | 5.4 | — |\n"
    now = [i for i in found(text) if i["period"] == "2023"]
    assert [[(c["low"], c["unit"], c["form"]) for c in i["changes"]] for i in now] == [
        [(12000, "人次", "difference"), (7, "%", "rate")],
        [(5.4, "百分点", "difference")],
    ]


@pytest.mark.parametrize(
    ("first", "second"), [("收入", "支出"), ("收　入", "支　出"), ("资产", "负债")]
)
def test_the_sides_of_a_table_name_their_totals(first, second):
    row = "| 本年合计 | 12 | 本年合计 | 11 |\n| 总计 | 15 | 总计 | 15 |\n"
    text = f"2023年市本级政府性基金收支表\n单位：亿元\n\n| {first} |  | {second} |  |\n| --- | --- | --- | --- |\n| 项目 | 执行数 | 项目 | 执行数 |\n| 甲项资金 | 12 | 乙项资金 | 11 |\n{row}"
    names = {
        (i["cell"]["row"], i["cell"]["column"]): i["name"] + (i["topic"] or "") for i in found(text)
    }
    for column, side, other in ((1, first, second), (3, second, first)):
        assert side.replace("\u3000", "") in names[4, column]
        assert other.replace("\u3000", "") not in names[3, column] + names[4, column]


@pytest.mark.parametrize("codes", [("213", "21303", "2130314"), ("208", "20805", "2080505")])
@pytest.mark.parametrize("apart", [False, True])
def test_a_code_says_what_a_row_is_part_of(codes, apart):
    names = ("农林事务支出", "水利", "防汛")
    if apart:
        parts = [(codes[0], "", ""), ("", codes[1][3:], ""), ("", "", codes[2][5:])]
        rows = [
            "| 科目编码 |  |  | 科目名称 | 2024年预算数 |",
            "| --- | --- | --- | --- | --- |",
            "| 类 | 款 | 项 |  |  |",
        ]
        rows += [
            f"| {' | '.join(part)} | {name} | {n}00 |"
            for n, (part, name) in enumerate(zip(parts, names, strict=True), 3)
        ]
    else:
        rows = [
            "| 科目编码 | 科目名称 | 2024年预算数 |",
            "| --- | --- | --- |",
            *(
                f"| {code} | {name} | {n}00 |"
                for n, (code, name) in enumerate(zip(codes, names, strict=True), 3)
            ),
        ]
    rows = found("支出预算表\n单位：万元\n\n" + "\n".join(rows) + "\n")
    assert [(i["name"], i["topic"]) for i in rows] == [
        (names[0], None),
        (names[1], names[0]),
        (names[2], names[1]),
    ]
    assert [i["part_of"] for i in rows] == [None, rows[0]["id"], rows[1]["id"]]


@pytest.mark.parametrize(
    ("things", "units"),
    [
        (("学校数", "在校学生"), "所、人"),
        (("学校数", "专任教师"), "人、所"),
        (("播种面积", "总产值"), "亩、元"),
        (("企业数", "营业收入"), "家，万元"),
    ],
)
def test_a_note_of_several_units_gives_each_thing_its_own(things, units):
    text = f"2022年基本情况表\n单位：{units}\n\n| 类别 | {things[0]} | {things[1]} |\n| --- | --- | --- |\n| 甲类 | 3 | 40 |\n| 乙类 | 5 | 60 |\n"
    names = [i["value"]["unit"] for i in found(text)[:2]]
    wanted = units.replace("，", "、").replace("万", "").split("、")
    assert names == (wanted[::-1] if wanted[0] == "人" else wanted)


@pytest.mark.parametrize("said", ["2022年度", "2022年", "报告期：2022年", "（2022年度）"])
@pytest.mark.parametrize("inside", [False, True])
def test_a_time_by_itself_above_the_heads(said, inside):
    above = (
        f"| {said} |  | 单位：万元 |\n| --- | --- | --- |\n"
        if inside
        else f"{said}　　单位：万元\n\n"
    )
    rule = "" if inside else "| --- | --- | --- |\n"
    text = f"收入支出决算总表\n\n{above}| 项目 | 行次 | 决算数 |\n{rule}| 事业收入 | 1 | 85 |\n| 其他收入 | 2 | 6 |\n"
    assert [(i["period"], i["value"]["low"]) for i in found(text)] == [
        ("2022", 850000),
        ("2022", 60000),
    ]


@pytest.mark.parametrize("unit", ["亿元", "人"])
def test_what_a_plan_sums_over_its_years_stands_in_brackets(unit):
    text = f"“十四五”时期主要指标\n\n| 指标 | 单位 | 2020年 | 2025年 | 年均增长/[累计] | 属性 |\n| --- | --- | --- | --- | --- | --- |\n| 地区生产总值 | {unit} | 18 | 26 | 7% | 预期性 |\n| 城镇化率 | % | 54.7 | 60 | [5.3] | 预期性 |\n| 能耗降低 | % | — | — | 〔13〕 | 约束性 |\n"
    rows = [
        (i["period"], i["modality"], role, q["low"], q["unit"], q.get("basis"))
        for i in found(text)
        for role, q, _ in quantities(i)
    ]
    assert rows[0][:2] == ("2020", "actual")
    assert all(modality == "target" for period, modality, *_ in rows if period != "2020")
    assert ("2021/2025", "target", "change", 5.3, "百分点", "base") in rows or (
        "2025",
        "target",
        "change",
        5.3,
        "百分点",
        "base",
    ) in rows
    assert any(low == -13 and unit == "%" for _, _, _, low, unit, _ in rows)


def test_a_class_stands_for_all_its_rows_as_blanks_and_merged():
    rows = [
        ("门诊", "人次", "41", "38"),
        ("", "次均费用", "286", "279"),
        ("住院", "人次", "18", "17"),
        ("", "次均费用", "9100", "9000"),
    ]
    blanks = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    text = f"2023年上半年医疗运行情况\n\n| 类别 | 指标 | 2023年 | 2022年 |\n| --- | --- | --- | --- |\n{blanks}"
    merged = "".join(
        f"<tr>{f'<td rowspan=2>{row[0]}</td>' if row[0] else ''}{''.join(f'<td>{cell}</td>' for cell in row[1:])}</tr>"
        for row in rows
    )
    page = f"<html><body><p>2023年上半年医疗运行情况</p><table><tr><td>类别</td><td>指标</td><td>2023年</td><td>2022年</td></tr>{merged}</table></body></html>"
    named = [(i["topic"], i["name"]) for i in found(text)]
    assert named == [
        (kind, name) for kind in ("门诊", "住院") for name in ("人次", "次均费用") for _ in range(2)
    ]
    assert [
        (i["topic"], i["name"])
        for i in emit(analyse(read_bytes(page.encode(), place="a.html")), model="test")[
            "indicators"
        ]
    ] == named


def test_a_table_of_figures_with_points_puts_out_no_day():
    text = "青溪县历年财政收入\n\n年份\t收入（亿元）\n2019年\t12.45\n2020年\t12.02\n2021年\t13.31\n"
    assert emit(analyse(read_text(text)), model="test")["report"]["published"] is None
