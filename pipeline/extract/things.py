"""What a count counts: the things told from the measure of what comes next."""

from __future__ import annotations

import regex

from pipeline.extract import measures
from pipeline.extract.clauses import Figure
from pipeline.extract.predicates import RATIOS
from pipeline.patterns import clauses as c
from pipeline.records import Span

PER_INSIDE = regex.compile(r"(?<=\p{Han}{2})(?:[日月年人户]均)(?=\p{Han}{2})")


def counted(view: str, figure: Figure, behind: Span, *, bounded: bool) -> Span:
    """Take what a count counts, of words that end in a measure of what comes next.

    112户|大型企业|增加值增长7.8%; a bound says which are counted: 6个图书馆人均藏书|不足1册.
    """
    text = view[behind.start : behind.end].rstrip()
    if c.PER_START.match(text):  # 带动2.6万户|户均增收
        return Span(behind.start, behind.start)
    if not bounded and (per := PER_INSIDE.search(text)):  # 19个|乡镇网点|日均派件
        return Span(behind.start, behind.start + per.start())
    measure = (
        ""
        if figure.numeral.unit in RATIOS or c.TOLD_BEHIND.search(text)
        else measures.measure_of(text)
    )
    return (
        Span(behind.start, behind.start + len(text) - len(measure))
        if measure and len(text) - len(measure) > 2
        else behind
    )
