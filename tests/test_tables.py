"""Tables: the figures of every cell by the heads of its row and column, and what is no table of figures."""

from __future__ import annotations

import re
from decimal import Decimal
from io import BytesIO
from typing import Any

import docx
import openpyxl
import openpyxl.styles
import pytest

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.errors import ReadError
from pipeline.read import read_bytes, read_text
from pipeline.tables import tables, text_grids
from pipeline.tables.figures import figure, no_number

from .tabled import cases, expected, faults, parts, quantities

TABLE = """表3 2022年主要工业产品产量

| 产品名称 | 单位 | 产量 | 比上年增长（%） |
| --- | --- | --- | --- |
| 水 泥 | 万吨 | 371.5 | -6.2 |
| 发电量 | 亿千瓦时 | 47.93 | 11.0 |
| 其中：风电[2] | 亿千瓦时 | 8.06 | 27.5 |
| 平板玻璃 | 万重量箱 | — | … |
"""


def document(text: str) -> dict[str, Any]:
    return emit(analyse(read_text(text)), model="test")


def meant(found: dict[str, Any]) -> list[tuple[object, ...]]:
    """What the indicators of tables say, without where it stands."""
    return [
        (i["name"], i["topic"], i["scope"], i["period"], i["modality"], role, q["low"], q["high"], q["unit"], q["bound"])
        for i in found["indicators"]
        if i["cell"]
        for role, q, _ in quantities(i)
    ]


@pytest.mark.parametrize("path", [*cases(aside=False), *cases(aside=True)], ids=lambda path: path.stem)
def test_every_cell_is_read_by_its_heads(path):
    text, said = parts(path)
    found = document(text)
    wanted = list(expected(text, said))
    assert len(wanted) > 3
    assert [(cell.text, wrong) for cell in wanted if (wrong := faults(cell, found))] == []


def test_a_case_that_is_read_wrongly_is_seen():
    text, said = parts(cases(aside=False)[0])
    (first, *_) = expected(text, [line.replace("2023 target", "2022 target") for line in said])
    assert faults(first, document(text)) == ["period"]


def test_a_change_belongs_to_the_level_in_its_row():
    found = document(TABLE)
    assert meant(found) == [
        ("水泥产量", None, None, "2022", "actual", "value", 3715000, 3715000, "吨", "exact"),
        ("水泥产量", None, None, "2022", "actual", "change", -6.2, -6.2, "%", "exact"),
        ("发电量", None, None, "2022", "actual", "value", 4793000000, 4793000000, "千瓦时", "exact"),
        ("发电量", None, None, "2022", "actual", "change", 11, 11, "%", "exact"),
        ("风电产量", "发电量", None, "2022", "actual", "value", 806000000, 806000000, "千瓦时", "exact"),
        ("风电产量", "发电量", None, "2022", "actual", "change", 27.5, 27.5, "%", "exact"),
    ]


def _rows() -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in TABLE.splitlines() if line.startswith("|") and "---" not in line]


@pytest.mark.parametrize("form", [
    lambda rows: "\n".join("\t".join(row) for row in rows),
    lambda rows: "\n".join("   ".join(row) for row in rows),
    lambda rows: "\n".join(" | ".join(row) for row in rows),
    lambda rows: "\n".join("**| " + " | ".join(f"<br>{cell}" for cell in row) + " |**" for row in rows),
], ids=["tabs", "gaps", "bars", "dressed"])  # fmt: skip
def test_the_same_table_in_other_writings_says_the_same(form):
    assert meant(document("表3 2022年主要工业产品产量\n\n" + form(_rows()) + "\n")) == meant(document(TABLE))


def test_a_file_of_values_parted_by_commas_is_a_table():
    text = "指标,单位,2021年,2022年\n粮食产量,万吨,\"1,210.5\",1225\n油料产量,万吨,38,40.2\n"
    assert [(name, period, low) for name, _, _, period, _, _, low, *_ in meant(document(text))] == [
        ("粮食产量", "2021", 12105000), ("粮食产量", "2022", 12250000), ("油料产量", "2021", 380000), ("油料产量", "2022", 402000),
    ]  # fmt: skip


@pytest.mark.parametrize("text", [
    "登记表\n\n姓名\t李明\t性别\t男\n出生年月\t1980年5月\t电话\t13900000000\n工作单位\t某局\t职务\t科员\n",
    "| 时间 | 内容 | 责任单位 |\n| --- | --- | --- |\n| 3月 | 启动排查，全面摸清底数 | 各乡镇 |\n| 6月 | 集中整治 | 住建局 |\n",
    "左栏的一段话，说明今年的工作。\t右栏的一段话，增长5%。\n又一段话，完成投资3亿元。\t还有一段话。\n",
    "序号\t单位名称\n1\t市教育局\n2\t市财政局\n3\t市民政局\n",
    "张 三  李 四\n王 五  赵 六\n",
], ids=["form", "timetable", "layout", "list", "names"])  # fmt: skip
def test_what_holds_no_figures_in_columns_is_left_as_text(text):
    assert tables(text, list(text_grids(text))) == ()


