"""check: do the numbers of a report agree with each other."""

from __future__ import annotations

from collections.abc import Sequence

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
from pipeline.check.tables import in_tables
from pipeline.records import Check, Indicator

__all__ = ["check", "linked"]


def check(text: str, indicators: Sequence[Indicator]) -> tuple[Check, ...]:
    """Every place of a report where numbers can be held against each other, in text order."""
    told = [one for one in indicators if one.cell is None]
    wholes = list(groups(text, told))
    found = [
        *changes(text, indicators),
        *parts(text, told, wholes),
        *identities(text, told),
        *shares(text, told, wholes),
        *added(text, told),
        *alike(text, told),
        *amounts(text, told),
        *told_behind(text, told),
        *means(text, told),
        *structure(text),
        *in_tables(text, indicators),
        *table_vs_text(text, indicators),
    ]
    return tuple(sorted(_once(found), key=lambda one: (one.span, one.kind)))


def _once(found: Sequence[Check]) -> list[Check]:
    """Each relation once: a sum may be told by 其中 and follow from the lexicon as well."""
    kept: dict[tuple[str, tuple[str, ...], tuple[int, int]], Check] = {}
    for one in found:
        kept.setdefault((one.kind, tuple(sorted(set(one.indicators))), one.span), one)
    return list(kept.values())
