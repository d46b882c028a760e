"""Errors put into true sentences of every relation are seen, and the true sentences raise no alarm."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.chain import run_bytes
from pipeline.check.findings import findings
from pipeline.document import parsed

from .conftest import CASES

REPORT = "清河县人民政府{}年工作总结及{}年工作计划\n一、{}年工作情况\n{}\n"
ROWS = [
    line.replace("\\n", "\n").split("\t")
    for line in (CASES / "relations.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def contradictions(before: str, said: str) -> list[str]:
    """What does not agree in a report, and with that of the year before."""
    documents = []
    for year, text in ((2022, before or "工作平稳有序。"), (2023, said)):
        written = REPORT.format(year, year + 1, year, text.replace("\\t", "\t"))
        shape = run_bytes(written.encode(), f"{year}.txt")
        documents.append(parsed(shape, path=Path(f"{year}.json")))
    found = (one.check for one in findings(documents))
    return [one.message for one in found if one.status == "contradiction"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}: {row[2]}")
def test_a_true_sentence_raises_no_alarm(row: list[str]):
    _, before, said, _, _, _ = row
    assert contradictions(before, said) == []


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row[4] and not row[5]], ids=lambda row: f"{row[0]}: {row[2]}"
)
def test_an_error_put_into_it_is_seen(row: list[str]):
    _, before, said, right, wrong, _ = row
    assert said.count(right) == 1
    assert contradictions(before, said.replace(right, wrong))


def test_what_is_not_seen_is_counted():
    """Of 242 errors 25 are not seen.

    Ten within rounding, three of prices, three of parts that nothing says to be all, nine not read.
    """
    kept = [row[5] for row in ROWS if row[4]]
    assert (len(kept), kept.count("")) == (242, 217)
    assert {why: kept.count(why) for why in set(kept) - {""}} == {
        "rounding": 10, "prices": 3, "parts": 3, "unread": 9,
    }  # fmt: skip
