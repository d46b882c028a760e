"""The changes of a group: which row moved, how far, against what, in which form."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.extract import comparison, enumerations, subjects
from pipeline.extract.compared import RATES, Compared, basis_of
from pipeline.extract.frozen import replace
from pipeline.extract.kinds import FRACTION
from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import NOTHING, Phrase, take
from pipeline.extract.resolve import former_latter
from pipeline.extract.resolve.changed import owners
from pipeline.extract.resolve.continued import dated
from pipeline.extract.resolve.state import RECENT, Setting, State
from pipeline.extract.row import Row, bound_evidence, signed
from pipeline.patterns import clauses as c
from pipeline.records import Basis, Change, Evidence, Form, Span

# 剔除留抵退税因素后|增长5.2%, 扣除房地产开发后，投资|增长11.5%: not as the year before was counted
EXCLUDED = regex.compile(
    r"(?:若|如)?(?:剔除|扣除|剔掉|排除|不含|不考虑)[^，。；、\d]{2,24}?(?:等?(?:不可比)?因素)?(?:的?影响)?(?:后|外|$)"
)
# 高于全国4.8个百分点、|全省平均|4个百分点
PEER_ALONE = regex.compile(r"\s*(?P<peer>(?:全[国省市县区州]|[东中西]部|省|市)(?:平均|均值|平均水平)?)\s*")
# 较|一|、二季度: without the word that the last of them has
PART_ALONE = regex.compile(r"第?[一二三四]")
# of a loss the first is a fall, of a profit a rise
LOSS = regex.compile(r"亏损")
OF_A_LOSS = regex.compile(r"[减增]亏(?:了|额)?\s*(?:约|近|超过?|达到?)?$")
_SHORTEST_MOVED = 2  # characters of what grew
_REFERRING = frozenset(("base", "plan", "peer", "previous_period"))


def with_changes(setting: Setting, state: State, group: Sequence[Mention]) -> State:
    """Place changes on the rows they belong to."""
    owner = state.bases[0] if state.bases else group[0]
    one = former_latter.meant_row(setting, state, owner) if len(group) == 1 else None
    if one is not None:
        indexes = [one]
    else:
        indexes, state = owners(setting, state, group, owner, "change", NOTHING)
    indexes, state = _apart(state, indexes)
    moved: dict[int, Row] = {}
    now = state
    for position, (index, mention) in enumerate(zip(indexes, group, strict=True)):
        row = moved.get(index, state.rows[index])
        if state.bases and state.bases[0].said.role == "value" and not row.value:
            base = state.bases[min(position, len(state.bases) - 1)]  # 在55%的基础上提高1个百分点
            row = replace(row, base=dated(setting, base, state.bases, mention))
        moved[index], compared = _moved(setting, now, row, mention, group, position)
        now = replace(now, compared=compared)
    return now.changed(moved.items())


def as_growth(row: Row, mention: Mention, growth: regex.Match[str]) -> Row:
    """Make one of a list a change: 居民消费价格|涨幅|、城镇调查失业率分别控制在3%和5%以内."""
    size = row.value
    if size is None or growth.start() < _SHORTEST_MOVED:
        return row
    if growth["down"] and size.low is not None and size.high is not None:
        size = replace(size, low=-size.high, high=-size.low)
    change = Change(size, "yoy", form="rate")
    name = row.name[: growth.start()]
    return replace(row, name=name, value=None, changes=(change,), moves=(mention,))


def _apart(state: State, indexes: Sequence[int]) -> tuple[list[int], State]:
    """Give changes a new row of the same name where a row has more than any sentence means."""
    found: list[int] = []
    for index in indexes:
        row = state.rows[index]
        if len(row.changes) >= RECENT:
            index, state = len(state.rows), state.plus([row.again()])
        found.append(index)
    return found, state


def _moved(
    setting: Setting,
    state: State,
    row: Row,
    mention: Mention,
    group: Sequence[Mention],
    position: int,
) -> tuple[Row, Compared]:
    """Give a row its change, and what the changes behind it may be compared with."""
    speaking = mention if mention.said.basis else group[0]
    basis = basis_of(setting.times, speaking, state.compared)
    reference = _reference(setting, state, speaking, basis)
    against = NOTHING
    if reference:
        against = subjects.tidy(take(setting.view, reference, "comparison"))
        basis, against = _own_reference(basis, against, position, len(group))
    against = against or _excluded(setting, row, group[0])
    again = _peer_again(setting, row, mention)
    basis, against = ("peer", again) if again else (basis, against)
    said, size = list(row.said), signed(mention, group)
    if LOSS.search(row.name) and OF_A_LOSS.search(setting.view, *mention.figure.left):
        size = replace(size, low=-size.high, high=-size.low)  # 亏损额2亿元，同比|减亏|5400万元
    if again and row.changes[-1].quantity.high < 0:  # 低于全国2.4个百分点、|全省1.2个百分点
        size = replace(size, low=-size.high, high=-size.low)
    if size.bound not in ("exact", "range"):
        said += bound_evidence(mention, group, setting.view)
    said += against.evidence("against")
    if span := speaking.said.cue("basis"):
        said.append(Evidence("basis", span, "comparison"))
    change = Change(size, basis, str(against) or None, _form(mention, group))
    moved = replace(
        row, changes=(*row.changes, change), moves=(*row.moves, mention), said=tuple(said)
    )
    said_so = bool(speaking.said.basis) and not speaking.said.multiple
    at = setting.times.time_of(speaking)
    return moved, state.compared.then(basis, reference, mention.unit, at, said=said_so)


def _peer_again(setting: Setting, row: Row, mention: Mention) -> Phrase:
    """Take the second of two peers, each with its own distance: 高于全国4.8个百分点、|全省|4个百分点."""
    last = row.changes[-1] if row.changes else None
    if mention.said.basis or last is None or last.basis != "peer" or last.form != "difference":
        return NOTHING
    own = PEER_ALONE.fullmatch(setting.view, *mention.figure.left)
    return take(setting.view, Span(*own.span("peer")), "comparison") if own else NOTHING


def _excluded(setting: Setting, row: Row, lead: Mention) -> Phrase:
    """Take what a growth leaves out, of its own words or the clause before: 剔除不可比因素后|增长3.9%.

    Prices only where the growth with them stands beside it: 收入增长8%，扣除价格因素实际增长5.6%.
    """
    view, cells = setting.view, setting.sentence.cells
    own = EXCLUDED.match(view, *lead.subject)
    before = cells[lead.cell - 1] if lead.cell else None
    if own is None and before and not before.figures and not lead.position:
        own = EXCLUDED.search(view, *before.span)
    if own is None or ("价格" in own.group() and not row.changes):
        return NOTHING
    return subjects.tidy(take(view, Span(*own.span()), "excluded"))


def _form(mention: Mention, group: Sequence[Mention]) -> Form:
    if mention.said.multiple or (group[0].said.multiple and mention.unit == group[0].unit):
        return "multiple"
    rate = mention.unit in RATES or mention.figure.numeral.rule == FRACTION
    return "rate" if rate else "difference"


def _own_reference(
    basis: Basis, against: Phrase, position: int, count: int
) -> tuple[Basis, Phrase]:
    """Give each change its own of several: 分别高于全国、全省1.2、0.8个百分点, 同比、环比分别增长2%、1%."""
    items = enumerations.split(against, c.COORDINATION) if count > 1 else []
    if len(items) != count:
        return basis, against
    own = items[position].removeprefix("较").removeprefix("比")
    if PART_ALONE.fullmatch(own):  # 较|一|、二|季度|
        own += items[-1][1:].by("comparison")
    basis = basis if basis == "peer" else comparison.kind_of(str(own))
    return basis, NOTHING if own in ("同比", "环比") or basis == "yoy" else own


def _reference(setting: Setting, state: State, mention: Mention, basis: str) -> Span | None:
    """Find what a change is compared with: in its own words, else what the sentence opens with."""
    own = mention.said.against
    if basis not in _REFERRING and not mention.said.cue("several"):
        return None
    drawn = state.compared.drawn
    if own is None and basis == "base" and setting.times.compared_with:
        return setting.times.compared_with
    if own is None and drawn and drawn.basis == basis and drawn.unit == mention.unit:
        return drawn.reference
    return state.compared.reference if own is None and basis == "base" else own
