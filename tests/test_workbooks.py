"""Large workbooks: what they cost in memory, and that whoever waits is told how far they are."""

from __future__ import annotations

import tracemalloc
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from pipeline.batch import find, run_all, settings
from pipeline.batch.attempt import encoded
from pipeline.chain import analyse
from pipeline.progress import Part, listen
from pipeline.read import read_bytes
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


def test_a_figure_of_a_large_workbook_costs_little_memory():
    few, some = held(2, 200)
    many, all_of_them = held(6, 200)
    assert all_of_them == 3 * some
    assert (many - few) / (all_of_them - some) < 2_000  # bytes, where each figure takes 1,100 in the document


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