def test_sentences_are_read_as_if_no_table_stood_between_them():
    before = "汐江市2022年国民经济和社会发展统计公报\n\n一、工业\n\n全年规模以上工业增加值增长6.1%。"
    behind = "全年利润总额35.2亿元，增长4.8%。其中，国有企业12亿元。"
    without = document(f"{before}\n\n{behind}\n")
    beside = document(f"{before}\n\n{TABLE}\n{behind}\n")

    def told(found: dict[str, Any]) -> list[tuple[object, ...]]:
        return [(i["name"], i["topic"], i["scope"], i["period"], i["modality"], *(q["text"] for _, q, _ in quantities(i))) for i in found["indicators"] if not i["cell"]]

    assert told(beside) == told(without)
    assert len(told(without)) > 2
    sections = {section["id"]: section["title"] for section in beside["sections"]}
    assert {sections[p["section"]] for p in beside["passages"] if p["text"] in (*before.splitlines()[-1:], behind)} == {"工业"}


@pytest.mark.parametrize("path", [*cases(aside=False), *cases(aside=True)], ids=lambda path: path.stem)
def test_names_can_be_rebuilt_from_their_evidence_and_figures_stand_in_their_cells(path):
    text, _ = parts(path)
    found = document(text)
    cells = {(t["id"], c["row"], c["column"]): c["span"] for t in found["tables"] for c in t["cells"]}
    for indicator in (i for i in found["indicators"] if i["cell"]):
        said = [e for e in indicator["evidence"] if e["part"] == "name"]
        written = "".join(text[slice(*e["span"])] for e in said)
        if all(e["span"][0] < e["span"][1] for e in said):
            assert re.sub(r"\s|<br>|\[\d+\]", "", written).replace("～", "~") == indicator["name"]
        where = indicator["cell"]
        at = cells[where["table"], where["row"], where["column"]]
        assert any(at[0] <= q["span"][0] and q["span"][1] <= at[1] for _, q, _ in quantities(indicator))


@pytest.mark.parametrize(("cell", "low", "bound", "unit"), [
    ("1,204.5", "1204.5", "exact", None), ("(1,204.5)", "-1204.5", "exact", None), ("－3.2", "-3.2", "exact", None), ("6%左右", "6", "approx", "%"),
    ("≥90", "90", "min", None), ("3%以内", "3", "max", "%"), ("下降0.3个百分点", "-0.3", "exact", "百分点"), ("28650.4万元", "28650.4", "exact", "元"),
    ("—3.2", "-3.2", "exact", None), ("△3.2%", "-3.2", "exact", "%"), ("12.5①", "12.5", "exact", None), ("12 345", "12345", "exact", None), ("持平", "0", "exact", None), ("5.5—6", "5.5", "range", None),
])  # fmt: skip
def test_a_number_as_cells_write_it(cell, low, bound, unit):
    found = figure(cell)
    assert found is not None
    assert (found.low, found.bound, found.unit and found.unit.name) == (Decimal(low), bound, unit)


@pytest.mark.parametrize("cell", ["—", "…", "-", "", "无", "——", "#", "···"])
def test_marks_for_no_number(cell):
    assert no_number(cell)
    assert figure(cell) is None


@pytest.mark.parametrize("cell", ["—6月", "—2023年", "城关镇", "2022年3月", "3.1.2", "12（3）", "A级", "完成省下达任务"])
def test_cells_that_are_no_number(cell):
    assert figure(cell) is None


PAGE = """<html><body><h1>公报</h1><p>表3 2022年主要指标</p><table>
<tr><th rowspan="2">指标</th><th rowspan="2">单位</th><th colspan="2">2021年</th><th colspan="2">2022年</th></tr>
<tr><td>绝对数</td><td>增长%</td><td>绝对数</td><td>增长%</td></tr>
<tr><td><p>地区生产总值</p></td><td rowspan="3">亿元</td><td>100.5</td><td>8.1</td><td>106.2</td><td>4.0</td></tr>
<tr><td>&nbsp;&nbsp;&nbsp;&nbsp;第二产业</td><td>40.1</td><td>7.9</td><td>41.5</td><td>3.1</td></tr>
<tr><td>财政收入</td><td></td><td></td><td>9.3</td><td>-2.5</td></tr>
</table><p>全年运行平稳，各项工作有序推进，取得了新的成效。</p></body></html>"""
MERGED = [
    ("地区生产总值", None, "2021", 10050000000, 8.1), ("地区生产总值", None, "2022", 10620000000, 4),
    ("第二产业", "地区生产总值", "2021", 4010000000, 7.9), ("第二产业", "地区生产总值", "2022", 4150000000, 3.1),
    ("财政收入", None, "2022", 930000000, -2.5),
]  # fmt: skip


