"""What the cells of tables without lines break for want of room: numbers, units, titles, sections; and rows that look like heads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.read import read_bytes, read_text

from .sheets import Place, width_of, written
from .tabled import quantities

SIZE, LEADING, ROW = 9.0, 12.0, 13.2  # of lines of a cell, and of rows: little more
LEFT = (60.0, 180.0, 250.0, 330.0)
HEADS = ("指标", "单位", "2097年", "2098年")
BEHIND = "上述数据均为初步统计数。"
Cells = Sequence[Sequence[str]]  # of a row: the lines of each cell


def page(rows: Sequence[Cells], above: Sequence[Place] = (), at: float = 700.0, *, middle: bool = False) -> list[Place]:
    """Rows of cells at the left edge of their columns; ``middle``: cells of few lines stand half-way down."""
    places, y = list(above), at
    for row in rows:
        deep = max(map(len, row))
        for column, lines in enumerate(row):
            down = (deep - len(lines)) * LEADING / 2 if middle else 0.0
            places += [Place(line, LEFT[column], y - down - n * LEADING, SIZE) for n, line in enumerate(lines) if line]
        y -= (deep - 1) * LEADING + ROW
    return [*places, Place(BEHIND, 60, y - 30, 11)]


def row(*cells: str) -> Cells:
    return [cell.split("/") for cell in cells]


def read(places: Sequence[Place]) -> dict[str, Any]:
    return emit(analyse(read_bytes(written([places]), place="a.pdf")), model="test")


def told(found: dict[str, Any]) -> list[tuple[object, ...]]:
    return [(i["name"], i["period"], q["low"], q["unit"]) for i in found["indicators"] if i["cell"] for _, q, _ in quantities(i)]


@pytest.mark.parametrize("middle", [False, True], ids=["high", "middle"])
@pytest.mark.parametrize(
    ("broken", "low"),
    [("1,846./00", 1846), ("1,846.0/7", 1846.07), ("12,345,/678", 12345678), ("2,058.6/31", 2058.631), ("-1,090./25", -1090.25)],
)
def test_a_number_broken_over_lines_is_one(broken: str, low: float, middle: bool):
    rows = [row(*HEADS), row("工业用电量", "万吨", "902.505", broken), row("铁路货运量", "万吨", "1.430", "2.751"), row("公路货运量", "万吨", "7.606", "8.125")]
    assert ("工业用电量", "2098", low * 10000, "吨") in [(n, p, round(v, 6), u) for n, p, v, u in told(read(page(rows, middle=middle)))]


@pytest.mark.parametrize("rest", ["3", "27", "4.5"])
def test_a_row_of_few_numbers_is_no_rest_of_the_row_above(rest: str):
    rows = [row(*HEADS), row("生铁产量", "万吨", "46", "45"), row("粗钢产量", "万吨", "", rest), row("钢材产量", "万吨", "52", "58")]
    assert ("粗钢产量", "2098", float(rest) * 10000, "吨") in told(read(page(rows)))


@pytest.mark.parametrize("note", ["单位：亿/元", "单位：万/元", "计量单位：万/吨", "（单位：亿/元）", "单位：亿元、/%"])
def test_a_unit_broken_over_lines_is_one(note: str):
    lines = [Place(part, 330, 730 - n * LEADING, SIZE) for n, part in enumerate(note.split("/"))]
    rows = [[["项目"], [""], ["2097年"], ["2098年"]], *([[name], [""], [a], [b]] for name, a, b in (("甲项支出", "12.5", "13.1"), ("乙项支出", "7.2", "8.4")))]
    found = read(page(rows, [Place("汐江县2098年支出表", 60, 752, 11), *lines]))
    (table,) = found["tables"]
    assert found["text"][slice(*table["unit"])].strip("（）") == note.replace("/", "").strip("（）")
    assert found["text"][slice(*table["title"])] == "汐江县2098年支出表"


def test_a_title_broken_over_lines_is_one():
    title = "表4　2098年分行业固定资产投资（不含农/户）及其增长速度"
    lines = title.split("/")
    middle = (LEFT[0] + LEFT[-1] + 30) / 2
    above = [Place(line, middle - width_of(line, SIZE) / 2, 732 - n * LEADING, SIZE) for n, line in enumerate(lines)]
    rows = [row("行业", "单位", "2097年", "2098年"), row("采矿业", "亿元", "12.5", "13.1"), row("制造业", "亿元", "7.2", "8.4")]
    found = read(page(rows, above))
    (table,) = found["tables"]
    assert found["text"][slice(*table["title"])].replace(" ", "\u3000") == title.replace("/", "")


@pytest.mark.parametrize("section", ["一、规模指标", "一、规模/指标", "一、规模/以上工/业指标"])
def test_a_section_below_the_heads_is_a_row(section: str):
    rows = [row(*HEADS), row(section, "", "", ""), row("营业收/入", "万元", "46.5", "45.1"), row("利润", "万元", "2.5", "3.1"), row("税金", "万元", "1.5", "1.1")]
    found = told(read(page(rows)))
    assert ("营业收入", "2098", 451000, "元") in found
    assert len(found) == 6


def test_a_number_that_might_be_a_year_ends_no_table():
    rows = [row(*HEADS), row("货物出口额", "亿元", "5298", "5311"), row("货物进口额", "亿元", "3384", "3350"), row("进出口差额", "亿元", "—", "1961"), row("服务出口额", "亿元", "880", "—")]
    found = told(read(page(rows)))
    assert ("进出口差额", "2098", 196100000000, "元") in found
    assert ("服务出口额", "2097", 88000000000, "元") in found


@pytest.mark.parametrize("edge", ["left", "middle", "right"])
@pytest.mark.parametrize("over", [["2097年", "2098年"], ["2097年实际完成", "2098年计划"]])
def test_heads_over_heads_stand_in_the_middle_or_at_an_edge(over: list[str], edge: str):
    names, starts, width = ("工业企业", "建筑企业", "服务企业"), (170.0, 240.0, 310.0, 380.0), 44.0
    places = [Place("汐江县企业情况表", 60, 752, 11)]
    for n, head in enumerate(over):
        left, right = starts[2 * n], starts[2 * n + 1] + width
        room = right - left - width_of(head, SIZE)
        places.append(Place(head, left + room * {"left": 0, "middle": 0.5, "right": 1}[edge], 726, SIZE))
    places.append(Place("行业", 60, 712.8 if edge == "left" else 719.4, SIZE))
    for n, start in enumerate(starts):
        words = [("产值（亿元）", "户数（户）")[n % 2], *(str((n + 2) * (k + 3)) for k in range(3))]
        for k, word in enumerate(words):
            room = width - width_of(word, SIZE)
            places.append(Place(word, start + room * {"left": 0, "middle": 0.5, "right": 1}[edge], 712.8 - k * ROW, SIZE))
    places += [Place(name, 60, 712.8 - (k + 1) * ROW, SIZE) for k, name in enumerate(names)]
    found = told(read([*places, Place(BEHIND, 60, 600, 11)]))
    assert [period for name, period, _, _ in found if name.startswith("工业企业")] == ["2097", "2097", "2098", "2098"]


@pytest.mark.parametrize("over", [3, 2], ids=["at the first", "half-way"])
def test_a_class_beside_several_rows(over: int):
    """A name at the first of its rows, blanks below it; or in the middle of them, between two."""
    y, names = 690.0, ("改造率", "普及率", "覆盖率", "参保率", "就业率", "达标率")
    places = [Place(word, x, 712, SIZE) for word, x in zip(("类别", "指标", "2097年（%）", "2098年（%）"), (60.0, 130.0, 220.0, 300.0), strict=True)]
    for n, name in enumerate(names):
        places += [Place(word, x, y - n * 16, SIZE) for word, x in ((name, 130.0), (f"{40 + n}.5", 220.0), (f"{50 + n}.5", 300.0))]
    for number, word in enumerate(("民生", "创新", "生态")):
        first = number * 2
        places.append(Place(word, 60, y - first * 16 - (0 if over == 3 else 8), SIZE))
    found = read([Place("汐江县2098年主要指标", 60, 752, 11), *places, Place(BEHIND, 60, 560, 11)])
    topics = {i["name"]: i["topic"] for i in found["indicators"] if i["cell"]}
    assert topics == {name: ("民生", "创新", "生态")[n // 2] for n, name in enumerate(names)}


def test_the_title_of_a_box_is_no_head():
    above = [Place("专栏2", 60, 726, SIZE), Place("汐江县“十四五”时期主要指标", 105, 726, SIZE)]
    rows = [row("指标", "单位", "2097年", "2098年"), row("粮食产量", "万吨", "12.5", "13.1"), row("油料产量", "万吨", "7.2", "8.4")]
    found = read(page(rows, above))
    (table,) = found["tables"]
    assert table["header_rows"] == 1
    assert "主要指标" in found["text"][slice(*table["title"])]


@pytest.mark.parametrize("who", ["编制单位", "填报单位", "主管单位"])
def test_the_unit_behind_the_body_that_made_a_table(who: str):
    text = f"汐江公司资产表\n\n{who}：汐江建设公司　　2098年12月31日　　单位：万元\n\n| 项目 | 期末余额 | 年初余额 |\n| --- | --- | --- |\n| 货币资金 | 18.5 | 21.7 |\n| 存货 | 33.2 | 30.1 |\n"
    found = emit(analyse(read_text(text)), model="test")
    assert {(i["value"]["low"], i["value"]["unit"]) for i in found["indicators"] if i["cell"]} == {(185000, "元"), (217000, "元"), (332000, "元"), (301000, "元")}
