"""What the fold over a sentence knows: its rows so far, a base that waits, the last reference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.extract.compared import NOT_COMPARED, Compared
from pipeline.extract.frozen import replace
from pipeline.extract.mentions import Mention, Sentence
from pipeline.extract.row import Row
from pipeline.extract.timing import Times

# How many rows back a figure may belong to one; keeps a sentence of thousands linear.
RECENT = 40


class Setting(NamedTuple):
    """What does not change while a sentence is resolved: the sentence, the times said in it.

    ``view`` is the plain view it stands in; ``chained``: a ； joins it to the sentence before.
    """

    sentence: Sentence
    times: Times
    view: str
    chained: bool = False


class State(NamedTuple):
    """The rows that a later figure may still belong to, the last of them last.

    ``bases`` are the figures of 从A that wait for their 到B; ``compared`` is what the last changes
    were compared with; ``listed`` is how many of the last rows came out of one list; ``earlier``
    are the last rows of the sentences before it in the paragraph.
    """

    rows: tuple[Row, ...] = ()
    bases: tuple[Mention, ...] = ()
    compared: Compared = NOT_COMPARED
    earlier: tuple[Row, ...] = ()
    listed: int = 0

    @property
    def last(self) -> Row | None:
        """The row placed last; not 降幅, where it stands behind what fell."""
        if not self.rows or not self.rows[-1].of_growth:
            return self.rows[-1] if self.rows else None
        spoken = (row for row in reversed(self.recent) if not row.of_growth)
        return next(spoken, self.rows[-1])

    def before(self, mention: Mention) -> Row | None:
        """The row placed last that is in no bracket ``mention`` is outside of."""
        if mention.bracketed:
            return self.last
        outside = (row for row in reversed(self.recent) if not row.mention.bracketed)
        return next((row for row in outside if not row.of_growth), self.last)

    @property
    def recent(self) -> tuple[Row, ...]:
        """The rows near enough to be meant, oldest first."""
        return self.rows[-RECENT:]

    @property
    def antecedents(self) -> tuple[Row, ...]:
        """The rows whose words a figure may lean on, the nearest first."""
        rows = (*reversed(self.recent), *reversed(self.earlier))
        return tuple(row for row in rows if not row.of_growth)

    def near(self, *, chained: bool) -> tuple[Row, ...]:
        """Give the rows of this sentence, and those that a ； joins to it, the nearest first."""
        return self.antecedents if chained else tuple(reversed(self.recent))

    def based_on(self, group: Sequence[Mention]) -> State:
        """Keep the figures that 从 or 由 opens until their 到 is read."""
        return replace(self, bases=tuple(group))

    def without_bases(self) -> State:
        """Forget the base: it is placed."""
        return replace(self, bases=()) if self.bases else self

    def plus(self, rows: Iterable[Row], *, listed: int = 0) -> State:
        """Add rows; ``listed`` says how many of them one list gave."""
        return State((*self.rows, *rows), self.bases, self.compared, self.earlier, listed)

    def changed(self, changed: Iterable[tuple[int, Row]]) -> State:
        """Put rows in the place of others, by index."""
        rows = list(self.rows)
        for index, row in changed:
            rows[index] = row
        return State(tuple(rows), self.bases, self.compared, self.earlier, self.listed)

    def settled(self, count: int) -> tuple[tuple[Row, ...], State]:
        """Split off the rows that no later figure can belong to."""
        kept = max(RECENT, count)
        if len(self.rows) <= 2 * kept:
            return (), self
        return self.rows[:-kept], replace(self, rows=self.rows[-kept:])
