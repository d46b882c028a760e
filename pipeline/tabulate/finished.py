"""The rows of a block as they are finished: numbered indicators, and where each stands."""

from __future__ import annotations

from pipeline.records import Indicator
from pipeline.tabulate.drafts import Draft, Held


class Finished:
    """The indicators of a block as its rows are finished, numbered from ``first``."""

    def __init__(self, first: int, held: Held) -> None:
        self.found: list[Indicator] = []
        self.places: dict[int, dict[int, int]] = {}  # of what has a value, by row and column
        self.levels: set[int] = set()
        self._first, self._held = first, held
        self._open: list[tuple[int, dict[int, Draft]]] = []

    def open(self, row: int, drafts: dict[int, Draft]) -> None:
        """Take a row, to which growth on later rows may be added."""
        self._open.append((row, drafts))

    def finish(self) -> None:
        """Finish the rows that are open."""
        for number, drafts in self._open:
            at = self.places[number] = {}
            for column, draft in drafts.items():
                if not draft.named.name:  # neither row, column nor title says of what
                    continue
                if draft.value:
                    at[column] = len(self.found)
                if draft.head.role == "level":
                    self.levels.add(len(self.found))
                name = f"i{self._first + len(self.found)}"
                self.found.append(draft.indicator(name, self._held))
        self._open.clear()
