"""How far rates and counts moved: points where the numbers tell, the unit of a change of a rate, and the signs of what fell."""

from __future__ import annotations

import pytest

from .test_table_kinds import found, table

TITLE = "2024年1-8月西江区企业情况\n\n"


def changes(text: str) -> list[tuple[float, str, str]]:
    return [(c["low"], c["unit"], c["form"]) for i in found(text) for c in i["changes"]]


@pytest.mark.parametrize("head", ["增减（%）", "同比增长（%）", "变动比例（%）", "增幅%", "同比±%"])
@pytest.mark.parametrize(("rate", "now", "then", "moved"), [("亏损面（%）", 18.2, 16.9, 1.3), ("资产负债率（%）", 46.3, 48.1, -1.8), ("病床使用率（%）", 91.3, 87.6, 3.7), ("产销率（%）", 97.4, 97.8, -0.4)])
def test_the_numbers_tell_points(head, rate, now, then, moved):
    rows = [("指标", "本期", "上年同期", head), ("工业总产值（万元）", 862310, 803544, 7.3), (rate, now, then, moved), ("利润总额（万元）", 36210, 38900, -6.9)]
    assert changes(TITLE + table(rows)) == [(7.3, "%", "rate"), (moved, "百分点", "difference"), (-6.9, "%", "rate")]


@pytest.mark.parametrize(("now", "then", "moved"), [(18.2, 16.9, 7.7), (46.3, 48.1, -3.7)])
def test_a_rate_of_a_rate_stays_one(now, then, moved):
    rows = [("指标", "本期", "上年同期", "增减（%）"), ("工业总产值（万元）", 862310, 803544, 7.3), ("亏损面（%）", now, then, moved)]
    assert changes(TITLE + table(rows))[1] == (moved, "%", "rate")


@pytest.mark.parametrize("written", ["{}%", "{}个百分点", "{}"])
@pytest.mark.parametrize("order", [(0, 1, 2, 3), (0, 2, 1, 3), (0, 1, 3, 2)])
def test_points_in_any_order_of_columns(written, order):
    rows = [("指标", "2023年", "2022年", "同比%"), ("出院人次（人次）", 4801, 4283, 12.1), ("药占比（%）", 24.1, 25.8, written.format(-1.7))]
    assert (-1.7, "百分点", "difference") in changes("西江医院2023年运行情况\n\n" + table([tuple(row[n] for n in order) for row in rows]))


@pytest.mark.parametrize("since", ["比年初增减（亿元）", "比上年末增加（亿元）", "同比增减额（亿元）"])
@pytest.mark.parametrize("stock", ["余额（亿元）", "期末余额（亿元）", "总额（亿元）"])
def test_a_rate_among_sums_moves_by_points(since, stock):
    rows = [("项目", stock, since), ("各项存款", 3205.6, 186.2), ("各项贷款", 2866.9, 155.5), ("不良贷款率（%）", 1.32, -0.05)]
    told = found("2024年3月末南江市信贷收支\n\n" + table(rows))
    assert told[2]["name"] == "不良贷款率"
    assert [(c["low"], c["unit"], c["form"]) for c in told[2]["changes"]] == [(-0.05, "百分点", "difference")]


@pytest.mark.parametrize(("cell", "low", "unit"), [("-2天", -2, "天"), ("减少2天", -2, "天"), ("3件", 3, "件"), ("+1.5万元", 15000, "元")])
@pytest.mark.parametrize("head", ["变化幅度", "同比", "比上年增减"])
def test_an_amount_written_in_its_cell_is_a_difference(cell, low, unit, head):
    rows = [("项目", "2023年", "2022年", head), ("细颗粒物", 35, 38, "-7.9%"), ("甲事", 3, 5, cell)]
    assert changes("南江市2023年情况\n\n" + table(rows))[-1] == (low, unit, "difference")


@pytest.mark.parametrize("sign", ["△", "▲", "—", "-", "－", "△ "])
@pytest.mark.parametrize("falls", [1, 2, 3])
def test_signs_of_a_fall(sign, falls):
    rows = [(f"{word}支出", 12000 + n, f"{sign}{n + 1}.5" if n < falls else f"{n + 1}.5") for n, word in enumerate("甲乙丙")]
    wanted = [(-(n + 1.5) if n < falls else n + 1.5, "%", "rate") for n in range(3)]
    assert changes("南江市2023年支出情况\n\n" + table([("项目", "2023年（万元）", "同比增长（%）"), *rows])) == wanted


@pytest.mark.parametrize(("up", "down"), [("▲", "▼"), ("△", "▽")])
def test_triangles_that_point_both_ways(up, down):
    rows = [("项目", "2023年（万元）", "同比增长（%）"), ("甲支出", 120, f"{up}2.5"), ("乙支出", 110, f"{down}3.1"), ("丙支出", 90, f"{up}1.2")]
    assert [low for low, _, _ in changes("南江市2023年支出情况\n\n" + table(rows))] == [2.5, -3.1, 1.2]


@pytest.mark.parametrize("name", ["三、四级手术", "一、二、三级公路", "二、三类疫苗", "一、二、三产业人员", "三、四线城市订单", "一、二等奖"])
@pytest.mark.parametrize("lead", ["", "#", "其中："])
def test_numerals_that_sort_are_no_numbers_of_rows(name, lead):
    rows = [("项目", "2023年（个）", "增长（%）"), ("总数", 8650, 3.2), (f"{lead}{name}", 3876, 1.7), ("其他甲项", 91, 3.7), ("其他乙项", 24, -1.7)]
    told = found("南江市2023年情况\n\n" + table(rows))
    assert told[1]["name"] == name
    assert [name in (i["topic"] or "") for i in told] == [False] * 4


@pytest.mark.parametrize("names", [("一、一般公共服务支出", "二、三公经费", "三、二手房交易额"), ("一、税收收入", "二、四项资金投入", "三、三级医院投入"), ("一、小学经费", "二、二级医院经费", "三、一类疫苗经费")])
def test_numbers_of_rows_are_cut(names):
    rows = [("项目", "2023年（万元）"), *((name, 100 + n) for n, name in enumerate(names))]
    told = found("南江市2023年情况\n\n" + table(rows))
    assert [i["name"] for i in told] == [name[2:] for name in names]
