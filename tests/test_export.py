"""The files of an export: read back by other people's libraries, and described beside them."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import frictionless
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from pysdmx.io import read_sdmx

from pipeline.export import observations
from pipeline.export.columns import codelists, columns, markdown
from pipeline.export.to_sdmx import STRUCTURE_ID

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
