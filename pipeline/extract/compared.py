"""What changes were compared with, for the bare changes that follow them."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.records import Basis, Span

RATES = frozenset(("%", "‰", "倍"))


class Difference(NamedTuple):
    """What a difference was compared with (比年初|增加25.9亿元), for the bare ones behind it."""

    basis: Basis
    reference: Span | None
    unit: str


class Compared(NamedTuple):
    """What the changes before were compared with.

    ``based``: in this chain of sentences (；) the changes are against a named earlier time;
    ``held``: so was the last change of this sentence that said what it is against; ``reference`` is
    that time; ``drawn`` holds in the paragraph.
    """

    based: bool = False
    reference: Span | None = None
    drawn: Difference | None = None
    held: bool = False

    def then(self, basis: Basis, reference: Span | None, unit: str, *, said: bool) -> Compared:
        """Give what holds behind one more change; ``said``: it says itself what it is against."""
        based = basis == "base" or (self.based and basis == "annual_average")
        drawn = self.drawn
        if said and unit not in RATES:
            known = reference is not None and basis in ("base", "previous_period")
            drawn = Difference(basis, reference, unit) if known else None
        held = reference is not None and basis == "base" if said else self.held
        return Compared(based, reference or self.reference, drawn, held)

    def after(self, *, chained: bool) -> Compared:
        """Give what holds in the next sentence of the paragraph."""
        return Compared(based=self.based and chained, drawn=self.drawn)


NOT_COMPARED = Compared()
