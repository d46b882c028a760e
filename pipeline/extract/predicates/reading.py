"""One number being read: what stands before it, and what the words read so far have said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from pipeline.extract.comparison import basis_of
from pipeline.extract.predicates.record import MOVING, SIGNS, Cue, Role
from pipeline.lexicon.units import of_kind
from pipeline.records import Basis, Bound, Numeral, Span

# 快, 提速: of a time they say that it fell
SPEED = regex.compile(r"[快慢]")

Match = regex.Match[str]


@dataclass(slots=True)
class Reading:
    """One number being read: what stands before it, and what was read so far."""

    view: str
    floor: int
    end: int
    number: int
    edges: Sequence[int]
    numeral: Numeral
    followed: bool
    ratio: bool
    counted: bool
    cues: list[Cue] = field(default_factory=list)
    role: Role = "value"
    sign: int = 1
    basis: Basis | None = None
    against: Span | None = None
    bound: Bound | None = None
    grown: str = ""
    shared: bool = False
    origin: bool = False
    moved_to: bool = False
    moved: bool = False

    @property
    def signed(self) -> bool:
        """Whether a plus or minus is written before the number."""
        return self.view[self.numeral.number.start] in SIGNS

    def cue(self, kind: str) -> Span | None:
        """Give where the last word of this part stands; None where none was read."""
        return next((cue.span for cue in self.cues if cue.kind == kind), None)


def take(r: Reading, kind: str, match: Match) -> None:
    """Read a word: what it says of the number, and where the reading stands behind it."""
    r.cues.append(Cue(kind, Span(*match.span())))
    r.moved = r.moved or kind in MOVING
    if kind == "bound":
        r.bound = r.bound or match.lastgroup  # type: ignore[assignment]
    elif kind in ("moved", "peer", "compared", "shifted"):
        down = bool(match["down"])
        if r.numeral.unit in of_kind("time") and SPEED.search(match.group()):
            down = not down  # 办理时间比去年|快了|3天
        r.role, r.sign = "change", -1 if down else 1
    elif kind == "grown":
        r.grown = "净增" if match.group().startswith("净") else match.group().removesuffix("了")
    elif kind == "to":
        r.role, r.moved_to = "value", True
    elif kind == "from":
        r.origin = True
    elif kind == "adverb":
        r.shared = r.shared or match.group() == "分别"
    if kind in ("peer", "compared", "basis") and r.basis is None:
        _take_basis(r, match)
    # 城乡居民收入比|降至2.2: a ratio fell, nothing is compared
    ratio_noun = match.group()[0] == "比" and kind in ("moved", "to") and not r.numeral.unit
    r.end = before_blanks(r.view, r.floor, match.start() + ratio_noun)


def _take_basis(r: Reading, match: Match) -> None:
    found = basis_of(match)
    if found is None:
        r.basis = match.lastgroup  # type: ignore[assignment]
        return
    r.basis, span = found
    if "each" in match.re.groupindex and match["each"]:
        r.cues.append(Cue("several", span))
        r.against = span
        return
    words = r.view[slice(*span)]
    # 去年底: the year before, or when this one began; 去年下半年
    ends = words.endswith(("底", "末", "半年", "季度", "月", "月份", "全年"))
    if (r.basis != "yoy" or ends) and match.group() not in ("环比", "年均", "累计"):
        r.against = span


def before_blanks(view: str, floor: int, end: int) -> int:
    """Find where the blanks, colons and open quotes before ``end`` begin."""
    while end > floor and (view[end - 1].isspace() or view[end - 1] in "：:“"):
        end -= 1
    return end
