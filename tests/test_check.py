"""Do the numbers agree: on sentences of our own, on real reports, and on two reports of one body."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.canonical import canonical
from pipeline.chain import run, run_bytes
from pipeline.check import check
from pipeline.check.findings import findings
from pipeline.check.interval import Interval, reading
from pipeline.check.kinds import Kind, kinds
from pipeline.check.reports import reports
from pipeline.cli import main
from pipeline.document import load, load_all, parsed
from pipeline.errors import ReadError
from pipeline.records import Bound, Indicator, Packed, Quantity, Span

from .conftest import ROOT, cases
from .once import document as once
from .test_cli import run as command
from .test_extract import indicators


@pytest.mark.parametrize(("text", "expected"), cases("checks.txt"))
def test_case(text: str, expected: str):
    assert ", ".join(f"{one.kind} {one.status}" for one in check(text, canonical(indicators(text)))) == expected


@pytest.mark.parametrize(
    ("written", "low", "bound", "narrow", "wide"),
    [
        ("2.76万亿元", 2760000000000, "exact", (2755000000000, 2765000000000), (2750000000000, 2770000000000)),
        ("500万元", 5000000, "exact", (4995000, 5005000), (4500000, 5500000)), ("398人", 398, "exact", (398, 398), (398, 398)),
        ("33.7%", "-33.7", "exact", ("-33.75", "-33.65"), ("-33.8", "-33.6")), ("800余万元", 8000000, "min", (8000000, 9000000), (7995000, 9000000000)),
        ("10%", -10, "min", (-11, -10), (-11000, "-9.5")), ("30%", 30, "max", (29, 30), (0, "30.5")), ("三成", 30, "exact", (25, 35), (20, 40)), ("1,050人", 1050, "exact", (1050, 1050), (1050, 1050)),
    ],
)  # fmt: skip
def test_a_number_is_known_as_exactly_as_it_is_written(written: str, low: float | str, bound: Bound, narrow: tuple, wide: tuple):
    value = Decimal(low)
    found = reading(written, Quantity(Span(0, len(written)), value, value, "人" if written.endswith("人") else "", bound))
    assert found.narrow == Interval(*map(Decimal, narrow))
    assert found.wide == Interval(*map(Decimal, wide))


YEARS = "清河县人民政府{}年工作总结及{}年工作计划\n一、{}年工作情况\n{}\n"


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.code)
def test_the_example_of_a_kind(kind: Kind, tmp_path: Path):
    """It agrees, and with the other number it does not."""
    assert kind.right in kind.example
    for said, status in ((kind.example, "consistent"), (kind.example.replace(kind.right, kind.wrong), "contradiction")):
        texts = {2022: kind.before or "工作平稳有序。", 2023: said}
        documents = [parsed(run_bytes(YEARS.format(year, year + 1, year, text).encode(), f"{year}.txt"), path=Path(f"{year}.json")) for year, text in texts.items()]
        found = [one.check for one in findings(documents) if one.check.kind == kind.code]
        assert status in {one.status for one in found}, found


def test_every_check_is_of_a_known_kind():
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "pipeline" / "check").glob("*.py"))
    assert [code for code in kinds() if f'"{code}"' not in sources] == []


def test_the_traffic_police_report_adds_up(shared: Path):
    document = once(shared / "reports" / "traffic-police-2022.txt")
    found = [one for one in document["checks"] if one["kind"] == "yoy_vs_difference"]
    assert [one["status"] for one in found] == ["consistent"]
    assert "398人" in found[0]["message"]
    assert "减202人" in found[0]["message"]


def test_contradictions_of_outside_reports_are_those_read_and_judged(shared: Path):
    """docs/checks.md lists every contradiction with a verdict; a new one must be read first."""
    found = [(path.stem, one["message"]) for path in sorted((shared / "reports").glob("*.txt")) for one in once(path)["checks"] if one["status"] == "contradiction"]
    assert found == []


@pytest.fixture
def two_years(tmp_path: Path) -> list[Path]:
    """The reports of two years of one county, the second with one growth rate that does not follow from the levels."""
    for year, level, growth in ((2022, "50.6亿元，增长4.8%", "1200人"), (2023, "53.1亿元，增长9.6%", "1260人，增长5%")):
        text = f"清河县人民政府{year}年工作总结及{year + 1}年工作计划\n一、{year}年工作情况\n全县一般公共预算收入完成{level}；城镇新增就业{growth}。\n全县地区生产总值达到{year - 1900}亿元，增长5%。\n"
        source = tmp_path / f"county-{year}.txt"
        source.write_text(text, encoding="utf-8")
        source.with_suffix(".json").write_text(json.dumps(run(source), ensure_ascii=False), encoding="utf-8")
    return sorted(tmp_path.glob("*.json"))


def test_growth_is_held_against_the_levels_of_two_reports(two_years: list[Path]):
    found = [(one.kind, one.status, one.indicators) for one in reports(load_all(two_years))]
    assert found == [
        ("growth_vs_last_report", "contradiction", ("county-2023#i1", "county-2022#i1")),
        ("growth_vs_last_report", "consistent", ("county-2023#i2", "county-2022#i2")),
    ]


def test_reports_of_years_apart_are_not_held_against_each_other(two_years: list[Path]):
    second = json.loads(two_years[1].read_text(encoding="utf-8"))
    second["report"]["review_year"] = 2024
    two_years[1].write_text(json.dumps(second), encoding="utf-8")
    assert list(reports(load_all(two_years))) == []


def test_the_command_lists_what_does_not_agree(two_years: list[Path]):
    result = command("check", *map(str, two_years))
    assert result.exit_code == 0
    assert "2 份报告" in result.output
    assert "不符" in result.output
    assert "53.1亿元" in result.output
    assert "1260人" not in result.output
    assert "1260人" in command("check", "--all", *map(str, two_years)).output


def test_checks_are_shown(two_years: list[Path], tmp_path: Path):
    source = tmp_path / "one.txt"
    source.write_text("甲局2023年工作总结\n死亡398人，同比下降33.7%，减少202人。\n", encoding="utf-8")
    source.with_suffix(".json").write_text(json.dumps(run(source), ensure_ascii=False), encoding="utf-8")
    assert "数字核对" in command("show", str(source.with_suffix(".json"))).output


@pytest.mark.parametrize("content", ["[1]", "{", '{"schema_version": "0.1"}', '{"schema_version": "2.0"}'])
def test_what_is_no_document_is_refused_by_name(tmp_path: Path, content: str):
    path = tmp_path / "x.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReadError, match=r"x\.json"):
        load(path)
    assert "check" in main.list_commands(None)  # type: ignore[arg-type]


def test_a_document_read_back_is_what_was_written(samples: list[Path], tmp_path: Path):
    shape = json.loads(json.dumps(run(samples[0])))
    path = tmp_path / "d.json"
    path.write_text(json.dumps(shape, ensure_ascii=False), encoding="utf-8")
    document = load(path)
    assert [i.name for i in document.indicators] == [i["name"] for i in shape["indicators"]]
    assert list(check(document.text, Packed(Indicator, document.indicators))) == list(document.checks) or len(document.checks) == len(shape["checks"])
