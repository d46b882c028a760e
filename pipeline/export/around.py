"""The columns of a row that are not read in its figure: its report, section, checks and review."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from pipeline.export.columns import Row
from pipeline.export.figures import figures
from pipeline.export.identity import doc_id

_WORST_FIRST = ("contradiction", "cannot_tell", "consistent")


def report_columns(document: Mapping[str, Any]) -> Row:
    """The columns that say which report a row is from."""
    report, source = document["report"], document["source"]
    region = report["region"] or {"code": None, "name": None}
    return {
        "doc_id": doc_id(document), "source_path": source["path"],
        "source_sha256": source["sha256"],
        "report_title": report["title"], "issuer": report["issuer"],
        "published": report["published"], "REF_AREA": region["code"],
        "ref_area_name": region["name"],
    }  # fmt: skip


def section_paths(sections: list[Mapping[str, Any]]) -> dict[str, str]:
    """``一、工作回顾 / （一）…`` for each section."""
    paths: dict[str, str] = {}
    for section in sections:
        own = " ".join((section["marker"] + section["title"]).split())
        above = paths.get(section["parent"] or "")
        paths[section["id"]] = f"{above} / {own}" if above else own
    return paths


def check_columns(checks: list[Mapping[str, Any]]) -> dict[str, Row]:
    """For each indicator the worst status of its checks, and what they say."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for check in checks:
        rank = _WORST_FIRST.index(check["status"].replace(" ", "_"))
        for indicator in check["indicators"]:
            found[indicator].append((rank, check["message"]))
    return {
        key: {
            "check_status": _WORST_FIRST[min(each)[0]],
            "check_detail": "；".join(said for _, said in sorted(each)),
        }
        for key, each in found.items()
    }


def review_columns(indicator: Mapping[str, Any], role: str, figure: Mapping[str, Any]) -> Row:
    """What a person decided, and the number that the machine had at this place, or else in this
    role; all empty until someone did.
    """
    review = indicator.get("review") or {}
    had = (
        [part for part in figures(review["machine"]) if part[0] == role]
        if review.get("machine")
        else []
    )
    machine = next(
        (part for _, part in had if part["span"] == figure["span"]),
        had[0][1] if len(had) == 1 else None,
    )
    said = (
        None
        if machine is None
        else "–".join(dict.fromkeys((f"{machine['low']}", f"{machine['high']}")))
    )
    return {
        "review_status": review.get("review_status"),
        "reviewer": review.get("reviewer"),
        "reviewed_at": review.get("reviewed_at"),
        "value_machine": said,
    }
