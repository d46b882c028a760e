"""The changes of a group: which row moved, how far, against what, in which form."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract import coordination, subjects
from pipeline.extract.compared import RATES, Compared, basis_of
from pipeline.extract.frozen import replace
from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import NOTHING, Phrase, take
from pipeline.extract.resolve.changed import owners
from pipeline.extract.resolve.state import RECENT, Setting, State
from pipeline.extract.row import Row, bound_evidence, signed
from pipeline.patterns import clauses as c
from pipeline.records import Change, Evidence, Form, Span

_REFERRING = frozenset(("base", "plan", "peer", "previous_period"))


def with_changes(setting: Setting, state: State, group: Sequence[Mention]) -> State:
    """Place changes on the rows they belong to."""
    owner = state.bases[0] if state.bases else group[0]
    indexes, state = owners(setting, state, group, owner, "change", NOTHING)
    indexes, state = _apart(state, indexes)
    moved: dict[int, Row] = {}
    now = state
    for position, (index, mention) in enumerate(zip(indexes, group, strict=True)):
        row = moved.get(index, state.rows[index])
        moved[index], compared = _moved(setting, now, row, mention, group, position)
        now = replace(now, compared=compared)
    return now.changed(moved.items())


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
        against = _own_peer(against, position, len(group))
    said, size = list(row.said), signed(mention, group)
    if size.bound not in ("exact", "range"):
        said += bound_evidence(mention, group, setting.view)
    said += against.evidence("against")
    if span := speaking.said.cue("basis"):
        said.append(Evidence("basis", span, "comparison"))
    change = Change(size, basis, str(against) or None, _form(mention, group))
    moved = replace(
        row, changes=(*row.changes, change), moves=(*row.moves, mention), said=tuple(said)
    )
    said_so = bool(speaking.said.basis)
    return moved, state.compared.then(basis, reference, mention.unit, said=said_so)


def _form(mention: Mention, group: Sequence[Mention]) -> Form:
    if mention.said.multiple or (group[0].said.multiple and mention.unit == group[0].unit):
        return "multiple"
    return "rate" if mention.unit in RATES else "difference"


def _own_peer(against: Phrase, position: int, count: int) -> Phrase:
    """分别高于全国、全省1.2、0.8个百分点: to each change its own peer."""
    peers = coordination.split(against, c.COORDINATION) if count > 1 else []
    return peers[position] if len(peers) == count else against


def _reference(setting: Setting, state: State, mention: Mention, basis: str) -> Span | None:
    """Find what a change is compared with: in its own words, else what the sentence opens with."""
    if basis not in _REFERRING:
        return None
    own = mention.said.against
    drawn = state.compared.drawn
    if own is None and basis == "base" and setting.times.compared_with:
        return setting.times.compared_with
    if own is None and drawn and drawn.basis == basis and drawn.unit == mention.unit:
        return drawn.reference
    return state.compared.reference if own is None and basis == "base" else own
