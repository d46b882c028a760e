"""Findings over many reports: ranked, whole, with their sentence; one table in every format."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path

import openpyxl
import pandas
import pytest

from pipeline.body import body, doc_id
from pipeline.chain import run
from pipeline.check.findings import COLUMNS, findings, ranked
from pipeline.document import in_order
from pipeline.errors import WriteError
from pipeline.review.across import across
from pipeline.review.folder import entries
from pipeline.review.page import page_data
from pipeline.sheet import Column, suffixes, write

from .test_cli import run as command

TEXTS = {
    2022: "全县新增公园12座、累计达到82座。一般公共预算收入50.6亿元，增长4.8%。",
    2023: "全县新增公园41座、累计达到96座。一般公共预算收入53.1亿元，增长14.9%。专利授权由120件增加到150件，增长25%。",
}


@pytest.fixture
def two(tmp_path: Path) -> list[Path]:
    """Two years of one county; the later one has a wrong total and a wrong growth."""
    for year, text in TEXTS.items():
        source = tmp_path / f"{year}.txt"
        head = f"清河县人民政府{year}年工作总结及{year + 1}年工作计划\n一、{year}年工作情况\n"
        source.write_text(f"{head}{text}\n", encoding="utf-8")
        shape = json.dumps(run(source), ensure_ascii=False, indent=1)
        source.with_suffix(".json").write_text(shape, encoding="utf-8")
    return sorted(tmp_path.glob("*.json"))


def test_a_finding_says_whose_when_and_where(two: list[Path]):
    rows = ranked(one.row() for one in findings(in_order(two)))
    wrong = [row for row in rows if row["status"] == "不符"]
    assert rows[: len(wrong)] == wrong
    assert {row["kind"] for row in wrong} == {"增长与上年报告", "增减量与上年报告"}
    growth = next(row for row in wrong if row["kind"] == "增长与上年报告")
    assert growth["period"] == "2023"
    assert str(growth["file"]).endswith("2023.txt")
    assert str(growth["earlier_file"]).endswith("2022.txt")
    text = (two[1].with_suffix(".txt")).read_text(encoding="utf-8")
    assert text[int(str(growth["start"])) : int(str(growth["end"]))] == "14.9%"
    assert "53.1亿元，增长14.9%" in str(growth["sentence"])
    assert "50.6亿元" in str(growth["earlier_sentence"])
    assert "若为" in str(growth["finding"])


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".html", ".xlsx"])
def test_the_command_writes_every_finding_whole(two: list[Path], tmp_path: Path, suffix: str):
    path = tmp_path / "out" / f"findings{suffix}"
    result = command("check", *map(str, two), "-o", str(path), "--all")
    assert result.exit_code == 0
    rows = ranked(one.row() for one in findings(in_order(two)))
    if suffix == ".xlsx":
        sheet = openpyxl.load_workbook(path).worksheets[0]
        said = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=2)]
        at = [column.name for column in COLUMNS].index("finding")
        assert [line[at] for line in said] == [row["finding"] for row in rows]
    elif suffix == ".html":
        page = path.read_text(encoding="utf-8")
        assert all(str(row["finding"]) in page for row in rows)
    elif suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert [r["finding"] for r in csv.DictReader(file)] == [r["finding"] for r in rows]
    else:
        lines = path.read_text(encoding="utf-8").splitlines()
        assert [json.loads(line)["finding"] for line in lines] == [r["finding"] for r in rows]


AIM = "二、2023年主要预期目标\n地区生产总值增长6%。\n"
PACES = "一般公共预算收入53.1亿元，增长6.6%，比上年提高{}个百分点。地区生产总值增长6.6%，高于年初目标{}个百分点。"


@pytest.mark.parametrize(("moved", "above", "wrong"), [("1.8", "0.6", []), ("1.8", "1.6", ["against_target"]), ("4.8", "0.6", ["rate_vs_last_report"])])
def test_points_are_held_against_last_years_pace_and_target(tmp_path: Path, moved: str, above: str, wrong: list[str]):
    texts = {2022: f"全县一般公共预算收入49.8亿元，增长4.8%。\n{AIM}", 2023: f"全县{PACES.format(moved, above)}\n"}
    for year, text in texts.items():
        source = tmp_path / f"{year}.txt"
        source.write_text(f"清河县人民政府{year}年工作总结及{year + 1}年工作计划\n一、{year}年工作情况\n{text}", encoding="utf-8")
        source.with_suffix(".json").write_text(json.dumps(run(source), ensure_ascii=False, indent=1), encoding="utf-8")
    found = [one.check for one in findings(in_order(sorted(tmp_path.glob("*.json")))) if one.earlier]
    assert {"against_target", "rate_vs_last_report"} <= {one.kind for one in found}
    assert [one.kind for one in found if one.status == "contradiction"] == wrong


def test_findings_over_two_reports_reach_the_review_page(two: list[Path]):
    found = list(across(two[1], json.loads(two[1].read_text(encoding="utf-8"))))
    wrong = [one for one in found if one["status"] == "contradiction"]
    assert {one["kind"] for one in wrong} == {"growth_vs_last_report", "difference_vs_last_report"}
    assert all("（上一份报告：2022）" in one["message"] for one in wrong)
    assert list(across(two[0], json.loads(two[0].read_text(encoding="utf-8")))) == []
    data = page_data(entries(two[1])["2023"], json.loads(two[1].read_text(encoding="utf-8")))
    assert "growth_vs_last_report" in {kind for one in data["indicators"] for kind in one["checks"]}


def test_an_unknown_suffix_is_refused_with_those_known(two: list[Path], tmp_path: Path):
    result = command("check", str(two[0]), "-o", str(tmp_path / "findings.doc"))
    assert result.exit_code == 2
    assert ".xlsx" in result.output


def test_reports_are_read_one_at_a_time_in_order_of_body_and_year(two: list[Path]):
    assert [one.review_year for one in in_order(reversed(two))] == [2022, 2023]


SHEET = (Column("name", "名称"), Column("year", "年", "integer"), Column("value", "数值", "number"))
ROWS = [
    {"name": "=甲", "year": 2023, "value": Decimal("0.1")},
    {"name": "乙", "year": None, "value": Decimal("1000000000000000000")},
    {"name": None, "year": 2024, "value": None},
]


@pytest.mark.parametrize("suffix", sorted(suffixes()))
def test_a_table_holds_numbers_of_any_size_in_every_format(tmp_path: Path, suffix: str):
    path = tmp_path / f"t{suffix}"
    assert write(path, SHEET, ROWS, title="表") == 3
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    if suffix == ".csv":
        text = path.read_text(encoding="utf-8-sig")
        assert text.splitlines()[1:] == ["'=甲,2023,0.1", "乙,,1000000000000000000", ",2024,"]
    elif suffix == ".dta":
        assert list(pandas.read_stata(path)["value"])[:2] == [0.1, 1e18]
    elif suffix == ".parquet":
        assert list(pandas.read_parquet(path)["value"])[:2] == [0.1, 1e18]
    elif suffix == ".xlsx":
        lines = list(openpyxl.load_workbook(path).worksheets[0].values)
        assert lines[1][2] == 0.1
        assert lines[2][2] == "1000000000000000000"
    else:
        assert "1000000000000000000" in path.read_text(encoding="utf-8")


def test_a_table_of_another_kind_is_refused(tmp_path: Path):
    with pytest.raises(WriteError, match=r"\.pdf"):
        write(tmp_path / "t.pdf", SHEET, ROWS)


ONE_BODY = [
    ("清河县人民政府", ""), ("河北省清河县人民政府", ""), ("县人民政府", ""), ("县政府", ""),
    ("清河县第十七届人民政府", ""), ("第十七届人民政府", ""), (None, "2023年清河县政府工作报告"),
    ("https://www.example.gov.cn/a/b.html", "政府工作报告"), ("清河县", "政府工作报告"),
]  # fmt: skip
OTHERS = [
    ("清河县公安局", ""), ("清河县人民法院", ""), ("清河县人大常委会", ""), ("平山县人民政府", ""),
    ("葛仙庄镇人民政府", ""), (None, "清河县2023年国民经济和社会发展统计公报"), (None, None),
]  # fmt: skip


def test_one_body_however_it_is_spelled():
    found = {body(issuer, title, "130534", "清河县") for issuer, title in ONE_BODY}
    assert len(found) == 1
    others = [body(issuer, title, "130534", "清河县") for issuer, title in OTHERS]
    assert len({*others} | found) == len(OTHERS) + 1
    assert doc_id(found.pop(), "2022", "2023").startswith("130534-2023-")


SPELLINGS = [
    ["清河县发改局", "清河县发展和改革局", "清河县发展改革局", "河北省清河县发展和改革局", "县发改局"], ["清河县卫健委", "清河县卫生健康委", "清河县卫生健康委员会"], ["清河县残联", "清河县残疾人联合会"],
    ["清河县住建局", "清河县住房和城乡建设局"], ["清河县人社局", "清河县人力资源和社会保障局"], ["清河县市场监管局", "清河县市监局", "清河县市场监督管理局", "县市场监管局"], ["清河县工商联", "清河县工商业联合会"],
    ["清河县公安局", "县公安局"], ["清河县公安局交警大队", "清河县公安局交通警察大队"], ["清河县纪委", "清河县纪委监委", "中共清河县纪律检查委员会"], ["中共清河县委", "清河县委", "中国共产党清河县委员会", "中国共产党清河县第十三届委员会"],
    ["共青团清河县委", "共青团清河县委员会", "清河县团委", "中国共产主义青年团清河县委员会"], ["清河县政协", "政协清河县委员会", "政协第十届清河县委员会", "中国人民政治协商会议清河县委员会"],
    ["清河县人大常委会", "清河县人民代表大会常务委员会", "县十七届人大常委会", "清河县第十七届人大常委会"], ["清河县法院", "清河县人民法院", "河北省清河县人民法院"], ["清河县检察院", "清河县人民检察院"], ["清河县妇联", "清河县妇女联合会"],
    ["清河县信访办", "清河县信访办公室"], ["清河县国资委", "清河县人民政府国有资产监督管理委员会"], ["清河县供销社", "清河县供销合作社联合社", "清河县供销合作联社"], ["清河县委政法委", "中共清河县委政法委员会"], ["清河县文旅局", "清河县文化和旅游局"],
    ["清河县委宣传部", "中共清河县委宣传部"], ["清河县疾控中心", "清河县疾病预防控制中心"], ["清河县总工会", "河北省清河县总工会"],
]  # fmt: skip


@pytest.mark.parametrize("place", [("130534", "清河县"), (None, None)], ids=["known", "unknown"])
def test_one_body_in_all_its_spellings(place: tuple[str | None, str | None]):
    known = place[0] is not None
    spelled = [{body(name, None, *place) for name in names if known or name.startswith("清河县")} for names in SPELLINGS]
    assert [len(one) for one in spelled] == [1] * len(SPELLINGS)
    assert len(set().union(*spelled)) == len(SPELLINGS)


@pytest.mark.parametrize(("names", "code", "place"), [
    (["恩施州水利局", "恩施土家族苗族自治州水利局", "湖北省恩施州水利局"], "422800", "恩施土家族苗族自治州"), (["海西州人民政府", "青海省海西州人民政府", "海西蒙古族藏族自治州人民政府", "州政府"], "632800", "海西蒙古族藏族自治州"),
    (["博州统计局", "博尔塔拉州统计局", "博尔塔拉蒙古自治州统计局"], "652700", "博尔塔拉蒙古自治州"), (["前郭县教育局", "前郭尔罗斯蒙古族自治县教育局"], "220721", "前郭尔罗斯蒙古族自治县"),
])  # fmt: skip
def test_one_body_of_a_place_with_several_names(names: list[str], code: str, place: str):
    assert len({body(name, None, code, place) for name in names}) == 1


@pytest.mark.parametrize("asked", [("check",), ("track",), ("track", "--panel", "public_budget_revenue"), ("uncoded",)])
@pytest.mark.parametrize("torn", [0.5, 0.02])
def test_a_torn_document_is_named_and_the_others_are_read(two: list[Path], asked: tuple[str, ...], torn: float):
    folder = two[0].parent
    text = two[0].read_text(encoding="utf-8")
    (folder / "torn.json").write_text(text[: int(len(text) * torn)], encoding="utf-8")
    (folder / "short.json").write_text('{"schema_version": "2.0", "indicators": []}', encoding="utf-8")
    target = folder / ("out" if asked == ("track",) else "out.csv")
    result = command(*asked, str(folder), "-o", str(target))
    assert result.exit_code == 1
    assert all(result.output.count(f"{name}.json") == 1 for name in ("torn", "short"))
    assert "2 份读不了" in result.output
    whole = (target / "series.csv" if target.is_dir() else target).read_text(encoding="utf-8-sig")
    assert len(whole.splitlines()) > 1


def test_one_torn_document_alone_is_said_once(two: list[Path]):
    two[0].write_text("{", encoding="utf-8")
    result = command("check", str(two[0]))
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
