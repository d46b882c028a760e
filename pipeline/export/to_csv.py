"""csv: UTF-8 with BOM, so that Excel on Chinese Windows opens it by a double click; nothing in it
can run as a formula.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from pipeline.cells import unrun
from pipeline.export.columns import Cell, columns
from pipeline.export.documents import Exported


def write(path: Path, reports: Iterable[Exported]) -> None:
    """One header line, then one line a row (RFC 4180)."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(column.name for column in columns())
        for report in reports:
            table.writerows([cell(value) for value in row.values()] for row in report.rows)


def cell(value: Cell) -> Cell:
    """The value as written: a text that begins like a formula gets an apostrophe before it, a
    negative number stays a number.

    >>> cell("=1+1"), cell(-5.5), cell("－5%"), cell("人")
    ("'=1+1", -5.5, "'－5%", '人')
    """
    return unrun(value) if isinstance(value, str) else value
