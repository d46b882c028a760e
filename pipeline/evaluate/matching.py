"""Which extracted figure is which labelled one, and whether its number and its name are right."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.patterns.page import NOT_WORD

_UNITS = {
    "㎡": "平方米", "m²": "平方米", "平米": "平方米", "km": "公里", "千米": "公里", "kw": "千瓦",
    "％": "%", "百分比": "%", "个百分点": "百分点", "pp": "百分点", "人民币元": "元", "名": "人", "位次": "位", "名次": "位",
}  # fmt: skip
Figure = tuple[str, dict[str, Any], dict[str, Any], "list[int] | None"]


def figures_of(output: dict[str, Any]) -> Iterator[Figure]:
    """The figures of a document: (role, quantity, indicator, span of the value it belongs to)."""
    for indicator in output["indicators"]:
        value = indicator["value"]
        if value:
            yield "value", value, indicator, None
        if indicator["base"]:
            yield "value", indicator["base"], indicator, None
        span = value["span"] if value else None
        for change in indicator["changes"]:
            yield "change", change, indicator, span
        if indicator["rank"]:
            yield "rank", indicator["rank"], indicator, span


def matched(predicted: Sequence[Figure], wanted: Sequence[dict[str, Any]]) -> dict[int, int]:
    """Which predicted figure is which labelled one: same role first, then the larger overlap."""
    candidates = sorted(
        (
            (n, found[0] == want["role"], i, g)
            for i, found in enumerate(predicted)
            for g, want in enumerate(wanted)
            if (n := overlap(found[1]["span"], want["span"]))
        ),
        key=lambda c: (-c[1], -c[0]),
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, g in candidates:
        if i not in pairs and g not in taken:
            pairs[i] = g
            taken.add(g)
    return pairs


def overlap(a: Sequence[int], b: Sequence[int]) -> int:
    """How many characters two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def same_quantity(found: dict[str, Any], want: dict[str, Any]) -> bool:
    """Tell whether the numbers are the same, in the same unit."""
    return (
        _same_number(found["low"], want["low"])
        and _same_number(found["high"], want.get("high", want["low"]))
        and _unit(found["unit"]) == _unit(want["unit"])
    )


def _same_number(a: float | None, b: float | None) -> bool:
    return a is not None and b is not None and abs(a - b) <= max(0.005, 1e-6 * abs(b))


def _unit(unit: str) -> str:
    unit = unicodedata.normalize("NFKC", unit or "").strip().lower()
    return _UNITS.get(unit, unit)


def _plain_name(name: str) -> str:
    return NOT_WORD.sub("", unicodedata.normalize("NFKC", name or "").lower())


def name_matches(found: str, want: dict[str, Any]) -> bool:
    """Equal to the name, its core or an alias; or holding the core with little that the name lacks;
    or nearly the name.
    """
    p = _plain_name(found)
    accepted = [_plain_name(n) for n in (want["name"], want["core"], *want.get("alias", ()))]
    if not p or p in accepted:
        return bool(p)
    core = accepted[1]
    for name in (accepted[0], *accepted[2:]):
        common = _common(p, name)
        if (core in p and common / len(p) >= 0.6) or common / max(len(p), len(name)) >= 0.75:
            return True
    return False


def _common(a: str, b: str) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for x in a:
        previous = 0
        for j, y in enumerate(b, 1):
            kept = row[j]
            row[j] = previous + 1 if x == y else max(kept, row[j - 1])
            previous = kept
    return row[-1]
