"""Totals of tables: parts that add up in one column and slip in another, what names make up, areas, shares of a total below."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.read import read_text

from .test_table_kinds import table


def findings(rows: list[tuple], title: str = "安河县2023年情况") -> list[tuple[str, int]]:
    """Every contradiction: its kind, and how many numbers it is about."""
    found: dict[str, Any] = emit(analyse(read_text(f"{title}\n\n单位：万元\n\n{table(rows)}")), model="test")
    return [(c["kind"], len(c["indicators"])) for c in found["checks"] if c["status"] == "contradiction"]


PARTS = [("甲税", 12013, 10021), ("乙税", 5517, 5063), ("丙税", 1205, 1039)]


@pytest.mark.parametrize("total", ["合计", "总计", "税收合计"])
@pytest.mark.parametrize(("sums", "wrong"), [((18735, 16123), 0), ((19735, 16123), 1), ((18735, 17123), 1), ((18375, 16123), 1), ((18735, 26123), 0), ((21012, 16123), 0)])
@pytest.mark.parametrize("first", [False, True])
def test_a_total_that_slips_in_one_column(total, sums, wrong, first):
    rows = [(total, *sums), *PARTS] if first else [*PARTS, (total, *sums)]
    assert findings([("税种", "2023年", "2022年"), *rows]) == [("sum_of_parts", 4)] * wrong


SECTORS = [("第一产业增加值", 51.0), ("第二产业增加值", 98.7), ("第三产业增加值", 115.6)]
TRADE = [("出口总额", 101.1), ("进口总额", 22.1)]


@pytest.mark.parametrize(("whole", "parts", "right", "wrong"), [("地区生产总值", SECTORS, 265.3, 275.3), ("地区生产总值", SECTORS, 265.4, 245.3), ("进出口总额", TRADE, 123.2, 132.2), ("外贸进出口总额", TRADE, 123.2, 128.2)])
def test_what_names_make_up(whole, parts, right, wrong):
    for total, faults in ((right, 0), (wrong, 1)):
        assert findings([("指标", "2023年"), (whole, total), *parts]) == [("sum_of_parts", len(parts) + 1)] * faults
        assert findings([("年份", whole, *(name for name, _ in parts)), ("2023年", total, *(low for _, low in parts)), ("2022年", 0, *(0 for _ in parts))]) == [("sum_of_parts", len(parts) + 1)] * faults


def test_sectors_of_something_else_do_not_make_up_what_stands_above_them():
    rows = [("指标", "2023年"), ("地区生产总值", 265.3), ("固定资产投资", 120.0), ("第一产业", 10.0), ("第二产业", 60.0), ("第三产业", 50.0)]
    assert findings(rows) == []


@pytest.mark.parametrize("whole", ["全县", "全县合计"])
@pytest.mark.parametrize(("people", "land", "wrong"), [(51013, 80215, 0), (52013, 80215, 1), (51013, 80251, 1), (60120, 80215, 0)])
def test_a_whole_area_above_its_towns(whole, people, land, wrong):
    rows = [("乡镇", "人口（人）", "耕地（亩）"), (whole, people, land), ("大石镇", 21117, 30111), ("小溪镇", 18452, 29004), ("南桥乡", 11444, 21100)]
    assert findings(rows) == [("sum_of_parts", 4)] * wrong


def test_means_of_areas_do_not_add_up():
    rows = [("乡镇", "播种面积（亩）", "亩产（公斤）", "满意度（分）"), ("全县", 80215, 455, 95.1), ("大石镇", 30111, 454, 96), ("小溪镇", 29004, 462, 94), ("南桥乡", 21100, 448, 95)]
    assert findings(rows) == []


@pytest.mark.parametrize("loss", ["-3205", "（3205）", "△3205"])
def test_a_negative_part_is_no_part_above_its_whole(loss):
    rows = [("项目", "期末余额"), ("实收资本", 60000), ("未分配利润", loss), ("所有者权益合计", 56795)]
    assert findings(rows) == []


@pytest.mark.parametrize("first", [False, True])
@pytest.mark.parametrize(("share", "wrong"), [(41.9, 0), (44.9, 1)])
def test_shares_of_a_total_above_or_below(first, share, wrong):
    total, rows = ("合计", 100000, 100), [("教育支出", 36210, 36.2), ("卫生支出", 21933, 21.9), ("农林水支出", 41857, share)]
    rows = [total, *rows] if first else [*rows, total]
    assert findings([("项目", "金额", "占比（%）"), *rows]) == [("share", 3)] * wrong


@pytest.mark.parametrize("head", ["增减额", "比上年增加额", "增减（万元）"])
@pytest.mark.parametrize(("moved", "wrong"), [(5205, 0), (5250, 1)])
def test_an_amount_by_which_two_years_differ(head, moved, wrong):
    rows = [("指标", "2023年", "2022年", head), ("甲收入", 86532, 81327, moved), ("乙收入", 120531, 112646, 7885)]
    assert findings(rows) == [("from_to", 2)] * wrong
