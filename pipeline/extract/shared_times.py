"""A list of times shared out over a list of figures: 2021、2022、2023年税收分别为3亿元、4亿元、5亿元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.mentions import Sentence
from pipeline.extract.times_of_others import is_of_another
from pipeline.extract.year_parts import When
from pipeline.patterns import periods as p


def shared_out(sentence: Sentence, times: Sequence[When]) -> dict[int, When]:
    """Give every figure behind a list of times, until the next time, one of them in turn.

    The figures are known by where they start.
    """
    figures = [figure.numeral.span.start for cell in sentence.cells for figure in cell.figures]
    shared: dict[int, When] = {}
    for listed, end in _lists(sentence, times):
        behind = [at for at in figures if listed[-1].to <= at < end]
        if behind and len(behind) % len(listed) == 0:
            shared.update({at: listed[i % len(listed)] for i, at in enumerate(behind)})
    return shared


def _lists(sentence: Sentence, times: Sequence[When]) -> Iterator[tuple[Sequence[When], int]]:
    """Yield each run of two or more times that are linked, and where the next time stands."""
    first = 0
    for last, time in enumerate(times):
        following = times[last + 1] if last + 1 < len(times) else None
        if following and p.TIMES_LINKED.fullmatch(sentence.view, time.to, following.at):
            continue
        if last > first and not is_of_another(sentence.view, sentence.span.start, times[first]):
            yield times[first : last + 1], following.at if following else sentence.span.end
        first = last + 1
