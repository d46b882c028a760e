"""Tables below each other without an empty row between them, and sentences in rows of the sheet they stand in."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.read import read_bytes

FIRST = [("项目", "2023年", "2022年"), ("甲收入", 612, 562), ("乙收入", 253, 251)]
SECOND = [("科目", "2023年", "增长（%）"), ("丙支出", 98, 2.1), ("丁支出", 55, -9.8)]
WANTED = [("甲收入", "2023", 6120000), ("甲收入", "2022", 5620000), ("乙收入", "2023", 2530000), ("乙收入", "2022", 2510000), ("丙支出", "2023", 980000), ("丁支出", "2023", 550000)]


def sheet(rows: list[tuple]) -> dict[str, Any]:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return emit(analyse(read_bytes(file.getvalue(), place="a.xlsx")), model="test")


def told(document: dict[str, Any]) -> list[tuple[str, str, float]]:
    return [(i["name"], i["period"], i["value"]["low"]) for i in document["indicators"] if i["cell"] and i["value"]]


@pytest.mark.parametrize("between", [[("表2　支出　单位：万元",)], [("二、支出表",), ("单位：万元",)], [("2023年东河县支出情况", None, None), (None, None, "单位：万元")], [(), ("支出明细表（万元）",)]])
def test_each_table_has_its_own_heads(between):
    document = sheet([("表1　收入　单位：万元",), *FIRST, *between, *SECOND])
    assert told(document) == WANTED
    assert [c["low"] for i in document["indicators"] for c in i["changes"]] == [2.1, -9.8]
    assert len(document["tables"]) == 2
    assert document["tables"][1]["header_rows"] < 4


@pytest.mark.parametrize("head", [("科目", "2023年", "增长（%）"), ("支出项目", "2023年", "增长（%）"), ("", "2023年", "增长（%）")])
def test_heads_alone_begin_a_table_which_has_title_and_unit_of_that_above(head):
    assert told(sheet([("东河县2023年收支表",), ("单位：万元",), *FIRST, head, *SECOND[1:]])) == WANTED


@pytest.mark.parametrize("sentence", ["2023年，全县完成甲收入612万元，比上年增长8.9%，结构进一步优化。", "全县甲收入完成612万元。收支平衡，略有结余，主要是税收增加。"])
@pytest.mark.parametrize("above", [[("东河县2023年收入表",)], []])
@pytest.mark.parametrize("below", [[], ["注：快报数。"]])
def test_a_sentence_above_a_table_is_read(sentence, above, below):
    document = sheet([*above, (sentence,), ("单位：万元",), *FIRST, *((line,) for line in below)])
    assert told(document) == WANTED[:4]
    assert [(i["name"], i["value"]["low"]) for i in document["indicators"] if not i["cell"]] == [("甲收入", 6120000)]


def test_a_sentence_below_a_table_is_read():
    document = sheet([("东河县2023年收入表",), ("单位：万元",), *FIRST, ("2023年，全县完成丙支出98万元，比上年增长2.1%，保障有力。",)])
    assert told(document) == WANTED[:4]
    assert [(i["name"], i["value"]["low"]) for i in document["indicators"] if not i["cell"]] == [("丙支出", 980000)]


@pytest.mark.parametrize("row", [("水质类别", "Ⅱ类", "Ⅲ类"), ("二、支出", None, None), ("验收结果", "合格", "优秀"), ("项目进展", "正常", "滞后"), ("项目", "2023年", "2022年")])
def test_rows_of_words_are_no_heads_of_another_table(row):
    document = sheet([("东河县2023年情况表",), ("单位：万元",), *FIRST, row, ("丙收入", 98, 96), ("丁收入", 55, 50)])
    assert len(document["tables"]) == 1
    assert told(document)[4:] == [("丙收入", "2023", 980000), ("丙收入", "2022", 960000), ("丁收入", "2023", 550000), ("丁收入", "2022", 500000)]
