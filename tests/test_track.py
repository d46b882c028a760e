"""Targets beside outcomes and series over the years: on wordings of our own, and on the national reports against the checked list."""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.chain import run
from pipeline.document import load_all
from pipeline.track import track
from pipeline.track.files import SERIES, TARGETS, write
from pipeline.track.targets import Target

from .conftest import cases
from .once import written
from .test_cli import run as command


def documents(folder: Path, *texts: str) -> list[Path]:
    """The JSON of reports on the years 2022, 2023 …, of one county; each text is the report's plan or its review."""
    paths = []
    for year, text in enumerate(texts, 2022):
        source = folder / f"county-{year}.txt"
        source.write_text(f"清河县人民政府{year}年工作总结及{year + 1}年工作计划\n{text}\n", encoding="utf-8")
        paths.append(source.with_suffix(".json"))
        paths[-1].write_text(json.dumps(run(source), ensure_ascii=False), encoding="utf-8")
    return paths


def said(row: Target) -> str:
    low, high = ("" if end is None else f"{end:f}" for end in ((row.goal.low, row.goal.high) if row.goal else (None, None)))
    outcome = f" {row.outcome.quantity.low:f} {row.met}" if row.outcome else ""
    return f"{row.measure.label} {low}..{high} {row.goal.modifier if row.goal else row.status} ->{outcome}"


@pytest.mark.parametrize(("text", "expected"), cases("targets.txt"))
def test_case(text: str, expected: str, tmp_path: Path):
    aim, _, came = text.partition(" / ")
    found = track(load_all(documents(tmp_path, f"二、2023年主要预期目标\n{aim}", f"一、2023年工作情况\n{came}")))[1]
    assert " | ".join(said(row) for row in found if row.year == 2023 and row.status == "stated" and row.plan is None) == expected


def test_a_target_the_report_declines_to_set_is_absent_and_one_it_is_silent_on_is_not_found(tmp_path: Path):
    aims = ("地区生产总值增长6%左右，居民消费价格涨幅3%左右。", "今年没有提出全年经济增速具体目标。")
    found = track(load_all(documents(tmp_path, *(f"二、{year}年主要预期目标\n{aim}" for year, aim in zip((2023, 2024), aims, strict=True)))))[1]
    rows = {(row.year, row.measure.label): row for row in found}
    assert {key: row.status for key, row in rows.items()} == {
        (2023, "生产总值增速"): "stated", (2023, "居民消费价格涨幅"): "stated", (2024, "生产总值增速"): "absent", (2024, "居民消费价格涨幅"): "not found",
    }  # fmt: skip
    absent = rows[2024, "生产总值增速"]
    assert absent.absent_at is not None
    assert absent.body.text[slice(*absent.absent_at)] == "没有提出全年经济增速具体目标"


def test_reports_of_two_bodies_are_never_joined(tmp_path: Path):
    paths = documents(tmp_path, "二、2023年主要预期目标\n城镇新增就业1000人。", "一、2023年工作情况\n2023年，城镇新增就业1100人。")
    paths[1].write_text(paths[1].read_text(encoding="utf-8").replace('"issuer": "清河县人民政府"', '"issuer": "平山县人民政府"'), encoding="utf-8")
    assert [row.outcome for row in track(load_all(paths))[1] if row.status == "stated"] == [None]


def test_a_series_holds_stated_and_computed_growth(tmp_path: Path):
    texts = ("一般公共预算收入50.6亿元，增长4.8%；地区生产总值300亿元，增长5%。", "一般公共预算收入53.1亿元，增长4.9%；地区生产总值330亿元，增长5%。", "一般公共预算收入55亿元，增长9%。")
    points = track(load_all(documents(tmp_path, *(f"一、{year}年工作情况\n{text}" for year, text in enumerate(texts, 2022)))))[0]
    revenue = [(p.year, p.stated and p.stated.low, p.computed and round(p.computed, 1), p.agreement) for p in points if p.measure.label == "一般公共预算收入"]
    assert revenue == [(2022, Decimal("4.8"), None, ""), (2023, Decimal("4.9"), Decimal("4.9"), "consistent"), (2024, 9, Decimal("3.6"), "contradiction")]
    assert [p.agreement for p in points if p.measure.label == "生产总值"] == ["", ""]  # growth at constant prices is never held against levels


