"""Of each what a figure is said: 小麦|每斤|提高3分, 基础养老金|每人每月|提高10元.

Said behind the subject it is no part of the thing, and a row that lacks it says something else. All
items of a list that leave it out have it: as their scope while topics are sought, and of levels in
the end at the end of their names (养护资金|每公里). Each of places (每个县) stays the scope.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.acting_places import EACH
from pipeline.extract.frozen import replace
from pipeline.extract.mentions import LIST_OPENERS, Sentence
from pipeline.extract.phrase import NOTHING, Phrase, take
from pipeline.extract.row import Row


def with_each(rows: Sequence[Row], sentence: Sentence) -> list[Row]:
    """Give rows without a scope what each of them is counted over."""
    found, each = [], NOTHING
    for row in rows:
        each = _each(row, sentence, each)
        found.append(replace(row, scope=each) if each and not row.scope else row)
    return found


def named_over(row: Row) -> Row:
    """Give a row whose name says of each what its level is: 低保标准|每月.

    How far something moved keeps that beside its name: 小麦 (每斤) 提高3分.
    """
    each = row.scope
    if each is None or each.last_rule != "each" or row.value is None:
        return row
    name = row.name if str(each) in row.name else row.name + each
    return replace(row, name=name, scope=None)


def _each(row: Row, sentence: Sentence, before: Phrase) -> Phrase:
    """Take of each what a figure is said: 早籼稻、粳稻|每斤|分别提高3分、5分."""
    if span := row.mention.said.cue("each"):
        return take(sentence.view, span, "each")
    if row.scope and row.scope.last_rule == EACH:
        return row.scope
    if before.last_rule == EACH:  # 每个县建设粮油加工厂2家、|标准化屠宰场|1个
        return before if row.mention.opener in LIST_OPENERS else NOTHING
    gapped = row.mention.opener in LIST_OPENERS and not row.mention.subject_said
    return before if gapped else NOTHING
