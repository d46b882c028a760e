"""The files of an export: read back by other people's libraries, and described beside them."""

from __future__ import annotations

import csv
import json
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import frictionless
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from pysdmx.io import read_sdmx

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.export import export, observations
from pipeline.export.columns import codelists, columns, markdown
from pipeline.export.to_sdmx import STRUCTURE_ID
from pipeline.read import read_text

from .conftest import ROOT
from .exports import SUFFIX, put, run, sample
from .test_observations import document

NAMES = [column.name for column in columns()]


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    return sample()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, report: dict[str, Any]) -> Path:
    """Every format of that document, in one folder."""
    base = tmp_path_factory.mktemp("export")
    source = put(base / "in" / "a.json", report)
    for form, suffix in SUFFIX.items():
        result = run(source, "--to", form, "-o", base / f"out/{form}.{suffix}")
        assert result.exit_code == 0, result.output
    return base / "out"


def test_csv_opens_in_excel_and_runs_nothing(folder: Path, report: dict[str, Any]):
    raw = (folder / "csv.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(keepends=True)))
    wanted = observations(report)
    assert list(rows[0]) == NAMES
    assert len(rows) == len(wanted)
    assert {"'=HYPERLINK(1)"} < {row["indicator_text"] for row in rows}
    for row, expected in zip(rows, wanted, strict=True):
        for name, value in row.items():
            assert not value.startswith(("=", "@", "\t", "\r", "＝")), (name, value)
            assert not value.startswith(("+", "-")) or float(value) < 0, (name, value)
            assert value.removeprefix("'") == ("" if expected[name] is None else str(expected[name]))
    assert any(float(row["OBS_VALUE"] or 0) == -33.7 for row in rows)


def test_pandas_reads_the_csv(folder: Path):
    table = pd.read_csv(folder / "csv.csv", dtype={"REF_AREA": str, "TIME_PERIOD": str})
    assert set(table["REF_AREA"]) == {"430700"}
    assert table["value_base"].max() == 1.3e12


def test_parquet_is_typed(folder: Path, report: dict[str, Any]):
    table = pq.read_table(folder / "parquet.parquet")
    assert table.column_names == NAMES
    assert str(table.schema.field("published").type) == "date32[day]"
    assert table.schema.field("OBS_VALUE").metadata[b"title"].decode() == "数值"
    got = table.to_pylist()
    for row, expected in zip(got, observations(report), strict=True):
        assert {name: value for name, value in row.items() if name not in ("published", "period_start", "period_end", "reviewed_at")} == {
            name: value for name, value in expected.items() if name not in ("published", "period_start", "period_end", "reviewed_at")
        }
    assert got[0]["reviewed_at"].isoformat() == "2024-03-01T09:30:00+00:00"


def test_jsonl_is_the_rows(folder: Path, report: dict[str, Any]):
    assert [json.loads(line) for line in (folder / "jsonl.jsonl").read_text(encoding="utf-8").splitlines()] == observations(report)


def test_the_workbook_is_made_for_people(folder: Path, report: dict[str, Any]):
    book = openpyxl.load_workbook(folder / "xlsx.xlsx")
    assert book.sheetnames == ["观测", "段落", "说明"]
    table = book["观测"]
    wanted = observations(report)
    header = [cell.value for cell in table[1]]
    assert header == NAMES
    assert (table.freeze_panes, table.auto_filter.ref) == ("A2", f"A1:{table.cell(1, len(NAMES)).column_letter}{len(wanted) + 1}")
    by_name = {name: index + 1 for index, name in enumerate(NAMES)}
    assert [table.cell(row, by_name["REF_AREA"]).data_type for row in range(2, len(wanted) + 2)] == ["s"] * len(wanted)
    assert [table.cell(row + 2, by_name["OBS_VALUE"]).value for row in range(len(wanted))] == [row["OBS_VALUE"] for row in wanted]
    named = table.cell(2, by_name["indicator_text"])
    assert (named.value, named.data_type) == ("=HYPERLINK(1)", "s")
    big = next(cell for cell in table[table.cell(1, by_name["value_base"]).column_letter] if cell.value == 1.3e12)
    assert big.number_format == "#,##0"
    assert table.cell(3, by_name["OBS_VALUE"]).number_format == "#,##0.0"
    assert table.cell(2, by_name["published"]).is_date
    coloured = {str(area.sqref).split(":")[0].rstrip("0123456789") for area in table.conditional_formatting}
    assert coloured == {table.cell(1, by_name[name]).column_letter for name in ("check_status", "review_status", "OBS_STATUS", "indicator_text")}
    folded = {index for area in table.column_dimensions.values() if area.hidden for index in range(area.min, area.max + 1)}
    assert folded == {by_name[column.name] for column in columns() if column.width is None}
    assert "地区代码" in table.cell(1, by_name["REF_AREA"]).comment.text
    assert [row[-1] for row in book["段落"].iter_rows(min_row=2, values_only=True)] == [passage["text"].strip() for passage in report["passages"]]
    explained = [row[0] for row in book["说明"].iter_rows(values_only=True)]
    assert set(NAMES) <= set(explained)
    assert set(codelists()) <= set(explained)


def test_sdmx_is_read_back_by_pysdmx_against_its_own_structure(folder: Path, report: dict[str, Any]):
    message = read_sdmx(folder / "sdmx-csv.structure.json", validate=True)
    definition = message.get_data_structure_definitions()[0]
    assert definition.short_urn == f"DataStructure={STRUCTURE_ID}"
    assert [c.id for c in definition.components.dimensions] == [c.name for c in columns() if c.sdmx == "dimension"] + ["TIME_PERIOD"]
    assert {c.id for c in definition.components} == set(NAMES)
    lists = {codelist.id: {code.id for code in codelist.items} for codelist in message.get_codelists()}
    data = read_sdmx(folder / "sdmx-csv.csv", validate=False).data[0]
    assert data.short_urn == f"DataStructure={STRUCTURE_ID}"
    assert set(data.data.columns) - {"ACTION"} == set(NAMES)
    for column in columns():
        component = definition.components[column.name]
        assert bool(component.enumeration) == bool(column.codes)
        if column.codes:
            assert set(data.data[column.name]) - {""} <= lists[f"CL_{column.codes}"]
    keys = data.data[[c.id for c in definition.components.dimensions]]
    assert len(keys.drop_duplicates()) == len(observations(report))
    assert not (keys == "").any().any()
    assert sorted(float(value) for value in data.data["OBS_VALUE"] if value) == sorted(row["OBS_VALUE"] for row in observations(report) if row["OBS_VALUE"] is not None)


def test_rows_without_a_period_are_no_sdmx_and_that_is_said(tmp_path: Path):
    source = put(tmp_path / "a.json", document("死亡398人，受伤12人。", "一份没有年份的材料\n\n"))
    result = run(source, "--to", "sdmx-csv", "-o", tmp_path / "n.csv")
    assert "2 个数字时期不明" in result.output
    assert len((tmp_path / "n.csv").read_text(encoding="utf-8").splitlines()) == 1


def test_the_data_package_describes_every_file(folder: Path, report: dict[str, Any]):
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["path"] for resource in descriptor["resources"]] == ["csv.csv", "parquet.parquet", "xlsx.xlsx", "jsonl.jsonl", "sql.db", "sdmx-csv.csv"]
    package = frictionless.Package.from_descriptor(descriptor, basepath=str(folder))
    assert list(frictionless.Package.metadata_validate(descriptor)) == []
    for name in ("csv.csv", "sdmx-csv.csv", "jsonl.jsonl"):
        checked = next(resource for resource in package.resources if resource.path == name).validate()
        assert checked.valid, checked.flatten(["rowNumber", "fieldName", "note"])
    assert [field.name for field in package.resources[0].schema.fields] == NAMES


