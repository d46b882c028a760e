"""Large workbooks: what they cost in memory, and that whoever waits is told how far they are."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from pipeline.batch import find, run_all, settings
from pipeline.batch.attempt import encoded
from pipeline.chain import analyse
from pipeline.progress import Part, listen
from pipeline.read import read_bytes
from pipeline.records import Cell, Packed, packed
from pipeline.shipped import MODEL

HEADS = ("指标", "2098年（万元）", "2097年（万元）", "增长（%）", "全县占比（%）")


def workbook(sheets: int, rows: int) -> bytes:
    """A workbook of tables of figures; no two cells of a column are alike."""
    book = openpyxl.Workbook(write_only=True)
    for number in range(1, sheets + 1):
        sheet = book.create_sheet(f"表{number}")
        sheet.append([f"汐江县各村2098年收支（{number}）"])
        sheet.append(HEADS)
        for row in range(1, rows + 1):
            size = number * rows + row
            sheet.append([f"{number}镇{row}村税收收入", size * 1.5 + 7, size + 3.25, round(size % 97 / 7, 2), round(size % 31 / 9, 2)])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def held(sheets: int, rows: int) -> tuple[int, int]:
    """The most bytes held at once while a workbook is read and its document written, and how many figures it has."""
    data, shared = workbook(sheets, rows), settings(MODEL)
    analyse(read_bytes(workbook(1, 2), place="warm.xlsx"))
    tracemalloc.start()
    try:
        result = analyse(read_bytes(data, place="a.xlsx"))
        for _ in encoded(result, shared):
            pass
        return tracemalloc.get_traced_memory()[1], sum(len(one.quantities) for one in result.indicators)
    finally:
        tracemalloc.stop()


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records are packed from the first, as those of a large report are from the first thousands on."""
    monkeypatch.setattr(packed, "_LOOSE", 0)
    monkeypatch.setattr(packed, "_BLOCK", 100)


@pytest.mark.usefixtures("small_blocks")
def test_a_figure_of_a_large_workbook_costs_little_memory():
    few, some = held(2, 200)
    many, all_of_them = held(6, 200)
    assert all_of_them == 3 * some
    assert (many - few) / (all_of_them - some) < 1_200  # bytes; 1,120 on 30 November (what grew is not traced yet); unpacked 1,480 and more


MIXED = """# 汐江县2098年财政收支情况

2098年，税收收入8.5万元，比上年增加4.25万元，增长100%。三次产业结构为8:42:49。
{tables}
个人所得税99万元，增长25.2%。
"""
TABLE = "\n汐江县各镇2098年收支\n\n单位：万元\n\n| 指标 | 2098年 | 2097年 | 增长（%） | 占比（%） |\n| --- | --- | --- | --- | --- |\n"


def mixed() -> bytes:
    """Sentences and tables that say the same, and differ."""
    names = "税收收入", "个人所得税", *(f"{row}镇土地出让收入" for row in range(3, 40))
    rows = "".join(f"| {name} | {row * 1.5 + 7} | {row + 3.25} | {100 if row == 1 else row % 7 / 7:.2f} | {100 if row == 1 else row} |\n" for row, name in enumerate(names, 1))
    return MIXED.format(tables=(TABLE + rows) + "\n分项如下。\n" + (TABLE + rows.replace("税", "费"))).encode()


def test_packed_records_are_those_that_were_put_in(monkeypatch: pytest.MonkeyPatch):
    loose, shared = analyse(read_bytes(mixed(), place="a.md")), settings(MODEL)
    assert {one.cell is None for one in loose.indicators} == {True, False}
    assert any(one.same_as for one in loose.indicators)
    assert {one.kind for one in loose.checks} >= {"from_to", "table_vs_text", "structure"}
    monkeypatch.setattr(packed, "_LOOSE", 0)
    monkeypatch.setattr(packed, "_BLOCK", 7)
    tight = analyse(read_bytes(mixed(), place="a.md"))
    assert sum(1 for _ in tight.indicators.loose) == sum(one.cell is None for one in loose.indicators)
    assert repr(list(tight.indicators)) == repr(list(loose.indicators))
    assert repr(list(tight.checks)) == repr(list(loose.checks))
    assert b"".join(encoded(tight, shared)) == b"".join(encoded(loose, shared))


def test_packed_records_are_a_sequence(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(packed, "_LOOSE", 2)
    monkeypatch.setattr(packed, "_BLOCK", 3)
    cells = [Cell("t1" if row % 5 else "kept", row, 0) for row in range(20)]
    held = Packed(Cell, cells, whole=lambda one: one.table == "kept")
    assert (len(held), list(held), [held[n] for n in range(-20, 20)]) == (20, cells, cells * 2)
    assert (held[3:9], held[::-1], held[30:]) == (tuple(cells[3:9]), tuple(cells[::-1]), ())
    assert list(held.loose) == [one for one in cells if one.row < 2 or one.table == "kept"]
    assert held == Packed(Cell, cells) != Packed(Cell, cells[1:])
    assert list(held.mapped(lambda one: replace(one, column=1))) == [replace(one, column=1) for one in cells]
    assert list(Packed(Cell)) == []
    with pytest.raises(IndexError):
        held[20]


def test_a_document_is_written_without_being_held():
    result, shared = analyse(read_bytes(workbook(10, 40), place="a.xlsx")), settings(MODEL)
    size = 0
    tracemalloc.start()
    try:
        for piece in encoded(result, shared):
            size += len(piece)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most * 4 < size


def test_sheets_and_tables_are_told_as_they_are_reached():
    told: list[Part] = []
    listen(told.append)
    try:
        analyse(read_bytes(workbook(3, 2), place="a.xlsx"))
    finally:
        listen(lambda _part: None)
    assert told == [*(Part("sheet", number, 3) for number in (1, 2, 3)), *(Part("table", number, 3) for number in (1, 2, 3))]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_is_told_the_parts_of_its_reports(tmp_path: Path, jobs: int):
    (tmp_path / "a.xlsx").write_bytes(workbook(3, 2))
    told: list[tuple[str, Part]] = []
    found = find([str(tmp_path / "a.xlsx")], str(tmp_path / "out"))
    run_all(found, str(tmp_path / "out"), settings(MODEL), workers=jobs, reached=lambda job, part: told.append((job.name, part)))
    assert ("a", Part("sheet", 1, 3)) in told
