"""What a figure takes from the clauses beside its own: its subject, its state, its purpose."""

from __future__ import annotations

from pipeline.extract import measures, subjects
from pipeline.extract.mentions import Mention, Sentence
from pipeline.extract.phrase import NOTHING, Phrase, take
from pipeline.patterns import clauses as c
from pipeline.records import Span

_NEAR = 3
_LONGEST_STATE = 40


def before(sentence: Sentence, mention: Mention) -> Span:
    """The cell before, where that cell holds no figure; else empty."""
    index = mention.cell - 1
    return (
        sentence.cells[index].span
        if index >= 0 and not sentence.cells[index].figures
        else Span(sentence.span.start, sentence.span.start)
    )


def pending(sentence: Sentence, mention: Mention) -> Phrase:
    """The subject of the cell before, where that cell holds no figure: 城镇居民收入和农村居民收入，|分别增长…"""
    span = before(sentence, mention)
    start = sentence.head(span).start
    text = take(sentence.view, Span(start, span.end), "clause_before")
    cut = c.CLAUSE_VERB.search(text)
    return subjects.tidy(text[: cut.start()] if cut and cut.start() >= 2 else text)


def measured(sentence: Sentence, mention: Mention) -> Phrase:
    """Take the measure that the cell before says the state of: 利润总额由降转增，|增长5%."""
    span = before(sentence, mention)
    if span.end - span.start > _LONGEST_STATE:
        return NOTHING
    text = take(sentence.view, Span(sentence.head(span).start, span.end), "clause_before")
    found = c.STANDS.match(text)
    what = subjects.tidy(text[: found.end("what")]) if found else NOTHING
    return what if what and measures.is_measure(what) else NOTHING


def purpose(sentence: Sentence, mention: Mention) -> Phrase:
    """Take what the words behind an amount, or one of the next cells, say it is for.

    省财政安排8亿元，比上年增加2亿元，|用于改善校舍.
    """
    nexts = (
        cell.span
        for cell in sentence.cells[mention.cell + 1 : mention.cell + _NEAR + 1]
        if not cell.figures
    )
    found = next(
        (
            match
            for span in (mention.behind, *nexts)
            if (match := c.PURPOSE.match(sentence.view, *span))
        ),
        None,
    )
    if not found:
        return NOTHING
    return subjects.tidy(take(sentence.view, Span(*found.span("purpose")), "purpose"))
