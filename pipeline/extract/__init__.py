"""extract: the numbers of a report, and the indicators they are figures of."""

from __future__ import annotations

from pipeline.extract.clauses import cells
from pipeline.extract.linking import Sentence
from pipeline.extract.numerals import numerals
from pipeline.patterns.numbers import plain
from pipeline.records import Indicator, Numeral, Segmented, Span

__all__ = ["extract"]


def extract(segmented: Segmented) -> tuple[tuple[Numeral, ...], tuple[Indicator, ...]]:
    """Every numeral of the passages with what it was taken for, and the indicators, in order of the text."""
    report = segmented.report
    view = plain(report.text)
    edges = [False] * (len(view) + 1)
    for token in segmented.doc:
        edges[token.idx] = True
    edges[len(view)] = True
    all_numerals: list[Numeral] = []
    indicators: list[Indicator] = []
    for passage in segmented.passages:
        if passage.kind == "furniture":
            continue
        found = numerals(report.text, view, *passage.span)
        all_numerals.extend(found)
        figures = [numeral for numeral in found if numeral.kind == "figure"]
        if not figures or passage.kind == "note":
            continue
        span = Span(*passage.span)
        sentence = Sentence(view, span, cells(view, span, figures), edges, passage.part, (report.review_year, report.plan_year))
        for draft in sentence.link():
            indicators.append(sentence.indicator(draft, len(indicators) + 1, passage.id))
    return tuple(all_numerals), tuple(indicators)
