"""A finding in English, wherever a person reads it: its own words are English, names and amounts those of the report."""

from __future__ import annotations

import ast
import csv
import io
import json
import re
from pathlib import Path

import openpyxl
import pytest

import workreport as wr
from pipeline.chain import run_bytes
from pipeline.check.english import english, in_language
from pipeline.check.findings import findings
from pipeline.check.kinds import Kind, kinds
from pipeline.document import parsed
from pipeline.review.folder import entries
from pipeline.review.page import page_data

from .conftest import ROOT
from .english import chinese, template
from .test_check import YEARS
from .test_cli import run
from .test_findings import two  # noqa: F401


def command(*arguments: str | Path):
    return run("--lang", "en", *map(str, arguments))


RUNS = re.compile(r"[\u4e00-\u9fff]+")


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.code)
def test_what_is_ours_in_a_finding_is_english(kind: Kind):
    """What is left in Chinese stands so in the reports, or is the name of an indicator."""
    for said, status in ((kind.example, "consistent"), (kind.example.replace(kind.right, kind.wrong), "contradiction")):
        texts = {2022: kind.before or "工作平稳有序。", 2023: said}
        documents = [parsed(run_bytes(YEARS.format(year, year + 1, year, text).encode(), f"{year}.txt"), path=Path(f"{year}.json")) for year, text in texts.items()]
        theirs = "\n".join([one.text for one in documents] + [i.name for one in documents for i in one.indicators])
        found = [one for one in findings(documents) if (one.check.kind, one.check.status) == (kind.code, status)]
        assert found
        for one in found:
            assert one.said("zh") == one.check.message
            assert f": {status}" in one.said("en")
            assert [run for run in RUNS.findall(one.said("en")) if run not in theirs] == []


def read_by_checks() -> list[str]:
    """What checks say they read, as the source has it: ``read = f"…"`` and what stands for it."""
    found = []
    for path in sorted((ROOT / "pipeline" / "check").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "read":
                found.append(template(node.value))
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "verdict":
                found.append(template(node.args[2]))
    return [one for one in dict.fromkeys(found) if one and chinese(one)]


@pytest.mark.parametrize("form", read_by_checks())
def test_every_form_of_a_finding_has_its_english(form: str):
    read = form
    for number in range(form.count("{}")):
        read = read.replace("{}", f"<{number}>", 1)
    said = english(f"{read}，推算为6%，文中为5%：不符；若为6%则相合")
    assert not chinese(said)
    assert all(f"<{number}>" in said for number in range(form.count("{}")))


@pytest.mark.parametrize(
    ("message", "names", "said"),
    [
        ("从业人员与参保人员从100人到200人，推算为100%，文中为90%：不符；若为100%则相合", ["从业人员与参保人员"], "从业人员与参保人员 from 100人 to 200人 gives 100%; the text says 90%: contradiction; 100% would agree"),
        ("占道经营按比例处罚从约3万起到4万余起，推算为1万起，文中为至少0.9万起：无法判断", ["占道经营按比例处罚"], "占道经营按比例处罚 from about 3万起 to 4万余起 gives 10,000 起; the text says at least 0.9万起: cannot tell"),
        ("甲、乙线客运量12人、甲、乙线货运量3人合计，与表中货运量相比，推算为15人，文中为15人：一致", ["甲、乙线客运量", "甲、乙线货运量", "表中货运量"], "甲、乙线客运量 12人, 甲、乙线货运量 3人 together, beside 表中货运量 gives 15 人; the text says 15人: consistent"),
        ("表中投资2亿元是总投资1亿元的一部分，推算为0至1.05亿元，文中为2亿元（按写法在1.95亿至2.05亿元之间）：不符；若为5250万元则相合", ["投资", "总投资"], "in the table, 投资 2亿元 as part of 总投资 1亿元 gives 0 to 105 million yuan; the text says 2亿元 (195 million to 205 million yuan as it is written): contradiction; 52.5 million yuan would agree"),
        ("亏损面从3到2，推算为-33.33%，文中为30%：不符；若为-33.33%则相合（上一份报告：企业（规上）亏损面）", ["亏损面"], "亏损面 from 3 to 2 gives -33.33%; the text says 30%: contradiction; -33.33% would agree (in the report before: 企业（规上）亏损面)"),
        ("812－186≠903", [], "812－186≠903"),
        ("", ["甲"], ""),
    ],
)  # fmt: skip
def test_words_in_names_are_not_taken_for_ours(message: str, names: list[str], said: str):
    assert english(message, names) == said


def test_on_the_screen_and_in_a_table(two, tmp_path: Path):  # noqa: F811
    shown = command("check", *two)
    assert "上市" not in shown.stdout
    assert "would agree" in re.sub(r"\s+", " ", shown.stdout)
    rows = list(csv.DictReader(io.StringIO(command("check", "--csv", *two).stdout)))
    assert {row["status"] for row in rows} == {"contradiction"}
    assert not any(chinese(row["kind"]) for row in rows)
    assert all(" gives " in row["finding"] and row["sentence"] for row in rows)
    command("check", *two, "-o", tmp_path / "findings.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "findings.xlsx").active
    assert sheet.title == "checks"
    assert not any(chinese(str(cell.value)) for cell in sheet[1])
    assert " gives " in command("show", two[1]).stdout.replace("\n", " ")


def test_in_an_export_and_a_frame(two, tmp_path: Path):  # noqa: F811
    command("export", *two, "-o", tmp_path / "numbers.csv")
    for frame in (wr.read_export(tmp_path / "numbers.csv"), wr.to_frame(wr.load(*two), "en")):
        details = frame["check_detail"].dropna()
        assert len(details)
        assert details.str.contains(" gives ").all()
    assert wr.check(wr.load(*two), "en")["finding"].str.contains(" gives ").all()


def test_on_the_review_page(two):  # noqa: F811
    entry = entries(two[0].parent)[two[1].stem]
    data = page_data(entry, entry.load(), "en")
    failed = [reason for one in data["indicators"] if one["state"] == "failed" for reason in one["reasons"]]
    assert [one for one in failed if " gives " in one and "would agree" in one]
    rules = [reason for one in data["indicators"] for reason in one["reasons"] if "(confidence" in reason]
    assert not any(map(chinese, rules))


def test_the_document_itself_stays_as_it_is(two):  # noqa: F811
    document = json.loads(two[1].read_text(encoding="utf-8"))
    said = in_language(document, "en")
    assert {key: value for key, value in said.items() if key != "checks"} == {key: value for key, value in document.items() if key != "checks"}
    assert [one["kind"] for one in said["checks"]] == [one["kind"] for one in document["checks"]]
    assert all(map(chinese, (one["message"] for one in document["checks"])))


def test_the_grammar_is_glossed_in_english():
    printed = [line for line in command("rules").stdout.splitlines() if "→" in line]
    words = [word for line in printed for word in re.sub(r"[\u4e00-\u9fff]+ \([^)]*\)|[\u4e00-\u9fff]{1,8}", "", line).split()]
    assert len(printed) > 100
    assert not any(map(chinese, words))
    rules = [json.loads(line) for line in command("rules", "--json").stdout.splitlines()]
    assert all(re.search(r"[a-z]{3}", rule["gloss"]) for rule in rules)
