"""What may be seen of a number and round it, when it is decided what it is."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.atoms import Atom


@dataclass(slots=True)  # not frozen: one is made for every number, and dropped with it
class Sight:
    """What a rule may look at: the number, its context, and whether quotes or an address hold it.

    ``next`` is the character behind its digits, ``previous`` the number before it, ``at_start``:
    it opens the sentence.
    """

    atom: Atom
    before: str
    digits: str
    after_digits: str
    next: str
    after: str
    quoted: bool
    addressed: bool
    in_idiom: bool
    previous: Atom | None
    at_start: bool

    @property
    def whole(self) -> bool:
        """Whether it is a whole number."""
        return self.atom.low == self.atom.low.to_integral_value()

    @property
    def magnitude_alone(self) -> bool:
        """Whether it is 百, 千, 万 or two of them: 百万吨, 千户."""
        return self.atom.han and self.digits[0] in "十百千万亿" and len(self.digits.strip()) <= 2
