"""A table on the page: cells below each other, the current one with its heads and its title marked, moved through by keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..review_pages import extracted, served
from .driving import opened, selected

REPORT = """汐江市2022年国民经济和社会发展统计公报

一、工业
全年规模以上工业增加值增长6.1%。

表3 2022年主要工业产品产量

| 产品名称 | 单位 | 产量 | 比上年增长（%） |
| --- | --- | --- | --- |
| 水泥 | 万吨 | 371.5 | -6.2 |
| 发电量 | 亿千瓦时 | 47.93 | 11.0 |
"""


@pytest.fixture
def page(tabs, tmp_path: Path):
    source = tmp_path / "report.md"
    source.write_text(REPORT, encoding="utf-8")
    path = extracted(source, tmp_path / "out")
    with served(path) as address:
        yield opened(tabs, f"{address}/report/report")


def cell(page, words: str):
    return page.locator("#source .cell", has_text=words)


def test_a_table_is_shown_as_one_with_the_cell_its_heads_and_its_title_marked(page):
    assert page.locator("#source [role=table]").get_attribute("aria-label") == "表3 2022年主要工业产品产量"
    assert page.locator("#source [role=row]").count() == 3
    assert page.locator("#source [role=columnheader]").count() == 4
    cell(page, "371.5").locator("mark").click()
    assert page.locator("#source .part-value").inner_text() == "371.5"
    assert [mark.inner_text() for mark in page.locator("#source .cell .part-name").all()] == ["产量", "水泥"]
    assert page.locator("#source .part-period").inner_text() == "2022年"


def test_the_arrows_move_from_cell_to_cell(page):
    cell(page, "371.5").locator("mark").click()
    first = selected(page)
    page.keyboard.press("Shift+ArrowDown")
    assert selected(page) != first
    assert page.locator("#source .part-value").inner_text() == "47.93"
    page.keyboard.press("Shift+ArrowUp")
    assert selected(page) == first


MERGED = """<h1>汐江市2098年安全生产统计公报</h1><p>表1 2098年事故统计</p><table>
<tr><td rowspan="2">行业</td><td colspan="2">事故起数（起）</td></tr><tr><td>2098年</td><td>2097年</td></tr>
<tr><td>道路运输</td><td>18</td><td>25</td></tr><tr><td>建筑施工</td><td>4</td><td>3</td></tr></table><p>全年形势平稳，各项工作有序推进，取得了新的成效。</p>"""


def test_merged_cells_are_shown_over_all_that_they_cover(tabs, tmp_path: Path):
    source = tmp_path / "report.html"
    source.write_text(MERGED.replace("209", "202"), encoding="utf-8")
    with served(extracted(source, tmp_path / "out")) as address:
        page = opened(tabs, f"{address}/report/report")
        spans = {words: cell(page, words).evaluate("one => [one.rowSpan, one.colSpan]") for words in ("行业", "事故起数（起）", "18")}
        assert spans == {"行业": [2, 1], "事故起数（起）": [1, 2], "18": [1, 1]}
        assert cell(page, "25").evaluate("one => one.cellIndex") == 2
        assert [row.locator(".cell").count() for row in page.locator("#source [role=row]").all()] == [2, 2, 3, 3]
