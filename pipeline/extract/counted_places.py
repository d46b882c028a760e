"""So many places whose figures are told: 67个县（市）|规上工业增加值1001亿元、一般预算收入151亿元."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract import measures
from pipeline.extract.frozen import replace
from pipeline.extract.mentions import Sentence
from pipeline.extract.phrase import take
from pipeline.extract.row import Row
from pipeline.patterns import places
from pipeline.records import Span


def with_counted_places(rows: Sequence[Row], sentence: Sentence) -> list[Row]:
    """Give the measures behind a count of places those places as scope."""
    found = list(rows)
    for at, (row, following) in enumerate(pairwise(rows)):
        end = _counted(row, following, sentence)
        if not end:
            continue
        start = row.mention.figure.numeral.span.start
        scope = take(sentence.view, Span(start, end), "counted_places")
        kind = take(sentence.view, Span(row.mention.figure.end, end), "behind")
        found[at] = row.named(kind)
        for later in range(at + 1, len(rows)):
            one = found[later]
            name = one.name.removeprefix(str(kind))
            if not one.scope and measures.is_measure(name):
                found[later] = replace(one, name=name, scope=scope)
        break
    return found


def _counted(row: Row, following: Row, sentence: Sentence) -> int:
    """Find where the places end that a row counts, and the next measures; 0 for others."""
    mention = row.mention
    if row.value is None or row.value.unit != "个" or following.mention.cell != mention.cell:
        return 0
    match = places.COUNTED.match(sentence.view, mention.figure.end)
    if match is None or not following.name.startswith(match.group()):
        return 0
    return match.end() if measures.is_measure(following.name[len(match.group()) :]) else 0