def test_the_files_have_their_columns_and_their_evidence(tmp_path: Path):
    paths = documents(tmp_path, "二、2023年主要预期目标\n城镇新增就业1万人以上。", "一、2023年工作情况\n2023年，城镇新增就业1.1万人。")
    result = command("track", *map(str, paths), "-o", str(tmp_path / "out"))
    assert result.exit_code == 0
    assert "达成" in result.output
    assert (tmp_path / "out" / "targets.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    rows = [row for row in _rows(tmp_path / "out" / "targets.csv") if row["status"] == "stated"]
    assert list(rows[0]) == list(TARGETS)
    assert (rows[0]["target_low"], rows[0]["target_high"], rows[0]["outcome"], rows[0]["gap"], rows[0]["met"]) == ("10000", "", "11000", "1000", "yes")
    for text, source, start, end in (("target_text", "target_source", "target_start", "target_end"), ("outcome_text", "outcome_source", "outcome_start", "outcome_end")):
        assert Path(rows[0][source]).read_text(encoding="utf-8")[int(rows[0][start]) : int(rows[0][end])] == rows[0][text]
    assert list(_rows(tmp_path / "out" / "series.csv")[0]) == list(SERIES)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_charts_are_drawn(tmp_path: Path, suffix: str):
    pytest.importorskip("matplotlib")
    paths = documents(tmp_path, "二、2023年主要预期目标\n城镇新增就业1万人以上。", "一、2023年工作情况\n2023年，城镇新增就业1.1万人。\n二、2024年主要预期目标\n城镇新增就业1.2万人。")
    result = command("track", *map(str, paths), "-o", str(tmp_path / "out"), "--charts", suffix)
    if "中文字体" in result.output:
        pytest.skip("no Chinese font on this machine (apt-get install fonts-noto-cjk)")
    assert result.exit_code == 0
    drawn = list((tmp_path / "out" / "charts").iterdir())
    assert [path.name for path in drawn] == [f"清河县人民政府-城镇新增就业.{suffix}"]
    assert drawn[0].read_bytes()[:4] == (b"<?xm" if suffix == "svg" else b"\x89PNG")


def test_without_matplotlib_or_a_chinese_font_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("matplotlib")
    paths = documents(tmp_path, "二、2023年主要预期目标\n城镇新增就业1万人以上。")
    monkeypatch.setattr("pipeline.track.charts.FONTS", ())
    assert "fonts-noto-cjk" in command("track", *map(str, paths), "-o", str(tmp_path / "out"), "--charts", "svg").output
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    assert "workreport-zh[charts]" in command("track", *map(str, paths), "-o", str(tmp_path / "out"), "--charts", "svg").output


NATIONAL = {
    "gdp_growth": {"生产总值增速"}, "cpi": {"居民消费价格涨幅"}, "new_urban_jobs": {"城镇新增就业"}, "registered_unemployment": {"城镇登记失业率"}, "surveyed_unemployment": {"城镇调查失业率"},
    "deficit_ratio": {"赤字率"}, "m2_growth": {"广义货币供应量增速"}, "fiscal_deficit_amount": {"财政赤字", "中央财政赤字"},
}  # fmt: skip
MULTIPLE = {"万人": 10**4, "亿元": 10**8}
HELD_BACK = {"2006", "2009", "2012"}


@pytest.fixture(scope="module")
def national(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[dict[str, str]], list[dict[str, str]]]:
    """The rows of ``targets.csv`` of the national reports that a row of the checked list is about."""
    folder = tmp_path_factory.mktemp("national")
    for path in sorted((shared / "reports").glob("national-*.txt")):
        (folder / f"{path.stem}.json").write_text(written(path), encoding="utf-8")
    write(folder, [track(load_all([folder]))])
    table: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in _rows(folder / "targets.csv"):
        table[row["indicator"], row["year"]].append(row)
    return lambda truth: [row for name in sorted(NATIONAL[truth["indicator"]]) for row in table[name, truth["year"]]]


@pytest.mark.parametrize("held_back", [False, True], ids=["years developed on", "years held back"])
def test_national_targets_and_outcomes(shared: Path, national: Callable[[dict[str, str]], list[dict[str, str]]], held_back: bool):
    targets, outcomes, invented = [], [], []
    for truth in _rows(shared / "specs" / "national_targets.csv"):
        if (truth["year"] in HELD_BACK) != held_back:
            continue
        rows = national(truth)
        goals = {(row["target_low"], row["target_high"], row["modifier"]) for row in rows if row["status"] == "stated"}
        came = {row["outcome"] for row in rows if row["outcome"]}
        if truth["target_check"] == "verified":
            targets.append((_full(truth, "target_low"), _full(truth, "target_high"), truth["modifier"]) in goals)
        elif truth["target_check"] == "verified absent" and goals:
            invented.append((truth["year"], truth["indicator"], "target"))
        if truth["actual_check"] == "verified":
            outcomes.append(_full(truth, "actual_value") in came)
        elif truth["actual_check"] == "verified absent" and came:
            invented.append((truth["year"], truth["indicator"], "outcome"))
    assert targets
    assert outcomes
    assert sum(targets) >= 0.95 * len(targets)
    assert sum(outcomes) >= 0.95 * len(outcomes)
    assert invented == []


def _full(row: dict[str, str], key: str) -> str:
    return row[key] and f"{Decimal(row[key]) * MULTIPLE.get(row['unit'], 1):f}"


RATE = "城市公共供水管网漏损率"


@pytest.mark.parametrize(
    ("came", "met", "match"),
    [
        (f"实施农村饮水工程，新建水厂6座，{RATE}8.9%。", "yes", "row"),
        (f"实施农村饮水工程，新建水厂6座，{RATE}21%。", None, "similar"),  # twice the aim: to be looked at
        (f"实施农村饮水工程，新建水厂6座，{RATE}8.9%。加强园区建设，新建泵站2座，{RATE}7.1%。", None, "similar"),
    ],
)
def test_a_long_name_said_of_one_thing_alone_joins_whatever_stands_around_it(came: str, met: str | None, match: str, tmp_path: Path):
    aim = f"二、2023年主要预期目标\n推进管网改造，改造管网12公里，{RATE}控制在9%以内。"
    found = track(load_all(documents(tmp_path, aim, f"一、2023年工作情况\n{came}")))[1]
    assert [(row.met, row.match) for row in found if row.year == 2023 and row.status == "stated" and row.measure.thing == RATE] == [(met, match)]
