"""What a table costs grows with its rows, its columns and what its cells say; and merged cells may cover only so much."""

from __future__ import annotations

import pytest

from pipeline.chain import analyse
from pipeline.errors import ReadError
from pipeline.read import read_bytes, read_text

from .growth import assert_in_proportion
from .hostile.markup import page
from .hostile.tabled import CELLS, COLUMNS, ROWS, Table, cell, columns, names, rows, shapes

SIZE = 125
ALONE: dict[str, Table] = {
    **{f"rows: {kind}": rows(kind) for kind in ROWS},
    **{f"columns: {head}": columns(head) for head in COLUMNS},
    **{f"cell: {said}": cell(said, number % 3) for number, said in enumerate(CELLS)},
    "names": names,
}


def test_there_are_two_hundred():
    assert len(dict(shapes())) >= 200


@pytest.mark.parametrize("name", ALONE)
def test_cost_grows_with_the_table(name: str):
    def work(times: int) -> None:
        analyse(read_text(ALONE[name](SIZE * times)))

    assert_in_proportion(work)


def merged(rows: int, cell: str) -> bytes:
    return page(f"<table>{f'<tr>{cell}</tr>' * rows}</table>")


@pytest.mark.parametrize(
    "cell",
    [
        "<td rowspan=65534>5%</td>",
        "<td rowspan=65534 colspan=9>5%</td>",
        "<td rowspan=9 colspan=65534>5%</td>",
    ],
)
def test_merged_cells_that_cover_too_much_are_refused_by_name(cell: str):
    with pytest.raises(
        ReadError, match=r"合并单元格铺开太大（超过 200 万格）.+请取消表格里的合并单元格"
    ):
        read_bytes(merged(5_000, cell), place="p.html")


def test_long_columns_of_merged_cells_are_read():
    group = (
        "<tr><td rowspan=40>东区</td><td>甲村</td><td>5</td></tr>"
        + "<tr><td>乙村</td><td>6</td></tr>" * 39
    )
    report = read_bytes(
        page(f"<table><tr><td>地区</td><td>村</td><td>产量（吨）</td></tr>{group * 200}</table>"),
        place="p.html",
    )
    (table,) = report.tables
    assert len(table.cells) == 3 + 200 * 81
    assert {
        cell.column for cell in table.cells if report.text[slice(*cell.span)] in ("5", "6")
    } == {2}
