"""What the lexicon does not know is counted, so that it can grow where it counts."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from pipeline.chain import run
from pipeline.coverage import coverage
from pipeline.document import in_order

from .test_cli import run as command


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    """Three reports with one coded figure, one of a family, and one that nothing is known of."""
    for year in (2021, 2022, 2023):
        source = tmp_path / f"{year}.txt"
        head = f"清河县人民政府{year}年工作总结\n一、{year}年工作情况\n"
        text = "粮食产量达到26万吨。泵阀产业增加值达到12亿元。新建农村公办幼儿园6所。泵阀甲乙达到36丈。\n"
        source.write_text(head + text, encoding="utf-8")
        shape = json.dumps(run(source), ensure_ascii=False, indent=1)
        source.with_suffix(".json").write_text(shape, encoding="utf-8")
    return sorted(tmp_path.glob("*.json"))


def test_figures_are_counted_by_what_is_known_of_them(three: list[Path]):
    found = coverage(in_order(three))
    assert (found.entry, found.composed, found.family) == (3, 3, 3)
    row = next(row for row in found.rows() if row["name"] == "泵阀产业增加值")
    assert (row["reports"], row["figures"], row["unit"]) == (3, 3, "元")
    assert row["code"] == "value_added:泵阀产业增加值"
    assert row["sentence"] == "泵阀产业增加值达到12亿元。"


def test_the_command_writes_them_all(three: list[Path], tmp_path: Path):
    result = command("uncoded", *map(str, three), "-o", str(tmp_path / "u.csv"))
    assert result.exit_code == 0
    assert "词典有条目" in result.output
    with (tmp_path / "u.csv").open(encoding="utf-8-sig", newline="") as file:
        assert "泵阀产业增加值" in {row["name"] for row in csv.DictReader(file)}
