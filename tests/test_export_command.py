"""The export command: usage, bad documents, what stands there already, real reports."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import frictionless
import openpyxl
import pyarrow.parquet as pq
import pytest
from pysdmx.io import read_sdmx

from pipeline.cli.export import _FORMATS
from pipeline.export import FORMATS, form_of, observations

from .exports import SUFFIX, put, run, sample
from .once import document as once
from .test_observations import document


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    return sample()


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
        ("{", "不是完整的 JSON"), ("[1]", "不是 workreport 的输出"), ('{"schema_version": "9"}', "版本是 9"), ('{"schema_version": "2.0", "text": ""}', "不是完整的 workreport 输出"),
        ('{"schema_version": "2.0", "text": "", "report": 1, "source": {}, "passages": [], "sections": [], "checks": [], "indicators": [], "pipeline": {}}', "不是完整的 workreport 输出"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", list(FORMATS))
def test_a_bad_document_is_named_and_the_others_are_written(tmp_path: Path, report: dict[str, Any], content: str, said: str, form: str):
    put(tmp_path / "in/a.json", report)
    (tmp_path / "in/b.json").write_text(content, encoding="utf-8")
    result = run(tmp_path / "in/b.json", tmp_path / "in/a.json", "--to", form, "-o", tmp_path / "out/n.x")
    assert result.exit_code == 1
    assert said in result.output
    assert "b.json" in result.output
    assert "1 份报告" in result.output
    assert "1 份读不了" in result.output
    assert (tmp_path / "out/n.x").stat().st_size > 0


def test_where_no_document_can_be_read_nothing_is_written(tmp_path: Path, report: dict[str, Any]):
    for name in "ab":
        put(tmp_path / f"in/{name}.json", report)
        (tmp_path / f"in/{name}.json").write_text("{", encoding="utf-8")
    for given in (tmp_path / "in/a.json", tmp_path / "in"):
        result = run(given, "-o", tmp_path / "out/n.csv")
        assert result.exit_code == 1
        assert "a.json" in result.output
        assert list((tmp_path / "out").iterdir()) == []


def test_a_torn_line_of_a_stream_is_named_and_the_others_are_written(tmp_path: Path, report: dict[str, Any]):
    whole = json.dumps(report, ensure_ascii=False)
    (tmp_path / "a.jsonl").write_text(f"{whole}\n{whole[:900]}\n{whole}\n", encoding="utf-8")
    result = run(tmp_path / "a.jsonl", "-o", tmp_path / "n.csv")
    assert result.exit_code == 1
    assert "a.jsonl:2" in result.output
    assert "1 份报告" in result.output


def test_in_a_folder_other_json_is_passed_over_but_a_torn_document_is_not(tmp_path: Path, report: dict[str, Any]):
    put(tmp_path / "in/deep/a.json", report)
    put(tmp_path / "in/datapackage.json", {"resources": []})
    assert "1 份报告" in run(tmp_path / "in", "-o", tmp_path / "n.csv").output
    put(tmp_path / "empty/datapackage.json", {"resources": []})
    nothing = run(tmp_path / "empty", "-o", tmp_path / "n.csv")
    assert (nothing.exit_code, "没有 workreport 的 JSON" in nothing.output) == (1, True)
    (tmp_path / "in/torn.json").write_text("{", encoding="utf-8")
    assert "torn.json" in run(tmp_path / "in", "-o", tmp_path / "m.csv").output


def test_two_readings_of_a_file_go_into_one_table_once(tmp_path: Path, report: dict[str, Any]):
    put(tmp_path / "a.json", report)
    put(tmp_path / "copy.json", report)
    result = run(tmp_path, "-o", tmp_path / "out/n.csv")
    assert "1 份报告" in result.output
    assert "提醒" not in result.output
    put(tmp_path / "newer.json", report | {"pipeline": {"version": "9", "model": "x"}})
    result = run(tmp_path, "-o", tmp_path / "out/n.csv")
    assert result.exit_code == 0
    assert "1 份报告" in result.output
    assert "同一个文件的两次提取" in result.output


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl", "sql", "parquet"])
def test_two_reports_of_one_body_and_year_are_both_written_and_asked_about(tmp_path: Path, report: dict[str, Any], form: str):
    put(tmp_path / "in/a.json", report)
    put(tmp_path / "in/b.json", report | {"source": report["source"] | {"sha256": "0" * 64}})
    target = tmp_path / f"n.{'db' if form == 'sql' else form}"
    result = run(tmp_path / "in", "-o", target)
    assert result.exit_code == 0
    assert "2 份报告" in result.output
    assert "像是同一单位同一时期的报告" in result.output
    rows = run(tmp_path / "in", "--to", "jsonl", "-o", tmp_path / "n2.jsonl")
    assert rows.exit_code == 0
    lines = [json.loads(line) for line in (tmp_path / "n2.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({line["obs_id"] for line in lines}) == len(lines)
    assert sorted({line["doc_id"][-2:] == "-2" for line in lines}) == [False, True]


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl", "sql", "parquet", "sdmx-csv"])
def test_a_number_of_any_size_stops_no_export(tmp_path: Path, form: str):
    big = document("算力达到10.36百亿亿次。")
    result = run(put(tmp_path / "a.json", big), "--to", form, "-o", tmp_path / "n.x")
    assert result.exit_code == 0, result.output
    if form == "csv":
        with (tmp_path / "n.x").open(encoding="utf-8-sig", newline="") as file:
            assert "10360000000000000000" in {row["value_exact"] for row in csv.DictReader(file)}


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
    assert "pip install 'workreport-zh[tables]'" in result.output


def test_more_rows_than_a_sheet_holds_is_said(tmp_path: Path, report: dict[str, Any], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("pipeline.export.to_xlsx._ROWS", 3)
    result = run(put(tmp_path / "a.json", report), "-o", tmp_path / "out/n.xlsx")
    assert result.exit_code == 1
    assert "parquet" in result.output
    assert list((tmp_path / "out").iterdir()) == []


def test_real_reports_in_every_format(shared: Path, tmp_path: Path):
    for path in sorted((shared / "reports").glob("*.txt"))[::6]:
        put(tmp_path / f"in/{path.stem}.json", once(path))
    rows = [row for path in sorted((tmp_path / "in").glob("*.json")) for row in observations(json.loads(path.read_text(encoding="utf-8")))]
    for form, suffix in SUFFIX.items():
        assert run(tmp_path / "in", "--to", form, "-o", tmp_path / f"out/{form}.{suffix}").exit_code == 0
    assert pq.read_metadata(tmp_path / "out/parquet.parquet").num_rows == len(rows)
    assert openpyxl.load_workbook(tmp_path / "out/xlsx.xlsx", read_only=True)["观测"].max_row == len(rows) + 1
    assert len(read_sdmx(tmp_path / "out/sdmx-csv.csv", validate=False).data[0].data) == sum(row["TIME_PERIOD"] is not None for row in rows)
    package = frictionless.Package(str(tmp_path / "out/datapackage.json"))
    assert package.get_resource("csv.csv").validate().valid
