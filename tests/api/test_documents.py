"""Documents as Python meets them: read from anywhere, frozen, the same as the JSON."""

from __future__ import annotations

import dataclasses
import io
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

import workreport as wr
from pipeline.chain import run
from pipeline.cli import main
from pipeline.emit import written

TEXT = "汐江市教育局2023年工作总结\n一、主要成绩\n全市新增学位1200个，同比增长5.1%，居全省第2位。\n二、2024年工作计划\n力争新建学校<3>所以上。\n"


def test_a_path_bytes_and_an_open_file_are_one_report(tmp_path: Path):
    path = tmp_path / "r.txt"
    path.write_text(TEXT, encoding="utf-8")
    with path.open("rb") as file:
        found = [wr.read(path), wr.read(str(path)), wr.read(path.read_bytes()), wr.read(io.BytesIO(path.read_bytes())), wr.read(file), wr.read_text(TEXT)]
    assert len({(one.text, one.indicators, one.passages, one.checks) for one in found}) == 1
    assert [one.path for one in found] == [str(path), str(path), "<bytes>", "<file>", str(path), "<text>"]
    assert wr.read(path.read_bytes(), name="x").path == "x"


def test_a_document_is_frozen_and_says_what_the_json_says(samples):
    document = wr.read(samples[0])
    with pytest.raises(dataclasses.FrozenInstanceError):
        document.title = "x"
    assert document.to_dict() == json.loads(json.dumps(run(samples[0])))
    assert document.to_json() == written(run(samples[0]))
    changed = document.to_dict()
    changed["indicators"].clear()
    assert document.to_dict() != changed
    assert [str(number) for number in (document.indicators[0].value or document.indicators[0].changes[0].quantity).span]
    assert document.evidence
    assert all(row.text == document.text[slice(*row.span)] for row in document.evidence)


def test_a_text_file_opened_as_text_is_refused(tmp_path: Path):
    (tmp_path / "r.txt").write_text(TEXT, encoding="utf-8")
    with (tmp_path / "r.txt").open(encoding="utf-8") as file, pytest.raises(wr.ReadError, match="rb"):
        wr.read(file)


def test_faults_are_the_projects_own(tmp_path: Path):
    for source in (tmp_path / "none.txt", b""):
        with pytest.raises(wr.PipelineError):
            wr.read(source)


def folder_of(tmp_path: Path, many: int) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(many):
        (folder / f"{number:02}.txt").write_text(TEXT.replace("1200", str(1200 + number)), encoding="utf-8")
    return folder


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_folder_is_read_in_order_whatever_the_number_of_processes(tmp_path: Path, jobs: int):
    folder, told = folder_of(tmp_path, 5), []
    (folder / "03.txt").write_bytes(b"")
    with pytest.warns(UserWarning, match=r"03\.txt"):
        found = list(wr.read_folder(folder, jobs=jobs, progress=lambda done, total: told.append((done, total))))
    assert [Path(one.path).name for one in found] == ["00.txt", "01.txt", "02.txt", "04.txt"]
    assert told == [(number, 5) for number in range(1, 6)]
    with pytest.raises(wr.ReadError, match=r"03\.txt"):
        list(wr.read_folder(folder, jobs=jobs, errors="raise"))


def test_a_folder_is_read_lazily(tmp_path: Path):
    folder = folder_of(tmp_path, 4)
    reading = wr.read_folder(folder, jobs=1)
    next(reading)
    (folder / "01.txt").write_text(TEXT.replace("1200", "77"), encoding="utf-8")
    assert any(one.value and one.value.low == 77 for one in next(reading).indicators)


def test_an_unguarded_script_may_read_a_folder_in_parallel(tmp_path: Path):
    folder = folder_of(tmp_path, 3)
    script = tmp_path / "script.py"
    script.write_text(f"import workreport as wr\nprint(sum(1 for _ in wr.read_folder({str(folder)!r}, jobs=2)))\n", encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True, timeout=300)
    assert done.stdout == "3\n"


