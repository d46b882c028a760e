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
from click.testing import CliRunner
from pysdmx.io import read_sdmx

from pipeline.chain import run as extract
from pipeline.cli import main
from pipeline.cli.export import _FORMATS
from pipeline.export import FORMATS, form_of, observations
from pipeline.export.columns import codelists, columns, markdown
from pipeline.export.to_sdmx import STRUCTURE_ID

from .conftest import ROOT
from .test_observations import document

SUFFIX = {"csv": "csv", "parquet": "parquet", "xlsx": "xlsx", "jsonl": "jsonl", "sql": "db", "sdmx-csv": "csv"}
NAMES = [column.name for column in columns()]


def run(*arguments: str | Path):
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


def put(path: Path, content: dict[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    """A document with a fall, a range, a bound, a text that looks like a formula, a contradiction and an accepted number."""
    found = document("死亡398人，同比下降33.7%。\n－5%的地区生产总值突破1.3万亿元。争创2-3个示范校。")
    found["indicators"][0] |= {"name": "=HYPERLINK(1)", "review": {"review_status": "accepted", "reviewer": "李明", "reviewed_at": "2024-03-01T09:30:00+00:00"}}
    found["report"]["published"] = "2024-01-31"
    found["report"]["region"] = {"name": "常德市", "code": "430700"}
    found["checks"] = [{"kind": "yoy_vs_difference", "status": "contradiction", "indicators": [found["indicators"][0]["id"]], "message": "398 与 33.7%"}]
    return found


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


def test_formats_of_the_command_are_those_of_the_library():
    assert tuple(FORMATS) == _FORMATS
    assert [form_of(name) for name in ("a.CSV", "a.sqlite3", "sqlite:///a", "a.txt", "a")] == ["csv", "sql", "sql", None, None]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.json", "-o", "n.txt"], "请加 --to"), (["a.json"], "缺少 -o"),
        (["a.json", "--to", "csv", "-o", "postgresql://me:secret@h/d"], "要写进文件，h/d 是数据库地址"), (["a.json", "--to", "doc", "-o", "n"], "doc"),
    ],
)  # fmt: skip
def test_usage_faults(tmp_path: Path, report: dict[str, Any], monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str):
    monkeypatch.chdir(tmp_path)
    put(tmp_path / "a.json", report)
    result = run(*arguments)
    assert (result.exit_code, result.output.count("\n")) == (2, 1)
    assert said in result.output
    assert "secret" not in result.output


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "不是完整的 JSON"), ("[1]", "不是 workreport 的输出"), ('{"schema_version": "9"}', "版本是 9"), ('{"schema_version": "1.0", "text": ""}', "不是完整的 workreport 输出"),
        ('{"schema_version": "1.0", "text": "", "report": 1, "source": {}, "passages": [], "sections": [], "checks": [], "indicators": [], "pipeline": {}}', "不是完整的 workreport 输出"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", list(FORMATS))
def test_a_bad_document_is_named_and_nothing_is_written(tmp_path: Path, report: dict[str, Any], content: str, said: str, form: str):
    put(tmp_path / "in/a.json", report)
    (tmp_path / "in/b.json").write_text(content, encoding="utf-8")
    result = run(tmp_path / "in/a.json", tmp_path / "in/b.json", "--to", form, "-o", tmp_path / "out/n.x")
    assert result.exit_code == 1
    assert said in result.output
    assert "b.json" in result.output
    assert list((tmp_path / "out").iterdir()) == []


def test_in_a_folder_other_json_is_passed_over_but_a_torn_document_is_not(tmp_path: Path, report: dict[str, Any]):
    put(tmp_path / "in/deep/a.json", report)
    put(tmp_path / "in/datapackage.json", {"resources": []})
    assert "1 份报告" in run(tmp_path / "in", "-o", tmp_path / "n.csv").output
    put(tmp_path / "empty/datapackage.json", {"resources": []})
    nothing = run(tmp_path / "empty", "-o", tmp_path / "n.csv")
    assert (nothing.exit_code, "没有 workreport 的 JSON" in nothing.output) == (1, True)
    (tmp_path / "in/torn.json").write_text("{", encoding="utf-8")
    assert "torn.json" in run(tmp_path / "in", "-o", tmp_path / "m.csv").output


def test_two_versions_of_a_report_do_not_go_into_one_table(tmp_path: Path, report: dict[str, Any]):
    put(tmp_path / "a.json", report)
    put(tmp_path / "copy.json", report)
    result = run(tmp_path, "-o", tmp_path / "out/n.csv")
    assert "1 份报告" in result.output
    put(tmp_path / "newer.json", report | {"pipeline": {"version": "9", "model": "x"}})
    result = run(tmp_path, "-o", tmp_path / "out/n.csv")
    assert result.exit_code == 1
    assert "同一份报告的两个版本" in result.output


def test_an_export_is_renewed_but_work_done_in_it_is_not_lost(tmp_path: Path, report: dict[str, Any]):
    source, target = put(tmp_path / "a.json", report), tmp_path / "out/n.csv"
    assert run(source, "-o", target).exit_code == 0
    assert run(source, "-o", target).exit_code == 0
    target.write_text(target.read_text(encoding="utf-8") + "我的批注\n", encoding="utf-8")
    result = run(source, "-o", target)
    assert result.exit_code == 1
    assert "不是上次导出的原样" in result.output
    assert "我的批注" in target.read_text(encoding="utf-8")
    assert run(source, "-o", target, "--force").exit_code == 0
    assert "我的批注" not in target.read_text(encoding="utf-8")


def test_a_datapackage_of_somebody_else_is_kept(tmp_path: Path, report: dict[str, Any]):
    source = put(tmp_path / "a.json", report)
    (tmp_path / "out").mkdir()
    (tmp_path / "out/datapackage.json").write_text("mine", encoding="utf-8")
    result = run(source, "-o", tmp_path / "out/n.csv")
    assert (result.exit_code, [file.name for file in (tmp_path / "out").iterdir()]) == (1, ["datapackage.json"])
    put(tmp_path / "out/datapackage.json", {"name": "mine", "resources": [{"name": "other", "path": "other.csv"}]})
    assert run(source, "-o", tmp_path / "out/n.csv").exit_code == 0
    package = json.loads((tmp_path / "out/datapackage.json").read_text(encoding="utf-8"))
    assert (package["name"], [resource["path"] for resource in package["resources"]]) == ("mine", ["other.csv", "n.csv"])


def test_a_report_without_a_number_makes_no_table(tmp_path: Path):
    source = put(tmp_path / "a.json", document("各项工作稳步推进。"))
    result = run(source, "-o", tmp_path / "out/n.csv")
    assert (result.exit_code, list((tmp_path / "out").iterdir())) == (1, [])


def test_a_missing_package_is_named_with_its_extra(tmp_path: Path, report: dict[str, Any], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    monkeypatch.delitem(__import__("sys").modules, "pipeline.export.to_xlsx", raising=False)
    result = run(put(tmp_path / "a.json", report), "-o", tmp_path / "out/n.xlsx")
    assert result.exit_code == 1
    assert "pip install 'workreport[tables]'" in result.output


def test_more_rows_than_a_sheet_holds_is_said(tmp_path: Path, report: dict[str, Any], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("pipeline.export.to_xlsx._ROWS", 3)
    result = run(put(tmp_path / "a.json", report), "-o", tmp_path / "out/n.xlsx")
    assert result.exit_code == 1
    assert "parquet" in result.output
    assert list((tmp_path / "out").iterdir()) == []


def test_the_columns_are_documented():
    assert (ROOT / "docs/columns.md").read_text(encoding="utf-8") == markdown()
    assert len(NAMES) == len({name.lower() for name in NAMES})


def test_real_reports_in_every_format(shared: Path, tmp_path: Path):
    for path in sorted((shared / "reports").glob("*.txt"))[::6]:
        put(tmp_path / f"in/{path.stem}.json", dict(extract(path)))
    rows = [row for path in sorted((tmp_path / "in").glob("*.json")) for row in observations(json.loads(path.read_text(encoding="utf-8")))]
    for form, suffix in SUFFIX.items():
        assert run(tmp_path / "in", "--to", form, "-o", tmp_path / f"out/{form}.{suffix}").exit_code == 0
    assert pq.read_metadata(tmp_path / "out/parquet.parquet").num_rows == len(rows)
    assert openpyxl.load_workbook(tmp_path / "out/xlsx.xlsx", read_only=True)["观测"].max_row == len(rows) + 1
    assert len(read_sdmx(tmp_path / "out/sdmx-csv.csv", validate=False).data[0].data) == sum(row["TIME_PERIOD"] is not None for row in rows)
    package = frictionless.Package(str(tmp_path / "out/datapackage.json"))
    assert package.get_resource("csv.csv").validate().valid
