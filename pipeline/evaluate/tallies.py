"""What an evaluation counts, and the figures that follow from the counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

LABELS = ("achievement", "measure", "target", "problem", "other")
MEASURES = ("figure", "quantity", "name", "fact", "change", "rank")
QUALIFIERS = ("link", "bound", "modality", "period")


@dataclass(slots=True)
class Tally:
    """Counts of right, predicted and labelled."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def count(self, right: bool) -> None:
        """Count one that is labelled and predicted."""
        self.gold += 1
        self.predicted += 1
        self.right += right

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.predicted + self.gold) if self.predicted + self.gold else 0.0


@dataclass(slots=True)
class Score:
    """All counts over some reports.

    ``errors`` are (what, role, first character, text, wanted, got);
    ``confusion`` counts (label, predicted label).

    ``outcomes`` (of figures) and ``labelled`` (of passages) are (confidence, right).
    """

    tallies: dict[str, Tally] = field(
        default_factory=lambda: {measure: Tally() for measure in MEASURES}
    )
    qualifiers: dict[str, Tally] = field(
        default_factory=lambda: {qualifier: Tally() for qualifier in QUALIFIERS}
    )
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    horizon: Tally = field(default_factory=Tally)
    errors: list[tuple[str, str, int, str, str, str]] = field(default_factory=list)
    outcomes: list[tuple[float, bool]] = field(default_factory=list)
    labelled: list[tuple[float, bool]] = field(default_factory=list)

    @property
    def passage_accuracy(self) -> float:
        total = sum(self.confusion.values())
        return (
            sum(n for (want, got), n in self.confusion.items() if want == got) / total
            if total
            else 0.0
        )

    def label_tally(self, label: str) -> Tally:
        """Right, predicted and labelled passages of one label."""
        return Tally(
            self.confusion[label, label],
            sum(n for (_, got), n in self.confusion.items() if got == label),
            sum(n for (want, _), n in self.confusion.items() if want == label),
        )