@pytest.mark.parametrize("form", ["csv", "sdmx-csv", "parquet", "jsonl"])
def test_the_same_documents_give_the_same_bytes(tmp_path: Path, report: dict[str, Any], form: str):
    source = put(tmp_path / "a.json", report)
    for name in ("one", "two"):
        assert run(source, "--to", form, "-o", tmp_path / name / "n.x").exit_code == 0
    assert (tmp_path / "one/n.x").read_bytes() == (tmp_path / "two/n.x").read_bytes()


def test_the_columns_are_documented():
    assert (ROOT / "docs/columns.md").read_text(encoding="utf-8") == markdown()
    assert len(NAMES) == len({name.lower() for name in NAMES})


# as written, in 亿元, and in full: one above 2 ** 53, one above 2 ** 63
BIG = {"90071992.54740993": "9007199254740993", "987654321098.76543211": "98765432109876543211", "0.5": "50000000"}


@pytest.mark.parametrize("form", ["csv", "parquet", "xlsx", "jsonl", "sql", "sdmx-csv"])
def test_a_number_of_any_size_is_written_by_every_format_and_to_the_last_digit(tmp_path: Path, form: str):
    text = "某县2023年工作报告\n" + "".join(f"全县发放补贴{number}亿元。\n" for number in BIG)
    document = emit(analyse(read_text(text)), model="m")
    numbers = [row["value_exact"] for row in observations(document)]
    assert numbers == list(BIG.values())
    target = tmp_path / f"n.{'db' if form == 'sql' else 'csv' if form == 'sdmx-csv' else form}"
    assert export([(tmp_path / "r.json", document)], str(target), form).rows == len(BIG)
    if form == "parquet":
        found = pq.read_table(target).to_pydict()
        assert found["value_exact"] == list(BIG.values())
        assert found["value_base"] == [float(number) for number in BIG.values()]
    elif form == "sql":
        with closing(sqlite3.connect(target)) as connection:
            assert [row[0] for row in connection.execute("SELECT value_exact FROM observations ORDER BY char_start")] == list(BIG.values())
    elif form != "xlsx":
        assert all(number in target.read_text(encoding="utf-8") for number in BIG.values())


