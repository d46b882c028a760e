"""Numbers that only serve a comparison: 比上年决算数|14.9亿元|增长3%."""

from __future__ import annotations

from itertools import takewhile

import regex

from pipeline.extract import beside
from pipeline.extract.comparison import reference_in
from pipeline.extract.mentions import Mention, Sentence
from pipeline.extract.phrase import NOTHING, Phrase, take
from pipeline.extract.row import REFERENCE

_OPENS = regex.compile(r"\s*(?:同比)?[比较与同在和]")
_PLAIN = regex.compile(r"(?:上年|去年|上一年)(?:同期)?的?")
_LAST_YEAR = regex.compile(r"^(?:上年|去年|上一年)")


def reference(sentence: Sentence, mention: Mention) -> Phrase:
    """Give what a number says the size of, where it only serves a comparison; NOTHING for others.

    比|年初预算数|（1500万元）减少9%; 比|上年决算数|14.9亿元增长3%.
    """
    if mention.position:
        return NOTHING
    view, left = sentence.view, mention.figure.left
    span = beside.before(sentence, mention) if mention.bracketed else left
    followed = mention.bracketed or len(sentence.cells[mention.cell].figures) > 1
    found = reference_in(view, span) if followed else None
    if found is None or not _OPENS.fullmatch(view, span.start, found[1].start):
        return NOTHING
    return take(view, found[1], REFERENCE)


def own(name: Phrase) -> Phrase:
    """Take a name without a reference that was added to it."""
    runs = takewhile(lambda run: run.rule != REFERENCE, name.runs)
    return name[: sum(run.size for run in runs)]


def is_plain(compared: Phrase) -> bool:
    """Tell whether a reference is nothing but the year before: 去年同期, not 上年决算数."""
    return _PLAIN.fullmatch(compared) is not None


def years(compared: Phrase) -> int:
    """Count the years that a reference lies before its report: -1 for 上年决算数, else 0."""
    return -1 if _LAST_YEAR.match(compared) else 0