def test_what_extract_wrote_is_loaded(tmp_path: Path, samples):
    assert CliRunner().invoke(main, ["extract", str(samples[0]), "-o", str(tmp_path)]).exit_code == 0
    (loaded,) = wr.load(tmp_path)
    assert loaded == wr.read(samples[0])


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said, self.marks, self.open = "", 0, []

    def handle_starttag(self, tag, attributes):
        self.marks += tag == "mark" and any(key == "title" for key, _ in attributes)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.said += data


def test_a_notebook_sees_the_report_with_its_figures_marked():
    document = wr.read_text(TEXT)
    page = _Page()
    page.feed(document._repr_html_())
    assert page.open == []
    assert document.text.replace("\n", "") in page.said.replace("\n", "")
    figures = {quantity.span for one in document.indicators for quantity in (one.value, one.base, *(c.quantity for c in one.changes), one.rank and getattr(one.rank, "quantity", one.rank)) if quantity}
    assert page.marks == len(figures) > 2
    assert "<script" not in document._repr_html_()
    assert "http" not in document._repr_html_()


TABLE = """临河县统计局2023年工作报告
主要指标完成情况（单位：亿元）
指标\t2022年\t2023年\t增长（%）
地区生产总值\t120.5\t128.3\t6.1
一般公共预算收入\t8.2\t8.9\t8.5
"""


def test_tables_are_frozen_records_and_a_frame():
    document = wr.read_text(TABLE)
    (table,) = document.tables
    assert isinstance(table, wr.Table)
    with pytest.raises(dataclasses.FrozenInstanceError):
        table.unit = "万元"
    assert all(cell.text == document.text[slice(*cell.span)] for cell in table.cells)
    assert "主要指标" in table.title
    frame = table.to_frame()
    assert list(frame.columns) == ["指标", "2022年", "2023年", "增长（%）"]
    assert frame["2023年"].tolist() == ["128.3", "8.9"]
    assert {one.cell.table for one in document.indicators if one.cell} == {table.id}


def test_every_type_in_a_document_is_public():
    named = {name for record in (wr.Document, wr.Indicator, wr.Change, wr.Rank, wr.Table) for one in dataclasses.fields(record) for name in re.findall(r"\b[A-Z][A-Za-z]+", str(one.type))}
    assert named - {"None", "Mapping", "Any", "Form", "Basis", "Bound", "Modality", "Decimal"} <= set(wr.__all__)


def test_a_merged_cell_stands_in_every_place_it_covers():
    cells = (("2022年", 0, 1, 1, 2), ("指标", 0, 0, 2, 1), ("目标", 1, 1, 1, 1), ("完成", 1, 2, 1, 1), ("产值", 2, 0, 1, 1), ("5", 2, 2, 1, 1))
    table = wr.Table("t1", wr.Span(0, 1), None, None, (), 2, ((0, 3),), tuple(wr.TableCell(row, column, rows, columns, wr.Span(0, 0), text) for text, row, column, rows, columns in cells))
    frame = table.to_frame()
    assert list(frame.columns) == ["指标", "2022年 / 目标", "2022年 / 完成"]
    assert frame.fillna("").values.tolist() == [["产值", "", "5"]]
    assert dataclasses.replace(table, cells=(), header_rows=0).to_frame().empty


def test_a_report_beyond_the_limits_is_ended_and_the_others_are_read(tmp_path: Path):
    folder = folder_of(tmp_path, 3)
    (folder / "01.txt").write_text(TEXT * 8_000, encoding="utf-8")
    with pytest.warns(UserWarning, match=r"01\.txt.*limits=Limits"):
        found = list(wr.read_folder(folder, jobs=2, limits=wr.Limits(seconds=1)))
    assert [Path(one.path).name for one in found] == ["00.txt", "02.txt"]


def test_one_report_is_read_within_limits_on_request(tmp_path: Path):
    assert wr.read(TEXT.encode(), limits=wr.Limits()) == wr.read(TEXT.encode())
    with pytest.raises(wr.LimitError, match=r"Limits\(seconds="):
        wr.read((TEXT * 8_000).encode(), limits=wr.Limits(seconds=1))
    with pytest.raises(wr.ReadError, match="空"):
        wr.read(b"", limits=wr.Limits())
