"""Numbers and codes of a document as people read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.cli.language import _

LABELS = {
    "achievement": "成绩",
    "measure": "举措",
    "target": "目标",
    "problem": "问题",
    "other": "其他",
}
BASES = {
    "yoy": "同比",
    "previous_period": "环比",
    "annual_average": "年均",
    "base": "较基期",
    "peer": "较他方",
    "plan": "较计划",
}
TAKEN = {
    "figure": "指标数字",
    "date": "日期",
    "time": "时刻",
    "duration": "时长",
    "ordinal": "序号",
    "name": "名称的一部分",
    "word": "词的一部分",
    "slogan": "提法",
    "class": "规格、档次",
    "count": "列举、描述",
    "number": "其他数字",
}  # what a numeral is taken for
_BOUNDS = {"exact": "", "approx": "约", "min": "≥", "max": "≤", "range": ""}


def quantity(shape: Mapping[str, Any], *, signed: bool = False) -> str:
    """Write a number for people: 301万起, ≥51%, +14.9%, 2–3个.

    The bound of a change speaks of its size, so a fall of 10% or more is 降≥10%.
    """
    low, high = shape["low"], shape["high"]
    if signed and low == high == 0:
        return _("基本持平" if shape["bound"] == "approx" else "持平")
    bound = _(_BOUNDS[shape["bound"]])
    if signed and (bound or low != high):
        bound, low, high = _("降" if low < 0 else "增") + bound, *sorted((abs(low), abs(high)))
    elif signed and low > 0:
        bound = "+"
    return (
        f"{bound}{plain(low)}–{plain(high)}{shape['unit']}"
        if low != high
        else f"{bound}{plain(low)}{shape['unit']}"
    )


def plain(value: float) -> str:
    """Write 3010000 as 301万, 398 as 398; at most ten significant digits after the magnitude."""
    for factor, word in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")):
        if abs(value) >= factor:
            return f"{value / factor:.10g}{word}"
    return f"{value:.10g}"