def test_control_characters_and_formulas_reach_no_table(tmp_path: Path):
    text = "某县2023年工作报告\n=cmd|calc\x00收入\x1b达到\u202e5亿元。\n"
    document = emit(analyse(read_text(text)), model="m")
    for form in ("csv", "xlsx", "sdmx-csv"):
        target = tmp_path / form / f"n.{'xlsx' if form == 'xlsx' else 'csv'}"
        export([(tmp_path / "r.json", document)], str(target), form)
        if form == "xlsx":
            book = openpyxl.load_workbook(target)
            cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
        else:
            cells = [cell for line in csv.reader(target.open(encoding="utf-8-sig", newline="")) for cell in line]
            assert not [cell for cell in cells if cell.startswith(("=", "@", "+"))]
        assert not [cell for cell in cells if any(character in cell for character in "\x00\x1b\u202e")]


KILLED = """
import os, signal, sys, json
from pathlib import Path
from pipeline.export import export
def documents():
    yield Path(sys.argv[1]), json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    os.kill(os.getpid(), signal.SIGKILL)
export(documents(), sys.argv[2], sys.argv[3], force=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
@pytest.mark.parametrize(("name", "form"), [("n.csv", "csv"), ("n.parquet", "parquet"), ("n.xlsx", "xlsx"), ("n.db", "sql")])
def test_an_export_that_is_killed_leaves_the_table_as_it_was(tmp_path: Path, report: dict[str, Any], name: str, form: str):
    source, target = tmp_path / "r.json", tmp_path / "out" / name
    source.write_text(json.dumps(report), encoding="utf-8")
    export([(source, report)], str(target), form)
    before = target.read_bytes()
    killed = subprocess.run([sys.executable, "-c", KILLED, str(source), str(target), form], cwd=ROOT, capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    if form == "sql":
        with closing(sqlite3.connect(target)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    else:
        assert target.read_bytes() == before
    export([(source, report)], str(target), form, force=True)
    assert [path for path in target.parent.iterdir() if path.name.startswith(".")] == []
