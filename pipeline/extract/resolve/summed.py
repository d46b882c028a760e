"""Figures told that the next one sums up: 车险保费3.2亿元、农险保费1.1亿元，|两项合计|占总保费的86%."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract import measures
from pipeline.extract.mentions import LIST_OPENERS, Mention
from pipeline.extract.numbers import value_of
from pipeline.extract.phrase import NOTHING, Phrase, joined, supplied, take
from pipeline.extract.resolve.state import Setting, State
from pipeline.extract.row import Row
from pipeline.records import Span

# |两项合计|占总保费的86%, |二者|近六成, |合计|152万元; not 三项任务, 合计新增
TOGETHER = regex.compile(
    r"\s{0,4}+(?:(?:以上|上述|这)?(?P<count>[两二三四五六七八])(?:[项者类]|部分|大类)"
    r"(?:费用|支出|收入|产业|业务)?(?P<word>合计|共计|总计|相加|之和)?"
    r"|(?P<word>合计|共计|总计)|共(?=占))(?:起来|后|共)?"
    r"(?=(?:同比|[比较与][^，。；]{2,12})?(?:占|约|近|达|为|超|突破|接近|不足|已|增长|下降|增加|减少|上升|降低)|\s*$)"
)
_LONGEST = 36  # characters of a name that lists what was summed up
_MOST = 8


def together(setting: Setting, state: State, lead: Mention) -> Phrase:
    """Name what a figure sums up by what was told before it; NOTHING for other figures."""
    match = TOGETHER.match(setting.view, *lead.figure.left) if not lead.position else None
    if match is None:
        return NOTHING
    count = value_of(match["count"]) if match["count"] else None
    rows = _valued(state)[-int(count) :] if count else _adding_up(state, lead) or _listed(state)
    if len(rows) != (count or len(rows)):
        return NOTHING
    word = take(setting.view, Span(*match.span("word")), "summed_up") if match["word"] else NOTHING
    return _sum_of(rows, word or supplied("合计", match.end(), "summed_up"))


def total_of(state: State, lead: Mention, name: Phrase) -> Phrase:
    """Name the total (总数, 总量) of a list that is of no whole; NOTHING where one row is meant."""
    rows = _adding_up(state, lead) or _listed(state)
    parts = any(row.whole or row.within for row in rows)
    return NOTHING if parts else _sum_of(rows, name)


def without_parts(state: State, indexes: Sequence[int]) -> list[int]:
    """Leave of rows, by index, those that are no parts: 事故12起，其中溺水3起，|总数|减少4起."""
    outer = [at for at in indexes if not (state.rows[at].whole or state.rows[at].within)]
    return [at for at in outer if _adds_up(state, at)] or outer or list(indexes)


def _adds_up(state: State, at: int) -> bool:
    """Tell whether the rows behind one are its parts by their sum: 疫情23起，甲14起、乙9起."""
    row, parts = state.rows[at], [r.value for r in state.rows[at + 1 :] if r.value]
    if row.value is None or len(parts) < 2 or {part.unit for part in parts} != {row.value.unit}:
        return False
    return sum(part.low for part in parts) == row.value.low


def _adding_up(state: State, lead: Mention) -> list[Row]:
    """Give the last rows that a number is the sum of: 医院12家，诊所86家，|总数达98家|."""
    rest, found = lead.figure.numeral.low, list[Row]()
    for row in reversed(_valued(state)[-_MOST:]):
        if row.value is None or row.value.unit != lead.unit or rest <= 0:
            break
        rest -= row.value.low
        found.append(row)
        if rest == 0 and len(found) > 1:
            return found[::-1]
    return []


def _valued(state: State) -> list[Row]:
    rows = (row for row in state.recent if row.value and not row.beside)
    return [row for row in rows if not row.mention.bracketed]


def _listed(state: State) -> list[Row]:
    """Give the rows of the list that ends with the last row; none where it is alone."""
    found: list[Row] = []
    for row in reversed(_valued(state)):
        if found and found[-1].value and row.value and row.value.unit != found[-1].value.unit:
            break
        found.append(row)
        if row.mention.opener not in LIST_OPENERS and not _shares(state, row):
            break
    return found[::-1] if 1 < len(found) <= _MOST else []


def _shares(state: State, row: Row) -> bool:
    """Tell whether a row came out of the list of a group and is not its first."""
    at = next(i for i, one in enumerate(state.rows) if one is row)
    return at > 0 and state.rows[at - 1].mention is row.mention


def _sum_of(rows: Sequence[Row], word: Phrase) -> Phrase:
    """List the names, with the measure they share said once: 车险、农险保费合计."""
    if len(rows) < 2:
        return NOTHING
    names = [row.name for row in rows]
    action = rows[0].action
    names = [names[0], *(name.removeprefix(action) if action else name for name in names[1:])]
    measure = measures.measure_of(names[-1])
    shared = measure and all(name.endswith(measure) and len(name) > len(measure) for name in names)
    items = [name.removesuffix(measure) if shared else name for name in names[:-1]]
    mark = supplied("、", word.start, "summed_up")
    listed = joined(piece for item in items for piece in (item, mark)) + names[-1]
    name = listed.by("summed_up") + word
    return name if len(name) <= _LONGEST else NOTHING
