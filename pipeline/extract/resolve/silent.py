"""Levels that say nothing of their own: ，达到9680亿斤, ，总计达到1.17亿, 折1891亿美元."""

from __future__ import annotations

import regex

from pipeline.extract import beside, names
from pipeline.extract.mentions import Mention
from pipeline.extract.resolve import naming, shares
from pipeline.extract.resolve.state import Setting, State
from pipeline.lexicon.units import of_kind
from pipeline.patterns import clauses as c
from pipeline.patterns.causes import AFFECTED_BY
from pipeline.records import Span

# 出勤率92.5%，其中|受流感影响仅|89.8%
_AFFECTED = regex.compile(rf"{AFFECTED_BY}[仅只]?")
# 折|1891亿美元: the same in another currency
CONVERTED = regex.compile(r"(?:折合?|约合|合|相当于)(?:人民币)?")
TOTAL = regex.compile(r"(?:达|总数|总量|总规模|累计|总里程|总数达|总量达|达到|共)*")

_LONGEST_PREPOSITION = 2


def says_nothing(
    setting: Setting, state: State, lead: Mention, subject: Span, behind: Span
) -> bool:
    """Tell whether a level has no words of its own: ，达到9680亿斤, ，总计达到1.17亿."""
    if lead.said.grown or names.words_behind(setting.view, behind):
        return False
    if naming.per_head(setting, state, lead) or shares.whole_before(setting.sentence, lead):
        return False
    text = setting.sentence.text(subject)
    if state.last and _AFFECTED.fullmatch(text):
        return True  # 出勤率92.5%，其中上学期受流感影响仅|89.8%
    if not text and _counts_others(setting, state, lead):
        return False
    if not text or (len(text) <= _LONGEST_PREPOSITION and c.PREPOSITION_TAIL.fullmatch(text)):
        return True
    last = state.last
    if last is None:
        return False
    return bool(CONVERTED.fullmatch(text)) or (last.increment and bool(TOTAL.fullmatch(text)))


def _counts_others(setting: Setting, state: State, lead: Mention) -> bool:
    """Tell whether a count is of what the clause before names, for the last has another unit.

    网格达到12个，发动教师担任楼栋长，由去年底的61名增加到|84名|.
    """
    last, unit = state.last, lead.unit
    counts = of_kind("count")
    if last is None or last.value is None or not state.bases or lead.position > 1:
        return False
    if last.value.unit == unit or not {last.value.unit, unit} <= counts:
        return False
    return bool(beside.pending(setting.sentence, state.bases[0]))
