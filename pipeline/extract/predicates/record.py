"""How a number is said of its subject: the record, its cues, and kinds of units."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pipeline.records import Basis, Bound, Span

Role = Literal["value", "change", "rank"]

MOVING = frozenset(("moved", "peer", "to", "compared", "shifted", "grown"))
PRICED = frozenset(
    ("元", "元/月", "元/年", "元/人", "分", "毛", "角", "美元", "岁", "年", "天", "小时", "分钟", "个月", "个工作日")
)
SIGNS = frozenset("+-–")
POINTS = frozenset(("百分点", "千分点"))  # what comes in them is a change
RATIOS = POINTS | {"%", "‰", "倍", "基点"}


class Cue(NamedTuple):
    """A word that leads to a number: what part it plays, and where it stands."""

    kind: str
    span: Span


class Comparand(NamedTuple):
    """What a figure is the size of, where another is beside it: 7%的|年度目标|; ``aimed``: a goal."""

    words: Span
    aimed: bool


class Predicate(NamedTuple):
    """How a number is said of its subject.

    ``subject`` is what is left of the words. ``origin``: 从 or 由 stands before it (the base of
    从A提高到B); ``moved_to``: 增至, 降到. ``shared``: 分别. ``sign`` is -1 for a fall. ``cues`` are
    the words read, right to left. ``grown`` is 新增, 净增 or 增加 where one leads to the number.
    ``against`` is what it is compared with, ``among`` the arena of a rank.
    """

    role: Role
    subject: Span
    sign: int = 1
    basis: Basis | None = None
    bound: Bound | None = None
    shared: bool = False
    origin: bool = False
    moved_to: bool = False
    cues: tuple[Cue, ...] = ()
    grown: str = ""
    against: Span | None = None
    among: Span | None = None
    multiple: bool = False

    @property
    def said(self) -> tuple[str, ...]:
        """The parts that the words play, right to left."""
        return tuple(cue.kind for cue in self.cues)

    @property
    def compares(self) -> bool:
        """Whether it says with what it compares: 同比, 比上年, 较年初, 高于全省."""
        if self.against is not None:
            return True
        return self.basis in ("yoy", "previous_period") and self.cue("basis") is not None

    @property
    def moved(self) -> bool:
        """Whether a verb of change was read."""
        return any(cue.kind in MOVING for cue in self.cues)

    def cue(self, kind: str) -> Span | None:
        """Give where a word of this part stands; None where none was read."""
        return next((cue.span for cue in self.cues if cue.kind == kind), None)
