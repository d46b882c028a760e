"""What a part takes from its whole in a column beside it: the name, the unit, that it is a part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.patterns import counted_things as c
from pipeline.patterns import heads as p
from pipeline.tabulate.head import Head

_END = 2  # characters in which a part and its whole are alike
_NEAR = 4  # levels before a part of which one may be its whole


def shared_units(heads: dict[int, Head]) -> dict[int, Head]:
    """The heads, where a part has the name and the unit of its whole beside it, below one head:
    企业数 | （个）| #亏损企业; 在校生数 | 合计（人）| 女生."""
    found: dict[int, Head] = {}
    whole: Head | None = None
    before: Head | None = None  # the last level that is not inside another
    outer: list[Head] = []
    levels = [head for head in heads.values() if head.role == "level"]
    some = any(head.unit is None for head in levels)
    for column, head in heads.items():
        if head.role == "level":
            head = _of_whole(head, _alike(head, outer) or before)
            if head.unit is not None:
                whole = head = replace(head, apart=some)
            elif whole and _is_in_its_unit(head, whole, before):
                head = replace(head, unit=whole.unit)
            before = before if head.within else head
            outer += [] if head.within else [head]
        found[column] = head
    return found


def averages(heads: dict[int, Head]) -> dict[int, Head]:
    """The heads, what is so much a head in the unit of the column that it is a mean of: 时长（小时） |
    人均时长."""
    units = {str(head.measure): head.unit for head in heads.values() if _is_amount(head)}
    return {
        column: replace(head, unit=units.get(c.MEAN.sub("", head.measure)))
        if head.role == "level" and head.unit is None and c.MEAN.match(head.measure)
        else head
        for column, head in heads.items()
    }


def _is_amount(head: Head) -> bool:
    return head.role == "level" and bool(head.measure) and head.unit is not None


def parts_go_on(heads: dict[int, Head]) -> dict[int, Head]:
    """The heads, what ends as a part before it does as a part too: 其中：刑事类 | 治安类 | 纠纷类."""
    found: dict[int, Head] = {}
    part: Head | None = None
    for column, head in heads.items():
        bare = head.role == "level" and head.unit is None and head.measure
        if part and bare and head.measure[-1:] == part.measure[-1:]:
            head = replace(head, within=True)
        found[column] = head
        part = head if bare and head.within else None
    return found


def _alike(head: Head, outer: Sequence[Head]) -> Head | None:
    """The last of a few levels before a part that measures the same: 播种面积 | 产量 | 其中：小麦面积."""
    end = str(head.measure)[-_END:]
    near = reversed(outer[-_NEAR:]) if head.within and len(end) == _END else ()
    return next((one for one in near if one.measure.endswith(end)), None)


def _of_whole(head: Head, before: Head | None) -> Head:
    """A head with what the level ``before`` measures as its whole, and when, where it is inside
    that and does not say so."""
    if before is None or not head.within:
        return head
    if head.when is None and not head.modality:  # 2025年底总里程 | 其中：硬化
        head = replace(head, when=before.when, modality=before.modality, meant=before.meant)
    if p.GENERIC.fullmatch(before.measure):
        return head
    return head if before.measure in head.measure else replace(head, whole=before.measure)


def _is_in_its_unit(head: Head, whole: Head, before: Head | None) -> bool:
    """Whether a column has the unit of its whole, and no other that its name ends in: not 人次 |
    其中：集体访批次."""
    said = c.COUNT.search(head.measure)
    persons = whole.unit is not None and whole.unit.name == "名"
    if said and whole.unit and said["unit"] != ("人" if persons else whole.unit.name):
        return False
    return _is_part(head, whole) or _is_inside(head, whole, before)


def _is_part(head: Head, whole: Head) -> bool:
    return (
        head.top == whole.top
        and head.measure != whole.measure != ""
        and head.measure.startswith(whole.measure)
        and p.RATIO_NAME.search(head.measure) is None
    )


def _is_inside(part: Head, whole: Head, before: Head | None) -> bool:
    """Whether a column is 其中： of the one before and may have its unit: no sum of money
    among men, no rate."""
    if not part.within or before is None or before.unit is not whole.unit:
        return False
    if p.RATIO_NAME.search(part.measure):
        return False
    money = whole.unit is not None and whole.unit.kind == "money"
    return money or c.MONEY.search(part.measure) is None
