"""A rule that takes words for a part of a row, as a value."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.records import RowPart


class Taking(NamedTuple):
    """A rule that takes words for a part of a row.

    In each sentence of ``yes`` the row of the figure in ⟨…⟩ has the part that stands behind =>, and
    its evidence names this rule; in each of ``no`` the rule takes nothing for that figure.
    """

    name: str
    gloss: str
    fills: RowPart
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
