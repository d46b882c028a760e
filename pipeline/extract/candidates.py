"""The phrases that may be the topic of a row, from the nearest to the furthest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from pipeline.extract.discourse import Discourse
from pipeline.extract.mentions import CLAUSES_BACK, Sentence
from pipeline.extract.phrase import NOTHING, Phrase
from pipeline.extract.row import Row
from pipeline.extract.themes import MOST

Origin = Literal[
    "aspect", "clause", "act", "figure", "topic", "sentence", "paragraph", "heading", "parent"
]


class Candidate(NamedTuple):
    """A phrase that may be the topic of a row: where it is from, and how many steps back.

    ``unit`` is that of the figure whose name it is and ``above`` the topic of that, ``rule`` the
    rule that takes it.
    """

    phrase: Phrase
    origin: Origin
    steps: int
    unit: str = ""
    rule: str = ""
    above: Phrase = NOTHING

    @property
    def topic(self) -> Phrase:
        """The phrase as a topic, with what it belongs to itself: 专项整治|经营单位, for 立案."""
        own, above = self.phrase.by(self.rule) if self.rule else self.phrase, self.above
        apart = above and above not in own and own not in above
        return above + own if apart and len(above) + len(own) <= MOST else own


def themes(row: Row, sentence: Sentence) -> list[Candidate]:
    """Find the themes of the clauses before ``row`` that may be its topic, the nearest first."""
    return _open(row, _themes(sentence, row.mention.cell))


def candidates(
    row: Row, near: Sequence[Candidate], before: Sequence[Row], said: Discourse
) -> list[Candidate]:
    """Find the phrases that may be the topic of ``row``, each once and none that it says itself.

    ``near`` are the themes of its sentence.
    """
    return _open(row, (*_figures(before), *_said_before(said)), near)


def _said_before(said: Discourse) -> Iterator[Candidate]:
    """Yield what was spoken of in the sentences before and in the headings."""
    if said.topic:
        yield Candidate(said.topic, "topic", 1, rule="topic_holds")
    if said.before:
        yield Candidate(said.before, "sentence", 1, rule="theme_before")
    if said.opening:
        yield Candidate(said.opening, "paragraph", 2, rule="theme_before")
    for steps, heading in enumerate(said.headings):
        yield Candidate(heading, "parent" if steps else "heading", steps)


def _open(
    row: Row, found: Iterable[Candidate], near: Sequence[Candidate] = ()
) -> list[Candidate]:
    """Keep each phrase once that a row does not say itself, nor is a heading that is its sentence.

    ``near`` are kept already.
    """
    own = str(row.name) + str(row.scope or "")
    at = row.mention.figure.numeral.span.start
    kept = {str(one.phrase): one for one in near}
    for one in found:
        text = str(one.phrase)
        if not text or text in kept or text in own:
            continue
        if not one.phrase.start <= at <= one.phrase.end:
            kept[text] = one
    return list(kept.values())


def _themes(sentence: Sentence, cell: int) -> Iterator[Candidate]:
    """Yield the themes of the clauses without figures before ``cell``, the nearest first."""
    for index in reversed(range(max(0, cell - CLAUSES_BACK), cell)):
        one = sentence.cells[index]
        if not one.figures and (found := sentence.theme(index)):
            aspect = sentence.view[one.span.start : one.span.end].rstrip().endswith("方面")
            yield Candidate(found, "aspect" if aspect else "clause", cell - index)
            if act := sentence.done(index):
                yield Candidate(act, "act", cell - index)


def _figures(before: Sequence[Row]) -> Iterator[Candidate]:
    """Yield the topic and the names of the figures before."""
    if not before:
        return
    if before[-1].topic:
        yield Candidate(before[-1].topic, "topic", 0, rule="topic_holds")
    for steps, one in enumerate(reversed(before[-3:])):
        name = one.name.removeprefix(one.action)
        unit = one.value.unit if one.value else ""
        yield Candidate(name, "figure", steps, unit, "figure_before", one.topic)
