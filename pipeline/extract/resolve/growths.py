"""Growths that move themselves, and what they are of: 投资下降9.5%，较上半年|收窄|2.3个百分点."""

from __future__ import annotations

import regex

from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import NOTHING, Phrase, supplied
from pipeline.extract.resolve.state import Setting, State
from pipeline.patterns import clauses as c

# of a fall: not 回落, 加快, which are said of a growth
WIDENS = regex.compile(r"收窄|扩大|缩小|收敛")


def apart(setting: Setting, state: State, lead: Mention) -> Phrase:
    """Name the row of a bare change that is not of the row before; NOTHING for others.

    价格|降幅扩大1个百分点，环比|下降0.7%: what fell; 投资|下降9.5%，收窄2.3个百分点: its fall.
    """
    if state.rows and lead.unit == "%" and all(row.of_growth for row in state.rows):
        return state.rows[-1].name.without(c.RATE).by("inherited")
    return _of_a_fall(setting, state, lead)


def _of_a_fall(setting: Setting, state: State, lead: Mention) -> Phrase:
    """Name what widens or narrows where something fell: 投资下降9.5%，较上半年|收窄|2.3个百分点: 投资降幅."""
    last = state.last
    verb = lead.said.cue("moved")
    if lead.unit != "百分点" or verb is None or last is None or state.rows[-1] is not last:
        return NOTHING
    if not WIDENS.match(setting.view, *verb) or not last.changes:
        return NOTHING
    rates = [change.quantity for change in last.changes if change.form == "rate"]
    if not rates or rates[-1].high >= 0 or rates[-1].unit != "%":
        return NOTHING
    return last.name.by("inherited") + supplied("降幅", verb.start, "fall_of_a_rate")
