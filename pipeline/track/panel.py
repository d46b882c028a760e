"""A panel: body by year, one indicator, with its target, its outcome and both sentences.

The columns that economists use.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from pipeline.document import Document
from pipeline.records import Modality
from pipeline.sheet import Cell, Column, Row
from pipeline.track import by_body
from pipeline.track.figures import RATIO, Figure, Measure, figures
from pipeline.track.files import MATCHES, sentence
from pipeline.track.targets import Target, targets
from pipeline.track.wording import Goal

COLUMNS = (
    Column("region_code", "地区代码", width=9), Column("body", "单位", width=18),
    Column("kind", "单位类别", width=12), Column("year", "年", "integer", 7),
    Column("code", "指标代码", width=16), Column("indicator", "指标", width=16),
    Column("measure", "水平或增速", width=10), Column("unit", "计量单位", width=9),
    Column("target", "目标值", "number"), Column("target_low", "目标下限", "number"),
    Column("target_high", "目标上限", "number"), Column("modifier", "目标用词", width=10),
    Column("target_status", "目标有无", width=10), Column("outcome", "结果值", "number"),
    Column("outcome_bound", "结果限定", width=9), Column("outcome_standing", "结果性质", width=10),
    Column("gap", "结果减目标", "number"), Column("met", "达成", width=7),
    Column("level", "当年水平", "number", 16), Column("level_unit", "水平单位", width=9),
    Column("target_sentence", "目标原句", width=60), Column("outcome_sentence", "结果原句", width=60),
    Column("target_file", "目标出处", width=30), Column("target_start", "目标起点", "integer"),
    Column("outcome_file", "结果出处", width=30), Column("outcome_start", "结果起点", "integer"),
)  # fmt: skip


def panel(documents: Iterable[Document], code: str) -> Iterator[Row]:
    """The rows of one indicator, body by body and year by year.

    Growth and level are rows of their own.
    """
    for reports in by_body(documents):
        rows = [row for row in targets(reports) if row.measure.code == code and row.plan is None]
        years = {(row.year, row.measure) for row in rows}
        for row in sorted([*rows, *_untargeted(reports, code, years)], key=_order):
            if row.status != "not found" or row.outcome is not None:
                yield _row(row, _level(reports, row))


def _order(row: Target) -> tuple[int, bool, str]:
    return row.year, not row.measure.growth, row.measure.unit


def _untargeted(
    reports: Sequence[Document], code: str, known: set[tuple[int, Measure]]
) -> Iterator[Target]:
    """Outcomes of years whose plan is not at hand or sets nothing."""
    for document in reports:
        year = document.review_year
        if year is None:
            continue
        for measure, figure in _of(document, year, "actual", code).items():
            if (year, measure) not in known:
                yield Target(document, measure, year, "not found", None, None, figure)


def _of(document: Document, year: int, modality: Modality, code: str) -> dict[Measure, Figure]:
    found = figures(document, year, modality)
    return {measure: figure for measure, figure in found.items() if measure.code == code}


def _level(reports: Sequence[Document], row: Target) -> Figure | None:
    """The level of the year, beside a row of growth."""
    if not row.measure.growth or row.measure.code is None:
        return None
    told = next((d for d in reports if d.review_year == row.year), None)
    if told is None:
        return None
    found = _of(told, row.year, "actual", row.measure.code)
    levels = (f for m, f in found.items() if not m.growth and m.unit != RATIO)
    return next((f for f in levels if f.standing != "milestone"), None)


def _row(row: Target, level: Figure | None) -> Row:
    body, measure = row.body, row.measure
    sure = row.match != "similar"
    outcome, said = row.outcome if sure else None, sentence(row.outcome)
    return {
        "region_code": body.region.code if body.region else None, "body": body.speaker,
        "kind": body.body.kind, "year": row.year, "code": measure.code, "indicator": measure.thing,
        "measure": "growth" if measure.growth else "level", "unit": measure.unit,
        "target": _one(row), **_goal(row.goal), "target_status": row.status,
        **_outcome(outcome), "gap": row.gap, "met": row.met,
        "level": level.quantity.low if level else None,
        "level_unit": level.quantity.unit if level else None,
        "target_sentence": sentence(row.target) or _absent(row),
        "outcome_sentence": said if sure else f"{MATCHES['similar']}：{said}",
        "target_file": row.target.document.source if row.target else None,
        "target_start": row.target.quantity.span.start if row.target else None,
    }  # fmt: skip


def _goal(goal: Goal | None) -> dict[str, Cell]:
    if goal is None:
        return {"target_low": None, "target_high": None, "modifier": None}
    return {"target_low": goal.low, "target_high": goal.high, "modifier": goal.modifier}


def _outcome(figure: Figure | None) -> dict[str, Cell]:
    if figure is None:
        return {}
    return {
        "outcome": figure.quantity.low, "outcome_bound": figure.quantity.bound,
        "outcome_standing": figure.standing, "outcome_file": figure.document.source,
        "outcome_start": figure.quantity.span.start,
    }  # fmt: skip


def _one(row: Target) -> Decimal | None:
    """The number of a target: the middle of a range, else the end that it names."""
    if row.goal is None:
        return None
    low, high = row.goal.low, row.goal.high
    if low is not None and high is not None:
        return (low + high) / 2
    return low if low is not None else high


def _absent(row: Target) -> str | None:
    return row.body.text[slice(*row.absent_at)] if row.absent_at else None
