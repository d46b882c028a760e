"""Labelled tables in every format: the same figures, whether cells are merged or left blank.

Here each table goes into two of the six formats; ``python -m tests.carriers`` reads every table in every format.
"""

from __future__ import annotations

import pytest

from pipeline.chain import analyse
from pipeline.emit import emit
from pipeline.read import read_text

from .carriers import FORMATS, case_of, wrong
from .tabled import cases, parts, quantities, without_figures

CASES = [*cases(aside=False), *cases(aside=True)]
NAMES = ("a.html", "a.docx", "a.xlsx", "a.csv", "a.pdf", "a.ofd")
SHARE = 3  # a table in so many is written in a format


@pytest.mark.parametrize("name", NAMES)
def test_a_table_says_the_same_in_every_format(name: str):
    read = {path.stem: wrong(path, name, FORMATS[name](path)) for path in CASES[NAMES.index(name) % SHARE :: SHARE]}
    assert sum(every for every, _ in read.values()) > 700
    assert {stem: odd for stem, (_, odd) in read.items() if odd} == {}


def test_codes_and_numbers_of_rows_are_no_figures():
    looked = 0
    for path in CASES:
        text, said = parts(path)
        spans = without_figures(text, said)
        found = [
            q["span"][0]
            for i in emit(analyse(read_text(text)), model="test")["indicators"]
            for _, q, _ in quantities(i)
        ]
        assert [text[a:b] for a, b in spans if any(a <= at < b for at in found)] == []
        looked += len(spans)
    assert looked > 30


def test_a_case_knows_its_merged_cells():
    case = next(case_of(path) for path in CASES if path.stem.startswith("33"))
    assert case.spans()[0, 4] == (1, 4)
    assert (1, 6) in case.covered()
