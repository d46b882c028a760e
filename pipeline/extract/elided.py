"""Whose output a bare 完成 or 实现 tells: 三大支柱产业带动作用突出，|完成|工业总产值2234亿元."""

from __future__ import annotations

import regex

from pipeline.extract import subjects
from pipeline.extract.mentions import Sentence
from pipeline.extract.phrase import NOTHING, Phrase, take
from pipeline.extract.row import Row
from pipeline.lexicon import words
from pipeline.records import Span

_MOST = 24  # characters of the subject of a clause
# 新能源产业|发展迅速, 三大支柱产业|带动作用突出; not 企业|改革深入推进
SUBJECT = regex.compile(
    r"(?P<subject>[\p{Han}、“”]{2,24}?(?:\L<trade>))"
    r"(?=\L<fares>)",
    trade=words("trade"),
    fares=words("fares"),
)
BARE = regex.compile(r"\s*(?:全年|累计|共|预计)*(?:完成|实现|创造|贡献|上缴)(?!率)(?=\p{Han}{2})")


def elided_subject(row: Row, sentence: Sentence) -> Phrase:
    """Take the subject of the clause before, where the words of a row open with a bare verb.

    NOTHING where another figure stands between, or the row says it itself.
    """
    index = row.mention.cell
    before = sentence.cells[index - 1] if index else None
    if before is None or before.figures or before.bracketed or row.mention.position:
        return NOTHING
    if row.scope or not BARE.match(sentence.view, sentence.cells[index].span.start):
        return NOTHING
    start = subjects.opening(sentence.view, before.span, sentence.edges)
    match = SUBJECT.match(sentence.view, start, before.span.end)
    if match is None:
        return NOTHING
    found = take(sentence.view, Span(*match.span("subject")), "elided_subject")
    found = found[max(0, len(found) - _MOST) :]
    return NOTHING if str(found)[:2] in row.name else found
