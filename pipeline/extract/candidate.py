"""A phrase that may be the topic of a row, with where it is from and what it belongs to itself."""

from __future__ import annotations

from itertools import takewhile
from typing import Literal, NamedTuple

from pipeline.extract.phrase import NOTHING, Phrase, supplied
from pipeline.extract.themes import MOST

_BETWEEN = "·"  # stands between a topic and what it belongs to: 送戏下乡活动·演出
_ABOVE = "topic_above"  # the rule that takes what a topic belongs to itself

Origin = Literal[
    "whom",
    "aspect",
    "label",
    "opener",
    "clause",
    "figure",
    "topic",
    "sentence",
    "paragraph",
    "heading",
    "parent",
]


class Candidate(NamedTuple):
    """A phrase that may be the topic of a row: where it is from, and how many steps back.

    ``unit`` is that of the figure whose name it is and ``above`` the topic of that, ``rule`` the
    rule that takes it, ``cell`` where it stands in the sentence, -1 before it. ``beside``: it
    stands beside the row in a list of growths, and is what neither of them is of.
    """

    phrase: Phrase
    origin: Origin
    steps: int
    unit: str = ""
    rule: str = ""
    above: Phrase = NOTHING
    cell: int = -1
    beside: bool = False

    @property
    def _own(self) -> Phrase:
        """The phrase as its rule takes it."""
        return self.phrase.by(self.rule) if self.rule else self.phrase

    @property
    def topic(self) -> Phrase:
        """The phrase as a topic, with what it belongs to itself: 专项整治|经营单位, for 立案."""
        own, above = self._own, root(self.above)
        apart = above and above not in own and own not in above
        if not apart or len(above) + len(_BETWEEN) + len(own) > MOST:
            return own
        return above.by(_ABOVE) + supplied(_BETWEEN, own.start, _ABOVE) + own

    def beside_another(self, other: Candidate) -> Phrase:
        """The phrase with another that may be the topic too, in the order of the text.

        Without the other where it is told already, or both are longer than a topic may be.
        """
        also = other.phrase
        for own in (self.topic, self._own):
            if any(part in also or also in part for part in str(own).split(_BETWEEN)):
                break
            if len(own) + len(_BETWEEN) + len(also) > MOST:
                continue
            if own.start < also.start:
                return own + supplied(_BETWEEN, also.start, also.last_rule) + also
            return also.by(_ABOVE) + supplied(_BETWEEN, own.start, _ABOVE) + own.by(own.last_rule)
        return self.topic


def root(topic: Phrase) -> Phrase:
    """Take of a topic the part that it belongs to itself, or all of it."""
    runs = takewhile(lambda run: run.rule == _ABOVE, topic.runs)
    return topic[: sum(run.size for run in runs)].removesuffix(_BETWEEN) or topic


def held(topic: Phrase) -> Phrase:
    """Give a topic that holds on, still told from what it belongs to."""
    above = root(topic)
    if len(above) == len(topic):
        return topic.by("topic_holds")
    end = len(above) + len(_BETWEEN)
    return topic[:end] + topic[end:].by("topic_holds")
