"""What the pipeline sees in one sentence: numerals with their rules, indicators with where their
names came from.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from pipeline.canonical import canonical
from pipeline.emit import indicator_shape, number
from pipeline.extract import extract
from pipeline.read import read_text
from pipeline.reading import as_read, as_written
from pipeline.segment import segment


def explanation(text: str) -> dict[str, Any]:
    """``{"text", "numerals": [{"text","span","value","unit","kind","rule"}], "indicators":
    [...]}``.

    ``value`` is the plain number (the lower one of a range gets ``high`` beside it);
    percentages and percentage points keep their face value with unit ``%``.
    Years said in the sentence are resolved; 今年 and 去年 are not, for want of a report.
    """
    if not text.strip():
        return {"text": text, "numerals": [], "indicators": []}
    report = dataclasses.replace(read_text(text), furniture=())
    numerals, indicators = as_written(extract(segment(as_read(report))), report)
    shapes = []
    for n in numerals:
        shape: dict[str, Any] = {
            "text": text[n.span.start : n.span.end],
            "span": list(n.span),
            "value": number(n.low),
            "unit": "%" if n.unit == "百分点" else n.unit,
            "kind": n.kind,
            "rule": n.rule,
        }
        if n.high != n.low:
            shape["high"] = number(n.high)
        shapes.append(shape)
    return {
        "text": text,
        "numerals": shapes,
        "indicators": [indicator_shape(report, i) for i in canonical(indicators)],
    }
