"""How much and for how much: 数量 | 金额 under the times of a table of what was sold, 出口量 |
出口额."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.extract.phrase import NOTHING, Phrase, supplied
from pipeline.patterns import heads as p
from pipeline.tabulate.head import Head


def are_pairs(heads: Iterable[str]) -> bool:
    """Whether some columns are headed 数量 and others 金额."""
    said = {p.BRACKETS.sub("", head) for head in heads}
    quantity = any(p.QUANTITY_HEAD.fullmatch(head) for head in said)
    return quantity and any(p.SUM_HEAD.fullmatch(head) for head in said)


def traded(head: Head, path: Sequence[Phrase], subject: Phrase) -> Head:
    """A head that says no more than 数量 or 金额, by what the title says was done."""
    last = path[-1].without(p.BRACKETS) if path else NOTHING
    last = head.measure if p.SUM_HEAD.fullmatch(head.measure) else last
    last = head.measure if p.QUANTITY_HEAD.fullmatch(head.measure) else last
    quantity = p.QUANTITY_HEAD.fullmatch(last)
    over = head.measure.removesuffix(last)
    if p.GENERIC.fullmatch(over) is None or not (quantity or p.SUM_HEAD.fullmatch(last)):
        return head
    done = p.TRADED.search(subject)
    if done is None:
        return replace(head, measure=last)
    word = supplied("量" if quantity else "额", last.start, "trade")
    return replace(head, measure=subject[slice(*done.span())] + word)
