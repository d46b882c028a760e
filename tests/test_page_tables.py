"""Tables of PDF and OFD pages: drawn or not, over two pages, with broken heads and names."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.read import read_bytes

from . import ofd, sheets, table_formats
from .sheets import HEIGHT, Place
from .table_formats import SETTINGS, agreement, texts
from .tabled import cases

MILLIMETRES = 25.4 / 72
COLUMNS = (60.0, 250.0, 330.0, 430.0, 530.0)
HEADS = (["指标名称", "单位", "2023年实际完成", "比上年增长"], ["", "", "", "（%）"])
ROWS = (
    ["规模以上工业增加值", "亿元", "210.4", "6.1"],
    ["城镇居民人均可支配收入与农村居民人均", "元", "41230", "-0.5"],
    ["可支配收入的平均水平", "", "", ""],
    ["粮食总产量", "万吨", "118.4", "1.3"],
    ["其中：玉米", "万吨", "60.1", "2.0"],
)
WANTED = [
    ("规模以上工业增加值", None, 21040000000, 6.1), ("城镇居民人均可支配收入与农村居民人均可支配收入的平均水平", None, 41230, -0.5), ("粮食总产量", None, 1184000, 1.3), ("玉米", "粮食总产量", 601000, 2),
]  # fmt: skip
BEHIND = "全年经济运行平稳，各项工作有序推进，取得了新的成效，为完成全年的目标任务打下基础。"


def placed(rows: Sequence[Sequence[str]], top: float) -> tuple[list[Place], list[float]]:
    """The words of rows, and the heights of the lines between them; a row without a unit goes on with the one above."""
    places, heights, y = [], [], top
    for row in rows:
        tight = not row[1]
        y -= 12 if tight else 22
        if not tight:
            heights.append(y + 15)
        places += [Place(word, COLUMNS[column] + 4, y, 9) for column, word in enumerate(row) if word]
    return places, [*heights, y - 6]


def pdf(pages: Sequence[tuple[Sequence[Place], Sequence[float]]], *, ruled: bool) -> bytes:
    data = io.BytesIO()
    sheets.register_font()
    canvas = Canvas(data, pagesize=(sheets.WIDTH, HEIGHT), invariant=1)
    for places, heights in pages:
        for place in places:
            sheets.drawn_plain(canvas, place)
        if ruled:
            for y in heights:
                canvas.line(COLUMNS[0], y, COLUMNS[-1], y)
            for x in COLUMNS:
                canvas.line(x, heights[0], x, heights[-1])
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def as_ofd(pages: Sequence[tuple[Sequence[Place], Sequence[float]]], *, ruled: bool) -> bytes:
    def stroke(x0: float, y0: float, x1: float, y1: float) -> str:
        box = f"{x0 * MILLIMETRES} {(HEIGHT - y1) * MILLIMETRES} {max(x1 - x0, 0.1) * MILLIMETRES} {max(y1 - y0, 0.1) * MILLIMETRES}"
        return f'<ofd:PathObject ID="9" Boundary="{box}"><ofd:AbbreviatedData>M 0 0 L {(x1 - x0) * MILLIMETRES} {(y1 - y0) * MILLIMETRES}</ofd:AbbreviatedData></ofd:PathObject>'

    def drawn(place: Place, number: int) -> str:
        lines = ""
        for places, heights in pages:
            if ruled and place is places[0]:
                lines += "".join(stroke(COLUMNS[0], y, COLUMNS[-1], y) for y in heights) + "".join(stroke(x, heights[-1], x, heights[0]) for x in COLUMNS)
        return lines + ofd.plain(place, number)

    return ofd.written(ofd.Document([places for places, _ in pages], drawn=drawn))


def read(data: bytes) -> dict[str, Any]:
    return emit(analyse(read_bytes(data, place="report")), model="test")


def values(found: dict[str, Any]) -> list[tuple[object, ...]]:
    return [(i["name"], i["topic"], i["value"]["low"], *(c["low"] for c in i["changes"])) for i in found["indicators"] if i["cell"]]


@pytest.mark.parametrize("write", [pdf, as_ofd], ids=["pdf", "ofd"])
@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "gaps"])
def test_a_table_of_a_page(write, ruled):
    places, heights = placed([*HEADS, *ROWS], 700)
    page = [Place("表1 2023年主要经济指标", 220, 720, 11), *places, Place(BEHIND, 60, heights[-1] - 30, 11)]
    found = read(write([(page, heights)], ruled=ruled))
    assert values(found) == WANTED
    assert {i["period"] for i in found["indicators"] if i["cell"]} == {"2023"}
    assert BEHIND in found["text"].split("\n")


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "gaps"])
def test_a_table_that_runs_on_over_a_page_is_one(ruled):
    first, heights = placed([*HEADS, *ROWS[:3]], 700)
    second, more = placed([*HEADS, *ROWS[3:]], 780)
    pages = [([Place("表1 2023年主要经济指标", 220, 720, 11), *first], heights), ([*second, Place(BEHIND, 60, more[-1] - 30, 11)], more)]
    found = read(pdf(pages, ruled=ruled))
    assert len(found["tables"]) == 1
    assert values(found) == WANTED


@pytest.mark.parametrize("behind", [1, 2])
def test_a_table_goes_on_over_a_page_without_its_heads(behind: int):
    """One row or two at the top of the next page, without lines or heads, and the text behind them."""
    whole = (*HEADS, ROWS[0], ROWS[3], ROWS[4], ["蔬菜产量", "万吨", "86.2", "4.5"])
    first, heights = placed(whole[:-behind], 700)
    second, more = placed(whole[-behind:], 760)
    pages = [([Place("表1 2023年主要经济指标", 220, 720, 11), *first], heights), ([*second, Place(BEHIND, 60, more[-1] - 30, 11)], more)]
    found = read(pdf(pages, ruled=False))
    assert len(found["tables"]) == 1
    assert values(found) == [WANTED[0], *WANTED[2:], ("蔬菜产量", None, 862000, 4.5)]
    assert BEHIND in found["text"]


def test_a_sentence_behind_a_page_with_a_table_is_none_of_its_rows():
    first, heights = placed((*HEADS, ROWS[0], ROWS[3]), 700)
    below = [Place("表1 2023年主要经济指标", 220, 720, 11), *first]
    found = read(pdf([(below, heights), ([Place("新建公路 86公里，同比增长5.2%。", 60, 760, 11), Place(BEHIND, 60, 730, 11)], [])], ruled=False))
    assert [table["span"][1] < found["text"].index("新建公路") for table in found["tables"]] == [True]


def test_a_drawn_form_is_left_as_text():
    rows = [["姓名", "李明", "性别", "男"], ["单位", "某局", "职务", "科员"], ["电话", "62340011", "邮编", "430700"]]
    places, heights = placed(rows, 700)
    assert read(pdf([([*places, Place(BEHIND, 60, 400, 11)], heights)], ruled=True))["tables"] == []


@pytest.mark.parametrize("setting", SETTINGS)
def test_tables_without_lines_are_read_as_they_were_written(setting: str):
    """The cases of tables on pages: heads and names broken over lines, merged cells, figures in the middle or at the right.

    The first forty in every setting, a third of the others; ``python -m tests.table_formats`` sets each in every one.
    """
    paths = [str(path) for path in (*cases(aside=False), *cases(aside=True))]
    first = [path for path in paths if int(Path(path).name.partition("-")[0]) in range(41)]
    some = {*first, *paths[list(SETTINGS).index(setting) % 3 :: 3]}
    counted = {
        title: agreement(text, lambda text, spans=spans: table_formats.pdf(text, SETTINGS[setting], spans))
        for title, text, spans in texts([path for path in paths if path in some])
    }
    of = {title: int(title.partition("-")[0]) for title in counted}
    for numbers, least in ((range(41), 0.97), (range(200), 0.93), (range(200, 300), 0.8)):  # those from 200 on were not worked on as pages
        figures = [(same, every) for title, (same, every, _) in counted.items() if of[title] in numbers]
        assert sum(every for _, every in figures) > 300
        assert sum(same for same, _ in figures) >= least * sum(every for _, every in figures)


def test_the_rest_of_a_date_in_a_head_is_no_row_of_figures():
    text = "收支表\n单位：万元\n\n| 项目 | 2098年12月31日 | 2097年12月31日 |\n| --- | --- | --- |\n| 货币资金 | 812 | 760 |\n| 存货 | 143 | 151 |\n"
    same, every, odd = agreement(text, lambda text: table_formats.pdf(text, SETTINGS["narrow"]))
    assert (same, odd) == (every, {})
