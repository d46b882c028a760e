"""Numbers that others are compared with: 比上年决算数|14.9亿元|增长3%, 占年度任务|44亿元|的101%."""

from __future__ import annotations

from itertools import takewhile

import regex

from pipeline.extract import beside
from pipeline.extract.comparison import AGAINST, basis_of
from pipeline.extract.mentions import Mention, Sentence
from pipeline.extract.phrase import NOTHING, Phrase, take
from pipeline.extract.row import REFERENCE
from pipeline.records import Span

# 占|年度任务|44亿元|的101%: the amount that a share is of
WHOLE_OF = regex.compile(r"\s*占(?P<whole>[^，。；、\d占]{2,14}?)(?:总额)?\s*")
SHARE_BEHIND = regex.compile(r"\s*的\s*(?:近|约|超过?)?\d{1,3}(?:\.\d{1,3})?%")
_LAST_YEAR = regex.compile(r"^(?:上年|去年|上一年)")


def reference(sentence: Sentence, mention: Mention) -> Phrase:
    """Give what a number says the size of, where it only serves a comparison; NOTHING for others.

    比|年初预算数|（1500万元）减少9%; 比|上年决算数|14.9亿元增长3%.
    """
    if mention.position:
        return NOTHING
    view, left = sentence.view, mention.figure.left
    span = beside.before(sentence, mention) if mention.bracketed else left
    match = AGAINST.match(view, *span)
    opens = match is not None and not view[span.start : match.start()].strip()
    if match and opens and (found := basis_of(match)):
        followed = mention.bracketed or len(sentence.cells[mention.cell].figures) > 1
        return take(view, Span(*found[1]), REFERENCE) if followed else NOTHING
    return NOTHING


def whole_of(sentence: Sentence, mention: Mention) -> Phrase:
    """Give what an amount is of that a share follows: 占|年度任务|44亿元的101%; NOTHING for others."""
    view, figure = sentence.view, mention.figure
    whole = WHOLE_OF.fullmatch(view, *figure.left)
    if whole is None or not SHARE_BEHIND.match(view, figure.end, sentence.span.end):
        return NOTHING
    return take(view, Span(*whole.span("whole")), "share")


def whole_before(sentence: Sentence, mention: Mention) -> Phrase:
    """Give what a share is of where the figure before it is the size of that: 占年度任务44亿元|的101%."""
    if not mention.position:
        return NOTHING
    before, view = sentence.cells[mention.cell].figures[mention.position - 1], sentence.view
    whole = WHOLE_OF.fullmatch(view, *before.left)
    if whole is None or not SHARE_BEHIND.match(view, before.end, sentence.span.end):
        return NOTHING
    return take(view, Span(*whole.span("whole")), "share")


def own(name: Phrase) -> Phrase:
    """Take a name without a reference that was added to it."""
    runs = takewhile(lambda run: run.rule != REFERENCE, name.runs)
    return name[: sum(run.size for run in runs)]


def years(compared: Phrase) -> int:
    """Count the years that a reference lies before its report: -1 for 上年决算数, else 0."""
    return -1 if _LAST_YEAR.match(compared) else 0
