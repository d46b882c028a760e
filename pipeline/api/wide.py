"""One indicator a row: its value, its changes side by side, its rank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pipeline.export.identity import doc_id

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.api.document import Document
    from pipeline.english import Lang

# name in English, name in Chinese, type
COLUMNS = (
    ("doc_id", "报告编号", "string"), ("issuer", "发布单位", "string"),
    ("region_code", "地区代码", "string"), ("indicator_id", "指标序号", "string"),
    ("name", "指标", "string"), ("topic", "所属", "string"), ("canonical", "规范名", "string"),
    ("code", "指标代码", "string"), ("scope", "范围", "string"), ("period", "时期", "string"),
    ("modality", "实际或目标", "string"), ("value", "数值", "float64"),
    ("value_high", "数值上限", "float64"), ("unit", "单位", "string"),
    ("bound", "限定", "string"), ("base", "基期值", "float64"), ("yoy", "同比", "float64"),
    ("yoy_unit", "同比单位", "string"), ("yoy_difference", "同比增减", "float64"),
    ("yoy_difference_unit", "同比增减单位", "string"), ("other_changes", "其他变化", "string"),
    ("rank", "位次", "Int64"), ("among", "位次范围", "string"), ("confidence", "可信", "float64"),
    ("label", "段落类别", "string"), ("sentence", "原句", "string"),
)  # fmt: skip
_WORDS = {
    "modality": {"actual": "实际", "target": "目标"},
    "bound": {"exact": "等于", "approx": "约", "min": "不低于", "max": "不超过", "range": "区间"},
    "label": {"achievement": "成绩", "measure": "举措", "target": "目标", "problem": "问题", "other": "其他"},
}  # fmt: skip


def wide_frame(documents: Sequence[Document], lang: Lang) -> pd.DataFrame:
    """Make the table of ``documents``."""
    import pandas as pd

    found = [row for one in documents for row in rows(one.content)]
    frame = pd.DataFrame(found, columns=[name for name, _, _ in COLUMNS])
    frame = frame.astype({name: kind for name, _, kind in COLUMNS})
    if lang == "en":
        return frame
    for name, words in _WORDS.items():
        frame[name] = frame[name].map(words, na_action="ignore").astype("string")
    return frame.rename(columns={name: title for name, title, _ in COLUMNS})


def rows(content: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Give the rows of one JSON document, as plain Python objects."""
    report, passages = content["report"], {one["id"]: one for one in content["passages"]}
    shared = {
        "doc_id": doc_id(content),
        "issuer": report["issuer"],
        "region_code": report["region"]["code"] if report["region"] else None,
    }
    for one in content["indicators"]:
        passage = passages[one["passage"]]
        yield {
            **shared,
            **{key: one[key] for key in _PLAIN},
            "indicator_id": one["id"],
            **_value(one),
            **_changes(one["changes"]),
            "rank": one["rank"]["low"] if one["rank"] else None,
            "among": one["rank"]["among"] if one["rank"] else None,
            "label": passage["label"],
            "sentence": passage["text"].strip(),
        }


_PLAIN = ("name", "topic", "canonical", "code", "scope", "period", "modality", "confidence")


def _value(one: Mapping[str, Any]) -> dict[str, Any]:
    value, base = one["value"] or {}, one["base"] or {}
    return {
        "value": value.get("low"),
        "value_high": value.get("high") if value.get("high") != value.get("low") else None,
        "unit": value.get("unit"),
        "bound": value.get("bound"),
        "base": base.get("low"),
    }


def _changes(changes: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Put the first rate and the first difference against the year before in columns of their own.
    """
    found: dict[str, Any] = {}
    others = []
    for change in changes:
        name = "yoy" if change["form"] == "rate" else f"yoy_{change['form']}"
        if change["basis"] != "yoy" or change["form"] == "multiple" or name in found:
            others.append(f"{change['basis']} {change['low']:+g}{change['unit']}")
            continue
        found |= {name: change["low"], f"{name}_unit": change["unit"]}
    return found | {"other_changes": "; ".join(others) or None}
