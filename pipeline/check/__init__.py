"""check: do the numbers of a report agree with each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from heapq import merge
from itertools import chain

from pipeline.check.added import added
from pipeline.check.alike import alike
from pipeline.check.amounts import amounts
from pipeline.check.behind import told_behind
from pipeline.check.changes import changes
from pipeline.check.identities import identities
from pipeline.check.means import means
from pipeline.check.parts import groups, parts
from pipeline.check.same import linked, table_vs_text
from pipeline.check.shares import shares
from pipeline.check.structure import structure
from pipeline.check.tables import in_table, tables
from pipeline.records import Check, Indicator, Packed, Span

__all__ = ["check", "linked"]


def check(text: str, indicators: Packed[Indicator]) -> Packed[Check]:
    """Every place of a report where numbers can be held against each other, in text order.

    The tables are gone through one by one: of very many numbers, those of one table are held.
    """
    in_text = _in_order(_of_text(text, indicators))
    in_tables = chain.from_iterable(map(partial(_of_table, text), tables(indicators)))
    return Packed(Check, merge(in_text, in_tables, key=_place))


def _of_table(text: str, table: Sequence[Indicator]) -> list[Check]:
    return _in_order([*changes(text, table), *in_table(text, table)])


def _of_text(text: str, indicators: Packed[Indicator]) -> list[Check]:
    told = [one for one in indicators.loose if one.cell is None]
    wholes = list(groups(text, told))
    return [
        *changes(text, told),
        *parts(text, told, wholes),
        *identities(text, told),
        *shares(text, told, wholes),
        *added(text, told),
        *alike(text, told),
        *amounts(text, told),
        *told_behind(text, told),
        *means(text, told),
        *structure(text),
        *table_vs_text(text, indicators),
    ]


def _in_order(found: Sequence[Check]) -> list[Check]:
    return sorted(_once(found), key=_place)


def _place(one: Check) -> tuple[Span, str]:
    return one.span, one.kind


def _once(found: Sequence[Check]) -> list[Check]:
    """Each relation once: a sum may be told by 其中 and follow from the lexicon as well."""
    kept: dict[tuple[str, tuple[str, ...], tuple[int, int]], Check] = {}
    for one in found:
        kept.setdefault((one.kind, tuple(sorted(set(one.indicators))), one.span), one)
    return list(kept.values())
