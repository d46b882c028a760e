"""The JSON of a document into records."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline.document.record import Document
from pipeline.document.stored import REMEDY, content
from pipeline.errors import ReadError
from pipeline.records import (
    Cell,
    Change,
    Check,
    Evidence,
    Indicator,
    Quantity,
    Rank,
    Region,
    Section,
    Span,
)


def load(path: Path) -> Document:
    """Load one document. Raises ``ReadError`` where the file is no document of this version."""
    return loaded(path, content(path, exact=True))


def parsed(shape: Mapping[str, Any], *, path: Path) -> Document:
    """Make a record of a document in plain Python objects, such as ``emit`` makes.

    Raises ``ReadError`` where it is none of this version.
    """
    return loaded(path, json.loads(json.dumps(shape), parse_float=Decimal))


def loaded(path: Path, shape: Mapping[str, Any]) -> Document:
    """Make the record of a document that was read from ``path``. Raises ``ReadError``."""
    try:
        return _document(path, shape)
    except (ValueError, KeyError, TypeError) as fault:
        raise ReadError("不是完整的 workreport 输出", place=str(path), remedy=REMEDY) from fault


def _document(path: Path, content: Mapping[str, Any]) -> Document:
    report = content["report"]
    return Document(
        path=path,
        source=content["source"]["path"],
        title=report["title"],
        issuer=report["issuer"],
        region=Region(**report["region"]) if report["region"] else None,
        review_year=report["review_year"],
        plan_year=report["plan_year"],
        text=content["text"],
        passages=tuple(Span(*passage["span"]) for passage in content["passages"]),
        indicators=tuple(_indicator(one) for one in content["indicators"]),
        checks=tuple(_check(one) for one in content["checks"]),
        sections=tuple(_section(one) for one in content["sections"]),
    )


def _section(shape: Mapping[str, Any]) -> Section:
    plain = {key: shape[key] for key in ("id", "level", "marker", "title", "parent")}
    return Section(**plain, span=Span(*shape["span"]))


_PLAIN = ("id", "passage", "name", "topic", "scope", "period", "modality", "canonical", "code")


def _indicator(shape: Mapping[str, Any]) -> Indicator:
    rank = shape["rank"]
    return Indicator(
        **{key: shape[key] for key in _PLAIN},
        value=_quantity(shape["value"]),
        base=_quantity(shape["base"]),
        changes=tuple(_change(change) for change in shape["changes"]),
        rank=Rank(_there(rank), rank["among"]) if rank else None,
        cell=Cell(**shape["cell"]) if shape["cell"] else None,
        part_of=shape.get("part_of"),
        same_as=shape.get("same_as"),
        evidence=tuple(Evidence(e["part"], Span(*e["span"]), e["rule"]) for e in shape["evidence"]),
        confidence=float(shape["confidence"]),
    )


def _change(shape: Mapping[str, Any]) -> Change:
    return Change(_there(shape), shape["basis"], shape["against"], shape["form"])


def _there(shape: Mapping[str, Any]) -> Quantity:
    return Quantity(
        Span(*shape["span"]),
        Decimal(shape["low"]),
        Decimal(shape["high"]),
        shape["unit"],
        shape["bound"],
        shape.get("period"),
    )


def _quantity(shape: Mapping[str, Any] | None) -> Quantity | None:
    return None if shape is None else _there(shape)


def _check(shape: Mapping[str, Any]) -> Check:
    stated, computed = (
        (Decimal(shape[key][0]), Decimal(shape[key][1])) for key in ("stated", "computed")
    )
    said = shape["kind"], shape["status"], tuple(shape["indicators"]), shape["message"]
    return Check(*said, stated, computed, shape["unit"], Span(*shape["span"]), shape["certainty"])
