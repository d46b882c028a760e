"""Indicators under construction, and quantities out of mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from pipeline.extract.kinds import FRACTION
from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.patterns import clauses as c
from pipeline.records import Bound, Change, Evidence, Quantity, Rank, Span

_CENT = Decimal("0.01")


@dataclass(slots=True)
class Draft:
    """An indicator under construction; it never leaves this stage.

    ``action`` is the verb its name opens with, ``increment``: the value is a growth (净增5户), ``completed``: the name was completed from its
    governor, ``within``: 其中 opened it, ``year``: how many years before the report's it stands.
    """

    name: Phrase
    scope: Phrase | None
    mention: Mention
    action: str = ""
    value: Quantity | None = None
    base: Quantity | None = None
    changes: list[Change] = field(default_factory=list)
    moves: list[Mention] = field(default_factory=list)
    rank: Rank | None = None
    increment: bool = False
    completed: bool = False
    within: bool = False
    year: int = 0
    topic: Phrase = NOTHING
    said: list[Evidence] = field(default_factory=list)

    def evidence(self) -> Iterator[Evidence]:
        """Yield where name and scope were read, and by which rules."""
        yield from self.name.evidence("name")
        yield from self.topic.evidence("topic")
        if self.scope:
            yield from self.scope.evidence("scope")
        yield from self.said


def quantity(mention: Mention, group: Sequence[Mention]) -> Quantity:
    """The quantity of a mention, one of ``group`` that share a predicate."""
    numeral = mention.figure.numeral
    low, high, unit = numeral.low, numeral.high, numeral.unit
    if numeral.rule == FRACTION:
        low, high, unit = (low * 100).quantize(_CENT), (high * 100).quantize(_CENT), "%"
    return Quantity(numeral.span, low, high, unit, _bound(mention, group))


def bound_evidence(mention: Mention, group: Sequence[Mention], view: str) -> Iterator[Evidence]:
    """Yield where the bound of a quantity stands: at its number, inside it, or where a list shares it."""
    for one in (mention, group[-1], group[0]):
        if span := one.figure.bound_at or one.said.cue("bound"):
            yield Evidence("bound", span, "bound")
            return
        number = one.figure.numeral
        inside = c.MORE_INSIDE.search(view, *number.span) if number.bound == "min" else None
        if inside:
            yield Evidence("bound", Span(*inside.span()), "bound_inside")
            return


def signed(mention: Mention, group: Sequence[Mention]) -> Quantity:
    """The quantity of a change: negative where the verb says a fall."""
    size = quantity(mention, group)
    if group[0].said.sign > 0 or size.high < 0:  # 减少-3万元 is no rise
        return size
    return replace(size, low=-size.high, high=-size.low)


def _bound(mention: Mention, group: Sequence[Mention]) -> Bound:
    """The words at the number itself, else those the list shares: 左右 behind the last item, 均超过 before the first."""
    numeral = mention.figure.numeral
    if numeral.low != numeral.high:
        return "range"
    own = mention.figure.bound or mention.said.bound or (numeral.bound if numeral.bound != "exact" else None)
    if own or len(group) == 1:
        return own or numeral.bound
    last = group[-1].figure.bound
    if last and group[0].said.bound is None and group[-2].figure.bound is None and group[0].figure.bound is None:
        return last
    return group[0].said.bound or numeral.bound


def related(known: Phrase, name: Phrase) -> bool:
    """Whether two names of one sentence mean one indicator: equal but for 数量, 规模 and the like, or one the end of the other."""
    if not known or not name:
        return False
    a, b = stem(known), stem(name)
    return a == b or (len(name) >= 3 and bool(b) and a.endswith(b)) or (len(a) >= 3 and b.endswith(a))


def stem(name: Phrase) -> Phrase:
    """A name without 数量, 规模, 总数 at its end."""
    return name.without(c.COUNT_NOUN) or name


def level_name(name: Phrase) -> Phrase:
    """高新技术企业净增, 净增高新技术企业 → 高新技术企业."""
    return name.removesuffix("增加").removesuffix("新增").removesuffix("净增").removeprefix("新增").removeprefix("净增") or name


def one_kind(a: str, b: str) -> bool:
    """Whether two units may stand in one list: 元/月 and 元/年, 分 and 毛."""
    return a.split("/")[0] == b.split("/")[0] or {a, b} <= {"分", "毛", "角", "元"}
