"""What the head of a column takes from those beside it: an amount beside a rate, a unit
said once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.patterns import heads as p
from pipeline.patterns.head_times import TERM_BEFORE
from pipeline.tables.units import Unit
from pipeline.tabulate.growth import is_of_title
from pipeline.tabulate.head import Head
from pipeline.tabulate.period import Period
from pipeline.tabulate.title import Title

_ANY = "any"  # basis


def paired(heads: dict[int, Head]) -> dict[int, Head]:
    """The heads, where 增减 beside 增减% is an amount."""
    rates = _kinds_of_rates(heads.values())
    return {
        column: replace(head, form="difference") if _is_amount_beside(head, rates) else head
        for column, head in heads.items()
    }


def amounts(heads: dict[int, Head], notes: Sequence[Unit]) -> dict[int, Head]:
    """The heads under 单位：亿元、%, where 增减 is an amount since a day, or beside a change that
    is surely in %: 比年初增减, 同比增长."""
    ratio = [unit.kind in ("ratio", "point") for unit in notes]
    if all(ratio) or not any(ratio):
        return heads
    grown = any(map(_is_grown, heads.values()))
    return {
        column: replace(head, form="difference")
        if (_is_neutral(head) and (grown or _is_of_stock(head))) or _is_since_day(head)
        else head
        for column, head in heads.items()
    }


def _is_of_stock(head: Head) -> bool:
    """Whether a change is since a day, or the last month: 比年初增减, which is one of amounts."""
    return head.basis != "yoy" or "末" in head.compared or "底" in head.compared


def _is_since_day(head: Head) -> bool:
    """Whether a change says only since which day it is: 贷款余额 | 较年初."""
    open_ = head.role == "change" and head.form == "rate" and not head.unit and not head.sure
    return open_ and head.compared.endswith(("初", "末", "底"))


def _is_grown(head: Head) -> bool:
    if head.role != "change":
        return False
    if head.unit is not None:
        return head.unit.kind == "ratio"
    return p.AMOUNT_OR_RATE.search(head.compared) is None and head.form == "rate"


def _is_neutral(head: Head) -> bool:
    """Whether a change says neither by words nor by its numbers that it is an amount or a rate."""
    open_ = head.role == "change" and head.form == "rate" and not head.unit and not head.sure
    return open_ and p.AMOUNT_OR_RATE.search(head.compared) is not None


def peers(heads: dict[int, Head]) -> dict[int, Head]:
    """The heads, 全省 alone behind a growth as that of the province: 本月 | 同比 | 全省 | 位次."""
    found: dict[int, Head] = {}
    peer = _lone_peer(heads.values())
    before: Head | None = None
    when: Period | None = None
    for column, head in heads.items():
        growth = before if before and before.role == "change" else None
        if head is peer and growth and head.unit in (None, growth.unit):
            measure, top = head.measure, head.top
            head = replace(growth, measure=measure, top=top, when=growth.when or when)
        when = head.when if head.role == "level" else when
        before = found[column] = head
    return found


def _lone_peer(heads: Iterable[Head]) -> Head | None:
    """The only head that names an area to compare with, where what is below it may be a rate."""
    places = [head for head in heads if p.PEER.fullmatch(head.measure)]
    if len(places) != 1 or places[0].role != "level":
        return None
    unit = places[0].unit
    return places[0] if unit is None or unit.kind == "ratio" else None


def told_apart(heads: dict[int, Head]) -> dict[int, Head]:
    """The heads, levels of one thing and time that are all planned, or all reached, each with its
    own words for that: 年初预算 | 调整预算."""
    alike: dict[tuple[object, ...], set[str]] = {}
    for head in heads.values():
        if head.role == "level" and head.meant:
            alike.setdefault(_planned(head), set()).add(str(head.meant))
    return {
        column: replace(head, measure=head.measure + head.meant)
        if head.role == "level" and head.meant and len(alike[_planned(head)]) > 1
        else head
        for column, head in heads.items()
    }


def _planned(head: Head) -> tuple[object, ...]:
    when = head.when.written if head.when else ""
    return str(head.measure), when, head.modality, head.unit


def flows(heads: dict[int, Head]) -> dict[int, Head]:
    """The heads, 增加 beside 减少 as what came and what went, and no changes of a level."""
    moved = {column: head for column, head in heads.items() if _is_flow(head)}
    said = {str(head.compared)[:2] for head in moved.values()}
    if len(said) < 2:
        return heads
    return {
        column: replace(head, role="level", measure=head.measure + head.compared, basis=None)
        if column in moved
        else head
        for column, head in heads.items()
    }


def _is_flow(head: Head) -> bool:
    amount = head.unit is None or head.unit.kind not in ("ratio", "point")
    bare = p.FLOW.fullmatch(head.compared) and p.WITHIN_YEAR.fullmatch(head.measure)
    return head.role == "change" and amount and bare is not None


def grown(heads: dict[int, Head], title: Title) -> dict[int, Head]:
    """The heads, those of changes that name nothing with what the level to their left measures,
    for rows in which that has no number."""
    found: dict[int, Head] = {}
    levels: list[Head] = []
    named: dict[str, Head] = {}
    last: Head | None = None
    for column, head in heads.items():
        if _is_own_level(head):
            levels.append(head)
            named[str(head.measure)] = head
        last = last if head.role == "change" else head
        if head.role == "change":
            level = named.get(str(head.measure)) if head.measure else None
            level = level if head.measure else _last_of(head, levels, last, title)
            head = _change_of(head, level) if level else head
        found[column] = head
    return found


def _last_of(
    head: Head, levels: Sequence[Head], last: Head | None, title: Title
) -> Head | None:
    """The last level that a change which names nothing may be of."""
    own = [one for one in levels if one is last or is_of_title(one, head, title)]
    return next((one for one in reversed(own) if not head.is_against(one)), None)


def _is_own_level(head: Head) -> bool:
    """Whether a column has levels of this time that are no parts."""
    back = (head.when and head.when.back) or TERM_BEFORE.search(head.measure)
    return head.role == "level" and not head.within and not back


def _change_of(head: Head, level: Head) -> Head:
    """The head of a change with what it leaves to that of its level to say."""
    return replace(
        head,
        measure=level.measure,
        when=head.when or level.when,
        modality=head.modality or level.modality,
        meant=head.meant or level.meant,
        unit=level.unit if head.form == "difference" and head.unit is None else head.unit,
    )


def _is_rate(head: Head) -> bool:
    return (
        head.role == "change"
        and head.form == "rate"
        and (
            (head.unit is not None and head.unit.kind == "ratio")
            or p.RATE.search(head.compared) is not None
        )
    )


def _kinds_of_rates(heads: Iterable[Head]) -> set[tuple[Period | None, str, str | None]]:
    """When, of what and since when the rates are; each also of anything, and since any time."""
    return {
        (head.when, measure, basis)
        for head in heads
        if _is_rate(head)
        for measure in (head.measure, "")
        for basis in (head.basis, _ANY)
    }


def _is_amount_beside(head: Head, rates: set[tuple[Period | None, str, str | None]]) -> bool:
    """Whether a change is the amount to a rate: of the same thing since the same time, or since
    another (比年初增加 beside 同比增长（%）)."""
    if head.role != "change" or head.unit or head.form != "rate" or head.sure or _is_rate(head):
        return False
    basis = _ANY if p.AMOUNT_OR_RATE.search(head.compared) else head.basis
    return (head.when, head.measure, basis) in rates


def funded(heads: dict[int, Head]) -> dict[int, Head]:
    """The heads, where 差额 beside 全额 is how far the state pays, and no change."""
    if not any(head.measure.endswith("全额") for head in heads.values()):
        return heads
    return {
        column: Head(measure=head.measure + head.compared, when=head.when, top=head.top)
        if head.role == "change" and head.compared == "差额"
        else head
        for column, head in heads.items()
    }
