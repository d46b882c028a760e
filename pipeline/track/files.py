"""Series and targets as CSV files that Excel on Chinese Windows opens: UTF-8 with BOM, numbers in full and in the unit as it is named."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from pipeline.batch import write_whole
from pipeline.cells import unrun
from pipeline.track.figures import Figure
from pipeline.track.series import Point
from pipeline.track.targets import Target
from pipeline.track.wording import clause

SERIES = ("issuer", "region", "indicator", "code", "unit", "year", "value", "value_text", "stated_change", "computed_change", "change_unit", "agreement", "source", "start", "end")
TARGETS = (
    "issuer", "region", "indicator", "year", "target_low", "target_high", "modifier", "target_text", "target_source", "target_start", "target_end",
    "outcome", "outcome_text", "outcome_source", "outcome_start", "outcome_end", "gap", "met", "status",
)  # fmt: skip

Cell = str | int | Decimal | None


def write(folder: Path, points: Sequence[Point], targets: Sequence[Target]) -> tuple[Path, Path]:
    """``series.csv`` and ``targets.csv`` in ``folder``, each written whole. Raises ``ReadError`` where the folder refuses."""
    paths = folder / "series.csv", folder / "targets.csv"
    write_whole(paths[0], _csv(SERIES, map(_point, points)))
    write_whole(paths[1], _csv(TARGETS, map(_target, targets)))
    return paths


def _point(point: Point) -> Mapping[str, Cell]:
    figure = point.figure
    return {
        **_body(point), "code": point.measure.code, "unit": point.measure.unit, "value": figure.quantity.low if figure else None, **_evidence("value_text", "", figure),
        "stated_change": point.stated.low if point.stated else None, "computed_change": None if point.computed is None else round(point.computed, 2),
        "change_unit": "" if point.measure.growth else point.change_unit, "agreement": point.agreement,
    }  # fmt: skip


def _target(row: Target) -> Mapping[str, Cell]:
    said: Mapping[str, Cell] = _evidence("target_text", "target_", row.target)
    if row.absent_at:
        start, end = row.absent_at
        said = {"target_text": row.body.text[start:end], "target_source": row.body.source, "target_start": start, "target_end": end}
    return {
        **_body(row), "target_low": row.goal.low if row.goal else None, "target_high": row.goal.high if row.goal else None, "modifier": row.goal.modifier if row.goal else None, **said,
        "outcome": row.outcome.quantity.low if row.outcome else None, **_evidence("outcome_text", "outcome_", row.outcome), "gap": row.gap, "met": row.met, "status": row.status,
    }  # fmt: skip


def _body(row: Point | Target) -> Mapping[str, Cell]:
    return {"issuer": row.body.issuer, "region": row.body.region.code if row.body.region else None, "indicator": row.measure.label, "year": row.year}


def _evidence(text: str, prefix: str, figure: Figure | None) -> Mapping[str, Cell]:
    """The words a number stands in, the report they are from, and where."""
    if figure is None:
        return {}
    span = clause(figure)
    return {text: figure.document.text[span.start : span.end], f"{prefix}source": figure.document.source, f"{prefix}start": span.start, f"{prefix}end": span.end}


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return "\ufeff" + out.getvalue()


def _cell(cell: Cell) -> str:
    """A number in full, without an exponent; a text that a spreadsheet would run as a formula gets an apostrophe."""
    if isinstance(cell, str):
        return unrun(cell)
    return "" if cell is None else f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
