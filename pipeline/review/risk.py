"""What to look at first: a figure whose check failed, then one whose name is less sure, then the
order of the text; each with the reason in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.check.english import in_language
from pipeline.english import Lang
from pipeline.extract.grammar import glosses
from pipeline.review.decisions import parts
from pipeline.review.marks import steps
from pipeline.review.words import page_words, speaker

# of the labelled figures 0.17 to 0.23 lie below, and among them two thirds of the mistakes
SURE = 0.93

SEEN = 0.9  # read in a picture with less, a passage is looked at


@dataclass(frozen=True, slots=True)
class Risk:
    """The state the machine leaves an indicator in (``failed``, ``review`` or ``auto``), the
    reasons in words, and the kinds of the checks that failed.
    """

    state: str
    reasons: tuple[str, ...]
    checks: tuple[str, ...]


def risks(document: Mapping[str, Any], lang: Lang = "zh") -> dict[str, Risk]:
    """The risk of every indicator, by id, riskiest first; the reasons in a language."""
    failed: dict[str, list[Mapping[str, Any]]] = {}
    document = in_language(document, lang)
    for check in document.get("checks") or ():
        if check.get("status") == "contradiction":
            for id in check.get("indicators") or ():
                failed.setdefault(id, []).append(check)
    passages = {passage["id"]: passage for passage in document["passages"]}
    found = {
        i["id"]: _risk(
            document["text"], i, passages.get(i["passage"], {}), failed.get(i["id"], []), lang
        )
        for i in document["indicators"]
    }
    sure = {indicator["id"]: indicator["confidence"] for indicator in document["indicators"]}
    rank = {"failed": 0, "review": 1, "auto": 2}
    return dict(
        sorted(
            found.items(),
            key=lambda item: (
                rank[item[1].state],
                sure[item[0]] if item[1].state == "review" else 0,
            ),
        )
    )


def _risk(
    text: str, indicator: Mapping[str, Any], passage: Mapping[str, Any],
    failed: list[Mapping[str, Any]], lang: Lang,
) -> Risk:  # fmt: skip
    t, known, kinds = speaker(lang), glosses(), page_words(lang)["checks"]
    reasons = [
        t("{}：{}", kinds.get(check["kind"], check["kind"]), check.get("message") or t("未说明"))
        for check in failed
    ]
    adrift = [
        part["text"] for _, part in parts(indicator) if text[slice(*part["span"])] != part["text"]
    ]
    if adrift:
        reasons.append(t("无出处：原文该位置不是“{}”", "”“".join(adrift)))
    look = []
    if indicator["confidence"] < SURE:
        rules = [t(known.get(rule, rule)) for rule in steps(indicator, "name")]
        look.append(t("{}（可信 {}）", t("；").join(rules), f"{indicator['confidence']:.2f}"))
    if indicator["period"] is None:
        look.append(t("没有找到时期"))
    seen = passage.get("recognised", {}).get("confidence", 1.0)
    if seen < SEEN:
        look.append(t("识别自图片，把握不大（{}）", f"{seen:.2f}"))
    if passage.get("unsure"):
        look.append(t("所在段落的类别不确定（{}）", f"{passage['confidence']:.2f}"))
    state = "failed" if reasons else "review" if look else "auto"
    return Risk(
        state,
        (*reasons, *look),
        tuple(dict.fromkeys(["ungrounded"] * bool(adrift) + [check["kind"] for check in failed])),
    )
