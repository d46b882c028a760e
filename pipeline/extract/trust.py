"""How far a row can be trusted: the probability that it is complete, from signs of mistakes.

Each sign has a learned weight (``lexicon/trust.toml``).
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator

from pipeline.extract import measures
from pipeline.extract.mentions import Sentence
from pipeline.extract.row import NAMELESS, Row
from pipeline.lexicon.trust import Sign, table
from pipeline.patterns import clauses as c

_LENGTHS = (2, 4, 8, 12, 18)
_NEEDS = (0.03, 0.06, 0.1, 0.15, 0.25, 0.4)
_SHARES = (0.3, 0.45, 0.6, 0.75, 0.9, 0.99)
_MOST = 4
_DOUBTS = "、的等和对在向为将把由以从使让给0123456789"  # in a name, these go with a wrong cut
_DOUBTFUL = frozenset(_DOUBTS)


def confidence(row: Row, sentence: Sentence) -> float:
    """Give the probability that a row is right and complete, to three digits.

    A row whose name no words of the text give is never complete.
    """
    if row.name.first_rule == NAMELESS:
        return 0.0
    weights = table("trust.toml")
    score = 0.0
    for sign in signs(row, sentence):
        score += weights.get(sign, 0.0)
    score += weights["start", ""]
    return round(1 / (1 + math.exp(-score)), 3)


def signs(row: Row, sentence: Sentence) -> Iterator[Sign]:
    """Yield what is seen of a row: group and value, as the table of weights has them."""
    name, mention = row.name, row.mention
    yield from (("rule", rule) for rule in dict.fromkeys([run.rule for run in name.runs]))
    topic = row.topic.first_rule
    need = str(bisect_left(_NEEDS, row.need))
    yield "topic", topic
    yield "need", f"{need} {bool(topic)}"
    yield "share", f"{bisect_left(_SHARES, row.share)} {bool(topic)}"
    yield "scope", str(bool(row.scope))
    yield "length", str(bisect_left(_LENGTHS, len(name)))
    yield "figures", str(min(_MOST, len(sentence.cells[mention.cell].figures)))
    yield "opener", mention.opener
    yield "role", "value" if row.value else "rank" if row.rank else "change"
    yield "changes", str(min(2, len(row.changes)))
    yield "measure", str(measures.is_measure(name))
    yield "action", str(bool(row.action or c.ACTION.match(name)))
    yield "completed", str(row.completed)
    yield "bracketed", str(mention.bracketed)
    yield "unit", mention.unit
    yield from (("word", word) for word in name.words(sentence.edges))
    yield from (("of", word) for word in row.topic.words(sentence.edges))
    if not _DOUBTFUL.isdisjoint(name):
        yield from (("holds", mark) for mark in _DOUBTS if mark in name)
