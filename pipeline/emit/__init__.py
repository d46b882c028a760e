"""emit: a result into the JSON document of the contract."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from pipeline import __version__
from pipeline.emit.text import pieces, written
from pipeline.records import (
    Cell,
    Change,
    Check,
    Indicator,
    Label,
    Passage,
    Quantity,
    Rank,
    Report,
    Result,
    Section,
    Table,
    TableCell,
)

__all__ = ["SCHEMA_VERSION", "emit", "indicator_shape", "number", "pieces", "shapes", "written"]

SCHEMA_VERSION = "2.0"
_UNSURE = 0.6  # a label below this probability is marked for a second look


def emit(result: Result, *, model: str) -> dict[str, object]:
    """The document of one report, ready for ``written``; its shape is ``schema()``."""
    return {key: _held(one) for key, one in shapes(result, model=model)}


def _held(value: object) -> object:
    """A member with its lists as lists."""
    if isinstance(value, Iterator):
        return [_held(one) for one in value]
    if isinstance(value, dict):
        return {key: _held(one) if isinstance(one, Iterator) else one for key, one in value.items()}
    return value


def shapes(result: Result, *, model: str) -> Iterator[tuple[str, object]]:
    """Yield the members of ``emit``; lists of records as iterators, never held all at once, and so
    the cells of a table."""
    report = result.segmented.report
    source, region = report.source, report.region
    labelled = zip(result.segmented.passages, result.labels, strict=True)
    yield "schema_version", SCHEMA_VERSION
    yield "source", {
        "path": source.path, "sha256": source.sha256,
        "media_type": source.media_type, "encoding": source.encoding,
    }  # fmt: skip
    yield "report", {
        "title": report.title, "issuer": report.issuer,
        "region": {"name": region.name, "code": region.code} if region else None,
        "publisher": report.publisher, "attribution": report.attribution,
        "published": report.published,
        "review_year": report.review_year, "plan_year": report.plan_year,
        "review_period": report.review_period, "plan_period": report.plan_period,
    }  # fmt: skip
    yield "text", report.text
    yield "sections", map(_section, result.segmented.sections)
    yield "passages", (_passage(report, passage, label) for passage, label in labelled)
    yield "tables", map(_table, report.tables)
    yield "indicators", (indicator_shape(report, indicator) for indicator in result.indicators)
    yield "checks", map(_check, result.checks)
    yield "pipeline", {"version": __version__, "model": model}


def _table(table: Table) -> dict[str, object]:
    return {
        "id": table.id,
        "span": list(table.span),
        "title": list(table.title) if table.title else None,
        "unit": list(table.unit) if table.unit else None,
        "notes": [list(note) for note in table.notes],
        "header_rows": table.header_rows,
        "blocks": [list(block) for block in table.blocks],
        "cells": map(_table_cell, table.cells),
    }


def _table_cell(cell: TableCell) -> dict[str, object]:
    """A cell; that it covers one row and one column is not said."""
    merged = {"rows": cell.rows} if cell.rows > 1 else {}
    merged |= {"columns": cell.columns} if cell.columns > 1 else {}
    return {"row": cell.row, "column": cell.column, "span": list(cell.span), **merged}


def _section(section: Section) -> dict[str, object]:
    return {
        "id": section.id, "level": section.level, "marker": section.marker,
        "title": section.title, "parent": section.parent, "span": list(section.span),
    }  # fmt: skip


def _passage(report: Report, passage: Passage, label: Label) -> dict[str, object]:
    page = {"page": bisect_right(report.pages, passage.span.start)} if report.pages else {}
    return {
        "id": passage.id, "section": passage.section, "kind": passage.kind,
        "span": list(passage.span), "text": report.text[passage.span.start : passage.span.end],
        "label": label.label, "horizon": label.horizon, "confidence": label.confidence,
        "unsure": label.confidence < _UNSURE, "rule": label.rule,
        **page, **_recognised(report, passage),
    }  # fmt: skip


def _recognised(report: Report, passage: Passage) -> dict[str, object]:
    """Of a passage that was read in a picture: how surely, and where each of its lines is seen."""
    first = bisect_right(report.recognised, passage.span.start, key=lambda line: line.span.end)
    lines = (report.recognised[at] for at in range(first, len(report.recognised)))
    found = list(takewhile(lambda line: line.span.start < passage.span.end, lines))
    if not found:
        return {}
    seen = [
        {"page": line.page, "box": list(line.box), "confidence": line.confidence} for line in found
    ]
    return {
        "recognised": {"confidence": min(line.confidence for line in found), "lines": seen}
    }  # fmt: skip


def indicator_shape(report: Report, indicator: Indicator) -> dict[str, object]:
    """One indicator as it stands in the document."""
    return {
        "id": indicator.id,
        "passage": indicator.passage,
        "name": indicator.name,
        "topic": indicator.topic,
        "scope": indicator.scope,
        "canonical": indicator.canonical,
        "code": indicator.code,
        "period": indicator.period,
        "modality": indicator.modality,
        "value": _quantity(report, indicator.value),
        "base": _quantity(report, indicator.base),
        "changes": [_change(report, change) for change in indicator.changes],
        "rank": _rank(report, indicator.rank),
        "cell": _cell(indicator.cell),
        "part_of": indicator.part_of,
        "same_as": indicator.same_as,
        "evidence": [
            {"part": e.part, "span": list(e.span), "rule": e.rule} for e in indicator.evidence
        ],
        "confidence": indicator.confidence,
    }


def _rank(report: Report, rank: Rank | None) -> dict[str, object] | None:
    if rank is None:
        return None
    return {**(_quantity(report, rank.quantity) or {}), "among": rank.among}


def _cell(cell: Cell | None) -> dict[str, object] | None:
    return {"table": cell.table, "row": cell.row, "column": cell.column} if cell else None


def _quantity(report: Report, quantity: Quantity | None) -> dict[str, object] | None:
    if quantity is None:
        return None
    shape: dict[str, object] = {
        "text": report.text[quantity.span.start : quantity.span.end], "span": list(quantity.span),
        "low": number(quantity.low), "high": number(quantity.high),
        "unit": quantity.unit, "bound": quantity.bound,
    }  # fmt: skip
    if quantity.period is not None:
        shape["period"] = quantity.period
    return shape


def _change(report: Report, change: Change) -> dict[str, object]:
    shape = _quantity(report, change.quantity) or {}
    return {**shape, "basis": change.basis, "against": change.against, "form": change.form}


def _check(check: Check) -> dict[str, object]:
    return {
        "kind": check.kind, "status": check.status, "indicators": list(check.indicators),
        "message": check.message, "stated": [number(bound) for bound in check.stated],
        "computed": [number(bound) for bound in check.computed], "unit": check.unit,
        "span": list(check.span), "certainty": check.certainty,
    }  # fmt: skip


def number(value: Decimal) -> int | float:
    """A JSON number: whole where the value is whole.

    >>> number(Decimal("3010000")), number(Decimal("14.90"))
    (3010000, 14.9)
    """
    return int(value) if value == value.to_integral_value() else float(value)