def by_value(data: bytes, place: str) -> list[tuple[object, ...]]:
    found = emit(analyse(read_bytes(data, place=place)), model="test")
    return [(i["name"], i["topic"], i["period"], i["value"]["low"], *(c["low"] for c in i["changes"])) for i in found["indicators"] if i["cell"]]


def test_merged_cells_of_a_page():
    assert by_value(PAGE.encode(), "page.html") == MERGED


def test_merged_cells_of_a_word_file():
    report = docx.Document()
    report.add_paragraph("表3 2022年主要指标")
    table = report.add_table(5, 6)
    rows = [
        ["指标", "单位", "2021年", "", "2022年", ""], ["", "", "绝对数", "增长%", "绝对数", "增长%"], ["地区生产总值", "亿元", "100.5", "8.1", "106.2", "4.0"],
        ["　　第二产业", "", "40.1", "7.9", "41.5", "3.1"], ["财政收入", "", "", "", "9.3", "-2.5"],
    ]  # fmt: skip
    for row, words in enumerate(rows):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    for (top, left), (bottom, right) in [((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((0, 4), (0, 5)), ((2, 1), (4, 1))]:
        table.cell(top, left).merge(table.cell(bottom, right))
    file = BytesIO()
    report.save(file)
    assert by_value(file.getvalue(), "report.docx") == MERGED


def test_a_page_laid_out_in_cells_has_no_table():
    text = "全年完成投资3亿元，增长5%。" * 12
    page = f"<html><body><table><tr><td>栏目</td><td><p>{text}</p><p>{text}</p></td></tr></table></body></html>"
    assert emit(analyse(read_bytes(page.encode(), place="page.html")), model="test")["tables"] == []


def workbook() -> bytes:
    book = openpyxl.Workbook()
    first, second, hidden = book.active, book.create_sheet("乡镇"), book.create_sheet("草稿")
    hidden.sheet_state = "hidden"
    hidden.append(["指标", "数值（万元）"])
    hidden.append(["作废收入", 1])
    first.title = "收入"
    for row in (["2022年财政收入完成情况表"], ["单位：万元"], ["项目", "年初预算数", "决算数", "完成预算"], ["税收收入", 1200, 1230.5, 1.0254], ["增值税", 400, 410, 1.025], ["合计", 1200, 1230.5, 1.0254]):
        first.append(row)
    first.merge_cells("A1:D1")
    first["A5"].alignment = openpyxl.styles.Alignment(indent=1)
    for row in (4, 5, 6):
        first.cell(row, 3).number_format = "#,##0.00"
        first.cell(row, 4).number_format = "0.0%"
    for row in (["2023年1-9月各乡镇农业产值"], ["乡镇", "农业产值（亿元）", "增长%"], ["桐湾镇", 3.5, 4.25], ["云岭乡", 2, -1]):
        second.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_workbook_is_a_document_of_its_sheets_with_values_as_displayed():
    found = emit(analyse(read_bytes(workbook(), place="a.xlsx")), model="test")
    assert [section["title"] for section in found["sections"]] == ["收入", "乡镇"]
    values = [(i["name"], i["topic"], i["scope"], i["period"], i["modality"], i["value"]["text"], i["value"]["low"]) for i in found["indicators"]]
    assert values == [
        ("税收收入", None, None, "2022", "target", "1200", 12000000), ("税收收入", None, None, "2022", "actual", "1,230.50", 12305000), ("税收收入预算完成率", None, None, "2022", "actual", "102.5%", 102.5),
        ("增值税", "税收收入", None, "2022", "target", "400", 4000000), ("增值税", "税收收入", None, "2022", "actual", "410.00", 4100000), ("增值税预算完成率", "税收收入", None, "2022", "actual", "102.5%", 102.5),
        ("财政收入合计", None, None, "2022", "target", "1200", 12000000), ("财政收入合计", None, None, "2022", "actual", "1,230.50", 12305000), ("财政收入合计预算完成率", None, None, "2022", "actual", "102.5%", 102.5),
        ("农业产值", None, "桐湾镇", "2023-01/2023-09", "actual", "3.5", 350000000), ("农业产值", None, "云岭乡", "2023-01/2023-09", "actual", "2", 200000000),
    ]  # fmt: skip


def test_a_broken_or_empty_workbook_says_so():
    with pytest.raises(ReadError, match=r"a\.xlsx"):
        read_bytes(workbook()[:2000] + b"PK", place="a.xlsx")
    book = openpyxl.Workbook()
    file = BytesIO()
    book.save(file)
    with pytest.raises(ReadError, match="没有内容"):
        read_bytes(file.getvalue(), place="a.xlsx")
