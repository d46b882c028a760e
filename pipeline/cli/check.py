"""``workreport check``: do the numbers of a report, and of two reports that follow each other, agree."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.rows import as_rows
from pipeline.cli.usage import Existing


@click.command()
@click.argument("paths", nargs=-1, required=True, type=Existing(standard_input=True), metavar="JSON...")
@click.option("--all", "everything", is_flag=True, help="一致的也逐条列出。")
@as_rows
def check(paths: tuple[Path, ...], everything: bool, form: str | None) -> None:
    """核对报告里的数字：变化与增减量、部分与总数、从几到几与变化；同一单位前后两年的报告一起给出时，再核对今年的数、上年的数与增长。

    \b
    每条核对都按原文的写法（位数、约、余、超）留出余地，“不符”才是发现。
    例：workreport check outputs/
    """
    from pipeline.check.reports import reports
    from pipeline.cli.rows import print_rows
    from pipeline.cli.tables import check_table, check_totals
    from pipeline.document import load_all

    documents = load_all(paths)
    found = [(document.name, one) for document in documents for one in document.checks]
    found += [(one.indicators[0].partition("#")[0], one) for one in reports(documents)]
    chosen = [(name, one) for name, one in found if everything or one.status != "consistent"]
    if form:
        rows = [{"report": name, **{key: getattr(one, key) for key in _COLUMNS[1:]}} for name, one in chosen]
        print_rows(rows, form, _COLUMNS)
        return
    check_totals(found, reports=len(documents))
    if chosen:
        check_table([(name, one.kind, one.status, one.message) for name, one in chosen])


_COLUMNS = ("report", "kind", "status", "message", "stated", "computed", "unit", "indicators")
