"""Changes whose reference stands before another number, or before a bracket."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract.clauses import Cell, Figure
from pipeline.extract.comparison import reference_in
from pipeline.extract.frozen import replace
from pipeline.extract.predicates import Predicate
from pipeline.records import Span

ON_THAT = regex.compile(r"\s*的?(?:这一|该|此)?基础上(?:再|又|继续|进一步)*\s*")
_MOST_BRACKETED = 40  # clauses of a bracket, and more


def past_number(view: str, before: Figure, said: Predicate) -> Predicate:
    """比年初预算1500万元|减少9.2%: give a change the reference whose size is told before it.

    上年增长7%的|基础上再|增长6%: what stands between says nothing of what grew.
    """
    if said.role == "change" and ON_THAT.fullmatch(view, *said.subject):
        return replace(said, subject=Span(said.subject.end, said.subject.end))
    if said.basis or said.role != "change" or said.subject.end > said.subject.start:
        return said
    return _against(view, before.left, said)


def past_bracket(view: str, cells: Sequence[Cell], index: int, said: Predicate) -> Predicate:
    """比年初预算数（1500万元）|减少9.2%: give a change the reference before the bracket."""
    if cells[index].opener != "）" or said.basis or said.role != "change":
        return said
    near = cells[max(0, index - _MOST_BRACKETED) : index]
    before = next((cell for cell in reversed(near) if not cell.bracketed), None)
    return said if before is None or before.figures else _against(view, before.span, said)


def _against(view: str, span: Span, said: Predicate) -> Predicate:
    found = reference_in(view, span)
    if found is None:
        return said
    basis, at = found
    return replace(said, basis=basis, against=None if basis == "yoy" else at)
