"""The one of two that 前者 and 后者 mean: 门诊量86万人次，住院量3.2万人次，|前者|下降2.1%."""

from __future__ import annotations

import regex

from pipeline.extract.enumerations import split
from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.extract.resolve.state import Setting, State
from pipeline.patterns import clauses as c

WHICH = regex.compile(r"\s?(?:其中[，,]?)?(?P<which>[前后])者(?!提)")
_PAIR = 2


def meant_row(setting: Setting, state: State, mention: Mention) -> int | None:
    """Find the row that a change is of, of the last two that say a level; None for other words."""
    which = WHICH.match(setting.view, *mention.subject)
    levels = [at for at, row in enumerate(state.rows) if row.value or row.rank]
    if which is None or len(levels) < _PAIR:
        return None
    return levels[-_PAIR:][which["which"] == "后"]


def meant_item(setting: Setting, state: State, mention: Mention) -> Phrase:
    """Give the item that a part is of, of the last name that joins two; NOTHING for other words.

    生活补贴和护理补贴2846万元，其中|前者|1208万元.
    """
    which = WHICH.match(setting.view, *mention.subject)
    if which is None:
        return NOTHING
    names = (split(row.name, c.COORDINATION) for row in reversed(state.recent))
    pair = next((items for items in names if len(items) == _PAIR), None)
    return pair[which["which"] == "后"].by("former_latter") if pair else NOTHING
