"""How far an indicator can be trusted: a probability from signs that go with mistakes, each with a learned weight (``lexicon/trust.toml``)."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator

from pipeline.extract import measures
from pipeline.extract.mentions import Sentence
from pipeline.extract.row import Row
from pipeline.lexicon.trust import Sign, table
from pipeline.patterns import clauses as c

_LENGTHS = (2, 4, 8, 12, 18)
_MOST = 4
_DOUBTS = "、的等和对在向为将把由以从使让给0123456789"  # in a name, these go with a wrong cut


def confidence(draft: Row, sentence: Sentence) -> float:
    """The probability that number, name and role of a draft are right, to three digits."""
    known = table("trust.toml")
    score = known["start", ""]
    for sign in signs(draft, sentence):
        score += known.get(sign, 0.0)
    return round(1 / (1 + math.exp(-score)), 3)


def signs(draft: Row, sentence: Sentence) -> Iterator[Sign]:
    """What is seen of a draft: group and value, as the table of weights has them."""
    name, mention = draft.name, draft.mention
    for rule in dict.fromkeys(place.rule for place in name.places):
        yield "rule", rule
    yield "length", str(bisect_left(_LENGTHS, len(name)))
    yield "figures", str(min(_MOST, len(sentence.cells[mention.cell].figures)))
    yield "opener", mention.opener
    yield "changes", str(min(2, len(draft.changes)))
    yield "measure", str(measures.is_measure(name))
    yield "action", str(bool(draft.action or c.ACTION.match(name)))
    yield "completed", str(draft.completed)
    yield "bracketed", str(mention.bracketed)
    for mark in _DOUBTS:
        if mark in name:
            yield "holds", mark
