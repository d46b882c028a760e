"""A report as the classifier sees it: without the rows of its tables, all else as it was."""

from __future__ import annotations

from pipeline.classify.without_tables import without_tables
from pipeline.read import read_bytes
from pipeline.reading import as_read
from pipeline.segment import segment

ROWS = "".join(f"| {row}镇税收收入 | {row * 1.5} | {row + 3.25} |\n" for row in range(1, 30))
REPORT = f"# 汐江县2098年财政收支情况\n\n一、收入\n\n税收收入8.5万元，增长3%。\n\n单位：万元\n\n| 指标 | 2098年 | 2097年 |\n| --- | --- | --- |\n{ROWS}\n二、支出\n\n下一步，压减一般性支出。\n"


def test_passages_and_words_are_kept_without_the_tables():
    whole = segment(as_read(read_bytes(REPORT.encode(), place="a.md")))
    told = without_tables(whole)
    kept = [one for one in whole.passages if one.kind != "table"]
    assert len(kept) < len(whole.passages)
    assert len(told.report.text) * 4 < len(whole.report.text)
    assert len(told.edges) == len(told.report.text) + 1
    for one, other in zip(kept, told.passages, strict=True):
        assert (one.id, whole.report.text[slice(*one.span)]) == (other.id, told.report.text[slice(*other.span)])
        assert whole.edges[slice(*one.span)] == told.edges[slice(*other.span)]
    for section, moved in zip(whole.sections, told.sections, strict=True):
        assert whole.report.text.startswith(section.title[:2], section.span.start) == told.report.text.startswith(section.title[:2], moved.span.start)


def test_a_report_without_tables_stays_as_it_is():
    whole = segment(as_read(read_bytes("一、收入\n\n税收收入8.5万元，增长3%。\n".encode(), place="a.txt")))
    assert without_tables(whole) is whole
