"""How far an indicator can be trusted: a probability from signs that go with mistakes, each with a learned weight (``lexicon/trust.toml``)."""

from __future__ import annotations

import math
from collections.abc import Iterator

from pipeline.extract import names
from pipeline.extract.drafts import Draft
from pipeline.extract.mentions import Sentence
from pipeline.lexicon.trust import weights
from pipeline.patterns import clauses as c

_LENGTHS = (2, 4, 8, 12, 18)
_MOST = 4


def confidence(draft: Draft, sentence: Sentence) -> float:
    """The probability that number, name and role of a draft are right, to three digits."""
    known = weights()
    score = sum((known.get(sign, 0.0) for sign in signs(draft, sentence)), known["start"])
    return round(1 / (1 + math.exp(-score)), 3)


def signs(draft: Draft, sentence: Sentence) -> Iterator[str]:
    """What is seen of a draft, each by its name in the table of weights."""
    name, mention = draft.name, draft.mention
    yield f"rule {draft.rule}"
    yield f"length {sum(len(name) > most for most in _LENGTHS)}"
    yield f"figures {min(_MOST, len(sentence.cells[mention.cell].figures))}"
    yield f"opener {mention.opener}"
    yield f"changes {min(2, len(draft.changes))}"
    yield "measure" if names.is_measure(name) else "no measure"
    yield "action" if draft.action or c.ACTION.match(name) else "no action"
    if draft.completed:
        yield "completed"
    if mention.bracketed:
        yield "bracketed"
    yield from {f"holds {mark if not mark.isdigit() else 0}" for mark in c.DOUBTFUL.findall(name)}
