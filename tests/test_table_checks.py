"""The numbers of a table held against each other, and against the sentences of its report."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.read import read_text

TITLE = "汐江市2023年国民经济和社会发展统计公报\n\n"
TABLE = """表1 2023年财政收入情况
单位：亿元

| 项目 | 2022年 | 2023年 | 比上年增长% | 占比（%） |
| --- | --- | --- | --- | --- |
| 收入合计 | 80.0 | 84.0 | 5.0 | 100 |
| 税收收入 | 50.0 | {tax} | {growth} | {share} |
| 非税收入 | 30.0 | 30.0 | 0.0 | 35.7 |
"""


def checks(text: str) -> list[tuple[str, str]]:
    found: dict[str, Any] = emit(analyse(read_text(text)), model="test")
    return [(one["kind"], one["status"]) for one in found["checks"]]


@pytest.mark.parametrize(("tax", "growth", "share", "wrong"), [
    ("54.0", "8.0", "64.3", []),
    ("56.0", "12.0", "66.7", ["sum_of_parts"]),
    ("54.0", "18.0", "64.3", ["from_to"]),
    ("54.0", "8.0", "46.3", ["share"]),
    ("94.0", "88.0", "111.9", ["part_of_whole"]),
])  # fmt: skip
def test_parts_growth_and_shares_of_a_table(tax, growth, share, wrong):
    found = checks(TITLE + TABLE.format(tax=tax, growth=growth, share=share))
    assert [kind for kind, status in found if status == "contradiction"] == wrong
    assert {"sum_of_parts", "from_to", "share", "part_of_whole"} - {kind for kind, status in found if status == "consistent"} <= set(wrong) | {"sum_of_parts"}


@pytest.mark.parametrize(("rate", "status"), [("96.4", "consistent"), ("94.6", "contradiction")])
def test_a_completion_beside_what_was_due_and_done(rate, status):
    table = f"2023年民生实事完成情况\n\n| 项目 | 单位 | 年度计划 | 实际完成 | 完成率（%） |\n| --- | --- | --- | --- | --- |\n| 改造管网 | 公里 | 84.0 | 81.0 | {rate} |\n| 新建公厕 | 座 | 40 | 40 | 100 |\n"
    assert ("completion", status) in checks(TITLE + table)


@pytest.mark.parametrize(("said", "status", "same"), [("118.4万吨", "consistent", True), ("118万吨", "consistent", True), ("128.4万吨", "contradiction", False)])
def test_a_sentence_and_a_table_that_say_the_same_are_linked_or_a_finding(said, status, same):
    table = "表2 2023年农业情况\n\n| 指标 | 单位 | 数值 | 增长% |\n| --- | --- | --- | --- |\n| 粮食总产量 | 万吨 | 118.4 | 1.3 |\n| 油料总产量 | 万吨 | 9.2 | 0.4 |\n"
    found = emit(analyse(read_text(f"{TITLE}一、农业\n全年粮食总产量{said}，增长1.3%。\n\n{table}")), model="test")
    told, tabled = (next(i for i in found["indicators"] if i["name"] == "粮食总产量" and bool(i["cell"]) is placed) for placed in (False, True))
    assert [one["status"] for one in found["checks"] if one["kind"] == "table_vs_text"] == [status, "consistent"]  # the level, the growth
    assert (tabled["same_as"], told["same_as"]) == (told["id"] if same else None, None)


def test_averages_have_no_parts():
    table = "2022年居民收入\n\n| 指标 | 2022年（元） |\n| --- | --- |\n| 居民人均可支配收入 | 29840 |\n| 　城镇居民 | 37905 |\n| 　农村居民 | 19776 |\n"
    assert checks(TITLE + table) == []


def test_a_row_says_what_it_is_part_of():
    found = emit(analyse(read_text(TITLE + TABLE.format(tax="54.0", growth="8.0", share="64.3"))), model="test")
    names = {i["id"]: (i["name"], i["period"]) for i in found["indicators"]}
    assert {names[i["id"]]: names[i["part_of"]] for i in found["indicators"] if i["part_of"]} == {
        (name, year): ("财政收入合计", year) for name in ("税收收入", "非税收入") for year in ("2022", "2023")
    }  # fmt: skip


ANNEX = "附表{n} 2023年{what}\n\n| 指标 | 单位 | 数值 |\n| --- | --- | --- |\n{rows}\n"
GRAIN, OIL = "| 粮食总产量 | 万吨 | {} |\n", "| 油料总产量 | 万吨 | {} |\n"


def annex(n: int, grain: str, *, twice: bool = False) -> str:
    rows = GRAIN.format(grain) + (GRAIN.format("7.7") if twice else "") + OIL.format("9.2")
    return ANNEX.format(n=n, what="主要农产品产量", rows=rows)


def said_and_tabled(text: str) -> tuple[list[tuple[bool, str | None]], list[str]]:
    """Of every figure of grain: whether it is a cell, and which one it repeats; and what came of text against table."""
    found: dict[str, Any] = emit(analyse(read_text(TITLE + text)), model="test")
    grain = [i for i in found["indicators"] if i["name"] == "粮食总产量"]
    return [(bool(i["cell"]), i["same_as"] and grain[0]["id"]) for i in grain], [c["status"] for c in found["checks"] if c["kind"] == "table_vs_text"]


@pytest.mark.parametrize(("texts", "links", "statuses"), [
    # told twice, tabled once; told once, tabled twice; told and tabled twice
    (["一、农业\n全年粮食总产量118.4万吨。\n二、回顾\n全年粮食总产量118.4万吨。\n", annex(1, "118.4")], 2, ["consistent"] * 2),
    (["全年粮食总产量118.4万吨。\n", annex(1, "118.4"), annex(2, "118.40")], 2, ["consistent"]),
    (["全年粮食总产量118.4万吨。\n全年粮食总产量118万吨。\n", annex(1, "118.4"), annex(2, "118.4")], 3, ["consistent"] * 2),
    # the tables agree and the sentence does not
    (["全年粮食总产量128.4万吨。\n", annex(1, "118.4"), annex(2, "118.4")], 0, ["contradiction"]),
    # the tables disagree: the sentence is with one of them, or cannot be held against any
    (["全年粮食总产量118.4万吨。\n", annex(1, "118.4"), annex(2, "97.0")], 1, ["consistent"]),
    (["全年粮食总产量128.4万吨。\n", annex(1, "118.4"), annex(2, "97.0")], 0, []),
    # two rows of one name in a table are two things
    (["全年粮食总产量118.4万吨。\n", annex(1, "118.4", twice=True)], 0, []),
    # nothing is told: tables are not linked with each other
    ([annex(1, "118.4"), annex(2, "118.4")], 0, []),
])  # fmt: skip
def test_what_is_said_more_than_twice_is_linked_with_the_first(texts, links, statuses):
    rows, found = said_and_tabled("\n".join(texts))
    assert sum(same is not None for _, same in rows) == links
    assert found == statuses


def test_half_a_year_is_its_months():
    table = "2023年1—6月主要指标\n\n| 指标 | 单位 | 数值 |\n| --- | --- | --- |\n| 粮食总产量 | 万吨 | 18.4 |\n| 油料总产量 | 万吨 | 2.2 |\n"
    found = emit(analyse(read_text(f"汐江市2023年上半年农业经济运行情况\n\n上半年，全市粮食总产量18.4万吨，增长1.3%。\n\n{table}")), model="test")
    assert [c["status"] for c in found["checks"] if c["kind"] == "table_vs_text"] == ["consistent"]


SENTENCES = ["全市粮食总产量118.4万吨，{}。", "全市粮食总产量{}。", "粮食总产量118.4万吨，比上年{}。"]
ROWS = ["| 粮食总产量 | 万吨 | 118.4 | {} |\n| 油料总产量 | 万吨 | 9.2 | 0.4 |\n", "| 粮食总产量 | 万吨 | — | {} |\n| 油料总产量 | 万吨 | — | 0.4 |\n"]
GROWN = "附表 2023年农业情况\n\n| 指标 | 单位 | 数值 | 比上年增长% |\n| --- | --- | --- | --- |\n"


def grown(sentence: str, rows: str, said: str, cell: str) -> tuple[list[str], bool]:
    found = emit(analyse(read_text(f"{TITLE}一、农业\n{sentence.format(said)}\n\n{GROWN}{rows.format(cell)}")), model="test")
    told = [c for c in found["checks"] if (c["kind"] == "table_vs_text" and "，增" in c["message"]) or "，减" in c["message"]]
    return [c["status"] for c in told], any(i["same_as"] for i in found["indicators"] if "粮食" in i["name"])


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize(("said", "cell"), [("增长5.7%", "7.5"), ("下降3.2%", "3.2"), ("增长1.3%", "-1.3")])
def test_growth_that_differs_is_a_finding_and_no_link(sentence, rows, said, cell):
    assert grown(sentence, rows, said, cell) == (["contradiction"], False)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize(("said", "cell"), [("增长5.7%", "5.7"), ("下降3.2%", "-3.2"), ("增长6%", "5.8")])
def test_growth_that_agrees_is_linked(sentence, rows, said, cell):
    assert grown(sentence, rows, said, cell) == (["consistent"], True)


@pytest.mark.parametrize("said", ["增长6.4%，扣除价格因素实际增长5.8%", "增长6.4%，增速比全国高0.3个百分点"])
def test_growth_told_in_two_ways_is_held_against_none_but_its_own(said):
    rows = "| 居民人均可支配收入 | 元 | 33210 | 6.4 |\n| 消费支出 | 元 | 21000 | 0.4 |\n"
    found = emit(analyse(read_text(f"{TITLE}全市居民人均可支配收入33210元，{said}。\n\n{GROWN}{rows}")), model="test")
    assert {c["status"] for c in found["checks"] if c["kind"] == "table_vs_text"} == {"consistent"}


@pytest.mark.parametrize("name", ["年末常住人口", "年底常住人口", "常住人口"])
def test_a_level_at_the_end_of_a_year_is_the_level(name):
    rows = f"| {name} | 万人 | 218.6 | 0.3 |\n| 户籍人口 | 万人 | 230.1 | 0.1 |\n"
    found = emit(analyse(read_text(f"{TITLE}年末全市常住人口216.8万人。\n\n{GROWN}{rows}")), model="test")
    assert [c["status"] for c in found["checks"] if c["kind"] == "table_vs_text"] == ["contradiction"]


def test_growth_of_a_sum_in_another_currency_is_not_held_against_it():
    rows = "| 对外直接投资额 | 亿美元 | 1169 | 2.8 |\n| 利用外资额 | 亿美元 | 900 | 3.1 |\n"
    found = emit(analyse(read_text(f"{TITLE}全年对外直接投资额7852亿元，比上年增长7.2%。\n\n{GROWN}{rows}")), model="test")
    assert [c["status"] for c in found["checks"] if c["kind"] == "table_vs_text"] == []
