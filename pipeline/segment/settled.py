"""What a heading has settled for all that stands under it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records import Part
from pipeline.segment.turns import CLEAR, NAMED, Turn

HIGH = 2  # the lowest rank of what parts a whole report: 一、
TOP, UNMARKED = 1, 9  # ranks of headings without a marker: above all parts, or below


@dataclass(frozen=True, slots=True)
class Settled:
    """What a heading of some rank has settled for all that stands under it.

    ``both``: it names what fell short and then what comes next, and the second was not yet told;
    ``told``: something of the first was.
    """

    rank: int
    part: Part
    strength: int
    both: bool = False
    told: bool = False


def is_bare(turn: Turn, above: Settled) -> bool:
    """Tell whether a heading names a plan that it only speaks of, below one that looks back."""
    return turn.drafted or (turn.bare and above.part.horizon == "realised")


def goes_on(turn: Turn, above: Settled, rank: int) -> bool:
    """Tell whether a heading may say more closely when, of a part that looks the same way."""
    if turn.strength < CLEAR and (rank > HIGH or above.strength):
        return False
    return not (above.strength == NAMED and turn.strength < NAMED and rank > above.rank)


def unmarked_rank(turn: Turn | None, above: Settled) -> int:
    """Give the rank of a heading without a marker: above all parts where none is open, or where
    it names its period."""
    high = above.rank <= TOP or (turn and turn.strength == NAMED)
    return TOP if high else UNMARKED


def widens(part: Part, above: Part) -> bool:
    """Tell whether a part plans several years below one that plans a single year."""
    spanned = part.start != part.end and above.start == above.end
    return spanned and above.horizon == part.horizon == "planned"


def same(one: Part, other: Part) -> bool:
    """Tell whether two parts look the same way over the same time, wherever that was said."""
    times = one.start == other.start and one.end == other.end and one.within == other.within
    return times and one.horizon == other.horizon
