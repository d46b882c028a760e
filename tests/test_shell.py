"""The command line among other programs: streams, rows for machines, settings, languages, interruption."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import main

from . import english, words
from .conftest import ROOT

TEXT = "汐江市教育局2023年工作总结\n一、主要成绩\n全市新增学位1200个，同比增长5.1%，居全省第2位。\n二、2024年工作计划\n新建学校3所以上。\n"


@pytest.fixture(autouse=True)
def _alone(tmp_path_factory, monkeypatch: pytest.MonkeyPatch):
    """No settings file of the machine, no locale of it."""
    monkeypatch.chdir(tmp_path_factory.mktemp("here"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "WORKREPORT_LANG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "r.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: object, stdin: str | bytes | None = None):
    return CliRunner().invoke(main, list(map(str, arguments)), input=stdin)


def test_standard_input_to_standard_output(report: Path):
    result = run("extract", "-", "-o", "-", stdin=TEXT)
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["text"] == TEXT
    assert list(Path.cwd().iterdir()) == []


def test_many_reports_are_a_line_each(report: Path):
    report.with_name("s.txt").write_text(TEXT.replace("1200", "77"), encoding="utf-8")
    result = run("extract", report.parent, "-o", "-", "-j", 1)
    assert [json.loads(line)["source"]["path"] for line in result.stdout.splitlines()] == [str(report), str(report.with_name("s.txt"))]
    assert run("extract", report.parent, "-o", "all.jsonl", "-j", 1).exit_code == 0
    assert Path("all.jsonl").read_text(encoding="utf-8") == result.stdout


def test_one_report_goes_into_one_file_and_two_do_not(report: Path):
    assert run("extract", report, "-o", "one.json").exit_code == 0
    assert json.loads(Path("one.json").read_text(encoding="utf-8"))["text"] == TEXT
    report.with_name("s.txt").write_text(TEXT, encoding="utf-8")
    refused = run("extract", report.parent, "-o", "two.json")
    assert refused.exit_code == 2
    assert ".jsonl" in refused.stderr
    assert not Path("two.json").exists()


def test_a_failure_leaves_no_file_and_an_older_one_as_it_was(report: Path):
    Path("one.json").write_text("older", encoding="utf-8")
    report.write_bytes(b"")
    for target in ("one.json", "none.json", "none.jsonl"):
        result = run("extract", report, "-o", target)
        assert result.exit_code == 1
        assert "文件是空的" in result.stderr
    assert {path.name: path.read_text(encoding="utf-8") for path in Path.cwd().iterdir()} == {"one.json": "older"}


def test_a_table_goes_to_standard_output_and_documents_come_from_standard_input(report: Path):
    document = run("extract", report, "-o", "-").stdout
    for text in (document, json.dumps(json.loads(document)) + "\n"):
        table = run("export", "-", "-o", "-", stdin=text)
        rows = list(csv.DictReader(io.StringIO(table.stdout.removeprefix("\ufeff"))))
        assert {row["text"] for row in rows} == {"1200个", "5.1%", "2位", "3所"}
    assert len(run("export", "-", "-o", "-", "--to", "jsonl", stdin=document).stdout.splitlines()) == len(rows)
    assert run("export", "-", "-o", "-", "--to", "sql", stdin=document).exit_code == 2
    assert "1200个" in run("show", "-", stdin=document).stdout


@pytest.fixture
def document(report: Path) -> Path:
    assert run("extract", report, "-o", report.parent / "out").exit_code == 0
    return report.parent / "out" / "r.json"


@pytest.mark.parametrize(("command", "key"), [("show", "name"), ("check", "status"), ("track", "year")])
def test_rows_for_machines(document: Path, command: str, key: str):
    options = ["--all"] if command == "check" else []
    printed = json.loads(run(command, document, "--json", *options).stdout)
    rows = printed["targets"] if command == "track" else printed
    table = list(csv.DictReader(io.StringIO(run(command, document, "--csv", *options).stdout)))
    assert [str(row[key]) for row in rows] == [row[key] for row in table]
    assert rows or command == "check"


def test_a_pipe_gets_every_line_whole(document: Path):
    content = json.loads(document.read_text(encoding="utf-8"))
    content["indicators"][0]["name"] = "很长的名称" * 60
    document.write_text(json.dumps(content), encoding="utf-8")
    shown = run("show", document).stdout
    assert "很长的名称" * 60 in shown
    assert all(line == line.rstrip() for line in shown.splitlines())


def test_quiet_and_verbose(report: Path):
    assert run("extract", report, "-o", "a", "-q").output == ""
    assert run("-q", "extract", report, "-o", "a").output == ""
    assert f"{report} → b/r.json" in run("extract", report, "-o", "b", "-v").stderr
    report.write_bytes(b"")
    assert "文件是空的" in run("extract", report, "-o", "a", "-q").stderr


def test_the_end_says_where_the_results_are_and_what_is_next(report: Path):
    said = run("extract", report, "-o", "out").stderr
    assert "out/" in said
    assert "workreport export out -o numbers.xlsx" in said


def test_files_passed_over_are_counted_by_kind(report: Path):
    for name in ("a.pptx", "b.pptx", "c.rar"):
        report.with_name(name).write_bytes(b"x")
    found = run("extract", report.parent, "-o", "out").stderr
    assert ".pptx 2、.rar 1" in found


def test_no_color(document: Path, monkeypatch: pytest.MonkeyPatch):
    content = json.loads(document.read_text(encoding="utf-8"))
    content["checks"] = [{"kind": "share", "status": "contradiction", "indicators": [], "message": "m", "stated": [1, 1], "computed": [2, 2], "unit": "%"}]
    document.write_text(json.dumps(content), encoding="utf-8")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[31m" in run("show", document).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[31m" not in run("show", document).stdout


def test_settings_come_from_a_file_then_the_environment_then_the_line(report: Path, monkeypatch: pytest.MonkeyPatch):
    Path("workreport.toml").write_text('quiet = true\n[extract]\noutput = "from-file"\n', encoding="utf-8")
    assert run("extract", report).output == ""
    assert Path("from-file/r.json").exists()
    monkeypatch.setenv("WORKREPORT_EXTRACT_OUTPUT", "from-environment")
    assert run("extract", report).exit_code == 0
    assert Path("from-environment/r.json").exists()
    assert run("extract", report, "-o", "from-line").exit_code == 0
    assert Path("from-line/r.json").exists()


@pytest.mark.parametrize(("settings", "said"), [("colour = 1", "colour"), ("[extract]\njob = 1", "job"), ("[extrakt]", "extrakt"), ("a = ", "workreport.toml")])
def test_a_setting_that_is_none_is_refused(report: Path, settings: str, said: str):
    Path("workreport.toml").write_text(settings, encoding="utf-8")
    result = run("extract", report, "-o", "x")
    assert (result.exit_code, said in result.stderr, result.stderr.count("\n")) == (2, True, 1)


def test_what_was_meant_is_named():
    assert "是不是 extract" in run("extrct").stderr
    assert "是不是 --jobs" in run("extract", "--jbs", "2").stderr


def test_clicks_words_are_chinese():
    text = (ROOT / "pipeline/cli/words/click.po").read_text(encoding="utf-8")
    assert words.TARGET.read_bytes() == words.compiled(words.entries(text))
    said = run("extract", "--help").stdout
    assert "选项" in said
    assert "Options" not in said
    assert "不在" in run("export", ".", "-o", "x", "--to", "doc").stderr


@pytest.mark.parametrize("way", ["option", "behind", "environment", "locale", "file"])
def test_english_on_request(way: str, monkeypatch: pytest.MonkeyPatch):
    arguments = {"option": ["--lang", "en", "show", "/none"], "behind": ["show", "/none", "--lang=en"]}.get(way, ["show", "/none"])
    if way == "environment":
        monkeypatch.setenv("WORKREPORT_LANG", "en")
    if way == "locale":
        monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    if way == "file":
        Path("workreport.toml").write_text('lang = "en"', encoding="utf-8")
    assert "there is no such file or folder" in run(*arguments).stderr


def test_all_that_a_person_reads_has_english(document: Path):
    assert english.missing() == [], "write these into pipeline/cli/words/english.tsv"
    for command in main.list_commands(None):
        help_text = run(command, "--help", "--lang", "en").stdout
        assert not english.chinese(help_text.replace("死亡398人，同比下降33.7%", "").replace("中文", "")), command
    document.write_text("[]", encoding="utf-8")
    assert not english.chinese(run("show", document, "--lang", "en").stderr)


def test_both_languages_fill_in_the_same():
    for chinese, said in english.catalogue().items():
        holes = [sorted(part.partition("}")[0] for part in text.split("{")[1:]) for text in (chinese, said)]
        assert holes[0] == holes[1], chinese


def test_ctrl_c_is_one_line_and_130(document: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.document.in_order", interrupted)
    result = run("check", document)
    assert (result.exit_code, result.stderr.count("\n")) == (130, 1)


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["extract", "--help"]], ids=" ".join)
def test_help_loads_nothing_heavy(arguments: list[str]):
    code = f"import sys; from pipeline.cli import main; main({arguments!r}, standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert not loaded & {"numpy", "pandas", "spacy", "jieba", "lxml", "rich", "sklearn", "regex"}


def test_who_hands_reports_out_loads_nothing_that_only_reading_needs():
    """The first process finds the reports while another, already started, loads all that reading takes."""
    done = subprocess.run([sys.executable, "-c", "import sys, pipeline.batch; print(*sys.modules)"], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(done.stdout.split())
    assert not loaded & {"numpy", "jieba", "pipeline.chain", "pipeline.extract", "pipeline.read.header", "pipeline.tables", "pipeline.classify"}


def test_a_reader_that_ends_early_is_no_fault(document: Path):
    command = f"'{sys.executable}' -m pipeline show --csv '{document}' | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert "Traceback" not in done.stderr
    assert done.stdout.startswith("doc_id")


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "gb18030", "utf-8"])
def test_what_is_said_gets_through_whatever_the_streams_encoding(encoding: str):
    """A pipe on Windows, or an old locale, has no Chinese: then it is UTF-8."""
    program = [sys.executable, "-c", "from pipeline.start import run; run()"]
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "WORKREPORT_LANG": "zh", "PYTHONPATH": str(ROOT)}
    wanted = "gb18030" if encoding == "gb18030" else "utf-8"
    said = subprocess.run([*program, "explain", "新增学位1200个。"], capture_output=True, check=True, env=environment)
    assert "新增学位" in said.stdout.decode(wanted)
    wrong = subprocess.run([*program, "show", "没有.json"], capture_output=True, check=False, env=environment)
    assert "没有这个文件" in wrong.stderr.decode(wanted)
