"""``workreport check``: do the numbers of a report, and of two reports that follow each other,
agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.documents import into_file, of_documents, refuse_unknown
from pipeline.cli.language import _, notice, spoken
from pipeline.cli.rows import as_rows

if TYPE_CHECKING:
    from pipeline.document import Document
    from pipeline.sheet import Row

_SHOWN = 40  # findings on the terminal; a file holds all of them


@click.command()
@of_documents
@into_file(help="发现逐条写入这个文件（.xlsx .csv .jsonl .html），连同单位、时期、文件和原句。")
@click.option("--all", "everything", is_flag=True, help="一致的也逐条列出。")
@as_rows
def check(paths: tuple[Path, ...], output: Path | None, everything: bool, form: str | None) -> None:
    """核对报告里的数字：水平、增长与增减量，从几到几，部分与总数，结构、占比、比值、平均数；同一单位前后两年的报告一起给出时，再核对今年的数、上年的数与增长。

    \b
    每条核对都按原文的写法（位数、约、余、超）留出余地，“不符”才是发现，最有把握的在前。
    可比口径、扣除价格因素、修订过的数不在核对之列。
    例：workreport check outputs/ -o findings.xlsx
    """
    from pipeline.check.findings import findings, ranked
    from pipeline.cli.left_out import left_out
    from pipeline.document import in_order

    if output:
        refuse_unknown(output)
    with left_out() as refuse:
        counted: Counter[tuple[str, str]] = Counter()
        reports: set[Path] = set()
        kept: list[Row] = []
        for one in findings(_noted(in_order(paths, refuse), reports)):
            counted[one.check.kind, one.check.status] += 1
            if everything or one.check.status != "consistent":
                kept.append(one.row(spoken()))
        _give(ranked(kept), output, form, counted, len(reports))


def _give(
    rows: list[Row],
    output: Path | None,
    form: str | None,
    counted: Counter[tuple[str, str]],
    reports: int,
) -> None:
    """Give the findings as they were asked for: rows for machines, the first on the screen, all in
    a file.
    """
    from pipeline.check.findings import COLUMNS, columns
    from pipeline.cli.compared import check_table, check_totals
    from pipeline.cli.rows import print_rows
    from pipeline.sheet import write

    if form:
        print_rows(rows, form, [column.name for column in COLUMNS])
        return
    check_totals(counted, reports=reports)
    if rows:
        check_table(rows[:_SHOWN])
    if output:
        write(output, columns(spoken()), rows, title=_("数字核对"))
        notice("{rows} 条：{output}", rows=len(rows), output=output)
    elif len(rows) > _SHOWN:
        notice("另有 {more} 条没有列出，加 -o findings.xlsx 可得全部。", more=len(rows) - _SHOWN)


def _noted(documents: Iterator[Document], seen: set[Path]) -> Iterator[Document]:
    for document in documents:
        seen.add(document.path)
        yield document
