"""Series and targets as CSV files that Excel on Chinese Windows opens.

UTF-8 with BOM, numbers in full and in the unit as it is named.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pipeline.batch import make_folder
from pipeline.errors import WriteError
from pipeline.sheet import Cell, Csv
from pipeline.track.figures import Figure
from pipeline.track.series import Point
from pipeline.track.targets import Target
from pipeline.track.wording import clause

SERIES = (
    "issuer", "region", "indicator", "code", "unit", "year", "value", "value_text", "standing",
    "stated_change",
    "computed_change", "change_unit", "agreement", "breaks", "source", "start", "end",
)  # fmt: skip
TARGETS = (
    "issuer", "region", "indicator", "code", "year", "plan", "target_low", "target_high",
    "modifier", "target_text", "target_source", "target_start", "target_end",
    "outcome", "outcome_text", "outcome_source", "outcome_start", "outcome_end", "gap", "met",
    "match", "target_sentence", "outcome_sentence", "status",
)  # fmt: skip
MATCHES = {"code": "同一指标", "row": "名称相同", "similar": "名称相近，请核对"}
Told = tuple[Iterable[Point], Iterable[Target]]


def write(folder: Path, told: Iterable[Told]) -> tuple[Path, Path]:
    """``series.csv`` and ``targets.csv`` in ``folder``, each whole or not at all, body by body.

    Raises ``WriteError``.
    """
    make_folder(folder)
    paths = folder / "series.csv", folder / "targets.csv"
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".workreport-") as held:
            drafts = tuple(Path(held) / path.name for path in paths)
            with Csv(drafts[0], SERIES) as series, Csv(drafts[1], TARGETS) as targets:
                for points, rows in told:
                    series.add(map(_point, points))
                    targets.add(map(_target, rows))
            for draft, path in zip(drafts, paths, strict=True):
                os.chmod(draft, 0o644)
                os.replace(draft, path)
    except OSError as fault:
        raise WriteError(
            f"写不了（{fault.strerror or fault}）",
            place=str(folder),
            remedy="请检查路径、权限和磁盘空间；文件若在 Excel 里打开着，请先关上。",
        ) from fault
    return paths


def _point(point: Point) -> Mapping[str, Cell]:
    figure = point.figure
    return {
        **_body(point), "unit": point.measure.unit,
        "value": figure.quantity.low if figure else None, **_evidence("value_text", "", figure),
        "standing": figure.standing if figure else None, "breaks": point.breaks,
        "stated_change": point.stated.low if point.stated else None,
        "computed_change": None if point.computed is None else round(point.computed, 2),
        "change_unit": "" if point.measure.growth else point.change_unit,
        "agreement": point.agreement,
    }  # fmt: skip


def _target(row: Target) -> Mapping[str, Cell]:
    said: Mapping[str, Cell] = _evidence("target_text", "target_", row.target)
    if row.absent_at:
        start, end = row.absent_at
        said = {
            "target_text": row.body.text[start:end],
            "target_source": row.body.source,
            "target_start": start,
            "target_end": end,
        }
    return {
        **_body(row), "plan": row.plan, "target_low": row.goal.low if row.goal else None,
        "target_high": row.goal.high if row.goal else None,
        "modifier": row.goal.modifier if row.goal else None, **said,
        "outcome": row.outcome.quantity.low if row.outcome else None, **_evidence("outcome_text",
        "outcome_", row.outcome), "gap": row.gap, "met": row.met,
        "match": MATCHES[row.match] if row.match else None,
        "target_sentence": sentence(row.target), "outcome_sentence": sentence(row.outcome),
        "status": row.status,
    }  # fmt: skip


def _body(row: Point | Target) -> Mapping[str, Cell]:
    return {
        "issuer": row.body.speaker,
        "region": row.body.region.code if row.body.region else None,
        "indicator": row.measure.label,
        "code": row.measure.code,
        "year": row.year,
    }


def _evidence(text: str, prefix: str, figure: Figure | None) -> Mapping[str, Cell]:
    """The words a number stands in, the report they are from, and where."""
    if figure is None:
        return {}
    span = clause(figure)
    return {
        text: figure.document.text[span.start : span.end],
        f"{prefix}source": figure.document.source,
        f"{prefix}start": span.start,
        f"{prefix}end": span.end,
    }


def sentence(figure: Figure | None) -> str | None:
    """The whole sentence of a number, on one line."""
    if figure is None:
        return None
    start, end = figure.passage
    return " ".join(figure.document.text[start:end].split())


def counted(
    told: Iterable[Told], sums: dict[str, int]
) -> Iterator[tuple[list[Point], list[Target]]]:
    """What is told, on its way to a file, with how many points and targets went by."""
    for points, rows in told:
        held = list(points), list(rows)
        sums["points"] = sums.get("points", 0) + len(held[0])
        sums["targets"] = sums.get("targets", 0) + len(held[1])
        yield held
