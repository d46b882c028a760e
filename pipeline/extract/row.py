"""A row under construction, and the quantities of mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import regex

from pipeline.extract.frozen import replace
from pipeline.extract.kinds import FRACTION
from pipeline.extract.mentions import Mention
from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.patterns import clauses as c
from pipeline.records import Bound, Change, Evidence, Quantity, Rank, Span

NAMELESS = "none"  # the rule of a name that no words give
REFERENCE = "reference"  # the rule of a name that is what another number is compared with
MORE_INSIDE = regex.compile(r"[余多]")

_CENT = Decimal("0.01")
_POINTS = frozenset((("百分点", "%"), ("千分点", "‰"), ("基点", "%")))
INCREMENTS = frozenset(("新增", "净增", "净增加", "增加"))


class Row(NamedTuple):
    """An indicator under construction; it never leaves this stage.

    ``action`` is the verb its name opens with. ``increment``: the value is a growth (净增5户);
    ``completed``: an antecedent completed the name; ``whole`` is what 其中 or a bracket makes it a
    part of; ``item`` is its own part of a shared name (民事 of 民事案件); ``goal``: its own words
    say that it is aimed at; ``year_offset``: how many years before the report's it stands;
    ``beside``: it only tells what the row before it was at another time (上年为96件).
    ``moves`` are the mentions of its changes, in the same order; ``need`` is how likely it needs a
    topic, ``share`` how likely the best candidate for it is right.
    """

    name: Phrase
    scope: Phrase | None
    mention: Mention
    action: str = ""
    value: Quantity | None = None
    base: Quantity | None = None
    changes: tuple[Change, ...] = ()
    moves: tuple[Mention, ...] = ()
    rank: Rank | None = None
    increment: bool = False
    completed: bool = False
    within: bool = False
    whole: Phrase = NOTHING
    item: Phrase = NOTHING
    goal: Span | None = None
    year_offset: int = 0
    beside: bool = False
    topic: Phrase = NOTHING
    need: float = 0.0
    share: float = 1.0
    said: tuple[Evidence, ...] = ()

    def evidence(self) -> Iterator[Evidence]:
        """Yield where each part of the row was read, and by which rules."""
        yield from self.name.evidence("name")
        yield from self.topic.evidence("topic")
        if self.scope:
            yield from self.scope.evidence("scope")
        yield from self.said

    def named(self, name: Phrase) -> Row:
        """Return the row under another name."""
        return replace(self, name=name)

    @property
    def of_growth(self) -> bool:
        """Whether it only tells how fast something moved: 工业投资|降幅|. Nothing leans on it."""
        if self.value is not None:
            return False
        growth = c.RATE.match(self.name)
        return growth is not None and growth.end() - growth.start() > 1

    def again(self) -> Row:
        """Open a further row of the same thing, for a number that this one has no place for."""
        return Row(self.name.by("inherited"), self.scope, self.mention, whole=self.whole)


def quantity(mention: Mention, group: Sequence[Mention]) -> Quantity:
    """Give the quantity of a mention, one of ``group`` that share a predicate."""
    numeral = mention.figure.numeral
    low, high, unit = numeral.low, numeral.high, numeral.unit
    if numeral.rule == FRACTION:
        low, high, unit = (low * 100).quantize(_CENT), (high * 100).quantize(_CENT), "%"
    return Quantity(numeral.span, low, high, unit, _bound(mention, group))


def signed(mention: Mention, group: Sequence[Mention]) -> Quantity:
    """Give the quantity of a change: negative where the verb says a fall, or the list does."""
    size = quantity(mention, group)
    sign = mention.said.sign if mention.said.moved else group[0].said.sign
    if sign > 0 or size.high < 0:
        return size
    return replace(size, low=-size.high, high=-size.low)


def bound_evidence(mention: Mention, group: Sequence[Mention], view: str) -> Iterator[Evidence]:
    """Yield where a bound stands: at its number, inside it, or where a list shares it."""
    for one in (mention, group[-1], group[0]):
        if span := one.figure.bound_at or one.said.cue("bound"):
            yield Evidence("bound", span, "bound")
            return
        number = one.figure.numeral
        inside = MORE_INSIDE.search(view, *number.span) if number.bound == "min" else None
        if inside:
            yield Evidence("bound", Span(*inside.span()), "bound_inside")
            return


def _bound(mention: Mention, group: Sequence[Mention]) -> Bound:
    """Give the words at the number itself, else those the list shares.

    左右 behind the last item, 均超过 before the first.
    """
    numeral = mention.figure.numeral
    if numeral.low != numeral.high:
        return "range"
    inside = numeral.bound if numeral.bound != "exact" else None
    own = mention.figure.bound or mention.said.bound or inside
    if own or len(group) == 1:
        return own or numeral.bound
    first, last = group[0], group[-1].figure.bound
    alone = (
        first.said.bound is None and first.figure.bound is None and group[-2].figure.bound is None
    )
    if last and alone:
        return last
    return first.said.bound or numeral.bound


def related(known: Phrase, name: Phrase) -> bool:
    """Tell whether two names of one sentence mean one indicator.

    They are equal but for 数量, 规模 and the like, or one is the end of the other.
    """
    if not known or not name:
        return False
    a, b = stem(known), stem(name)
    ends = len(name) >= 3 and bool(b) and a.endswith(b)
    return a == b or ends or (len(a) >= 3 and b.endswith(a))


def stem(name: Phrase) -> Phrase:
    """Take 数量, 规模, 总数 off the end of a name."""
    return name.without(c.COUNT_NOUN) or name


def level_name(name: Phrase) -> Phrase:
    """高新技术企业净增, 净增高新技术企业 → 高新技术企业."""
    for word in ("增加", "新增", "净增"):
        name = name.removesuffix(word) or name
    return name.removeprefix("新增").removeprefix("净增") or name


def one_kind(a: str, b: str) -> bool:
    """Tell whether two units may stand in one list: 元/月 and 元/年, 分 and 毛."""
    return a.split("/")[0] == b.split("/")[0] or {a, b} <= {"分", "毛", "角", "元"}


def moves(change: str, level: str) -> bool:
    """Tell whether a level in one unit can have moved by so many of another: 46%, by 8个百分点."""
    return change == level or (change, level) in _POINTS
