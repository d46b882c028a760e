"""The command line as a user meets it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.cli.amounts import TAKEN
from pipeline.extract.kinds import RULES

from .conftest import ROOT

COMMANDS = main.list_commands(None)  # type: ignore[arg-type]


def run(*arguments: str, stdin: str | None = None):
    return CliRunner().invoke(main, list(arguments), input=stdin)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_stands_in_the_pages_of_both_languages(command: str):
    help_text = run(command, "--help").output
    assert command == "schema" or "例：" in help_text
    pages = {True: "", False: ""}
    for path in (ROOT / "docs").glob("*.md"):
        pages[path.name.endswith(".zh.md")] += path.read_text(encoding="utf-8")
    assert all(f"workreport {command}" in text for text in pages.values())


def test_usage_faults_exit_with_2(tmp_path):
    assert run("extract", "/no/such/file", "-o", str(tmp_path)).exit_code == 2
    assert run("extract", str(tmp_path), "-o", str(tmp_path)).exit_code == 2
    assert run("extract").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [(["extract", "/no/such", "-o", "x"], "没有这个文件"), (["extract", "."], "缺少 -o"), (["show", "--x"], "没有 --x"), (["sho"], "没有 sho 这个命令"), (["show", "."], "要一个文件")],
)
def test_usage_faults_say_what_is_wrong_in_one_line(arguments: list[str], reason: str):
    result = run(*arguments)
    assert result.exit_code == 2
    assert reason in result.output
    assert result.output.count("\n") == 1


def test_extract_says_what_it_left_out_and_what_is_stale(tmp_path, samples):
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "a.txt").write_bytes(samples[0].read_bytes())
    (folder / "b.ofd").write_bytes(b"PK")
    assert run("extract", str(folder), "-o", str(out)).exit_code == 0
    (folder / "a.txt").write_bytes(b"")
    result = run("extract", str(folder), "-o", str(out))
    assert result.exit_code == 1
    assert "b.ofd" in result.output
    assert f"以前的结果改名为 {out / '_a.json.old'}" in result.output


def test_an_output_that_is_a_file_is_refused_before_any_report_is_read(tmp_path, samples):
    target = tmp_path / "out"
    target.write_text("kept", encoding="utf-8")
    result = run("extract", str(samples[0]), "-o", str(target))
    assert result.exit_code == 1
    assert "不是文件夹" in result.output
    assert target.read_text(encoding="utf-8") == "kept"


def test_extract_then_show(tmp_path, samples):
    result = run("extract", str(samples[0]), "-o", str(tmp_path))
    assert result.exit_code == 0
    shown = run("show", str(tmp_path / f"{samples[0].stem}.json"), "--passages")
    assert shown.exit_code == 0
    assert "指标" in shown.output
    assert "p1 " in shown.output


def test_show_refuses_what_is_no_document(tmp_path):
    path = tmp_path / "x.json"
    path.write_text("[1]", encoding="utf-8")
    result = run("show", str(path))
    assert result.exit_code == 1
    assert "x.json" in result.output


def test_explain_prints_one_object_a_line():
    result = run("explain", "--json", stdin="死亡398人，同比下降33.7%\n\n第二批试点\n")
    lines = [json.loads(line) for line in result.output.splitlines()]
    assert [len(line["numerals"]) for line in lines] == [2, 0, 1]
    assert lines[0]["numerals"][0] == {"text": "398人", "span": [2, 6], "value": 398, "unit": "人", "kind": "figure", "rule": "quantity"}
    assert lines[0]["indicators"][0]["name"] == "死亡"


def test_explain_reads_other_encodings_and_skips_blank_lines():
    result = CliRunner().invoke(main, ["explain"], input="全市死亡398人，同比下降33.7%\n\n".encode("gb18030"))
    assert result.exit_code == 0
    assert result.output.count("398人") == 3
    assert run("explain", "").output == ""


def test_the_bound_of_a_fall_speaks_of_its_size():
    assert "降≥10%" in run("explain", "死亡人数下降10%以上").output


def test_explain_prints_a_table():
    result = run("explain", "网办率超过51%。")
    assert "网办率" in result.output
    assert "quantity" in result.output
    assert "指标数字" in result.output


def test_every_kind_of_numeral_has_a_word():
    assert {rule.kind for rule in RULES} == set(TAKEN)


def test_schema_is_printed_as_json():
    assert json.loads(run("schema").output)["$schema"].endswith("2020-12/schema")


def test_evaluate_prints_scores_and_errors(tmp_path, samples):
    for suffix in (".txt", ".json"):
        source = samples[0].with_suffix(suffix)
        (tmp_path / source.name).write_bytes(source.read_bytes())
    result = run("evaluate", str(tmp_path), "--errors")
    assert result.exit_code == 0
    assert "事实" in result.output
    (tmp_path / samples[0].name).write_text("changed", encoding="utf-8")
    assert run("evaluate", str(tmp_path)).exit_code == 1
