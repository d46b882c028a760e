"""Rows of what something is set beside: the goal it had, or what it is elsewhere."""

from __future__ import annotations

import regex

from pipeline.extract import names, subjects
from pipeline.extract.frozen import replace
from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import NOTHING, Phrase, take
from pipeline.extract.resolve.continued import sized
from pipeline.extract.resolve.state import Setting, State
from pipeline.extract.row import Row, related, signed
from pipeline.patterns import clauses as c
from pipeline.records import Basis, Change, Span

# 全省|平均水平|: where that is, without what is said of it there
OF_THERE = regex.compile(r"(?:的)?(?:平均|均值|水平|[值数])+$")
COMPARANDS = "comparand"  # the rule of what a figure is set beside


def with_comparand(setting: Setting, state: State, mention: Mention) -> State | None:
    """Place the size of what a figure is set beside, in a row of its own; None where of nothing.

    生产总值增长6.2%，低于|7%的年度目标|0.8个百分点: aimed at, beside what was reached.
    """
    comparand = mention.comparand
    if comparand is None:
        return None
    head = setting.sentence.head(mention.subject)
    own = Span(head.start, mention.subject.end)
    nothing = Span(own.end, own.end)
    name = names.compose(setting.view, own, nothing, setting.sentence.edges)
    known = _spoken_of(state, name)
    if not name:
        what = known.name.by("inherited") if known else NOTHING
        name = what or take(setting.view, comparand.words, COMPARANDS)
    scope = None if comparand.aimed else _there(setting, comparand.words)
    if not (scope or comparand.aimed):  # 高于平均水平（51.3%）: no place tells them apart
        name += take(setting.view, comparand.words, COMPARANDS)
    goal = comparand.words if comparand.aimed else None
    row = Row(name, scope or head.scope, mention, goal=goal, beside=True)
    grown = known is not None and known.value is None and bool(known.changes)
    if mention.said.role == "change" or (grown and mention.unit == "%"):
        return state.plus([_grown(row, mention, known)])
    return state.plus([sized(setting, row, mention, [mention])])


def _spoken_of(state: State, name: Phrase) -> Row | None:
    """Find the row of what is set beside something: that of its name, else the last."""
    rows = [row for row in state.antecedents if not row.beside]
    if name:
        return next((row for row in rows if related(row.name, name)), None)
    return next(iter(rows), None)


def _there(setting: Setting, words: Span) -> Phrase | None:
    there = subjects.tidy(take(setting.view, words, COMPARANDS)).without(OF_THERE)
    return there if there and not c.COUNT_NOUN.fullmatch(there) else None


def _grown(row: Row, mention: Mention, known: Row | None) -> Row:
    """Give a goal how far something was to move, as it did: 下降2.1%，低于|3.2%的年度目标|."""
    size = signed(mention, [mention])
    moved = known.changes[-1] if known and known.changes else None
    if not mention.said.moved and moved and moved.quantity.high < 0 and size.low > 0:
        size = replace(size, low=-size.high, high=-size.low)
    basis: Basis = mention.said.basis or "yoy"
    if mention.said.basis is None and moved and moved.basis == "annual_average":
        basis = "annual_average"
    return replace(row, changes=(Change(size, basis, form="rate"),), moves=(mention,))
